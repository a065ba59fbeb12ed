"""Sections to be told in one's own words: what their heading names, held against what they say of it, line by line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from praxeo.authors.offline.boilerplate import is_research_part
from praxeo.authors.offline.cleaning import count_words, key
from praxeo.authors.offline.harvest.recalled.english import ENGLISH
from praxeo.authors.offline.harvest.recalled.french import FRENCH
from praxeo.authors.offline.harvest.recalled.german import GERMAN
from praxeo.authors.offline.harvest.recalled.lines import (
    advises,
    gives_orders,
    is_debris,
    is_line,
    opens_alone,
    opens_section,
    speaks_of,
)
from praxeo.authors.offline.harvest.recalled.spanish import SPANISH
from praxeo.authors.offline.harvest.recalled.topics import asked_topic, recalled_topic
from praxeo.authors.offline.harvest.recalled.words import RecallWords
from praxeo.authors.offline.material import Candidate, Sentence, sentences_of
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.spec import Card

NAMED, ASKED = "section_recall", "section_asked"  # by a heading that names, or asks
FEWEST, MOST = 3, 5  # lines
FEWEST_WORDS, MOST_WORDS = 25, 120  # of all lines
# Of a section's words that the lines hold, where they are its first paragraph, and elsewhere; with less they are not what it says.
LEAST_OF_PARAGRAPHS, LEAST_SHARE = 0.5, 0.55
# Of the lines that are about the topic: with fewer, "Energy" above cells is only where they stand.
LEAST_OF_TOPIC = 1 / 3
MOST_BESIDE = 0.34  # of a section's words that stand in lists, tables and code
_WORDS = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}


def section_recall(placed: Sequence[RoledBlock], language: str, phrases: Phrases, title: str) -> Iterator[Candidate]:  # fmt: skip
    """A recall card for each section that says enough, and little else, about what its heading names or asks."""
    words = _WORDS.get(language)
    body = [one for one in placed if one.block.kind != "heading"] if words else []
    sections = [(heading, list(own)) for (_, heading), own in groupby(body, key=lambda one: (one.above, one.topic))]  # fmt: skip
    times = Counter(heading for heading, _ in sections if heading)
    for heading, own in sections:
        if words is None or times[heading] != 1 or _tells_otherwise(heading, own):
            continue
        asked = asked_topic(heading, words)
        topic = asked or recalled_topic(heading, title, words)
        whole = len(times) > 1 and key(topic) == key(title)  # of which all sections tell
        lines = _lines(topic, own, words) if topic and not whole else ()
        if lines:
            yield _card(asked or phrases.told_of.format(topic), topic, lines, ASKED if asked else NAMED)  # fmt: skip


def _tells_otherwise(heading: str, own: Sequence[RoledBlock]) -> bool:
    """Whether a section is no running text to learn from: exercises, methods of a study, mostly lists."""
    beside = sum(count_words(one.block.text) for one in own if one.block.kind != "paragraph")
    much = beside > MOST_BESIDE * sum(count_words(one.block.text) for one in own)
    return much or any(one.role != "body" for one in own) or any(map(is_research_part, (heading, *own[0].above)))  # fmt: skip


def _lines(topic: str, own: Sequence[RoledBlock], words: RecallWords) -> Sequence[Sentence]:
    """The sentences with which a section begins, up to the first that is no line; empty where they are not most of it."""
    paragraphs = [one.block for one in own if one.block.kind == "paragraph"]
    every = [s for block in paragraphs for s in sentences_of(block) if not is_debris(s.text, words)]
    if not every or not opens_section(every[0].text, words):
        return ()
    lines = list(takewhile(lambda sentence: is_line(sentence.text, words), every))[:MOST]
    while sum(count_words(sentence.text) for sentence in lines) > MOST_WORDS:
        lines.pop()
    fit = _keeps_to(topic, lines, words) and _is_most(lines, every) and not advises(lines, words)
    return lines if fit and not (words is ENGLISH and gives_orders(lines)) else ()


def _keeps_to(topic: str, lines: Sequence[Sentence], words: RecallWords) -> bool:
    """Whether a line names the topic, and enough of them do, or take up what the line before says of it."""
    named = [speaks_of(topic, line.text) for line in lines]
    told = sum(name or not opens_alone(line.text, words) for name, line in zip(named, lines, strict=True))  # fmt: skip
    return any(named) and told >= LEAST_OF_TOPIC * len(lines)


def _is_most(lines: Sequence[Sentence], every: Sequence[Sentence]) -> bool:
    """Whether lines are most of what a section says."""
    size, held = (sum(count_words(s.text) for s in some) for some in (every, lines))
    if len(lines) < FEWEST or held < FEWEST_WORDS:
        return False
    paragraph = [s for s in every if s.block is every[0].block]
    return held >= (LEAST_OF_PARAGRAPHS if len(lines) >= len(paragraph) else LEAST_SHARE) * size


def _card(question: str, topic: str, lines: Sequence[Sentence], rule: str) -> Candidate:
    told = "; ".join(line.text.rstrip(".") for line in lines)
    return Candidate(
        kind="recall",
        item=Card(front=question, back=told, evidence=tuple(line.reference for line in lines)),
        prompt=question,
        answer=told,
        quote=" ".join(line.text for line in lines),
        rule=rule,
        subject=topic,
    )
