"""Web pages: takes addresses, fetches what is behind them once, and reads it; see `life_cycle.Room`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from praxeo.domain.blocks import Extraction
from praxeo.domain.input_records import WebPageInput
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.documents import PicturesNamed, Reader
from praxeo.ports.proving import Progress
from praxeo.ports.records import RecordStore
from praxeo.ports.web import Web
from praxeo.sources.web_page.links import link
from praxeo.sources.web_page.reading import PageReading
from praxeo.sources.web_page.snapshots import Snapshots

FETCHED = 0.3  # of the step, when the page is there


@dataclass(frozen=True, kw_only=True)
class WebPages:
    """The room of the inputs that are addresses of pages, or of files behind links."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids
    web: Web
    read_document: Reader
    name_pictures: PicturesNamed

    def accept(self, given: str) -> Mapping[str, str]:
        """The fields of the record. Raises Refused("link_malformed")."""
        return {"url": link(given)}

    def read(self, source: WebPageInput, progress: Progress) -> Extraction:
        """What the page says. Raises as `Web.get` and the readers do."""
        kept = Snapshots(
            records=self.records,
            blobs=self.blobs,
            clock=self.clock,
            ids=self.ids,
            web=self.web,
            source=source,
        )
        reading = PageReading(read_document=self.read_document, name_pictures=self.name_pictures)
        return reading.read(kept, source.url, lambda: progress(FETCHED))
