"""Changes to many examples at once: each succeeds or fails by itself, and each failure is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from praxeo.domain.access import Actor, demand
from praxeo.domain.errors import PraxeoError
from praxeo.domain.records import Example
from praxeo.library.examples import Examples


@dataclass(frozen=True, kw_only=True, slots=True)
class BulkChange:
    """What is to be different about each; None leaves a field as it is."""

    project_id: str | None = None
    archived: bool | None = None
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class BulkFailure:
    """Why one of them is as it was."""

    id: str
    code: str
    message: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BulkOutcome:
    """The examples as they are now (none after a deletion), and those that could not be changed."""

    records: tuple[Example, ...]
    failed: tuple[BulkFailure, ...]


def change_many(
    examples: Examples, actor: Actor, ids: Sequence[str], change: BulkChange
) -> BulkOutcome:
    """Change all of these as they are now; somebody's other change meanwhile is no conflict."""

    def change_one(example: Example) -> Example:
        taken = {tag.casefold() for tag in change.remove_tags}
        kept = tuple(tag for tag in example.tags if tag.casefold() not in taken)
        tags = (*kept, *change.add_tags)
        return examples.change(
            actor,
            example.id,
            version=example.version,
            project_id=change.project_id,
            archived=change.archived,
            tags=tags if tags != example.tags else None,
        )

    return for_each(examples, actor, ids, change_one)


def for_each(
    examples: Examples,
    actor: Actor,
    ids: Sequence[str],
    act: Callable[[Example], Example | None],
) -> BulkOutcome:
    """Do this to each example in turn; what one refuses does not stop the others."""
    demand(actor, "change")
    records: list[Example] = []
    failed: list[BulkFailure] = []
    for example_id in dict.fromkeys(ids):
        try:
            record = act(examples.get(actor, example_id))
        except PraxeoError as error:
            failed.append(BulkFailure(id=example_id, code=error.code, message=error.message))
        else:
            records += [record] if record else []
    return BulkOutcome(records=tuple(records), failed=tuple(failed))
