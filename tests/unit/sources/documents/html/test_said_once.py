"""A text that its page holds twice for different screens is read once; what recurs on purpose stays."""

from __future__ import annotations

import pytest

from praxeo.sources.documents.html.reader import read_html

PROSE = tuple(
    f"<p>The water of the oceans rises twice a day, and coast number {n} has a range of its own, which pilots know.</p>"
    for n in range(4)
)
TWICE = "A harbour that falls dry at low tide can be entered for three hours on each side of high water."
LINKS = "".join(f"<li><a href=/{n}>Harbours of the north, part {n}</a></li>" for n in range(9))


def read(inside: str) -> str:
    html = (
        f"<html><head><title>Tides</title></head><body><nav><ul>{LINKS}</ul></nav><main><h1>Tides</h1>{inside}"
        f"</main><footer><ul>{LINKS}</ul></footer></body></html>"
    )
    return "\n".join(block.text for block in read_html(html.encode()).blocks)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<div class=desk-only><p>{0}</p></div>", "<div class=phone-only><p>{0}</p></div>"),
        ("<p>{0}</p>", "<div class=accordion><div>{0}</div></div>"),
        ("<p>{0}</p>", "<blockquote class=quote>{0}</blockquote>"),
    ],
)
def test_a_text_for_two_screens_is_read_once(one: str, other: str) -> None:
    said = read(PROSE[0] + one.format(TWICE) + PROSE[1] + PROSE[2] + other.format(TWICE) + PROSE[3])
    assert said.count(TWICE) == 1
    assert all(prose[3:-4] in said for prose in PROSE)


def test_a_refrain_stays_as_often_as_it_is_sung() -> None:
    assert read("".join(prose + f"<p>{TWICE}</p>" for prose in PROSE)).count(TWICE) == 4


def test_a_short_text_may_recur() -> None:
    short = "Choose one of these answers"
    said = read("".join(prose + f"<div class=a{n}>{short}</div>" for n, prose in enumerate(PROSE)))
    assert said.count(short) == 4


def test_a_heading_is_read_where_it_stands_not_in_the_table_of_contents_above_it() -> None:
    asked = "Why is the range of the tides larger in some bays than in others?"
    contents = f"<dl><dt><span><a href=#why>{asked}</a></span></dt></dl>"
    said = read(f"{contents}{PROSE[0]}<div><h2 class=title>{asked}</h2></div>{PROSE[1]}{PROSE[2]}")
    assert said.count(asked) == 1
    assert said.index(PROSE[0][3:-4]) < said.index(asked) < said.index(PROSE[1][3:-4])
