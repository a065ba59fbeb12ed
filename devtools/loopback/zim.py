"""Makes small ZIM files, as encyclopaedias come in, for tests: with texts packed by zstd, xz or not at all."""

from __future__ import annotations

import lzma
import struct
from collections.abc import Mapping
from hashlib import md5
from typing import Literal

import zstandard

Packing = Literal["plain", "xz", "zstd"]
TYPES = ("text/html", "text/plain")
HEADER = 80
Key = tuple[str, str]
Row = tuple[str, str, str, int, bytes]
NUMBERS = {"plain": 1, "xz": 4, "zstd": 5}


def zim_bytes(
    articles: Mapping[str, tuple[str, bytes]],
    *,
    redirects: Mapping[str, str] | None = None,
    stated: Mapping[str, str] | None = None,
    packing: Packing = "zstd",
    old: bool = False,
    wide: bool = False,
) -> bytes:
    """A file with these articles by their paths, each with its title and page. `old` is the scheme before 6.1."""
    space = "A" if old else "C"
    rows = [(space, path, title, 0, page) for path, (title, page) in articles.items()]
    rows += [("M", name, "", 1, text.encode()) for name, text in (stated or {}).items()]
    leads = {(space, source): (space, to) for source, to in (redirects or {}).items()}
    entries = _entries(rows, leads)
    types = b"".join(name.encode() + b"\0" for name in TYPES) + b"\0"
    paths_at = HEADER + len(types)
    entries_at = paths_at + 8 * len(entries)
    places = [entries_at + sum(map(len, entries[:at])) for at in range(len(entries))]
    clusters_at = entries_at + sum(map(len, entries))
    cluster = struct.pack("<Q", clusters_at + 8) + _cluster([row[4] for row in rows], packing, wide)
    version = (5, 0) if old else (6, 1)
    head = struct.pack(
        "<IHH16xIIQQQQIIQ", 0x44D495A, *version, len(entries), 1, paths_at, 2**64 - 1, clusters_at,
        HEADER, 2**32 - 1, 2**32 - 1, clusters_at + len(cluster),
    )  # fmt: skip
    whole = head + types + struct.pack(f"<{len(places)}Q", *places) + b"".join(entries) + cluster
    return whole + md5(whole, usedforsecurity=False).digest()


def _entries(rows: list[Row], leads: Mapping[Key, Key]) -> list[bytes]:
    """The entries in the order of their paths; each row is the blob of its number."""
    keys = sorted(
        [*((row[0], row[1]) for row in rows), *leads], key=lambda k: tuple(map(str.encode, k))
    )
    number = {key: at for at, key in enumerate(keys)}
    known = {(row[0], row[1]): (at, row) for at, row in enumerate(rows)}
    entries = []
    for key in keys:
        space, path = (part.encode() for part in key)
        if key in leads:
            head, title = struct.pack("<HBsII", 0xFFFF, 0, space, 0, number[leads[key]]), ""
        else:
            blob, (_, _, title, kind, _) = known[key]
            head = struct.pack("<HBsIII", kind, 0, space, 0, 0, blob)
        entries.append(head + path + b"\0" + title.encode() + b"\0")
    return entries


def _cluster(blobs: list[bytes], packing: Packing, wide: bool) -> bytes:
    width, form = (8, "Q") if wide else (4, "I")
    first = width * (len(blobs) + 1)
    offsets = [first + sum(map(len, blobs[:at])) for at in range(len(blobs) + 1)]
    data = struct.pack(f"<{len(offsets)}{form}", *offsets) + b"".join(blobs)
    if packing == "xz":
        data = lzma.compress(data)
    elif packing == "zstd":
        data = zstandard.ZstdCompressor().compress(data)
    return bytes([NUMBERS[packing] | (0x10 if wide else 0)]) + data
