"""What is told of a page once it was read: whose it is, from when, and how that is known."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import sha256

from praxeo.domain.blocks import Extraction, ReadSource
from praxeo.domain.catalog import table_of
from praxeo.domain.input_records import Input
from praxeo.domain.records import changed, utc_moment
from praxeo.domain.snapshot_records import DateBasis, Snapshot

# A server that makes its pages when they are asked for calls them just changed, which says nothing.
MADE_ON_DEMAND = timedelta(days=1)


def described(snapshot: Snapshot, extraction: Extraction, now: datetime) -> Snapshot:
    """The snapshot with what its reading says of it."""
    date, basis = _date(snapshot, extraction)
    text = "\n".join(block.text for block in extraction.blocks)
    return changed(
        snapshot,
        now,
        title=extraction.metadata.title,
        date=date,
        date_basis=basis,
        licence=extraction.metadata.licence,
        reading_hash=sha256(text.encode("utf-8", "replace")).hexdigest(),
    )


def read_source(snapshot: Snapshot, source: Input) -> ReadSource:
    """The page as one of the sources of an extraction."""
    return ReadSource(
        title=snapshot.title or snapshot.final_url,
        kind=table_of(type(source)).name.removesuffix("s"),
        source_kind=snapshot.kind,
        address=_visited(snapshot.final_url),
        date=snapshot.date,
        date_basis=snapshot.date_basis,
        fetched_at=snapshot.fetched_at,
        content_hash=snapshot.content_hash,
        input_id=source.id,
        snapshot_id=snapshot.id,
    )


def _visited(address: str) -> str:
    """An address that a browser can open, "" for a page that came from a file."""
    return address if address.startswith(("http://", "https://")) else ""


def _date(snapshot: Snapshot, extraction: Extraction) -> tuple[str, DateBasis]:
    """The date that the page states; else the day of its last change, if its server knows of one."""
    if extraction.metadata.date:
        return extraction.metadata.date, "stated"
    try:
        changed_at = parsedate_to_datetime(snapshot.last_modified)
        known = utc_moment(snapshot.fetched_at) - changed_at >= MADE_ON_DEMAND
    except (ValueError, TypeError):  # no date, or one without its zone
        return "", ""
    return (changed_at.date().isoformat(), "probably") if known else ("", "")
