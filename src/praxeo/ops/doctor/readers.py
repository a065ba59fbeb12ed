"""Whether everything that reads documents is installed on this machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from praxeo.ops.doctor.finding import Finding
from praxeo.sources.documents.formats import FORMATS, named

NAME = "Readers"
REMEDY = "Install Praxeo's requirements anew: make setup, or pip install praxeo."


def document_readers(named: Callable[[str], Any] = named) -> Finding:
    """The kinds of documents whose reader lacks a library, with the library; the others can be read."""
    missing: dict[str, list[str]] = {}
    for format in FORMATS:
        try:
            named(format.reader)
        except ImportError as error:
            missing.setdefault(error.name or str(error), []).append(format.words[0])
    if not missing:
        kinds = len({format.words[0] for format in FORMATS})
        return Finding(name=NAME, ok=True, message=f"{kinds} kinds of documents", needed=False)
    told = "; ".join(
        f"{library} is not installed, so these cannot be read: {', '.join(kinds)}"
        for library, kinds in missing.items()
    )
    return Finding(name=NAME, ok=False, message=told, remedy=REMEDY, needed=False)
