"""Finds the pictures beside a text in one archive, by the addresses that the text gives them; nothing outside it."""

from __future__ import annotations

import posixpath
import re
import zipfile
from functools import partial
from urllib.parse import unquote

from praxeo.sources.documents.pictures.named import Files
from praxeo.sources.documents.pictures.picture_file import PictureFile
from praxeo.sources.documents.zip_files import read_member

PICTURE_LIMIT_BYTES = 48 * 2**20
ELSEWHERE = re.compile(r"(?:[a-z][a-z0-9+.-]+:|//)", re.I)
LOCAL_FILE = re.compile(r"file:/{0,3}", re.I)
SUFFIXES = (".png", ".jpg", ".jpeg", ".svg", ".webp", ".gif", ".tif", ".tiff", ".bmp", ".eps")


class ArchiveFiles:
    """The parts of an archive by the addresses that its texts give them.

    A name is found without regard to case and with its suffix left out; one that stands nowhere, as the
    address of a disk does not, by its last part, if that is there but once. `adorning` names covers.
    """

    def __init__(self, archive: zipfile.ZipFile, *, adorning: frozenset[str] = frozenset()) -> None:
        self._archive = archive
        self._adorning = adorning
        self._names = {name.lower(): name for name in reversed(archive.namelist())}
        self._alone: dict[str, str | None] = {}
        for lowered, name in self._names.items():
            last = lowered.rpartition("/")[2]
            self._alone[last] = None if last in self._alone else name

    def beside(self, folder: str) -> Files:
        """What finds the pictures of a text that lies in this folder ("": at the root)."""
        return partial(self._find, folder.lower())

    def _find(self, folder: str, address: str) -> PictureFile | None:
        path = LOCAL_FILE.sub("", address)
        if ELSEWHERE.match(path) and path == address:
            return None
        path = unquote(path.partition("#")[0].partition("?")[0]).replace("\\", "/").lower()
        near = posixpath.normpath(posixpath.join(folder, path))
        found = (
            self._names.get(wanted + suffix)
            for wanted in (near, path.lstrip("/"))
            for suffix in ("", *SUFFIXES)
        )
        name = next(filter(None, found), None) or self._alone.get(posixpath.basename(path))
        if not name:
            return None
        read = partial(read_member, self._archive, name, PICTURE_LIMIT_BYTES)
        return PictureFile(name, read, adorns=name in self._adorning)
