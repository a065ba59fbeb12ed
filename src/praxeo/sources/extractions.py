"""What was read from inputs, as it is stored: parsed once while the steps of a job ask for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from praxeo.domain.blocks import Block, Extraction
from praxeo.domain.errors import NotFound
from praxeo.ports.blobs import Blob, BlobStore
from praxeo.sources.documents.extraction_json import from_json, to_json

KEPT = 2  # extractions in memory, of those asked for last
KEPT_BYTES_MAX = 4_000_000  # of one of them as JSON; a book of 300 pages has about half of that


@dataclass(frozen=True, kw_only=True, slots=True)
class Extractions:
    """Stores extractions and gives them back. A key stands for its bytes, so what is kept stays true."""

    blobs: BlobStore
    _kept: dict[str, Extraction] = field(default_factory=dict)

    def put(self, area: str, extraction: Extraction) -> tuple[Blob, tuple[str, ...]]:
        """Store what was read; gives its blob, and the keys of the pictures beside it."""
        keys = [self.blobs.put(area, data).key for data in extraction.pictures.values()]
        data = to_json(replace(extraction, pictures={})).encode()
        stored = self.blobs.put(area, data)
        self._keep(stored.key, extraction, len(data))
        return stored, tuple(keys)

    def at(self, key: str) -> Extraction:
        """What is stored there. Raises NotFound, Refused("bad_extraction")."""
        if known := self._kept.get(key):
            return known
        data = self.blobs.read(key)
        extraction = from_json(data)
        return self._keep(key, extraction, len(data))

    def _keep(self, key: str, extraction: Extraction, size: int) -> Extraction:
        """The extraction with its pictures as they are stored, kept for the next who asks."""
        area = key.rpartition("/")[0]
        extraction = replace(
            extraction, pictures=StoredPictures(self.blobs, area, extraction.blocks)
        )
        if size > KEPT_BYTES_MAX:
            return extraction
        self._kept[key] = extraction
        while len(self._kept) > KEPT:
            self._kept.pop(next(iter(self._kept)), None)
        return extraction


@dataclass(frozen=True, slots=True, eq=False)
class StoredPictures(Mapping[str, bytes]):
    """The pictures of stored blocks by their hash, each read when it is asked for."""

    blobs: BlobStore
    area: str
    blocks: tuple[Block, ...]

    def __getitem__(self, content_hash: str) -> bytes:
        try:
            return self.blobs.read(f"{self.area}/{content_hash}")
        except NotFound as missing:
            raise KeyError(content_hash) from missing

    def __iter__(self) -> Iterator[str]:
        return iter({b.picture.content_hash: None for b in self.blocks if b.picture})

    def __len__(self) -> int:
        return sum(1 for _ in self)
