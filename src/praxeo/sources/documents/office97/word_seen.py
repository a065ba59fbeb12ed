"""The words of a binary Word document, counted by its text alone, apart from its reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from praxeo.sources.documents.field_equations import said_by_equation
from praxeo.sources.documents.office97.word_fields import FieldCodes
from praxeo.sources.documents.office97.word_runs import PLAIN
from praxeo.sources.documents.word_count import Words, words_of

FIELD_CHARACTERS = 2_000  # of the code of one
BEGUN = re.compile("\x13")
PARTING = dict.fromkeys((7, 11, 12, 13, 14), "\n")


def seen_words(text: str, codes: FieldCodes, stories: Iterable[range]) -> Words:
    """The words in these parts of the text, without the codes of fields other than equations."""
    found: Words = Counter()
    for story in stories:
        fields = BEGUN.finditer(text, story.start, min(story.stop, len(text)))
        codes_begun = (text[field.end() : field.end() + FIELD_CHARACTERS] for field in fields)
        found += words_of(map(said_by_equation, codes_begun))
        found += words_of((plain_text(text, codes, story),))
    return found


def plain_text(text: str, codes: FieldCodes, story: range) -> str:
    """A part of the text as it stands, paragraphs and cells parted by line breaks."""
    parts = (text[at:end] for at, end in codes.visible(story.start, min(story.stop, len(text))))
    joined = "".join(parts).translate(PARTING).translate(PLAIN)
    return joined.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
