"""How a source asks whether a statement is true: by the words before it ("True or false? …", "¿Verdadero o falso? …")."""

from __future__ import annotations

import re

VERDICT = r"(?:true|false|right|wrong|richtig|falsch|wahr|vrai|faux|verdadero|falso)"
ASKED_ALREADY = re.compile(
    rf"^(?:¿?\s*(?:\w+,? ){{0,6}}{VERDICT}\s?(?:or|oder|ou|o|/)\s?{VERDICT}\s*[?:.–-]|\([TRWV]\s*/\s*F\))\s*(?=\S)",
    re.IGNORECASE,
)

_BOTH_OFFERED = re.compile(rf"\s*[(\[]?\b(?:{VERDICT}|T|R|W|V)\s*/\s*(?:{VERDICT}|F)\b[)\]]?[\s–—:-]*$", re.IGNORECASE)  # fmt: skip
_ROOM_TO_WRITE = re.compile(r"(?<=[.!])\s*[(\[]?\s*(?:_{2,}|\.{4,}|…+)\s*[)\]]?$")


def asks_verdict(text: str) -> bool:
    """Whether a line asks of the statement in it whether that is true."""
    asked = ASKED_ALREADY.match(text)
    return asked is not None and text[: asked.end()].rstrip().endswith(("?", ":"))


def bare_statement(text: str) -> str:
    """The statement in a line, without what asks for a verdict and the room for it."""
    bare = _BOTH_OFFERED.sub("", ASKED_ALREADY.sub("", text))
    return _begun_large(_ROOM_TO_WRITE.sub("", bare))


def _begun_large(text: str) -> str:
    """A statement as a sentence of its own; "pH" and "x" stay as they are."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if len(first) > 1 and first.islower() else text
