"""One app in a window of headless Chromium: framed as a host page frames it, without any network."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from praxeo.domain.app_policy import APP_HEADERS, SANDBOX, guarded, wrapper_headers
from praxeo.ports.browser import AppHung, AppLost, Trouble

if TYPE_CHECKING:
    from playwright.sync_api import Browser as PlaywrightBrowser
    from playwright.sync_api import ConsoleMessage, Dialog, Frame, Page, Request, Route

T = TypeVar("T")

LOAD_SECONDS = 60.0  # a page on a busy machine
LED_SECONDS = 5.0  # from the loss of an app until the browser has said where it led
TROUBLES_KEPT = 200
HOST = "https://apps.praxeo.invalid/"
APP = f"{HOST}app"
HTML = "text/html; charset=utf-8"
_UNKNOWN_FEATURE = (
    "Error with Permissions-Policy header: "  # said of ours that this browser does not know
)
# Said where an app leads its own frame elsewhere: refused by the page around it before any request is made.
_LED_ELSEWHERE = re.compile(
    r"Framing '(?P<address>[^']+)' violates|[Rr]efused to frame '(?P<other>[^']+)'"
)
_HOST_PAGE = (
    '<!doctype html><html lang="en"><head><title>Check</title>'
    "<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100%;display:block}"
    f'</style></head><body><iframe title="App" sandbox="{SANDBOX}" src="{APP}"></iframe></body></html>'
)


class Do(Protocol):
    """Does work in the browser's thread; AppHung if it takes longer, AppLost if the page is gone."""

    def __call__(self, work: Callable[[], T], seconds: float) -> T: ...


@dataclass
class ChromiumPage:
    """One app in one window of the browser, whose thread does (`do`) all that is asked of it.

    `started` gives the running browser, in that thread. After `answer_seconds` without an answer the
    app counts as hung.
    """

    do: Do
    started: Callable[[], PlaywrightBrowser]
    answer_seconds: float
    _page: Page | None = None
    _troubles: list[Trouble] = field(default_factory=list)
    _asked: list[str] = field(default_factory=list)  # the app's address, once it has been given out
    _lost: bool = False  # what was asked of the app was not answered

    def load(self, html: str, width: int, height: int, first: str = "") -> None:
        """Open the window and the app in it, with the script `first` before its own."""
        self.do(lambda: self._load(html, width, height, first), self.answer_seconds)

    def leave(self) -> None:
        """Close the window."""
        with suppress(AppHung, AppLost):
            self.do(self._leave, self.answer_seconds)

    def run(self, function: str, argument: object = None, *, seconds: float = 0) -> Any:
        answer_seconds = max(seconds, self.answer_seconds)
        return self.do(lambda: self._answer(function, argument), answer_seconds)

    def press(self, keys: Sequence[str]) -> None:
        def press_all() -> None:
            for key in keys:
                self._there().keyboard.press(key)

        self.do(press_all, self.answer_seconds)

    def write(self, text: str) -> None:
        self.do(lambda: self._there().keyboard.type(text), self.answer_seconds)

    def click(self, x: float, y: float) -> None:
        self.do(lambda: self._there().mouse.click(x, y), self.answer_seconds)

    def restart(self) -> None:
        def load_again() -> None:
            self._asked.clear()
            self._lost = False
            self._there().frames[1].goto(APP, timeout=LOAD_SECONDS * 1000)

        self.do(load_again, self.answer_seconds)

    def enter(self) -> None:
        self.do(lambda: self._there().locator("iframe").focus(), self.answer_seconds)

    def resize(self, width: int, height: int) -> None:
        size: Any = {"width": width, "height": height}
        self.do(lambda: self._there().set_viewport_size(size), self.answer_seconds)

    def prefer(self, *, dark: bool) -> None:
        scheme: Any = "dark" if dark else "light"
        self.do(lambda: self._there().emulate_media(color_scheme=scheme), self.answer_seconds)

    def screenshot(self) -> bytes:
        return self.do(lambda: self._there().screenshot(animations="disabled"), self.answer_seconds)

    def troubles(self) -> tuple[Trouble, ...]:
        # A call into the browser's thread, so that messages on their way have arrived.
        with suppress(AppHung, AppLost):
            self.do(self._settle, self.answer_seconds)
        return tuple(self._troubles)

    def _load(self, html: str, width: int, height: int, first: str) -> None:
        context = self.started().new_context(
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
        page.goto(HOST, timeout=LOAD_SECONDS * 1000)

    def _answer(self, function: str, argument: object) -> Any:
        from playwright.sync_api import Error

        try:
            return self._frame().evaluate(function, argument)
        except (Error, AppLost):
            self._lost = True
            raise

    def _settle(self) -> None:
        """Let messages on their way arrive; of a lost app, the one that tells where it led comes late."""
        from playwright.sync_api import Error

        page = self._there()
        page.wait_for_timeout(0)
        with suppress(Error):
            if self._lost and not any(trouble.kind == "request" for trouble in self._troubles):
                page.wait_for_event(
                    "console",
                    lambda message: bool(_LED_ELSEWHERE.search(message.text)),
                    timeout=LED_SECONDS * 1000,
                )

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
        if led := _LED_ELSEWHERE.search(message.text):
            self._note("request", led["address"] or led["other"])
            return
        of_the_headers = message.text.startswith(_UNKNOWN_FEATURE) and not message.location["url"]
        if message.type in {"error", "warning", "assert"} and not of_the_headers:
            self._note("console", message.text)

    def _dialog(self, dialog: Dialog) -> None:
        self._note("dialog", dialog.message)
        dialog.dismiss()

    def _note(self, kind: Any, text: str) -> None:
        if len(self._troubles) < TROUBLES_KEPT:
            self._troubles.append(Trouble(kind, text))
