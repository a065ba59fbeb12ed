"""Files whose bytes came to harm: they are read, or refused with a reason, and nothing else happens."""

from __future__ import annotations

import random
import re
from contextlib import suppress
from pathlib import Path

import pytest

from praxeo.domain.errors import Refused
from praxeo.sources.documents.pdf.reader import read_pdf
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, build_pdf

FILES = 60
ODD = (b"0", b"-1", b"99999999999", b"1e30", b"0.0000001", b"-32769", b"65536")


def _whole() -> bytes:
    sheet = Sheet().text(72, 80, "The tides", size=18, font="F2")
    sheet.lines(72, 110, ["The Moon pulls on the water of the oceans."] * 6)
    for row in range(4):
        sheet.text(72, 220 + 14 * row, f"Harbour {row}").text(220, 220 + 14 * row, f"{row}.5 m")
    sheet.draw("72 600 m 300 600 l S 72 540 228 70 re S")
    return build_pdf([sheet, Sheet(rotate=90).lines(72, 90, ["Sideways text of a page."] * 3)])


def _harmed(whole: bytes, chance: random.Random) -> bytes:
    """The file with some of its bytes changed, cut out, doubled, or its numbers and names exchanged."""
    found = bytearray(whole)
    for _ in range(chance.choice([1, 3, 12])):
        at, kind = chance.randrange(len(found)), chance.randrange(5)
        if kind == 0:
            found[at] = chance.randrange(256)
        elif kind == 1:
            del found[at : at + chance.choice([1, 40, 400])]
        elif kind == 2:
            found[at:at] = found[max(0, at - 60) : at]
        elif number := re.search(rb"\d+" if kind == 3 else rb"/[A-Z]\w+", bytes(found[at:])):
            new = chance.choice(ODD) if kind == 3 else b"/Length"
            found[at + number.start() : at + number.end()] = new
    return bytes(found)


@pytest.mark.parametrize("seed", range(4))
def test_a_harmed_file_is_read_or_refused(seed: int, tmp_path: Path) -> None:
    chance, whole, path = random.Random(seed), _whole(), tmp_path / "harmed.pdf"
    read = 0
    for _ in range(FILES // 4):
        path.write_bytes(_harmed(whole, chance))
        with suppress(Refused):  # with its reason; anything else fails here
            read += bool(read_pdf(path).blocks)
    assert read  # most of them still say something
