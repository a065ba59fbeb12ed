"""A textbook's chapter with 20 figures and 30 formulas becomes an app that shows them all and asks what it marks, in any format."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright

from praxeo.adapters.browser import find_chromium
from praxeo.config import read_config
from praxeo.domain.limits import APP_PICTURES_BYTES_MAX
from praxeo.wiring.product import build_praxeo
from tests.figured_chapter import files, printed
from tests.figured_chapter.content import FIGURES, FORMULAS

pytestmark = pytest.mark.skipif(find_chromium() is None, reason="needs Chromium")
WRITERS = {
    "page.zip": files.as_page,
    "book.epub": files.as_book,
    "chapter.docx": files.as_word,
    "chapter.pdf": printed.as_pdf,
}
WIDTHS = {"phone": 390, "desktop": 1280}
ASKED_AT_LEAST = 5
SHOWN = """async () => {
  const main = document.querySelector("main")
  for (const fold of main.querySelectorAll("details")) fold.open = true
  const seen = (node) => node.getBoundingClientRect().width > 4
  const pictures = [...main.querySelectorAll("figure img")]
  await Promise.all(pictures.map((picture) => picture.decode()))
  const texts = [...main.querySelectorAll(".reading p")].filter((p) => !p.querySelector("math") && / ?= ?/.test(p.textContent))
  const places = [...main.querySelectorAll(".place-mark")].map((mark) => mark.getBoundingClientRect().top)
  return {
    captions: [...main.querySelectorAll("figcaption")].filter((one) => seen(one) && /^Figure \\d+:/.test(one.textContent)).length,
    formulas: [...main.querySelectorAll("math")].filter(seen).length,
    told: pictures.filter(seen).map((picture) => picture.alt.split("=").length - 1).reduce((a, b) => a + b, 0),
    texts: texts.length,
    wide: document.documentElement.scrollWidth - innerWidth,
    overprinted: places.length - new Set(places).size,
  }
}"""


@pytest.fixture(scope="module", params=WRITERS)
def app(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("app")
    source = folder / request.param
    write: Callable[[], bytes] = WRITERS[request.param]
    source.write_bytes(write())
    praxeo = build_praxeo(read_config({"DATABASE_URL": "memory:", "BLOBS_URL": "memory:"}))
    with closing(praxeo.outside):
        found = praxeo.outside.read_document(source, name=source.name)
        assert sum(map(len, found.pictures.values())) * 4 / 3 <= APP_PICTURES_BYTES_MAX
        made = praxeo.outside.author(found, name=source.name)
        asked = sum(len(a.items) for section in made.document.sections for a in section.activities)
        assert asked >= ASKED_AT_LEAST
        (folder / "app.html").write_text(praxeo.outside.compiler(made.document, found))
    return folder / "app.html"


def _everything_shown(page: Page) -> dict[str, int]:
    """What its sections show, added up, each as one page."""
    page.locator("[data-action=all]").click()
    total: dict[str, int] = {}
    for number in range(page.locator(".section-row").count()):
        page.locator(".section-row").nth(number).click()
        page.wait_for_selector("main .reading")
        for name, count in page.evaluate(SHOWN).items():
            total[name] = total.get(name, 0) + count
        page.locator("[data-goto=home]").first.click()
        page.wait_for_selector(".section-row")
    return total


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", WIDTHS)
def test_its_app_shows_every_figure_with_its_caption_and_every_formula(
    app: Path, device: str, scheme: str
) -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        size = {"width": WIDTHS[device], "height": 844}
        page = browser.new_page(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
        page.goto(app.as_uri())
        page.wait_for_selector("html[data-ready=true]")
        shown = _everything_shown(page)
        browser.close()
    assert shown["captions"] == FIGURES
    assert shown["formulas"] + shown["told"] + shown["texts"] == FORMULAS
    assert shown["wide"] <= 0
    assert shown["overprinted"] == 0
