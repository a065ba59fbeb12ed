"""Web pages: takes addresses, fetches what is behind them once, and reads it; see `life_cycle.Room`."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.domain.input_records import WebPageInput
from praxeo.domain.snapshot_records import Snapshot
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.documents import PicturesNamed, Reader
from praxeo.ports.proving import Progress
from praxeo.ports.records import RecordStore
from praxeo.ports.web import Web
from praxeo.sources.documents.validation import validate
from praxeo.sources.web_page.dated import described, read_source
from praxeo.sources.web_page.links import link, name_in
from praxeo.sources.web_page.saved import MEDIA_TYPE, saved_page
from praxeo.sources.web_page.snapshots import Snapshots

PAGE = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"
PICTURE = "image/webp,image/png,image/jpeg,image/gif,image/svg+xml,*/*;q=0.5"
PICTURES_MAX = 10  # of one page; each is asked for politely, so each takes its second
PICTURES_BYTES_MAX = 12_000_000  # of one page, as they come
FETCHED, PICTURED = 0.3, 0.7  # of the step, when the page is there, and its pictures


@dataclass(frozen=True, kw_only=True, slots=True)
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
        snapshot = kept.of(source.url, accept=PAGE)
        progress(FETCHED)
        with tempfile.TemporaryDirectory(prefix="praxeo-page-") as folder:
            extraction = self._read(kept, snapshot, Path(folder, "page"), progress)
        told = described(snapshot, extraction, self.clock.now())
        self.records.save(told)
        return replace(extraction, sources=(read_source(told, source),))

    def _read(
        self, kept: Snapshots, snapshot: Snapshot, path: Path, progress: Progress
    ) -> Extraction:
        """What the bytes say, by what they are: a page with its pictures, or any other document."""
        data = kept.data(snapshot)
        if not data:
            raise Refused("empty_page", "There is nothing behind this link. Check it in a browser.")
        path.write_bytes(data)
        name = name_in(snapshot.final_url)
        if validate(path).media_type != MEDIA_TYPE:
            return self.read_document(path, name=name)
        alone = {"address": snapshot.final_url, "charset": snapshot.charset}
        path.write_bytes(saved_page(data, **alone, pictures={}))
        pictures = self._pictures(kept, snapshot, path)
        progress(PICTURED)
        path.write_bytes(saved_page(data, **alone, pictures=pictures))
        found = self.read_document(path, name=name)
        stated = replace(found.metadata, media_type=MEDIA_TYPE, content_hash=snapshot.content_hash)
        return replace(found, metadata=stated)

    def _pictures(self, kept: Snapshots, snapshot: Snapshot, path: Path) -> dict[str, bytes]:
        """The first pictures of the page's text by their addresses, within the limits."""
        found: dict[str, bytes] = {}
        for named in self.name_pictures(path)[:PICTURES_MAX]:
            address = urldefrag(urljoin(snapshot.final_url, named)).url
            if not address.startswith(("http://", "https://")):
                continue
            data = kept.if_there(address, accept=PICTURE)
            if data and sum(map(len, found.values())) + len(data) <= PICTURES_BYTES_MAX:
                found[address] = data
        return found
