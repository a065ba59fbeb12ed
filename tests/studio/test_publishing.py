"""Publishing in a real browser: themed, and embedded in a page of another site."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from studio_server import MAKING_MS, Served

# A predicate that is a promise is true to `wait_for_function` before it is kept.
FOLLOWED = """async ([url, first]) => {
  for (let left = 600; left > 0; left -= 1) {
    if ((await (await fetch(url)).json()).code_snippet_id !== first) return
    await new Promise((done) => setTimeout(done, 100))
  }
}"""
PRESSED_TWICE = "button => { button.click(); button.click() }"


@pytest.fixture
def other_origin(request: pytest.FixtureRequest) -> Iterator[Callable[[str], str]]:
    """A foreign web site whose one page holds the given HTML."""
    held = {"html": ""}

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = f"<!doctype html><title>Site</title>{held['html']}".encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    site = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=site.serve_forever, daemon=True).start()

    def hold(html: str) -> str:
        held["html"] = html
        return f"http://localhost:{site.server_port}/"

    yield hold
    site.shutdown()
    site.server_close()


def test_a_published_app_is_themed_and_opens_in_a_page_of_another_site(
    served: Served, page: Page, other_origin: Callable[[str], str]
) -> None:
    page.goto(f"{served.address}/library")
    expect(page.locator(".library-rows").get_by_text("Ready").first).to_be_visible(
        timeout=MAKING_MS
    )
    example = served.get("examples")["records"][-1]  # the sample, which is the oldest
    page.goto(f"{served.address}/examples/{example['id']}/publish")
    page.get_by_role("button", name="Unpublish").click()  # the first start has published its sample
    page.get_by_role("button", name="Publish this version").click()
    expect(page.get_by_text("Version 1 is live")).to_be_visible()
    page.get_by_role("button", name="Embed in a page").click()
    dialog = page.get_by_role("dialog", name="Embed in a page")
    app = dialog.frame_locator("iframe").frame_locator("iframe")
    expect(app.get_by_role("heading", level=1)).to_contain_text("vaccines", ignore_case=True)
    dialog.get_by_label("Ground").fill("#ffee00")
    expect(app.locator("body")).to_have_css("background-color", "rgb(255, 238, 0)")
    dialog.get_by_label("Direction of reading").select_option("rtl")
    expect(app.locator("html")).to_have_attribute("dir", "rtl")
    dialog.get_by_label("Direction of reading").select_option("")
    expect(app.locator("html")).to_have_attribute("dir", "ltr")
    dialog.get_by_label("Spacing").fill("140")
    expect(app.locator("html")).to_have_attribute("style", re.compile(r"--praxeo-space: ?1\.4"))
    dialog.get_by_label("Text", exact=True).fill("#ffffff")
    expect(dialog.get_by_text("below 4.5 : 1").first).to_be_visible()
    dialog.get_by_role("button", name="Save the theme").click()
    expect(page.get_by_text("has the nearest colour that can: Text #")).to_be_visible()
    expect(dialog.get_by_text("below 4.5 : 1")).to_have_count(0)
    dialog.get_by_label("Text", exact=True).fill("#111111")
    dialog.get_by_role("button", name="Save the theme").click()
    expect(page.get_by_text("Saved; readers see it now.")).to_be_visible()
    code = dialog.get_by_label("Code for your page")
    expect(code).to_have_value(re.compile(r'sandbox="allow-scripts[\s\S]*/embed\.js'))
    page.goto(other_origin(code.input_value()))
    inner = page.frame_locator("iframe").frame_locator("iframe")
    expect(inner.get_by_role("heading", level=1)).to_contain_text("vaccines", ignore_case=True)
    expect(inner.locator("body")).to_have_css("background-color", "rgb(255, 238, 0)")
    page.wait_for_function("document.querySelector('iframe').style.height.endsWith('px')")
    # A host may allow no more than scripts: the frame's origin is opaque then.
    address = served.get(f"embeds?example_id={example['id']}")["records"][0]["id"]
    strict = f'<iframe sandbox=allow-scripts src="{served.embeds}/e/{address}"></iframe>'
    page.goto(other_origin(strict))
    expect(inner.get_by_role("heading", level=1)).to_contain_text("vaccines", ignore_case=True)


def test_a_new_name_is_that_of_the_app_and_of_what_is_published(
    water_server: Served, page: Page
) -> None:
    [example] = water_server.get("examples")["records"]
    embed = water_server.post("embeds", {"example_id": example["id"]})
    reader = page.context.new_page()
    reader.goto(f"{water_server.embeds}/e/{embed['id']}")
    expect(reader).to_have_title("The water cycle")
    page.goto(f"{water_server.address}/examples/{example['id']}/play")
    page.get_by_role("button", name="Rename").click()
    page.keyboard.type("Water & weather, 8b")
    page.keyboard.press("Enter")
    app = page.frame_locator("iframe")
    expect(app.get_by_role("heading", level=1)).to_have_text("Water & weather, 8b")
    water_server.done(water_server.get("jobs")["records"][0]["id"])
    reader.reload()
    expect(reader).to_have_title("Water & weather, 8b")
    inner = reader.frame_locator("iframe")
    expect(inner.get_by_role("heading", level=1)).to_have_text("Water & weather, 8b")


def test_a_version_is_looked_at_before_readers_see_it_and_an_earlier_one_comes_back(
    water_server: Served, page: Page
) -> None:
    example = water_server.get("examples")["records"][0]
    first = example["code_snippet_id"]
    embed = water_server.post("embeds", {"example_id": example["id"]})
    code = water_server.text(f"code_snippets/{first}/code")
    changed = {"text": code.replace("</body>", "<!-- again --></body>"), "based_on": first}
    water_server.post(f"examples/{example['id']}/code_snippets", changed)
    water_server.ready(water_server.get(f"examples/{example['id']}"))

    def shown() -> str:
        return str(water_server.get(f"embeds/{embed['id']}")["code_snippet_id"])

    page.goto(f"{water_server.address}/examples/{example['id']}/publish")
    page.get_by_role("button", name="Look at version 2").click()
    dialog = page.get_by_role("dialog", name="Look at version 2")
    heading = dialog.frame_locator("iframe").get_by_role("heading", level=1)
    expect(heading).to_be_visible()
    assert shown() == first  # looking changes nothing
    dialog.get_by_role("button", name="Show readers version 2").evaluate(PRESSED_TWICE)
    expect(page.get_by_text("Version 2 is live")).to_be_visible()
    assert shown() != first
    page.get_by_role("button", name="Go back to version 1").evaluate(PRESSED_TWICE)
    expect(page.get_by_text("Version 1 is live")).to_be_visible()
    page.get_by_role("button", name="Publish version 2").evaluate(PRESSED_TWICE)
    expect(page.get_by_text("Version 2 is live")).to_be_visible()
    expect(page.get_by_role("main").get_by_role("alert")).to_have_count(0)
    page.get_by_text("Versions that readers saw before: 1").click()
    page.get_by_role("button", name="Look at version 1").click()
    dialog = page.get_by_role("dialog", name="Look at version 1")
    expect(dialog.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()
    dialog.get_by_role("button", name="Close").click()
    page.get_by_role("button", name="Show readers version 1").click()
    expect(page.get_by_text("Version 1 is live")).to_be_visible()
    assert shown() == first
    follows = page.get_by_role("checkbox", name="Show each new version by itself")
    follows.click()
    expect(follows).to_be_checked()
    newer = {
        "text": changed["text"].replace("<!-- again", "<!-- once more"),
        "based_on": _code_of(water_server, example),
    }
    water_server.post(f"examples/{example['id']}/code_snippets", newer)
    water_server.ready(water_server.get(f"examples/{example['id']}"))
    page.evaluate(FOLLOWED, [f"{water_server.api}/v1/embeds/{embed['id']}", first])
    page.reload()
    expect(page.get_by_text("Version 3 is live")).to_be_visible()
    page.get_by_label("Shown until").fill("2020-01-31")
    expect(page.get_by_text("Nobody sees version 3 any more")).to_be_visible()
    expect(page.get_by_text("is live")).to_have_count(0)
    page.get_by_label("Was shown until").fill("")
    expect(page.get_by_text("Version 3 is live")).to_be_visible()


def _code_of(server: Served, example: dict[str, Any]) -> str:
    return str(server.get(f"examples/{example['id']}")["code_snippet_id"])


def test_an_app_gets_a_password_and_comes_back_at_the_same_link(served: Served, page: Page) -> None:
    page.goto(f"{served.address}/library")
    expect(page.locator(".library-rows").get_by_text("Ready").first).to_be_visible(
        timeout=MAKING_MS
    )
    example = served.get("examples")["records"][-1]
    page.goto(f"{served.address}/examples/{example['id']}/publish")
    stop, now = page.get_by_role("button", name="Unpublish"), "Publish this version"
    expect(stop.or_(page.get_by_role("button", name=now))).to_be_visible()
    if not stop.is_visible():
        page.get_by_role("button", name=now).click()
    link = page.get_by_label("Link", exact=True).input_value()
    domains = page.get_by_label("Pages that may show it")
    domains.fill("blog.school.example")
    page.get_by_role("combobox", name="Who may see it").select_option("password")
    expect(page.get_by_text("Until you set a password, it stays as it was")).to_be_visible()
    page.get_by_label("Password that opens it").fill("Blattgrün")
    page.get_by_role("button", name="Set the password").click()
    expect(page.get_by_label("New password")).to_be_visible()
    expect(domains).to_have_value("blog.school.example")  # written and not yet saved
    domains.fill("")
    stop.dblclick()
    expect(page.get_by_role("button", name=now)).to_be_enabled()
    expect(page.get_by_role("main").get_by_role("alert")).to_have_count(0)
    page.get_by_role("button", name=now).click()
    expect(page.get_by_label("Link", exact=True)).to_have_value(link)
    page.get_by_role("button", name="Make a link").click()
    signed = page.get_by_label("copy it now, it is not kept")
    expect(signed).to_be_visible()
    given = signed.input_value()
    page.goto(link)
    page.get_by_label("This app is for those who know its password.").fill("Blattgrün")
    page.get_by_role("button", name="Open").click()
    app = page.frame_locator("iframe")
    expect(app.get_by_role("heading", level=1)).to_contain_text(example["title"], ignore_case=True)
    page.context.clear_cookies()
    other = page.context.new_page()
    other.goto(given)
    expect(other.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()
    other.close()
    page.goto(f"{served.address}/examples/{example['id']}/publish")
    page.get_by_role("combobox", name="Who may see it").select_option("unlisted")
    expect(page.get_by_role("button", name="Make a link")).to_have_count(0)


def test_a_double_press_and_a_second_tab_publish_one_app_and_not_two(
    served: Served, page: Page
) -> None:
    page.goto(f"{served.address}/library")
    expect(page.locator(".library-rows").get_by_text("Ready").first).to_be_visible(
        timeout=MAKING_MS
    )
    sample = served.get("examples")["records"][-1]
    copy = served.ready(served.post(f"examples/{sample['id']}/duplicate"))
    publish = page.get_by_role("button", name="Publish this version")
    page.goto(f"{served.address}/examples/{copy['id']}/publish")
    expect(publish).to_be_visible()
    other = page.context.new_page()
    other.goto(page.url)
    stale = other.get_by_role("button", name="Publish this version")
    expect(stale).to_be_visible()
    publish.evaluate(PRESSED_TWICE)
    expect(page.get_by_text("is live")).to_be_visible()
    assert len(served.get(f"embeds?example_id={copy['id']}")["records"]) == 1
    if stale.is_visible():  # it may have looked again by itself
        stale.evaluate("button => button.click()")
    expect(other.get_by_text("is live")).to_be_visible()
    assert len(served.get(f"embeds?example_id={copy['id']}")["records"]) == 1
