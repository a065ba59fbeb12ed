"""Pages of others that show an app: an editor that asks by oEmbed as WordPress does, and one made of elements."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from urllib.request import urlopen

import pytest
from embedding import app_frame, publish, served
from playwright.sync_api import Browser, Page, expect, sync_playwright
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from praxeo.adapters.browser import find_chromium
from praxeo.embeds.snippets import snippets
from praxeo.entrypoints.embed_host import create_embed_host

pytestmark = pytest.mark.browser

DIST = Path(__file__).resolve().parents[2] / "web" / "dist"
SECRET = "aB3dE5fG7h"
# What WordPress's own script does with what it hears (wp-embed.js): its secret, then 200 to 1,000 pixels.
LISTENER = """<script>
addEventListener('message', ({ data, source }) => {
  if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return
  for (const frame of document.querySelectorAll(`iframe[data-secret="${data.secret}"]`)) {
    if (source !== frame.contentWindow || data.message !== 'height') continue
    frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)))
  }
})
</script>"""


@pytest.fixture(scope="module")
def address(app: str) -> Iterator[str]:
    """The address of a published app."""
    wrapper = DIST / "embed" / "wrapper.html"
    if not wrapper.exists():
        pytest.skip("the front end has not been built (make setup)")
    embeds, embed = publish(app, {})
    with served(create_embed_host(embeds, wrapper)) as port:
        yield snippets(embed, f"http://127.0.0.1:{port}").address


@pytest.fixture
def page() -> Iterator[Page]:
    path = find_chromium()
    if path is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as driver:
        browser: Browser = driver.chromium.launch(
            executable_path=path, args=["--headless=new", "--no-sandbox", "--disable-gpu"]
        )
        yield browser.new_page(viewport={"width": 700, "height": 900})
        browser.close()


@pytest.fixture
def site() -> Iterator[Callable[[str], str]]:
    """A page of another site with the given code in it; gives its address."""
    held = {"code": ""}

    async def page(_request: Request) -> Response:
        return HTMLResponse(f"<!doctype html><title>A school</title>{held['code']}")

    with served(Starlette(routes=[Route("/", page)])) as port:

        def hold(code: str) -> str:
            held["code"] = code
            return f"http://localhost:{port}/"

        yield hold


def as_wordpress(address: str) -> str:
    """What WordPress puts into a post for an address: found, asked, scripts cut, sandboxed, with a secret."""
    with urlopen(address) as answer:
        head = answer.read().decode()
    found = re.search(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', head)
    assert found is not None
    asked = f"{unescape(found[1])}&maxwidth=600&maxheight=900"
    with urlopen(asked) as answer:
        told: str = json.load(answer)["html"]
    code = re.sub(r' (?:sandbox|style|allow)="[^"]*"', "", told)
    code = code.replace(f'"{address}"', f'"{address}#?secret={SECRET}"')
    return code.replace(
        "<iframe", f'<iframe sandbox="allow-scripts" security="restricted" data-secret="{SECRET}"'
    )


def test_an_address_pasted_into_wordpress_becomes_the_app_as_high_as_it_is(
    page: Page, address: str, site: Callable[[str], str]
) -> None:
    code = as_wordpress(address)
    assert 'width="600"' in code
    page.goto(site(f"{LISTENER}{code}"))
    expect(app_frame(page).locator("h1").first).to_have_text("How Enzymes Work")
    page.wait_for_function("document.querySelector('iframe').height !== '640'")
    assert 200 <= int(page.get_attribute("iframe", "height") or "0") <= 1000


def test_an_element_of_a_page_is_the_app_and_without_scripts_a_link_to_it(
    page: Page, address: str, site: Callable[[str], str]
) -> None:
    origin = address.rpartition("/e/")[0]
    element = (
        f'<praxeo-app src="{address}" title="Enzymes"><a href="{address}">Enzymes</a></praxeo-app>'
    )
    page.goto(site(element))
    expect(page.get_by_role("link", name="Enzymes")).to_have_attribute("href", address)
    script = f'<script src="{origin}/embed.js" async></script>'
    page.goto(site(f"{element}{script}{script}"))
    expect(app_frame(page).locator("h1").first).to_have_text("How Enzymes Work")
    expect(page.locator("iframe")).to_have_attribute("title", "Enzymes")
    page.wait_for_function("document.querySelector('iframe').style.height.endsWith('px')")
    page.goto(site(f'<praxeo-app src="https://evil.example/e/x"></praxeo-app>{script}'))
    page.wait_for_function("!!customElements.get('praxeo-app')")
    assert page.locator("iframe").count() == 0
