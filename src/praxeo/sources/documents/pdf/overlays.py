"""Reads slides that grow step by step (overlays) once, as they stand at last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from praxeo.sources.documents.pdf.page import Page, Word

Place = tuple[str, int, int]  # text, left end and baseline in whole points


def last_steps(pages: Iterable[Page]) -> Iterator[Page]:
    """The pages without those of which the next page holds every word at the same place.

    Nothing is lost: what such a page says is on the next one, too. A page that only repeats the one
    before it is taken for a step where it is wider than high, as slides are.
    """
    previous: Page | None = None
    for page in pages:
        if previous is not None and not _grows_into(previous, page):
            yield previous
        previous = page
    if previous is not None:
        yield previous


def _grows_into(page: Page, following: Page) -> bool:
    if not page.words or page.hidden > following.hidden or page.width != following.width:
        return False
    if len(page.words) == len(following.words) and page.width <= page.height:
        return False
    if len(page.words) > len(following.words) or not _has_word(following, page.words[0]):
        return False
    return Counter(_places(page)) <= Counter(_places(following))


def _has_word(page: Page, word: Word) -> bool:
    """Whether a word stands at its place on a page; where not, the rest need not be compared."""
    text, left, baseline = word.text, round(word.box[0]), round(word.baseline)
    return any(
        round(other.box[0]) == left and round(other.baseline) == baseline
        for other in page.words
        if other.text == text
    )


def _places(page: Page) -> Iterator[Place]:
    for word in page.words:
        yield word.text, round(word.box[0]), round(word.baseline)
