"""Bytes of unknown encoding to text."""

from __future__ import annotations

import codecs

from praxeo.domain.errors import Refused
from praxeo.sources.documents.text_length import TEXT_LIMIT_CHARACTERS, too_long

SAMPLE_BYTES = 65_536
WESTERN = "cp1252"
# What documents are written in; the statistics otherwise like rare relatives that differ in letters.
ENCODINGS = (
    *(WESTERN, "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "iso8859_2"),
    *("iso8859_7", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "cp437", "mac_roman"),
)
STATISTICS_CHARACTERS = 40  # fewer beyond ASCII say nothing; cp1252 is then the likeliest by far
STATISTICS_BYTES = 16_384
BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Where the zero bytes of mostly Latin text stand, by encoding: (unit, places that are zero).
ZERO_PATTERNS = (
    ("utf-32-le", 4, (1, 2, 3)),
    ("utf-32-be", 4, (0, 1, 2)),
    ("utf-16-le", 2, (1,)),
    ("utf-16-be", 2, (0,)),
)
ZERO_SHARE = 0.7
UTF16_BLOCKS_AT_MOST = 6  # of 256 letters each, in a text of one alphabet
WHITE_SPACE_CONTROLS = "\t\n\r\f\v\x1a\x1b\x85"
CONTROL_SHARE_AT_MOST = 0.02


def decode(data: bytes) -> str:
    """The text of a file; raises Refused("not_text") if the bytes are no text in any encoding."""
    text = _by_mark(data) or _by_zeros(data) or _by_utf8(data)
    if text is None:
        text = _by_statistics(data)
    if text is None or looks_binary(text):
        raise Refused(
            "not_text",
            "This file is not a text in any known encoding. Save it as UTF-8 and try again.",
        )
    if len(text) > TEXT_LIMIT_CHARACTERS:
        raise too_long()
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def looks_binary(text: str) -> bool:
    """Whether control characters are too frequent for something that a person wrote."""
    sample = text[:SAMPLE_BYTES]
    controls = sum(
        1 for c in sample if (c < " " or "\x7f" <= c < "\xa0") and c not in WHITE_SPACE_CONTROLS
    )
    return controls > CONTROL_SHARE_AT_MOST * len(sample)


def _by_mark(data: bytes) -> str | None:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    return None


def _by_zeros(data: bytes) -> str | None:
    """UTF-16 and UTF-32 without a mark show in where the zero bytes stand."""
    sample = data[: SAMPLE_BYTES // 4 * 4]
    if b"\0" not in sample:
        return None
    for encoding, unit, places in ZERO_PATTERNS:
        units = len(sample) // unit
        if not units or len(data) % unit:
            continue
        if all(sample[p::unit].count(0) >= ZERO_SHARE * units for p in places) and (
            sample.count(0) <= (len(places) + 0.3) * units
        ):
            return data.decode(encoding, "replace")
    return _by_blocks(data)


def _by_blocks(data: bytes) -> str | None:
    """UTF-16 of another alphabet: half of its bytes are one of very few values."""
    sample = data[: SAMPLE_BYTES // 2 * 2]
    for encoding, place in (("utf-16-le", 1), ("utf-16-be", 0)):
        if len(data) % 2 == 0 and len(set(sample[place::2])) <= UTF16_BLOCKS_AT_MOST:
            text = data.decode(encoding, "replace")
            if not looks_binary(text) and "\ufffd" not in text[:SAMPLE_BYTES]:
                return text
    return None


def _by_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # One cut character at the very end, or one wrong byte in a long file, is still UTF-8.
        if error.start >= len(data) - 3 or _is_nearly_utf8(data):
            return data.decode("utf-8", "replace")
    return None


def _is_nearly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    multibyte = sum(1 for c in text if c > "\x7f" and c != "\ufffd")
    return multibyte >= 20 and text.count("\ufffd") * 50 <= multibyte


def _by_statistics(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    if not data or b"\0" in data[:SAMPLE_BYTES]:
        return None
    sample = data[:STATISTICS_BYTES]
    if sum(byte > 0x7F for byte in sample) < STATISTICS_CHARACTERS:
        return data.decode(WESTERN, "replace")
    matches = from_bytes(sample, cp_isolation=list(ENCODINGS))
    best = matches.best()
    western = next((match for match in matches if match.encoding == WESTERN), None)
    if best is None or (
        western and western.chaos <= best.chaos and western.coherence >= best.coherence
    ):
        return data.decode(WESTERN, "replace")
    return data.decode(best.encoding, "replace")
