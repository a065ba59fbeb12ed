"""An item that is given as its lines, such as those that could not be read when it was dropped."""

from __future__ import annotations

from praxeo.domain.errors import OperationRefused
from praxeo.domain.spec import WHOLE_KINDS, ActivityKind
from praxeo.editing.desk.bench import Bench, words
from praxeo.editing.desk.opened import Exercise
from praxeo.spec.faults import SpecInvalid
from praxeo.spec.formats import FORMULA_FORMAT
from praxeo.spec.forms import FORMS
from praxeo.spec.sheet import SectionPiece
from praxeo.spec.sheet_cutting import cut
from praxeo.spec.text import read_spec


def written(bench: Bench, kind: ActivityKind, text: str) -> Exercise:
    """The one item (or whole exercise with its heading) that these lines are, with a fault or without.

    Raises OperationRefused for lines of which more or other things would be read.
    """
    sections = _read(bench, kind, words(text).strip("\n"))
    activities = sections[0].activities if len(sections) == 1 else []
    if len(activities) == 1 and activities[0].kind == kind and not sections[0].prose:
        activity = activities[0]
        if kind in WHOLE_KINDS:
            activity.heading = bench.sheet.newline + activity.heading.lstrip()
            return activity
        if len(activity.items) == 1:
            return activity.items[0]
    raise OperationRefused(
        "operation_kind_unfit",
        f"These lines are not one item of the kind “{kind}”; give them one by one, or by their fields.",
        field="text",
    )


def _read(bench: Bench, kind: ActivityKind, lines: str) -> list[SectionPiece]:
    sheet = bench.sheet
    format = bench.opened.placed.format or FORMULA_FORMAT
    source = "source: x\n" if sheet.sourced else ""
    heading = "" if kind in WHOLE_KINDS else f"### {FORMS[kind].heading}: x\n"
    around = f"---\nspec: {format}\ntitle: x\nlanguage: en\n{source}---\n## Section: x\n{heading}{lines}\n"
    around = around.replace("\n", sheet.newline)
    try:
        return cut(around, read_spec(around)).sections
    except SpecInvalid:
        return []
