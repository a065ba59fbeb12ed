"""Finds the character encoding of a page: byte order mark, meta element, then the bytes themselves."""

from __future__ import annotations

import codecs
import re

from praxeo.domain.errors import Refused
from praxeo.sources.documents.text.decoding import decode

HEAD_BYTES = 4_096
"""Where browsers look for the meta element (they read 1024; real pages are less tidy)."""
SAMPLE_BYTES = 60_000
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)"
    rb"|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)",
    re.IGNORECASE,
)
# The labels that the WHATWG Encoding standard reads as a wider Windows encoding.
WIDER = {
    "iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "ascii": "cp1252",
    "us-ascii": "cp1252", "iso8859-1": "cp1252", "iso-8859-9": "cp1254", "gb2312": "gb18030",
    "gbk": "gb18030", "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932",
    "x-sjis": "cp932", "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "big5": "big5hkscs",
    "tis-620": "cp874", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8",
}  # fmt: skip


def decoded(data: bytes) -> str:
    """The text of a page; bytes that are wrong in its encoding become U+FFFD."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")  # text that is valid UTF-8 is hardly ever anything else
    except UnicodeDecodeError:
        return _of_another_encoding(data)


def _of_another_encoding(data: bytes) -> str:
    """What is no UTF-8: by what is declared, unless UTF-8 is and hardly a sign of it is right."""
    declared = _declared(data)
    if declared not in ("", "utf-8"):
        return data.decode(declared, "replace")
    detected = _detected(data)
    if detected == "utf-8":
        return data.decode(detected, "replace")
    try:
        return decode(data)  # by the letters of whole texts, which western pages need
    except Refused:
        return data.decode(detected, "replace")


def _declared(data: bytes) -> str:
    """The declared encoding, if it is known and fits the bytes at least roughly."""
    found = DECLARED.search(data[:HEAD_BYTES])
    if not found:
        return ""
    label = (found[1] or found[2]).decode("ascii").lower()
    try:
        return codecs.lookup(WIDER.get(label, label)).name
    except LookupError:
        return ""


def _detected(data: bytes) -> str:
    """The likeliest encoding by the bytes; UTF-8 where only a few of them are broken."""
    wrong = data[:SAMPLE_BYTES].decode("utf-8", "replace").count("\ufffd")
    high = sum(1 for byte in data[:SAMPLE_BYTES] if byte >= 0x80)
    if wrong * 4 < high:
        return "utf-8"
    from charset_normalizer import from_bytes  # slow to load, and few pages need it

    best = from_bytes(data[:SAMPLE_BYTES]).best()
    return best.encoding if best is not None else "cp1252"
