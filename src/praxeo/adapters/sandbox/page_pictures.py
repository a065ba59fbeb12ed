"""Looks through a page for the pictures of its text, in a confined process of its own."""

from __future__ import annotations

import json
from pathlib import Path

from praxeo.domain.errors import Refused


class PagePictures:
    """The port `PicturesNamed`."""

    def __call__(self, path: Path) -> tuple[str, ...]:
        """The addresses; none of a page that cannot be read, which its reading will tell."""
        # Loaded with the first page: an API starts without what looks through one.
        from praxeo.adapters.sandbox.process import ask, parsing
        from praxeo.adapters.sandbox.tasks import NAMED_PICTURES

        try:
            named = json.loads(ask(parsing(NAMED_PICTURES, path)))
        except Refused:
            return ()
        return tuple(map(str, named))
