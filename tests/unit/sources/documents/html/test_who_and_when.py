"""Who wrote a page and when: as the page shows it, of the first post of a thread, and nothing invented."""

from __future__ import annotations

import pytest

from praxeo.sources.documents.html.reader import read_html

ARTICLE = (
    "<p>The Moon pulls on the water of the oceans, and the pull is strongest on the side that faces it.</p>"
    * 4
)


def found(body: str, head: str = "") -> tuple[tuple[str, ...], str]:
    html = f"<html><head><title>How tides arise</title>{head}</head><body><main><h1>How tides arise</h1>{body}</main></body></html>"
    stated = read_html(html.encode()).metadata
    return stated.authors, stated.date


@pytest.mark.parametrize(
    ("body", "names"),
    [
        (f"<p>March 1, 2017 by Jane Marlow</p>{ARTICLE}", ("Jane Marlow",)),
        (f"<p>by Jane Marlow ● 6 min read</p>{ARTICLE}", ("Jane Marlow",)),
        (f"<div class=blog__authorname>Jane Marlow</div>{ARTICLE}", ("Jane Marlow",)),
        (f"<p><a href=/authors/jane-marlow>Jane Marlow</a></p>{ARTICLE}", ("Jane Marlow",)),
        (
            f"{ARTICLE * 3}<h3>Written by Jane Marlow</h3><p>She lives at the sea.</p>",
            ("Jane Marlow",),
        ),
        (f"{ARTICLE * 3}<p>By Jane Marlow</p><p>By Tom Field</p>", ()),  # cards of other articles
        (f"<p class=author>January 27</p>{ARTICLE}", ()),
        (f"{ARTICLE}<h2>More</h2><p>Waves.</p><h2>Next</h2><p class=author>Tom Field</p>", ()),
    ],
)
def test_a_byline_is_found_where_it_stands(body: str, names: tuple[str, ...]) -> None:
    assert found(body)[0] == names


def test_the_name_of_the_site_is_no_author() -> None:
    head = (
        '<meta property="og:site_name" content="Harbour News"><meta name="author" content="Harbour News">'
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jane Marlow">'
    )
    assert found(ARTICLE, head)[0] == ("Jane Marlow",)
    assert found(ARTICLE, head.partition('<meta name="twitter')[0])[0] == ()


POST = "<article><a class=username>{}</a> <time itemprop={} datetime={}></time><p>{}</p></article>"


def test_a_thread_is_by_who_began_it_on_the_day_of_the_first_post() -> None:
    posts = [
        POST.format("tidefan", "dateCreated", "2019-08-27", ARTICLE),
        POST.format("moonchild", "dateCreated", "2024-01-02", ARTICLE),
    ]
    joined = "<time datetime=2012-01-01>Joined in 2012</time>"
    head = '<script type="application/ld+json">{"@type": "DiscussionForumPosting"}</script>'
    assert found("".join([*posts, joined]), head) == (("tidefan",), "2019-08-27")


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ("", "<p>17.05.2021</p>", "2021-05-17"),
        ("", "<p>Version 17.05.20211</p>", ""),
        (
            "",
            '<time class="entry-date published" datetime=2020-06-29></time><time class=updated datetime=2021-01-01></time>',
            "2020-06-29",
        ),
        (
            '<meta property="article:published_time" content="2025-12-19T02:00:00Z">',
            "<p>December 18, 2025</p>",
            "2025-12-18",
        ),
        (
            '<meta property="article:published_time" content="2025-12-19T02:00:00Z">',
            "<p>December 1, 2025</p>",
            "2025-12-19",
        ),
        (
            '<meta property="article:published_time" content="2025-02-31">',
            "<p>March 1, 2025</p>",
            "2025-02-31",
        ),
        (
            '<meta property="og:type" content="product"><meta name="date" content="2025-02-03">',
            "",
            "",
        ),
    ],
)
def test_a_day_is_that_of_the_page(head: str, body: str, day: str) -> None:
    assert found(body + ARTICLE, head)[1] == day
