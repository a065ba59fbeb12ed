"""A full-text index in memory or in a file, by SQLite's FTS5: words go in, the places that say most of them come out."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from praxeo.claims.reading import read_text

WORDS_MAX = 24  # of one query
CANDIDATES = 60
SHARE = 0.4  # of the weight of the words that a place has to have; rare words weigh more


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A place that was found: `key` is what it was added by."""

    key: str
    title: str
    snippet: str


class FullText:
    """An index of texts under their keys."""

    def __init__(self, path: str = ":memory:") -> None:
        self._base = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        self._base.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS texts USING fts5("
            "key UNINDEXED, title, text, tokenize = 'porter unicode61 remove_diacritics 2')"
        )

    def add(self, texts: Iterable[tuple[str, str, str]]) -> None:
        """Take in texts, each as its key, its title and what it says: all of them or none."""
        self._base.execute("BEGIN")
        self._base.executemany("INSERT INTO texts (key, title, text) VALUES (?, ?, ?)", texts)
        self._base.execute("COMMIT")

    @property
    def count(self) -> int:
        """How many texts are in it."""
        return int(self._base.execute("SELECT max(rowid) FROM texts").fetchone()[0] or 0)

    def find(self, words: str) -> list[Found]:
        """The places that say enough of these words, the best first."""
        wanted = _wanted(words)
        weights = {word: self._weight(word) for word in wanted}
        if not wanted:
            return []
        least = SHARE * sum(weights.values())
        return [
            Found(key=key, title=title, snippet=snippet)
            for row, key, title, snippet in self._candidates(wanted)
            if sum(weights[word] for word in wanted if self._says(row, word)) >= least
        ]

    def _weight(self, word: str) -> float:
        """How much it says that a text has the word: the fewer have it, the more."""
        query = "SELECT count(*) FROM texts WHERE texts MATCH ?"
        having = self._base.execute(query, (word,)).fetchone()[0]
        return math.log(1 + (self.count + 1) / (having + 0.5))

    def _candidates(self, wanted: Sequence[str]) -> list[tuple[int, str, str, str]]:
        query = (
            "SELECT rowid, key, title, snippet(texts, 2, '', '', ' … ', 24) FROM texts "
            "WHERE texts MATCH ? ORDER BY bm25(texts, 0, 5, 1) LIMIT ?"  # a title weighs five times
        )
        return self._base.execute(query, (" OR ".join(wanted), CANDIDATES)).fetchall()

    def _says(self, row: int, word: str) -> bool:
        query = "SELECT 1 FROM texts WHERE texts MATCH ? AND rowid = ?"
        return self._base.execute(query, (word, row)).fetchone() is not None

    def close(self) -> None:
        """Give it back."""
        self._base.close()


def _wanted(words: str) -> list[str]:
    """The words that carry sense, quoted as the index wants them; all words where none does."""
    keys = [term.key for term in read_text(words).terms] or words.split()
    quoted = (f'"{key.replace(chr(34), "")}"' for key in keys[:WORDS_MAX] if key.strip('"'))
    return list(dict.fromkeys(quoted))
