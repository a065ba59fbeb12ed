"""Does the operations of a request on a spec text, all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from praxeo.compile.sources import Source
from praxeo.domain.errors import OperationRefused
from praxeo.editing.desk import items, kinds, operations, parts
from praxeo.editing.desk.bench import Bench
from praxeo.editing.desk.opened import OpenSpec, open_spec
from praxeo.editing.desk.operations import Operation, SetEvidence
from praxeo.editing.desk.settling import settled


@dataclass(frozen=True, kw_only=True)
class Done:
    """The text after the operations, laid open, and what what they named is called in it now."""

    text: str
    opened: OpenSpec
    keys: Mapping[str, str]


def do(text: str, asked: Sequence[Operation], source: Source) -> Done:
    """The text with all operations done. OperationRefused says which one cannot be; raises as `open_spec`."""
    bench = Bench(opened=open_spec(text, source), source=source)
    for number, operation in enumerate(asked):
        try:
            _DO[type(operation)](bench, operation)
        except OperationRefused as refused:
            raise refused.at(number) from refused
    made, opened, new_of = settled(bench.sheet, source)
    keys = {
        name: opened.key(new_of[id(piece)])
        for name, piece in bench.used.items()
        if id(piece) in new_of
    }
    return Done(text=made, opened=opened, keys=keys)


def _set_evidence(bench: Bench, op: SetEvidence) -> None:
    if (op.item is None) == (op.goal is None):
        raise OperationRefused(
            "operation_key_unknown", "Name the item or the goal whose evidence it is.", field="item"
        )
    if op.goal is not None:
        parts.set_goal_evidence(bench, op.goal, op.evidence)
    elif op.item is not None:
        items.set_evidence(bench, op, op.item)


_DO: Mapping[type, Callable[[Bench, Any], None]] = {
    operations.AddItem: items.add_item,
    operations.ChangeItem: items.change_item,
    operations.ChangeKind: kinds.change_kind,
    operations.MoveItem: items.move_item,
    operations.DuplicateItem: items.duplicate_item,
    operations.DropItem: items.drop_item,
    operations.SetEvidence: _set_evidence,
    operations.AddPart: parts.add_part,
    operations.RenamePart: parts.rename_part,
    operations.MovePart: parts.move_part,
    operations.DropPart: parts.drop_part,
    operations.AddGoal: parts.add_goal,
    operations.ChangeGoal: parts.change_goal,
    operations.MoveGoal: parts.move_goal,
    operations.DropGoal: parts.drop_goal,
    operations.ChangeProse: parts.change_prose,
    operations.ChangeReading: parts.change_reading,
}
