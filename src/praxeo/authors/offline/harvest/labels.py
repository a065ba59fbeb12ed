"""Labels in notes and lists: "Osmosis: the movement of water …" beside others of its kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from praxeo.authors.offline import english
from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.grammar import is_address, is_sentence
from praxeo.authors.offline.harvest.entries import Entry, entry_of
from praxeo.authors.offline.harvest.glossary import definition_of
from praxeo.authors.offline.harvest.label_company import in_company
from praxeo.authors.offline.harvest.labels_told import told_labels
from praxeo.authors.offline.harvest.no_labels import (
    WHAT_IS_SO,
    is_label_of_its_text,
    tells_what_to_do,
)
from praxeo.authors.offline.harvest.noun_phrases import begins_as_phrase
from praxeo.authors.offline.harvest.numbered_labels import are_numbered_terms
from praxeo.authors.offline.language import is_in
from praxeo.authors.offline.lexicon import frequency
from praxeo.authors.offline.roles.blocks import RoledBlock

LONGEST_LABEL = 5  # words
LONGEST_NAME = 3  # words of one whose text is a clause
SHORTEST_LABEL = 3  # letters
COMMON_LABEL = 4.6  # Zipf frequency from which on a single word is no label of its own
SHORTEST_MEANING = 4  # words
BRIEF = 2  # words of one in a list of clauses: "Ribosome: builds proteins"
FEWEST_CODE = 3  # labels that are code, from which on a source lists parameters rather than terms
FEWEST_TOGETHER = 2  # labels of a list without which a plain one is no term

_CODE_LIKE = re.compile(
    r"^(?!\[)\S*(?:\w\(|[\[\]_=<>{}|\\]|[A-Za-z_]\.[A-Za-z_])\S*(?:\s\S+)?$|^--?\w"
)
_FINITE_VERB = re.compile(
    r"\b(?:is|are|has|have|can|ist|sind|hat|haben|kann|wird|werden|est|sont|peut|es|son|puede)\b"
)
_NO_NAME = re.compile(
    r"\d|^(?:der|die|das|le|la|les|el|los|las|kapitel|chapitre|capítulo)\b", re.IGNORECASE
)
_CLAUSE = re.compile(
    r",? (?:qui|que|dont|où|cuy\w+|quien(?:es)?)\b|, (?:(?:in|an|auf|mit|bei|aus|von|für|durch|zu) )?(?:der|die|das|den|dem|deren|dessen|"
    r"welche\w*|wenn|wo)\b|,? (?:che|onde|dat|waar|który\w*|któr\w+|jakie?|som)\b"
)
_VERB = re.compile(  # of German, French, Spanish: what only a finite verb looks like, near enough
    r"(?!(?:mit|seit|nicht|samt|meist|sonst|et|est-à-dire|haut|petit|tout|fait)$)(?:(?!ge)[a-zäöü]+(?:t|ßt)|ist|sind|hat|haben|kann|können|muss|wird|werden|"
    r"entsprechen|fallen|besitzen|bieten|unterscheiden|est|sont|peut|peuvent|permet|es|son|puede|tiene)"
)
_TELLS_OF_A_PROGRAM = re.compile(
    r"(?:zeigt|stellt|gibt|öffnet|schließt|legt|setzt|ermöglicht|enthält|erlaubt|bestimmt|erzeugt|erstellt|löscht|startet|beendet|wählt|ändert|"
    r"führt|lädt|speichert|bietet|dient|verwendet|steuert|affiche|représente|permet|ouvre|ferme|définit|indique|contient|lance|crée|supprime|"
    r"abra|abre|haga|cada|muestra|permite|contiene|define|indica|crea|borra|detener|debido|se)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"\b(?:diese[rmns]?|jene[rmns]?|cet|cette|ces|este|esta|estos|estas)\b", re.IGNORECASE
)
_NOUN = re.compile(r"\b[A-ZÄÖÜ]\w{2,}|\b(?:jemand|etwas|man)\b")
_STANDS_FOR_LABEL = re.compile(r"(?:er|sie|es|ils?|elles?|ell[oa]s?|él)\s", re.IGNORECASE)
_IDENTIFIER = re.compile(
    r"^/|[‘’']\w+[‘’']|^[a-z]+-[a-z]+$|\w_\w|\b[a-z]+[A-Z]|\*|\$|^[A-Z\d]{4,}$|\((?:string|integer|boolean|enum|floating point|int|float)\)"
)
_PRAISES = re.compile(
    r"\b(?:powerful|popular|valuable|great|best|easy|free|user-friendly|responsive|extensive|leading|secure|charming|friendly|beautiful|workshop|session|first step)\b"
)
_TELLS_APART = re.compile(
    r"\b(?:of|that|which|who|for|in|by|to|from|between|with|without|\w+ing|\w+ed)\b"
)
_TOLD_APART = re.compile(  # "the price at which the quantity demanded equals …", which a parser may take for a sentence
    r"(?:an?|the|any)\s(?:[\w-]+\s){1,4}(?:at|in|by|for|from|to|on|with)\s(?:which|whom|whose)\s"
)
_ARTICLES = frozenset({"a", "an", "the", "any"})
_IS_VALUE = re.compile(r"^[\d\W]*\d[\d\W]*$|^\W*\d|=")  # "the whole, which is 100 %" is none
_VALUE = re.compile(r"^[\d\W]*\d[\d\W]*$|\d\s?[€$%]|=")


def label_definitions(placed: Sequence[RoledBlock], language: str) -> list[Definition]:
    """The labels that name a thing and say what it is. `language` is the text's, e.g. "de"."""
    body = [one for one in placed if one.role in ("body", "summary")]
    found = [made for run in _runs(body) for made in _labelled(run)]
    naming = [(entry, one) for entry, one in found if _names_a_thing(entry, language)]
    common = [
        pair
        for pair in found
        if pair[0].bold and pair not in naming and _names_a_thing(pair[0], language, common=True)
    ]
    times = Counter(key(entry.term) for entry, _ in naming)
    fit = [(entry, one) for entry, one in naming if times[key(entry.term)] == 1]
    told: list[tuple[Entry, RoledBlock]] = []
    if language == "en":
        brief = [
            p for p in found if p not in naming and _names_a_thing(p[0], language, least=BRIEF)
        ]
        both = sorted(fit + brief, key=lambda pair: pair[1].index)
        told = told_labels(list(_named([p for p in both if not _is_code(p[0])])), language)
        known = _of_a_list(list(_saying_what(fit)), found)
        known = [pair for pair in known if not _is_one_of_told(pair, known, told)]
        fit = known + in_company(known, fit + common)
        told = [pair for pair in told if pair not in fit]
    else:
        told = told_labels([pair for pair in fit if not _is_code(pair[0])], language)
        fit = [pair for pair in fit if _is_code(pair[0]) or _is_phrase(pair[0], language)]
        told = [pair for pair in told if pair not in fit]
    listings = sum(one.block.kind == "code" for one in placed)
    beside_code = max(sum(_is_code(entry) for entry, _ in fit), listings) >= FEWEST_CODE
    plain = "label_beside_code" if beside_code else "label"
    named = [definition_of(e, one, "code_list" if _is_code(e) else plain) for e, one in fit]
    return named + [definition_of(entry, one, "label_told") for entry, one in told]


def _is_one_of_told(
    pair: tuple[Entry, RoledBlock],
    known: list[tuple[Entry, RoledBlock]],
    told: list[tuple[Entry, RoledBlock]],
) -> bool:
    """Whether what may be a phrase or a clause ("release energy from sugar") stands in a list of clauses."""
    topic = pair[1].topic
    clauses = sum(one.topic == topic for e, one in told if (e, one) not in known)
    phrases = sum(one.topic == topic for _, one in known)
    return pair in told and clauses > phrases and pair[0].meaning.split()[0] not in _ARTICLES


def _of_a_list(
    fit: list[tuple[Entry, RoledBlock]], found: list[tuple[Entry, RoledBlock]]
) -> list[tuple[Entry, RoledBlock]]:
    """Those that do not stand alone among labels which say something else: such a list defines nothing."""
    kept = Counter(one.topic for _, one in fit)
    all_of_it = Counter(one.topic for _, one in found)
    return [
        (entry, one)
        for entry, one in fit
        if kept[one.topic] >= FEWEST_TOGETHER or all_of_it[one.topic] == 1
    ]


def _runs(body: list[RoledBlock]) -> Iterator[list[RoledBlock]]:
    """Lists, and paragraphs, that stand together under one heading."""
    for (_, kind), run in groupby(body, key=lambda p: (p.topic, p.block.kind)):
        if kind in ("list_item", "paragraph"):
            by_level: dict[int, list[RoledBlock]] = {}
            for one in run:  # a list goes on behind the list within one of its points
                by_level.setdefault(one.block.level, []).append(one)
            yield from by_level.values()


def _labelled(run: list[RoledBlock]) -> list[tuple[Entry, RoledBlock]]:
    entries = [(entry, one) for one in run if (entry := entry_of(one.block))]
    if any(one.block.number for one in run) and not are_numbered_terms(entries, run):
        entries = [pair for pair in entries if pair[0].bold]  # the steps of something
    bold = [pair for pair in entries if pair[0].bold]
    listed = run[0].block.kind == "list_item"
    if not listed:
        return _in_lines(entries)
    return entries if len(entries) >= FEWEST_TOGETHER and len(entries) * 2 >= len(run) else bold


def _in_lines(entries: list[tuple[Entry, RoledBlock]]) -> list[tuple[Entry, RoledBlock]]:
    """Of paragraphs those whose label is bold, and those that stand line after line with others."""
    places = {one.index for _, one in entries}
    return [
        (entry, one)
        for entry, one in entries
        if entry.bold or places & {one.index - 1, one.index + 1}
    ]


def _names_a_thing(
    entry: Entry, language: str, *, common: bool = False, least: int = SHORTEST_MEANING
) -> bool:
    """Whether a label may be a term. With `common` it may be an everyday word, too ("Current", "Resistance")."""
    words = entry.term.split()
    if not words or len(words) > LONGEST_LABEL or "/" in entry.term or _VALUE.search(entry.term):
        return False
    if _is_code(entry):
        return True
    least -= language == "de"  # one word there is often two elsewhere
    if len(entry.meaning.split()) < least or entry.meaning.endswith(("?", ":")):
        return False
    if entry.last > entry.first:
        return False  # what needs a second sentence describes a field or a step
    if _IS_VALUE.search(entry.meaning) or is_label_of_its_text(entry.term):
        return False
    if language == "de" and not any(word[:1].isupper() for word in words):
        return False
    if language == "de" and not _NOUN.search(entry.meaning):
        return False  # "Pfeiltasten: weiter und zurück"
    if _FINITE_VERB.search(entry.term) or (language == "en" and not common and _is_everyday(words)):
        return False
    return not tells_what_to_do(entry.meaning, language)


def _is_everyday(words: list[str]) -> bool:
    """Whether a label is one common word, as fields and options are called ("Name", "Required"), or numbered."""
    if any(letter.isdigit() for word in words for letter in word):
        return True  # a product, a version, a quantity
    return len(words) == 1 and (
        len(words[0]) < SHORTEST_LABEL or frequency(words[0]) > COMMON_LABEL
    )


def _is_phrase(entry: Entry, language: str) -> bool:
    """Whether a meaning is a noun phrase: with a clause that tells it apart, or begun like an entry of a glossary."""
    if not is_in(entry.meaning, language) or _NO_NAME.search(entry.term):
        return False
    if _TELLS_OF_A_PROGRAM.match(entry.meaning) or _POINTS.search(entry.meaning):
        return False
    if set(re.findall(r"\b[A-ZÄÖÜ]{2,}\b", entry.term)) & set(entry.meaning.split()):
        return False  # "Quicken Import File (QIF)": what reads QIF files
    if WHAT_IS_SO.match(entry.meaning):
        return True
    if _STANDS_FOR_LABEL.match(entry.meaning):
        return False
    main = _CLAUSE.split(entry.meaning, maxsplit=1)
    if any(_VERB.fullmatch(word) for word in _may_be_verbs(main[0], language)):
        return False
    cased = entry.meaning[:1].isupper()  # there are scripts without capitals
    return len(main) > 1 or not cased or begins_as_phrase(entry.meaning)


def _may_be_verbs(meaning: str, language: str) -> list[str]:
    """The words that may be one: of French not those that only end like one ("point", "enregistrement")."""
    words = meaning.split()
    if language not in ("de", "fr", "es"):
        return []
    return [w for w in words[1:] if not w.endswith("ment")] if language == "fr" else words


def _is_code(entry: Entry) -> bool:
    return entry.code or bool(_CODE_LIKE.search(entry.term) or _IDENTIFIER.search(entry.term))


def _saying_what(found: list[tuple[Entry, RoledBlock]]) -> Iterator[tuple[Entry, RoledBlock]]:
    """Those whose meaning is a noun phrase; others tell what to do, or praise, or go on about the term."""
    docs = english.parse([entry.meaning for entry, _ in found])
    for (entry, one), doc in zip(found, docs, strict=False):
        if _is_code(entry) or _TOLD_APART.match(entry.meaning):
            yield entry, one
        elif is_address(doc) or is_sentence(doc) or _has_main_verb(doc):
            continue
        elif doc[0].lower_ in _ARTICLES:
            if not _PRAISES.search(entry.meaning):
                yield entry, one
        elif entry.bold and doc[0].tag_ == "VBN" and _TELLS_APART.search(entry.meaning):
            yield entry, one  # "made with both lips"
        elif (
            entry.meaning[:1].islower()
            and _heads_a_phrase(doc)
            and _TELLS_APART.search(entry.meaning)
        ):
            yield entry, one


def _named(found: list[tuple[Entry, RoledBlock]]) -> Iterator[tuple[Entry, RoledBlock]]:
    """Those whose label is a name: no clause ("Price rises"), nothing that points elsewhere ("Price above it")."""
    docs = english.parse([entry.term for entry, _ in found])
    for (entry, one), doc in zip(found, docs, strict=False):
        clause = any(t.tag_ in {"VBZ", "VBP", "VBD", "MD", "PRP", "PRP$"} for t in doc)
        if not clause and len(doc) <= LONGEST_NAME and "→" not in entry.meaning:
            yield entry, one


def _has_main_verb(doc: Any) -> bool:
    """Whether a finite verb stands outside of a clause that hangs on a noun: "the user reviews the plan"."""
    finite = {"VBZ", "VBP", "VBD", "MD"}
    return any(t.tag_ in finite and t.dep_ in {"ROOT", "conj", "ccomp", "aux"} and not _hangs(t) for t in doc)  # fmt: skip


def _hangs(token: Any) -> bool:
    return any(each.dep_ in {"relcl", "advcl", "acl"} for each in (token, *token.ancestors))


def _heads_a_phrase(doc: object) -> bool:
    """Whether the meaning's root is a noun near its beginning: "movement of water …"."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)  # type: ignore[attr-defined]
    return root is not None and root.pos_ == "NOUN" and root.i <= 4 and len(doc) > 4  # type: ignore[arg-type]
