"""The browser adapter: apps run sandboxed, and nothing that they do takes the browser away."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from praxeo.adapters.browser import ChromiumBrowser, find_chromium
from praxeo.domain.errors import Unavailable
from praxeo.ports.browser import AppHung, AppLost, AppPage

pytestmark = pytest.mark.browser

SIZE = {"width": 800, "height": 600}


def page(script: str) -> str:
    return (
        f'<!doctype html><html lang="en"><title>It</title><input><script>{script}</script></html>'
    )


def test_a_page_that_hangs_is_stopped_while_it_loads_and_later(browser: ChromiumBrowser) -> None:
    impatient = ChromiumBrowser(browser.path, answer_seconds=5)
    with pytest.raises(AppHung), impatient.open(page("for (;;) {}"), **SIZE):
        pass
    with impatient.open(page(""), **SIZE) as hanging, pytest.raises(AppHung):
        hanging.run("() => { for (;;) {} }")
    assert impatient.version().startswith("Chromium ")
    impatient.close()


def test_a_browser_that_has_died_between_two_apps_is_started_again(
    browser: ChromiumBrowser,
) -> None:
    browser.version()
    os.kill(browser._process, signal.SIGKILL)
    with browser.open(page(""), **SIZE) as good:
        assert good.run("() => document.title") == "It"


def until_it_has_left(page: AppPage) -> None:
    for _ in range(500):
        page.run("() => new Promise((done) => setTimeout(done, 20))")


def test_a_page_that_leads_elsewhere_is_lost(browser: ChromiumBrowser) -> None:
    with browser.open(page("location = 'https://example.org/'"), **SIZE) as leaving:
        with pytest.raises(AppLost):
            until_it_has_left(leaving)
        (told,) = leaving.troubles()
        assert (told.kind, "https://example.org/" in told.text) == ("request", True)


def test_a_page_has_no_origin_no_storage_and_no_network(browser: ChromiumBrowser) -> None:
    with browser.open(page(""), **SIZE) as sandboxed:
        assert sandboxed.run("() => self.origin") == "null"
        stored = "() => { try { return localStorage.length } catch (error) { return error.name } }"
        assert sandboxed.run(stored) == "SecurityError"
        fetched = "() => fetch('https://example.org/').then(() => 'reached', (error) => error.name)"
        assert sandboxed.run(fetched) == "TypeError"
        kinds = {trouble.kind for trouble in sandboxed.troubles()}
        assert kinds == {"console"}


def test_keys_go_where_the_focus_is(browser: ChromiumBrowser) -> None:
    with browser.open(page(""), **SIZE) as typing:
        typing.enter()
        typing.press(["Tab"])
        typing.write("Größe 1")
        assert typing.run("() => document.activeElement.value") == "Größe 1"


def test_several_threads_may_use_the_browser(browser: ChromiumBrowser) -> None:
    def title(number: int) -> str:
        with browser.open(page(f"document.title = {number}"), **SIZE) as one:
            return str(one.run("() => document.title"))

    with ThreadPoolExecutor(3) as threads:
        assert list(threads.map(title, range(3))) == ["0", "1", "2"]


def test_a_chromium_that_is_none_is_unavailable() -> None:
    assert find_chromium("/no/such/browser") is None
    broken = ChromiumBrowser("/bin/true")
    with pytest.raises(Unavailable) as told:
        broken.version()
    assert told.value.code == "no_browser"
    broken.close()
