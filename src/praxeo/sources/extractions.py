"""What was read from inputs, as it is stored: parsed once while the steps of a job ask for it."""

from __future__ import annotations

from dataclasses import dataclass, field

from praxeo.domain.blocks import Extraction
from praxeo.ports.blobs import Blob, BlobStore
from praxeo.sources.documents.extraction_json import from_json, to_json

KEPT = 2  # extractions in memory, of those asked for last
KEPT_BYTES_MAX = 4_000_000  # of one of them as JSON; a book of 300 pages has about half of that


@dataclass(frozen=True, kw_only=True, slots=True)
class Extractions:
    """Stores extractions and gives them back. A key stands for its bytes, so what is kept stays true."""

    blobs: BlobStore
    _kept: dict[str, Extraction] = field(default_factory=dict)

    def put(self, area: str, extraction: Extraction) -> Blob:
        """Store what was read."""
        data = to_json(extraction).encode()
        stored = self.blobs.put(area, data)
        self._keep(stored.key, extraction, len(data))
        return stored

    def at(self, key: str) -> Extraction:
        """What is stored there. Raises NotFound, Refused("bad_extraction")."""
        if known := self._kept.get(key):
            return known
        data = self.blobs.read(key)
        extraction = from_json(data)
        self._keep(key, extraction, len(data))
        return extraction

    def _keep(self, key: str, extraction: Extraction, size: int) -> None:
        if size > KEPT_BYTES_MAX:
            return
        self._kept[key] = extraction
        while len(self._kept) > KEPT:
            self._kept.pop(next(iter(self._kept)), None)
