"""Builds small PDF files object by object; tests then spoil them or turn them into bombs."""

from __future__ import annotations

import hashlib
import zlib

SENTENCE = b"Enzymes are proteins that speed up the reactions of a living cell."
TEXT = b"BT /F1 12 Tf 72 720 Td (" + SENTENCE + b") Tj ET"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")

Objects = dict[int, bytes]


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


def deflated(content: bytes, times: int = 1, entries: bytes = b"") -> bytes:
    names = b" ".join([b"/FlateDecode"] * times)
    for _ in range(times):
        content = zlib.compress(content, 9)
    return stream(content, b"/Filter [%s] %s" % (names, entries))


def objects(content: bytes = TEXT, resources: bytes = b"") -> Objects:
    """Catalog, page tree, one page, its font and its content."""
    return {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R "
        b"/Resources << /Font << /F1 4 0 R >> " + resources + b" >> >>",
        4: FONT,
        5: stream(content),
    }


def pdf(parts: Objects, trailer: bytes = b"") -> bytes:
    """The file with a sound cross-reference table."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in parts.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    size = max(parts) + 1
    out += b"xref\n0 %d\n" % size
    for number in range(size):
        if number in places:
            out += b"%010d 00000 n \n" % places[number]
        else:
            out += b"0000000000 65535 f \n"
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        trailer,
        start,
    )
    return bytes(out)


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def locked_pdf(password: bytes = b"secret") -> bytes:
    """Protected by a password in the oldest way of the format (RC4 with 40 bits)."""
    padded = (password + PADDING)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    file_id = b"0123456789abcdef"
    key = hashlib.md5(padded + owner + (0xFFFFFFC0).to_bytes(4, "little") + file_id).digest()[:5]
    user = _rc4(key, PADDING)
    parts = objects()
    object_key = hashlib.md5(key + (5).to_bytes(3, "little") + b"\0\0").digest()[:10]
    parts[5] = stream(_rc4(object_key, TEXT))
    parts[6] = b"<< /Filter /Standard /V 1 /R 2 /P -64 /O <%s> /U <%s> >>" % (
        owner.hex().encode(),
        user.hex().encode(),
    )
    return pdf(parts, b"/Encrypt 6 0 R /ID [<%s> <%s>]" % ((file_id.hex().encode(),) * 2))


def form_bomb(width: int = 8, depth: int = 12, *, packed: bool = False) -> bytes:
    """Drawings that draw drawings: `width` times at each of `depth` levels."""
    parts = objects(b"/X0 Do", b"/XObject << /X0 10 0 R >>")
    calls = b"/X0 Do " * width
    for level in range(depth):
        below = b"/XObject << /X0 %d 0 R >>" % (11 + level)
        entries = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << %s >>" % below
        parts[10 + level] = deflated(calls, 1, entries) if packed else stream(calls, entries)
    parts[10 + depth] = stream(
        TEXT,
        b"/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >>",
    )
    return pdf(parts)


def form_cycle() -> bytes:
    """Two drawings that draw each other, twice each."""
    parts = objects(b"/X0 Do", b"/XObject << /X0 10 0 R >>")
    for own, other in ((10, 11), (11, 10)):
        parts[own] = stream(
            b"/X0 Do /X0 Do",
            b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X0 %d 0 R >> >>"
            % other,
        )
    return pdf(parts)


def spaces_bomb(times: int = 1, size: int = 2**26) -> bytes:
    """A page's content of nothing but spaces, packed to almost nothing."""
    parts = objects()
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 2**24) for _ in range(size // 2**24)) + packer.flush()
    for _ in range(times - 1):
        packed = zlib.compress(packed, 9)
    names = b" ".join([b"/FlateDecode"] * times)
    parts[5] = stream(packed, b"/Filter [%s]" % names)
    return pdf(parts)


def nested_arrays(depth: int = 200_000, opening: bytes = b"[", closing: bytes = b"]") -> bytes:
    parts = objects()
    parts[6] = opening * depth + b"null" + closing * depth
    parts[1] = b"<< /Type /Catalog /Pages 2 0 R /Deep 6 0 R /Names 6 0 R /Outlines 6 0 R >>"
    return pdf(parts)


def million_pages(count: int = 1_000_000) -> bytes:
    """A page tree that says a million pages and repeats one page to get there."""
    parts = objects()
    parts[2] = b"<< /Type /Pages /Kids [6 0 R] /Count %d >>" % count
    leaves = b"3 0 R " * 1000
    parts[7] = b"<< /Type /Pages /Parent 6 0 R /Kids [%s] /Count 1000 >>" % leaves
    parts[6] = b"<< /Type /Pages /Parent 2 0 R /Kids [%s] /Count %d >>" % (
        b"7 0 R " * (count // 1000),
        count,
    )
    return pdf(parts)


def looping_page_tree() -> bytes:
    parts = objects()
    parts[2] = b"<< /Type /Pages /Kids [6 0 R] /Count 10 >>"
    parts[6] = b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 6 0 R] /Count 10 >>"
    return pdf(parts)


def looping_cross_reference() -> bytes:
    """The table says that the one before it is itself."""
    data = pdf(objects())
    start = data.rindex(b"xref\n0")
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % start)


def huge_image(side: int = 200_000) -> bytes:
    parts = objects(TEXT + b" /Im0 Do", b"/XObject << /Im0 6 0 R >>")
    parts[6] = deflated(
        b"\0" * 100_000,
        1,
        b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceRGB"
        % (side, side),
    )
    return pdf(parts)


def scanned_page() -> bytes:
    """A picture over the whole page and no text."""
    parts = objects(b"q 612 0 0 792 0 0 cm /Im0 Do Q", b"/XObject << /Im0 6 0 R >>")
    entries = b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    parts[6] = stream(bytes(range(64)), entries)
    return pdf(parts)


def many_operators(count: int = 3_000_000) -> bytes:
    """Millions of tiny texts on one page."""
    parts = objects()
    parts[5] = deflated(b"BT /F1 1 Tf 9 9 Td " + b"(a) Tj 1 0 Td " * count + b"ET")
    return pdf(parts)
