"""Everything from outside that the product stands on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from praxeo.authors.choosing import no_model
from praxeo.domain.errors import Unavailable
from praxeo.domain.records import Route
from praxeo.embeds.tickets import AtEdge, unsigned
from praxeo.models.service import Models
from praxeo.ports.authoring import Author, Compiler, Offering, nothing_offered
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.documents import PagePainter, PicturesNamed, Reader, TextRecognition
from praxeo.ports.jobs import Nudges
from praxeo.ports.media import MediaTools
from praxeo.ports.metrics import UNMEASURED, Metrics
from praxeo.ports.models import Ask, ModelRun
from praxeo.ports.proving import Checker
from praxeo.ports.records import RecordStore
from praxeo.ports.search import Search
from praxeo.ports.speech import SpeechRecognition
from praxeo.ports.tally import Tally
from praxeo.ports.transcoding import Transcoder
from praxeo.ports.videos import VideoLookup
from praxeo.ports.web import Web

if TYPE_CHECKING:
    from praxeo.authors.writing import ModelWriters

R = TypeVar("R")


def _no_package_page() -> str:
    raise Unavailable(
        "front_end_not_built",
        "The front end has not been built yet; run `make setup`.",
        retryable=False,
    )


@dataclass(frozen=True, kw_only=True)
class Outside:
    """Everything from outside that the product stands on; `close` gives it all back.

    `ask` asks models (None: none can be), `waive` takes calls of an owner off what is charged,
    `models` tells what is configured and what was spent.
    `text_recognition` recognises scans, `media_tools` take recordings apart, `speech` writes down what is said in them, `transcoder` makes what is played of them (None: there is none here).
    `fence_secret` is what the marks around untrusted text are made of, `ticket_keys` what tickets to embeds are
    signed with (none: what is closed stays closed), `at_edge` how what opens with them is addressed.
    `package_page` is the script of the page around an app in packages for learning platforms.
    """

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids
    read_document: Reader
    draw_page: PagePainter
    name_pictures: PicturesNamed
    web: Web
    author: Author
    compiler: Compiler
    checker: Checker
    upload_bytes_max: int
    offering: Offering = nothing_offered
    ask: Ask | None = None
    waive: Callable[[str, Sequence[str]], None] = lambda owner, calls: None
    models: Models | None = None
    text_recognition: TextRecognition | None = None
    media_tools: MediaTools | None = None
    speech: SpeechRecognition | None = None
    transcoder: Transcoder | None = None
    fence_secret: Callable[[], bytes] = bytes
    ticket_keys: Callable[[], Sequence[bytes]] = lambda: ()
    at_edge: AtEdge = unsigned
    tally: Tally | None = None  # None: visits of embeds are not counted
    default_route: Route = "compiled"
    look_up_video: VideoLookup | None = None  # None: no key for it is configured
    searches: tuple[Search, ...] = ()  # in which topics are looked up
    own_library: Callable[[str], Search] | None = None  # the same, over what an account has
    nudges: Nudges | None = None  # None: workers look into the records for jobs
    package_page: Callable[[], str] = _no_package_page
    metrics: Metrics = UNMEASURED
    remote: bool = False  # reading records or blobs means waiting for a network
    close: Callable[[], None] = lambda: None

    @property
    def places_of_topics(self) -> list[str]:
        """What the places are called in which topics are looked up."""
        own = ["Library"] if self.own_library else []
        return own + [search.name for search in self.searches]


def room_of(kind: Callable[..., R], outside: Outside) -> R:
    """A service whose fields are ports, which it gets by their names."""
    return kind(**{each.name: getattr(outside, each.name) for each in fields(kind)})  # type: ignore[arg-type]


def has_model(outside: Outside, owner: str) -> bool:
    """Whether there is a model to ask for this owner."""
    if outside.ask is None:
        return False
    return outside.models is None or bool(outside.models.routes_of(owner))


def require_model(outside: Outside, owner: str) -> None:
    """Raises Refused("no_model") where there is none for this owner."""
    if not has_model(outside, owner):
        raise no_model()


def model_writers(outside: Outside) -> ModelWriters | None:
    """Who writes with models, or None where none can be asked."""
    if outside.ask is None:
        return None
    from praxeo.authors.writing import ModelWriters  # where specs and apps are written

    return ModelWriters(
        ask=outside.ask,
        secret=outside.fence_secret,
        waive=outside.waive,
        asked_for=partial(has_model, outside),
        too_dear=partial(_too_dear, outside.models),
        is_small=outside.models.is_small if outside.models else lambda owner: False,
    )


def _too_dear(models: Models | None, run: ModelRun, words: int, bespoke: bool) -> str:
    if models is None:
        return ""
    return models.refusal(models.ledger.settings(run.owner), run, words=words, bespoke=bespoke)
