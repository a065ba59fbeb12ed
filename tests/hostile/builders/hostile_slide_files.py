"""Hostile slide decks of before 2007."""

from __future__ import annotations

import struct

from tests.hostile.builders.compound_files import compound
from tests.hostile.builders.hostile_files import DAMAGED, Hostile
from tests.hostile.builders.office_files import SENTENCE
from tests.hostile.builders.slide_files import Slide, container, deck, record, shape, table, text

SOUND = Slide(shapes=[shape(text(0, "Enzymes")), shape(text(4, SENTENCE))])


def nested(depth: int) -> bytes:
    """Groups in each other around one shape."""
    inside = shape(text(4, "deep"))
    for _ in range(depth):
        inside = container(0xF003, inside)
    return inside


def styled(style: bytes) -> Slide:
    return Slide(shapes=[shape(text(4, SENTENCE, style))])


def long_records() -> bytes:
    """Each record says that it is longer than the file."""
    stream = (
        b"".join(struct.pack("<HHI", 0xF, kind, 2**32 - 1) for kind in (0x3E8, 0xFF0, 0x3EE)) * 99
    )
    user = record(0xFF6, struct.pack("<III", 20, 0xE391C05F, 0) + bytes(12))
    return compound({"Current User": user, "PowerPoint Document": stream})


SLIDES: tuple[Hostile, ...] = (
    Hostile(
        name="encrypted slides", build=lambda: deck(SOUND, token=0xF3D1C4DF), codes=("encrypted",)
    ),
    Hostile(
        name="slides whose records are longer than the file", build=long_records, codes=DAMAGED
    ),
    Hostile(
        name="slides whose last edit is damaged",
        build=lambda: deck(SOUND, edit=b"x"),
        codes=DAMAGED,
    ),
    Hostile(
        name="slides whose edits are a circle",
        build=lambda: deck(SOUND, before=1),
    ),
    Hostile(
        name="the same slide 100,000 times",
        build=lambda: deck(Slide(shapes=[shape(text(4, SENTENCE * 900))]), order=[0] * 100_000),
    ),
    Hostile(
        name="20,000 groups in each other",
        build=lambda: deck(SOUND, Slide(shapes=[nested(20_000)])),
    ),
    Hostile(
        name="a style of four billion characters",
        build=lambda: deck(styled(struct.pack("<IHI", 2**32 - 1, 60_000, 2**32 - 1) * 9)),
    ),
    Hostile(
        name="a style of 200,000 empty runs",
        build=lambda: deck(styled(struct.pack("<IHI", 0, 0, 0) * 200_000)),
    ),
    Hostile(
        name="a table of cells at the ends of the world",
        build=lambda: deck(
            Slide(
                shapes=[
                    table(
                        shape(text(4, SENTENCE), box=(-(2**31), -(2**31), 2**31 - 1, 2**31 - 1)),
                        shape(text(4, "b"), box=(5, 5, -5, -5)),
                    )
                ]
            )
        ),
    ),
    Hostile(
        name="slides without the stream of the user",
        build=lambda: compound({"PowerPoint Document": bytes(5000)}),
        codes=DAMAGED,
    ),
)
