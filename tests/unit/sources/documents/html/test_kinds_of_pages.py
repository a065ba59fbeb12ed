"""Five kinds of pages that were once read wrongly, each as it was met and varied."""

from __future__ import annotations

import pytest

from praxeo.domain.errors import Refused
from praxeo.sources.documents.html.reader import read_html

TEXT = (
    "The Moon pulls on the water of the oceans, and the pull is strongest on the side that faces it. The water there "
    "rises into a bulge, which the coast passes once every lunar day.",
    "A second bulge stands on the far side, where the pull of the Moon is weakest. That is why most coasts have two "
    "high tides a day and not one.",
    "When the Sun, the Moon and the Earth stand in a line, their pulls add up and the tides are largest. Sailors call "
    "these spring tides, whatever the season is.",
    "A barrage holds back the water at high tide and lets it run out through turbines. The station on the Rance in "
    "France has done so since 1966.",
)
LIGHTS = (
    "A lighthouse shows a ship where the coast is. Each one has a rhythm of its own, so that a sailor can tell it from "
    "the next by counting the seconds between two flashes.",
    "The lamps burnt oil at first and then gas. The lens that bundles the light was made by Fresnel, and it weighs as "
    "much as a small car in the largest houses.",
    "Today the light comes on by itself. Keepers are no longer needed, and many of the houses have become museums or "
    "places to stay for a night.",
    "A lighthouse on a rock had to be built of stones that lock into each other, since the waves would carry away any "
    "single stone.",
)
READERS = (
    "Great post! I love to read about the sea, and my kids will try this out in the bath tonight.",
    "Hello Jane, nice blog. If you look for a kitchen fitter in the north, I recommend the people at Oakline.",
    "I never knew that there are two bulges. Does this also work in a lake, or is a lake too small for that?",
    "We were on holiday at the coast in May and saw how far the water went out, and the children ran after it.",
)


def paragraphs(texts: tuple[str, ...]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def page(inside: str = "", behind: str = "", *, body: str = "") -> bytes:
    article = f"<article><h1>How tides arise</h1>{inside}{paragraphs(TEXT)}</article>{behind}"
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>How tides arise | Sea notes</title></head>'
        '<body><nav><a href="/">Home</a> <a href="/about">About</a> <a href="/archive">Archive</a></nav>'
        f"<main>{body or article}</main><footer>© Sea notes. All rights reserved. Privacy policy.</footer></body></html>"
    ).encode()


def read(html: bytes) -> str:
    return "\n".join(block.text for block in read_html(html).blocks)


@pytest.mark.parametrize(
    "heading", ["6 thoughts on “How tides arise”", "4 Comments", "Kommentare", "Responses (4)"]
)
@pytest.mark.parametrize("part", ["comment", "comment-list", "respond"])
def test_readers_comments_are_not_the_article(heading: str, part: str) -> None:
    answers = "".join(
        f'<div class="{part}"><header class="comment-header"><p class="comment-author">Reader {n} says</p>'
        f'<p class="comment-meta"><time>May {n}, 2021 at 4:10 pm</time></p></header><div class="comment-content">'
        f'<p>{text}</p></div><div class="comment-reply"><a href="#r{n}">Reply</a></div></div>'
        for n, text in enumerate(READERS, 1)
    )
    found = read_html(page(behind=f'<div id="comments"><h2>{heading}</h2>{answers}</div>'))
    said = "\n".join(block.text for block in found.blocks)
    assert all(text in said for text in TEXT)
    assert not any(text in said for text in READERS)
    assert (found.metadata.authors, found.metadata.date) == ((), "")


@pytest.mark.parametrize("hidden", ["hide", "is-closed", "collapse", "d-none"])
@pytest.mark.parametrize("heading", ["More from Sea notes", "Related articles", "Lighthouses"])
def test_a_whole_text_that_only_a_name_of_a_class_would_hide_is_read(
    heading: str, hidden: str
) -> None:
    card = (
        '<div class="resource-related_card"><div class="related_card-date-time">May 4, 2021</div>'
        '<div class="resource-related_card-title">Lighthouses</div>'
        f'<div class="{hidden}"><div class="w-richtext">{paragraphs(LIGHTS * 2)}</div></div></div>'
    )
    said = read(page(behind=f"<section><h2>{heading}</h2>{card * 3}</section>"))
    assert all(text in said for text in (*TEXT, *LIGHTS))


@pytest.mark.parametrize("hidden", ["display:none", "visibility:hidden", "opacity:0"])
def test_the_same_text_is_left_out_and_told_where_a_rule_hides_it(hidden: str) -> None:
    card = f'<div class="hide">{paragraphs(LIGHTS)}</div>'
    style = f"<style>.hide {{ {hidden} }}</style>"
    found = read_html(page(behind=f"{style}<section><h2>More</h2>{card}</section>"))
    assert "lighthouse" not in "\n".join(block.text for block in found.blocks)
    assert "hidden_text_removed" in [warning.code for warning in found.warnings]


def test_teasers_below_the_same_heading_are_left_out() -> None:
    cards = "".join(
        f'<div class="related_card"><a href="/{n}">Lighthouses {n}</a><p>{text}</p></div>'
        for n, text in enumerate(LIGHTS)
    )
    said = read(page(behind=f"<section><h2>More from Sea notes</h2>{cards}</section>"))
    assert not any(text in said for text in LIGHTS)


@pytest.mark.parametrize(
    "behind",
    [
        "<div><h2>About the Author</h2><p>Jane Marlow writes about the sea and about ships. Foreign words. She studied in "
        "Hull and lives on the coast with two dogs.</p></div>",
        "<div><h2>About the Reviewer</h2><p>Dr. Tom Field practised as a doctor of Foreign words before the sea.</p></div>",
        "<div><h2>Disclaimer:</h2><p>As a service to our readers, Sea notes gives access to its library of Foreign words. "
        "No content on this site should ever be used as a substitute for direct advice.</p></div>",
        "<div><h2>Über den Autor</h2><p>Jane Marlow schreibt über das Meer, über Schiffe und über Foreign words.</p></div>",
        "<div><h3>Subscribe to our newsletter</h3><p>Foreign words of the sea, once a week in your inbox.</p></div>",
    ],
)
def test_author_box_disclaimer_and_promotion_are_not_the_article(behind: str) -> None:
    said = read(page(behind=behind))
    assert all(text in said for text in TEXT)
    assert "Foreign words" not in said


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        (
            "We’ll be right back!",
            "It looks like we are having some trouble with access to your account. We are working hard at getting "
            "everything back up and running, so please try again in a few minutes.",
        ),
        (
            "Page not found",
            "The page that you are looking for was moved or does not exist. Go back to the home page.",
        ),
        (
            "Just a moment...",
            "Enable JavaScript and cookies to continue. Checking your browser before you access the site.",
        ),
    ],
)
def test_an_error_page_is_said_to_be_one_and_no_lesson_is_made_of_it(
    heading: str, text: str
) -> None:
    with pytest.raises(Refused) as refused:
        read_html(page(body=f"<h1>{heading}</h1><p>{text}</p>"))
    assert refused.value.code == "error_page"


@pytest.mark.parametrize(
    ("line", "authors", "date"),
    [
        (
            "Written by Jane Marlow and Tom Field | Updated: May 14, 2019",
            ("Jane Marlow", "Tom Field"),
            "2019-05-14",
        ),
        ("By Jane Marlow • 14 May 2019", ("Jane Marlow",), "2019-05-14"),
        (
            "Words by Jane Marlow &amp; Tom Field · Published on 2019-05-14",
            ("Jane Marlow", "Tom Field"),
            "2019-05-14",
        ),
        ("Von Jane Marlow | 14. Mai 2019", ("Jane Marlow",), "2019-05-14"),
        ("Updated: May 14, 2019", (), "2019-05-14"),
        ("Written by the sea | Five minutes to read", (), ""),
        ("", (), ""),
    ],
)
def test_a_byline_gives_its_authors_and_its_day_and_nothing_is_invented(
    line: str, authors: tuple[str, ...], date: str
) -> None:
    found = read_html(page(f'<p class="meta">{line}</p>')).metadata
    assert (found.authors, found.date) == (authors, date)
