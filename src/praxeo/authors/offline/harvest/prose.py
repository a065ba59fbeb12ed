"""Definitions in running text: only sentences that may hold one are parsed, and only terms that matter are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from praxeo.authors.offline import english
from praxeo.authors.offline.boilerplate import is_practisable, is_research_part, reports_a_study
from praxeo.authors.offline.cleaning import key, says_it_defines
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.code import code_definition
from praxeo.authors.offline.harvest.definition_filter import telling_definitions
from praxeo.authors.offline.harvest.english_definitions import definitions_in
from praxeo.authors.offline.harvest.entries import entry_of
from praxeo.authors.offline.harvest.no_labels import is_label_of_its_text
from praxeo.authors.offline.harvest.plain_definitions import plain_definition
from praxeo.authors.offline.harvest.textbook_sentences import textbook_definitions
from praxeo.authors.offline.harvest.topic_sentences import topic_definitions
from praxeo.authors.offline.harvest.topics import with_topics
from praxeo.authors.offline.language import is_in
from praxeo.authors.offline.material import Sentence, sentences_of
from praxeo.authors.offline.outline import clean_title
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.sense.standing_alone import leans_on_others

OFTEN = 3  # uses of a term in a source that make it one of its own, without a mark

_ASKS_WHAT = re.compile(r"^what (?:is|are) (?:an? |the )?", re.IGNORECASE)
_MAY_DEFINE = re.compile(
    r"\b(?:is|are|was|were) (?:an?|the|any|one|\w+ (?:that|which|of|in)|[a-z]+ [a-z]+)\b|\brefers? to\b|\bmeans?\b|\bdenotes?\b|\bdefined as\b|"
    r"\b(?:called|termed|named|known as|referred to as)\b|, (?:an?|the) [^,]{12,}[,.]"
)


def prose_sentences(placed: Iterable[RoledBlock], *, scholarly: bool) -> Iterator[Sentence]:
    """The sentences of running text that could be asked about; of a research paper not its own findings."""
    for one in placed:
        if one.role not in ("body", "summary") or one.block.kind not in ("paragraph", "list_item"):
            continue
        if scholarly and is_research_part(one.topic):
            continue
        for sentence in sentences_of(one.block, one.topic):
            if is_practisable(sentence.text) and not reports_a_study(sentence.text):
                yield sentence


def prose_definitions(
    placed: Sequence[RoledBlock], language: str, *, scholarly: bool, title: str = ""
) -> list[Definition]:
    """What sentences define: marked terms, and those that headings name or the source keeps using.

    The `rule` of any other ends in "_once": it defines something in passing.
    """
    every = list(prose_sentences(placed, scholarly=scholarly))
    found = [made for sentence in every if (made := code_definition(sentence))]
    told = list(prose_sentences([_told(one) for one in placed], scholarly=scholarly))
    found += _english(told) if language == "en" else _others(told, language)
    found = [replace(d, rule="marked") if says_it_defines(d.sentence.text) else d for d in found]
    uses = _Uses(placed)
    if language == "en":
        found = topic_definitions(placed, title) + found
        found = [replace(d, rule="titled") if _is_titled(d) else d for d in found]
        found = with_topics(found, placed, title)
    return [d if _matters(d, uses) else replace(d, rule=f"{d.rule}_once") for d in found]


def _told(one: RoledBlock) -> RoledBlock:
    """A paragraph under "Basic terms" that is no entry of a glossary is running text as any other."""
    if one.role != "glossary" or one.block.kind != "paragraph":
        return one
    entry = entry_of(one.block, bare=True)
    apart = entry is None or is_label_of_its_text(entry.term)
    return replace(one, role="body") if apart else one


def _english(every: list[Sentence]) -> list[Definition]:
    fit = [s for s in every if _MAY_DEFINE.search(s.prompt) and not leans_on_others(s.prompt)]
    docs = english.parse([sentence.prompt for sentence in fit])
    found = [d for s, doc in zip(fit, docs, strict=False) for d in definitions_in(s, doc)]
    return telling_definitions([found], every)[0] + textbook_definitions(fit)


def _others(every: list[Sentence], language: str) -> list[Definition]:
    found = [made for sentence in every if (made := plain_definition(sentence, language))]
    return [definition for definition in found if is_in(definition.meaning, language)]


class _Uses:
    """How often a source uses a phrase, and which its headings name."""

    def __init__(self, placed: Sequence[RoledBlock]) -> None:
        text = [key(p.block.text) for p in placed if p.role in ("body", "summary")]
        self._text = " | ".join(["", *text, ""])
        self._headings = [f" {key(p.block.text)} " for p in placed if p.block.kind == "heading"]

    def times(self, term: str) -> int:
        """How often the phrase stands in the running text."""
        return self._text.count(f" {key(term)} ")

    def in_heading(self, term: str) -> bool:
        """Whether a heading names the phrase."""
        return any(f" {key(term)} " in heading for heading in self._headings)


def _is_titled(definition: Definition) -> bool:
    """Whether the heading above a sentence names what it defines, and nothing else."""
    title = clean_title(definition.sentence.topic).removesuffix("?")
    asked = _ASKS_WHAT.sub("", title)
    return definition.rule == "is_a" and key(asked) == key(definition.term)


def _matters(definition: Definition, uses: _Uses) -> bool:
    if definition.rule in (
        "titled",
        "is_a_topic",
        "marked",
        "marked_was",
        "code_is",
        "means",
        "named",
    ):
        return True
    return uses.in_heading(definition.term) or uses.times(definition.term) >= OFTEN
