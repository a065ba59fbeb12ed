"""Whether the bytes in an archive from elsewhere are what the records say of them, before any is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set

from praxeo.domain.errors import PraxeoError, Refused
from praxeo.domain.limits import CODE_BYTES_MAX, SPEC_BYTES_MAX, UPLOAD_BYTES_MAX
from praxeo.merging.merged import Merged
from praxeo.ops.transfer.archive import ArchiveReader
from praxeo.sources.documents.extraction_json import from_json

Read = Callable[[bytes], object]

# What is read whole, by the field that names it: how large it may be, and what has to understand it.
READ_WHOLE: Mapping[str, tuple[int, Read]] = {
    "text_blob": (SPEC_BYTES_MAX, bytes.decode),
    "code_blob": (CODE_BYTES_MAX, bytes.decode),
    "parts_blob": (4 * CODE_BYTES_MAX, lambda data: Merged.from_json(data.decode())),
    "extraction_blob": (UPLOAD_BYTES_MAX, from_json),
}


def check_bytes(archive: ArchiveReader, fields: Mapping[str, Set[str]]) -> None:
    """Read what is to be taken in. `fields` has the fields that name each blob.

    Raises Refused("archive_alien") for what is larger than Praxeo makes it or nothing that it reads.
    """
    for key, named_by in fields.items():
        for name in named_by & READ_WHOLE.keys():
            _check(archive, key, *READ_WHOLE[name])


def _check(archive: ArchiveReader, key: str, most: int, read: Read) -> None:
    if archive.size_of(key) > most:
        raise _alien(key, f"it has more than {most} bytes")
    with archive.blob(key) as file:
        data = file.read()
    try:
        read(data)
    except (PraxeoError, ValueError, RecursionError) as fault:
        raise _alien(key, "it cannot be read") from fault


def _alien(key: str, reason: str) -> Refused:
    return Refused(
        "archive_alien",
        f"This archive holds bytes that no Praxeo wrote, in {key}: {reason}. Nothing was imported.",
    )
