"""Services that only jobs work with, put together when one does: whatever answers requests starts without them."""

from __future__ import annotations

from collections.abc import Callable

from praxeo.authors.writing import Writing
from praxeo.domain.records import Settings
from praxeo.editing.requested_changes import RequestedChanges
from praxeo.generation.critique import Critique
from praxeo.generation.repairs import Repairs
from praxeo.generation.service import Generation
from praxeo.library.examples import Examples
from praxeo.merging.carried import CarriedEdits
from praxeo.outside import Outside, model_writers
from praxeo.sources.inputs import Inputs

SettingsOf = Callable[[str], Settings]


def generation(
    outside: Outside, examples: Examples, inputs: Inputs, settings: SettingsOf
) -> Generation:
    """What makes specs and apps."""
    records, blobs, writing = outside.records, outside.blobs, _writing(outside, settings)
    return Generation(
        records=records,
        blobs=blobs,
        clock=outside.clock,
        examples=examples,
        carried_edits=CarriedEdits(records=records, examples=examples),
        inputs=inputs,
        writing=writing,
        repairs=Repairs(
            records=records,
            blobs=blobs,
            inputs=inputs,
            writing=writing,
            critique=Critique(blobs=blobs, examples=examples, writing=writing),
        ),
        checker=outside.checker,
    )


def requested_changes(
    outside: Outside, examples: Examples, inputs: Inputs, settings: SettingsOf
) -> RequestedChanges:
    """What does the changes that are asked for in words."""
    return RequestedChanges(
        records=outside.records,
        clock=outside.clock,
        examples=examples,
        inputs=inputs,
        writing=_writing(outside, settings),
    )


def _writing(outside: Outside, settings: SettingsOf) -> Writing:
    """Who writes specs and apps."""
    return Writing(
        offline=outside.author,
        compiler=outside.compiler,
        models=model_writers(outside),
        settings=settings,
    )
