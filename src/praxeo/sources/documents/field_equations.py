"""The words in equations that are written as fields (EQ): no reader shows them, so the ledger has to tell them."""

from __future__ import annotations

import re

EQUATION = re.compile(r"\s*EQ\s+(?P<said>[^\x13-\x15]*)", re.IGNORECASE)
SWITCH = re.compile(r'\\\*\s*(?:"[^"]*"|\S+)|\\[a-z]{1,2}\s*\d*', re.IGNORECASE)


def said_by_equation(code: str) -> str:
    """What the code of a field says where it is an equation, without its switches; else ""."""
    found = EQUATION.match(code)
    return SWITCH.sub(" ", found["said"]) if found else ""
