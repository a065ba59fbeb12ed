"""An open spec as the desk shows it."""

from __future__ import annotations

from collections.abc import Iterable

from praxeo.compile.sources import Source
from praxeo.domain.records import Spec
from praxeo.domain.spec import Evidence, Item
from praxeo.editing.desk.answer import Desk, DeskFault, DeskGoal, DeskItem, DeskPart, Quotation
from praxeo.editing.desk.fields import Fields, Support, fields_of, references_of, support_of
from praxeo.editing.desk.opened import Exercise, OpenSpec, exercises
from praxeo.spec.faults import Fault
from praxeo.spec.sheet import ActivityPiece, GoalPiece, ItemPiece, SectionPiece


def shown(opened: OpenSpec, spec: Spec, source: Source) -> Desk:
    """The desk of this version of a spec."""
    sheet, head = opened.sheet, opened.placed.head
    goals = tuple(_goal(opened, goal) for goal in sheet.goals)
    parts = tuple(_part(opened, section) for section in sheet.sections)
    named: list[DeskGoal | DeskItem] = [*goals, *(item for part in parts for item in part.items)]
    own = {fault for each in (*named, *parts) for fault in each.faults}
    return Desk(
        spec_id=spec.id,
        example_id=spec.example_id,
        number=spec.number,
        title=head.title,
        language=head.language,
        source=head.source,
        summary=head.summary,
        goals=goals,
        parts=parts,
        evidence=quotations((name for each in named for name in each.evidence), source),
        faults=tuple(f for f in _faults(opened.placed.faults) if f not in own),
    )


def _goal(opened: OpenSpec, piece: GoalPiece) -> DeskGoal:
    evidence: Evidence = piece.goal.evidence if piece.goal else ()
    return DeskGoal(
        key=opened.key(piece),
        text=piece.goal.text if piece.goal else piece.raw.strip(),
        evidence=references_of(evidence),
        support=support_of(evidence),
        line=piece.first + 1,
        faults=_faults(piece.faults),
    )


def _part(opened: OpenSpec, section: SectionPiece) -> DeskPart:
    return DeskPart(
        key=opened.key(section),
        title=section.title,
        reading=section.reading,
        prose=section.prose,
        line=section.first + 1,
        items=tuple(_item(opened, *each) for each in exercises(section)),
        faults=tuple(
            fault
            for fault in _faults(opened.placed.faults)
            if section.first < fault.line <= section.reading_end
        ),
    )


def _item(opened: OpenSpec, activity: ActivityPiece, exercise: Exercise) -> DeskItem:
    assert activity.kind
    pieces = exercise.items if isinstance(exercise, ActivityPiece) else [exercise]
    items = tuple(piece.item for piece in pieces if piece.item)
    readable = len(items) == len(pieces) and (items or exercise is activity)
    faults = [fault for piece in (*pieces, exercise) for fault in piece.faults]
    return DeskItem(
        key=opened.key(exercise),
        kind=activity.kind,
        title=activity.title,
        activity=opened.key(activity),
        fields=fields_of(activity.kind, items) if readable else Fields(),
        explanation=pieces[0].note.explanation if pieces else "",
        picture=pieces[0].note.picture if pieces else "",
        picture_alt=pieces[0].note.picture_alt if pieces else "",
        evidence=tuple(
            dict.fromkeys(name for each in items for name in references_of(each.evidence))
        ),
        support=_support(items),
        lines=_lines(exercise),
        text="".join(exercise.pieces()).strip("\r\n"),
        faults=tuple(dict.fromkeys(_faults(faults))),
    )


def _support(items: tuple[Item, ...]) -> Support:
    """Who answers for the whole: the source if it does for all of it."""
    kinds = {support_of(each.evidence) for each in items}
    for kind in ("unsupported", "own", "source"):
        if kind in kinds:
            return kind
    return "own"


def _lines(exercise: Exercise) -> tuple[int, int]:
    if isinstance(exercise, ItemPiece):
        return exercise.first + 1, exercise.end
    return exercise.first + 1, exercise.items[-1].end if exercise.items else exercise.first + 1


def _faults(faults: Iterable[Fault]) -> tuple[DeskFault, ...]:
    return tuple(
        DeskFault(
            line=fault.line, message=str(fault.message), code=fault.code, details=fault.details
        )
        for fault in faults
    )


def quotations(references: Iterable[str], source: Source) -> dict[str, Quotation]:
    """What the source says at each of these places, as far as it has them."""
    quotes: dict[str, Quotation] = {}
    for reference in references:
        block = reference.partition(".")[0]
        text = source.quote(reference)
        if text is not None:
            quotes[reference] = Quotation(text=text, label=source.label(reference), block=block)
    return quotes
