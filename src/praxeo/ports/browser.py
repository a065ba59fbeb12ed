"""The browser that apps are checked in, as the check sees it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from praxeo.domain.errors import Refused

ANSWER_SECONDS = 15.0  # seconds until a page that does not answer counts as hung

TroubleKind = Literal["console", "error", "request", "dialog", "crash"]


class AppHung(Refused):
    """The app did not let the browser go on in time and was stopped; the browser is usable again."""

    def __init__(self) -> None:
        super().__init__("app_hung", "The app hung and had to be stopped.")


class AppLost(Refused):
    """The app's page went away while it was in use: it crashed, or led to another page."""

    def __init__(self, reason: str) -> None:
        super().__init__("app_lost", f"The app broke off while it was in use ({reason}).")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something that went wrong in a page by itself: a console message, an error, a request."""

    kind: TroubleKind
    text: str


class AppPage(Protocol):
    """An app that runs in its sandbox. Every method may raise AppHung or AppLost."""

    def run(self, function: str, argument: object = None, *, seconds: float = 0) -> Any:
        """What the JavaScript function (its source) returns in the app's frame, given a JSON value.

        A promise is waited for. Without an answer after ANSWER_SECONDS, or `seconds` if that is longer, the
        app counts as hung.
        """

    def press(self, keys: Sequence[str]) -> None:
        """Press these keys one after the other as a person does ("Tab", "Enter", "a", …)."""

    def write(self, text: str) -> None:
        """Type this text into whatever has the focus."""

    def click(self, x: float, y: float) -> None:
        """Press and release the pointer at this place of the window, in CSS pixels."""

    def restart(self) -> None:
        """Load the app afresh in the same window; troubles stay noted."""

    def enter(self) -> None:
        """Put the focus at the beginning of the app, as if it had just been clicked into."""

    def resize(self, width: int, height: int) -> None:
        """Change the size of the window, in CSS pixels."""

    def prefer(self, *, dark: bool) -> None:
        """Ask for dark or light colours."""

    def screenshot(self) -> bytes:
        """What the window shows, as PNG."""

    def troubles(self) -> tuple[Trouble, ...]:
        """All troubles since the app was opened, in order."""


class Browser(Protocol):
    """Runs apps as visitors' browsers do: sandboxed, under their policy, without any network."""

    def version(self) -> str:
        """Name and version. `Unavailable("no_browser")` if it cannot be started."""

    def open(
        self, html: str, *, width: int, height: int, first: str = ""
    ) -> AbstractContextManager[AppPage]:
        """Load the app into a new window, where the script `first` runs before its own.

        `Unavailable("no_browser")`, or AppHung.
        """

    def close(self) -> None:
        """End the browser. It starts again when it is needed."""
