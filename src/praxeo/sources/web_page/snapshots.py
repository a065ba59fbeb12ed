"""What was fetched for an input, kept as it came: nothing is asked for twice."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256

from praxeo.domain.errors import PraxeoError, Refused, Unavailable
from praxeo.domain.input_records import Input
from praxeo.domain.limits import PAGE_RECORDS_MAX
from praxeo.domain.records import changed, created
from praxeo.domain.snapshot_records import Snapshot
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.records import RecordStore
from praxeo.ports.web import Fetched, Web
from praxeo.sources.life_cycle import area_of
from praxeo.sources.web_page.source_kinds import kind_of

SNAPSHOT_BYTES_MAX = 25_000_000  # more than is ever fetched


@dataclass(frozen=True, kw_only=True)
class Snapshots:
    """The snapshots of one input; what is missing among them is fetched and saved at once."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    ids: Ids
    web: Web
    source: Input
    _known: dict[str, Snapshot] = field(default_factory=dict)

    def of(self, url: str, *, accept: str = "*/*") -> Snapshot:
        """What this address answered, now or when it was asked. Raises as `Web.get` does, or did."""
        found = self.kept(url, lambda: self.web.get(url, accept=accept))
        if found.reason_code:
            raise Refused(found.reason_code, found.reason)
        return found

    def kept(self, url: str, fetch: Callable[[], Fetched]) -> Snapshot:
        """What is kept of this address, or of what came by another way than `Web`."""
        return self._stored().get(url) or self._keep(url, fetch())

    def if_there(self, url: str, *, accept: str = "*/*") -> bytes:
        """The bytes behind this address, b"" where there are none to be had; that is kept as well."""
        try:
            return self.data(self.of(url, accept=accept))
        except (Refused, Unavailable) as failure:
            self.miss(url, failure)
            return b""

    def miss(self, url: str, why: PraxeoError) -> None:
        """Keep that nothing came of this address, so that it is not asked again."""
        if url not in self._stored():
            nothing = self._keep(url, Fetched(url=url, final_url=url, hops=(), data=b""))
            now = self.clock.now()
            self.change(changed(nothing, now, reason_code=why.code, reason=why.message))

    def change(self, snapshot: Snapshot) -> None:
        """Keep what a reading says of a snapshot."""
        (saved,) = self.records.save(snapshot)
        assert isinstance(saved, Snapshot)
        self._known[saved.url] = saved

    def data(self, snapshot: Snapshot) -> bytes:
        """The bytes as they came. Raises NotFound("blob_not_found"), Unavailable("blob_damaged"),
        Refused("damaged") for what nobody fetched."""
        if not snapshot.content_blob:
            return b""
        packed = self.blobs.read(snapshot.content_blob)
        unpack = zlib.decompressobj(zlib.MAX_WBITS | 16)  # gzip
        try:
            data = unpack.decompress(packed, SNAPSHOT_BYTES_MAX)
        except zlib.error:
            data = b""
        if not unpack.eof:  # of another making: it came with an archive
            raise Refused(
                "damaged", "The stored page is damaged. Delete it, and add its link anew."
            )
        return data

    def _stored(self) -> dict[str, Snapshot]:
        if not self._known:
            page = self.records.list(Snapshot, {"input_id": self.source.id}, limit=PAGE_RECORDS_MAX)
            self._known.update((snapshot.url, snapshot) for snapshot in page.records)
        return self._known

    def _keep(self, url: str, fetched: Fetched) -> Snapshot:
        self.change(self.made(url, fetched))
        return self._known[url]

    def made(self, url: str, fetched: Fetched) -> Snapshot:
        """The record of what came, whose bytes are stored; it is still to be saved."""
        blob = None
        if fetched.data:
            packed = zlib.compress(fetched.data, wbits=zlib.MAX_WBITS | 16)  # gzip, without a time
            blob = self.blobs.put(area_of(self.source), packed)
        return created(
            Snapshot,
            self.clock.now(),
            id=self.ids.new("snp"),
            owner=self.source.owner,
            input_id=self.source.id,
            url=url,
            final_url=fetched.final_url,
            hops=fetched.hops,
            status=fetched.status,
            media_type=fetched.media_type,
            charset=fetched.charset,
            etag=fetched.etag,
            last_modified=fetched.last_modified,
            fetched_at=fetched.fetched_at,
            robots=fetched.robots,
            content_hash=sha256(fetched.data).hexdigest() if fetched.data else "",
            content_blob=blob.key if blob else "",
            size=blob.size if blob else 0,
            kind=kind_of(fetched.final_url),
        )
