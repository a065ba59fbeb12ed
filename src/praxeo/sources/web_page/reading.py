"""Reads what was fetched from one address: a page with its pictures, or any other document."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.domain.snapshot_records import Snapshot
from praxeo.ports.documents import PicturesNamed, Reader
from praxeo.sources.documents.validation import validate
from praxeo.sources.web_page.dated import described, read_source
from praxeo.sources.web_page.links import name_in
from praxeo.sources.web_page.saved import MEDIA_TYPE, saved_page
from praxeo.sources.web_page.snapshots import Snapshots

PAGE = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8"
PICTURE = "image/webp,image/png,image/jpeg,image/gif,image/svg+xml,*/*;q=0.5"
PICTURES_MAX = 10  # of one page; each is asked for politely, so each takes its second
PICTURES_BYTES_MAX = 12_000_000  # of one page, as they come


@dataclass(frozen=True, kw_only=True)
class PageReading:
    """Reads pages with these readers; `pictures` are fetched at most of each."""

    read_document: Reader
    name_pictures: PicturesNamed
    pictures: int = PICTURES_MAX

    def read(
        self, kept: Snapshots, url: str, fetched: Callable[[], None] = lambda: None
    ) -> Extraction:
        """What this address says, with it as the one source. `fetched` is told when the page is there.

        Raises as `Web.get` and the readers do.
        """
        snapshot = kept.of(url, accept=PAGE)
        fetched()
        told, extraction = self.read_snapshot(kept, snapshot)
        kept.change(told)
        return extraction

    def read_snapshot(self, kept: Snapshots, snapshot: Snapshot) -> tuple[Snapshot, Extraction]:
        """What a snapshot says, and the snapshot with what that says of it. Raises as the readers do."""
        with tempfile.TemporaryDirectory(prefix="praxeo-page-") as folder:
            extraction = self._extraction(kept, snapshot, Path(folder, "page"))
        told = described(snapshot, extraction, kept.clock.now())
        return told, replace(extraction, sources=(read_source(told, kept.source),))

    def _extraction(self, kept: Snapshots, snapshot: Snapshot, path: Path) -> Extraction:
        data = kept.data(snapshot)
        if not data:
            raise Refused("empty_page", "There is nothing behind this link. Check it in a browser.")
        path.write_bytes(data)
        name = name_in(snapshot.final_url)
        if validate(path).media_type != MEDIA_TYPE:
            return self.read_document(path, name=name)
        place, charset = snapshot.final_url, snapshot.charset
        path.write_bytes(saved_page(data, address=place, charset=charset, pictures={}))
        pictures = self._pictures(kept, snapshot, path)
        path.write_bytes(saved_page(data, address=place, charset=charset, pictures=pictures))
        found = self.read_document(path, name=name)
        stated = replace(found.metadata, media_type=MEDIA_TYPE, content_hash=snapshot.content_hash)
        return replace(found, metadata=stated)

    def _pictures(self, kept: Snapshots, snapshot: Snapshot, path: Path) -> dict[str, bytes]:
        """The first pictures of the page's text by their addresses, within the limits."""
        found: dict[str, bytes] = {}
        named = self.name_pictures(path) if self.pictures else ()
        for each in named[: self.pictures]:
            address = urldefrag(urljoin(snapshot.final_url, each)).url
            if not address.startswith(("http://", "https://")):
                continue
            data = kept.if_there(address, accept=PICTURE)
            if data and sum(map(len, found.values())) + len(data) <= PICTURES_BYTES_MAX:
                found[address] = data
        return found
