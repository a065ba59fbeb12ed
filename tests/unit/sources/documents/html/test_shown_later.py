"""Text that a click or a script shows belongs to the page; a window that asks for consent does not."""

from __future__ import annotations

import pytest

from praxeo.sources.documents.html.reader import read_html

PROSE = "".join(
    f"<p>The water of the oceans rises twice a day, and coast number {n} has a range of its own, which pilots know.</p>"
    for n in range(4)
)
FOLDED = (
    "Spring tides come two days after new and full moon, because the ocean needs time to answer."
)
LINKS = "".join(f"<li><a href=/{n}>Harbours of the north, part {n}</a></li>" for n in range(9))


def read(inside: str, around: str = "") -> str:
    html = (
        f"<html><head><title>Tides</title></head><body><nav><ul>{LINKS}</ul></nav><main><h1>Tides</h1>{inside}"
        f"</main>{around}<footer><ul>{LINKS}</ul></footer></body></html>"
    )
    return "\n".join(block.text for block in read_html(html.encode()).blocks)


@pytest.mark.parametrize(
    "folded",
    [
        "<h3><button id=b>Late tides</button></h3><div aria-labelledby=b hidden><p>{0}</p></div>",
        "<button aria-expanded=false aria-controls='x y'>Late tides</button><div id=y style='display:none'><p>{0}</p></div>",
        "<div>Why do they come late? +</div><div style='display: none'><p>{0}</p></div>",
    ],
)
def test_what_a_button_or_a_question_opens_is_read(folded: str) -> None:
    assert FOLDED in read(PROSE + folded.format(FOLDED) + PROSE)


@pytest.mark.parametrize(
    "hidden",
    [
        "<p>Tides are late.</p><div style='display:none'><p>{0}</p></div>",
        "<div class=modal aria-labelledby=b aria-hidden=true><p>{0}</p></div>",
        "<button aria-expanded=false aria-controls=m>Menu</button><div id=m role=menu hidden><p>{0}</p></div>",
        "<h3 id=b>Late tides</h3><div aria-labelledby=b style='position:absolute;left:-9999px'><p>{0}</p></div>",
    ],
)
def test_what_nothing_opens_stays_hidden(hidden: str) -> None:
    assert FOLDED not in read(PROSE + hidden.format(FOLDED) + PROSE)


def test_a_main_part_that_a_script_unlocks_is_read_without_its_notice() -> None:
    html = (
        f"<html><body><nav><ul>{LINKS}</ul></nav><main><div class=notice style='display:none'>Please wait</div>"
        f"<div class=lock style='display:none'><h1>Tides</h1>{PROSE}</div></main><p>Skip to content</p></body></html>"
    )
    said = "\n".join(block.text for block in read_html(html.encode()).blocks)
    assert said.count("oceans rises") == 4
    assert "Please wait" not in said


def test_beside_a_main_part_that_is_shown_what_is_hidden_stays_hidden() -> None:
    assert FOLDED not in read(PROSE + f"<div style='display:none'>{f'<p>{FOLDED}</p>' * 9}</div>")


ASKED = (
    "<h2>Your privacy</h2><p>These cookies enable the website to provide enhanced functionality, and may be set by us.</p>"
    "<p>We process your data to deliver content or advertisements and measure their delivery to gain insights.</p>"
)


@pytest.mark.parametrize(
    "window",
    [
        "<div id=onetrust-consent-sdk><div class=ot-pc>{0}</div></div>",
        "<div class='moove_gdpr_cookie_modal'>{0}</div>",
        "<section class='site-cookie-banner'>{0}</section>",
    ],
)
def test_a_window_that_asks_for_consent_is_left_out(window: str) -> None:
    assert "cookies" not in read("<p>High water: 6.12</p>", window.format(ASKED * 6))


def test_a_page_about_cookies_is_read() -> None:
    assert "enhanced functionality" in read(f"<article class=cookies-article>{ASKED}</article>")
    assert "enhanced functionality" in read("", f"<div class=cookie-policy>{ASKED}</div>")
