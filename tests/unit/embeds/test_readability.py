"""Themes that readers cannot read are saved as the nearest that they can."""

from __future__ import annotations

import pytest

from praxeo.domain.access import local_user
from praxeo.domain.errors import Refused
from praxeo.domain.records import Example
from praxeo.embeds.readability import READABLE, contrast, readable
from praxeo.embeds.service import Embeds
from praxeo.embeds.themes import theme_to_save

SURFACE, TEXT, ACCENT = "--praxeo-surface", "--praxeo-text", "--praxeo-accent"
COLOURS = ["#ffee00", "#0b5d6b", "#777777", "#fff", "#000000", "#14181c"]


def test_contrast_is_that_of_the_textbook() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#0b5d6b", "#0b5d6b") == 1
    assert contrast("#767676", "#fff") > READABLE > contrast("#777777", "#fff")


@pytest.mark.parametrize("ground", COLOURS)
@pytest.mark.parametrize("ink", COLOURS)
def test_text_and_accent_can_be_read_on_any_ground(ink: str, ground: str) -> None:
    saved = readable({SURFACE: ground, TEXT: ink, ACCENT: ink})
    assert saved[SURFACE] == ground
    assert min(contrast(saved[name], ground) for name in (TEXT, ACCENT)) >= READABLE
    if contrast(ink, ground) >= READABLE:
        assert saved[TEXT] == ink


def test_a_colour_moves_no_further_than_it_has_to() -> None:
    assert contrast(readable({SURFACE: "#fff", TEXT: "#777777"})[TEXT], "#fff") < 4.7
    # What the studio offers for these (nearestReadable in contrast.ts) is the same.
    assert readable({SURFACE: "#ffee00", TEXT: "#ffffff"})[TEXT] == "#696969"
    assert readable({"scheme": "dark", TEXT: "#000"})[TEXT] == "#808080"


def test_where_the_ground_is_the_readers_own_the_app_moves_colours_itself() -> None:
    assert readable({TEXT: "#ffffff", ACCENT: "#ffee00"}) == {TEXT: "#ffffff", ACCENT: "#ffee00"}


def test_a_theme_is_saved_as_it_can_be_read_when_published_and_when_changed(
    embeds: Embeds, example: Example
) -> None:
    embed = embeds.publish(local_user(), example.id, theme={SURFACE: "#fff", TEXT: "#eee"})
    assert contrast(embed.theme[TEXT], "#fff") >= READABLE
    theme = {SURFACE: "#000", ACCENT: "#222222", "--praxeo-radius": "4px"}
    embed = embeds.change(local_user(), embed.id, version=embed.version, theme=theme)
    assert contrast(embed.theme[ACCENT], "#000") >= READABLE
    assert embed.theme["--praxeo-radius"] == "4px"


def test_what_is_no_colour_is_refused_before_it_is_measured() -> None:
    with pytest.raises(Refused):
        theme_to_save({SURFACE: "white", TEXT: "#fff"})
