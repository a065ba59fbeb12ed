"""Files of Office 97 to 2003: sound ones, and ones with something planted."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.ledger.cases import Prose
from benchmarks.ledger.office_cases import HIDDEN, Maker, Planted
from tests.hostile.builders.compound_files import biff, compound, label, record
from tests.hostile.builders.slide_files import Slide, deck, shape, text
from tests.hostile.builders.word_files import word_file


def word(prose: Prose) -> bytes:
    return word_file(*(f"{prose.word()} {prose.sentences()}\r" for _ in range(5)))


def workbook(prose: Prose, *, hidden: bool = False) -> bytes:
    cells = b"".join(
        label(row, column, said)
        for row in range(6)
        for column, said in enumerate((prose.word(), prose.sentence()))
    )
    rows = record(0x208, b"\5\0\0\0\2\0\xff\0\0\0\0\0\x20\1\x0f\0") if hidden else b""
    return compound({"Workbook": biff(rows + cells)})


def slides(prose: Prose, *, hidden: bool = False, noted: bool = False) -> bytes:
    def one(**more: object) -> Slide:
        shapes = (shape(text(0xFA0, prose.word()), 13), shape(text(0xFA0, prose.sentence()), 14))
        return Slide(shapes=shapes, **more)  # type: ignore[arg-type]

    said = (shape(text(0xFA0, prose.lost()), 12),) if noted else ()
    return deck(one(), one(notes=said), one(hidden=hidden))


SOUND: dict[str, Maker] = {"doc": word, "xls": workbook, "ppt": slides}


def planted(prose: Prose) -> Iterator[tuple[str, *Planted]]:
    """Format, kind of loss, bytes and the codes that must be warned of."""
    yield "ppt", "hidden slide", slides(prose, hidden=True), HIDDEN
    yield "ppt", "speaker's notes", slides(prose, noted=True), ("speaker_notes_left_out",)
    yield "xls", "hidden row", workbook(prose, hidden=True), HIDDEN
