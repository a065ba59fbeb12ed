"""A class opens an app with its password, in the page of a school that gives the frame no rights but scripts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from embedding import WRAPPER, app_frame, publish, served
from playwright.sync_api import Browser, Frame, Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from praxeo.domain.access import local_user
from praxeo.domain.records import Embed
from praxeo.embeds.doors import Doors
from praxeo.embeds.service import Embeds
from praxeo.entrypoints.embed_host import create_embed_host

pytestmark = pytest.mark.browser

WORD = "Blattgrün 7"
ME = local_user()


class Host:
    """An embed host, and pages of a school that show its embed in a frame."""

    def __init__(self, embeds: Embeds, embed: Embed, port: int) -> None:
        self.embeds, self.embed, self.origin = embeds, embed, f"http://127.0.0.1:{port}"

    @property
    def address(self) -> str:
        return f"{self.origin}/e/{self.embed.id}"

    def change(self, **rules: object) -> None:
        self.embed = self.embeds.change(ME, self.embed.id, version=self.embed.version, **rules)

    def school(self, sandbox: str) -> Starlette:
        async def page(_request: Request) -> Response:
            return HTMLResponse(
                '<!doctype html><title>A school</title><link rel="icon" href="data:,">'
                f'<iframe src="{self.address}" sandbox="{sandbox}" width="800" height="600"></iframe>'
            )

        return Starlette(routes=[Route("/", page)])


@pytest.fixture
def host(app: str) -> Iterator[Host]:
    if not WRAPPER.exists():
        pytest.skip("the front end has not been built (make setup)")
    embeds, embed = publish(app, {})
    with served(create_embed_host(embeds, WRAPPER)) as port:
        yield Host(embeds, embed, port)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(reduced_motion="reduce", locale="de-DE")
    yield context.new_page()
    context.close()


def opened_with(place: Page | Frame, word: str) -> None:
    place.get_by_label("Diese App ist für alle, die ihr Passwort kennen.").fill(word)
    place.get_by_role("button", name="Öffnen").click()


def test_a_learner_mistypes_opens_it_and_needs_no_password_after_a_reload(
    page: Page, host: Host
) -> None:
    host.change(access="password", password=WORD)
    page.goto(host.address)
    opened_with(page, "blattgrün 7")
    expect(page.get_by_role("status")).to_contain_text("Das ist nicht das Passwort.")
    opened_with(page, WORD)
    app_frame(page)
    assert page.title() == "How Enzymes Work"
    page.reload()
    app_frame(page)


@pytest.mark.parametrize("sandbox", ["allow-scripts allow-same-origin", "allow-scripts"])
def test_in_a_page_of_another_site_whatever_rights_it_gives(
    page: Page, host: Host, sandbox: str
) -> None:
    host.change(access="password", password=WORD)
    with served(host.school(sandbox)) as port:
        page.goto(f"http://localhost:{port}/")
        wrapper = page.frame_locator("iframe")
        wrapper.get_by_label("Diese App ist für alle").fill(WORD)
        wrapper.get_by_role("button", name="Öffnen").click()
        app_frame(page)


def test_a_link_that_was_given_out_opens_it_at_once_and_no_more_once_it_is_revoked(
    page: Page, host: Host
) -> None:
    host.change(access="link")
    page.goto(host.address)
    expect(page.get_by_role("status")).to_contain_text("mit einem Link, der dafür ausgegeben wurde")
    until = host.embeds.clock.now() + timedelta(hours=1)
    link = Doors(host.embeds).link(ME, host.embed, until, host.origin)
    page.goto("about:blank")
    page.goto(link.address)
    app_frame(page)
    host.embeds.revoke(ME, host.embed.id, version=host.embed.version)
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("Dieser Link öffnet nichts mehr")


def test_only_the_pages_of_allowed_domains_show_it(page: Page, host: Host) -> None:
    host.change(domains=["localhost"])
    with served(host.school("allow-scripts allow-same-origin")) as port:
        host.change(domains=[f"localhost:{port}"])
        page.goto(f"http://localhost:{port}/")
        app_frame(page)
        page.goto(f"http://127.0.0.1:{port}/")
        page.wait_for_load_state("networkidle")
        assert not any("/a/" in frame.url for frame in page.frames)
    assert page.goto(host.address).status == 403  # type: ignore[union-attr]
