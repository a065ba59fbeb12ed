"""What a provider says itself of a refusal, in a form that can be shown: one line, short, free of secrets."""

from __future__ import annotations

import re

from praxeo.observability.logs import without_secrets

CHARACTERS_MAX = 300
_KEY = re.compile(
    r"\b(?:sk|pk|rk|key|gsk|xai|hf|AIza|Bearer)[-_ ]?(?=[\w*.\-]*[\d*])[\w*.\-]{6,}", re.IGNORECASE
)
_QUERY = re.compile(r"(https?://[^\s?]+)\?\S+")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]+")


def told(said: str) -> str:
    """` It says: “…”`, or "" where it says nothing."""
    text = " ".join(_UNSEEN.sub(" ", said).split())
    text = _QUERY.sub(r"\1", _KEY.sub("…", without_secrets(text)))
    if not text:
        return ""
    short = text if len(text) <= CHARACTERS_MAX else text[: CHARACTERS_MAX - 1] + "…"
    return f" It says: “{short}”"
