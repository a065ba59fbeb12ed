"""Which reader turns which kind of file into blocks; each is imported only when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from praxeo.domain.asides import numbered
from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.formats import AGAIN, BY_LABEL, named
from praxeo.sources.documents.sanitization import sanitize

Reader = Callable[[Path], Extraction]


def read(name: str, path: Path) -> Extraction:
    """What the reader of that name finds in a file, sanitized, its figures complete and fitted."""
    found = reader(name)(path)
    if found.pictures:
        from praxeo.sources.documents.pictures.budget import within_budget
        from praxeo.sources.documents.pictures.captions import with_captions

        found = within_budget(numbered(found, with_captions(found.blocks)))
    return sanitize(found)


def reader(name: str) -> Reader:
    """The reader of that name: the label of a format, with AGAIN its second one."""
    format = BY_LABEL[name.removesuffix(AGAIN)]
    made: Reader = named(format.second_reader if name.endswith(AGAIN) else format.reader)
    return made
