"""An encyclopaedia in a ZIM file, as a search engine that has its pages itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from email.utils import format_datetime
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import quote, unquote

from praxeo.adapters.local_search.full_text import FullText
from praxeo.adapters.local_search.zim_file import Entry, ZimFile
from praxeo.claims.reading import read_text
from praxeo.domain.errors import Refused
from praxeo.domain.records import utc_text
from praxeo.ports.clock import Clock
from praxeo.ports.search import SearchHit
from praxeo.ports.web import Fetched

ARTICLES_MAX = 20_000  # of which the text is searched; in a larger file the titles are
SEEN_MAX = 200_000  # entries of a file that is looked through for its articles
TEXT_BYTES_MAX = 400_000  # of one article
PAGE = "text/html"
_NO_TEXT = re.compile(r"<(script|style|head)\b", re.I)
_TAG = re.compile(r"<[^>]{0,2000}>")
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


class ZimSearch:
    """One file. An article's address is that of its page in the wiki, where the file names that."""

    scheme, microusd = "zim", 0

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path, self._clock = path, clock
        self.name = path.stem

    def find(self, words: str, *, limit: int = 10) -> tuple[SearchHit, ...]:
        """The articles that say most; in a large file those that are called so. Raises Refused("search_refused")."""
        try:
            index = self._index
            if index is None:
                return tuple(self._titled(words))[:limit]
            return tuple(
                SearchHit(url=self._address(f.key), title=f.title, snippet=f.snippet)
                for f in index.find(words)[:limit]
            )
        except Refused as damaged:
            raise Refused(
                "search_refused", damaged.message, details={"engine": self.name}
            ) from damaged

    def get(self, url: str) -> Fetched:
        """The article behind an address that `find` gave. Raises Refused("page_missing", "zim_damaged")."""
        entry = self._zim.find(self._zim.articles, unquote(url.partition("/")[2]))
        if entry is None:
            raise Refused("page_missing", "There is no page behind this link any more.")
        entry = self._zim.followed(entry)
        return Fetched(
            url=url,
            final_url=self._visited(entry) or url,
            hops=(),
            data=self._zim.data(entry),
            media_type=entry.media_type.partition(";")[0].strip().lower(),
            charset="utf-8",
            last_modified=self._made,
            fetched_at=utc_text(self._clock.now()),
        )

    def serves(self, url: str) -> bool:
        """Whether this file is the one that an address is of."""
        return url.startswith(self._address(""))

    @cached_property
    def _zim(self) -> ZimFile:
        return ZimFile(self._path)

    @cached_property
    def _index(self) -> FullText | None:
        """The texts of all articles; None for a file that has too many."""
        if self._zim.entries > SEEN_MAX:
            return None
        articles = [entry for entry in self._zim.all_entries() if self._is_article(entry)]
        if len(articles) > ARTICLES_MAX:
            return None
        index = FullText()
        index.add(self._texts(sorted(articles, key=lambda entry: (entry.cluster, entry.blob))))
        return index

    def _is_article(self, entry: Entry) -> bool:
        return entry.namespace == self._zim.articles and entry.media_type.startswith(PAGE)

    def _texts(self, articles: list[Entry]) -> Iterator[tuple[str, str, str]]:
        for entry in articles:
            try:
                data = self._zim.data(entry)[:TEXT_BYTES_MAX]
            except Refused:
                continue
            text = unescape(_TAG.sub(" ", _shown(data.decode("utf-8", "replace"))))
            yield entry.path, entry.title, " ".join(text.split())

    def _titled(self, words: str) -> Iterator[SearchHit]:
        """Articles that are called as the words are, or as one of the longest runs of them."""
        keys = [term.key for term in read_text(words).terms]
        runs = [
            keys[a:b]
            for n in range(len(keys), 0, -1)
            for a in range(len(keys) - n + 1)
            for b in (a + n,)
        ]
        seen = set()
        for run in [words.split(), *runs]:
            name = "_".join(run)
            for path in (name[:1].upper() + name[1:], "_".join(word.title() for word in run)):
                entry = self._zim.find(self._zim.articles, path)
                entry = self._zim.followed(entry) if entry else None
                if entry and entry.number not in seen and self._is_article(entry):
                    seen.add(entry.number)
                    yield SearchHit(url=self._address(entry.path), title=entry.title)

    def _address(self, path: str) -> str:
        return f"{self.scheme}:{quote(self.name)}/{quote(path)}"

    def _visited(self, entry: Entry) -> str:
        """Where the article can be visited, as far as the file says where it is from."""
        host = self._zim.stated("Source").removeprefix("https://").partition("/")[0]
        return (
            f"https://{host}/wiki/{quote(entry.path)}"
            if _HOST.fullmatch(host) and "wiki" in host
            else ""
        )

    @cached_property
    def _made(self) -> str:
        """The day of the file, as a header of an answer would say it."""
        try:
            return format_datetime(
                datetime.fromisoformat(f"{self._zim.stated('Date')}T00:00:00+00:00")
            )
        except ValueError:
            return ""


def _shown(page: str) -> str:
    """A page without its scripts, styles and head. What has no end is left out to the end of the page."""
    parts, at = [], 0
    while begins := _NO_TEXT.search(page, at):
        parts.append(page[at : begins.start()])
        end = page.find(f"</{begins[1]}", begins.end())
        if end < 0:
            return " ".join(parts)
        at = end
    return " ".join([*parts, page[at:]])
