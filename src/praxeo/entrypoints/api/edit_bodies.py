"""Request bodies of edits: specs, code, drafts, merges and changes in words."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from praxeo.domain.limits import (
    CODE_BYTES_MAX,
    KEY_CHARACTERS_MAX,
    SPEC_BYTES_MAX,
    TITLE_CHARACTERS_MAX,
)
from praxeo.entrypoints.api.bodies import Body, Id, Text
from praxeo.entrypoints.api.intake import JSON_BYTES_OF_CHARACTER

# Of texts as JSON, where a line break or a quotation mark takes two bytes.
SPEC_BODY_BYTES_MAX = 2 * SPEC_BYTES_MAX
CODE_BODY_BYTES_MAX = CODE_BYTES_MAX * 5 // 4
WORDS_CHARACTERS_MAX = 4_000  # of a change that is asked for


class NewSpec(Body):
    """A person's edit of a spec."""

    bytes_max = SPEC_BODY_BYTES_MAX

    text: str = Field(description="The whole spec, as docs/reference/spec-grammar.md has it.")
    based_on: str = Field(description="Id of the spec that was edited.")
    note: Text = ""


class SettledSources(Body):
    """What a person decides about changed sources."""

    take: list[Annotated[str, Field(max_length=60)]] = Field(
        default_factory=list,
        max_length=1_000,
        description="Items, by their keys, that are to say what their source says now. All others stay as they are.",
    )


class ClaimWord(Body):
    """What a person says of a claim that they have held against its sentences."""

    spec_id: str = Field(description="Id of the spec in which they saw it.")
    confirmed: bool = Field(
        description="True: I have checked this. False: what was said of it is taken back."
    )


class NewCode(Body):
    """A person's edit of an app's code."""

    bytes_max = CODE_BODY_BYTES_MAX

    text: str = Field(description="The whole HTML file.")
    based_on: str = Field(description="Id of the code snippet that was edited.")


class LineCheck(Body):
    """What is to be proven again."""

    line: Annotated[str, Field(max_length=KEY_CHARACTERS_MAX)] = Field(
        "",
        description="The code of a line of the report; left out: the whole app.",
        examples=["keyboard"],
    )


class VersionChange(Body):
    """What is to be different about a version of a spec or of code."""

    label: str = Field(
        max_length=TITLE_CHARACTERS_MAX,
        description="What a person calls this version; empty takes the name away.",
        examples=["Before the exam"],
    )


class Draft(Body):
    """A spec that is still being written."""

    bytes_max = SPEC_BODY_BYTES_MAX

    text: str = Field(description="The whole spec, as docs/reference/spec-grammar.md has it.")


class ChosenResolution(Body):
    """What shall stand in place of one conflict."""

    choice: Literal["ours", "theirs", "text"] = Field(description="A side, or a text of your own.")
    text: str = Field("", description="With the choice `text`: what shall stand there.")


class Resolutions(Body):
    """What a person chose for each conflict of a merge, in their order."""

    bytes_max = CODE_BODY_BYTES_MAX

    resolutions: list[ChosenResolution]


class PointedAt(Body):
    """An element of the app that a person pointed at."""

    path: str = Field("", max_length=TITLE_CHARACTERS_MAX, description="A CSS selector.")
    text: str = Field("", max_length=WORDS_CHARACTERS_MAX, description="What stands in it.")
    id: str = Field("", max_length=120, description="Of its section or exercise.")
    role: str = Field("", max_length=60, description="Such as `button`.")
    name: str = Field("", max_length=TITLE_CHARACTERS_MAX, description="Its accessible name.")
    html: str = Field(
        "", max_length=WORDS_CHARACTERS_MAX, description="Its outer HTML, or how it begins."
    )


class NewChangeRequest(Body):
    """What is to be changed, in words."""

    bytes_max = 4 * WORDS_CHARACTERS_MAX * JSON_BYTES_OF_CHARACTER

    words: str = Field(
        min_length=1,
        max_length=WORDS_CHARACTERS_MAX,
        examples=["Make the second card's answer shorter."],
    )
    element: PointedAt | None = None
    based_on: Id | None = Field(
        None, description="The code that you look at; if it is not the app any more: 409."
    )
