"""EPUB books: the chapters of the spine in order, each read like a page without surroundings."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from praxeo.domain.blocks import Extraction, Locator, Metadata
from praxeo.domain.errors import Refused
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.html.blocks import add_html
from praxeo.sources.documents.office.book_covers import covers
from praxeo.sources.documents.office.hidden_cells import part_missing
from praxeo.sources.documents.office.package import Package
from praxeo.sources.documents.pictures.archive_files import ArchiveFiles
from praxeo.sources.documents.text.decoding import decode
from praxeo.sources.documents.word_count import Words
from praxeo.sources.documents.xml_tree import attribute, child, children, local
from praxeo.sources.documents.zip_files import DAMAGED, open_zip

CHAPTER_LIMIT = 5000
CHAPTER_LIMIT_BYTES = 16 * 2**20
BODY = re.compile(r"<(?:\w+:)?body\b", re.IGNORECASE)
XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
PAGE_TYPES = {"application/xhtml+xml", "text/html", "application/x-dtbook+xml", ""}


def read_epub(path: Path) -> Extraction:
    """The blocks of a book, each with its chapter, and what its package file states."""
    with open_zip(path) as archive:
        package = Package.of(archive)
        part = _package_file(package)
        root = package.xml(part)
        blocks = BlockList()
        files = ArchiveFiles(archive, adorning=covers(part, root))
        seen = _chapters(package, _spine(package, part, root, blocks), blocks, files)
        metadata = _metadata(child(root, "metadata"))
    return blocks.extraction(metadata, seen=seen)


def _package_file(package: Package) -> str:
    """The part that lists the book's contents, as the container names it."""
    root = package.xml_if_there("META-INF/container.xml")
    if root is not None:
        for node in root.iter():
            name = attribute(node, "full-path") if local(node) == "rootfile" else ""
            if name in package.names:
                return name
    found = sorted(name for name in package.names if name.endswith(".opf"))
    if not found:
        raise Refused("damaged", DAMAGED)
    return found[0]


def _spine(package: Package, part: str, root: Any, blocks: BlockList) -> list[str]:
    """The parts of the chapters in reading order; a table of contents page is none.

    Names are found without regard to case, as readers of books find them; a spine without entries is
    that of the manifest. Chapters that are not there are told.
    """
    folder = posixpath.dirname(part)
    there = {name.lower(): name for name in sorted(package.names, reverse=True)}
    items = {}
    for item in children(child(root, "manifest"), "item"):
        if attribute(item, "media-type") not in PAGE_TYPES:
            continue
        if "nav" in attribute(item, "properties").split():
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(attribute(item, "href"))))
        items[attribute(item, "id")] = name
    listed = [attribute(node, "idref") for node in children(child(root, "spine"), "itemref")]
    names = dict.fromkeys(items[reference] for reference in listed if reference in items)
    chapters = list(names) or list(items.values())
    found = [there[name.lower()] for name in chapters if name.lower() in there]
    if missing := len(chapters) - len(found):
        blocks.ledger.leave_out("parts", "missing", missing)
        blocks.warn(
            "chapters_missing",
            f"{missing} of {len(chapters)} chapters are missing in this file.",
            details={"missing": missing, "chapters": len(chapters)},
        )
    return found[:CHAPTER_LIMIT]


def _chapters(package: Package, parts: list[str], blocks: BlockList, files: ArchiveFiles) -> Words:
    """Append the chapters; gives all words that stand in them."""
    seen: Words = Counter()
    chapter = 1
    for part in parts:
        text = XML_DECLARATION.sub("", decode(package.read(part, CHAPTER_LIMIT_BYTES)), count=1)
        before = len(blocks.blocks)
        blocks.start_chapter(Locator(chapter=chapter))
        blocks.files = files.beside(posixpath.dirname(part))
        try:
            seen += add_html(text, blocks)
        except Refused as error:
            if error.code != "empty_page":
                raise
            if not BODY.search(text):  # a page without words has a body all the same
                blocks.ledger.leave_out("parts", "not_readable")
                blocks.warn(*part_missing(part))
        if len(blocks.blocks) > before:
            chapter += 1
            blocks.ledger.keep("parts")
    return seen


def _metadata(node: Any) -> Metadata:
    """Title, authors, language, date and rights as the package file states them."""
    values: dict[str, list[str]] = {}
    for entry in node if node is not None else ():
        text = " ".join((entry.text or "").split())
        if text:
            values.setdefault(local(entry), []).append(text)

    def first(name: str) -> str:
        return values.get(name, [""])[0]

    return Metadata(
        title=first("title"),
        authors=tuple(values.get("creator", ())),
        language=first("language"),
        date=first("date"),
        licence=first("rights"),
    )
