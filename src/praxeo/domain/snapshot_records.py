"""The record of a snapshot: one page of the web as it was fetched, kept so that nothing has to be asked twice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from praxeo.domain.record import Record

# How the date of a source is known: it states it, it is only likely (as a server's header is), or not at all.
DateBasis = Literal["stated", "probably", ""]
RobotsVerdict = Literal["allowed", "none", "not_asked"]
# What a source is, told by code and never a judgement of its truth.
SourceKind = Literal[
    "encyclopaedia",
    "official",
    "scholarly",
    "news",
    "documentation",
    "forum",
    "shop",
    "blog",
    "unknown",
]


@dataclass(frozen=True, kw_only=True, repr=False)
class Hop:
    """One answer on the way to a page: what was asked, its status, and the address that was dialled."""

    url: str
    status: int
    dialled: str = ""


@dataclass(frozen=True, kw_only=True, repr=False)
class Snapshot(Record):
    """What one address answered at one moment.

    `input_id` is the input that it was fetched for; the bytes are in that input's area, as `content_blob`
    with its `size`, compressed by gzip. `content_hash` is the SHA-256 of the bytes before that, `reading_hash` that of the
    text that was read from them. `hops` are all answers from `url` to `final_url`, the last included;
    `robots` is what the site's robots.txt said. `date` is ISO 8601 as far as it is known. Where nothing came, `reason_code` and `reason` say why.
    """

    input_id: str
    url: str
    final_url: str
    hops: tuple[Hop, ...] = ()
    status: int = 200
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    fetched_at: str = ""
    robots: RobotsVerdict = "not_asked"
    content_hash: str = ""
    content_blob: str = ""
    size: int = 0
    reading_hash: str = ""
    title: str = ""
    date: str = ""
    date_basis: DateBasis = ""
    kind: SourceKind = "unknown"
    licence: str = ""
    reason_code: str = ""
    reason: str = ""
