"""Which of a source's main ideas the items of a spec practise. No grammar is asked, so it is quick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from praxeo.authors.coverage.ideas import Idea, ideas_of
from praxeo.authors.coverage.report import Coverage, CoveredIdea, Reason
from praxeo.authors.offline.cleaning import key
from praxeo.domain.blocks import Block
from praxeo.domain.spec import Item, Section, SpecDocument, Term

SAME_STATEMENT = 0.6  # of an idea's words that an item says, and it practises it


def coverage_of(document: SpecDocument, blocks: tuple[Block, ...]) -> Coverage:
    """What the spec practises of these blocks, from which it was written."""
    asked = [(_name(item), item) for item in _items(document)]
    ideas = tuple(
        _covered(idea, section, asked) for section, idea in ideas_of(document.sections, blocks)
    )
    return Coverage(ideas=ideas, practised=sum(bool(idea.practised_by) for idea in ideas))


def _covered(idea: Idea, section: Section, asked: list[tuple[str, Item]]) -> CoveredIdea:
    found = tuple(dict.fromkeys(name for name, item in asked if _practises(item, idea)))
    reason: Reason = "practised" if found else "uncertain" if idea.is_term else "unmarked"
    return CoveredIdea(
        text=idea.text,
        section_id=section.id,
        section=section.title,
        evidence=idea.evidence,
        practised_by=found,
        reason=reason,
    )


def _practises(item: Item, idea: Idea) -> bool:
    """Whether an item asks the term, or stands on the sentence and says most of it."""
    if idea.is_term:
        asked = (
            item.term if isinstance(item, Term) else _said(item)
        )  # a meaning only touches others
        return f" {key(idea.text)} " in f" {key(asked)} "
    said = f" {key(_said(item))} "
    words = {word for word in key(idea.text).split() if len(word) > 3}
    told = sum(f" {word} " in said for word in words)
    return bool(words) and (idea.evidence in item.evidence or told >= SAME_STATEMENT * len(words))


def _items(document: SpecDocument) -> Iterator[Item]:
    for section in document.sections:
        for activity in section.activities:
            yield from activity.items


def _said(item: Item) -> str:
    """All that an item asks and holds for right."""
    asked = item.asked()
    texts = (getattr(item, each.name) for each in fields(item) if each.name != "evidence")
    return " | ".join([asked.front, *asked.answers, *(t for t in texts if isinstance(t, str))])


def _name(item: Item) -> str:
    asked = item.asked()
    return asked.name if asked.name != "…" else asked.answers[0]
