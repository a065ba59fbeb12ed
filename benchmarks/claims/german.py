"""German statements made by seed, true and false, held against their source: `python benchmarks/claims/german.py [-v]`.

Of the project's own German texts; the corpus of pages has none. No parser: what needs one (roles, names) is not among
the kinds. Pairs and patterns were chosen before looking at the gate's own tables.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from cases import Maker, sentences
from halves import half
from mechanical import ROOT, show

from praxeo.claims.gate import Gate
from praxeo.claims.statements import Claim
from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.readers import read

OWN = (
    *sorted((ROOT / "tests/golden/marked").glob("*.de.md")),
    ROOT / "samples/das-herz-und-der-blutkreislauf.md",
)
OF_A_KIND = 20  # from one source
SENTENCES_LEAST = 12
HALVES = ("first", "second", "third", "fresh")
_VERB = re.compile(r"\b(ist|sind|war|waren|wird|werden|wurde|wurden|kann|können|hat|haben|muss|müssen)\b(?! nicht\b| kein)")  # fmt: skip
_NOT = re.compile(r"(?<=[a-zäöüß]) nicht\b(?! nur)")
_DIGITS = re.compile(r"(?<![\w.,])\d{1,4}(?![\w.,]*\d)")
_BRACKET = re.compile(r" \([^()]{3,60}\)")
_ADVERB = re.compile(r" (meist|oft|häufig|sehr|auch|besonders|inzwischen|heute|immer wieder|weitgehend|zunächst|vor allem)\b")  # fmt: skip
_PAIRS = """groß klein/großen kleinen/größer kleiner/hoch niedrig/hohe niedrige/höher niedriger/lang kurz/langen kurzen/
länger kürzer/schnell langsam/schneller langsamer/alt neu/alten neuen/warm kalt/warme kalte/stark schwach/starke schwache/
links rechts/linke rechte/linken rechten/oben unten/innen außen/vor nach/mehr weniger/erste letzte/ersten letzten/
steigt sinkt/steigen sinken/beginnt endet/öffnet schließt/öffnen schließen/außerhalb innerhalb/über unter/viele wenige/
reich arm/dick dünn/tief flach/hell dunkel/leicht schwer/früher später/früh spät/gut schlecht/wichtig unwichtig"""
_OPPOSITE = {
    a: b
    for pair in _PAIRS.replace("\n", "").split("/")
    for a, b in (pair.split(), pair.split()[::-1])
}


@dataclass
class GermanMaker(Maker):
    """Makes the cases of one German source."""

    def _makers(self) -> dict[str, Callable[[str], str]]:
        return {
            "verbatim": str,
            "shortened": lambda text: _cut(text),
            "number": lambda text: _DIGITS.sub(lambda m: str(int(m[0]) + 7), text, count=1),
            "negated": lambda text: (
                "" if _NOT.search(text) or "kein" in text else _VERB.sub(r"\1 nicht", text, count=1)
            ),
            "unnegated": lambda text: _NOT.sub("", text, count=1),
            "other_page": lambda _: self.chance.choice(self.others) if self.others else "",
            "numbers_swapped": _numbers_swapped,
            "stitched": self._halves,
            "opposite": self._turned,
        }

    def _halves(self, text: str) -> str:
        other = self.chance.choice(self.texts)
        ends = [m.start() for m in _VERB.finditer(text) if m.start() > 15]
        tails = [m.start() for m in _VERB.finditer(other) if len(other) - m.start() > 25]
        return text[: ends[0]] + other[tails[0] :] if ends and tails and other != text else ""

    def _turned(self, text: str) -> str:
        words = [
            m for m in re.finditer(r"\b[a-zäöüß]+\b", text) if _OPPOSITE.get(m[0], text) not in text
        ]
        if not words:
            return ""
        found = self.chance.choice(words)
        return text[: found.start()] + _OPPOSITE[found[0]] + text[found.end() :]


def _cut(text: str) -> str:
    shorter = _BRACKET.sub("", text, count=1)
    return shorter if shorter != text else _ADVERB.sub("", text, count=1)


def _numbers_swapped(text: str) -> str:
    for one, other in pairwise(_DIGITS.finditer(text)):
        if one[0] != other[0]:
            between = text[one.end() : other.start()]
            return text[: one.start()] + other[0] + between + one[0] + text[other.end() :]
    return ""


def german_texts() -> list[tuple[Extraction, list[str]]]:
    """Each German source with its sentences."""
    made = [read("markdown", path) for path in OWN]
    with tempfile.TemporaryDirectory() as folder:
        for name in HALVES:
            path = Path(folder, f"{name}.md")
            path.write_text(half(name, "de")[0], "utf-8")
            made.append(read("markdown", path))
    texts = [(each, sentences(each)) for each in made]
    return [each for each in texts if len(each[1]) >= SENTENCES_LEAST]


def main() -> None:
    tally: Counter[tuple[str, str]] = Counter()
    texts = german_texts()
    print(f"{len(texts)} texts")
    for number, (source, own) in enumerate(texts):
        maker = GermanMaker(own, texts[number - 1][1], random.Random(number), None)
        gate = Gate.of(source)
        for case in maker.cases(OF_A_KIND):
            if case.text == case.sentence and case.kind != "verbatim":
                continue
            found = gate.judge(Claim(text=case.text, key=case.text), quote=case.sentence)
            vouched = found.proven and found.verdict == "restated"
            verdict = "proven" if vouched else found.verdict
            tally[case.kind, verdict] += 1
            if "-v" in sys.argv and (verdict in ("quoted", "proven")) != case.is_true:
                print(f"{case.kind:15} {verdict:9} {case.text}  <  {case.sentence}")
    show(tally)


if __name__ == "__main__":
    main()
