"""What a binary Word document holds apart from its reading: its words by the text alone, and files inside it."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator

from praxeo.sources.documents.office97.compound_file import BROKEN, CompoundFile
from praxeo.sources.documents.office97.word_fields import FieldCodes
from praxeo.sources.documents.office97.word_runs import PLAIN
from praxeo.sources.documents.word_count import Words, words_of

OBJECTS, KIND = "ObjectPool", "\x01CompObj"
KIND_AT = 28
PARTING = dict.fromkeys((7, 11, 12, 13, 14), "\n")


def seen_words(text: str, codes: FieldCodes, stories: Iterable[range]) -> Words:
    """The words in these parts of the text, without the codes of fields."""
    return words_of(plain_text(text, codes, story) for story in stories)


def plain_text(text: str, codes: FieldCodes, story: range) -> str:
    """A part of the text as it stands, paragraphs and cells parted by line breaks."""
    parts = (text[at:end] for at, end in codes.visible(story.start, min(story.stop, len(text))))
    joined = "".join(parts).translate(PARTING).translate(PLAIN)
    return joined.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def embedded_kinds(file: CompoundFile) -> list[str]:
    """What the files inside the document are, as the programs call them that made them."""
    return list(_kinds(file))


def _kinds(file: CompoundFile) -> Iterator[str]:
    for path in file.ole.listdir():
        if len(path) == 3 and path[0] == OBJECTS and path[2] == KIND:
            try:
                data = file.ole.openstream(path).read()
                length = struct.unpack_from("<I", data, KIND_AT)[0]
                yield (
                    data[KIND_AT + 4 : KIND_AT + 4 + length]
                    .decode("cp1252", "replace")
                    .strip("\0 ")
                )
            except BROKEN:
                yield "?"
