"""The body of an answer, unpacked by ourselves so that no more comes of it than is taken."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

from praxeo.domain.errors import Refused, TooLarge, Unavailable

BYTES_PER_MEGABYTE = 1_000_000
GZIP_OR_ZLIB, BARE = zlib.MAX_WBITS | 32, -zlib.MAX_WBITS
PIECE_BYTES = 65_536
_PLAIN = frozenset({"", "identity"})
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})
_ZLIB_METHOD = 8  # of the low four bits of the first byte; some servers leave this head out


def body_of(chunks: Iterable[bytes], encoding: str, bytes_max: int) -> bytes:
    """The whole body. `encoding` is the header's word for how it is packed.

    Raises TooLarge("page_too_large") once either form passes `bytes_max`, Refused("page_encoding"),
    Unavailable("page_cut") for a packed body that breaks off.
    """
    word = encoding.strip().lower()
    if word not in _PLAIN | _PACKED:
        raise Refused(
            "page_encoding",
            "This site packs its pages in a way that nobody asked it for. Save the page and add the file.",
        )
    unpack = _Unpacking() if word in _PACKED else None
    body, taken = bytearray(), 0
    for chunk in chunks:
        taken += len(chunk)
        if unpack is None:
            body += chunk
        else:
            unpack.into(body, chunk, bytes_max)
        if max(taken, len(body)) > bytes_max:
            raise too_large(bytes_max)
    if unpack and taken and not unpack.complete:
        raise broken_off()
    return bytes(body)


def too_large(bytes_max: int) -> TooLarge:
    """What is said of more bytes than are taken."""
    megabytes = bytes_max // BYTES_PER_MEGABYTE
    return TooLarge(
        "page_too_large",
        f"What is behind this link is larger than {megabytes} MB. Save it, and add the part that matters as a file.",
        details={"limit": megabytes},
    )


def broken_off() -> Unavailable:
    """What is said of an answer without its end."""
    return Unavailable("page_cut", "The page broke off before its end. Try again.")


class _Unpacking:
    """gzip (several members too), zlib, or bare deflate, whichever it turns out to be."""

    def __init__(self) -> None:
        self._state: zlib._Decompress | None = None
        self.complete = False

    def into(self, body: bytearray, chunk: bytes, bytes_max: int) -> None:
        """Add what this chunk unpacks to, in small pieces, until there is more than `bytes_max`."""
        more = bool(chunk)
        while more and len(body) <= bytes_max:
            if self._state is None:
                head = chunk[0]
                known = head == 0x1F or head & 0x0F == _ZLIB_METHOD
                self._state = zlib.decompressobj(GZIP_OR_ZLIB if known else BARE)
                self.complete = False
            try:
                piece = self._state.decompress(chunk, PIECE_BYTES)
            except zlib.error:
                raise broken_off() from None
            body += piece
            chunk = self._state.unconsumed_tail
            more = bool(chunk) or len(piece) == PIECE_BYTES
            if self._state.eof:
                self.complete = True
                rest = self._state.unused_data
                self._state, chunk = None, rest if rest[:1] == b"\x1f" else b""
                more = bool(chunk)
