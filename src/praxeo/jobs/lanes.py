"""Lanes: which kind of worker does a step, so that what waits for a model holds up nothing else.

A job moves between lanes as its steps need: whoever finishes a step whose successor belongs to another
lane queues the job there in the same save.
"""

from __future__ import annotations

from praxeo.app import Praxeo
from praxeo.domain.jobs import Work, lane_of_step
from praxeo.domain.records import Example, Lane


def lane_of(praxeo: Praxeo, work: Work, step: str) -> Lane | None:
    """The lane in which this step of the work is done; None if any will do."""
    if step in ("write_spec", "compile"):
        example = praxeo.outside.records.get(Example, str(getattr(work, "example_id", "")))
        if example and _model_writes(example, step):
            return "models"
    return lane_of_step(step)


def _model_writes(example: Example, step: str) -> bool:
    """Whether a model may be asked for the spec, or for the app as a whole."""
    by_model = example.wanted_author == "model"
    return by_model and (step == "write_spec" or example.route == "bespoke")
