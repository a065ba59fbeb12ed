"""Opens a PDF file and reads it page by page into `Page` records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as raw

from praxeo.domain.blocks import Box
from praxeo.domain.errors import Refused
from praxeo.sources.documents.pdf.drawings import Drawings, read_drawings
from praxeo.sources.documents.pdf.form_fields import start_forms, with_fields
from praxeo.sources.documents.pdf.page import Page, PageCount, Word
from praxeo.sources.documents.pdf.page_count import page_remarks, page_text
from praxeo.sources.documents.pdf.page_text import page_characters
from praxeo.sources.documents.pdf.pdfium import handle
from praxeo.sources.documents.pdf.repairs import mend_th
from praxeo.sources.documents.pdf.right_to_left import is_right_to_left, read_leftward_layer
from praxeo.sources.documents.pdf.scans import SCAN_COVER, cover_of, is_stamped
from praxeo.sources.documents.pdf.text_layer import TextLayer, read_text_layer
from praxeo.sources.documents.pdf.view import View

MAX_PAGES = 3_000  # pages of one file
ANGLE = attrgetter("angle")
LEAST_POINTS = 1.5  # below it words are no words to the eye, beside others of a usual size
READABLE_POINTS = 5.0
SIDEWAYS_SHARE = 0.6  # of a page's characters, from which on the page is turned
DEFAULT_PAGE = View(0.0, 0.0, 612.0, 792.0)  # US Letter, for pages without a usable size


@contextmanager
def open_pdf(path: Path) -> Iterator[Any]:
    """Open a file; raises Refused where it is encrypted, damaged or too long."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise Refused(
                "encrypted_pdf",
                "This PDF is protected by a password; save a copy without one and try again.",
            ) from error
        raise Refused(
            "damaged_pdf", "This PDF cannot be opened; it is damaged or cut off."
        ) from error
    start_forms(document)
    try:
        if len(document) > MAX_PAGES:
            raise Refused(
                "too_many_pages",
                f"This PDF has {len(document)} pages; at most {MAX_PAGES} can be read. "
                "Split it into parts and add each of them.",
                details={"pages": len(document), "limit": MAX_PAGES},
            )
        yield document
    finally:
        document.close()


def read_info(document: Any) -> dict[str, str]:
    """The info dictionary; empty where its text is not valid."""
    try:
        return dict(document.get_metadata_dict(skip_empty=True))
    except UnicodeDecodeError:
        return {}


def read_pages(path: Path) -> Iterator[Page]:
    """Read the pages of a file one after the other."""
    with open_pdf(path) as document:
        for index in range(len(document)):
            yield read_page(document, index)


def read_page(document: Any, index: int) -> Page:
    """Read one page (index from 0); a page that cannot be loaded is an empty page."""
    page = raw.FPDF_LoadPage(document.raw, index)
    if not page:
        return Page(number=index + 1, width=DEFAULT_PAGE.size[0], height=DEFAULT_PAGE.size[1])
    try:
        text_page = raw.FPDFText_LoadPage(page)
        if not text_page:
            width, height = view_of(page).size
            return Page(number=index + 1, width=width, height=height)
        try:
            return _read(document, page, text_page, index + 1)
        finally:
            raw.FPDFText_ClosePage(text_page)
    finally:
        raw.FPDF_ClosePage(page)


def _read(document: Any, page: Any, text_page: Any, number: int) -> Page:
    view = view_of(page)
    drawn = read_drawings(page, view)
    characters = page_characters(handle(text_page))
    layer = read_text_layer(text_page, characters, view, drawn.clips)
    turns = _turns_to_upright(layer)
    if turns:
        view = view.turned(turns)
        drawn = read_drawings(page, view)
        layer = read_text_layer(text_page, characters, view, drawn.clips)
    leftward = not characters.isascii() and is_right_to_left(layer)
    if leftward:
        layer = read_leftward_layer(text_page, view, drawn.clips, layer)
    words = _seen(layer, drawn, view)
    unseen = _unseen(layer, words)
    shown, values, unseen_values = with_fields(document, page, view, mend_th(words))
    text, unknown = page_text(characters)
    width, height = view.size
    read = Page(
        number=number,
        width=width,
        height=height,
        words=tuple(shown),
        rules=tuple(drawn.rules),
        areas=tuple(drawn.areas),
        pictures=tuple(drawn.pictures),
        drawings=tuple(drawn.drawings),
        hidden=len(unseen) + unseen_values,
        count=PageCount(
            text, unseen, unknown, values, unseen_values, remarks=tuple(page_remarks(page))
        ),
        quarter_turns=turns,
    )
    return read.mirrored() if leftward else read


def view_of(page: Any) -> View:
    """The view under which a loaded page is printed."""
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, box) or box.right <= box.left:
        return DEFAULT_PAGE
    return View(box.left, box.bottom, box.right, box.top, raw.FPDFPage_GetRotation(page) % 4)


def _turns_to_upright(layer: TextLayer) -> int:
    """Clockwise quarter turns after which most of the text is upright."""
    if not any(map(ANGLE, layer.words)):
        return 0
    angles: Counter[int] = Counter()
    for word in layer.words:
        angles[word.angle] += len(word.text)
    if not angles:
        return 0
    angle, characters = angles.most_common(1)[0]
    if angle == 0 or characters < SIDEWAYS_SHARE * angles.total():
        return 0
    return angle // 90


def _seen(layer: TextLayer, drawn: Drawings, view: View) -> list[Word]:
    """The words that a reader of the page sees, in the order of the file."""
    width, height = view.size
    words = layer.words
    if layer.invisible and _is_scanned(words, drawn, view):
        # The text of a scan lies unpainted under its image, and under what was stamped on it.
        stamps = [word.box for word in words]
        words = words + [word for word in layer.invisible if not _on_any(word.box, stamps)]
        words.sort(key=lambda w: w.line)
    if layer.white:
        grounds = [area.box for area in drawn.areas if min(area.color) < 250]
        grounds += drawn.pictures + drawn.drawings
        words = words + [w for w in layer.white if _on_any(w.box, grounds)]
        words.sort(key=lambda w: w.line)
    least = LEAST_POINTS if _is_of_usual_size(words) else 0.0
    return [w for w in words if w.size >= least and _is_on_page(w.box, width, height)]


def _is_of_usual_size(words: list[Word]) -> bool:
    """Whether most words have a size to be read in; a page drawn to another scale has tiny ones throughout."""
    readable = sum(1 for word in words if word.size >= READABLE_POINTS)
    return readable * 2 > len(words)


def _unseen(layer: TextLayer, words: list[Word]) -> tuple[str, ...]:
    """The words of a page that nobody sees."""
    everything = (*layer.words, *layer.invisible, *layer.white)
    if len(everything) == len(words):
        return ()
    seen = set(map(id, words))
    return tuple(word.text for word in everything if id(word) not in seen)


def _is_scanned(words: list[Word], drawn: Drawings, view: View) -> bool:
    width, height = view.size
    if not words:
        return cover_of(drawn.pictures, width, height) >= SCAN_COVER
    return is_stamped(words, drawn.pictures, width, height)


def _is_on_page(box: Box, width: float, height: float) -> bool:
    """Whether the middle of a box lies on the page, by a point's grace."""
    left, top, right, bottom = box
    if left >= 0 and top >= 0 and right <= width and bottom <= height:
        return True
    x, y = _middle(box)
    return -1 <= x <= width + 1 and -1 <= y <= height + 1


def _middle(box: Box) -> tuple[float, float]:
    return ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)


def _on_any(box: Box, grounds: list[Box]) -> bool:
    x, y = _middle(box)
    return any(g[0] <= x <= g[2] and g[1] <= y <= g[3] for g in grounds)
