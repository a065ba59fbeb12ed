"""Of a document's pictures each is kept once, decoration is left out, and what is lost is told."""

from __future__ import annotations

import pytest
from PIL import Image

from praxeo.domain.blocks import Block, Extraction, Metadata
from praxeo.domain.limits import APP_PICTURES_BYTES_MAX
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.extraction_json import from_json, to_json
from praxeo.sources.documents.pictures.album import PICTURES_MAX, Album
from praxeo.sources.documents.pictures.budget import WANTED_BYTES, within_budget
from praxeo.sources.documents.pictures.told import picture_warnings
from tests.unit.sources.documents.pictures.drawn import bytes_of, drawing, photograph


def test_a_picture_that_recurs_is_kept_once_with_each_of_its_texts() -> None:
    album = Album()
    first = album.take(bytes_of(drawing()), alt="A chart")
    second = album.take(bytes_of(drawing(), "BMP"), alt="The same chart")
    assert first
    assert second
    assert first.content_hash == second.content_hash
    assert (first.alt, second.alt) == ("A chart", "The same chart")
    assert (len(album.pictures), album.seen) == (1, 2)


@pytest.mark.parametrize(
    "picture",
    [
        Image.new("RGB", (20, 20), "red"),
        drawing(900, 60),
        Image.new("RGB", (500, 400), "#eeeeee"),
        drawing(47, 300),
    ],
    ids=["a bullet", "a rule", "a ground", "a strip"],
)
def test_what_only_adorns_is_left_out_and_not_called_a_loss(picture: Image.Image) -> None:
    album = Album()
    assert album.take(bytes_of(picture)) is None
    assert album.decoration == album.seen == 1
    assert not list(picture_warnings(album))


def test_a_thin_line_drawing_is_no_decoration() -> None:
    thin = Image.new("RGB", (600, 400), "white")
    for x in range(20, 580):
        for y in (380, 381, 200 + (x * x) % 97, 201 + (x * x) % 97):
            thin.putpixel((x, y), (0, 0, 0))
    assert Album().take(bytes_of(thin)) is not None


def test_a_document_may_have_as_many_different_pictures_as_the_limit_says() -> None:
    album = Album()
    small = [bytes_of(drawing(100, 101 + n)) for n in range(PICTURES_MAX + 1)]
    kept = [album.take(data) for data in small]
    assert [picture is None for picture in kept] == [False] * PICTURES_MAX + [True]
    assert album.take(small[0]) is not None
    assert album.lost == {"too_many": 1}


@pytest.mark.parametrize(
    ("stated", "kept"),
    [
        ("A bar chart", "A bar chart"),
        ("A chart\n\nDescription automatically generated", "A chart"),
        ("Ein Diagramm Automatisch generierte Beschreibung", "Ein Diagramm"),
        ("图形用户界面\n\nAI 生成的内容可能不正确。", "图形用户界面"),
        ("C:\\pictures\\image 1.png", ""),
        ("IMG_2041.JPG", ""),
        ("Picture 7", ""),
        ("Bild", ""),
        ("Picture of a cell", "Picture of a cell"),
    ],
)
def test_what_programs_write_as_alt_text_is_no_alt_text(stated: str, kept: str) -> None:
    picture = Album().take(bytes_of(drawing()), alt=stated)
    assert picture
    assert picture.alt == kept


def test_each_reason_for_a_loss_is_told_once_with_its_count() -> None:
    album = Album()
    for data in (b"EMF?", b"EMF?", bytes_of(drawing())[:150]):
        assert album.take(data) is None
    album.lose("missing")
    told = {warning.message for warning in picture_warnings(album)}
    assert told == {
        "2 pictures were left out: they are of a kind that cannot be shown, such as EMF or WMF.",
        "1 picture was left out: it is damaged.",
        "1 picture was left out: it is named by the document, but not in the file.",
    }


def _with_photographs(count: int) -> Extraction:
    album = Album()
    blocks = [
        Block(id=f"b{n}", kind="figure", text="", picture=album.take_decoded(photograph(seed=n)))
        for n in range(1, count + 1)
    ]
    return Extraction(metadata=Metadata(), blocks=tuple(blocks), pictures=album.pictures)


def test_few_pictures_stay_as_they_are() -> None:
    few = _with_photographs(2)
    assert within_budget(few) is few


def test_many_pictures_are_made_smaller_until_one_app_can_hold_them() -> None:
    one = sum(map(len, _with_photographs(1).pictures.values()))
    many = _with_photographs(WANTED_BYTES // one + 20)
    made = within_budget(many)
    assert sum(map(len, made.pictures.values())) * 4 / 3 <= APP_PICTURES_BYTES_MAX
    assert all(b.picture and b.picture.content_hash in made.pictures for b in made.blocks)
    assert {b.picture.width for b in many.blocks if b.picture} == {800}
    assert {b.picture.width for b in made.blocks if b.picture} == {640}


def test_pictures_come_back_from_json_as_they_went() -> None:
    extraction = _with_photographs(2)
    assert from_json(to_json(extraction)) == extraction


def _figures(*names: str) -> tuple[BlockList, list[str]]:
    """Figures by the seed of their picture, other names as paragraphs; and what of them is kept."""
    blocks = BlockList()
    for name in names:
        if name.isdigit():
            blocks.add_figure(blocks.album.take(bytes_of(drawing(seed=int(name)))))
        else:
            blocks.add("paragraph", name)
    found = blocks.extraction(Metadata())
    assert set(found.pictures) == {b.picture.content_hash for b in found.blocks if b.picture}
    assert [b.id for b in found.blocks] == [f"b{n}" for n in range(1, len(found.blocks) + 1)]
    return blocks, [b.text or "figure" for b in found.blocks]


def test_a_picture_shown_again_and_again_without_a_word_is_an_ornament() -> None:
    blocks, kept = _figures("1", "A", "2", "1", "B", "1", "C", "1")
    assert kept == ["A", "figure", "B", "C"]
    assert blocks.album.decoration == 4


def test_a_picture_shown_again_with_another_caption_is_none() -> None:
    named = [part for n in range(4) for part in ("1", f"Figure {n + 1}. After {n} hours.")]
    assert len(_figures(*named)[1]) == 8
    assert len(_figures("1", "A", "1", "B", "1")[1]) == 5
