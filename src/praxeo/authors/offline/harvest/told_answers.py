"""How a source says that an answer follows: "Answer: B", "A1. …", "Show answer", "Answers: 1-b, 2-a"."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import even
from praxeo.authors.offline.harvest.exercises.enumerated import NUMBERS, counted_off
from praxeo.authors.offline.harvest.options import letter_of
from praxeo.domain.blocks import Block

_NAME = r"(?:question|exercise|problem|item|frage|aufgabe|übung|exercice|pregunta|ejercicio|q)"
_NUMBERED = re.compile(rf"^(?:{_NAME}\s*)?(\d{{1,3}})\s*[.):]\s+(?=\S)", re.IGNORECASE)
_NUMBER_ALONE = re.compile(rf"^{_NAME}\s*(\d{{1,3}})\s*[.):]?$", re.IGNORECASE)
_ANSWER = (
    r"(?:(?:the )?(?:correct |right |sample |model |key )?(?:answer|ans|key|solution)s?|(?:richtige |korrekte )?(?:antwort|lösung)|"
    r"(?:bonne )?réponse(?: correcte)?|(?:respuesta|solución)(?: correcta)?)"
)
_TOLD = re.compile(
    rf"^\(?(?:{_ANSWER}|(?P<letter>[AR]\d{{0,3}}|Rép))(?:(?:\s+is)?\s*[:.]\s*|(?<=answer)\s+is\s+(?=[A-H][).:]\s))(?P<told>\S.*)$",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    rf"^(?:(?:click (?:here )?to )?(?:show|see|reveal|zeige?|voir|ver|mostrar)\s)?(?:the |die |la )?{_ANSWER}(?: anzeigen| zeigen)?\s*[:.…]?$",
    re.IGNORECASE,
)
_WITHIN = re.compile(rf"\s[(\[]?(?:{_ANSWER})\s*:\s*(?P<told>[^\s)\]].*?)[)\]]?$", re.IGNORECASE)
_IN_BRACKET = re.compile(r"^(?P<asked>\S.*\?)\s*\((?P<told>[^()?]{2,80})\)\.?$")
_NO_BRACKET = re.compile(  # what else stands in brackets behind a question
    r"^(?:or|oder|ou|o|and|und|et|y)\b|\b(?:hint|tip|note|see|page|pages?|chapter|section|points?|marks?|answers?|sentences?|words?|lines?|choose|tick|several|optional|difficult|hinweis|tipp|siehe|seite|"
    r"kapitel|punkte?|antworten|sätze|wörter|zeilen|voir|page|phrases|mots|indice|ver|página|puntos?|palabras|frases|one or|mindestens|at least|au moins|al menos|"
    r"e\.g|z\. ?B|p\.|S\.|\w ?/ ?\w)\b|^[\d\W]+$|^[A-Z]$",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"^(?:Q|Question|F|Frage|P|Pregunta)\s*\d*\s*[:.)]\s*(?P<asked>.+?)\s+(?:A|Answer|Antwort|Réponse|R|Respuesta)\s*\d*\s*[:.)]\s+(?P<told>.+)$",
    re.IGNORECASE,
)
_OPENER = re.compile(r"^(?:Q|Question|F|Frage|P|Pregunta)\s*(?P<number>\d*)\s*[:.)]\s*(?=\S)", re.IGNORECASE)  # fmt: skip
_KEYS = re.compile(
    r"^\(?(?:(?:the )?(?:correct )?(?:answers?|solutions?)(?: key)?|key|lösung(?:en)?|antworten|réponses?|corrigés?|solutions?|respuestas?|soluciones|clave)"
    r"(?: (?:to|for|zu[mr]?|für|aux?|de|du|des|del|de la|a) [^:]{1,40})?\s*:\s*(?=\D{0,10}\d{1,3}\s*[.):=–-]?\s*\S)",
    re.IGNORECASE,
)
_PAIR = re.compile(r"(?<![\w.,])\d{1,3}\s*[.):=–-]\s*\S|(?<![\w.])\d{1,3}\s?[a-hA-H](?=[\s,;.)]|$)")

_FORM = re.compile(
    r"^(?:name|vorname|klasse|datum|punkte|note|class|date|score|grade|nom|prénom|classe|nombre|apellidos|curso|grupo|fecha|nome|cognome)"
    r"\s*:?\s*(?:_{3,}|\.{4,}|…)",
    re.IGNORECASE,
)


def is_line_of_form(text: str) -> bool:
    """Whether a line is there to be filled in with one's name, class or the date."""
    return bool(_FORM.match(text))


def bold_and_told(block: Block) -> tuple[str, str] | None:
    """A question printed bold and its answer behind it, in one block."""
    bold = next((m for m in block.marks if m.style == "strong" and m.start <= 1), None)
    asked = even(block.text[: bold.end]) if bold else ""
    told = even(block.text[bold.end :]) if bold else ""
    if not told or letter_of(told):
        return None  # what is behind it are its options
    return (asked, told) if asked.endswith(("?", "؟")) else None


def numbered(text: str) -> tuple[str, str]:
    """The number that a question states ("" none), and its text without it."""
    match = _NUMBERED.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


def number_alone(text: str) -> str:
    """The number of a line that says no more than which question comes ("Question 3"); "" for none."""
    match = _NUMBER_ALONE.match(text)
    return match[1] if match else ""


def without_opener(text: str) -> tuple[bool, str]:
    """Whether a question begins with "Q:" or the like, and the text without; a number in it stays."""
    match = _OPENER.match(text)
    if match is None:
        return False, text
    rest = text[match.end() :]
    return True, f"{match['number']}. {rest}" if match["number"] else rest


def asked_and_told(text: str) -> tuple[str, str] | None:
    """The question and the answer of "Q: … A: …" in one block."""
    both = _BOTH.match(text)
    return (both["asked"], both["told"]) if both else None


def split_told(text: str) -> tuple[str, str]:
    """A question and the answer that its block ends with ("… (Answer: 12)"); "" for none."""
    within = _WITHIN.search(text)
    return (text[: within.start()], within["told"]) if within else (text, "")


def split_bracket(text: str) -> tuple[str, str]:
    """A question and the answer in brackets behind it: "How many players …? (seven)"; "" for hints and points."""
    found = _IN_BRACKET.match(text)
    if found is None or _NO_BRACKET.search(found["told"]):
        return text, ""
    return found["asked"], found["told"]


def split_stressed(text: str, block: Block) -> tuple[str, str]:
    """A question and what stands behind it in other print, to the end of its block; "" for none."""
    for mark in block.marks:
        asked, told = even(block.text[: mark.start]), even(block.text[mark.start :])
        if (
            mark.style in ("emphasis", "strong")
            and mark.end >= len(block.text) - 1
            and asked.endswith("?")
        ):
            return (asked, told) if text.endswith(told) else (text, "")
    return text, ""


def tells_answer(text: str, *, one_letter: bool) -> str:
    """The answer of a block that is one, "" for none. "A." begins one only with `one_letter`: else a list."""
    told = _TOLD.match(text)
    return told["told"] if told and (one_letter or not told["letter"]) else ""


def tells_that_one_follows(text: str) -> bool:
    """Whether a line says no more than that the answer comes next ("Show answer")."""
    return bool(_FOLLOWS.match(text))


def is_line_of_keys(block: Block) -> bool:
    """Whether a line holds the keys of several questions: "Answers: 1-b, 2-a"."""
    text = even(block.text)
    lead = _KEYS.match(text)
    return lead is not None and (
        len(_PAIR.findall(text)) > 1 or bool(counted_off(text[lead.end() :], NUMBERS, bare=True)[1])
    )


def without_keys_lead(text: str) -> str:
    """A line of keys without the word before it."""
    return _KEYS.sub("", text, count=1)


def without_names(text: str) -> str:
    """Keys without the names of questions: of "Question 1: b" stays "1: b"."""
    return re.sub(rf"\b{_NAME}\s+(?=\d)", "", text, flags=re.IGNORECASE)
