"""In what encoding the bytes of an RTF file are, by the code page or the character set of a font."""

from __future__ import annotations

import codecs

WESTERN = "cp1252"
SYMBOL = 2
# \fcharset: code page.
CHARACTER_SETS = {
    0: 1252,
    77: 10000,
    78: 932,
    79: 949,
    80: 936,
    81: 950,
    83: 1255,
    84: 1256,
    85: 1253,
    86: 1254,
    88: 1250,
    89: 1251,
    128: 932,
    129: 949,
    130: 1361,
    134: 936,
    136: 950,
    161: 1253,
    162: 1254,
    163: 1258,
    177: 1255,
    178: 1256,
    186: 1257,
    204: 1251,
    222: 874,
    238: 1250,
    254: 437,
    255: 850,
}
NAMES = {10000: "mac_roman", 65001: "utf-8", 1361: "johab", 708: "iso8859_6", 936: "gbk"}


def encoding_of(code_page: int | None) -> str:
    """Python's name of a code page; Western where it knows none."""
    name = NAMES.get(code_page or 0, f"cp{code_page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return WESTERN
