"""What passes between a model that writes or changes code and those who ask it: loaded by all, the writers by few."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.domain.checks import CheckReport
from praxeo.domain.errors import Refused


@dataclass(frozen=True, kw_only=True)
class Coded:
    """An app as a model wrote it, by which prompt, and the calls that it was paid with.

    `wasted` calls were for answers before it that could not be used.
    """

    html: str
    author: str
    calls: tuple[str, ...]
    wasted: tuple[str, ...] = ()


class CodeUnusable(Refused):
    """Answers that hold no code; `calls` are what was paid for them."""

    def __init__(self, message: str, calls: tuple[str, ...]) -> None:
        super().__init__("code_unusable", message)
        self.calls = calls


class SpecUnusable(Refused):
    """Answers that make no spec; `calls` are what was paid for them."""

    def __init__(self, message: str, calls: tuple[str, ...]) -> None:
        super().__init__("spec_unusable", message)
        self.calls = calls


@dataclass(frozen=True, kw_only=True)
class Broken:
    """Code that failed its check: its report and, if there is one, a picture of it as PNG."""

    html: str
    report: CheckReport
    picture: bytes = b""


@dataclass(frozen=True, kw_only=True)
class Present:
    """An app as it is, who wrote it, and the text of the spec that it keeps to."""

    html: str
    author: str
    spec: str


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What is to be changed: the owner's words, the element they pointed at, and what it is part of.

    `code` is "" for a change of the spec itself.
    """

    request: str
    element: str
    spec: str
    code: str = ""


@dataclass(frozen=True, kw_only=True)
class Edited:
    """The text after the change, or why it is as it was. `wasted` calls came before and did not fit.

    `spec` is the spec that was changed together with code, "" where it stays.
    """

    text: str
    changed: bool
    spec: str = ""
    reason: str = ""
    lines_added: int = 0
    lines_removed: int = 0
    calls: tuple[str, ...] = ()
    wasted: tuple[str, ...] = ()


class EditUnusable(Refused):
    """Answers that could not be applied; `calls` are what was paid for them."""

    def __init__(self, message: str, calls: tuple[str, ...]) -> None:
        super().__init__("change_unusable", message)
        self.calls = calls
