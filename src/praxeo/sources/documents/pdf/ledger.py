"""Holds what was read from a PDF against what its pages hold by a count of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pypdfium2.raw as raw

from praxeo.domain.blocks import Extraction, Locator, Metadata
from praxeo.sources.documents.block_list import BlockList, comments_left_out
from praxeo.sources.documents.pdf.page import Page
from praxeo.sources.documents.word_count import words_of

WORDS_FOR_A_SPARE_ONE = 8_000  # one in so many may be missing: words parted in odd ways
UNREADABLE_SHARE = 0.02  # of a page's signs that may be unknown: bullets and ornaments
SETTINGS = ".joboptions"  # of the program that wrote the file
MAX_NAMES = 100
WITH_VALUES_ELSEWHERE = (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND)


def counted(pages: Iterator[Page], collected: BlockList) -> Iterator[Page]:
    """The pages, each taken into the ledger as it passes."""
    unreadable = remarks = 0
    for page in pages:
        count, ledger = page.count, collected.ledger
        ledger.words_seen.update(words_of((count.text,)))
        ledger.leave_out_text("unseen", " ".join(count.unseen))
        ledger.keep("form_values", count.values)
        ledger.leave_out("form_values", "unseen", count.hidden_values)
        if count.unreadable > UNREADABLE_SHARE * (len(count.text) + count.unreadable):
            unreadable += count.unreadable
        remarks += len(count.remarks)
        collected.place = Locator(page=page.number)
        with collected.aside("comments"):
            for remark in count.remarks:
                collected.add("paragraph", remark)
        yield page
    if unreadable:
        collected.tell_unreadable(unreadable)
    if remarks:
        collected.warn(*comments_left_out(remarks))
        collected.ledger.leave_out("comments", "comments", remarks)


def tell_parts(document: Any, collected: BlockList) -> None:
    """Warn of files that are attached to the document, and of forms of a kind that is not read."""
    count = document.count_attachments()
    names = [document.get_attachment(index).get_name() for index in range(min(count, MAX_NAMES))]
    names = [name for name in names if not name.endswith(SETTINGS)]
    if names:
        collected.ledger.leave_out("parts", "not_readable", len(names))
        collected.tell_embedded(names)
    if raw.FPDF_GetFormType(document.raw) in WITH_VALUES_ELSEWHERE:
        collected.ledger.leave_out("parts", "not_readable")
        collected.warn(
            "form_not_read",
            "This PDF holds a form of Adobe's own kind (XFA); what was filled into it may be missing. "
            "Print it into a new PDF and add that.",
        )


def with_ledger(collected: BlockList, metadata: Metadata) -> Extraction:
    """What was read, with a warning where more words are missing than layouts make disappear by themselves."""
    last = {block.locator.page: block.id for block in collected.blocks}
    for number, aside in enumerate(collected.asides):
        pages = [page for page in last if page and page <= (aside.block.locator.page or 0)]
        after = last[max(pages)] if pages else ""
        collected.asides[number] = replace(aside, after=after)
    seen = collected.ledger.words_seen
    spare = seen.total() // WORDS_FOR_A_SPARE_ONE
    return collected.extraction(metadata, spare=spare)
