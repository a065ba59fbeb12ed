"""A chapter with 20 figures and 30 formulas keeps them all in place, whatever format it comes in."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from PIL import Image

from praxeo.adapters.sandbox.document_reader import extract
from praxeo.domain.blocks import Block, Extraction
from praxeo.domain.limits import APP_PICTURES_BYTES_MAX
from tests.figured_chapter import files
from tests.figured_chapter.content import FORMULAS, Part, chapter

WRITERS = [files.as_page, files.as_book, files.as_word, files.as_markdown]


@pytest.fixture(scope="module", params=WRITERS, ids=lambda write: write.__name__)
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Extraction:
    write: Callable[[], bytes] = request.param
    path = tmp_path_factory.mktemp("chapter") / "chapter"
    path.write_bytes(write())
    return extract(path, name="chapter")


def _wanted(part: Part) -> str:
    if part.figure:
        caption = part.figure.caption.removesuffix(part.figure.credit).strip()
        return f"[{part.figure.alt} | {caption} | {part.figure.credit}]"
    if part.formula:
        return " ".join(["formula", *part.formula.leaves])
    return part.heading or part.text.replace("**", "")


def _found(block: Block) -> str:
    if block.picture:
        return f"[{block.picture.alt} | {block.text} | {block.picture.credit}]"
    formulas = [mark.formula for mark in block.marks if mark.formula]
    if formulas:
        letters = [text for text in _leaves(formulas[0].mathml) if text != "="]
        return " ".join(["formula", *letters])
    return f"{block.number} {block.text}".strip()


def _leaves(mathml: str) -> list[str]:
    from lxml import etree

    return [text for node in etree.fromstring(mathml).iter() if (text := (node.text or "").strip())]


def test_every_figure_and_formula_stands_where_the_text_has_it(read: Extraction) -> None:
    blocks = [_found(block) for block in read.blocks]
    wanted = [_wanted(part) for part in chapter()]
    assert blocks[-len(wanted) :] == wanted
    assert len(blocks) <= len(wanted) + 1  # the title


def test_nothing_is_lost_and_nothing_else_is_shown(read: Extraction) -> None:
    figures = [block for block in read.blocks if block.picture]
    formulas = [mark for block in read.blocks for mark in block.marks if mark.formula]
    assert (len(figures), len(formulas)) == (20, FORMULAS)
    assert not read.warnings
    assert {b.picture.content_hash for b in figures if b.picture} == set(read.pictures)


def test_the_pictures_are_those_of_the_figures_and_fit_one_app(read: Extraction) -> None:
    originals = [part.figure for part in chapter() if part.figure]
    shown = [block.picture for block in read.blocks if block.picture]
    for figure, picture in zip(originals, shown, strict=True):
        before = Image.open(io.BytesIO(figure.data)).convert("RGB").resize((16, 16))
        after = Image.open(io.BytesIO(read.pictures[picture.content_hash])).resize((16, 16))
        apart = [abs(a - b) for a, b in zip(before.tobytes(), after.tobytes(), strict=True)]
        assert sum(apart) / len(apart) < 8, figure.name
    assert sum(map(len, read.pictures.values())) * 4 / 3 <= APP_PICTURES_BYTES_MAX
