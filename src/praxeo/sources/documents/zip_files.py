"""Opens ZIP containers without trusting what they say about themselves."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from praxeo.domain.errors import Refused, TooLarge

ENTRY_LIMIT = 20_000
DIRECTORY_LIMIT_BYTES = 8 * 2**20
MEMBER_LIMIT_BYTES = 256 * 2**20
TOTAL_LIMIT_BYTES = 600 * 2**20
RATIO_LIMIT = 150
RATIO_COUNTS_FROM_BYTES = 24 * 2**20
END_RECORD_BYTES = 22
END_SEARCH_BYTES = 65_536 + END_RECORD_BYTES
LOCAL_HEADER_BYTES = 30
READ_BYTES = 2**16
ENCRYPTED_FLAG = 0x1

BOMB = (
    "This file unpacks to far more than its size, as a decompression bomb does, so it was refused. "
    "If it is a real document, remove large images or sheets and save it anew."
)
DAMAGED = (
    "This file is damaged or incomplete: its container cannot be read. Open it in its own program "
    "and save it anew, or download it again."
)
ENCRYPTED = "This file is protected by a password. Save it without protection and add it again."


@contextmanager
def open_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """The container, after its directory was checked; raises Refused in clear words."""
    with path.open("rb") as file:
        _check_end_record(file)
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise Refused("damaged", DAMAGED) from error
        except (struct.error, UnicodeError, IndexError) as error:
            raise Refused("damaged", DAMAGED) from error
        with archive:
            _check_directory(archive)
            yield archive


def _check_end_record(file: BinaryIO) -> None:
    """Read how many entries are claimed before anything allocates memory for them."""
    size = file.seek(0, 2)
    file.seek(max(0, size - END_SEARCH_BYTES))
    tail = file.read(END_SEARCH_BYTES)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < END_RECORD_BYTES:
        raise Refused(
            "truncated",
            "This file is incomplete: its end is missing. Download or copy it again.",
        )
    entries, directory = struct.unpack_from("<HI", tail, at + 10)
    wide = tail.rfind(b"PK\x06\x06", 0, at)
    if wide >= 0 and at - wide >= 56:
        entries, directory = struct.unpack_from("<QQ", tail, wide + 32)
    if entries > ENTRY_LIMIT or directory > DIRECTORY_LIMIT_BYTES:
        raise Refused("zip_bomb", f"This file holds {entries:,} parts, too many to be a document.")
    file.seek(0)


def _check_directory(archive: zipfile.ZipFile) -> None:
    infos = archive.infolist()
    if len(infos) > ENTRY_LIMIT:
        raise Refused("zip_bomb", BOMB)
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    if max((info.file_size for info in infos), default=0) > MEMBER_LIMIT_BYTES:
        raise Refused("zip_bomb", BOMB)
    if unpacked > TOTAL_LIMIT_BYTES:
        raise Refused("zip_bomb", BOMB)
    if unpacked > RATIO_COUNTS_FROM_BYTES and unpacked > RATIO_LIMIT * max(1, packed):
        raise Refused("zip_bomb", BOMB)
    end = 0
    for info in sorted(infos, key=lambda i: i.header_offset):
        if info.header_offset < end:
            raise Refused("zip_bomb", "Parts of this file overlap, as in a decompression bomb.")
        end = info.header_offset + LOCAL_HEADER_BYTES + info.compress_size


def read_member(archive: zipfile.ZipFile, name: str, limit: int = MEMBER_LIMIT_BYTES) -> bytes:
    """The bytes of one part, never more than `limit`; raises Refused or TooLarge."""
    try:
        info = archive.getinfo(name)
        if info.flag_bits & ENCRYPTED_FLAG:
            raise Refused("encrypted", ENCRYPTED)
        if info.file_size > limit:
            raise TooLarge(
                "part_too_large",
                f"A part of this file unpacks to more than {limit:,} bytes.",
                details={"limit": limit},
            )
        parts: list[bytes] = []
        size = 0
        with archive.open(info) as member:
            while part := member.read(READ_BYTES):
                size += len(part)
                if size > limit:
                    raise Refused("zip_bomb", BOMB)
                parts.append(part)
    except KeyError as error:
        raise Refused("damaged", DAMAGED) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise Refused("damaged", DAMAGED) from error
    except (NotImplementedError, RuntimeError, struct.error, UnicodeError) as error:
        raise Refused("damaged", DAMAGED) from error
    return b"".join(parts)
