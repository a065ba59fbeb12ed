"""Slide decks of before 2007 are read slide by slide, like newer ones."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.office97.ppt import read_ppt
from praxeo.sources.documents.office97.slide_styles import style_of
from praxeo.sources.documents.validation import validate
from tests.hostile.builders.slide_files import (
    Slide,
    container,
    deck,
    levels,
    outline_shape,
    picture_shape,
    record,
    shape,
    table,
    text,
)

MADE = Path(__file__).with_name("made")
TITLE, BODY, OTHER, FIRST_TITLE = 0, 1, 4, 6


@pytest.fixture
def read(tmp_path: Path):
    def reading(*slides: Slide, **more) -> Extraction:
        (tmp_path / "x.ppt").write_bytes(deck(*slides, **more))
        return read_ppt(tmp_path / "x.ppt")

    return reading


def told(found: Extraction) -> list[str]:
    return [f"{b.locator.slide} {b.kind}{b.level or ''}: {b.text}" for b in found.blocks]


def test_a_deck_of_another_program_is_read_like_the_same_in_newer_formats() -> None:
    assert validate(MADE / "cell.ppt").label == "ppt"
    found = read_ppt(MADE / "cell.ppt")
    assert told(found) == [
        "1 paragraph: The cell",
        "1 paragraph: Biology 7b",
        "2 paragraph: Its parts",
        "2 list_item1: Nucleus with 10⁹ bases",
        "2 list_item2: Chromatin",
        "2 list_item1: Membrane",
        "2 paragraph: 細胞 means cell.",
        "4 paragraph: Plastids",
        "4 table: Plastids\nGreen | Sugar\nWhite | Starch",
    ]
    assert [(aside.channel, aside.block.text) for aside in found.asides] == [
        ("speaker_notes", "Greet everybody."),
        ("comments", "Too much?"),
        ("hidden", "Not for pupils"),
    ]
    assert [warning.code for warning in found.warnings] == [
        "hidden_text_removed",
        "comments_left_out",
        "speaker_notes_left_out",
    ]
    assert found.metadata.page_count == 4


def test_slides_stand_in_the_order_of_the_show_with_their_titles_by_placeholder(read) -> None:
    found = read(
        Slide(shapes=[shape(text(OTHER, "Aside")), shape(text(TITLE, "Second"), 13)]),
        Slide(shapes=[shape(text(5, "Biology"), 16), shape(text(FIRST_TITLE, "First"), 15)]),
        order=[1, 0],
    )
    assert told(found) == [
        "1 heading1: First",
        "1 paragraph: Biology",
        "2 heading2: Second",
        "2 paragraph: Aside",
    ]


def test_placeholders_may_have_their_text_in_the_outline(read) -> None:
    outline = text(TITLE, "Parts") + text(
        BODY, "One\rTwo\vlines\rThree", levels((4, 0, None), (10, 1, None), (6, 0, 0))
    )
    found = read(Slide(shapes=[outline_shape(0), outline_shape(1)], outline=outline))
    assert told(found) == [
        "1 heading2: Parts",
        "1 list_item1: One",
        "1 list_item2: Two\nlines",
        "1 paragraph: Three",
    ]
    assert told(read(Slide(outline=outline))) == told(found)  # a text whose shape is missing


def test_a_table_is_put_together_from_where_its_cells_stand(read) -> None:
    places = {"A": (0, 0, 200, 50), "b": (0, 52, 100, 90), "c": (100, 50, 200, 90)}
    cells = [shape(text(OTHER, said), box=box) for said, box in places.items()]
    block = read(Slide(shapes=[table(*cells)])).blocks[0]
    spans = [(c.text, c.row, c.column, c.row_span, c.column_span) for c in block.cells]
    assert spans == [("A", 0, 0, 1, 2), ("b", 1, 0, 1, 1), ("c", 1, 1, 1, 1)]


def test_pictures_stand_where_their_shapes_do_and_what_adorns_every_slide_is_left_out(read) -> None:
    out = io.BytesIO()
    Image.effect_noise((90, 60), 90).convert("RGB").save(out, "PNG")
    pictures = [(0xF01E, out.getvalue()), (0xF01A, b"drawing"), (0xF01E, b"damaged")]
    title, logo = shape(text(TITLE, "Cell")), picture_shape(2)
    found = read(
        Slide(shapes=[picture_shape(1, "A cell"), title, logo]),
        Slide(shapes=[title, logo, picture_shape(3), picture_shape(9)]),
        Slide(shapes=[title, logo]),
        pictures=pictures,
    )
    assert [block.kind for block in found.blocks] == ["heading", "figure", "heading", "heading"]
    picture = found.blocks[1].picture
    assert picture is not None
    assert (picture.alt, picture.width, picture.height) == ("A cell", 90, 60)
    lines = {line.kind: (line.seen, line.kept, dict(line.left_out)) for line in found.ledger}
    assert lines["pictures"] == (6, 1, {"decoration": 3, "missing": 1, "not_readable": 1})


def test_notes_hidden_slides_and_remarks_wait_in_channels(read) -> None:
    remark = container(0x2EE0, record(0xFBA, "Really?".encode("utf-16-le"), instance=1))
    tags = container(0x1388, container(0x138A, record(0x138B, remark)))
    found = read(
        Slide(
            shapes=[shape(text(TITLE, "Cell"))], notes=[shape(text(2, "Say hello."), 12)], more=tags
        ),
        Slide(shapes=[shape(text(TITLE, "Secret"))], hidden=True),
    )
    assert told(found) == ["1 heading2: Cell"]
    assert [(aside.channel, aside.block.text) for aside in found.asides] == [
        ("speaker_notes", "Say hello."),
        ("comments", "Really?"),
        ("hidden", "Secret"),
    ]
    codes = [warning.code for warning in found.warnings]
    assert codes == ["hidden_text_removed", "comments_left_out", "speaker_notes_left_out"]


def test_numbers_dates_and_footers_of_every_slide_are_left_out(read) -> None:
    shapes = [shape(text(OTHER, said), kind) for said, kind in (("2024", 7), ("3", 8), ("ACME", 9))]
    slide = Slide(shapes=[*shapes, shape(text(OTHER, "Enzymes"))])
    assert told(read(slide, slide)) == ["1 paragraph: Enzymes", "2 paragraph: Enzymes"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"token": 0xF3D1C4DF}, "encrypted"),
        ({"edit": bytes(32)}, "encrypted"),
        ({"edit": b"x"}, "damaged"),
    ],
)
def test_what_cannot_be_read_is_refused(read, more: dict, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        read(Slide(shapes=[shape(text(TITLE, "Cell"))]), **more)
    assert refusal.value.code == code


@given(st.binary(max_size=120), st.integers(0, 40))
def test_the_runs_of_a_text_cover_it_once_whatever_is_said_of_them(
    data: bytes, length: int
) -> None:
    runs = [(start, end) for start, end, _ in style_of(data, length).runs(0, length)]
    assert [place for start, end in runs for place in range(start, end)] == list(range(length))
