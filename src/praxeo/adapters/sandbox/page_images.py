"""Pages of documents as pictures: drawn in a confined process, few at a time, the latest ones kept."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path
from threading import BoundedSemaphore, Lock

from praxeo.domain.pages import PageImage
from praxeo.sources.documents.formats import with_pages

PROCESSES_MAX = 2  # at a time; each may use as much memory as a parser
KEPT_BYTES_MAX = 32_000_000


@dataclass(frozen=True)
class PageImages:
    """Draws pages; what was drawn lately is given again without a process."""

    _slots: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(PROCESSES_MAX))
    _kept: OrderedDict[tuple[str, int], PageImage] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def __call__(self, path: Path, number: int, *, media_type: str, content_hash: str) -> PageImage:
        """Page `number` (from 1) of the document at `path`, of this type, whose bytes have this hash.

        Raises NotFound("no_such_page"), Refused as the parser's process does.
        """
        # Loaded with the first page: an API starts without what draws one.
        from praxeo.adapters.sandbox.process import ask, parsing
        from praxeo.adapters.sandbox.tasks import page_task, picture_of

        key = (content_hash, number)
        with self._slots:
            if image := self._remembered(key):
                return image
            label = with_pages()[media_type].label
            image = picture_of(ask(parsing(page_task(label, number), path)))
            self._remember(key, image)
        return image

    def _remembered(self, key: tuple[str, int]) -> PageImage | None:
        with self._lock:
            if image := self._kept.get(key):
                self._kept.move_to_end(key)
            return image

    def _remember(self, key: tuple[str, int], image: PageImage) -> None:
        with self._lock:
            self._kept[key] = image
            while sum(len(kept.png) for kept in self._kept.values()) > KEPT_BYTES_MAX:
                self._kept.popitem(last=False)
