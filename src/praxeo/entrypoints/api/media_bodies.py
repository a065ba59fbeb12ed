"""What the API takes about recordings."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from praxeo.domain.limits import NAME_CHARACTERS_MAX
from praxeo.entrypoints.api.bodies import Body, NewInput
from praxeo.sources.given_captions import CAPTIONS_BYTES_MAX
from praxeo.sources.media.kinds import TAKEN


class NewMediaInput(NewInput):
    """A recording whose bytes will be sent next."""

    bytes_max: ClassVar[int] = CAPTIONS_BYTES_MAX * 2
    name: str = Field(
        min_length=1,
        max_length=NAME_CHARACTERS_MAX,
        description=f"As the user calls it. Praxeo takes {TAKEN}, told by their bytes.",
        examples=["lecture.mp4"],
    )
    size: int | None = Field(
        None,
        ge=0,
        description="In bytes, if it is known: one that is too large is refused at once.",
    )
    captions: str | None = Field(
        None,
        max_length=CAPTIONS_BYTES_MAX,
        description="What is said in it, with times, in any form that videos take. They can be sent later to "
        "`/captions`.",
    )


class WholeSize(Body):
    """How many bytes all parts have together."""

    size: int = Field(ge=1, description="In bytes.", examples=[209_715_200])
