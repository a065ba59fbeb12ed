"""The words of a binary Word document, counted by its text alone, apart from its reader."""

from __future__ import annotations

from collections.abc import Iterable

from praxeo.sources.documents.office97.word_fields import FieldCodes
from praxeo.sources.documents.office97.word_runs import PLAIN
from praxeo.sources.documents.word_count import Words, words_of

PARTING = dict.fromkeys((7, 11, 12, 13, 14), "\n")


def seen_words(text: str, codes: FieldCodes, stories: Iterable[range]) -> Words:
    """The words in these parts of the text, without the codes of fields."""
    return words_of(plain_text(text, codes, story) for story in stories)


def plain_text(text: str, codes: FieldCodes, story: range) -> str:
    """A part of the text as it stands, paragraphs and cells parted by line breaks."""
    parts = (text[at:end] for at, end in codes.visible(story.start, min(story.stop, len(text))))
    joined = "".join(parts).translate(PARTING).translate(PLAIN)
    return joined.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
