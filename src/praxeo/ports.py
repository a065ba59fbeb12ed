"""All that Praxeo needs from outside, on one page. Each method states what it may raise.

Every adapter passes the same contract suite (tests/contract). Unless said otherwise a method may
also raise `Unavailable` when the thing behind it does not answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Generic, Protocol, TypeVar

from praxeo.domain.blocks import Extraction, ReadingWarning
from praxeo.domain.records import CheckStatus, Record
from praxeo.domain.spec import SpecDocument

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True, slots=True)
class Page(Generic[R]):
    """Some records of a listing; `cursor` leads to the next ones and is "" at the end."""

    records: tuple[R, ...]
    cursor: str


class RecordStore(Protocol):
    """Keeps records. What is saved together is seen together or not at all."""

    def get(self, kind: type[R], record_id: str) -> R | None:
        """The record with this id, or None."""

    def save(self, *records: Record, delete: Sequence[Record] = ()) -> tuple[Record, ...]:
        """Save and delete all of these or none; gives the saved ones with their new versions.

        `Conflict("changed_meanwhile")` if the stored version of any is not the version given
        (0: it must not exist yet). `Refused`/`TooLarge` past `domain.limits`.
        """

    def restore(self, *records: Record) -> None:
        """Keep these records of another store as they are, their versions included: all or none.

        `Conflict("exists_already")` if the id of any is taken; limits as for `save`.
        """

    def list(
        self,
        kind: type[R],
        where: Mapping[str, str],
        *,
        cursor: str = "",
        limit: int = 50,
        newest_first: bool = False,
    ) -> Page[R]:
        """The records with these field values in order of creation (or the other way round).

        Each is as `get` would give it now. One that was saved in the last seconds may be missing
        where the store is spread over machines: who must know asks for it by its id.

        The fields must be a listing of the catalog: `Refused("unknown_listing")`. A text that is
        no cursor: `Refused("bad_cursor")`. The cost does not grow with the table.
        """

    def scan(self, kind: type[R], *, cursor: str = "", limit: int = 50) -> Page[R]:
        """Every record of a table in an order of the store's own: for work on all of it, whatever it costs.

        One that is saved meanwhile may come or not. `Refused("bad_cursor")` as for `list`.
        """

    def close(self) -> None:
        """Give back what the store holds open."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Blob:
    """Stored bytes: `key` is the area and the SHA-256 of the bytes in hex."""

    key: str
    size: int

    @property
    def content_hash(self) -> str:
        return self.key.rpartition("/")[2]


class BlobWriter(Protocol):
    """Takes the bytes of one blob piece by piece. Nothing is stored unless `finish` returns."""

    size: int

    def write(self, chunk: bytes) -> None:
        """Take more bytes."""

    def finish(self) -> Blob:
        """Store all that was written, whole, under its hash."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PresignedUpload:
    """Where one blob can be sent by a plain PUT with these headers, by whoever holds the address."""

    url: str
    headers: Mapping[str, str]


class BlobStore(Protocol):
    """Keeps bytes by area ("specs/spc_01…") and content hash; the same bytes get the same key."""

    def put(self, area: str, data: bytes) -> Blob:
        """Store these bytes. `Refused("bad_blob_area")` if the area is not `table/record id`."""

    def writer(self, area: str) -> AbstractContextManager[BlobWriter]:
        """A writer for bytes that come in pieces; leaving the context without `finish` drops them."""

    def read(self, key: str) -> bytes:
        """All bytes. `NotFound("blob_not_found")` if there are none under this key."""

    def open(self, key: str) -> BinaryIO:
        """The bytes as a file that can seek; close it. `NotFound("blob_not_found")`."""

    def as_file(self, key: str) -> AbstractContextManager[Path]:
        """The bytes as a file on disk, to be read within the context only. `NotFound`."""

    def exists(self, key: str) -> bool:
        """Whether there are bytes under this key."""

    def delete(self, key: str) -> None:
        """Forget the bytes; nothing happens if there are none."""

    def keys(self, area: str) -> Iterator[str]:
        """The keys of all blobs of an area, sorted."""

    def presigned_upload(
        self, area: str, *, size: int, content_hash: str, seconds: int
    ) -> PresignedUpload | None:
        """An address that takes just these bytes, of this SHA-256 in hex, and only for so many seconds.

        None where the store has no addresses of its own. `Refused("bad_blob_area")`, `NotFound` for what
        is no hash.
        """

    def presigned_download(self, key: str, *, name: str, media_type: str, seconds: int) -> str:
        """An address that gives the bytes as a file of this name for so many seconds; "" where there are none.

        `NotFound("blob_not_found")` for what is no key; whether there are bytes is not looked up.
        """


@dataclass(frozen=True, kw_only=True, slots=True)
class Nudge:
    """The word that a job can be run. `receipt` is the queue's own."""

    job_id: str
    receipt: str


class Nudges(Protocol):
    """Carries nudges to workers. One may come late, twice or never: a sweep of the jobs makes up for it.

    A nudge that was received is hidden from others for a while and comes again unless it is `done`;
    one that came again too often is put aside.
    """

    def send(self, job_id: str, *, after_seconds: float = 0) -> None:
        """Say that this job can be run, now or after some seconds (at most 900)."""

    def receive(self, *, wait_seconds: float) -> Nudge | None:
        """The next nudge, waited for if there is none yet; None when the time is over."""

    def renew(self, nudge: Nudge) -> None:
        """Hide a received nudge for a while again, because the work goes on."""

    def done(self, nudge: Nudge) -> None:
        """Forget a received nudge. Nothing happens if it is gone."""

    @property
    def hidden_seconds(self) -> float:
        """How long a received nudge is hidden. Raises nothing."""


class Clock(Protocol):
    """Tells the time and lets it pass."""

    def now(self) -> datetime:
        """The current time in UTC. Raises nothing."""


class Ids(Protocol):
    """Makes ids. Ids of one source sort in the order they were made."""

    def new(self, prefix: str) -> str:
        """A new id such as "exa_01h…" that nobody can guess. Raises nothing."""


class Reader(Protocol):
    """Reads a document."""

    def __call__(self, path: Path, *, name: str) -> Extraction:
        """What the file says. `Refused` or `TooLarge` if it cannot be accepted."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PageImage:
    """A page of a document as PNG bytes; `width` and `height` are the page's, in PDF points."""

    png: bytes
    width: float
    height: float


class PagePainter(Protocol):
    """Draws pages of documents."""

    def __call__(self, path: Path, number: int, *, content_hash: str) -> PageImage:
        """Page `number` (from 1) of the PDF whose bytes have this hash. `NotFound("no_such_page")`;
        `Refused` if it cannot be drawn.
        """


@dataclass(frozen=True, kw_only=True, slots=True)
class Authored:
    """A spec, and what a person should know about how it came to be."""

    document: SpecDocument
    warnings: tuple[ReadingWarning, ...] = ()


class Author(Protocol):
    """Writes a spec from what was read."""

    def __call__(self, extraction: Extraction, *, name: str) -> Authored:
        """The spec with its warnings. `Refused("too_little_text")` if the source supports no practice."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A screenshot as PNG bytes; `width` and `height` are those of the window, in CSS pixels."""

    name: str
    width: int
    height: int
    png: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckOutcome:
    """The verdict on an app: its status, one sentence, the whole report as JSON, and pictures.

    `keeps` names pictures of the earlier report that this one still shows.
    """

    status: CheckStatus
    summary: str
    report: bytes
    pictures: tuple[Picture, ...] = ()
    keeps: tuple[str, ...] = ()


class Compiler(Protocol):
    """Turns a spec into an app."""

    def __call__(self, spec: SpecDocument, extraction: Extraction | None) -> str:
        """The app as one HTML file. `Refused` if the spec's evidence does not fit its source."""


class Checker(Protocol):
    """Runs an app and judges it."""

    def __call__(
        self,
        html: str,
        *,
        progress: Progress,
        spec: SpecDocument | None = None,
        line: str = "",
        earlier: bytes = b"",
    ) -> CheckOutcome:
        """The verdict, against the spec if one is given. A fault of the app is no error.

        With a `line` only that part of the `earlier` report is proven again: raises
        NotFound("line_not_found"), Unavailable("no_browser").
        """


Progress = Callable[[float], None]  # takes the finished share of a step, from 0 to 1
