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
        (f"<p>Written by:</p><p>Jane Marlow</p>{ARTICLE}", ("Jane Marlow",)),
        (f"{ARTICLE}<h2>Article by</h2><p>Élise Østergård</p>", ("Élise Østergård",)),
        (f"{ARTICLE}<p>By</p><p>the sea</p>", ()),
        (f"<p>By the Harbour Team 3 minutes</p>{ARTICLE}", ("Harbour Team",)),
        (f"<p>Dec 26, 2025 • Jane Marlow in Tides</p>{ARTICLE}", ("Jane Marlow",)),
        (f"<p>Dec 26, 2025 • Home OfficePaperTides Sea</p>{ARTICLE}", ()),
        (f"<p>Jane Marlow</p><p>26.12.2025 · 6 min</p>{ARTICLE}", ("Jane Marlow",)),
        (f"<p>Jane Marlow</p><p>6 min</p>{ARTICLE}", ()),
        (f"<p class=author>Jane Marlow<br>4 August 2010</p>{ARTICLE}", ("Jane Marlow",)),
        (f"<p><a href=/people/trial>Start a trial</a></p>{ARTICLE}", ()),
        (f"{ARTICLE * 3}<p>Written by Jane Marlow and Tom Field</p>", ("Jane Marlow", "Tom Field")),
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


PHPBB = (
    "<div id=p{0} class='post bg2'><dl class=postprofile><dt><a href='./memberlist.php?mode=viewprofile&u={0}'>{1}"
    "</a></dt><dd><strong>Joined:</strong> Mon Mar 5, 2012</dd><dd><strong>Posts:</strong> 7</dd></dl>"
    "<p class=author>by <strong>{1}</strong> » Tue Aug 27, 2019 1:47 am</p><div class=content><p>{2}</p></div></div>"
)
FLUXBB = (
    "<div id=p{0} class='blockpost firstpost'><h2><a href='viewtopic.php?pid={0}'>2019-08-27 15:14:37</a></h2>"
    "<dl><dt><strong>{1}</strong></dt><dd>Registered: 2012-03-05</dd></dl><p>{2}</p></div>"
)


@pytest.mark.parametrize("post", [PHPBB, FLUXBB])
def test_a_classic_forum_s_thread_is_by_its_first_poster_and_not_of_the_day_he_joined(
    post: str,
) -> None:
    posts = post.format(101, "tidefan", ARTICLE) + post.format(102, "moonchild", ARTICLE)
    assert found(posts) == (("tidefan",), "2019-08-27")


def test_an_article_is_no_thread_though_its_theme_numbers_it_as_a_post() -> None:
    body = (
        f"<div id=post-12 class='post hentry'><p>by Jane Marlow</p>{ARTICLE}<p>Posts: 3</p></div>"
    )
    assert found(body)[0] == ("Jane Marlow",)


def test_a_site_may_bear_the_name_of_the_person_who_writes_it() -> None:
    site = '<meta property="og:site_name" content="Jane Marlow">'
    data = '<script type="application/ld+json">{{"@type": "BlogPosting", "author": {{"@type": "{}", "name": "Jane Marlow"}}}}</script>'
    assert found(ARTICLE, site + data.format("Person"))[0] == ("Jane Marlow",)
    assert found(ARTICLE, site + data.format("Organization"))[0] == ()


def test_a_thing_for_sale_has_no_author_unless_it_is_a_book() -> None:
    data = '<script type="application/ld+json">[{{"@type": "{}", "author": "Jane Marlow"}}, {{"@type": "Product"}}]</script>'
    assert found(ARTICLE, data.format("Book"))[0] == ("Jane Marlow",)
    assert found(f"{ARTICLE}<p class=review>by Tom Field</p>", data.format("Course"))[0] == ()


def test_the_asker_of_a_question_comes_before_who_edited_it() -> None:
    body = (
        "<div itemscope itemtype='https://schema.org/Question'><div class=user-details><a>editor</a></div>"
        f"<div class=user-details itemprop=author><a>asker</a><meta itemprop=name content=asker></div>{ARTICLE}</div>"
    )
    assert found(body)[0] == ("asker",)


def test_a_front_page_is_nobody_s_and_of_no_day() -> None:
    card = f"<p>by Jane Marlow</p><p>17.05.2021</p>{ARTICLE}"
    assert found(card, "<link rel=canonical href='https://harbour.example/'>") == ((), "")
    assert found(card, "<link rel=canonical href='https://harbour.example/tides'>") == (
        ("Jane Marlow",),
        "2021-05-17",
    )


@pytest.mark.parametrize("title", ["How tides arise - Harbour", "Tides explained"])
def test_a_byline_is_found_beside_a_headline_in_other_words_or_in_no_heading(title: str) -> None:
    for tag in ("p", "h1") if title.startswith("How") else ("h1",):
        html = (
            f"<title>{title}</title><main><p>Trail of links</p><{tag}>How tides arise</{tag}>"
            f"<p>A standfirst.</p><p>by Jane Marlow</p><p>17.05.2021</p>{ARTICLE}</main>"
        )
        stated = read_html(html.encode()).metadata
        assert (stated.authors, stated.date) == (("Jane Marlow",), "2021-05-17")


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
            "2025-12-01",  # what its readers see
        ),
        (
            '<meta property="article:published_time" content="2025-12-19T02:00:00Z">'
            '<meta property="article:modified_time" content="2025-12-30T02:00:00Z">',
            "<p>December 30, 2025</p>",
            "2025-12-19",
        ),
        ('<meta name="published" content="July 17, 2025">', "", "2025-07-17"),
        (
            '<meta property="article:published_time" content="2025-12-19T02:00:00Z">',
            "<p>Updated December 30, 2025</p>",
            "2025-12-19",
        ),
        (
            '<meta property="article:published_time" content="2025-12-19T02:00:00Z">',
            "<p>Updated December 30, 2025</p><p>Published on December 19, 2025</p>",
            "2025-12-19",
        ),
        ("", "<p>Updated July 30, 2019January 18, 2023</p>", "2019-07-30"),
        ("", "<p>3. März 2024</p>", "2024-03-03"),
        ("", "<p>12 de mayo de 2023</p>", "2023-05-12"),
        ("", "<p>1er août 2022</p>", "2022-08-01"),
        ("", "<p><time datetime=2017-03-01T12:00>03/01/2017</time> by Ann</p>", "2017-03-01"),
        ('<meta name="w-published-date" content="2025-05-27T06:03">', "", "2025-05-27"),
        ("", f"{ARTICLE * 2}<h4>Published</h4><div>July 8, 2025</div>", "2025-07-08"),
        ("", f"{ARTICLE * 2}<p>First published on Monday 8 July 2024.</p>", "2024-07-08"),
        (
            "",
            f"{ARTICLE * 2}<p>Published July 8, 2025</p><p>Published May 1, 2024</p>",
            "",  # of other articles
        ),
        (
            '<script type="application/ld+json">{"@type": "WebPage", "datePublished": "2020-01-02"}</script>',
            "",
            "",  # the day on which the site put a page of its own there
        ),
        (
            '<meta property="article:published_time" content="2025-02-31">',
            "<p>March 1, 2025</p>",
            "2025-03-01",
        ),
        (
            '<meta property="og:type" content="article"><meta name="date" content="2025-02-03">'
            '<script type="application/ld+json">{"@type": "Product"}</script>',
            "",
            "",
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
