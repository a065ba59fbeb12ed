"""One picture that came with a document: a file beside it, or written into an address (`data:`, RFC 2397)."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import unquote_to_bytes

DATA_CHARACTERS_MAX = 32_000_000
DATA = re.compile(r"data:(?P<kind>image/[\w.+-]+)?(?P<more>(?:;[^,;]{0,100})*),", re.I)


class PictureFile(NamedTuple):
    """A picture that came with a document: its name there, what gives its bytes, whether it is only the cover."""

    name: str
    read: Callable[[], bytes]
    adorns: bool = False


def written_out(address: str) -> PictureFile | None:
    """The picture that a `data:` address holds."""
    start = DATA.match(address)
    if start is None or len(address) > DATA_CHARACTERS_MAX:
        return None
    data = unquote_to_bytes(address[start.end() :])
    if ";base64" in start["more"].lower():
        try:
            data = base64.b64decode(b"".join(data.split()) + b"==")
        except binascii.Error:
            return None
    return PictureFile(f"data:{sha256(data).hexdigest()}", lambda: data)
