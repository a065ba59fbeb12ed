from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.sources.documents.pdf.reader import read_pdf
from praxeo.sources.documents.pdf.unnamed_signs import with_unnamed_signs
from tests.unit.sources.documents.pdf.drawn_pdfs import Sheet, build_pdf


@pytest.mark.parametrize(
    ("characters", "read"),
    [
        ("o\x1eces of \x1came \x15 a\x1bair", "oﬃces of ﬁame – aﬀair"),
        ("\x10re\x1dection\x11, pages 3\x155", "“reﬂection”, pages 3–5"),
        ("di\x0ecult a\x0bair of \x0cve \rames, in\ruence, 3{5", "diﬃcult aﬀair of ﬁve ﬂames, inﬂuence, 3–5"),
        ("two\r\nlines {x} of a \x0c page", "two\r\nlines {x} of a \x0c page"),
        ("line-\x02break \x1c", "line-\x02break \x1c"),
    ],
)  # fmt: skip
def test_signs_without_a_name_are_those_of_their_place_in_a_face_of_tex(
    characters: str, read: str
) -> None:
    assert with_unnamed_signs(characters) == read
    assert len(read) == len(characters)


def test_the_ligatures_of_a_bitmap_face_are_read_as_letters(tmp_path: Path) -> None:
    sheet = Sheet().text(60, 80, "ABCDEF", font="F6")
    path = tmp_path / "bitmap.pdf"
    path.write_bytes(build_pdf([sheet], alphabet="\x1cgures"))
    assert [block.text for block in read_pdf(path).blocks] == ["figures"]
