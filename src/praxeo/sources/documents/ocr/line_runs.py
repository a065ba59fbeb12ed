"""Lines that follow one another are of one type: each is measured roughly, and a lone word's box may reach up to the line above."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from praxeo.sources.documents.ocr.type_sizes import SAME_SIZE, baseline_of, size_of
from praxeo.sources.documents.ocr.words import OcrWord

APART = (0.8, 1.75)  # sizes of the type from one baseline to the next
ASIDE = 1.0  # sizes by which the left edges may differ
LOOKED_AT = 12  # lines
LONE = 1.6  # times as large as it is, a word alone on its line may be measured


def sized_lines(
    lines: Sequence[Sequence[OcrWord]],
) -> Iterator[tuple[Sequence[OcrWord], float, float]]:
    """Each line of an upright page with the size of its type and its baseline, in the units of its boxes."""
    run: list[Sequence[OcrWord]] = []
    for line in lines:
        if run and not _goes_on(run, line):
            yield from _sized(run)
            run = []
        run.append(line)
    yield from _sized(run)


def _sized(run: Sequence[Sequence[OcrWord]]) -> Iterator[tuple[Sequence[OcrWord], float, float]]:
    if run:
        size = _size_of_run(run)
        for line in run:
            yield line, size, baseline_of(line, size)


def _size_of_run(run: Sequence[Sequence[OcrWord]]) -> float:
    """By the most text; a lone word tells only where there is nothing else."""
    telling = [line for line in run[-LOOKED_AT:] if len(line) > 1] or run[-LOOKED_AT:]
    sizes: list[float] = []
    for line in telling:
        sizes += [size_of(line)] * sum(len(word.text) for word in line)
    return median(sizes)


def _goes_on(run: Sequence[Sequence[OcrWord]], line: Sequence[OcrWord]) -> bool:
    above, size, own = run[-1], _size_of_run(run), size_of(line)
    apart = baseline_of(line, size) - baseline_of(above, size)
    largest = LONE if len(line) == 1 else SAME_SIZE
    return (
        APART[0] * size <= apart <= APART[1] * size
        and abs(line[0].box[0] - above[0].box[0]) <= ASIDE * size
        and size / SAME_SIZE <= own <= size * largest
    )
