"""A package as the zip that Lambda is given: the same bytes for the same folder."""

from __future__ import annotations

import zipfile
from pathlib import Path

BEGINNING = (1980, 1, 1, 0, 0, 0)
LEVEL = 9
RIGHTS = 0o100644 << 16


def archive(folder: Path, file: Path) -> int:
    """Write all files of the folder to `file`; gives the zip's size in bytes."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=LEVEL) as zipped:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), BEGINNING)
            entry.external_attr = RIGHTS
            entry.compress_type = zipfile.ZIP_DEFLATED
            zipped.writestr(entry, path.read_bytes(), compresslevel=LEVEL)
    return file.stat().st_size
