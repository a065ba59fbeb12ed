"""Which reader turns which kind of file into blocks; each is imported only when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from praxeo.domain.asides import numbered
from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.formats import AGAIN, BY_LABEL, named
from praxeo.sources.documents.sanitization import sanitize

if TYPE_CHECKING:
    from praxeo.domain.pages import PageImage
    from praxeo.sources.documents.ocr.found import OcrPage

Reader = Callable[[Path], Extraction]


def read(name: str, path: Path) -> Extraction:
    """What the reader of that name finds in a file, sanitized, its figures complete and fitted."""
    return _finished(reader(name)(path))


def _finished(found: Extraction) -> Extraction:
    if any(block.picture for block in found.blocks):
        from praxeo.sources.documents.pictures.captions import with_captions

        found = numbered(found, with_captions(found.blocks))
    if found.pictures:
        from praxeo.sources.documents.pictures.budget import within_budget

        found = within_budget(found)
    return sanitize(found)


def reader(name: str) -> Reader:
    """The reader of that name: the label of a format, with AGAIN its second one."""
    format = BY_LABEL[name.removesuffix(AGAIN)]
    made: Reader = named(format.second_reader if name.endswith(AGAIN) else format.reader)
    return made


def read_recognised(label: str, path: Path, found: Iterable[OcrPage]) -> Extraction:
    """What the reader of that format makes of a file whose pages without text were recognised, finished as by `read`."""
    from praxeo.sources.documents.ocr.pages import laid_out_pages

    with_recognised = named(BY_LABEL[label].recognised_reader)
    return _finished(with_recognised(path, laid_out_pages(found)))


def page_drawer(label: str, purpose: str) -> Callable[[Path, int], PageImage]:
    """What draws a page (from 1) of that format: `draw_page` for the eye, `draw_scan` for recognition."""
    drawer: Callable[[Path, int], PageImage] = named(f"{BY_LABEL[label].pages}:{purpose}")
    return drawer
