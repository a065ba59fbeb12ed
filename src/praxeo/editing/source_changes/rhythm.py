"""Has sources looked at by itself, for those who want that: a few examples at a time, the rest later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import timedelta

from praxeo.domain.access import system_actor
from praxeo.domain.errors import Conflict, Refused
from praxeo.domain.input_records import InputType
from praxeo.domain.limits import PAGE_RECORDS_MAX
from praxeo.domain.records import Example, Settings, VisitRhythm, utc_text
from praxeo.editing.source_changes.service import SourceChanges

AFTER: Mapping[VisitRhythm, timedelta] = {
    "weekly": timedelta(days=7),
    "monthly": timedelta(days=30),
}
AT_ONCE = 5  # examples of one account, each time that is asked for
ON_THE_WEB: frozenset[InputType] = frozenset(
    ("web_page_input", "topic_input", "youtube_input", "combined_input")
)


def visit_due(changes: SourceChanges) -> int:
    """Start what is due of every account; gives how many visits that are."""
    count, cursor = 0, ""
    while True:
        page = changes.examples.records.scan(Settings, cursor=cursor, limit=PAGE_RECORDS_MAX)
        for settings in page.records:
            if settings.visit_sources != "off":
                count += _visit(changes, settings)
        cursor = page.cursor
        if not cursor:
            return count


def _visit(changes: SourceChanges, settings: Settings) -> int:
    oldest = utc_text(changes.examples.clock.now() - AFTER[settings.visit_sources])
    count, actor = 0, system_actor(settings.owner)
    for example in _examples(changes, settings.owner):
        if count == AT_ONCE:
            break
        if _is_due(example, oldest):
            with suppress(
                Refused, Conflict
            ):  # nothing of it stands on the web, or it is being made
                changes.visit(actor, example.id)
                count += 1
    return count


def _is_due(example: Example, oldest: str) -> bool:
    made = example.status in ("ready", "unproven") and not example.archived
    seen = example.visited_at or example.created_at
    return made and example.input_type in ON_THE_WEB and seen < oldest


def _examples(changes: SourceChanges, owner: str) -> Iterator[Example]:
    cursor = ""
    while True:
        page = changes.examples.records.list(
            Example, {"owner": owner}, cursor=cursor, limit=PAGE_RECORDS_MAX
        )
        yield from page.records
        cursor = page.cursor
        if not cursor:
            return
