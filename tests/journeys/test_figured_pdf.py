"""A chapter with 20 figures and 30 formulas, printed to a PDF by a browser: its figures are cut out with their captions."""

from __future__ import annotations

import io
import re
import zipfile
from base64 import b64encode
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import sync_playwright

from praxeo.adapters.browser import find_chromium
from praxeo.adapters.sandbox.document_reader import extract
from praxeo.domain.blocks import Extraction
from praxeo.domain.limits import APP_PICTURES_BYTES_MAX
from tests.figured_chapter.content import FORMULAS, SUBJECTS, chapter
from tests.figured_chapter.files import as_page

pytestmark = pytest.mark.skipif(find_chromium() is None, reason="needs Chromium")
MARGIN = dict.fromkeys(("top", "right", "bottom", "left"), "2cm")
LOOK = "body{font:11pt/1.45 serif} figure{margin:1em 0;break-inside:avoid} img{max-width:9cm}"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Extraction:
    archive = zipfile.ZipFile(io.BytesIO(as_page()))
    page = archive.read("wave.html").decode()
    article = page[page.index("<article>") : page.index("</article>")]

    def shown(found: re.Match[str]) -> str:
        data = b64encode(archive.read(found.group(1))).decode("ascii")
        return f'src="data:image/png;base64,{data}"'

    article = re.sub(r"""src=["']?([^"'\s>]+)["']?""", shown, article)
    path = tmp_path_factory.mktemp("printed") / "wave.pdf"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        sheet = browser.new_page()
        sheet.set_content(f"<style>{LOOK}</style>{article}")
        path.write_bytes(sheet.pdf(format="A4", margin=MARGIN))
        browser.close()
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
    assert sum(text.count("=") for text in (*texts, *shown)) == FORMULAS
    numbers = [n for text in (*texts, *shown) for n in re.findall(r"\d+", normalize("NFKC", text))]
    assert {int(n) for n in numbers} >= set(range(2, FORMULAS + 2))


def test_its_glossary_is_a_list(printed: Extraction) -> None:
    terms = [b.text.split(":")[0] for b in printed.blocks[-10:] if b.kind == "list_item"]
    assert terms == list(SUBJECTS)
