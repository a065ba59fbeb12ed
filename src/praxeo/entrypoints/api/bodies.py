"""Request bodies: the shape is checked here, at the edge, and nowhere again; rules are the services'."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AwareDatetime, ConfigDict, Field, PlainSerializer, StrictBool

from praxeo.domain.input_records import InputType
from praxeo.domain.limits import (
    NAME_CHARACTERS_MAX,
    TAG_CHARACTERS_MAX,
    TAGS_MAX,
    TEXT_CHARACTERS_MAX,
    TITLE_CHARACTERS_MAX,
    WISH_CHARACTERS_MAX,
)
from praxeo.domain.reading_ledger import CHANNELS, Channel
from praxeo.domain.records import (
    AuthorKind,
    EmbedAccess,
    OpenAccess,
    Route,
    Unsupported,
    utc_text,
)
from praxeo.entrypoints.api.intake import BODY_BYTES_MAX
from praxeo.entrypoints.api.shapes import Shape
from praxeo.sources.combining.service import PARTS_MAX
from praxeo.sources.documents.formats import readable
from praxeo.sources.given_captions import CAPTIONS_BYTES_MAX

Title = Annotated[str, Field(min_length=1, max_length=TITLE_CHARACTERS_MAX)]
Text = Annotated[str, Field(max_length=TEXT_CHARACTERS_MAX)]
Id = Annotated[str, Field(pattern=r"^[a-z]{2,8}_[0-9a-z]{1,100}$")]
Given = Annotated[str, Field(min_length=1, max_length=TEXT_CHARACTERS_MAX)]
Theme = dict[str, str]
Moment = Annotated[AwareDatetime, PlainSerializer(utc_text)]
Tag = Annotated[str, Field(min_length=1, max_length=TAG_CHARACTERS_MAX)]


BULK_RECORDS_MAX = 200  # in one request


class Body(Shape):
    """A request body; fields that it does not know are refused."""

    model_config = ConfigDict(extra="forbid")
    bytes_max: ClassVar[int] = BODY_BYTES_MAX


class NewProject(Body):
    """A project to be."""

    name: Title = Field(examples=["Biology"])
    description: Text = ""


class ProjectChange(Body):
    """What is to be different about a project."""

    name: Title | None = Field(None, examples=["Cell biology"])
    description: Text | None = None


class NewInput(Body):
    """Something to learn from."""

    project_id: Id | None = Field(None, description="Left out: the newest project.")


class InputChange(Body):
    """Which passages that are not meant for the readers of a source are to be taught, too."""

    channels: tuple[Channel, ...] = Field(
        max_length=len(CHANNELS),
        description="Of the channels in `asides` of its extraction; what is left out here is taught no more "
        "when an example is made anew.",
        examples=[["speaker_notes"]],
    )


class NewDocumentInput(NewInput):
    """A document whose bytes will be sent next."""

    name: str = Field(
        min_length=1,
        max_length=NAME_CHARACTERS_MAX,
        description=f"As the user calls it. Praxeo reads {readable()}, told by their bytes.",
        examples=["enzymes.pdf"],
    )
    size: int | None = Field(
        None,
        ge=0,
        description="In bytes, if it is known: one that is too large is refused at once.",
    )


class NewYoutubeInput(NewInput):
    """A video to learn from."""

    bytes_max: ClassVar[int] = CAPTIONS_BYTES_MAX * 2
    url: Given = Field(
        description="A link to the video in any form, or its id.",
        examples=["https://youtu.be/dQw4w9WgXcQ?t=90"],
    )
    captions: str | None = Field(
        None,
        max_length=CAPTIONS_BYTES_MAX,
        description="What is said in it, with times: WebVTT, SubRip, TTML, SBV, timed text, or a transcript that "
        "was copied with its times. They can be sent later to `/captions`.",
    )
    description: Text = Field("", description="Its description: chapters in it become sections.")


InputIds = Annotated[
    tuple[Id, ...],
    Field(
        min_length=1,
        max_length=PARTS_MAX,
        examples=[["doc_01m8588g8gb7z2d4wan5femj96", "you_01m8588g8gb7z2d4wan5femj97"]],
    ),
]


class NewCombinedInput(NewInput):
    """Inputs to be put together."""

    input_ids: InputIds = Field(description="Of inputs of any kind, in the order of the app.")
    title: Title | None = Field(None, description="Left out: the name of the first, and how many.")


class ChosenParts(Body):
    """The inputs of a combination that are taught."""

    input_ids: InputIds = Field(description="In their order; what is left out is not taught.")


class Announcement(Body):
    """The bytes of a file, before they are sent."""

    size: int = Field(ge=0, description="In bytes.", examples=[52_417])
    content_hash: str = Field(
        pattern=r"^[0-9a-f]{64}$", description="Their SHA-256 in hex.", examples=["0" * 64]
    )


class NewExample(Body):
    """An example to be made of an input."""

    input_id: Id = Field(examples=["doc_01m8588g8gb7z2d4wan5femj96"])
    input_type: InputType = "document_input"
    title: Title | None = Field(None, description="Left out: what the input calls itself.")
    project_id: Id | None = Field(None, description="Left out: the input's project.")
    author: AuthorKind | None = Field(
        None,
        description="Who writes it. Left out: a model if one is configured, as the settings say.",
    )
    route: Route | None = Field(
        None,
        description="`compiled`: a model writes the content, the trusted runtime plays it. `bespoke`: it "
        "writes the whole app, which its spec's acceptance tests prove. Left out: as configured.",
    )
    unsupported: Unsupported | None = Field(
        None,
        description="What becomes of a model's claims for which the source has no support. Left out: mark.",
    )
    offline_fallback: StrictBool | None = Field(
        None,
        description="Whether the offline author steps in where no model answers. Left out: yes.",
    )
    wish: str = Field(
        "",
        max_length=WISH_CHARACTERS_MAX,
        description="For whom the app is and how it should be, for the model that writes it: level, language, "
        "what it dwells on, length, play.",
        examples=["For twelve-year-olds, as a game"],
    )
    spec_first: StrictBool = Field(
        False,
        description="Whether the spec is to wait, `specified`, until you have looked at it: no app is made and paid for before "
        "`POST /v1/examples/{id}/app`.",
    )


class ExampleChange(Body):
    """What is to be different about an example."""

    title: Title | None = Field(None, examples=["How enzymes work"])
    project_id: Id | None = None
    tags: Annotated[tuple[Tag, ...], Field(max_length=TAGS_MAX)] | None = None
    archived: StrictBool | None = None


class Copy(Body):
    """How the copy of an example is to be called."""

    title: Title | None = Field(None, description="Left out: as the example that is copied.")


Ids = Annotated[tuple[Id, ...], Field(min_length=1, max_length=BULK_RECORDS_MAX)]
BulkTags = Annotated[tuple[Tag, ...], Field(max_length=TAGS_MAX)]


class Bulk(Body):
    """What is to be different about many examples."""

    ids: Ids
    project_id: Id | None = None
    archived: StrictBool | None = None
    add_tags: BulkTags = ()
    remove_tags: BulkTags = ()


class BulkDeletion(Body):
    """Examples to be deleted."""

    ids: Ids
    with_inputs: StrictBool = Field(
        False, description="true: an input that no other example was made of is deleted too."
    )


class NewEmbed(Body):
    """An app to be published."""

    example_id: Id = Field(examples=["exa_01m8588g8gb7z2d4wan5femj96"])
    code_snippet_id: Id | None = Field(None, description="Left out: the example's current app.")
    access: OpenAccess | None = Field(
        None, description="Left out: as the settings say. It is restricted once it is there."
    )
    theme: Theme | None = Field(
        None,
        description="Left out: as the settings say.",
        examples=[{"--praxeo-accent": "#0a6e5c"}],
    )


class EmbedChange(Body):
    """What is to be different about an embed."""

    title: Title | None = Field(None, examples=["How enzymes work"])
    access: EmbedAccess | None = None
    password: Annotated[str, Field(min_length=1, max_length=400)] | None = Field(
        None,
        description="What opens it while its access is `password`; it is never told again.",
        examples=["Blattgrün"],
    )
    domains: Annotated[list[Annotated[str, Field(max_length=300)]], Field(max_length=50)] | None = (
        Field(
            None,
            description="The hosts whose pages may frame it; empty: any.",
            examples=[["school.example", "*.school.example"]],
        )
    )
    theme: Theme | None = None
    published: StrictBool | None = Field(
        None, description="false withdraws it, true brings it back."
    )
    follows: StrictBool | None = Field(
        None,
        description="Whether it shows each new version by itself once that is proven. Pinning another version or going back ends that.",
    )
    films: StrictBool | None = Field(
        None,
        description="Whether it plays the recordings that it was made of, to whoever may see it. They have to be prepared for playing.",
    )
    expires_at: Moment | Literal[""] | None = Field(
        None,
        description="From this moment on nobody sees it any more; empty: it is shown for good.",
        examples=["2030-07-31T22:00:00Z"],
    )


class NewLink(Body):
    """A signed link to be given out."""

    expires_at: Moment = Field(examples=["2030-07-31T22:00:00Z"])


class Pin(Body):
    """The version that an embed is to show."""

    code_snippet_id: Id | None = Field(None, description="Left out: the example's current app.")
