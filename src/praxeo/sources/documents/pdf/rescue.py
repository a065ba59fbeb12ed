"""Reads the words of a PDF with a second parser, for files in which PDFium finds nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from praxeo.sources.documents.pdf.page import Face, Page, Word
from praxeo.sources.documents.pdf.view import View

MAX_PAGES = 500  # pages; the second parser is slower, and such files are few
TAIL = 2048  # bytes at the end of the file, in which a whole file says that it ends
HIDDEN_ERRORS = (OSError, RuntimeError, ValueError)  # what the library raises on broken files


def is_complete(path: Path) -> bool:
    """Whether a file ends as a PDF does; one that was cut off does not."""
    with path.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(0, file.tell() - TAIL))
        return b"%%EOF" in file.read()


def rescue_pages(path: Path) -> Iterator[Page]:
    """The pages on which the second parser finds words; none where it cannot open the file."""
    # Imported here because it takes as long as reading a page, and few files need it.
    import pdf_oxide

    pdf_oxide.disable_logging()  # it would print what it thinks of a broken file
    try:
        document = pdf_oxide.PdfDocument(str(path))
        count = min(int(document.page_count()), MAX_PAGES)
    except HIDDEN_ERRORS:
        return
    for index in range(count):
        try:
            yield _page(document, index)
        except HIDDEN_ERRORS:
            continue


def _page(document: Any, index: int) -> Page:
    left, bottom, right, top = document.page_crop_box(index) or document.page_media_box(index)
    view = View(left, bottom, right, top, (document.page_rotation(index) // 90) % 4)
    words = [
        _word(word, line, view)
        for line, row in enumerate(document.extract_text_lines(index))
        for word in row.words
        if word.text.strip()
    ]
    width, height = view.size
    return Page(number=index + 1, width=width, height=height, words=tuple(words))


def _word(word: Any, line: int, view: View) -> Word:
    x, y, wide, high = word.bbox
    box = view.box(x, y, x + wide, y + high)
    name = str(word.font_name).partition("+")[2] or str(word.font_name)
    face = Face(name, bool(word.is_bold), bool(word.is_italic), False)
    angle = (round(word.rotation_degrees / 90) * 90 - 90 * view.turns) % 360
    return Word(word.text, box, box[3], float(word.font_size), face, line, angle=angle)
