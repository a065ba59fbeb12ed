"""The main points of a longer section: of its thoughts those with which paragraphs begin, that are marked, or that others share."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.harvest.recalled.lines import (
    advises,
    gives_orders,
    keeps_to,
    speaks_of,
    stems,
)
from praxeo.authors.offline.harvest.recalled.thoughts import Thought, thoughts_in
from praxeo.authors.offline.harvest.recalled.words import RecallWords
from praxeo.authors.offline.material import Sentence

FEWEST, MOST = 3, 6  # points
SHORTEST = 6  # words of a thought's first line
FEWEST_WORDS, MOST_WORDS = 30, 118  # of all points
LEAST_SHARE = 0.42  # of a section's words: of a longer one so few points are not what it says
MOST_ADVICE = 0.2  # of a section's sentences that are told to the reader
FEWEST_OF_PARAGRAPH = 30  # words; a shorter one may be left out
FIRST = 2  # sentences of a section, of which one is a point
OPENS, NAMES, MARKED = (
    2.0,
    1.5,
    1.0,
)  # what it is worth to begin a paragraph, to name the topic, to have a marked word


def chosen_points(
    topic: str, every: Sequence[Sentence], known: Sequence[str], words: RecallWords
) -> list[Sentence]:
    """The points of a section's sentences, in its order; empty where they would not be what it says. `known` are its headings."""
    points = _points(topic, thoughts_in(every, known, words), every)
    fit = bool(points) and keeps_to(topic, points, words) and not advises(every, words, MOST_ADVICE)
    return points if fit and not (words.language == "en" and gives_orders(points)) else []


def _points(topic: str, thoughts: Sequence[Thought], every: Sequence[Sentence]) -> list[Sentence]:
    ranked = sorted(
        (one for one in thoughts if count_words(one[0].text) >= SHORTEST),
        key=lambda one: -_worth(topic, one, every),
    )
    chosen: list[Sentence] = []
    for thought in ranked:
        for line in thought:  # as much of it as there is room for
            if len(chosen) == MOST or _size([*chosen, line]) > MOST_WORDS:
                break
            chosen.append(line)
    order = {sentence.reference: at for at, sentence in enumerate(every)}
    chosen.sort(key=lambda line: order[line.reference])
    return chosen if _sums_up(chosen, every) else []


def _worth(topic: str, thought: Thought, every: Sequence[Sentence]) -> float:
    first = thought[0]
    opens = OPENS * (first.number == 1)
    names = NAMES * speaks_of(topic, first.text)
    end = first.start + len(first.text)
    marked = MARKED * any(m.style in ("strong", "emphasis") and first.start <= m.start < end for m in first.block.marks)  # fmt: skip
    own = stems(first.text)
    shared = sum(bool(len(own & stems(other.text)) > 1) for other in every if other is not first)
    return opens + names + marked + min(shared, 4) / 2


def _sums_up(chosen: Sequence[Sentence], every: Sequence[Sentence]) -> bool:
    """Whether the points are enough of the section, and of its paragraphs."""
    size = _size(every)
    if len(chosen) < FEWEST or _size(chosen) < FEWEST_WORDS or not set(every[:FIRST]) & set(chosen):
        return False
    long = {s.block.id for s in every if count_words(s.block.text) >= FEWEST_OF_PARAGRAPH}
    told = {s.block.id for s in chosen} & long
    return _size(chosen) >= LEAST_SHARE * size and len(told) * 2 >= len(long)


def _size(lines: Sequence[Sentence]) -> int:
    return sum(count_words(line.text) for line in lines)
