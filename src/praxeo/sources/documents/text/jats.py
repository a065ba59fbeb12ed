"""Journal articles in XML (JATS, https://jats.nlm.nih.gov): headings, paragraphs, lists, tables, formulas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from praxeo.domain.blocks import Cell, Extraction, Metadata
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.cell_words import words_of_inline
from praxeo.sources.documents.inline import InlineText, RunStyle
from praxeo.sources.documents.pictures.named import Files, no_files
from praxeo.sources.documents.text.jats_pictures import add_graphics
from praxeo.sources.documents.text.seen_jats import seen_words
from praxeo.sources.documents.xml_parsing import parse_xml
from praxeo.sources.documents.xml_tree import attribute, child, children, local
from praxeo.sources.formulas.reading import read_mathml, read_tex

STYLES: dict[str, RunStyle] = {
    "bold": "strong",
    "italic": "emphasis",
    "monospace": "code",
    "sup": "raised",
    "sub": "lowered",
    "strike": "struck",
}
SILENT = frozenset(
    {"label", "object-id", "alternatives-graphic", "graphic", "inline-graphic", "fn", "media"}
)
APART = frozenset(
    {"list", "table-wrap", "fig", "disp-formula", "disp-quote", "boxed-text", "code", "def-list"}
)
DEEPEST = 60


def read_jats_file(path: Path) -> Extraction:
    """The blocks of an article and what its front matter states; the list of references is left out."""
    return read_jats(path.read_bytes(), no_files)


def read_jats(data: bytes, files: Files) -> Extraction:
    """The same for an article that came with its pictures."""
    root = parse_xml(data)
    blocks = BlockList(files=files)
    walk = _Walk(blocks=blocks)
    meta = next(root.iter("{*}article-meta"), None)
    title = _flat(_inside(meta, "title-group", "article-title"))
    blocks.add("heading", title, level=1)
    for abstract in children(meta, "abstract") if meta is not None else ():
        walk.add_all(abstract, 1)
    for part in (child(root, "body"), child(root, "back")):
        walk.add_all(part if part is not None else (), 1)
    walk.add_notes()
    seen = seen_words(root, blocks)
    return blocks.extraction(_metadata(meta, title, attribute(root, "lang")), seen=seen)


@dataclass(kw_only=True)
class _Walk:
    blocks: BlockList
    notes: list[Any] = field(default_factory=list)  # that stand in the text, for its end

    def add_all(self, element: Any, level: int, depth: int = 0) -> None:
        """Append what an element holds; headings inside are of `level`."""
        for node in element if depth < DEEPEST else ():
            name = local(node)
            if name == "title":
                self.blocks.add_inline("heading", _inline(node), level=min(level, 6))
            elif name == "sec" and local(element) == "back":
                continue  # of funding, of data: it is not of the article
            elif name == "sec" or name in (
                "app",
                "app-group",
                "glossary",
                "boxed-text",
                "disp-quote",
                "fig-group",
            ):
                self.add_all(node, level + (name == "sec"), depth + 1)
            elif name == "p":
                self._paragraph(node, level, depth)
            elif name in APART:
                self._apart(node, level, depth)
            elif name == "fn-group":
                self.notes += children(node, "fn")

    def add_notes(self) -> None:
        """Append the notes of the text, each with the sign by which the text refers to it."""
        for note in self.notes:
            self._note(note)

    def _note(self, note: Any) -> None:
        inline = InlineText()
        if sign := _flat(child(note, "label")):
            inline.add(sign, ("raised", "note"))
            inline.add(" ")
        for part in children(note, "p"):
            _walk(part, inline, ())
            inline.add(" ")
        self.blocks.add_inline("paragraph", inline)
        self.blocks.ledger.keep("notes")

    def _paragraph(self, node: Any, level: int, depth: int) -> None:
        """A paragraph; a list or a figure inside follows it."""
        self.blocks.add_inline("paragraph", _inline(node))
        self.notes += (
            note
            for note in node.iterfind(".//{*}fn")
            if next(note.iterancestors("{*}table-wrap"), None) is None
        )
        add_graphics(node, self.blocks)
        for inner in node:
            if local(inner) in APART:
                self._apart(inner, level, depth + 1)

    def _apart(self, node: Any, level: int, depth: int) -> None:
        name = local(node)
        if name == "list":
            numbered = attribute(node, "list-type") in ("order", "arabic")
            for number, item in enumerate(children(node, "list-item"), 1):
                text = " ".join(_flat(part) for part in children(item, "p"))
                shown = f"{number}." if numbered else ""
                self.blocks.add("list_item", text, level=1, number=shown)
        elif name == "def-list":
            for item in children(node, "def-item"):
                term, meaning = _flat(child(item, "term")), _flat(child(item, "def"))
                self.blocks.add("list_item", f"{term}: {meaning}", level=1)
        elif name in ("table-wrap", "fig"):
            caption = child(node, "caption")
            told = " ".join(filter(None, (_flat(child(node, "label")), _flat(caption))))
            tables = list(node.iter("{*}table"))
            add_graphics(node, self.blocks, caption=told, in_place_of=bool(tables))
            for table in tables:
                self.blocks.add_table(_cells(table))
            for note in node.iterfind(".//{*}table-wrap-foot//{*}fn"):
                self._note(note)
            for part in node.iterfind("{*}table-wrap-foot/{*}p"):
                self._paragraph(part, level, depth)
        elif name == "disp-formula":
            inline = InlineText()
            _add_formula(node, inline, display=True)
            if not inline.is_empty:
                self.blocks.add_inline("paragraph", inline)
            else:
                add_graphics(node, self.blocks)
        elif name == "code":
            self.blocks.add("code", "".join(node.itertext()).strip("\n"))
        else:
            self.add_all(node, level, depth + 1)


def _inline(node: Any) -> InlineText:
    inline = InlineText()
    _walk(node, inline, ())
    return inline


def _flat(node: Any) -> str:
    return " ".join(_inline(node).finish()[0].split()) if node is not None else ""


def _walk(node: Any, inline: InlineText, styles: tuple[RunStyle, ...], depth: int = 0) -> None:
    inline.add((node.text or "").replace("\n", " "), styles)
    for inner in node:
        name = local(inner)
        if name in ("inline-formula", "math", "tex-math"):
            _add_formula(inner, inline)
        elif name == "xref" and attribute(inner, "ref-type") in ("fn", "table-fn"):
            inline.add("".join(inner.itertext()), ("raised", "note"))
        elif name == "fn":
            inline.add(_flat(child(inner, "label")), ("raised", "note"))
        elif name and name not in SILENT and name not in APART and depth < DEEPEST:
            style = STYLES.get(name)
            _walk(inner, inline, (*styles, style) if style else styles, depth + 1)
        inline.add((inner.tail or "").replace("\n", " "), styles)


def _add_formula(node: Any, inline: InlineText, *, display: bool = False) -> None:
    for inner in node.iter():
        name = local(inner) if isinstance(inner.tag, str) else ""
        if name == "math":
            inline.add_formula(*read_mathml(inner, display=display))
            return
        if name == "tex-math":
            tex = re.sub(r"(?s).*\\begin\{document\}|\\end\{document\}.*", "", inner.text or "")
            inline.add_formula(*read_tex(tex.strip().strip("$"), display=display))
            return
    inline.add(" ".join("".join(node.itertext()).split()))


def _cells(table: Any) -> Iterator[Cell]:
    covered: dict[int, int] = {}
    for row, line in enumerate(table.iter("{*}tr")):
        column, taken = 0, {at: left - 1 for at, left in covered.items() if left > 1}
        for cell in line:
            name = local(cell)
            if name not in ("td", "th"):
                continue
            while covered.get(column, 0) > 0:
                column += 1
            wide, high = (_span(cell, name) for name in ("colspan", "rowspan"))
            words = words_of_inline(_inline(cell))
            yield Cell(
                text=words.text,
                marks=words.marks,
                row=row,
                column=column,
                row_span=high,
                column_span=wide,
                header=name == "th",
            )
            if high > 1:
                taken.update(dict.fromkeys(range(column, column + wide), high - 1))
            column += wide
        covered = taken


def _span(cell: Any, name: str) -> int:
    stated = attribute(cell, name)
    return max(1, min(100, int(stated))) if stated.isdigit() and len(stated) < 5 else 1


def _inside(node: Any, *path: str) -> Any:
    for name in path:
        node = child(node, name) if node is not None else None
    return node


def _metadata(meta: Any, title: str, language: str) -> Metadata:
    if meta is None:
        return Metadata(title=title, language=language)
    names = []
    for contributor in meta.iter("{*}contrib"):
        name = child(contributor, "name")
        if name is not None and attribute(contributor, "contrib-type") in ("author", ""):
            parts = (_flat(child(name, "given-names")), _flat(child(name, "surname")))
            names.append(" ".join(filter(None, parts)))
    date = next(meta.iter("{*}pub-date"), None)
    stated = (
        [_flat(child(date, part)) for part in ("year", "month", "day")] if date is not None else []
    )
    shown = "-".join(part.zfill(2) for part in stated if part.isdigit())
    licence = next(meta.iter("{*}license"), None)
    return Metadata(
        title=title,
        authors=tuple(filter(None, names)),
        language=language,
        date=shown,
        licence=_flat(licence) if licence is not None else "",
    )
