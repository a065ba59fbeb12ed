"""Reads the pages of a document that are pictures: drawn, recognised and laid out, each in a confined process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from praxeo.adapters.sandbox.process import ask, limits_for, parsing
from praxeo.adapters.sandbox.tasks import page_task, picture_of, recognised_task
from praxeo.adapters.sandbox.tesseract import ORIENTATION, Tesseract
from praxeo.domain.blocks import Extraction, ReadingWarning
from praxeo.domain.cancellation import cancellation
from praxeo.domain.errors import Refused
from praxeo.domain.pages import SCANNED, OcrWish, PageImage
from praxeo.ports.proving import Progress
from praxeo.sources.documents.document_format import DocumentFormat
from praxeo.sources.documents.extraction_json import from_json
from praxeo.sources.documents.language import detect_language
from praxeo.sources.documents.ocr import telling
from praxeo.sources.documents.ocr.found import OcrPage, found_to_json
from praxeo.sources.documents.ocr.gaps import with_gaps
from praxeo.sources.documents.ocr.glued import parted_articles
from praxeo.sources.documents.ocr.ink import unread_share
from praxeo.sources.documents.ocr.item_numbers import with_item_numbers
from praxeo.sources.documents.ocr.languages import ENGLISH, chosen, engine_name, package_of
from praxeo.sources.documents.ocr.words import mean_confidence, read_words

PAGES_MAX = 500  # recognised of one document; at two seconds each they take a quarter of an hour
READABLE_FROM = 40.0  # mean confidence of a page (0-100); below it there is no text but noise
LESS_SURE_AT_MOST = 5.0  # confidence that more words may cost
PAGES_PER_SECOND = 10  # at least, of laying out what was recognised


def with_scans_read(
    first: Extraction,
    path: Path,
    format: DocumentFormat,
    *,
    engine: Tesseract | None,
    absence: telling.Absence,
    wish: OcrWish,
    progress: Progress,
) -> Extraction:
    """The document with its pages without text recognised, or with the reason why they are not.

    Raises Refused where nothing is read in the end, and as `Recognition` does.
    """
    why = absence if engine is None else None if wish.on else "off"
    numbers = sorted({w.page for w in first.warnings if w.code == SCANNED and w.page is not None})
    if engine is None or why:
        read = replace(first, warnings=(*first.warnings, telling.absence_told(why or absence)))
        only_stamps = len(numbers) == first.metadata.page_count
    else:
        read = Recognition(engine, path, format, wish, progress)(first, numbers)
        only_stamps = False
    if not read.blocks or only_stamps:
        raise telling.refusal(why)
    return read


@dataclass
class Recognition:
    """Of one document. What it is to tell of single pages is gathered in `told`."""

    engine: Tesseract
    path: Path
    format: DocumentFormat
    wish: OcrWish
    progress: Progress
    told: list[ReadingWarning] = field(default_factory=list)
    unread: dict[int, float] = field(default_factory=dict)  # shares of pages

    def __call__(self, first: Extraction, numbers: Sequence[int]) -> Extraction:
        """The document with these pages (in rising order) recognised; `first` is what was read without them.

        Raises Refused as a reader does, Cancelled between two pages. A page in vain is told, not raised.
        """
        installed = self.engine.languages()
        likely = (
            self.wish.language,
            engine_name(first.metadata.language),
            engine_name(self.wish.likely),
        )
        self.language = chosen(likely, installed)
        self.installed = installed
        if (wished := self.wish.language) and wished not in installed:
            self.told.append(telling.language_missing_told(wished, package_of(wished)))
        pages = self._pages(numbers[:PAGES_MAX])
        if not pages:
            return replace(first, warnings=(*_others(first), *self.told))
        read = self._laid_out(pages)
        left_out = len(numbers) - PAGES_MAX
        confidence = mean_confidence([word for page in pages for word in page.words])
        self.told += [
            telling.recognised_told(
                [page.number for page in pages], self.engine.version(), self.language, confidence
            ),
            *telling.doubtful_told(read.blocks),
            *(telling.ink_left_told(page, share) for page, share in self.unread.items() if share),
            *([telling.pages_left_out_told(left_out, PAGES_MAX)] if left_out > 0 else ()),
        ]
        return replace(read, warnings=(*_others(read), *self.told))

    def _pages(self, numbers: Sequence[int]) -> list[OcrPage]:
        found: list[OcrPage] = []
        for done, number in enumerate(numbers):
            cancellation().check()
            self.progress(done / len(numbers))
            page = self._page(number, is_first=not found)
            if page:
                found.append(page)
        return found

    def _page(self, number: int, *, is_first: bool) -> OcrPage | None:
        task = page_task(self.format.label, number, "draw_scan")
        image = picture_of(ask(parsing(task, self.path)))
        try:
            page = self._recognised(image, number)
            if is_first and page and self._changes_language(page):
                page = self._recognised(image, number)
        except Refused:
            self.told.append(telling.gave_up_told(number))
            return None
        if page is None:
            self.told.append(telling.unreadable_told(number))
        return page

    def _recognised(self, image: PageImage, number: int) -> OcrPage | None:
        """The page as the engine finds it; where it passes over ink, as it finds it without turning the page,
        if that covers more: it loses whole paragraphs of slanted pages otherwise.
        """
        oriented = ORIENTATION in self.installed
        page, self.unread[number] = self._looked_at(image, number, oriented=oriented)
        if oriented and page and self.unread[number]:
            other, unread = self._looked_at(image, number, oriented=False)
            if other and unread < self.unread[number] and _is_as_sure(other, page):
                page, self.unread[number] = other, unread
        return page

    def _looked_at(
        self, image: PageImage, number: int, *, oriented: bool
    ) -> tuple[OcrPage | None, float]:
        """The page, None where it is noise, and the share of it with ink in which no word was found."""
        table = self.engine.recognise(
            image.png, dpi=image.dpi, language=self.language, oriented=oriented
        )
        words = read_words(table)
        if self.language == ENGLISH:
            words = [*parted_articles(words)]
        if mean_confidence(words) < READABLE_FROM:
            return None, 0.0
        size = {"width": image.width, "height": image.height, "dpi": image.dpi}
        page = OcrPage(
            number=number, words=tuple(with_item_numbers(with_gaps(words, image.lines))), **size
        )
        return page, unread_share(image.ink, words, image.dpi)

    def _changes_language(self, page: OcrPage) -> bool:
        """Whether the text shows another language than the one it was taken for, and the engine has it."""
        tag = detect_language(" ".join(word.text for word in page.words))
        name = engine_name(tag)
        if self.wish.language or not name or name == self.language:
            return False
        if name not in self.installed:
            self.told.append(telling.language_missing_told(tag, package_of(name)))
            return False
        self.language = name
        return True

    def _laid_out(self, pages: Sequence[OcrPage]) -> Extraction:
        limits = limits_for(self.path)
        more = len(pages) // PAGES_PER_SECOND
        limits = replace(
            limits,
            processor_seconds=limits.processor_seconds + more,
            wall_seconds=limits.wall_seconds + 3 * more,
        )
        task = recognised_task(self.format.label)
        return from_json(ask(parsing(task, self.path, limits), given=found_to_json(pages)))


def _is_as_sure(page: OcrPage, other: OcrPage) -> bool:
    return mean_confidence([*page.words]) >= mean_confidence([*other.words]) - LESS_SURE_AT_MOST


def _others(extraction: Extraction) -> tuple[ReadingWarning, ...]:
    """What was told besides pages without text."""
    return tuple(warning for warning in extraction.warnings if warning.code != SCANNED)
