"""Tells a source that is gone from one that has changed: nobody marks fifty sections because a site asks for a log-in."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import PraxeoError, Refused
from praxeo.sources.drift.comparing import Later
from praxeo.sources.drift.parts import parts_of

LEFT_OF_GONE = 0.1  # share of the sentences that are still there, at most
SHORT = 1 / 3  # of the words that there were
# What says that there is no such page any more, by the codes of the fetcher, the readers and the video service.
GONE = frozenset(
    (
        *("page_missing", "page_needs_login", "page_redirects", "host_unknown", "error_page", "empty_page", "no_text"),
        *("video_unknown", "video_private", "empty"),
    )
)  # fmt: skip


def is_gone_for(trouble: PraxeoError) -> bool:
    """Whether a failure says that the source is gone; else it could not be reached, and nobody knows."""
    return isinstance(trouble, Refused) and trouble.code in GONE


def is_gone(before: Extraction, after: Extraction) -> bool:
    """Whether what stands there now is not the source any more: hardly a sentence is left of it, and the text is
    much shorter, has another title, or is the front page of its site."""
    sentences = [part.words for part in parts_of(before.blocks)]
    later = Later.of(after.blocks)
    left = sum(later.find(words).state in ("same", "reworded") for words in sentences)
    if not sentences or left > LEFT_OF_GONE * len(sentences):
        return False
    words = _words(after) / max(1, _words(before))
    return (
        words < SHORT or (_is_front(after) and not _is_front(before)) or _is_renamed(before, after)
    )


def _is_renamed(before: Extraction, after: Extraction) -> bool:
    one, other = before.metadata.title.casefold(), after.metadata.title.casefold()
    return bool(one) and not set(_long(one)) & set(_long(other))


def _is_front(extraction: Extraction) -> bool:
    address = extraction.sources[0].address if len(extraction.sources) == 1 else ""
    return bool(address) and urlsplit(address).path in ("", "/")


def _words(extraction: Extraction) -> int:
    return sum(len(block.text.split()) for block in extraction.blocks)


def _long(title: str) -> Sequence[str]:
    return [word for word in title.split() if len(word) > 3]
