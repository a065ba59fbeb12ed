"""Files inside a compound file: each stands in a storage of its own, which says what it is."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from praxeo.sources.documents.office97.compound_file import BROKEN, CompoundFile

KIND = "\x01CompObj"
KIND_AT = 28


def embedded_kinds(file: CompoundFile, storage: str) -> list[str]:
    """What the files below storages whose name begins so are, as the programs call them that made them."""
    return list(_kinds(file, storage))


def _kinds(file: CompoundFile, storage: str) -> Iterator[str]:
    for path in file.ole.listdir():
        if len(path) > 1 and path[0].startswith(storage) and path[-1] == KIND:
            try:
                data = file.ole.openstream(path).read()
                length = struct.unpack_from("<I", data, KIND_AT)[0]
                name = data[KIND_AT + 4 : KIND_AT + 4 + length].decode("cp1252", "replace")
                yield name.strip("\0 ") or "?"
            except BROKEN:
                yield "?"
