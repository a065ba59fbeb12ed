"""Where the operations of one request are done: the spec in pieces, and what each piece is called meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, field

from praxeo.compile.sources import Source
from praxeo.domain.errors import OperationRefused
from praxeo.domain.spec import Evidence
from praxeo.editing.desk.opened import Exercise, OpenSpec, Piece, exercises
from praxeo.spec.marks import FORBIDDEN, is_reference
from praxeo.spec.sheet import ActivityPiece, GoalPiece, SectionPiece, Sheet


@dataclass
class Bench:
    """`named` holds what the operations of the request may name; `used` what they did name."""

    opened: OpenSpec
    source: Source
    named: dict[str, Piece] = field(default_factory=dict)
    used: dict[str, Piece] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for section in self.sheet.sections:
            self.named[self.opened.key(section)] = section
            for _, exercise in exercises(section):
                self.named[self.opened.key(exercise)] = exercise
        for goal in self.sheet.goals:
            self.named[self.opened.key(goal)] = goal

    @property
    def sheet(self) -> Sheet:
        """The pieces, as far as the work has got."""
        return self.opened.sheet

    def part(self, key: str, field: str = "part") -> SectionPiece:
        """The part of this name, which has to be there still."""
        found = self.named.get(key)
        if isinstance(found, SectionPiece) and found in self.sheet.sections:
            self.used[key] = found
            return found
        raise _unknown("part", key, field)

    def goal(self, key: str, field: str = "goal") -> GoalPiece:
        """The goal of this name, which has to be there still."""
        found = self.named.get(key)
        if isinstance(found, GoalPiece) and found in self.sheet.goals:
            self.used[key] = found
            return found
        raise _unknown("goal", key, field)

    def item(self, key: str, field: str = "item") -> tuple[SectionPiece, ActivityPiece, Exercise]:
        """The item of this name with its part and activity; it has to be there still."""
        found = self.named.get(key)
        for section in self.sheet.sections:
            for activity, exercise in exercises(section):
                if exercise is found:
                    self.used[key] = exercise
                    return section, activity, exercise
        raise _unknown("item", key, field)

    def call(self, name: str | None, piece: Piece) -> None:
        """Give what was added the name by which later operations know it."""
        if name is None:
            return
        if name in self.named:
            raise OperationRefused(
                "operation_name_taken",
                f"“{name}” names something else here already; take another name.",
                field="name",
            )
        self.named[name] = self.used[name] = piece

    def replace(self, old: Piece, new: Piece) -> None:
        """What was called like the old piece is the new one from now on."""
        for names in (self.named, self.used):
            for name in [each for each, piece in names.items() if piece is old]:
                names[name] = new

    def evidence(self, references: Evidence, field: str = "evidence") -> Evidence:
        """Evidence as it is given, if the source has all of it."""
        for reference in references:
            known = is_reference(reference) and (
                not self.source.blocks or self.source.quote(reference) is not None
            )
            if not known:
                raise OperationRefused(
                    "operation_evidence_unknown",
                    f"The source has no place “{reference}”; choose a sentence of it, or say that it is your own.",
                    field=field,
                )
        return references


def words(text: str) -> str:
    """A text as it is typed or pasted, without what no spec can hold."""
    return FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str, field: str) -> str:
    """A title; it has to say something."""
    told = " ".join(words(text).split())
    if not told:
        raise OperationRefused(
            "operation_text_missing",
            "A title may not be empty; write what it is about.",
            field=field,
        )
    return told


def _unknown(what: str, key: str, field: str) -> OperationRefused:
    return OperationRefused(
        "operation_key_unknown",
        f"There is no {what} “{key[:60]}” in this spec; read the desk again.",
        field=field,
    )
