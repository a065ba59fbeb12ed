"""Reads ZIM files, which hold an encyclopaedia or another wiki. https://wiki.openzim.org/wiki/ZIM_file_format

A file is taken for hostile: each place in it is held against its size, and what it unpacks to is bounded.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from praxeo.adapters.local_search.zim_clusters import Bytes, Clusters
from praxeo.domain.errors import Refused

MAGIC = 0x44D495A
MAJORS = (5, 6)
HEADER = struct.Struct("<IHH16xIIQQQQIIQ")
DIRENT = struct.Struct("<HBsI")
DIRENT_BYTES_MAX = 2_048
ENTRIES_MAX = 100_000_000
REDIRECT, LINK, DELETED = 0xFFFF, 0xFFFE, 0xFFFD
REDIRECTS_MAX = 5
MEDIA_TYPES_BYTES_MAX = 8_192


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One entry. `media_type` is "" for one that only leads to the entry number `leads_to`."""

    number: int
    namespace: str
    path: str
    title: str
    media_type: str = ""
    cluster: int = 0
    blob: int = 0
    leads_to: int | None = None


class ZimFile:
    """An open file. Raises Refused("zim_damaged") for what is none, and by every method for what is damaged."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self._bytes = Bytes(os.open(path, os.O_RDONLY))
        except OSError as error:
            raise _damaged(path) from error
        try:
            self._begin()
        except (struct.error, ValueError, UnicodeDecodeError) as error:
            raise _damaged(path) from error

    def _begin(self) -> None:
        head = HEADER.unpack(self._bytes.at(0, HEADER.size))
        magic, major, minor, entries, clusters, paths, _titles, places, types, main, _, _ = head
        if magic != MAGIC or major not in MAJORS or not 0 < entries <= ENTRIES_MAX:
            raise ValueError
        self.entries, self.main = entries, main
        self.articles = "C" if (major, minor) >= (6, 1) else "A"
        self._paths = paths
        self._bytes.at(paths + 8 * (entries - 1), 8)
        self._clusters = Clusters(self._bytes, places, clusters)
        listed = self._bytes.upto(types, MEDIA_TYPES_BYTES_MAX).partition(b"\0\0")[0]
        self._types = listed.decode().split("\0")

    def all_entries(self) -> Iterator[Entry]:
        """Every entry that can be read, in the order of their paths."""
        for number in range(self.entries):
            try:
                yield self.entry(number)
            except Refused:
                continue

    def entry(self, number: int) -> Entry:
        """The entry with this number."""
        try:
            return self._entry(number)
        except (struct.error, ValueError, UnicodeDecodeError, IndexError) as error:
            raise _damaged(self.path) from error

    def _entry(self, number: int) -> Entry:
        if not 0 <= number < self.entries:
            raise ValueError
        (place,) = struct.unpack("<Q", self._bytes.at(self._paths + 8 * number, 8))
        data = self._bytes.upto(place, DIRENT_BYTES_MAX)
        kind, _, namespace, _ = DIRENT.unpack_from(data)
        numbers = {REDIRECT: 1, LINK: 0, DELETED: 0}.get(kind, 2)
        where = struct.unpack_from(f"<{numbers}I", data, DIRENT.size)
        path, title, *rest = data[DIRENT.size + 4 * numbers :].split(b"\0", 2)
        if not rest:
            raise ValueError  # its texts have no end
        entry = Entry(
            number=number,
            namespace=namespace.decode("latin-1"),
            path=path.decode(),
            title=(title or path).decode(),
        )
        if kind == REDIRECT:
            return replace(entry, leads_to=where[0])
        if numbers == 0:
            return entry
        return replace(entry, media_type=self._types[kind], cluster=where[0], blob=where[1])

    def find(self, namespace: str, path: str) -> Entry | None:
        """The entry at this path, by halves; None if there is none."""
        wanted = (namespace.encode("latin-1"), path.encode())
        low, high = 0, self.entries
        while low < high:
            middle = (low + high) // 2
            entry = self.entry(middle)
            there = (entry.namespace.encode("latin-1"), entry.path.encode())
            if there == wanted:
                return entry
            low, high = (middle + 1, high) if there < wanted else (low, middle)
        return None

    def followed(self, entry: Entry) -> Entry:
        """Where an entry leads in the end."""
        for _ in range(REDIRECTS_MAX):
            if entry.leads_to is None:
                return entry
            entry = self.entry(entry.leads_to)
        raise _damaged(self.path)

    def data(self, entry: Entry) -> bytes:
        """The bytes of an entry that leads nowhere else."""
        try:
            return self._clusters.blob(entry.cluster, entry.blob)
        except (struct.error, ValueError) as error:
            raise _damaged(self.path) from error

    def stated(self, name: str) -> str:
        """What the file says of itself under this name, such as "Date"; "" if nothing."""
        entry = self.find("M", name)
        return self.data(entry)[:300].decode("utf-8", "replace").strip() if entry else ""

    def close(self) -> None:
        """Give the file back."""
        self._bytes.close()


def _damaged(path: Path) -> Refused:
    return Refused(
        "zim_damaged",
        f"{path.name} is damaged, or no ZIM file. Get it anew, or take it out of PRAXEO_SEARCH.",
        details={"name": path.name},
    )
