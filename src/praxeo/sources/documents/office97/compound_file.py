"""Opens OLE compound files, the container of Office 97 to 2003, without trusting what they say of themselves."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import olefile

from praxeo.domain.errors import Refused
from praxeo.sources.documents.zip_files import DAMAGED

HEADER_BYTES = 512
SPARE_TABLE_SECTORS = 16  # more than the file needs for its allocation table
# What olefile raises on a file that is damaged or built to mislead.
BROKEN = (
    *(OSError, ValueError, TypeError, IndexError, KeyError, OverflowError),
    *(struct.error, RecursionError),
)


@dataclass(frozen=True, kw_only=True)
class CompoundFile:
    """The streams of one container by name."""

    ole: olefile.OleFileIO
    size: int

    def names(self) -> frozenset[str]:
        """The streams at the top; those of embedded files stand deeper."""
        return frozenset(kid.name for kid in self.ole.root.kids)

    def stream(self, *names: str) -> bytes:
        """The bytes of the first of these streams that is there, b"" if none; Refused if it is damaged."""
        name = next((name for name in names if self.ole.exists(name)), "")
        if not name:
            return b""
        try:
            if max(self.ole.get_size(name), self.ole.root.size) > self.size:
                raise Refused("damaged", DAMAGED)
            return bytes(self.ole.openstream(name).read())
        except BROKEN as error:
            raise Refused("damaged", DAMAGED) from error


@contextmanager
def open_compound(path: Path) -> Iterator[CompoundFile]:
    """The container at `path`; raises Refused in clear words where it is damaged."""
    size = path.stat().st_size
    with path.open("rb") as file:
        _check_header(file.read(HEADER_BYTES), size)
    try:
        ole = olefile.OleFileIO(path)
    except BROKEN as error:
        raise Refused("damaged", DAMAGED) from error
    with ole:
        yield CompoundFile(ole=ole, size=size)


def _check_header(header: bytes, size: int) -> None:
    """Refuse tables that claim more sectors than the file has before anything is read by them."""
    if len(header) < HEADER_BYTES:
        raise Refused("damaged", DAMAGED)
    shift = struct.unpack_from("<H", header, 30)[0]
    table, small_table, chained = (struct.unpack_from("<I", header, at)[0] for at in (44, 64, 72))
    if shift not in (9, 12):
        raise Refused("damaged", DAMAGED)
    sectors = size >> shift
    needed = (sectors << 2 >> shift) * 2 + SPARE_TABLE_SECTORS
    if table > needed or chained > needed or small_table > sectors:
        raise Refused("damaged", DAMAGED)
