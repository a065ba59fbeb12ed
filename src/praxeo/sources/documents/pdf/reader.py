"""Reads a PDF file into ordered blocks, each with its page and box."""

from __future__ import annotations

import gc
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from praxeo.domain.blocks import Extraction, ReadingWarning
from praxeo.domain.errors import Refused
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.ocr.telling import without_text
from praxeo.sources.documents.pdf.alt_texts import with_alts
from praxeo.sources.documents.pdf.assembling import join_parted, write_blocks
from praxeo.sources.documents.pdf.certainty import confidence_of
from praxeo.sources.documents.pdf.contents_lines import with_pages
from praxeo.sources.documents.pdf.draft import Draft, draft_passages
from praxeo.sources.documents.pdf.drawn_bullets import with_drawn_bullets
from praxeo.sources.documents.pdf.drawn_gaps import with_drawn_gaps
from praxeo.sources.documents.pdf.figure_places import FigureFinder, with_figures
from praxeo.sources.documents.pdf.figures import without_labels
from praxeo.sources.documents.pdf.furniture import Key, furniture_keys, split_furniture
from praxeo.sources.documents.pdf.inline_fractions import with_fractions
from praxeo.sources.documents.pdf.inline_roots import with_roots
from praxeo.sources.documents.pdf.large_signs import with_large_signs
from praxeo.sources.documents.pdf.ledger import counted, tell_parts, with_ledger
from praxeo.sources.documents.pdf.line_numbers import without_line_numbers
from praxeo.sources.documents.pdf.lines import Line, build_lines
from praxeo.sources.documents.pdf.metadata import write_metadata
from praxeo.sources.documents.pdf.overlays import last_steps
from praxeo.sources.documents.pdf.page import Page
from praxeo.sources.documents.pdf.paragraphs import Passage, split_region
from praxeo.sources.documents.pdf.raised import with_scripts
from praxeo.sources.documents.pdf.regions import build_regions
from praxeo.sources.documents.pdf.rescue import is_complete, rescue_pages
from praxeo.sources.documents.pdf.roles import assign_roles, without_doubtful_headings
from praxeo.sources.documents.pdf.room import rooms
from praxeo.sources.documents.pdf.scans import is_scan
from praxeo.sources.documents.pdf.side_heads import over_their_columns
from praxeo.sources.documents.pdf.source import open_pdf, read_info, read_page
from praxeo.sources.documents.pdf.struck import without_struck
from praxeo.sources.documents.pdf.tables import Table, find_tables
from praxeo.sources.documents.pdf.tables.page_breaks import PageTables, with_rows_beyond
from praxeo.sources.documents.pdf.tables_over_pages import join_over_pages
from praxeo.sources.documents.pdf.text_styles import body_style
from praxeo.sources.documents.pdf.typewritten import is_typewritten, typewritten_as_text

# Dots that lead to a number, ornaments, and the points of charts.
NO_TEXT = re.compile(r"^[\s.·…_*•●○◦■◆◇▲△▼▽+×-]*$")
MADE_BETWEEN = 50_000  # objects between two looks for circles of them, while a file is read
PAGES_AT_ONCE = 64  # pages held in memory with all their words


def _with_drawn_signs(page: Page, collected: BlockList) -> Page:
    """The page with words for what is drawn as one: gaps, bullets, roots and fractions with their bars."""
    return with_fractions(
        with_drawn_bullets(with_drawn_gaps(with_roots(with_large_signs(page, collected.ledger))))
    )


def _cleared(page: Page, collected: BlockList) -> Page:
    """The page with its drawn signs, without what is struck out or only counts its lines."""
    clear = without_line_numbers(without_struck(page, collected), collected)
    return _with_drawn_signs(clear, collected)


class LaidOut(NamedTuple):
    """A page with its lines; `typewritten` says that the pages around it are set in fixed pitch, too."""

    page: Page
    lines: list[Line]
    typewritten: bool


def read_pdf(path: Path, recognised: Mapping[int, Page] = MappingProxyType({})) -> Extraction:
    """Read a PDF; raises Refused (encrypted_pdf, damaged_pdf, too_many_pages).

    `recognised` are the pages, by their number from 1, that text recognition read.
    """
    try:
        found = _read_with_pdfium(path, recognised)
    except Refused as refusal:
        if refusal.code != "damaged_pdf" or not is_complete(path):
            raise
        found = _read_with_second_parser(path)
        if not found.drafts:
            raise
    else:
        if not found.drafts and found.page_count:
            second = _read_with_second_parser(path)
            found.collected.take_in(second.collected)
            found = found._replace(drafts=second.drafts)
    return _extraction(found, content_hash=_hash(path))


class Found(NamedTuple):
    """What a parser found in a file."""

    drafts: list[Draft]
    collected: BlockList
    figures: FigureFinder
    info: Mapping[str, str]
    page_count: int


def read_recognised_pages(pages: Iterable[Page], *, page_count: int) -> Extraction:
    """What pages say that text recognition read, of a source without any text of its own."""
    collected = BlockList()
    drafts = _drafts(counted(iter(pages), collected), collected, FigureFinder())
    return _extraction(Found(drafts, collected, FigureFinder(), {}, page_count), content_hash="")


@contextmanager
def _fewer_collections() -> Iterator[None]:
    """Looks for circles among the words less often: there are a thousand of them on a page, and none in a circle."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], MADE_BETWEEN), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _read_with_pdfium(path: Path, recognised: Mapping[int, Page]) -> Found:
    collected = BlockList()
    figures = FigureFinder()
    with _fewer_collections(), open_pdf(path) as document:
        count = len(document)
        pages = (recognised.get(at + 1) or read_page(document, at) for at in range(count))
        drafts = _drafts(counted(last_steps(pages), collected), collected, figures)
        figures.found = with_alts(figures.found, document)
        tell_parts(document, collected)
        return Found(drafts, collected, figures, read_info(document), count)


def _read_with_second_parser(path: Path) -> Found:
    collected = BlockList()
    pages = list(rescue_pages(path))
    drafts = _drafts(iter(pages), collected, FigureFinder())
    if drafts:
        collected.warn(
            "damaged_file", "This PDF is not quite well-formed; some of its text may be missing."
        )
    return Found(drafts, collected, FigureFinder(), {}, len(pages))


def _extraction(found: Found, *, content_hash: str) -> Extraction:
    drafts = typewritten_as_text(found.drafts)
    style = body_style(drafts)
    roles = assign_roles(drafts, style, stated_title=found.info.get("Title", ""))
    roles = without_doubtful_headings(drafts, roles)
    items = join_over_pages(join_parted(drafts, roles, style), found.collected.ledger)
    blocks = with_figures(write_blocks(items), found.figures.found)
    metadata = write_metadata(
        found.info, blocks, page_count=found.page_count, content_hash=content_hash
    )
    found.collected.blocks += blocks
    return with_ledger(found.collected, metadata)


def _drafts(pages: Iterator[Page], collected: BlockList, figures: FigureFinder) -> list[Draft]:
    """The passages of all pages in reading order; only some pages' words are kept at a time."""
    drafts: list[Draft] = []
    repeats: Counter[Key] = Counter()
    while batch := list(islice(pages, PAGES_AT_ONCE)):
        batch = [_cleared(page, collected) for page in batch]
        typewritten = is_typewritten(batch)
        laid_out = [
            LaidOut(page, build_lines(page.words, page.number), typewritten) for page in batch
        ]
        for page, lines, _ in laid_out:
            repeats.update(furniture_keys(lines, page).keys())
            collected.warnings.extend(_page_warnings(page))
        figures.look_over(batch)
        texts, tables = zip(*(_with_tables_found(item, repeats) for item in laid_out), strict=True)
        for lines, found in zip(texts, with_rows_beyond(tables), strict=True):
            drafts += [
                draft
                for draft in _page_drafts(lines, found, collected, figures)
                if not NO_TEXT.match(draft.text)
            ]
    return drafts


def _page_warnings(page: Page) -> Iterator[ReadingWarning]:
    if page.hidden:
        yield ReadingWarning(
            code="hidden_text_removed",
            message=f"Page {page.number} holds {page.hidden} words that nobody can see; they were left out.",
            page=page.number,
            details={"words": page.hidden, "page": page.number},
        )
    if is_scan(page):
        yield without_text(page.number)


def _with_tables_found(laid_out: LaidOut, repeats: Counter[Key]) -> tuple[list[Line], PageTables]:
    """The lines of a page without its furniture, and its tables."""
    page, lines, typewritten = laid_out
    lines, furniture = split_furniture(lines, page, repeats)
    if furniture:
        page = page.with_words(word for line in lines for word in line.words)
    else:
        page = with_scripts(page, [line.words for line in lines])
    aside = [word for line in furniture for word in line.words]
    return lines, PageTables(page, find_tables(page, code_apart=not typewritten), aside)


def _page_drafts(
    lines: list[Line], found: PageTables, collected: BlockList, figures: FigureFinder
) -> list[Draft]:
    page, tables = found.page, found.tables
    collected.ledger.leave_out_text("page_furniture", found.furniture)
    if covered := found.covered:
        lines = _without_tables(page, covered)
    lines = figures.take(page, lines, [table.box for table in tables], collected.ledger)
    lines = with_pages(lines)
    obstacles = [table.box for table in tables] + list(page.pictures)
    regions = build_regions(lines, obstacles)
    room = rooms(regions, [*obstacles, *page.drawings])
    passages = [
        passage
        for at, region in enumerate(regions)
        for passage in split_region(region, room.get(at, 0.0))
    ]
    before = passages
    passages, labels = without_labels(passages, page)
    if labels:
        kept = set(map(id, passages))
        collected.ledger.leave_out_text(
            "figure_labels", _words_of(p for p in before if id(p) not in kept)
        )
        collected.warn(
            "figure_text_left_out",
            f"Page {page.number} has figures with {labels} labels, which were left out.",
            page.number,
            {"labels": labels, "page": page.number},
        )
    return _with_tables(over_their_columns(draft_passages(passages, page)), tables, page)


def _words_of(passages: Iterable[Passage]) -> str:
    return " ".join(line.text for passage in passages for line in passage.lines)


def _without_tables(page: Page, covered: frozenset[int]) -> list[Line]:
    words = [word for index, word in enumerate(page.words) if index not in covered]
    return build_lines(words, page.number)


def _with_tables(drafts: list[Draft], tables: list[Table], page: Page) -> list[Draft]:
    """Put each table before the first passage of its columns that stands below it."""
    for table in sorted(tables, key=lambda t: t.box[1]):
        draft = _table_draft(table, page)
        place = next(
            (index for index, other in enumerate(drafts) if _comes_after(other, draft)),
            len(drafts),
        )
        drafts.insert(place, draft)
    return drafts


def _comes_after(other: Draft, table: Draft) -> bool:
    overlap = min(other.place[2], table.place[2]) - max(other.place[0], table.place[0])
    return overlap > 0 and other.place[1] >= table.place[3] - 3


def _table_draft(table: Table, page: Page) -> Draft:
    rows: dict[int, list[str]] = {}
    for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
        rows.setdefault(cell.row, []).append(cell.text)
    return Draft(
        page=page.number,
        box=page.as_printed(table.box),
        place=table.box,
        column=table.box,
        page_size=(page.width, page.height),
        text="\n".join(" | ".join(row) for row in rows.values()),
        cells=table.cells,
        is_table=True,
        columns=table.columns,
        confidence=confidence_of(page.words[index] for index in table.words),
    )


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
