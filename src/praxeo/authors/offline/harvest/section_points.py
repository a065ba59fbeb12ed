"""Sections to be recalled as a whole: what their heading names, with the points that the text makes about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from praxeo.authors.offline.boilerplate import is_practisable, reports_a_study
from praxeo.authors.offline.cleaning import count_words, key
from praxeo.authors.offline.lexicon import GENERIC
from praxeo.authors.offline.material import Candidate, Sentence, sentences_of
from praxeo.authors.offline.outline import clean_title
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.roles.words import role_of_heading
from praxeo.authors.offline.sense.pointing import leans_back
from praxeo.authors.offline.sense.standing_alone import leans_on_others
from praxeo.domain.spec import Card

RULE = "section_points"
FEWEST, MOST = 2, 3  # points
SHORTEST, LONGEST = 8, 32  # words of a point
LONGEST_SUBJECT = 7  # words of a heading
FEWEST_SENTENCES = 4  # of a section
STEM, SHORTEST_WORD = 6, 3  # letters

_NO_SUBJECT = re.compile(
    r"^(?:introduction|overview|background|summary|conclusions?|what|why|how|when|where|getting|using|installing|setup|about|notes?|example|more|next|"
    r"homework|exercise|discussion|part|the big idea|a word)\b|\b(?:you|your|we|our|i|my|this|these|it|part \d)\b|[?!:]|\d+\.\d",
    re.IGNORECASE,
)
_LISTS = re.compile(r"[:;]\s*$|\b(?:following|follows|e\.g|i\.e|figure|table|line|lines)\b", re.IGNORECASE)  # fmt: skip


def section_points(placed: Sequence[RoledBlock], phrases: Phrases) -> Iterator[Candidate]:
    """A recall card for each section whose own sentences say enough about what its heading names."""
    body = [one for one in placed if one.role == "body" and one.block.kind != "heading"]
    for (_, topic), own in groupby(body, key=lambda one: (one.above, one.topic)):
        subject = clean_title(topic)
        if not subject or _NO_SUBJECT.search(subject) or count_words(subject) > LONGEST_SUBJECT or role_of_heading(topic):  # fmt: skip
            continue
        every = [s for one in own if one.block.kind == "paragraph" for s in sentences_of(one.block)]
        points = _points(subject, every)
        if len(points) >= FEWEST:
            yield _card(subject, points, phrases)


def _points(subject: str, every: list[Sentence]) -> list[Sentence]:
    """The sentences that name the subject, stand alone, and share most with the rest, as they stand in the text."""
    named = _stems(subject)
    if not named or len(every) < FEWEST_SENTENCES:
        return []
    spread = Counter(stem for sentence in every for stem in _stems(sentence.text))
    fit = [s for s in every if named & _stems(s.prompt) and _is_point(s)]
    worth = {s: sum(spread[w] for w in _stems(s.prompt)) / (6 + count_words(s.prompt)) for s in fit}
    best = sorted(fit, key=lambda s: -worth[s] - (0.5 if s is every[0] else 0))[:MOST]
    return [s for s in every if s in best]


def _is_point(sentence: Sentence) -> bool:
    text = sentence.prompt
    if not SHORTEST <= count_words(text) <= LONGEST or not text.endswith((".", ".)")):
        return False
    if leans_on_others(text) or leans_back(text) or _LISTS.search(text) or ";" in text:
        return False
    return is_practisable(text) and not reports_a_study(text)


def _stems(text: str) -> frozenset[str]:
    return frozenset(w[:STEM].rstrip("s") for w in key(text).split() if len(w) > SHORTEST_WORD and w not in GENERIC)  # fmt: skip


def _card(subject: str, points: list[Sentence], phrases: Phrases) -> Candidate:
    question = phrases.points_of.format(subject, len(points))
    back = "; ".join(point.prompt.rstrip(".") for point in points)
    return Candidate(
        kind="recall",
        item=Card(front=question, back=back, evidence=tuple(p.reference for p in points)),
        prompt=question,
        answer=back,
        quote=" ".join(point.text for point in points),
        rule=RULE,
        subject=subject,
    )
