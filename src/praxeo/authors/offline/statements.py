"""Plain statements and what they are about, so that they may be asked from memory."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from praxeo.authors.offline.clauses import subject_name

_LOOSE = re.compile(
    r"\b(?:also|however|again|therefore|thus|hence|actually|of course|soon|still|yet|instead|then|later|"
    r"now|already|following|as follows|such as this|see|described in|below|above|example|not|never|"
    r"sometimes known|will be|probably|by definition|the very \w+ of|perhaps|arguably)\b|:$|§",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Statement:
    """A plain statement, and what it is about, where grammar tells."""

    name: str | None


def statement_of(doc: Any, names: set[str]) -> Statement:
    """The statement that a parsed sentence makes. `names` keep their capital in a question."""
    return Statement(name=subject_name(doc, names))


def is_announcement(text: str) -> bool:
    """Whether a sentence points at something else in the text rather than saying it."""
    return bool(_LOOSE.search(text)) or not text.rstrip("\"'”’)").endswith(
        (".", "!", "。", "！", "।")
    )
