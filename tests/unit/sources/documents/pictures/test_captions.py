"""A caption that stands next to a figure becomes the figure's own; a sentence about it does not."""

from __future__ import annotations

import pytest

from praxeo.domain.blocks import Block, BlockKind, Picture
from praxeo.sources.documents.pictures.captions import with_captions

PICTURE = Picture(content_hash="0" * 64, width=400, height=300)


def _blocks(*said: str) -> list[Block]:
    """ "[]" is a figure, "caption: …" a caption, anything else a paragraph."""
    made = []
    for number, text in enumerate(said, 1):
        kind: BlockKind = "paragraph"
        if text == "[]":
            kind, text = "figure", ""
        elif text.startswith("caption: "):
            kind, text = "caption", text.removeprefix("caption: ")
        picture = PICTURE if kind == "figure" else None
        made.append(Block(id=f"b{number}", kind=kind, text=text, picture=picture))
    return made


def _told(*said: str) -> list[str]:
    return [f"[{b.text}]" if b.picture else b.text for b in with_captions(_blocks(*said))]


@pytest.mark.parametrize(
    "caption",
    [
        "caption: The cell",
        "Figure 3. The cell",
        "Fig. 2.1: The cell",
        "Abb. 4 – Die Zelle",
        "Abbildung 12: Die Zelle",
        "Figura 1. La célula",
        "图 5 细胞",
    ],
)
def test_a_caption_below_is_the_figures(caption: str) -> None:
    assert _told("Before.", "[]", caption, "After.") == [
        "Before.",
        f"[{caption.removeprefix('caption: ')}]",
        "After.",
    ]


def test_captions_above_are_the_figures_below_them() -> None:
    assert _told("Figure 1: A", "[]", "Figure 2: B", "[]") == ["[Figure 1: A]", "[Figure 2: B]"]


def test_captions_below_are_the_figures_above_them() -> None:
    assert _told("[]", "Figure 1: A", "[]", "Figure 2: B") == ["[Figure 1: A]", "[Figure 2: B]"]


def test_a_sentence_about_a_figure_stays_in_the_text() -> None:
    said = ["[]", "Figure 3 shows how the cell divides."]
    assert _told(*said) == ["[]", said[1]]


def test_the_caption_of_a_table_is_left_to_the_table() -> None:
    assert _told("[]", "caption: Table 2: Cells") == ["[]", "Table 2: Cells"]


def test_a_figure_has_one_caption() -> None:
    assert _told("[]", "caption: A", "caption: B") == ["[A]", "B"]


@pytest.mark.parametrize(
    ("caption", "kept", "credit"),
    [
        (
            "Figure 1: A leaf. Photo: A. Person, CC BY 4.0",
            "Figure 1: A leaf.",
            "Photo: A. Person, CC BY 4.0",
        ),
        ("Abb. 2: Ein Blatt. (Quelle: B. Person)", "Abb. 2: Ein Blatt.", "Quelle: B. Person"),
        ("Figure 3: A leaf. It is green.", "Figure 3: A leaf. It is green.", ""),
        ("© C. Person", "", "© C. Person"),
    ],
)
def test_the_last_sentence_of_a_caption_may_be_its_credit(
    caption: str, kept: str, credit: str
) -> None:
    (block,) = with_captions(_blocks("[]", f"caption: {caption}"))
    assert block.picture
    assert (block.text, block.picture.credit) == (kept, credit)


@pytest.mark.parametrize(
    ("caption", "text", "credit"),
    [
        ("Credit: LG / Reviewed", "", "Credit: LG / Reviewed"),
        ("Image source: Getty Images.", "", "Image source: Getty Images."),
        ("(Foto: Ada Lovelace)", "", "Foto: Ada Lovelace"),
        ("© NASA", "", "© NASA"),
        ("Photographs of the shore show the tide.", "Photographs of the shore show the tide.", ""),
        ("Sources of the river in spring", "Sources of the river in spring", ""),
    ],
)
def test_a_caption_that_is_nothing_but_a_credit_is_one(
    caption: str, text: str, credit: str
) -> None:
    (block,) = with_captions(_blocks("[]", f"caption: {caption}"))
    assert block.picture
    assert (block.text, block.picture.credit) == (text, credit)
