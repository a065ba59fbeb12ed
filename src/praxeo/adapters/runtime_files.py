"""Reads the app's own program from where the front end's build leaves it."""

from __future__ import annotations

from pathlib import Path

from praxeo.compile.app import RuntimeFiles
from praxeo.domain.errors import Unavailable


def load_runtime(folder: Path) -> RuntimeFiles:
    """The runtime in `folder` (web/dist/runtime); Unavailable if the front end is not built."""
    try:
        return RuntimeFiles(
            template=(folder / "template.html").read_text("utf-8"),
            script=(folder / "runtime.js").read_text("utf-8"),
            style=(folder / "runtime.css").read_text("utf-8"),
            formula_style=(folder / "formulas.css").read_text("utf-8"),
        )
    except FileNotFoundError as missing:
        raise Unavailable(
            "front_end_not_built",
            "The front end has not been built yet; run `make setup`.",
            retryable=False,
        ) from missing
