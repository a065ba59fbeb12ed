"""Runs apps in headless Chromium: sandboxed, under the policy of embeds, without any network."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as Late
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from praxeo.domain.app_policy import APP_HEADERS, SANDBOX, guarded, wrapper_headers
from praxeo.domain.errors import Unavailable
from praxeo.ports.browser import PATIENCE, AppHung, AppLost, AppPage, Trouble

if TYPE_CHECKING:
    from playwright.sync_api import Browser as PlaywrightBrowser
    from playwright.sync_api import ConsoleMessage, Dialog, Frame, Page, Playwright, Request, Route

T = TypeVar("T")

LAUNCH_SECONDS = 60.0  # a cold start on a busy machine
DEATH_SECONDS = 15.0  # between the kill of the browser and the end of what waited for it
IDLE_SECONDS = 60.0  # after its last use until the browser is ended, for it takes much memory
TROUBLES_KEPT = 200
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
HOST = "https://apps.praxeo.invalid/"
APP = f"{HOST}app"
HTML = "text/html; charset=utf-8"
_UNKNOWN_FEATURE = (
    "Error with Permissions-Policy header: "  # said of ours that this browser does not know
)
_HOST_PAGE = (
    '<!doctype html><html lang="en"><head><title>Check</title>'
    "<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}"
    f'</style></head><body><iframe title="App" sandbox="{SANDBOX}" src="{APP}"></iframe></body></html>'
)


def find_chromium(configured: str = "") -> str | None:
    """The path of the configured Chromium, else of the first one on PATH, None without one."""
    if configured:
        return shutil.which(configured)
    return next((path for name in BROWSER_NAMES if (path := shutil.which(name))), None)


@dataclass
class ChromiumBrowser:
    """A headless Chromium that starts at its first use and again after it had to be killed.

    All of its work happens in one thread of its own, so that any thread may use it and so that
    whoever waits can kill a browser that hangs. `patience` is how many seconds it waits for a page.
    """

    path: str
    patience: float = PATIENCE
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
        page = ChromiumPage(self)
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


@dataclass
class ChromiumPage:
    """One app in one window of the browser."""

    browser: ChromiumBrowser
    _page: Page | None = None
    _troubles: list[Trouble] = field(default_factory=list)
    _asked: list[str] = field(default_factory=list)  # the app's address, once it has been given out

    def load(self, html: str, width: int, height: int, first: str = "") -> None:
        """Open the window and the app in it, with the script `first` before its own."""
        self.browser.do(lambda: self._load(html, width, height, first), self.browser.patience)

    def leave(self) -> None:
        """Close the window."""
        with suppress(AppHung, AppLost):
            self.browser.do(self._leave, self.browser.patience)

    def run(self, function: str, argument: object = None, *, seconds: float = 0) -> Any:
        patience = max(seconds, self.browser.patience)
        return self.browser.do(lambda: self._frame().evaluate(function, argument), patience)

    def press(self, keys: Sequence[str]) -> None:
        def press_all() -> None:
            for key in keys:
                self._there().keyboard.press(key)

        self.browser.do(press_all, self.browser.patience)

    def write(self, text: str) -> None:
        self.browser.do(lambda: self._there().keyboard.type(text), self.browser.patience)

    def click(self, x: float, y: float) -> None:
        self.browser.do(lambda: self._there().mouse.click(x, y), self.browser.patience)

    def restart(self) -> None:
        def load_again() -> None:
            self._asked.clear()
            self._there().frames[1].goto(APP, timeout=LAUNCH_SECONDS * 1000)

        self.browser.do(load_again, self.browser.patience)

    def enter(self) -> None:
        self.browser.do(lambda: self._there().locator("iframe").focus(), self.browser.patience)

    def resize(self, width: int, height: int) -> None:
        size: Any = {"width": width, "height": height}
        self.browser.do(lambda: self._there().set_viewport_size(size), self.browser.patience)

    def prefer(self, *, dark: bool) -> None:
        scheme: Any = "dark" if dark else "light"
        self.browser.do(
            lambda: self._there().emulate_media(color_scheme=scheme), self.browser.patience
        )

    def screenshot(self) -> bytes:
        return self.browser.do(
            lambda: self._there().screenshot(animations="disabled"), self.browser.patience
        )

    def troubles(self) -> tuple[Trouble, ...]:
        # A call into the browser's thread, so that messages on their way have arrived.
        with suppress(AppHung, AppLost):
            self.browser.do(lambda: self._there().wait_for_timeout(0), self.browser.patience)
        return tuple(self._troubles)

    def _load(self, html: str, width: int, height: int, first: str) -> None:
        context = self.browser.started().new_context(
            viewport={"width": width, "height": height},
            reduced_motion="reduce",
            service_workers="block",
            locale="en-GB",
        )
        if first:
            context.add_init_script(first)
        page = self._page = context.new_page()

        def answer(route: Route, request: Request) -> None:
            if request.url == HOST:
                route.fulfill(body=_HOST_PAGE, content_type=HTML, headers=wrapper_headers(APP))
            elif request.url == APP and not asked:
                asked.append(request.url)
                body = guarded(html.encode())
                route.fulfill(body=body, content_type=HTML, headers=APP_HEADERS)
            else:
                self._note("request", request.url)
                route.abort()

        asked = self._asked
        context.route("**/*", answer)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self._note("error", str(error)))
        page.on("dialog", self._dialog)
        page.on("popup", lambda popup: self._note("request", f"window {popup.url}"))
        page.on("websocket", lambda socket: self._note("request", socket.url))
        page.on("crash", lambda _page: self._note("crash", "the page crashed"))
        page.goto(HOST, timeout=LAUNCH_SECONDS * 1000)

    def _leave(self) -> None:
        if self._page is not None:
            self._page.context.close()

    def _there(self) -> Page:
        if self._page is None or any(trouble.kind == "crash" for trouble in self._troubles):
            raise AppLost("the page crashed")
        return self._page

    def _frame(self) -> Frame:
        frames = self._there().frames
        if len(frames) < 2 or frames[1].url != APP:
            raise AppLost("it led to another page")
        return frames[1]

    def _console(self, message: ConsoleMessage) -> None:
        of_the_headers = message.text.startswith(_UNKNOWN_FEATURE) and not message.location["url"]
        if message.type in {"error", "warning", "assert"} and not of_the_headers:
            self._note("console", message.text)

    def _dialog(self, dialog: Dialog) -> None:
        self._note("dialog", dialog.message)
        dialog.dismiss()

    def _note(self, kind: Any, text: str) -> None:
        if len(self._troubles) < TROUBLES_KEPT:
            self._troubles.append(Trouble(kind, text))
