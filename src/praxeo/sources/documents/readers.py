"""Which reader turns which kind of file into blocks; each is imported only when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.formats import BY_LABEL
from praxeo.sources.documents.sanitization import sanitize

Reader = Callable[[Path], Extraction]

ROOM = "praxeo.sources.documents"
AGAIN = "-again"
"""After the label of a format: the reader that tries where the first one finds nothing."""


def read(name: str, path: Path) -> Extraction:
    """What the reader of that name finds in a file, sanitized, its figures complete and fitted."""
    found = reader(name)(path)
    if found.pictures:
        from praxeo.sources.documents.pictures.budget import within_budget
        from praxeo.sources.documents.pictures.captions import with_captions

        found = within_budget(replace(found, blocks=with_captions(found.blocks)))
    return sanitize(found)


def reader(name: str) -> Reader:
    """The reader of that name: the label of a format, with AGAIN its second one."""
    format = BY_LABEL[name.removesuffix(AGAIN)]
    made: Reader = named(format.second_reader if name.endswith(AGAIN) else format.reader)
    return made


def named(address: str) -> Any:
    """The function that a row of the table of formats names as "module:function"."""
    module, _, function = address.partition(":")
    return getattr(import_module(f"{ROOM}.{module}"), function)
