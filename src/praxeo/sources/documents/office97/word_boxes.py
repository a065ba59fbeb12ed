"""Text boxes of a binary Word document: which text stands in which, and where each is anchored."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from praxeo.sources.documents.office97.word_file import BOX_TEXTS, SHAPES, WordFile

BOX_BYTES, SHAPE_BYTES = 22, 26
SHAPE_PLACE = 14  # of a box's shape in what is said of it


@dataclass(frozen=True, kw_only=True)
class Boxes:
    """`texts` are the boxes' places in the text by their shape, `shapes` the shapes by where they are anchored."""

    texts: dict[int, list[range]]
    shapes: dict[int, int]

    @classmethod
    def of(cls, file: WordFile) -> Boxes:
        """The boxes beside the body of a document."""
        story = file.stories["boxes"]
        texts: dict[int, list[range]] = {}
        for start, end, said in _entries(file.part(BOX_TEXTS), BOX_BYTES):
            if start <= end <= len(story):
                shape = struct.unpack_from("<I", said, SHAPE_PLACE)[0]
                part = range(story.start + start, story.start + end)
                texts.setdefault(shape, []).append(part)
        shapes = {
            at: struct.unpack_from("<I", said)[0]
            for at, _, said in _entries(file.part(SHAPES), SHAPE_BYTES)
        }
        return cls(texts=texts, shapes=shapes)

    def anchored(self, places: list[int]) -> list[range]:
        """The texts of the boxes that are anchored at these characters."""
        return [
            part
            for place in places
            if place in self.shapes
            for part in self.texts.get(self.shapes[place], ())
        ]

    def all(self) -> list[range]:
        """The texts of all boxes, as they are stored."""
        return [part for parts in self.texts.values() for part in parts]


def _entries(part: bytes, size: int) -> list[tuple[int, int, bytes]]:
    """What a part of the table stream says of ranges of characters, `size` bytes each."""
    count = max(0, (len(part) - 4) // (4 + size))
    borders = struct.unpack_from(f"<{count + 1}I", part) if count else ()
    start = 4 * (count + 1)
    return [
        (
            borders[index],
            borders[index + 1],
            part[start + size * index : start + size * (index + 1)],
        )
        for index in range(count)
    ]
