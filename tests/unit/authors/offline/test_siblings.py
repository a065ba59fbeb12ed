"""What may stand beside a term as a wrong option: of one shape, and never a name that its meaning spells."""

from __future__ import annotations

import pytest

from praxeo.authors.offline.siblings import gives_away, is_short_name


@pytest.mark.parametrize(
    ("term", "meaning", "given_away"),
    [
        ("GIF", "Graphics Interchange Format, an image format designed by CompuServe", True),
        ("JPEG", "Joint Photographic Experts Group, the name of a group", True),
        ("DNS", "the service that turns the name of a host into its address", False),
        ("big-endian", "a data format with the most significant values lowest in memory", False),
    ],
)
def test_a_short_name_is_given_away_by_what_it_stands_for(
    term: str, meaning: str, given_away: bool
) -> None:
    assert gives_away(term, meaning) is given_away


@pytest.mark.parametrize(
    ("term", "short"), [("TIFF", True), ("sRGB", True), ("Ray-tracing", False), ("pH", False)]
)
def test_short_names_are_told_from_words(term: str, short: bool) -> None:
    assert is_short_name(term) is short
