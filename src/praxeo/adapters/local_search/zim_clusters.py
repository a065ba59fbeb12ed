"""The clusters of a ZIM file: many entries packed together, unpacked no further than is asked for."""

from __future__ import annotations

import lzma
import os
import struct
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import suppress

BLOB_BYTES_MAX = 5_000_000
CLUSTER_BYTES_MAX = 64_000_000  # unpacked; what makes ZIM files closes one at some 2 MB
PACKED_BYTES_MAX = 32_000_000
MEMORY_BYTES_MAX = 128_000_000  # that unpacking may take
STEP_BYTES = 500_000  # that are unpacked at once
KEPT = 4  # unpacked clusters, of those asked for last
PLAIN, XZ, ZSTD = (0, 1), 4, 5
WIDE = 0x10


class Bytes:
    """A file by places. Raises ValueError for what lies behind its end."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.size = os.fstat(descriptor).st_size

    def at(self, place: int, size: int) -> bytes:
        """Just so many bytes."""
        found = self.upto(place, size)
        if len(found) != size:
            raise ValueError
        return found

    def upto(self, place: int, most: int) -> bytes:
        """So many bytes, fewer at the end of the file."""
        if not 0 <= place < self.size:
            raise ValueError
        try:
            return os.pread(self._descriptor, min(most, self.size - place), place)
        except OSError as error:  # a folder, a disk that is damaged
            raise ValueError from error

    def close(self) -> None:
        os.close(self._descriptor)


class Clusters:
    """All clusters; their places stand in a list at `places`."""

    def __init__(self, file: Bytes, places: int, count: int) -> None:
        self._file, self._places, self._count = file, places, count
        self._kept: OrderedDict[int, bytes] = OrderedDict()
        if count:
            file.at(places + 8 * (count - 1), 8)

    def blob(self, cluster: int, number: int) -> bytes:
        """One of the texts packed in a cluster. Raises ValueError, struct.error for what is damaged."""
        if not 0 <= cluster < self._count:
            raise ValueError
        (place,) = struct.unpack("<Q", self._file.at(self._places + 8 * cluster, 8))
        (kind,) = self._file.at(place, 1)
        if kind & 0xF in PLAIN:
            return _blob(kind, number, lambda start, size: self._file.at(place + 1 + start, size))
        data = self._kept.pop(cluster, None)
        if data is None:
            data = _unpacked(kind & 0xF, self._file.upto(place + 1, PACKED_BYTES_MAX))
        self._kept[cluster] = data
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return _blob(kind, number, lambda start, size: _slice(data, start, size))


def _slice(data: bytes, start: int, size: int) -> bytes:
    if start + size > len(data):
        raise ValueError
    return data[start : start + size]


def _blob(kind: int, number: int, read: Callable[[int, int], bytes]) -> bytes:
    form, width = ("<Q", 8) if kind & WIDE else ("<I", 4)
    (first,) = struct.unpack(form, read(0, width))
    if number < 0 or width * (number + 2) > first:
        raise ValueError
    start, end = (struct.unpack(form, read(width * (number + k), width))[0] for k in (0, 1))
    if not first <= start <= end or end - start > BLOB_BYTES_MAX:
        raise ValueError
    return bytes(read(start, end - start)) if end > start else b""


def _unpacked(packing: int, data: bytes) -> bytes:
    if packing == XZ:
        try:
            unpack = lzma.LZMADecompressor(memlimit=MEMORY_BYTES_MAX)
            return unpack.decompress(data, CLUSTER_BYTES_MAX)
        except lzma.LZMAError as error:
            raise ValueError from error
    if packing != ZSTD:
        raise ValueError
    return b"".join(_steps(data))


def _steps(data: bytes) -> Iterator[bytes]:
    """What the first frame of Zstandard unpacks to, step by step; what is cut off, its reader misses."""
    import zstandard  # where there is such a file, and nowhere else

    unpacking = zstandard.ZstdDecompressor(max_window_size=MEMORY_BYTES_MAX)
    with unpacking.stream_reader(data) as stream, suppress(zstandard.ZstdError):
        for _ in range(CLUSTER_BYTES_MAX // STEP_BYTES):
            step = stream.read(STEP_BYTES)
            yield step
            if len(step) < STEP_BYTES:  # what follows is no frame of this cluster
                return
