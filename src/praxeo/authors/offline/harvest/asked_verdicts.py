"""How a source asks whether a statement is true: by the words before it ("True or false? …", "¿Verdadero o falso? …")."""

from __future__ import annotations

import re

VERDICT = r"(?:true|false|right|wrong|richtig|falsch|wahr|vrai|faux|verdadero|falso)"
ASKED_ALREADY = re.compile(
    rf"^(?:¿?\s*(?:\w+,? ){{0,6}}{VERDICT}\s?(?:or|oder|ou|o|/)\s?{VERDICT}\s*[?:.–-]|\([TRWV]\s*/\s*F\))\s*(?=\S)",
    re.IGNORECASE,
)


def asks_verdict(text: str) -> bool:
    """Whether a line asks of the statement in it whether that is true."""
    asked = ASKED_ALREADY.match(text)
    return asked is not None and text[: asked.end()].rstrip().endswith(("?", ":"))
