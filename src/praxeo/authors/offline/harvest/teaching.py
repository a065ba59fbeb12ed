"""Texts that teach a subject rather than a program: there more can be trusted, by rows of its own."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from praxeo.authors.offline.harvest import asked_in_bold
from praxeo.authors.offline.harvest.everything import Harvest
from praxeo.authors.offline.harvest.told.form import PREFIX
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.roles.blocks import RoledBlock

TAUGHT, OF_PROGRAM = "_taught", "_program"  # what the source's name in the gate's table ends with
LANGUAGES = frozenset({"de", "en", "fr", "es"})
FEWEST_DEFINED, DEFINED_PER_THOUSAND = (
    3,
    1.5,
)  # terms, in so many words: an English text that defines fewer does not teach
MOST_OF_PROGRAMS = 0.08  # of the blocks speak of a program; with more it is a manual
FEWEST_BLOCKS = 8  # of a text in which one that names such things says nothing
# What defines in passing, tells instead of defining, or counts: in manuals mostly about windows, fields and features.
_WEAK = frozenset({"answered_heading", "table_pair", "bold_told", "is_a_once", "are", "are_once", "named", "named_once", "label_told", "label_pairs", "named_before", "counted", "faq", "dated", "section_recall", "section_points", "section_list", "section_asked"})  # fmt: skip
# In English what a sentence defines without a mark, by how it does so: of manuals most of it is held back.
_ENGLISH = {
    "is_a": "is_a",
    "is_a_topic": "is_a",
    "titled": "is_a",
    "is_told": "is_a",
    "is_told_once": "is_a_once",
    "law": "law",
    "is_a_once": "is_a_once",
    "named": "named",
    "named_once": "named",
    "means": "means",
    "means_once": "means",
    "apposition": "apposition",
    "apposition_once": "apposition",
}
_MARKED: dict[str, str | None] = dict.fromkeys(
    (
        "answered_heading",
        "table_pair",
        "bold_told",
        "lone_date",
        "led_list",
        "label_told",
        "bold_label",
        "label_pairs",
        "named_before",
    )
)
_SAID: dict[str, str | None] = {
    "bold_said": None,
    "marked_beside": None,
}  # what a text marks and says
# In English what is chosen of a section, which in articles is often an aside.
_CHOSEN: dict[str, str | None] = dict.fromkeys(("section_points", "section_list"))
_ASKED: dict[str, str | None] = {"faq": None}  # where more than questions says that a text teaches
_SET_OUT: dict[str, str | None] = {**_SAID, "bold_label": None}
_CHAPTER = re.compile(r"(?:chapter|lesson|unit|lecture|module|week|session) \d", re.IGNORECASE)
_LESSON = frozenset(
    {"glossary", "key", "goals", "questions"}
)  # of blocks in a text that wants to teach
_MARKS = frozenset({"glossary", "term_table", "label", "marked", "bold_said", "bold_label", "compared", "own_choice", "own_question", "date_list", "counted"})  # fmt: skip
FEWEST_MARKS, MARKS_PER_THOUSAND = 3, 8  # of an English text that teaches
_OF_PROGRAM = frozenset({"two_columns", "numbered_steps"})
_ENGLISH_PROGRAM = re.compile(
    r"\b(?:click\w*|menus?|dialogs?|buttons?|files?|director(?:y|ies)|folders?|packages?|servers?|install\w*|configur\w*|commands?|software|plugins?|scripts?|"
    r"api|browsers?|databases?|linux|windows|logins?|passwords?|url|css|html|json|xml|python|javascript|compiler?s?|debug\w*|keyboard|[\w-]+\.(?:conf|py|xml|html|txt|deb|exe|sh|cfg))\b",
    re.IGNORECASE,
)
_PROGRAM = re.compile(
    r"\b(?:klicken|mausklick|menüs?|dialogs?|schaltfläche\w*|mausta?ste\w*|tastenkombination\w*|fenster|datei(?:en)?|verzeichnis\w*|ordner|paket\w*|server\w*|"
    r"benutzer\w*|installier\w*|installation\w*|konfigur\w*|programm\w*|befehl\w*|option(?:en)?|software|version(?:en)?|download\w*|plugin\w*|rechner\w*|skript\w*|"
    r"cliqu\w+|menus?|fenêtres?|fichiers?|dossiers?|répertoires?|paquets?|serveurs?|utilisateurs?|logiciels?|commandes?|boutons?|installer|paramétr\w+|"
    r"clic|hacer clic|menús?|ventanas?|archivos?|ficheros?|carpetas?|directorios?|paquetes?|servidor(?:es)?|usuari[oa]s?|instalar|configur\w+|botón|comandos?|"
    r"[\w-]+\.(?:conf|py|xml|html|txt|deb|exe|sh|cfg))\b",
    re.IGNORECASE,
)


def teaches(placed: Sequence[RoledBlock], language: str) -> bool:
    """Whether a text is about something other than a program and its windows."""
    told_by = [_ENGLISH_PROGRAM] if language == "en" else [_PROGRAM]
    if language not in LANGUAGES:  # where the words of others are all that is known
        told_by = [_ENGLISH_PROGRAM, _PROGRAM]
    texts = [p.block.text for p in placed if p.block.kind in ("paragraph", "list_item", "heading")]
    spoken = sum(any(program.search(text) for program in told_by) for text in texts)
    chance = 1 if len(texts) >= FEWEST_BLOCKS else 0  # a window may be one of a house
    return spoken <= max(MOST_OF_PROGRAMS * max(len(texts), 1), chance)


def as_taught(found: Harvest, language: str, words: int, roles: Collection[str] = ()) -> Harvest:
    """The harvest of such a text of so many words: what is weak elsewhere, by its name there.

    An English one teaches if it defines or marks much, or if the `roles` of its blocks say so.
    """
    found = replace(found, candidates=[_told_by_lesson(c) for c in found.candidates])
    names: Mapping[str, str | None] = dict.fromkeys(_WEAK)
    if language == "en":
        much = _defines_much(found, words)
        lesson = much or bool(_LESSON & set(roles)) or _marks_much(found, words)
        names = {
            "answered_heading": None,
            **_SAID,
            **(_ENGLISH if much else {}),
            **(_MARKED if lesson else {}),
            **(
                _ASKED
                if much or bool(_LESSON & set(roles) - {"questions"}) or _marks_much(found, words)
                else {}
            ),
            **(_CHOSEN if lesson else {}),
        }
    return replace(
        found,
        concepts=[replace(c, rule=_name(c.rule, names)) for c in found.concepts],
        candidates=[replace(c, rule=_name(c.rule, names)) for c in found.candidates],
    )


def _told_by_lesson(candidate: Candidate) -> Candidate:
    """What a sentence tells outright is worth asking where a text teaches; elsewhere it is an aside."""
    if candidate.rule == asked_in_bold.RULE:
        return replace(candidate, rule="own_question")
    told = candidate.rule.startswith(PREFIX)
    return replace(candidate, rule=candidate.rule + TAUGHT) if told else candidate


def as_program(found: Harvest, language: str, placed: Sequence[RoledBlock] = ()) -> Harvest:
    """The harvest of a text about a program: its tables of two columns are mostly keys and files, its lists no order.

    A chapter or lesson on programming still marks and says what it wants to be known.
    """
    if language != "en":
        return found
    chapter = any(p.block.kind == "heading" and _CHAPTER.match(p.block.text) for p in placed)
    names = _SET_OUT if chapter else {}
    return replace(
        found,
        concepts=[replace(c, rule=_name(c.rule, names)) for c in found.concepts],
        candidates=[
            replace(c, rule=c.rule + OF_PROGRAM) if c.rule in _OF_PROGRAM else c
            for c in found.candidates
        ],
    )


def _marks_much(found: Harvest, words: int) -> bool:
    """Whether a text sets out again and again what it wants to be known: terms, comparisons, questions, dates."""
    marks = sum(c.rule in _MARKS for c in found.concepts) + sum(c.rule in _MARKS for c in found.candidates)  # fmt: skip
    return marks >= FEWEST_MARKS and marks * 1_000 >= MARKS_PER_THOUSAND * words


def _defines_much(found: Harvest, words: int) -> bool:
    """Whether a text says again and again what things are: reports and manuals do so in passing, lessons throughout."""
    told = sum(concept.rule in _ENGLISH for concept in found.concepts)
    return told >= FEWEST_DEFINED and told * 1_000 >= DEFINED_PER_THOUSAND * words


def _name(rule: str, names: Mapping[str, str | None]) -> str:
    return (names[rule] or rule) + TAUGHT if rule in names else rule
