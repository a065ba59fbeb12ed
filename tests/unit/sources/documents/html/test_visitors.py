"""What visitors add to a page about something else is left out: reviews of a thing for sale, signatures of a thread."""

from __future__ import annotations

import json

import pytest

from praxeo.sources.documents.html.reader import read_html

TOLD = "".join(
    f"<p>The lamp is made of oiled ash and brass, burns for {n} hours without smoke, and is filled from below.</p>"
    for n in range(20, 26)
)
SAID = "I bought this lamp for my mother, and she has had a lot of joy with it ever since that day."
LINKS = "".join(f"<li><a href=/{n}>Lamps of the north, part {n}</a></li>" for n in range(9))


def read(inside: str, kind: str) -> str:
    stated = json.dumps({"@context": "https://schema.org", "@type": kind, "name": "Lamp"})
    html = (
        f"<html><head><title>Lamp</title><script type='application/ld+json'>{stated}</script></head><body><nav><ul>"
        f"{LINKS}</ul></nav><main><h1>Lamp</h1>{inside}</main><footer><ul>{LINKS}</ul></footer></body></html>"
    )
    return "\n".join(block.text for block in read_html(html.encode()).blocks)


@pytest.mark.parametrize("name", ["reviews", "product-reviews", "productReviews", "Review_list"])
def test_reviews_of_a_thing_for_sale_are_left_out(name: str) -> None:
    said = read(f"{TOLD}<div class='{name}'><p>{SAID}</p></div>", "Product")
    assert SAID not in said
    assert said.count("oiled ash") == 6


@pytest.mark.parametrize("name", ["video-preview", "reviewed", "overview"])
def test_a_part_that_is_only_spelt_like_one_stays(name: str) -> None:
    assert SAID in read(f"{TOLD}<div class='{name}'><p>{SAID}</p></div>{TOLD}", "Product")


def test_reviews_are_the_page_where_nothing_else_is() -> None:
    assert SAID in read(f"<div class=reviews>{f'<p>{SAID}</p>{TOLD}'}</div>", "Product")


def test_an_article_is_read_with_the_review_it_gives() -> None:
    assert SAID in read(f"{TOLD}<div class=review><p>{SAID}</p></div>{TOLD}", "Article")


def test_signatures_below_the_posts_of_a_thread_are_left_out() -> None:
    posts = "".join(f"<div class=post>{TOLD}<div class=signature>{SAID}</div></div>" for _ in "ab")
    said = read(posts, "DiscussionForumPosting")
    assert SAID not in said
    assert "oiled ash" in said
