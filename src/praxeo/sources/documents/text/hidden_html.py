"""Tags in Markdown that hide what follows them, up to where they are closed: a way to slip text past readers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from praxeo.domain.errors import Refused

TAG = re.compile(r"<(?P<closing>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>[^<>]*?)(?P<alone>/?)>")
DEEPEST = 200  # open tags that are remembered
MAY_HIDE = re.compile(r"style|hidden", re.IGNORECASE)
VOID = frozenset(
    {"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "wbr", "source"}
)


@dataclass(kw_only=True)
class HidingTags:
    """The tags that are open, each with whether it hides what it holds."""

    _open: list[tuple[str, bool]] = field(default_factory=list)
    _hiding: int = 0

    def see(self, html: str) -> None:
        """Take in the tags of a piece of raw HTML."""
        for tag in TAG.finditer(html):
            name = tag["name"].lower()
            if tag["closing"]:
                self._close(name)
            elif not tag["alone"] and name not in VOID and len(self._open) < DEEPEST:
                hides = bool(MAY_HIDE.search(tag["rest"])) and _hides(tag[0])
                self._open.append((name, hides))
                self._hiding += hides

    @property
    def hide(self) -> bool:
        """Whether what stands here is seen by nobody."""
        return self._hiding > 0

    def _close(self, name: str) -> None:
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == name:
                self._hiding -= sum(hides for _, hides in self._open[at:])
                del self._open[at:]
                return


@lru_cache(maxsize=1_000)
def _hides(tag: str) -> bool:
    from praxeo.sources.documents.html.hidden import is_hidden
    from praxeo.sources.documents.html.tree import parse_html

    try:
        root = parse_html(f"{tag}x")
    except Refused:
        return False
    return any(is_hidden(element) for element in root.iter() if isinstance(element.tag, str))
