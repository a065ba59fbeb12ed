"""A chapter with 20 figures and 30 formulas, printed to a PDF by a browser: its figures are cut out with their captions."""

from __future__ import annotations

import re
from pathlib import Path
from unicodedata import normalize

import pytest

from praxeo.adapters.browser import find_chromium
from praxeo.adapters.sandbox.document_reader import extract
from praxeo.domain.blocks import Extraction
from praxeo.domain.limits import APP_PICTURES_BYTES_MAX
from tests.figured_chapter.content import FORMULAS, SUBJECTS, chapter
from tests.figured_chapter.printed import as_pdf

pytestmark = pytest.mark.skipif(find_chromium() is None, reason="needs Chromium")


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Extraction:
    path = tmp_path_factory.mktemp("printed") / "wave.pdf"
    path.write_bytes(as_pdf())
    return extract(Path(path), name="wave.pdf")


def test_every_figure_is_cut_out_and_stands_in_order_with_its_caption(printed: Extraction) -> None:
    wanted = [part.figure for part in chapter() if part.figure]
    found = [b for b in printed.blocks if b.picture and b.text]
    said = [f"{b.text} {b.picture.credit}".strip() for b in found if b.picture]
    assert said == [figure.caption for figure in wanted]
    for block, figure in zip(found, wanted, strict=True):
        assert block.picture
        assert block.picture.width > 200, figure.name
    assert sum(map(len, printed.pictures.values())) * 4 / 3 <= APP_PICTURES_BYTES_MAX


def test_every_formula_is_read_whole_or_shown_as_its_picture(printed: Extraction) -> None:
    """In one line it is text; in two dimensions a picture, whose words stay to be searched."""
    texts = [b.text for b in printed.blocks if b.kind == "paragraph" and "=" in b.text]
    shown = [b.picture.alt for b in printed.blocks if b.picture and "=" in b.picture.alt]
    assert max(text.count("=") for text in texts) == 1
    assert all(not text.endswith(("=", "(")) for text in texts)
    assert sum("√" in said for said in shown) > 3
    roots = [text for text in texts if "√" in text]
    assert all(re.search(r"√(?:\(|[\w∞]+(?!\s*[+−-]))", text) for text in roots), roots
    assert sum(text.count("=") for text in (*texts, *shown)) == FORMULAS
    numbers = [n for text in (*texts, *shown) for n in re.findall(r"\d+", normalize("NFKC", text))]
    assert {int(n) for n in numbers} >= set(range(2, FORMULAS + 2))


def test_its_glossary_is_a_list(printed: Extraction) -> None:
    terms = [b.text.split(":")[0] for b in printed.blocks[-10:] if b.kind == "list_item"]
    assert terms == list(SUBJECTS)
