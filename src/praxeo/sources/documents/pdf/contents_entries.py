"""Tells the entries of a table of contents from headings of the text."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.sources.documents.pdf.contents_lines import MIN_ENTRIES, PAGE, SAME_EDGE, rise
from praxeo.sources.documents.pdf.draft import Draft
from praxeo.sources.documents.pdf.section_numbers import LEADERS

LETTER = 0.5  # of the font size, the usual width of a letter
WIDE = 1.5  # times the width of its words, from which on a line has a gap in it


def entries_of_contents(drafts: Sequence[Draft]) -> set[int]:
    """The indexes of entries of tables of contents: titles with rising pages at the ends of their lines."""
    by_page: dict[int, list[int]] = {}
    for at, draft in enumerate(drafts):
        if not draft.is_table and PAGE.search(draft.text):
            by_page.setdefault(draft.page, []).append(at)
    found: set[int] = set()
    for entries in by_page.values():
        edge = max(drafts[at].place[2] for at in entries)
        entries = [at for at in entries if edge - drafts[at].place[2] <= SAME_EDGE]
        leaders = sum(LEADERS.search(drafts[at].text) is not None for at in entries)
        pages = [PAGE.search(drafts[at].text) for at in entries]
        numbers = [int(page[1]) for page in pages if page and page[1].isdigit()]
        apart = sum(_is_apart(drafts[at]) for at in entries)
        if leaders >= MIN_ENTRIES or (rise(numbers) and 2 * apart > len(entries)):
            found.update(entries)
    return found


def _is_apart(draft: Draft) -> bool:
    """Whether a passage of one line is much wider than its words: the page stands far behind the title."""
    width = draft.place[2] - draft.place[0]
    return draft.line_count == 1 and width > WIDE * LETTER * draft.size * len(draft.text)
