"""Sections to be told in one's own words: what their heading names, held against what they say of it, line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from praxeo.authors.offline.boilerplate import is_research_part
from praxeo.authors.offline.cleaning import count_words, key
from praxeo.authors.offline.harvest.recalled.cards import WORDS, told_card
from praxeo.authors.offline.harvest.recalled.lines import is_debris
from praxeo.authors.offline.harvest.recalled.listed_points import listed_points
from praxeo.authors.offline.harvest.recalled.points import chosen_points
from praxeo.authors.offline.harvest.recalled.runs import first_lines
from praxeo.authors.offline.harvest.recalled.topics import (
    asked_topic,
    names_a_thing,
    recalled_topic,
    told_topic,
)
from praxeo.authors.offline.harvest.recalled.words import RecallWords
from praxeo.authors.offline.material import Candidate, sentences_of
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.roles.words import role_of_heading

NAMED, ASKED = "section_recall", "section_asked"  # by a heading that names, or asks
POINTS, LISTED = "section_points", "section_list"  # where lines are chosen, or are those of a list
# Of a section's words that stand in lists, tables and code, where its first lines are told, or chosen ones.
MOST_BESIDE, MOST_BESIDE_POINTS = 0.34, 0.15


def section_recall(placed: Sequence[RoledBlock], language: str, phrases: Phrases, title: str) -> Iterator[Candidate]:  # fmt: skip
    """A recall card for each section that says enough, and little else, about what its heading names or asks."""
    words = WORDS.get(language)
    body = [one for one in placed if one.block.kind != "heading"] if words else []
    sections = [(heading, list(own)) for (_, heading), own in groupby(body, key=lambda one: (one.above, one.topic))]  # fmt: skip
    times = Counter(heading for heading, _ in sections if heading)
    for heading, own in sections:
        if words is None or times[heading] != 1 or _is_no_text(heading, own):
            continue
        topic = recalled_topic(heading, title, words)
        if len(times) > 1 and key(topic) == key(title):
            topic = ""  # of it all sections tell
        card = _card(heading, topic, own, title, words, phrases)
        if card:
            yield card


def _is_no_text(heading: str, own: Sequence[RoledBlock]) -> bool:
    """Whether a section is nothing to learn from: exercises, methods of a study, the summary itself."""
    roles = any(one.role not in ("body", "summary") for one in own)
    return roles or bool(role_of_heading(heading)) or any(map(is_research_part, (heading, *own[0].above)))  # fmt: skip


def _card(
    heading: str,
    named: str,
    own: Sequence[RoledBlock],
    title: str,
    words: RecallWords,
    phrases: Phrases,
) -> Candidate | None:
    """The section's first lines if they are most of it, else the points of its list, else those that sum it up."""
    asked, told = asked_topic(heading, words), told_topic(heading, words)
    topic = asked or named or told
    if not topic:
        return None
    question = asked or (phrases.told_of if named else phrases.own_words).format(topic)
    every = [s for one in own if one.block.kind == "paragraph" for s in sentences_of(one.block) if not is_debris(s.text, words)]  # fmt: skip
    if not _stands_beside(own, MOST_BESIDE) and (asked or named):
        lines = first_lines(topic, every, words)
        if lines:
            return told_card(question, topic, lines, ASKED if asked else NAMED)
    if not names_a_thing(topic):
        return None
    listed = listed_points(own, words)
    if listed:
        return told_card(question, topic, listed, LISTED)
    if not every or _stands_beside(own, MOST_BESIDE_POINTS):
        return None
    points = chosen_points(topic, every, (title, heading, *own[0].above), words)
    return told_card(question, topic, points, POINTS) if points else None


def _stands_beside(own: Sequence[RoledBlock], most: float) -> bool:
    """Whether more than that share of a section's words stands in lists, tables and code."""
    beside = sum(count_words(one.block.text) for one in own if one.block.kind != "paragraph")
    return beside > most * sum(count_words(one.block.text) for one in own)
