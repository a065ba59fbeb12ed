"""The words and numbers of a text, and the forms in which they are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from unicodedata import normalize

from praxeo.claims.word_lists import NUMBER_WORDS, UNIT_SIGNS

STEM_LETTERS_LEAST = 4  # shorter words are compared whole
ALIKE_LETTERS_LEAST = 5  # "activate" and "activation" share more than this
ALIKE_SHARE_LEAST = 0.7
_ENDINGS = ("ations", "ation", "ities", "ity", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s")
_PARTICIPLE = re.compile(
    "(ab|an|auf|aus|bei|durch|ein|fest|her|hin|los|mit|nach|über|um|unter|vor|weg|zu|zurück|zusammen)?(?:ge|zu)(.{4,}(?:t|en))"
)  # of German: "geprüft", "aufgenommen", "auszubreiten"
_PREFIX = re.compile(
    "ab|an|auf|aus|be|bei|durch|ein|ent|er|fest|mit|nach|über|um|unter|ver|vor|weg|zer"
)
_UMLAUTS = str.maketrans("äöü", "aou")
_OF_NOUNS = frozenset(("", "e", "n", "en", "es", "em", "s"))
_OF_VERBS = frozenset(("en", "t", "st", "te", "ten", "et"))
_DERIVED = frozenset(
    (
        "",
        "an",
        "ian",
        "ean",
        "ese",
        "ness",
        "ment",
        "ful",
        "al",
        "ance",
        "ence",
        "ly",
        "ity",
        "heit",
        "keit",
        "ung",
        "lich",
        "isch",
    )
)
_TOKEN = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d,.]*\d)"  # 1 000
    r"|(?:(?<![^\s(=])[-−](?=\d))?\d+(?:[.,]\d+)*"
    r"|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"  # each sign of Chinese, Japanese, Korean
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*(?:\d+[^\W_]*)?"
    r"|[%‰°€£$]"
)
_THOUSANDS = re.compile(r"-?\d{1,3}(?:[.,\s]\d{3})+")


@dataclass(frozen=True)
class Token:
    """One word, number or sign of a unit and where it stands in the text."""

    text: str
    start: int
    end: int

    @cached_property
    def key(self) -> str:
        """The form in which tokens are compared."""
        text = self.text if self.text.isascii() else normalize("NFKC", self.text)  # CO₂: CO2
        lowered = text.casefold().replace("’", "'")
        return number_of(text) or UNIT_SIGNS.get(lowered, lowered)


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and numbers of a text, in order."""
    return tuple(Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text))


def number_of(word: str) -> str:
    """The number that a word stands for, with a point for the decimal mark, "" if for none."""
    if word[0].isdigit() or (len(word) > 1 and word[1].isdigit()):
        word = word.replace("−", "-")
        if _THOUSANDS.fullmatch(word):
            return re.sub(r"[.,\s]", "", word)
        return word.replace(",", ".")
    return NUMBER_WORDS.get(word.casefold(), "")


def is_number(key: str) -> bool:
    """Whether the form of a token is that of a number."""
    return key[-1].isdigit() and key[0] in "-0123456789"


def stem_of(word: str) -> str:
    """A word without its ending, so that "binds" and "binding" are the same."""
    word = word.removesuffix("'s")
    word = _regular(word)
    if participle := _PARTICIPLE.fullmatch(word):
        word = (participle[1] or "") + participle[2]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM_LETTERS_LEAST - 1:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) >= STEM_LETTERS_LEAST and word[-1] in "ey" else word


@cache
def _forms() -> dict[str, str]:
    """Irregular forms, each with the one that stands for all of them."""
    text = files("praxeo.claims.lexicon").joinpath("forms.txt").read_text("utf-8")
    rows = [line.split() for line in text.splitlines() if not line.startswith("#")]
    found = {form: row[0] for row in rows for form in row[1:]}
    return found | {form[2:]: base for form, base in found.items() if form.startswith("ge")}


def is_irregular(word: str) -> bool:
    """Whether the tables have a word as the irregular form of another."""
    return _regular(word) != word.translate(_UMLAUTS)


def _regular(word: str) -> str:
    """The form that stands for an irregular one, also behind a German prefix ("beschlossen")."""
    found = _forms().get(word)
    prefix = _PREFIX.match(word) if found is None else None
    if prefix and (found := _forms().get(word[prefix.end() :])):
        found = prefix[0] + found
    return (found or word).translate(_UMLAUTS)


def alike(one: str, other: str) -> bool:
    """Whether two stems are one, inflected as in German or derived, or have the same beginning."""
    if one == other or _inflected(one, other):
        return True
    if len(one) < ALIKE_LETTERS_LEAST or one[:ALIKE_LETTERS_LEAST] != other[:ALIKE_LETTERS_LEAST]:
        return False
    longest = max(len(one), len(other))
    return _shared(one, other) >= ALIKE_SHARE_LEAST * longest


def _shared(one: str, other: str) -> int:
    """How many letters two words begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def _inflected(one: str, other: str) -> bool:
    """Whether two stems differ in a German ending alone, or in what makes "European" of "Europe"."""
    shared = _shared(one, other)
    rests = {one[shared:], other[shared:]}
    if shared >= STEM_LETTERS_LEAST and (rests <= _OF_NOUNS or rests <= _DERIVED):
        return True
    return shared >= STEM_LETTERS_LEAST - 1 and "en" in rests and rests <= _OF_VERBS
