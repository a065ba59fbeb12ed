"""Hostile RTF files."""

from __future__ import annotations

import struct
import zlib

from tests.hostile.builders.hostile_files import Hostile
from tests.hostile.builders.office_files import SENTENCE

TEXT = SENTENCE.encode() + rb"\par "
MANY = 120_000


def rtf(body: bytes, head: bytes = b"") -> bytes:
    """A file of one sentence with this before and behind it."""
    return rb"{\rtf1\ansi " + head + TEXT + body + b"}"


def picture_of_many_pixels(side: int = 30_000) -> bytes:
    """A PNG file that is small and would be large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes(10**7))
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return rb"{\pict\pngblip " + png.hex().encode() + b"}"


RTF: tuple[Hostile, ...] = (
    Hostile(
        name="RTF of 300,000 braces",
        build=lambda: rtf(b"{" * 300_000 + b"x" + b"}" * 300_000),
        codes=("too_deep",),
    ),
    Hostile(name="RTF of 300,000 closing braces", build=lambda: rtf(b"}" * 300_000 + b"x")),
    Hostile(name="RTF of 900 open groups", build=lambda: rtf(rb"{\b " * 900 + b"x")),
    Hostile(name="RTF with binary data without end", build=lambda: rtf(rb"\bin2147483647 x")),
    Hostile(name="RTF with binary data of negative length", build=lambda: rtf(rb"\bin-99999999 x")),
    Hostile(
        name="RTF with a number of 10 digits everywhere",
        build=lambda: rtf(
            rb"\uc9999999999 \u9999999999 \itap9999999999 \cellx9999999999 \fs9999999999 \s9999999999 x\par"
        ),
    ),
    Hostile(
        name="RTF row of 120,000 cells",
        build=lambda: rtf(rb"\trowd\pard\intbl " + rb"x\cell " * MANY + rb"\row\pard "),
    ),
    Hostile(
        name="RTF row of 120,000 edges",
        build=lambda: rtf(
            rb"\trowd"
            + b"".join(rb"\cellx%d" % (n * 40) for n in range(MANY))
            + rb"\pard\intbl a\cell b\cell\row\pard "
        ),
    ),
    Hostile(
        name="RTF tables in each other",
        build=lambda: rtf(
            b"".join(rb"\pard\itap%d x\nestcell y" % depth for depth in range(1, 900))
            + rb"\nestrow"
        ),
    ),
    Hostile(name="RTF notes in each other", build=lambda: rtf(rb"{\footnote x" * 900 + b"}" * 900)),
    Hostile(
        name="RTF boxes in each other", build=lambda: rtf(rb"{\shptxt x\par" * 900 + b"}" * 900)
    ),
    Hostile(
        name="RTF formula of 900 fractions in each other",
        build=lambda: rtf(rb"{\mmath{\*\moMath" + rb"{\mf{\mnum x" * 450 + b"}" * 902),
    ),
    Hostile(
        name="RTF of 120,000 fonts",
        build=lambda: rtf(
            b"", rb"{\fonttbl" + b"".join(rb"{\f%d a;}" % n for n in range(MANY)) + b"}"
        ),
    ),
    Hostile(
        name="RTF style based on itself",
        build=lambda: rtf(
            rb"\pard\s1 x\par", rb"{\stylesheet{\s1\sbasedon2 a;}{\s2\sbasedon1 b;}}"
        ),
    ),
    Hostile(name="RTF of 1 MB of control words", build=lambda: rtf(rb"\b\b0" * 200_000 + b"x")),
    Hostile(name="RTF of one word of 2 MB", build=lambda: rtf(b"\\" + b"a" * 2**21)),
    Hostile(
        name="RTF of 120,000 paragraphs",
        build=lambda: rtf(rb"x\par " * MANY),
        codes=("text_too_long",),
    ),
    Hostile(
        name="RTF picture of 8 MB of zeros",
        build=lambda: rtf(rb"{\pict\pngblip " + b"0" * 2**23 + b"}"),
    ),
    Hostile(name="RTF picture of 900 million pixels", build=lambda: rtf(picture_of_many_pixels())),
    Hostile(
        name="RTF that asks for a file",
        build=lambda: rtf(
            rb'{\field{\*\fldinst INCLUDETEXT "/etc/passwd"}{\fldrslt }}{\*\template /etc/passwd}'
            rb"{\object\objautlink{\*\objdata 00}{\result x}}"
        ),
    ),
    Hostile(name="RTF without text", build=lambda: rb"{\rtf1\ansi\par\par}", codes=("no_text",)),
    Hostile(name="head of an RTF file", build=lambda: rb"{\rtf", codes=("no_text",)),
)
