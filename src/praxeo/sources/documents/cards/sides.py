"""What stands on a side of a card: HTML, formulas, gaps; pictures and recordings are only named there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praxeo.domain.errors import Refused
from praxeo.sources.documents.cards.deck import Missing
from praxeo.sources.documents.html.tables import flat_text
from praxeo.sources.documents.html.tree import parse_html
from praxeo.sources.formulas.reading import read_tex

LONGEST_WITH_GAPS_CHARACTERS = 20_000
MOST_GAPS = 50
DEEPEST_GAP = 10
GAP_SHOWN = "____"
MARKED = re.compile(r"</?[a-zA-Z][^<>]*>|&[a-zA-Z]{2,8};|&#\d{1,7};")
# Each pattern stops at the next beginning of its kind, so that no side takes long.
SOUND = re.compile(r"\[sound:([^\[\]\n]{1,200})\]")
PICTURE = re.compile(r"<img\b[^<>]*?\bsrc\s*=\s*[\"']?([^\"'<>\s]{1,200})[^<>]*>", re.IGNORECASE)
FORMULA = re.compile(
    r"\\\((?P<a>[^\\]*+(?:\\(?![()])[^\\]*+)*+)\\\)|\\\[(?P<b>[^\\]*+(?:\\(?![\[\]])[^\\]*+)*+)\\\]"
    r"|\[latex\](?P<c>[^\[]*+(?:\[(?!/?latex\])[^\[]*+)*+)\[/latex\]"
    r"|\[\${1,2}\](?P<d>[^\[]*+(?:\[(?!/?\$)[^\[]*+)*+)\[/\${1,2}\]"
)
KEPT = re.compile("\ue000(\\d{1,6})\ue001")
NUMBER = re.compile(r"\{\{c(\d{1,3})::")
GAP = re.compile(
    r"\{\{c(?P<number>\d{1,3})::(?P<answer>(?:(?!\{\{|\}\}|::).)*)(?:::(?P<hint>(?:(?!\{\{|\}\}).)*))?\}\}",
    re.S,
)


def side(text: str, missing: Missing, *, html: bool) -> str:
    """The text of one side on one line; names of what it would show or play are noted in `missing`."""
    for pattern in (SOUND, PICTURE):
        missing.media.update(dict.fromkeys(pattern.findall(text)))
        text = pattern.sub(" ", text)
    formulas: list[str] = []

    def kept(found: re.Match[str]) -> str:
        tex = (found["a"] or found["b"] or found["c"] or found["d"] or "").strip().strip("$")
        formulas.append(read_tex(_shown(tex) if html else tex).text)
        return f"\ue000{len(formulas) - 1}\ue001"

    if "\\" in text or "[latex]" in text or "[$" in text:
        text = FORMULA.sub(kept, text)
    text = _shown(text) if html else text
    for at in reversed([*KEPT.finditer(text)] if formulas else ()):
        if int(at[1]) < len(formulas):
            text = f"{text[: at.start()]}{formulas[int(at[1])]}{text[at.end() :]}"
    return " ".join(text.split())


def _shown(text: str) -> str:
    if not MARKED.search(text):
        return text
    try:
        return flat_text(parse_html(f"<div>{text}</div>"))
    except Refused:
        return ""


def gaps(text: str) -> Iterator[tuple[str, str]]:
    """For each number of a gap ({{c1::answer::hint}}) the text with it open, and what belongs there."""
    if len(text) > LONGEST_WITH_GAPS_CHARACTERS:
        return
    numbers = dict.fromkeys(NUMBER.findall(text)) if GAP.search(text) else ()
    for number in sorted(numbers, key=int)[:MOST_GAPS]:
        answers: list[str] = []
        opened = _opened(text, number, answers)
        if answers:
            yield opened, "; ".join(dict.fromkeys(answers))


def _opened(text: str, number: str, answers: list[str]) -> str:
    def replaced(found: re.Match[str]) -> str:
        if found["number"] != number:
            return found["answer"]
        answers.append(found["answer"].strip())
        return f"{GAP_SHOWN} ({found['hint'].strip()})" if found["hint"] else GAP_SHOWN

    for _ in range(DEEPEST_GAP):  # the innermost first
        text, count = GAP.subn(replaced, text)
        if not count:
            break
    return text
