"""What runs an app and judges it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from praxeo.domain.records import CheckStatus
from praxeo.domain.spec import SpecDocument

Progress = Callable[[float], None]  # takes the finished share of a step, from 0 to 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A screenshot as PNG bytes; `width` and `height` are those of the window, in CSS pixels."""

    name: str
    width: int
    height: int
    png: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckOutcome:
    """The verdict on an app: its status, one sentence, the whole report as JSON, and pictures.

    `keeps` names pictures of the earlier report that this one still shows.
    """

    status: CheckStatus
    summary: str
    report: bytes
    pictures: tuple[Picture, ...] = ()
    keeps: tuple[str, ...] = ()


class Checker(Protocol):
    """Runs an app and judges it."""

    def __call__(
        self,
        html: str,
        *,
        progress: Progress,
        spec: SpecDocument | None = None,
        line: str = "",
        earlier: bytes = b"",
    ) -> CheckOutcome:
        """The verdict, against the spec if one is given. A fault of the app is no error.

        With a `line` only that part of the `earlier` report is proven again: raises
        NotFound("line_not_found"), Unavailable("no_browser").
        """
