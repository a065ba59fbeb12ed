"""A model's answer read strictly: what is not of the right shape is left out and told, never guessed."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, cast, get_args, get_type_hints

from praxeo.authors.model.addresses import holds_address, without_addresses
from praxeo.domain.errors import Refused
from praxeo.domain.spec import ITEM_OF_KIND, ActivityKind, Item
from praxeo.models.answer_text import json_in
from praxeo.sources.documents.sanitization import one_line, sanitize_text

ITEMS_MAX = 1_000  # of one answer; more are left out and told
SECTIONS_MAX = 200
TEXT_CHARACTERS_MAX = 20_000


@dataclass(frozen=True, slots=True)
class DraftItem:
    """An item without evidence, and where the model says that its support stands."""

    item: Item
    quote: str = ""
    block: str = ""


@dataclass(frozen=True, slots=True)
class DraftActivity:
    """An activity as the model gave it."""

    kind: ActivityKind
    title: str
    items: tuple[DraftItem, ...]


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A section as the model gave it; `reading` may name blocks that do not exist."""

    title: str
    prose: str
    reading: tuple[str, ...]
    activities: tuple[DraftActivity, ...]


@dataclass(frozen=True, slots=True)
class DraftTest:
    """An acceptance test in lines."""

    title: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole answer. `left_out` tells, one sentence each, what was of the wrong shape."""

    title: str
    summary: str
    language: str
    goals: tuple[str, ...]
    sections: tuple[DraftSection, ...]
    mechanics: str = ""
    controls: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    tests: tuple[DraftTest, ...] = ()
    left_out: tuple[str, ...] = ()


def read_answer(text: str) -> Draft:
    """The draft in an answer. Raises Refused("answer_unreadable") if it is no JSON object."""
    return draft_of(object_in(text))


def draft_of(given: dict[str, Any]) -> Draft:
    """The draft in what an answer holds."""
    return _Reader().draft(given)


def object_in(text: str) -> dict[str, Any]:
    """The JSON object in an answer. Raises Refused("answer_unreadable") if there is none."""
    try:
        given = json.loads(json_in(text))
    except (ValueError, RecursionError) as error:
        raise _unreadable() from error
    if not isinstance(given, dict):
        raise _unreadable()
    return given


def _unreadable() -> Refused:
    return Refused("answer_unreadable", "The model's answer is not the JSON that was asked for.")


@dataclass
class _Reader:
    left_out: list[str] = field(default_factory=list)
    items: int = 0

    def draft(self, given: dict[str, Any]) -> Draft:
        sections = tuple(
            self._section(section) for section in self._objects(given, "sections")[:SECTIONS_MAX]
        )
        return Draft(
            title=_title(given.get("title")),
            summary=_prose(given.get("summary")),
            language=one_line(_text(given.get("language"))),
            goals=tuple(goal for goal in map(_title, _list(given.get("goals"))) if goal),
            sections=sections,
            mechanics=_prose(given.get("mechanics")),
            controls=_plain_lines(given.get("controls")),
            state=_plain_lines(given.get("state")),
            tests=tuple(
                DraftTest(_title(test.get("title")), _plain_lines(test.get("steps")))
                for test in self._objects(given, "tests")
            ),
            left_out=tuple(self.left_out),
        )

    def _section(self, given: dict[str, Any]) -> DraftSection:
        made = (self._activity(each) for each in self._objects(given, "activities"))
        return DraftSection(
            title=_title(given.get("title")),
            prose=_prose(given.get("prose")),
            reading=_lines(given.get("reading")),
            activities=tuple(activity for activity in made if activity is not None),
        )

    def _activity(self, given: dict[str, Any]) -> DraftActivity | None:
        kind = given.get("kind")
        if kind not in ITEM_OF_KIND:
            self.left_out.append("An activity of an unknown kind.")
            return None
        known = cast(ActivityKind, kind)
        items = [self._item(known, each) for each in self._objects(given, "items")]
        return DraftActivity(
            kind=known,
            title=_title(given.get("title")),
            items=tuple(item for item in items if item is not None),
        )

    def _item(self, kind: ActivityKind, given: dict[str, Any]) -> DraftItem | None:
        self.items += 1
        if self.items > ITEMS_MAX:
            if self.items == ITEMS_MAX + 1:
                self.left_out.append(f"All items after the first {ITEMS_MAX:,}.")
            return None
        item = _item_of(ITEM_OF_KIND[kind], given)
        if item is None:
            self.left_out.append(f"An item of {kind} that lacks a part.")
            return None
        if any(map(holds_address, _texts(item))):
            self.left_out.append(f"An item of {kind} that held an address.")
            return None
        return DraftItem(item, _text(given.get("quote")), one_line(_text(given.get("block"))))

    def _objects(self, given: dict[str, Any], name: str) -> list[dict[str, Any]]:
        found = _list(given.get(name))
        kept = [each for each in found if isinstance(each, dict)]
        if len(kept) < len(found):
            self.left_out.append(f"Something among {name} that is no object.")
        return kept


def _item_of(kind: type, given: dict[str, Any]) -> Item | None:
    """The item, without evidence; None if a part is missing or of another type."""
    values: dict[str, Any] = {"evidence": ()}
    hints = get_type_hints(kind)
    for each in dataclasses.fields(kind):
        if each.name == "evidence":
            continue
        value = given.get(each.name, "" if each.name in ("before", "after") else None)
        if get_args(hints[each.name]):
            values[each.name] = tuple(filter(None, map(_words, _list(value))))
        elif isinstance(value, str | int | float) and not isinstance(value, bool):
            keep_edges = each.name in ("before", "after")
            text = sanitize_text(str(value))[:TEXT_CHARACTERS_MAX]
            values[each.name] = text if keep_edges else text.strip()
        else:
            return None
    return cast(Item, kind(**values))


def _texts(item: Item) -> Iterator[str]:
    for each in dataclasses.fields(item):
        value = getattr(item, each.name)
        if each.name != "evidence":
            yield from (value,) if isinstance(value, str) else value


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: object) -> str:
    return sanitize_text(value)[:TEXT_CHARACTERS_MAX] if isinstance(value, str) else ""


def _words(value: object) -> str:
    return _text(str(value) if isinstance(value, int | float) else value).strip()


def _title(value: object) -> str:
    return one_line(without_addresses(_text(value)))


def _prose(value: object) -> str:
    return without_addresses(_text(value))


def _lines(value: object) -> tuple[str, ...]:
    """Each on one line, without the bullet that a model may have put before it."""
    return tuple(
        line for line in (one_line(_text(each)).removeprefix("- ") for each in _list(value)) if line
    )


def _plain_lines(value: object) -> tuple[str, ...]:
    """Lines without addresses."""
    return tuple(filter(None, map(without_addresses, _lines(value))))
