"""Names and days on a page that are those of other texts: of cards, reviews, topics, changes, of the site itself."""

from __future__ import annotations

import pytest

from praxeo.sources.documents.html.reader import read_html

PROSE = (
    "<p>The Moon pulls on the water of the oceans, and the pull is strongest on its side.</p>" * 4
)
NAMES = ("Ada Marlow", "Ben Field", "Cleo Hart", "Dan Wolf", "Eva Stone")
REVIEW = '<div itemprop="review" itemtype="https://schema.org/Review"><span itemprop="author">Ada Marlow</span><time itemprop="datePublished" datetime="2016-11-04"></time></div>'


def found(body: str, head: str = "") -> tuple[tuple[str, ...], str]:
    html = f"<html><head><title>Tides</title>{head}</head><body><main><h1>Tides</h1>{body}</main></body></html>"
    stated = read_html(html.encode()).metadata
    return stated.authors, stated.date


def cards(count: int) -> str:
    return "".join(
        f"<div class=card><p class=when>By {name} • {day} March 2026</p><h2><a href=/{day}>Spring tide {day}</a></h2></div>"
        for day, name in enumerate(NAMES[:count], 10)
    )


def test_a_list_of_cards_is_of_no_day_and_of_no_author() -> None:
    assert found(f"{cards(5)}{PROSE}") == ((), "")


def test_a_text_with_few_cards_beside_it_keeps_its_day_and_author() -> None:
    own = "<p class=by>By Flo Berg • 2 March 2026</p>"
    assert found(f"{own}{PROSE}{cards(5)}") == (("Flo Berg",), "2026-03-02")
    assert found(f"{own.replace('class=by', 'class=when')}{PROSE}") == (("Flo Berg",), "2026-03-02")


def test_an_article_keeps_its_day_and_author_among_cards_of_the_same_make() -> None:
    head = '<meta property="og:type" content="article">'
    assert found(f"<div class=card><p class=when>By Flo Berg • 2 March 2026</p></div>{PROSE}{cards(4)}", head) == (
        ("Flo Berg",),
        "2026-03-02",
    )  # fmt: skip


def test_who_reviews_a_thing_did_not_write_its_page() -> None:
    assert found(f"{PROSE * 4}{REVIEW}") == ((), "")
    plain = REVIEW.replace("review", "about").replace("Review", "Article")
    assert found(f"{PROSE * 4}{plain}") == (("Ada Marlow",), "2016-11-04")


@pytest.mark.parametrize(("name", "authors"), [("Tidepool", ()), ("Ada Marlow", ("Ada Marlow",))])
def test_the_name_in_the_address_of_a_site_is_no_author(
    name: str, authors: tuple[str, ...]
) -> None:
    host = name.replace(" ", "").lower()
    head = f'<link rel="canonical" href="https://www.{host}.com/tides"><meta name="author" content="{name}">'
    assert found(PROSE, head)[0] == authors


def test_the_address_of_a_topic_is_not_that_of_a_thread() -> None:
    for address, author in (
        ("topic/tides", ("Ada Marlow",)),
        ("topic/5-tides", ()),
    ):
        head = f'<link rel="canonical" href="https://a.example/{address}">'
        assert found(f"<p>Written by</p><p>Ada Marlow</p>{PROSE}", head)[0] == author


@pytest.mark.parametrize(
    ("words", "day"), [("This page was last modified on ", ""), ("On ", "2026-03-02")]
)
def test_the_only_time_on_a_page_may_be_that_of_a_change(words: str, day: str) -> None:
    shown = f"{PROSE * 4}<p>{words}<time datetime=2026-03-02>this Monday</time></p>"
    assert found(shown)[1] == day
