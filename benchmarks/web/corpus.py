"""The web corpus beside the repository, and its scorer: pages with human-reviewed main text."""

from __future__ import annotations

import gzip
import importlib.util
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

CORPORA = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"
PAGES = CORPORA / "web" / "pages"
GOLD = CORPORA / "web" / "gold"
ABSENT = "The corpus ../shared/corpora/web is not there: nothing was measured."


@dataclass(frozen=True, kw_only=True, slots=True)
class Case:
    """One page with what people found in it."""

    id: str
    html: bytes
    gold: dict[str, Any]

    @property
    def domain(self) -> str:
        """The last two labels of the host: pages of one domain never part in cross-validation."""
        return ".".join(urlsplit(self.gold["url"]).netloc.split(".")[-2:])


def present() -> bool:
    return PAGES.is_dir() and GOLD.is_dir()


def cases() -> Iterator[Case]:
    for path in sorted(GOLD.glob("*.json")):
        page = PAGES / f"{path.stem}.html.gz"
        yield Case(
            id=path.stem,
            html=gzip.decompress(page.read_bytes()),
            gold=json.loads(path.read_text("utf-8")),
        )


def scorer() -> ModuleType:
    """The scorer that came with the corpus."""
    spec = importlib.util.spec_from_file_location("score_web", CORPORA / "score_web.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
