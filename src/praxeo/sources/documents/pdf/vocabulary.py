"""English words, by which one tells whether a hyphen at the end of a line belongs to the word it breaks."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

WORDS = "data/small_en.msgpack.gz"  # in the package wordfreq: lists of words, after a header


def is_word(text: str) -> bool:
    """Whether it is a common English word, in lower case."""
    return text in _words()


@cache
def _words() -> frozenset[str]:
    """The words alone: the package around them takes longer to start than a short document to be read."""
    import msgpack

    found = find_spec("wordfreq")
    assert found
    assert found.submodule_search_locations
    packed = (Path(found.submodule_search_locations[0]) / WORDS).read_bytes()
    _, *lists = msgpack.unpackb(gzip.decompress(packed))
    return frozenset(chain.from_iterable(lists))
