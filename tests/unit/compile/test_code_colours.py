"""Listings get their colours when the app is compiled: every character stays, and no listing takes long."""

from __future__ import annotations

import html
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxeo.compile.code_colours import (
    LEXERS,
    LONGEST_CHARACTERS,
    LONGEST_LINE_CHARACTERS,
    CodeColours,
    coloured,
)

TOKENS = Path(__file__).parents[3] / "web" / "runtime" / "styles" / "tokens.css"
LEAST_CONTRAST = 4.5
MOST_SECONDS = 2.0  # of processor time for the worst listing; the slowest language takes about .3


def words(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def test_keywords_names_strings_numbers_and_comments_have_their_classes() -> None:
    made = coloured('def f(x):\n    return x + 1.5  # "a" <b>', "Python")
    assert made == (
        '<span class="k">def</span> <span class="f">f</span>(x):\n    <span class="k">return</span> x + '
        '<span class="n">1.5</span>  <span class="c"># "a" &lt;b&gt;</span>'
    )


@pytest.mark.parametrize("language", ["", "klingon", "../os", "python:evil"])
def test_a_language_that_is_not_known_has_no_colours(language: str) -> None:
    assert coloured("if a < b: pass", language) == "if a &lt; b: pass"


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(LEXERS)), st.text(max_size=200))
def test_every_character_of_a_listing_stays(language: str, code: str) -> None:
    assert words(coloured(code, language)) == code


@pytest.mark.parametrize("language", sorted({name: key for key, name in LEXERS.items()}.values()))
def test_no_listing_takes_long(language: str) -> None:
    coloured("x", language)  # which loads the rules
    for unit in ("a ", '\\"', "a<b>", "/*", "{{", "$(", "<!--", "'", "@", "\\", " "):
        line = (unit * LONGEST_LINE_CHARACTERS)[: LONGEST_LINE_CHARACTERS - 1]
        code = "\n".join([line] * (LONGEST_CHARACTERS // LONGEST_LINE_CHARACTERS))
        began = time.process_time()
        coloured(code, language)
        assert time.process_time() - began < MOST_SECONDS, unit


def test_very_long_listings_and_very_many_stay_without_colours() -> None:
    line = "return 1\n"
    assert "<span" not in coloured(line * LONGEST_CHARACTERS, "python")
    assert "<span" not in coloured("return " + "1" * LONGEST_LINE_CHARACTERS, "python")
    colours = CodeColours(left=20)
    assert "<span" in colours.of(line, "python")
    assert "<span" not in colours.of(line * 2, "python")


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_the_colours_can_be_read_on_light_and_on_dark() -> None:
    light, dark = TOKENS.read_text("utf-8").split("[data-scheme='dark']")
    for style, ground in ((light, "#f5f6f6"), (dark, "#202428")):  # the washes, a little beyond
        found = dict(re.findall(r"--code-(\w+): color-mix\(in oklab, (#\w{6})", style))
        assert set(found) == {"keyword", "name", "string", "number"}
        for colour in found.values():
            assert contrast(colour, ground) >= LEAST_CONTRAST
