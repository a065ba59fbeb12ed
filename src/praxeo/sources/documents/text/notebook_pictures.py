"""The pictures in a notebook: what its cells drew, and what is attached to its texts."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from hashlib import sha256
from typing import Any
from urllib.parse import unquote

from praxeo.sources.documents.pictures.named import Files
from praxeo.sources.documents.pictures.picture_file import PictureFile

# Best first; a cell gives the same picture in several.
KINDS = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/svg+xml")
ATTACHED = "attachment:"


def picture_of(data: Mapping[str, Any]) -> bytes | None:
    """The bytes of the picture that an output or an attachment holds by its kinds; None without one."""
    for kind in KINDS:
        if kind in data:
            stated = data[kind]
            text = "".join(map(str, stated)) if isinstance(stated, list) else str(stated)
            if kind.endswith("xml"):
                return text.encode("utf-8", "replace")
            try:
                return base64.b64decode("".join(text.split()), validate=True)
            except ValueError:
                return text.encode("utf-8", "replace")  # which no decoder takes for a picture
    return None


def files_of_cell(cell: Mapping[str, Any], others: Files) -> Files:
    """What finds the pictures of a cell: those attached to it, and those beside the notebook."""
    attached = cell.get("attachments") or {}

    def find(address: str) -> PictureFile | None:
        if not address.startswith(ATTACHED):
            return others(address)
        data = picture_of(attached.get(unquote(address.removeprefix(ATTACHED)), {}))
        return PictureFile(f"attached {sha256(data).hexdigest()}", lambda: data) if data else None

    return find
