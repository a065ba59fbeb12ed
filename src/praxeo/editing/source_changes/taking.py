"""A spec with the new sentences that a person takes over, and what becomes of the others."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from praxeo.compile.sources import Source
from praxeo.domain.errors import NotFound
from praxeo.domain.source_visits import SentenceChange
from praxeo.domain.spec import UNSUPPORTED, Evidence
from praxeo.editing.desk.opened import open_spec
from praxeo.editing.desk.settling import settled
from praxeo.editing.desk.writing import set_goal, set_item, set_reading
from praxeo.editing.source_changes.affected import Touched, touched
from praxeo.spec.sheet import Sheet


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What a person has decided: the touched items, those of them that are taken, and with that the changes
    that are taken; the others stay as they were read."""

    items: tuple[Touched, ...]
    taken: tuple[SentenceChange, ...]
    kept: tuple[SentenceChange, ...]


def decided(
    text: str, source: Source, changes: Sequence[SentenceChange], take: Collection[str]
) -> Decision:
    """What it means to take these items by their keys. A change that touches no item is taken as well.

    Raises NotFound("no_such_item"), and as `open_spec`.
    """
    items = tuple(touched(open_spec(text, source), changes))
    unknown = set(take) - {each.key for each in items}
    if unknown:
        raise NotFound("no_such_item", "No such item rests on what has changed; look at it again.")
    wanted = {change for each in items if each.key in take for change in each.changes}
    left = {change for each in items if each.key not in take for change in each.changes} - wanted
    return Decision(
        items=items,
        taken=tuple(change for change in changes if change not in left),
        kept=tuple(change for change in changes if change in left),
    )


def text_with(
    text: str,
    before: Source,
    after: Source,
    take: Collection[str],
    decision: Decision,
    references: Mapping[str, str],
) -> str:
    """The text with the taken items anew, held against the source as it is now (`after`)."""
    opened = open_spec(text, before)
    for section in opened.sheet.sections:
        for activity in section.activities:
            keys = {id(piece): opened.key(piece) for piece in activity.items}
            anew = {each.key: each.anew for each in decision.items if each.key in take}
            for number, piece in enumerate(activity.items, 1):
                item = anew.get(keys[id(piece)], piece.item)
                if piece.item and item and activity.kind:
                    led = replace(item, evidence=_led(item.evidence, references))
                    if led != piece.item:
                        set_item(opened.sheet, activity.kind, piece, led, number=number)
            activity.items = [p for p in activity.items if anew.get(keys[id(p)], p) is not None]
        section.activities = [each for each in section.activities if each.items or not each.kind]
        left = tuple(block for block in section.reading if references.get(block, block))
        if left != section.reading:
            set_reading(opened.sheet, section, left)
    _lead_goals(opened.sheet, references)
    made, _, _ = settled(opened.sheet, after)
    return made


def _lead_goals(sheet: Sheet, references: Mapping[str, str]) -> None:
    for piece in sheet.goals:
        if piece.goal and any(name in references for name in piece.goal.evidence):
            led = replace(piece.goal, evidence=_led(piece.goal.evidence, references))
            set_goal(sheet, piece, led)


def _led(evidence: Evidence, references: Mapping[str, str]) -> Evidence:
    """Where the references lead now; what rests on nothing any more is marked as that."""
    if not any(name in references for name in evidence):
        return evidence
    led = dict.fromkeys(filter(None, (references.get(name, name) for name in evidence)))
    return tuple(led) or UNSUPPORTED
