"""A visit beside the items of the current spec, for a person to decide on."""

from __future__ import annotations

from praxeo.compile.sources import read_source
from praxeo.domain.errors import Refused
from praxeo.domain.records import Example, Spec
from praxeo.domain.source_visits import SourceVisit, VisitFound
from praxeo.editing.desk.opened import open_spec
from praxeo.editing.source_changes.affected import told, touched
from praxeo.library.examples import Examples
from praxeo.sources.inputs import Inputs


def found_of(
    example: Example, spec: Spec | None, visit: SourceVisit, examples: Examples, inputs: Inputs
) -> VisitFound:
    """The sources, and the items that rest on changed sentences; of an app written as a whole there are none."""
    source = read_source(inputs.extraction_if_there(example), example.language)
    items = []
    if spec and visit.changes:
        try:
            opened = open_spec(examples.spec_text(spec), source)
            items = [told(each) for each in touched(opened, visit.changes)]
        except Refused as refusal:
            if refusal.code not in ("spec_has_no_desk", "spec_invalid"):
                raise
    return VisitFound(
        state=example.source_state,
        spec_id=example.spec_id,
        visited_at=visit.visited_at,
        sources=visit.sources,
        changes=len(visit.changes),
        sections=tuple(dict.fromkeys(item.section for item in items)),
        items=tuple(items),
    )
