"""The files of a library on this machine: readable by their owner alone, and told when they cannot be made."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from praxeo.domain.errors import Unavailable

FOLDER_MODE = 0o700
FILE_MODE = 0o600
OTHERS = 0o077  # rights of everybody but the owner
# How the names of a library's own things begin. A folder with others in it may be shared on purpose.
OWN_NAMES = ("praxeo.sqlite3", "blobs", "fence.secret", "tickets.secret", "usage.sqlite3")


def private_folder(folder: Path) -> None:
    """Make this folder, and those above it that are missing, for their owner alone.

    Raises Unavailable("data_folder_unusable") if it cannot be made or written to.
    """
    with _told(folder):
        for each in (*reversed(folder.parents), folder):
            if not each.exists():
                each.mkdir(mode=FOLDER_MODE, exist_ok=True)
        if not folder.is_dir():
            raise NotADirectoryError(20, os.strerror(20))
        if not os.access(folder, os.W_OK | os.X_OK, effective_ids=True):
            raise PermissionError(13, "it cannot be written to")


def private_file(path: Path) -> None:
    """Make this file, if it is not there, for its owner alone. Raises Unavailable("data_folder_unusable")."""
    with _told(path):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE))


def tighten(*paths: Path) -> None:
    """Take what others than the owner may do away from those of these that are there and ours.

    What a file system without such rights refuses stays as it is; the doctor says so.
    """
    for path in paths:
        with suppress(OSError):
            found = path.stat()
            if found.st_uid == os.geteuid() and found.st_mode & OTHERS:
                path.chmod(found.st_mode & ~OTHERS & 0o7777)


def tighten_folder(folder: Path) -> None:
    """The same for a folder that holds a library's own things and nothing else."""
    with suppress(OSError):
        if all(entry.name.startswith(OWN_NAMES) for entry in folder.iterdir()):
            tighten(folder)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        raise Unavailable(
            "data_folder_unusable",
            f"{path} cannot be used: {fault.strerror}. Set PRAXEO_DATA_DIR to a folder of your own, or "
            "give this one to the user that Praxeo runs as.",
            retryable=False,
        ) from fault
