"""One adapter at a time, for commands that do without the whole product and the time that it takes to load."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from praxeo.domain.blocks import Extraction
    from praxeo.ports.clock import Clock


def read_document(path: Path, *, name: str) -> Extraction:
    """Read a document in a process of its own."""
    from praxeo.adapters.sandbox.document_reader import extract

    return extract(path, name=name)


def find_chromium(configured: str = "") -> str | None:
    """The path of the configured Chromium, else of the first one on PATH, None without one."""
    from praxeo.adapters import browser

    return browser.find_chromium(configured)


def system_clock() -> Clock:
    """The clock of this machine."""
    from praxeo.adapters.clock import SystemClock

    return SystemClock()
