"""The chapter as a browser prints it: a PDF with pictures, and formulas as the browser sets them."""

from __future__ import annotations

import io
import re
import zipfile
from base64 import b64encode

from playwright.sync_api import sync_playwright

from praxeo.adapters.browser import find_chromium
from tests.figured_chapter.files import as_page

MARGIN = dict.fromkeys(("top", "right", "bottom", "left"), "2cm")
LOOK = "body{font:11pt/1.45 serif} figure{margin:1em 0;break-inside:avoid} img{max-width:9cm}"


def as_pdf() -> bytes:
    """The article of the saved page on A4. Needs Chromium."""
    archive = zipfile.ZipFile(io.BytesIO(as_page()))
    page = archive.read("wave.html").decode()
    article = page[page.index("<article>") : page.index("</article>")]

    def shown(found: re.Match[str]) -> str:
        data = b64encode(archive.read(found.group(1))).decode("ascii")
        return f'src="data:image/png;base64,{data}"'

    article = re.sub(r"""src=["']?([^"'\s>]+)["']?""", shown, article)
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        sheet = browser.new_page()
        sheet.set_content(f"<style>{LOOK}</style>{article}")
        data = sheet.pdf(format="A4", margin=MARGIN)
        browser.close()
    return data
