"""The archive that is built once and deployed everywhere: the same inputs give the same bytes.

`python -m infra.release.archive pack FILE FOLDER…` and `… unpack FILE`.
"""

from __future__ import annotations

import gzip
import sys
import tarfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).parents[2]
EPOCH = 0  # all files are as old as each other


def pack(archive: Path, folders: Iterable[str], root: Path = ROOT) -> None:
    """Put these folders, named from the root, into the archive. FileNotFoundError names one that is not built."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    with (
        archive.open("wb") as raw,
        gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=EPOCH) as zipped,
        tarfile.open(fileobj=zipped, mode="w") as tar,
    ):
        for folder in folders:
            place = root / folder
            if not place.is_dir():
                raise FileNotFoundError(f"{folder} is not built yet; see `make help`.")
            for file in sorted(path for path in place.rglob("*") if path.is_file()):
                entry = tar.gettarinfo(file, file.relative_to(root).as_posix())
                entry.mtime, entry.uid, entry.gid = EPOCH, 0, 0
                entry.uname = entry.gname = ""
                entry.mode = 0o755 if entry.mode & 0o100 else 0o644
                with file.open("rb") as content:
                    tar.addfile(entry, content)


def unpack(archive: Path, root: Path = ROOT) -> None:
    """Put everything where it was built. Nothing may lie outside of the root."""
    with tarfile.open(archive) as tar:
        tar.extractall(root, filter="data")


if __name__ == "__main__":
    action, file, *names = sys.argv[1:]
    if action == "pack":
        pack(Path(file), names)
    else:
        unpack(Path(file))
