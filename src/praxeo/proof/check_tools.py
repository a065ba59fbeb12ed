"""What a check is done with, and the window that it looks at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from praxeo.domain.acceptance import Bespoke
from praxeo.ports.browser import AppPage, Browser
from praxeo.proof.controls import AppControls


class CheckTools(Protocol):
    """What a check is done with, as `AppChecker` has it."""

    @property
    def browser(self) -> Browser | None: ...
    @property
    def axe(self) -> str: ...
    @property
    def timer(self) -> Callable[[], float]: ...
    @property
    def now(self) -> Callable[[], datetime]: ...
    @property
    def enough(self) -> int: ...


@dataclass(frozen=True)
class Window:
    """One open window with the app in it, of a size by name."""

    page: AppPage
    size: str

    def controls(self, spec: Bespoke) -> AppControls:
        """The controls of the app, to be used as a person does."""
        return AppControls(page=self.page, spec=spec)
