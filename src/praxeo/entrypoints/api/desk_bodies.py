"""Request bodies of the desk."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from praxeo.editing.desk.operations import Operation
from praxeo.entrypoints.api.bodies import Body, Id
from praxeo.entrypoints.api.edit_bodies import SPEC_BODY_BYTES_MAX

OPERATIONS_MAX = 100  # in one request


class NewSpecEdits(Body):
    """Operations on a spec, in the order in which they are done."""

    bytes_max = SPEC_BODY_BYTES_MAX

    based_on: Id = Field(description="Id of the spec that was seen; keys are those of its desk.")
    operations: list[Annotated[Operation, Field(discriminator="op")]] = Field(
        min_length=1, max_length=OPERATIONS_MAX
    )
