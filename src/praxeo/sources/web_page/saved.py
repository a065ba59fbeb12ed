"""A page with its pictures in one file, as browsers save it (MHTML, RFC 2557): so it is read like a saved one."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

MEDIA_TYPE = "text/html"


def saved_page(
    html: bytes, *, address: str, charset: str = "", pictures: Mapping[str, bytes]
) -> bytes:
    """The page at this address with the pictures that were fetched, by their addresses.

    `charset` is what the site says of it; it counts where the page is not UTF-8 all the same. The same
    page gives the same bytes.
    """
    mark = f"part-{hashlib.sha256(html).hexdigest()[:32]}"
    head = _lines(
        "MIME-Version: 1.0",
        f"Snapshot-Content-Location: {_plain(address)}",
        "Subject: Page",
        f'Content-Type: multipart/related; type="{MEDIA_TYPE}"; boundary="{mark}"',
    )
    said = f"{MEDIA_TYPE}; charset={charset}" if _counts(html, charset) else MEDIA_TYPE
    parts = [_part(said, address, html)]
    parts += [_part("image/unknown", place, data) for place, data in pictures.items()]
    between = f"--{mark}\r\n".encode()
    return head + b"".join(between + part for part in parts) + f"--{mark}--\r\n".encode()


def _part(kind: str, address: str, data: bytes) -> bytes:
    """One part in letters and digits, so that nothing in it can be taken for the end of it."""
    head = _lines(
        f"Content-Type: {kind}",
        "Content-Transfer-Encoding: base64",
        f"Content-Location: {_plain(address)}",
    )
    return head + base64.encodebytes(data) + b"\r\n"


def _counts(html: bytes, charset: str) -> bool:
    """Whether what the site says of the page's letters is worth passing on."""
    if (
        not charset
        or not charset.isascii()
        or not charset.replace("-", "").replace("_", "").isalnum()
    ):
        return False
    try:
        html.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return False
    try:
        html.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _plain(address: str) -> str:
    """An address as a header can hold it."""
    return "".join(c for c in address if "!" <= c <= "~")


def _lines(*headers: str) -> bytes:
    return ("\r\n".join(headers) + "\r\n\r\n").encode("ascii")
