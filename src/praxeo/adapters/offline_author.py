"""The offline author, with its language model loaded while the document is still being read."""

from __future__ import annotations

import threading

from praxeo.domain.blocks import Extraction
from praxeo.ports.authoring import Authored, Offer


class OfflineAuthor:
    """An Author that needs no key and no network. Its heavy parts are imported when first needed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._loading: threading.Thread | None = None

    def prepare(self) -> None:
        """Begin to load, in the background, what writing will need; once is enough."""
        with self._lock:
            if self._loading is None:
                self._loading = threading.Thread(target=_load, name="author-loading")
                self._loading.start()

    def __call__(self, extraction: Extraction, *, name: str) -> Authored:
        if self._loading is not None:
            self._loading.join()
        from praxeo.authors.offline.author import write

        return write(extraction, name=name)

    def offer(self, extraction: Extraction, *, name: str) -> Offer:
        """What a person may take beside that; as `ports.authoring.Offering` has it."""
        if self._loading is not None:
            self._loading.join()
        from praxeo.authors.offline.author import offered

        return offered(extraction, name=name)


def _load() -> None:
    from praxeo.authors.offline import author, english

    assert author
    english.available()
