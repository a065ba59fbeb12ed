"""Cuts RTF into what it is made of: braces, control words, signs, bytes of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?[0-9]{1,10})? ?"  # a control word with its number
    rb"|\\'([0-9A-Fa-f]{2})"  # a byte
    rb"|\\([^A-Za-z'])"  # a control sign
    rb"|([{}])"
    rb"|([^\\{}\r\n\0]+)",
    re.S,
)
BINARY = b"bin"


class Token(NamedTuple):
    """`kind` is "{", "}", "word", "sign", "byte", "text" or "binary".

    `text` is a control word or sign, `data` the bytes of all others; `number` is that of a word, None if it has none.
    """

    kind: str
    text: str = ""
    number: int | None = None
    data: bytes = b""


OPEN, CLOSE = Token("{"), Token("}")


def tokens(data: bytes) -> Iterator[Token]:
    """All tokens in order; line breaks between them and what is no RTF are passed over."""
    at = 0
    while match := TOKEN.search(data, at):
        at = match.end()
        word, number, byte, sign, brace, text = match.groups()
        if text is not None:
            yield Token("text", data=text)
        elif word == BINARY and number is not None:
            length = max(0, int(number))
            yield Token("binary", data=data[at : at + length])
            at += length
        elif word is not None:
            yield Token("word", word.decode(), None if number is None else int(number))
        elif byte is not None:
            yield Token("byte", data=bytes.fromhex(byte.decode()))
        elif sign is not None:
            yield Token("sign", sign.decode("latin-1"))
        else:
            yield OPEN if brace == b"{" else CLOSE
