"""Where sentences begin and end, by rule, so that evidence "b12.3" always means the same words.

The rules are those of ordinary typography: a sentence ends at a full stop, question or exclamation
mark (with its closing quotes, brackets and citation marks) that is followed by something that can
begin a sentence. Abbreviations, initials, decimals, list numbers and citations do not end one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from praxeo.domain.blocks import Block

Span = tuple[int, int]

REMEMBERED_TEXTS = 4096  # texts whose spans are kept; an author asks for the same ones again

_CLOSERS = "\"'”’»›)\\]}」』】"
_OPENERS = "\"'“‘«‹„(\\[{¿¡「『【*_"
# A stop, more stops, closing marks, a citation such as [3] or a raised number, then space or end.
_STOP = re.compile(
    r"(?P<stop>[.!?…؟।။]+)"
    rf"(?P<tail>[{_CLOSERS}]*(?:\[\d+(?:[,;–-]\s?\d+)*\])*)"
    r"(?P<note>(?<=[.!?])\d{1,3}(?:[,–-]\d{1,3})*)?"
    r"(?=\s|$)"
    rf"|(?P<wide>[。！？｡]+[{_CLOSERS}]*)"
    r"|(?P<break>\n\s*\n)"
)
_WORD_BEFORE = re.compile(r"[^\s(\[“\"‘'«]+$")
_NEXT_WORD = re.compile(rf"\s*(?P<open>[{_OPENERS}]*)(?P<word>[^\s,;:.!?)\]]+)?")
_LETTER_CHAIN = re.compile(r"^(?:[^\W\d_]\.)+[^\W\d_]?$")
# German writes an ordinal with a full stop ("im 19. Jahrhundert", "9. November"), and abbreviations of two words.
_MONTH = re.compile(
    r"(?:jan(?:uar|\.)|jänner|feb(?:ruar|\.)|märz|april|mai|juni|juli|aug(?:ust|\.)|sept?(?:ember|\.)|okt(?:ober|\.)|nov(?:ember|\.)|"
    r"dez(?:ember|\.))$",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"\d{1,2}")
_BEFORE_ORDINAL = re.compile(
    r"(?:^|[\s(„])(?:d(?:er|ie|as|em|en|es)|i[mn]|am|vom|zu[mr]|beim|bis|ab|seit|jede[rsmn]?|und|oder)\s$", re.IGNORECASE
)  # fmt: skip
_SPACED = re.compile(r"\b(?:z\. ?B|d\. ?h|u\. ?a|u\. ?U|v\. ?a|o\. ?ä|i\. ?d\. ?R)$")
_YEAR_BEFORE = re.compile(r"\d\s$")
_SPACED_FIRST, _SPACED_NEXT = frozenset("zduvoi"), frozenset("BhaUädR")
_LIST_NUMBER = re.compile(r"^(?:\d{1,3}|[ivxlIVXL]{1,5}|[A-Za-z])$")


def _word_set(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Never at the end of a sentence: a title, or a word that points to what follows it.
_LEADING = _word_set(
    """mr mrs ms mx dr prof rev hon st ste sgt capt col gen lt cmdr gov sen rep pres messrs mme mlle
    fr hr dipl ing e.g i.e eg ie cf viz vs v vgl bzw z.b d.h u.a p.ej ej por.ej sr sra srta dña
    fig figs tab tabs eq eqs eqn eqns sec secs ch chap chaps app no nos nr vol vols art arts para
    paras pp p pt pts ex ref refs ed eds trans incl excl resp approx ca c circa est bd abb kap
    aufl hrsg núm pág cap av mt ft al u.k u.s.c op loc ibid abbr dept univ assn bros mfg
    jan feb mar apr jun jul aug sep sept oct nov dec"""
)
# May end a sentence: it does so only when the next word is one that usually begins another.
_MAYBE = _word_set(
    """al inc ltd co corp jr sr phd ph.d m.d b.a m.a d.c u.s u.k u.n e.u u.s.a a.m p.m b.c a.d b.c.e
    c.e etc usw et ff seq est dept univ av"""
)
_STARTERS = _word_set(
    """the a an this that these those it its they their there he she his her we our you your i in on
    at by for from to as if when while where although though because since after before during
    however but and or so yet thus hence therefore moreover furthermore also then now here today
    most many some several all each both no not one two what which who why how such other another
    der die das ein eine es sie er wir in im le la les un une il elle nous el los las una"""
)


@lru_cache(maxsize=REMEMBERED_TEXTS)
def split_sentences(text: str) -> tuple[Span, ...]:
    """Spans (start, end) of the sentences of a text, in order, without the space around them.

    Every character that is not white space lies in exactly one span.
    """
    spans: list[Span] = []
    start = 0
    for match in _STOP.finditer(text):
        if match["break"] is None and not _ends_sentence(text, start, match):
            continue
        _append(spans, text, start, match.end() if match["break"] is None else match.start())
        start = match.end()
    _append(spans, text, start, len(text))
    return tuple(spans)


def sentence(text: str, number: int) -> str | None:
    """The sentence with that number (from 1), or None when the text has no such sentence."""
    spans = split_sentences(text)
    if not 1 <= number <= len(spans):
        return None
    start, end = spans[number - 1]
    return text[start:end]


def evidence_text(block: Block, number: int | None = None) -> str | None:
    """What an evidence reference quotes: the whole block, or its part `number` (from 1).

    A part is a sentence of running text, a row of a table (its first row, the head, is row 1), or
    a line of code. None when the block has no such part.
    """
    if number is None:
        return block.text
    if block.kind in ("table", "code"):
        lines = block.text.split("\n")
        return lines[number - 1] if 1 <= number <= len(lines) else None
    return sentence(block.text, number)


def evidence_parts(block: Block) -> tuple[str, ...]:
    """All parts of a block in order: `evidence_text(block, n)` is the part at n - 1."""
    if block.kind in ("table", "code"):
        return tuple(block.text.split("\n"))
    return tuple(block.text[start:end] for start, end in split_sentences(block.text))


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends_sentence(text: str, start: int, match: re.Match[str]) -> bool:
    if match["wide"]:
        return True
    following = _NEXT_WORD.match(text, match.end())
    word = (following["word"] or "") if following else ""
    opener = (following["open"] or "") if following else ""
    if not word and not opener:
        return True
    if word and not _can_begin(word, opener):
        return False
    if match["note"] and not _is_raised_number(text, match):
        return False
    if match["stop"] != ".":
        return not (match["tail"] and word[:1].islower())
    return not _is_abbreviation(text, start, match, word)


def _can_begin(word: str, opener: str) -> bool:
    """A small letter begins no sentence, except in names such as iPhone, pH or mRNA."""
    first = word[0]
    if first.islower():
        return any(letter.isupper() for letter in word[1:3])
    return first not in "=<>+*/%&|" or bool(opener)


def _is_raised_number(text: str, match: re.Match[str]) -> bool:
    """In "the cells.12 They" the number is a note; in "version 2.1 The" it is a decimal."""
    before = text[match.start() - 1 : match.start()]
    return before.isalpha() or before in _CLOSERS


def _is_abbreviation(text: str, start: int, match: re.Match[str], next_word: str) -> bool:
    found = _WORD_BEFORE.search(text, start, match.start())
    if found is None or match["tail"].startswith(("”", '"')):
        return False
    word = found[0]
    lowered = word.lower()
    starts = next_word.lower() in _STARTERS
    if _LIST_NUMBER.match(word) and not text[start : found.start()].strip():
        return True  # "1. Mix the powder": a list number in front of its sentence
    if _ORDINAL.fullmatch(word) and _is_ordinal(text[start : found.start()], next_word, starts):
        return True
    if lowered in _MAYBE:
        return not (starts or (lowered == "etc" and next_word[:1].isupper()))
    if lowered in _LEADING:
        return _points_forward(lowered, word, next_word, starts)
    if _LETTER_CHAIN.match(word + ".") and "." in word:
        return not starts
    if _SPACED.search(text[start : match.start()]):
        return not starts
    if word in _SPACED_FIRST and next_word in _SPACED_NEXT:
        return True
    if word in ("a", "d") and next_word == "C" and _YEAR_BEFORE.search(text[start : found.start()]):
        return True  # "753 a. C.": before Christ
    if len(word) == 1 and word.isalpha() and word.isupper() and next_word[:1].isupper():
        # "J. R. Smith" goes on, "vitamin C. It" and "Plan B. The" do not.
        return not starts and word != "I"
    return False


def _is_ordinal(before: str, next_word: str, starts: bool) -> bool:
    """Whether a number with a stop is a German ordinal: of a day, or after an article or preposition."""
    return bool(_MONTH.match(next_word)) or (
        not starts and next_word[:1].isupper() and bool(_BEFORE_ORDINAL.search(before))
    )


def _points_forward(lowered: str, word: str, next_word: str, starts: bool) -> bool:
    """Whether a leading abbreviation is one here: "No. 5" is, "She said no. Then" is not."""
    if lowered in {"no", "art", "ed", "app", "ex", "may", "mar", "sec", "est", "trans", "fr", "c"}:
        return next_word[:1].isdigit() or (word[:1].isupper() and not starts)
    if lowered in {"al", "pt", "p", "v", "tab", "ref", "gen", "col", "rep", "capt", "hon", "eg"}:
        return not starts
    return not (starts and lowered in {"jan", "feb", "apr", "aug", "sep", "oct", "nov", "dec"})
