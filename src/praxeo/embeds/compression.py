"""Apps compressed once, when they are published: on the fly it would be tens of times slower."""

from __future__ import annotations

BROTLI_QUALITY = 11
GZIP_LEVEL = 9


def brotli_bytes(data: bytes) -> bytes:
    """The bytes in Brotli, as small as it gets."""
    import brotli  # for who publishes

    packed: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY)
    return packed


def gzip_bytes(data: bytes) -> bytes:
    """The bytes in gzip; the same bytes always give the same."""
    import gzip

    return gzip.compress(data, compresslevel=GZIP_LEVEL, mtime=0)
