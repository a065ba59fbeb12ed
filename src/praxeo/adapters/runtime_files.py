"""Reads the app's own program from where the front end's build leaves it."""

from __future__ import annotations

from pathlib import Path

from praxeo.compile.app import RuntimeFiles
from praxeo.domain.errors import Unavailable


def load_runtime(folder: Path) -> RuntimeFiles:
    """The runtime in `folder` (web/dist/runtime); Unavailable if the front end is not built."""
    return RuntimeFiles(
        template=_read(folder / "template.html"),
        script=_read(folder / "runtime.js"),
        style=_read(folder / "runtime.css"),
        formula_style=_read(folder / "formulas.css"),
    )


def load_package_page(folder: Path) -> str:
    """The script of the page around an app in packages for learning platforms. Raises as `load_runtime` does."""
    return _read(folder / "package.js")


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except FileNotFoundError as missing:
        raise Unavailable(
            "front_end_not_built",
            "The front end has not been built yet; run `make setup`.",
            retryable=False,
        ) from missing
