"""A line that is a term with its meaning: "Term: meaning", "Term – meaning", "**Term** meaning"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from praxeo.authors.offline.cleaning import count_words, even, without_citations
from praxeo.authors.offline.harvest.copula import ENOUGH, without_copula
from praxeo.authors.offline.harvest.term_names import named_once, without_gloss
from praxeo.domain.blocks import Block
from praxeo.domain.sentences import split_sentences

LONGEST_TERM = 8  # words
LONGEST_MEANING = 45  # words; a further sentence may not make it longer
SHORTEST_MEANING = 2  # words
LONGEST_GLOSS = 12  # letters between a term in italics and its colon: "(SRP)"

_MARK = re.compile(r"\s*(?::|\s[–—-]|[–—]|\s=|\s?→|\s?::|\t)\s+")
_SAID = re.compile(
    r"(?:term|begriff|terme|mot|término)\s*:\s*(?P<term>[^:]{2,60}?)[\s;,.]+(?:meaning|definition|bedeutung|erklärung|définition|signification|"
    r"significado|definición)\s*:\s*(?P<meaning>\S)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(
    r"(?<!\bv)(?<!\bvs)(?<!\bSt)(?<!\b[A-Z])[.](?:\s|$)|[!?;](?:\s|$)"
)  # "Marbury v. Madison"
STAGE = re.compile(  # "Stage 1 – Glycolysis: …"
    r"^(?:stage|phase|step|schritt|stufe|étape|fase|etapa|paso)\s?(?P<number>\d{1,2})\s?[:.–—-]\s+(?=\S)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(?:\d{1,3}[.)]|[a-z]\)|[•‣◦*☐☑☒-]|\[[ xX]?\])\s+")
_TELLS_ON = re.compile(
    r"\s+\([^()]*\)\s+[a-zäöü]"
)  # "**DNS** (Domain Name System) übersetzt …": a sentence
_UNFINISHED = re.compile(r"\b(?:engl|frz|ital|span|lat|griech|bsw|bspw|sog|ugs|ingl|angl|approx|esp)\.$", re.IGNORECASE)  # fmt: skip
_QUOTES = "*_`“”„«»\"' "


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A term with its meaning, as they stand in one block. `first` and `last` are sentence numbers."""

    term: str
    meaning: str
    first: int
    last: int
    text: str
    bold: bool = False
    code: bool = False


def entry_of(block: Block, *, bare: bool = False) -> Entry | None:
    """The entry that a block is. With `bare` a bold term needs no mark before its meaning."""
    text = block.text
    if said := _SAID.match(text):
        return _with_meaning(
            block, even(said["term"]), said.start("meaning"), bold=True, code=False
        )
    start = number.end() if (number := STAGE.match(text) or _NUMBER.match(text)) else 0
    lead = next((m for m in block.marks if m.start <= start + 1 and m.style in ("strong", "code", "emphasis")), None)  # fmt: skip
    strong = lead is not None and lead.style != "emphasis"
    found = _MARK.search(text, lead.end - 1 if strong and lead else start)
    if strong and lead and (not found or found.start() > lead.end + 24):
        if not bare and text[lead.end - 1 : lead.end] not in ".:":
            return None
        if _TELLS_ON.match(text, lead.end):
            return None
        cut, after = lead.end, lead.end
    elif found:
        cut, after = found.start(), found.end()
    else:
        return None
    term = without_gloss(even(text[start:cut])).rstrip(" .:").strip(_QUOTES)
    if not term or count_words(term) > LONGEST_TERM or _SENTENCE_END.search(term):
        return None
    marked = strong or bool(lead and found and found.start() <= lead.end + LONGEST_GLOSS)
    return _with_meaning(block, term, after, bold=marked, code=bool(lead and lead.style == "code"))


def _with_meaning(block: Block, term: str, after: int, *, bold: bool, code: bool) -> Entry | None:
    spans = split_sentences(block.text)
    first = next((n for n, (_, end) in enumerate(spans, 1) if end > 0), 1)
    meaning, last = "", 0
    for number, (_, end) in enumerate(spans, 1):
        if end <= after:
            continue
        longer = tidy(block.text[after:end])
        if meaning and count_words(longer) > LONGEST_MEANING:
            break
        meaning, last = without_copula(term, longer), number
        if count_words(longer) >= ENOUGH and not is_cut(block.text[after:end]):
            break
    if not last or count_words(meaning) < SHORTEST_MEANING:
        return None
    return Entry(
        term=named_once(term, meaning),
        meaning=meaning,
        first=first,
        last=last,
        text=block.text[: spans[last - 1][1]],
        bold=bold,
        code=code,
    )


def is_cut(text: str) -> bool:
    """Whether a text breaks off at an abbreviation, or within brackets, so that the next sentence belongs to it."""
    return text.count("(") > text.count(")") or bool(_UNFINISHED.search(text.rstrip()))


def tidy(text: str) -> str:
    """A meaning without citations, the mark before it and the stop behind it."""
    text = without_citations(text).strip(" \t:–—-=→")
    return text if re.search(r"[.!?…]\s+\S", text[:-1]) else text.rstrip(" .;,")
