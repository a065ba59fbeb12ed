"""PowerPoint files: slide by slide, titles as headings, notes of the speaker in a channel of their own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from praxeo.domain.blocks import Extraction, Locator
from praxeo.sources.documents.block_list import BlockList, comments_left_out
from praxeo.sources.documents.office.drawing_text import (
    add_text_body,
    drawing_table_cells,
    paragraph_text,
    shapes,
)
from praxeo.sources.documents.office.graphics import add_graphics
from praxeo.sources.documents.office.hidden_cells import part_missing
from praxeo.sources.documents.office.made_by_hand import mend_by_hand
from praxeo.sources.documents.office.package import Package, relation_id
from praxeo.sources.documents.office.pictures import add_pictures
from praxeo.sources.documents.office.seen_words import seen_words, texts_of
from praxeo.sources.documents.office.slide_furniture import Placed, placed, repeated_pictures
from praxeo.sources.documents.office.unread_parts import add_unread_parts
from praxeo.sources.documents.xml_tree import attribute, child, children, local
from praxeo.sources.documents.zip_files import open_zip

SLIDE_LIMIT = 3000
FURNITURE = {"sldNum", "hdr"}
BULLETED = {"body", "obj", ""}
REPEATED_FOOTER_FROM = 2


def read_pptx(path: Path) -> Extraction:
    """The blocks of a slide deck (pptx, pptm, ppsx, potx) and its stated metadata."""
    with open_zip(path) as archive:
        package = Package.of(archive)
        part = package.main_part(fallback="ppt/presentation.xml")
        blocks = BlockList()
        slides = _slides(package, part, blocks)
        roots = [package.xml(slide) for slide in slides]
        reader = _Deck(
            package=package,
            blocks=blocks,
            footers=_footers(roots),
            repeated=repeated_pictures(package, dict(zip(slides, roots, strict=True))),
        )
        for number, (slide, root) in enumerate(zip(slides, roots, strict=True), 1):
            reader.blocks.place = Locator(slide=number)
            if root.get("show") in ("0", "false"):
                reader.hidden_slide(slide, root, number)
            else:
                reader.slide(slide, root)
            add_unread_parts(package, slide, reader.blocks)
        reader.tell_remarks()
        metadata = package.metadata()
        seen = seen_words(*roots)
    return reader.blocks.extraction(
        replace(metadata, page_count=len(slides)),
        seen=seen,
        blocks=mend_by_hand(tuple(reader.blocks.blocks)),
    )


def _slides(package: Package, part: str, blocks: BlockList) -> list[str]:
    """The slides' parts in the order of the show."""
    relations = package.relations(part)
    listed = children(child(package.xml(part), "sldIdLst"), "sldId")
    found = [relations.get(relation_id(node), ("", ""))[1] for node in listed]
    for name in found:
        if name not in package.names:
            blocks.warn(*part_missing(name.rpartition("/")[2] or "?"))
            blocks.ledger.leave_out("parts", "missing")
    return [name for name in found if name in package.names][:SLIDE_LIMIT]


def _placeholder(shape: Any) -> Any:
    """The placeholder that a shape fills, or None for a free one."""
    for node in shape:
        if local(node).startswith("nv"):
            return child(child(node, "nvPr"), "ph")
    return None


def _kind(shape: Any) -> str | None:
    holder = _placeholder(shape)
    return None if holder is None else attribute(holder, "type")


def _text(shape: Any) -> str:
    lines = [paragraph_text(p).finish()[0] for p in children(child(shape, "txBody"), "p")]
    return " ".join(line for line in lines if line)


def _is_automatic(shape: Any) -> bool:
    """Whether the program fills in the text (today's date)."""
    return any(local(node) == "fld" for node in shape.iter())


def _tree(root: Any) -> Any:
    tree = child(child(root, "cSld"), "spTree")
    return tree if tree is not None else ()


def _footers(roots: list[Any]) -> Counter[str]:
    """How often each footer stands on a slide."""
    return Counter(
        _text(shape) for root in roots for shape in shapes(_tree(root)) if _kind(shape) == "ftr"
    )


@dataclass(kw_only=True)
class _Deck:
    package: Package
    blocks: BlockList
    footers: Counter[str]
    repeated: frozenset[Placed]
    remarks: int = 0

    def hidden_slide(self, part: str, root: Any, number: int) -> None:
        """Put what a slide says that is not shown into a channel of its own."""
        self.blocks.warn(
            "hidden_text_removed",
            f"The hidden slide {number} was left out.",
            details={"slide": number},
        )
        with self.blocks.aside("hidden"):
            self.slide(part, root)

    def tell_remarks(self) -> None:
        """Say how many remarks of reviewers were left out."""
        if self.remarks:
            self.blocks.warn(*comments_left_out(self.remarks))
            self.blocks.ledger.leave_out("comments", "comments", self.remarks)

    def slide(self, part: str, root: Any) -> None:
        found = shapes(_tree(root))
        titles = [shape for shape in found if _kind(shape) in ("title", "ctrTitle")]
        for shape in titles:
            level = 1 if _kind(shape) == "ctrTitle" else 2
            self.blocks.add("heading", _text(shape), level=level)
        for shape in found:
            if shape not in titles:
                self._shape(shape, part)
        self._notes(part)
        self._comments(part)

    def _shape(self, shape: Any, part: str) -> None:
        kind = _kind(shape)
        repeated = kind == "ftr" and self.footers[_text(shape)] >= REPEATED_FOOTER_FROM
        if kind in FURNITURE or (kind == "dt" and _is_automatic(shape)) or repeated:
            self.blocks.ledger.leave_out_text("page_furniture", _text(shape))
            return
        if self.repeated and placed(shape, self.package, part) in self.repeated:
            self.blocks.album.leave()
            return
        if local(shape) == "graphicFrame":
            for node in shape.iter():
                if local(node) == "tbl":
                    self.blocks.add_table(drawing_table_cells(node))
            add_graphics(shape, self.package, part, self.blocks)
        add_pictures((shape,), self.package, part, self.blocks)
        body = child(shape, "txBody")
        if body is not None:
            several = len([p for p in children(body, "p") if paragraph_text(p).finish()[0]]) > 1
            add_text_body(body, self.blocks, bulleted=kind in BULLETED and several)

    def _notes(self, part: str) -> None:
        for notes in self.package.related(part, "notesSlide"):
            root = self.package.xml_if_there(notes)
            for shape in shapes(_tree(root)):
                if _kind(shape) in ("body", None) and child(shape, "txBody") is not None:
                    with self.blocks.aside("speaker_notes"):
                        add_text_body(child(shape, "txBody"), self.blocks, bulleted=False)

    def _comments(self, part: str) -> None:
        for comments in self.package.related(part, "comments"):
            root = self.package.xml_if_there(comments)
            for comment in root if root is not None else ():
                text = child(comment, "text")
                said = (text.text or "") if text is not None else " ".join(texts_of(comment))
                self.remarks += bool(said.strip())
                with self.blocks.aside("comments"):
                    self.blocks.add("paragraph", said.strip())
