"""The items of a spec that rest on sentences which have changed, each as it would be with the new ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from praxeo.domain.source_visits import AffectedItem, SentenceChange
from praxeo.domain.spec import UNSUPPORTED, Item
from praxeo.editing.desk.opened import OpenSpec
from praxeo.editing.source_changes.proposed_item import carried
from praxeo.spec.items import write_item
from praxeo.spec.sheet import ActivityPiece, ItemPiece, SectionPiece


@dataclass(frozen=True)
class Touched:
    """An item with its place in the sheet, what has changed below it, and itself anew (None: nothing of it stays)."""

    section: SectionPiece
    activity: ActivityPiece
    piece: ItemPiece
    key: str
    changes: tuple[SentenceChange, ...]
    anew: Item | None


def touched(opened: OpenSpec, changes: Sequence[SentenceChange]) -> Iterator[Touched]:
    """Every readable item whose evidence names a changed sentence, or a block in which one has changed."""
    of_place = _of_place(changes)
    for section in opened.sheet.sections:
        for activity in section.activities:
            for piece in activity.items:
                if piece.item is None or piece.item.evidence == UNSUPPORTED:
                    continue
                below = [
                    change for name in piece.item.evidence for change in of_place.get(name, ())
                ]
                if below:
                    found = tuple(dict.fromkeys(below))
                    anew = _anew(piece.item, found)
                    yield Touched(section, activity, piece, opened.key(piece), found, anew)


def told(each: Touched) -> AffectedItem:
    """The item as a person decides on it."""
    item = each.piece.item
    return AffectedItem(
        item=each.key,
        section=each.section.title,
        activity=each.activity.title,
        text=_written(each.activity, item) if item else each.piece.raw.strip(),
        proposed=_written(each.activity, each.anew) if each.anew else "",
        changes=each.changes,
    )


def _written(activity: ActivityPiece, item: Item) -> str:
    """How the item is written, without where it comes from."""
    assert activity.kind
    return write_item(activity.kind, replace(item, evidence=()), sourced=False, number=1).strip()


def _of_place(changes: Sequence[SentenceChange]) -> Mapping[str, list[SentenceChange]]:
    """The changes by what evidence may name: the sentence itself, or its whole block."""
    found: dict[str, list[SentenceChange]] = {}
    for change in changes:
        for name in change.references:
            for place in (name, name.partition(".")[0]):
                found.setdefault(place, []).append(change)
    return found


def _anew(item: Item, changes: Sequence[SentenceChange]) -> Item | None:
    """The item with all of its new sentences; a sentence less takes an item only if nothing else bears it."""
    now, borne = item, len(item.evidence)
    for change in changes:
        made = carried(now, change.before, change.after)
        borne -= made is None
        now = made or now
    return now if borne else None
