"""Tags of an example: cleaned, once each, within limits."""

from __future__ import annotations

import pytest

from praxeo.domain import texts
from praxeo.domain.errors import TooLarge
from praxeo.domain.limits import TAG_CHARACTERS_MAX, TAGS_MAX


def test_tags_keep_their_order_and_stand_once_whatever_their_case() -> None:
    assert texts.tags((" cell  biology", "Week 3", "CELL BIOLOGY", "\u200b")) == (
        "cell biology",
        "Week 3",
    )


def test_too_many_or_too_long_tags_are_refused() -> None:
    with pytest.raises(TooLarge):
        texts.tags(tuple(f"t{number}" for number in range(TAGS_MAX + 1)))
    with pytest.raises(TooLarge):
        texts.tags(("x" * (TAG_CHARACTERS_MAX + 1),))
