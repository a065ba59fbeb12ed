"""True and false statements made of the sentences of a source by seed: what is cut, changed, swapped or joined."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import spacy
from swaps import names_swapped, numbers_swapped, roles_swapped

from praxeo.domain.blocks import Extraction
from praxeo.domain.sentences import split_sentences

WORDS_LEAST, WORDS_MOST = 8, 40
_NUMBER = re.compile(r"(?<![\w.,-])\d{1,4}(?![\w.,-]*\d)(?![\w])")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}(?= [a-z]|[,.])")
_VERB = re.compile(r"\b(is|are|was|were|can|will|has|have|should|must)\b(?! not\b| no\b|n't)")
_NOT = re.compile(r"\b(is|are|was|were|can|will|has|have|should|must|do|does|did) not\b")
_BRACKET = re.compile(r" \([^()]{3,60}\)")
_ADVERB = re.compile(
    r" (usually|often|also|generally|typically|very|however,|quickly|easily|widely|largely|mainly|currently|recently|simply|directly|significantly|relatively)\b"
)
# Chosen before the gate's own table, and not from it.
_PAIRS = """increase decrease/increases decreases/increased decreased/increasing decreasing/high low/higher lower/large small/
larger smaller/more fewer/early late/earlier later/before after/first last/good bad/better worse/best worst/strong weak/
stronger weaker/fast slow/faster slower/long short/longer shorter/hot cold/warm cool/old new/older newer/rich poor/
positive negative/internal external/public private/major minor/maximum minimum/upper lower/top bottom/north south/
northern southern/east west/eastern western/above below/inside outside/open closed/easy difficult/easier harder/
common rare/simple complex/male female/left right/win lose/won lost/buy sell/rise fall/rises falls/rose fell/begin end/
began ended/success failure/useful useless/possible impossible/important unimportant/active passive/hard soft/dry wet/
heavy light/narrow wide/deep shallow/thick thin/young old/modern ancient/local global/direct indirect/legal illegal/
natural artificial/permanent temporary/import export/gain loss/cheap expensive/safe dangerous/full empty/true false""".replace("\n", "").split("/")  # fmt: skip
_OPPOSITE = {a: b for pair in _PAIRS for a, b in (pair.split(), pair.split()[::-1])}

TRUE = ("verbatim", "shortened")
FALSE = ("number", "number_of_page", "name", "name_of_page", "negated", "unnegated", "other_page", "roles", "names_swapped", "numbers_swapped", "stitched", "opposite")  # fmt: skip


@dataclass(frozen=True)
class Case:
    """A statement about a source, and the sentence that it was made of."""

    kind: str
    text: str
    sentence: str

    @property
    def is_true(self) -> bool:
        return self.kind in TRUE


def sentences(extraction: Extraction) -> list[str]:
    """Whole sentences of running text, each once."""
    found: dict[str, None] = {}
    for block in extraction.blocks:
        if block.kind in ("paragraph", "list_item"):
            for start, end in split_sentences(block.text):
                text = block.text[start:end]
                if WORDS_LEAST <= len(text.split()) <= WORDS_MOST and text[-1] in ".!":
                    found[text] = None
    return list(found)


@dataclass
class Maker:
    """Makes the cases of one source; `others` are sentences of another."""

    texts: list[str]
    others: list[str]
    chance: random.Random
    parser: spacy.language.Language

    def cases(self, most: int) -> Iterator[Case]:
        """Up to `most` of each kind."""
        whole, texts = " ".join(self.texts), list(self.texts)
        self.chance.shuffle(texts)
        for kind, make in self._makers().items():
            made = 0
            for text in texts:
                if (
                    made < most
                    and (altered := make(text))
                    and (altered not in whole or kind == "verbatim")
                ):
                    made += 1
                    yield Case(kind, altered, text)

    def _makers(self) -> dict[str, Callable[[str], str]]:
        parsed = lambda swap: lambda text: swap(self.parser(text), self.chance)  # noqa: E731
        return {
            "verbatim": str,
            "shortened": self._shortened,
            "number": self._number,
            "number_of_page": self._number_of_page,
            "name": lambda text: self._name(text, self._names(self.others)),
            "name_of_page": lambda text: self._name(text, self._names(self.texts)),
            "negated": lambda text: (
                _VERB.sub(r"\1 not", text, count=1)
                if not _NOT.search(text) and _VERB.search(text)
                else ""
            ),
            "unnegated": lambda text: _NOT.sub(r"\1", text, count=1) if _NOT.search(text) else "",
            "other_page": lambda _: self.chance.choice(self.others) if self.others else "",
            "roles": parsed(roles_swapped),
            "names_swapped": parsed(names_swapped),
            "numbers_swapped": parsed(numbers_swapped),
            "stitched": self._stitched,
            "opposite": self._opposite,
        }

    def _shortened(self, text: str) -> str:
        cut = _BRACKET.sub("", text, count=1)
        cut = cut if cut != text else _ADVERB.sub("", text, count=1)
        return cut if cut != text else ""

    def _number(self, text: str) -> str:
        return (
            _NUMBER.sub(
                lambda m: str(int(m[0]) + self.chance.choice([1, 2, 3, 7, 10, 100])), text, count=1
            )
            if _NUMBER.search(text)
            else ""
        )

    def _number_of_page(self, text: str) -> str:
        others = [n for t in self.texts if t != text for n in _NUMBER.findall(t) if n not in text]
        return (
            _NUMBER.sub(self.chance.choice(others), text, count=1)
            if others and _NUMBER.search(text)
            else ""
        )

    def _names(self, texts: list[str]) -> list[str]:
        return sorted({name for text in texts for name in _NAME.findall(text)})

    def _name(self, text: str, names: list[str]) -> str:
        others = [name for name in names if name not in text]
        return (
            _NAME.sub(self.chance.choice(others), text, count=1)
            if others and _NAME.search(text)
            else ""
        )

    def _stitched(self, text: str) -> str:
        """The first half of a sentence, cut before a verb, and the second half of another."""
        other = self.chance.choice(self.texts)
        ends = [(m.start(), m.group(1)) for m in _VERB.finditer(text) if m.start() > 15]
        tails = [m.start() for m in _VERB.finditer(other) if len(other) - m.start() > 25]
        return text[: ends[0][0]] + other[tails[0] :] if ends and tails and other != text else ""

    def _opposite(self, text: str) -> str:
        words = [
            m
            for m in re.finditer(r"\b[a-z]+\b", text)
            if m[0] in _OPPOSITE and _OPPOSITE[m[0]] not in text
        ]
        if not words:
            return ""
        found = self.chance.choice(words)
        return text[: found.start()] + _OPPOSITE[found[0]] + text[found.end() :]
