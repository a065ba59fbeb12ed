"""Binds a sample written in Markdown, with TeX and drawings, into the e-book that stands among the samples.

    python -m devtools.sample_book samples/sources/the-pendulum samples/the-pendulum.epub

Needs a Chromium, which draws the SVG files as pictures. The same source always gives the same bytes, as far
as the same Chromium draws them.
"""

from __future__ import annotations

import sys
import zipfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from math_core import LatexToMathML
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from playwright.sync_api import sync_playwright

from praxeo.adapters.browser import find_chromium

WRITTEN = (2026, 11, 29, 0, 0, 0)
STATED = {"title": "The simple pendulum", "creator": "The Praxeo project", "rights": "CC BY 4.0"}
CONTAINER = (
    '<?xml version="1.0"?><container version="1.0" '
    'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile '
    'full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
PAGE = (
    '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
    'xml:lang="en" lang="en"><head><title>{title}</title></head><body>{body}</body></html>'
)


def main() -> int:
    """Write the book."""
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    pictures = _drawn(sorted(source.glob("*.svg")))
    chapter = _chapter(next(source.glob("*.md")).read_text("utf-8"))
    parts = {
        "META-INF/container.xml": CONTAINER.encode(),
        "book.opf": _package(list(pictures)).encode(),
        "chapter.xhtml": chapter.encode(),
        **pictures,
    }
    with zipfile.ZipFile(out, "w") as book:
        _add(book, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        for name, data in parts.items():
            _add(book, name, data, zipfile.ZIP_DEFLATED)
    return 0


def _add(book: zipfile.ZipFile, name: str, data: bytes, method: int) -> None:
    entry = zipfile.ZipInfo(name, WRITTEN)
    entry.compress_type = method
    book.writestr(entry, data)


def _chapter(markdown: str) -> str:
    """The text as XHTML, its TeX as MathML with the TeX beside it."""
    reader = MarkdownIt("commonmark", {"xhtmlOut": True}).enable("table")
    reader.use(deflist_plugin).use(dollarmath_plugin, renderer=_formula)
    return PAGE.format(title=escape(STATED["title"]), body=reader.render(markdown))


def _formula(tex: str, options: Mapping[str, Any]) -> str:
    block = bool(options["display_mode"])
    made = LatexToMathML().convert_with_local_state(tex, displaystyle=block)
    inner = made[made.index(">") + 1 : made.rindex("</math>")]
    return (
        f'<math xmlns="http://www.w3.org/1998/Math/MathML" display="{"block" if block else "inline"}">'
        f'<semantics><mrow>{inner}</mrow><annotation encoding="application/x-tex">{escape(tex)}'
        "</annotation></semantics></math>"
    )


def _package(pictures: Sequence[str]) -> str:
    items = "".join(
        f'<item id="p{number}" href="{name}" media-type="image/png"/>'
        for number, name in enumerate(pictures)
    )
    stated = "".join(f"<dc:{name}>{escape(value)}</dc:{name}>" for name, value in STATED.items())
    return (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        'unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">praxeo:the-pendulum</dc:identifier><dc:language>en</dc:language>{stated}'
        f'</metadata><manifest>{items}<item id="c" href="chapter.xhtml" '
        'media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>'
    )


def _drawn(drawings: Sequence[Path]) -> dict[str, bytes]:
    """Each drawing as a PNG of twice its size."""
    made = {}
    with (
        sync_playwright() as play,
        play.chromium.launch(executable_path=find_chromium()) as browser,
    ):
        page = browser.new_page(device_scale_factor=1.5)
        for drawing in drawings:
            page.set_content(f"<body style='margin:0'>{drawing.read_text('utf-8')}</body>")
            made[f"{drawing.stem}.png"] = page.locator("svg").screenshot()
    return made


if __name__ == "__main__":
    sys.exit(main())
