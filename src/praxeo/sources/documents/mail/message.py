"""Opens messages of several parts (RFC 2045) within limits; pages saved in one file are such messages, too."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message

from praxeo.domain.errors import Refused

NESTING_AT_MOST = 100  # marks of parts within parts; the parser calls itself for each of them
DEEPEST_PART = 20
PARTS_AT_MOST = 2_000
LONGEST_HEADER_CHARACTERS = 20_000
NESTS = re.compile(rb"\bboundary[*\d]*\s*=|\bmessage/(?:rfc822|global)\b", re.IGNORECASE)
TOO_DEEP = (
    "This file nests its parts too deeply to be read. Save the message or page anew and add that."
)

Part = Message


def opened(data: bytes, damaged: str) -> Part:
    """The message. Raises Refused: "too_deep", or "damaged" with the sentence given.

    By the lenient policy: the structured one takes minutes and gigabytes for a header that is long enough.
    """
    if sum(1 for _ in NESTS.finditer(data)) > NESTING_AT_MOST:
        raise Refused("too_deep", TOO_DEEP)
    try:
        return email.message_from_bytes(data)
    except (RecursionError, LookupError, ValueError) as error:
        raise Refused("damaged", damaged) from error


def leaves(message: Part) -> Iterator[Part]:
    """The parts that hold no others, in order, no more than PARTS_AT_MOST."""
    for number, part in enumerate(message.walk()):
        if number >= PARTS_AT_MOST:
            return
        if not part.is_multipart():
            yield part


def children(part: Part) -> list[Part]:
    """The parts right below a part; [] for one that holds none."""
    payload = part.get_payload()
    inner = payload[:PARTS_AT_MOST] if isinstance(payload, list) else []
    return [each for each in inner if isinstance(each, Message)]


def content(part: Part) -> bytes:
    """The bytes of a part, decoded from what they travelled in."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def as_utf8(part: Part) -> bytes:
    """A part's text as UTF-8 where it names its characters, else as it stands."""
    data, charset = content(part), part.get_content_charset()
    try:
        return data.decode(charset, "replace").encode() if charset else data
    except LookupError:  # an encoding that nobody knows
        return data


def header(part: Part, name: str) -> str:
    """A header on one line with its encoded words read; "" without it or if it is absurdly long."""
    stated = part.get(name)
    return decoded(str(stated)) if stated is not None else ""


def decoded(stated: str) -> str:
    """A header's text as a person reads it, whatever it is written in."""
    if len(stated) > LONGEST_HEADER_CHARACTERS:
        return ""
    raw = stated.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        parts = decode_header(raw)
        read = [
            word if isinstance(word, str) else word.decode(charset or "ascii", "replace")
            for word, charset in parts
        ]
    except (HeaderParseError, LookupError, ValueError):
        return " ".join(raw.split())
    return " ".join("".join(read).split())
