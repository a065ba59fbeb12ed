"""Parts of an Office file that are not read: files inside it, recordings, the heads and feet of its pages."""

from __future__ import annotations

from typing import Any

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.office.package import Package
from praxeo.sources.documents.office.seen_words import texts_of
from praxeo.sources.documents.word_count import words_of

FURNITURE = ("header", "footer")
# A chart's own workbook belongs to the chart's part, so what a page itself relates to is a file inside it.
EMBEDDED = frozenset({"oleObject", "package", "video", "audio", "media", "control"})


def add_unread_parts(package: Package, part: str, blocks: BlockList) -> None:
    """Count what a document, slide or sheet holds beside its text, and warn of what is not read."""
    for kind in FURNITURE:
        for name in dict.fromkeys(package.related(part, kind)):
            text = _text(package.xml_if_there(name))
            blocks.ledger.words_seen += words_of((text,))  # else they would stand for lost ones
            blocks.ledger.leave_out_text("page_furniture", text)
    relations = package.relations(part).values()
    found = dict.fromkeys(target for kind, target in relations if kind in EMBEDDED)
    if found:
        blocks.ledger.leave_out("parts", "not_readable", len(found))
        blocks.tell_embedded([name.rpartition("/")[2] for name in found])


def tell_subdocuments(document: Any, blocks: BlockList) -> None:
    """Warn of the documents of which a master document consists: they lie beside it."""
    if names := ["subdocument" for _ in document.iter("{*}subDoc")]:
        blocks.ledger.leave_out("parts", "missing", len(names))
        blocks.tell_embedded(names)


def _text(root: Any) -> str:
    return " ".join(texts_of(root)) if root is not None else ""
