"""Pictures that Markdown and notebooks name or hold become figures with what is said of them."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.pictures.captions import with_captions
from praxeo.sources.documents.pictures.picture_file import PictureFile
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.text.markdown import read_markdown_bytes
from tests.unit.sources.documents.pictures.drawn import bytes_of, drawing

FILES = {f"p{n}.png": bytes_of(drawing(seed=n)) for n in range(1, 4)}
PNG = base64.b64encode(FILES["p1.png"]).decode()


def seen(extraction: Extraction) -> list[str]:
    blocks = with_captions(extraction.blocks)
    return [f"[{b.picture.alt}|{b.text}]" if b.picture else b.text for b in blocks]


def markdown(text: str) -> Extraction:
    def find(address: str) -> PictureFile | None:
        return PictureFile(address, lambda: FILES[address]) if address in FILES else None

    return read_markdown_bytes(text.encode(), find)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("![Bars](p1.png)", ["[Bars|]"]),
        ("Words ![Bars](p1.png) and words.", ["Words and words.", "[Bars|]"]),
        ('![Bars](p1.png "Growth of a plant")', ["[Bars|Growth of a plant]"]),
        ("![Figure 2: Growth.](p1.png){width=50%}", ["[Figure 2: Growth.|Figure 2: Growth.]"]),
        ("![Bars](p1.png)\n\n**Figure 1.** Growth.", ["[Bars|Figure 1. Growth.]"]),
        ("- Item ![Bars](p1.png)\n- Next", ["Item", "[Bars|]", "Next"]),
        ("![Bars][one]\n\n[one]: p1.png", ["[Bars|]"]),
        ("![[p1.png]]", ["[|]"]),
        ("![[p1.png|300]]", ["[|]"]),
        ("![[p1.png|Bars|300]]", ["[Bars|]"]),
        ('Text <img src="p1.png" alt="Bars"> more.', ["Text more.", "[Bars|]"]),
        (
            '<figure><img src="p1.png" alt="Bars"><figcaption>Growth</figcaption></figure>',
            ["[Bars|Growth]"],
        ),
        ("| Plant | Leaf |\n| - | - |\n| Oak | ![Lobes](p1.png) |", ["Plant | Leaf\nOak | ", "[Lobes|]"]),
        ("| ![A](p1.png) | ![B](p2.png) |\n| - | - |\n| One | Two |", ["[A|One]", "[B|Two]"]),
        ("`![Bars](p1.png)`", ["![Bars](p1.png)"]),
        (f"![Bars](data:image/png;base64,{PNG})", ["[Bars|]"]),
    ],
)  # fmt: skip
def test_pictures_of_markdown_stand_after_the_text_that_names_them(
    text: str, blocks: list[str]
) -> None:
    found = markdown(text)
    assert seen(found) == blocks
    assert not found.warnings


def test_of_a_picture_that_is_missing_the_words_stay() -> None:
    found = markdown("See ![the bars](lost.png) here. ![build](https://img.shields.io/x.svg)")
    assert seen(found) == ["See the bars here. build"]
    assert [w.details for w in found.warnings] == [{"missing": 1}]


def test_a_notebook_shows_what_its_cells_drew_and_what_is_attached(tmp_path: Path) -> None:
    drawn = {"text/plain": "<Figure size 640x480 with 1 Axes>", "image/png": [PNG + "\n"]}
    path = tmp_path / "a.ipynb"
    cells = [
        {
            "cell_type": "markdown",
            "source": "Growth:\n![Bars](attachment:a%20b.png)",
            "attachments": {"a b.png": {"image/png": PNG}},
        },
        {
            "cell_type": "code",
            "source": "plot()",
            "outputs": [
                {"output_type": "display_data", "data": drawn},
                {"output_type": "display_data", "data": {"image/png": "!!", "text/plain": "x"}},
            ],
        },
    ]
    path.write_text(json.dumps({"cells": cells, "metadata": {}}))
    found = read("ipynb", path)
    assert seen(found) == ["Growth:", "[Bars|]", "plot()", "[|]"]
    assert [w.details for w in found.warnings] == [{"unknown_kind": 1}]
