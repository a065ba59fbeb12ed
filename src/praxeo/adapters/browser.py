"""Runs apps in headless Chromium: sandboxed, under the policy of embeds, without any network."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from praxeo.domain.errors import Unavailable
from praxeo.ports.browser import ANSWER_SECONDS, AppHung, AppLost, AppPage

if TYPE_CHECKING:
    from playwright.sync_api import Browser as PlaywrightBrowser
    from playwright.sync_api import Playwright

T = TypeVar("T")

LAUNCH_SECONDS = 60.0  # a cold start on a busy machine
DEATH_SECONDS = 15.0  # between the kill of the browser and the end of what waited for it
IDLE_SECONDS = 60.0  # after its last use until the browser is ended, for it takes much memory
ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-color-profile=srgb",
    "--js-flags=--max-old-space-size=512",  # megabytes; a page that takes more ends as crashed
)
BROWSER_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium(configured: str = "") -> str | None:
    """The path of the configured Chromium, else of the first one on PATH, None without one."""
    if configured:
        return shutil.which(configured)
    return next((path for name in BROWSER_NAMES if (path := shutil.which(name))), None)


@dataclass
class ChromiumBrowser:
    """A headless Chromium that starts at its first use and again after it had to be killed.

    All of its work happens in one thread of its own, so that any thread may use it and so that
    whoever waits can kill a browser that hangs. `answer_seconds` is how many seconds it waits for a page.
    """

    path: str
    answer_seconds: float = ANSWER_SECONDS
    _thread: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(1, thread_name_prefix="browser"), repr=False
    )
    _driver: Playwright | None = None
    _browser: PlaywrightBrowser | None = None
    _process: int = 0
    _users: int = 0
    _idle: threading.Timer | None = None

    def prepare(self) -> None:
        """Begin to start the browser; if that fails, its first use says so."""
        self._thread.submit(self.started)

    def version(self) -> str:
        return self._do(lambda: f"Chromium {self.started().version}", LAUNCH_SECONDS)

    def open(
        self, html: str, *, width: int, height: int, first: str = ""
    ) -> AbstractContextManager[AppPage]:
        return self._opened(html, width, height, first)

    def close(self) -> None:
        if self._idle is not None:
            self._idle.cancel()
        self._do(self._stop, LAUNCH_SECONDS)

    @contextmanager
    def _opened(self, html: str, width: int, height: int, first: str) -> Iterator[AppPage]:
        self._users += 1
        from praxeo.adapters.chromium_page import ChromiumPage

        page = ChromiumPage(self.do, self.started, self.answer_seconds)
        try:
            self._do(self._window, LAUNCH_SECONDS)
            page.load(html, width, height, first)
            yield page
        finally:
            page.leave()
            self._users -= 1
            self._rest_later()

    def do(self, work: Callable[[], T], seconds: float) -> T:
        """Do this in the browser's thread; AppHung if it takes longer, AppLost if the page is gone."""
        from playwright.sync_api import Error

        try:
            return self._do(work, seconds)
        except Error as error:
            reason = error.message.splitlines()[0].rpartition(": ")[2].strip()
            raise AppLost(reason[:200]) from error

    def _do(self, work: Callable[[], T], seconds: float) -> T:
        begun = threading.Event()

        def begin() -> T:
            begun.set()
            return work()

        future: Future[T] = self._thread.submit(begin)
        begun.wait()  # the time of others that use the browser does not count
        try:
            return future.result(seconds)
        except Late:
            self._kill()
            with suppress(Late):
                future.exception(DEATH_SECONDS)
            self._thread.submit(self._stop)
            raise AppHung from None

    def _kill(self) -> None:
        if self._process:
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGKILL)

    def _rest_later(self) -> None:
        """End the browser in a while, unless it is used again."""
        if self._idle is not None:
            self._idle.cancel()
        self._idle = threading.Timer(IDLE_SECONDS, lambda: self._thread.submit(self._rest))
        self._idle.daemon = True
        self._idle.start()

    def _rest(self) -> None:
        if not self._users:
            self._stop()

    def _window(self) -> None:
        """See that the browser opens windows, and start it again if it has died meanwhile."""
        from playwright.sync_api import Error

        try:
            self.started().new_context().close()
        except Error:
            self._stop()
            self.started()

    def started(self) -> PlaywrightBrowser:
        """The running browser; to be called in its thread only."""
        from playwright.sync_api import Error, sync_playwright

        if self._browser is not None and self._browser.is_connected():
            return self._browser
        self._stop()
        try:
            self._driver = sync_playwright().start()
            self._browser = self._driver.chromium.launch(
                executable_path=self.path, args=list(ARGUMENTS), timeout=LAUNCH_SECONDS * 1000
            )
            processes = self._browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
        except Error as error:
            reason = error.message.splitlines()[0][:200]
            told = f"Chromium at {self.path} could not be started ({reason})."
            raise Unavailable("no_browser", told, retryable=False) from error
        self._process = next(p["id"] for p in processes["processInfo"] if p["type"] == "browser")
        return self._browser

    def _stop(self) -> None:
        from playwright.sync_api import Error

        browser, driver = self._browser, self._driver
        self._browser = self._driver = None
        self._process = 0
        with suppress(Error):
            if browser is not None:
                browser.close()
        with suppress(Error):
            if driver is not None:
                driver.stop()
