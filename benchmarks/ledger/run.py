"""`python -m benchmarks.ledger.run [--corpora FOLDER]`: does the reading ledger warn exactly where something was planted?

Half of the files have something planted to be lost, half are sound; each sound one is read once more by a reader with
a planted fault, which loses one block. Rules were tuned on the files of the half called
"tuned"; the figures of the other half count. Ends with 1 if recall or false alarms miss their goals.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from benchmarks.ledger import (
    binary_cases,
    further_cases,
    marked_cases,
    office_cases,
    pdf_cases,
    text_cases,
)
from benchmarks.ledger.cases import Case, Prose
from benchmarks.ledger.faulty_reader import losing_a_block
from benchmarks.ledger.real_cases import real_cases
from praxeo.domain.errors import PraxeoError
from praxeo.sources.documents.readers import read

RECALL_AT_LEAST, ALARMS_AT_MOST = 0.98, 0.02
WEB_PAGES = 100
# Said of a source as a whole, and of no loss.
NO_LOSS = frozenset({"no_punctuation", "second_reader"})
SOURCES = (office_cases, text_cases, marked_cases, binary_cases, pdf_cases, further_cases)
MAKERS = {label: made for source in SOURCES for label, made in source.SOUND.items()}


def generated(seed: int, rounds: int) -> Iterator[Case]:
    """Files of all kinds made by seed: every kind of loss once a round, and as many sound files."""
    for turn in range(rounds):
        prose = Prose(random.Random(f"{seed} {turn}"))
        count = 0
        for source in SOURCES:
            for label, kind, data, codes in source.planted(prose):
                count += 1
                yield Case(
                    name=f"{turn} {label} {kind}",
                    format=label,
                    data=data,
                    kind=f"{label}: {kind}",
                    codes=codes,
                )
        labels = list(MAKERS)
        for number in range(count):
            label = labels[number % len(labels)]
            yield Case(
                name=f"{turn} {label} sound {number}", format=label, data=MAKERS[label](prose)
            )


@dataclass
class Score:
    """How often a warning stood where one had to, and where none had to."""

    planted: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    sound: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    alarms: dict[str, list[str]] = field(default_factory=dict)

    def add(self, case: Case, codes: set[str] | None) -> None:
        """Judge one file by the codes that were warned of; of one that is refused nothing is kept that could miss."""
        if codes is None:
            self.refused.append(case.name)
        elif case.codes:
            self.planted[case.kind] += 1
            self.missed[case.kind] += not codes & set(case.codes)
        else:
            self.sound[case.format] += 1
            if wrong := codes - case.allowed - NO_LOSS:
                self.alarms[case.name] = sorted(wrong)

    @property
    def recall(self) -> float:
        """The share of planted losses that were warned of."""
        return 1 - self.missed.total() / max(1, self.planted.total())

    @property
    def false_alarms(self) -> float:
        """The share of sound files with a warning."""
        return len(self.alarms) / max(1, self.sound.total())


def codes_of(case: Case, folder: Path) -> set[str] | None:
    """What is warned of when the file is read; None where it is refused as a whole."""
    path = folder / "file"
    path.write_bytes(case.data)
    try:
        return {warning.code for warning in read(case.format, path).warnings}
    except PraxeoError:
        return None


def is_tuned(case: Case) -> bool:
    """Whether a file is of the half on which rules were tuned; a real file and its spoilt copy stay together."""
    return zlib.crc32(case.name.removesuffix("+").encode()) % 2 == 0


def measured(cases: Iterator[Case]) -> tuple[Score, Score]:
    """The scores of the tuned half and of the other."""
    scores = (Score(), Score())
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            score = scores[not is_tuned(case)]
            score.add(case, codes_of(case, Path(folder)))
            if not case.codes:
                with losing_a_block(case.name) as lost:
                    codes = codes_of(case, Path(folder))
                if lost:
                    kind = f"{case.format}: a reader that loses a block"
                    score.add(replace(case, kind=kind, codes=("text_lost",)), codes)
    return scores


def _cases(options: argparse.Namespace) -> Iterator[Case]:
    yield from generated(options.seed, options.rounds)
    if options.corpora:
        yield from real_cases(options.corpora, random.Random(options.seed), options.pages)


def main() -> int:
    """Measure, print the figures and those of each kind, and say by the exit code whether they reach the goals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--corpora", type=Path, help="folder with office/files, pdf/pdf and web/pages"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=4)
    parser.add_argument("--pages", type=int, default=WEB_PAGES)
    tuned, other = measured(_cases(parser.parse_args()))
    for name, score in (("tuned half", tuned), ("other half", other)):
        print(
            f"{name}: recall {score.recall:.3f} of {score.planted.total()} planted, "
            f"false alarms {score.false_alarms:.3f} of {score.sound.total()} sound"
        )
        for kind, count in sorted(score.planted.items()):
            print(f"  {kind:<40}{count - score.missed[kind]:>4} of {count}")
        if score.refused:
            print(f"  refused as a whole: {', '.join(score.refused)}")
        for case, wrong in score.alarms.items():
            print(f"  false alarm: {case}: {', '.join(wrong)}")
    return 0 if other.recall >= RECALL_AT_LEAST and other.false_alarms <= ALARMS_AT_MOST else 1


if __name__ == "__main__":
    raise SystemExit(main())
