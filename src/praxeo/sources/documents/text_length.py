"""How much text one document may hold."""

from __future__ import annotations

from praxeo.domain.errors import TooLarge

TEXT_LIMIT_CHARACTERS = 10_000_000


def too_long() -> TooLarge:
    """The error for more text than one document may hold."""
    return TooLarge(
        "text_too_long",
        f"The document holds more than {TEXT_LIMIT_CHARACTERS:,} characters of text. "
        "Split it into parts and add each of them.",
        details={"limit": TEXT_LIMIT_CHARACTERS},
    )
