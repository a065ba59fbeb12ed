"""The files in a message of several parts, found as its pages name them: by `cid:` or by where they came from (RFC 2557)."""

from __future__ import annotations

from functools import partial
from urllib.parse import unquote, urldefrag, urljoin

from praxeo.sources.documents.mail.message import Part, content, leaves
from praxeo.sources.documents.pictures.named import Files
from praxeo.sources.documents.pictures.picture_file import PictureFile


def files_of(message: Part, page: Part) -> Files:
    """What finds the pictures that came with a page of the message."""
    base = _place(page, "Content-Location")
    parts: dict[str, tuple[str, Part]] = {}
    for number, part in enumerate(leaves(message)):
        if part.get_content_maintype() == "image":
            location = _place(part, "Content-Location")
            identity = _place(part, "Content-ID").strip("<>")
            for name in (_joined(base, location) if location else "", f"cid:{identity}"):
                parts.setdefault(name, (f"part {number}", part))

    def find(address: str) -> PictureFile | None:
        name = (
            f"cid:{unquote(address[4:])}"
            if address[:4].lower() == "cid:"
            else _joined(base, address)
        )
        found = parts.get(name)
        return PictureFile(found[0], partial(content, found[1])) if found else None

    return find


def _place(part: Part, header: str) -> str:
    """A header that may be folded anywhere."""
    return "".join(str(part.get(header) or "").split())


def _joined(base: str, address: str) -> str:
    try:
        return urldefrag(urljoin(base, address.strip())).url
    except ValueError:  # no address at all
        return address
