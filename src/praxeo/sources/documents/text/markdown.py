"""Markdown to blocks, by the CommonMark parser with tables and strikethrough."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from praxeo.domain.blocks import Block, Cell, Extraction
from praxeo.domain.errors import Refused, TooLarge
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.cell_words import words_of_inline
from praxeo.sources.documents.html.inline_styles import STYLE_OF
from praxeo.sources.documents.inline import InlineText, RunStyle
from praxeo.sources.documents.pictures.in_tables import add_table_with_figures
from praxeo.sources.documents.pictures.named import Files, no_files
from praxeo.sources.documents.text.decoding import decode
from praxeo.sources.documents.text.front_matter import metadata_of, split_front_matter
from praxeo.sources.documents.text.hidden_html import HidingTags
from praxeo.sources.documents.text.labelled_lines import lines_apart
from praxeo.sources.documents.text.markdown_flavours import plain_markdown
from praxeo.sources.documents.text.markdown_formulas import (
    BLOCK_TYPES,
    INLINE_TYPES,
    read_formulas,
)
from praxeo.sources.documents.text.markdown_kramdown import without_kramdown
from praxeo.sources.documents.text.markdown_notes import notes_below_tables
from praxeo.sources.documents.text.markdown_pictures import (
    add_html_picture,
    add_picture,
    without_attributes,
)
from praxeo.sources.documents.text.private_parts import tell_embedded, tell_private, without_private
from praxeo.sources.documents.text.seen_markdown import seen_words
from praxeo.sources.formulas.reading import read_tex

NESTING_LIMIT = 40
CELL_SIGNS_AT_MOST = 200_000  # the parser keeps four tokens for each cell
TOO_MANY_CELLS = "The tables of this text hold more cells than can be read. Split it into parts and add them one by one."
_STYLES: dict[str, RunStyle] = {"strong": "strong", "em": "emphasis", "s": "struck"}
OPTION = re.compile(r"\(?[a-hA-H]\)\s|[☐☑☒]\s")  # of a question: it stays on a line of its own
BREAK = re.compile(r"|<br\s*/?>", re.IGNORECASE)  # a break of plain Markdown has no text
_TAG = re.compile(r"<(?P<closing>/?)(?P<name>[a-zA-Z]+)[^>]*>$")


def read_markdown_file(path: Path) -> Extraction:
    """The blocks of a Markdown file and what its front matter states."""
    return read_markdown_bytes(path.read_bytes(), no_files)


def read_markdown_bytes(data: bytes, files: Files) -> Extraction:
    """The same for a text that came with its pictures."""
    entries, text = split_front_matter(decode(data))
    blocks = BlockList(files=files)
    read_markdown(text, blocks)
    return blocks.extraction(metadata_of(entries), seen=seen_words(without_kramdown(text)))


def read_markdown(text: str, blocks: BlockList) -> None:
    """Append the blocks of a Markdown text to the list; raw HTML is read as the text in it."""
    if text.count("|") > CELL_SIGNS_AT_MOST:
        raise TooLarge("too_complex", TOO_MANY_CELLS)
    parser = MarkdownIt("commonmark", {"maxNesting": NESTING_LIMIT})
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin, inline=False)
    read_formulas(parser)
    tell_embedded(text, blocks)
    text, private = without_private(lines_apart(without_kramdown(text)))
    _Walk(blocks=blocks).run(parser.parse(plain_markdown(text)))
    with blocks.aside("private"):
        for note in private:
            _Walk(blocks=blocks).run(parser.parse(plain_markdown(note)))
    tell_private(len(private), blocks)


@dataclass(kw_only=True)
class _List:
    number: int | None
    delimiter: str = "."


@dataclass(kw_only=True)
class _Walk:
    """Goes through the flat tokens; open lists tell what an inline token is part of."""

    blocks: BlockList
    lists: list[_List] = field(default_factory=list)
    fresh_item: bool = False
    heading: int = 0
    sign: str = ""  # of the note that begins
    figures: list[Block] = field(default_factory=list)  # of the text being read, which they follow
    hiding: HidingTags = field(default_factory=HidingTags)

    def run(self, tokens: list[Token]) -> None:
        tokens = notes_below_tables(tokens)
        skip_until = -1
        for index, token in enumerate(tokens):
            if index <= skip_until or self._is_hidden(token):
                continue
            if token.type == "table_open":
                skip_until = self._table(tokens, index)
            elif token.type.endswith(("_open", "_close")):
                self._structure(token)
            else:
                self._text(token)
                self._add_figures()

    def _add_figures(self) -> None:
        for figure in self.figures:
            self.blocks.add_block(figure)
        self.figures.clear()

    def _is_hidden(self, token: Token) -> bool:
        """Whether raw HTML before it hides what the token says; then it is left out and told."""
        hidden = self.hiding.hide and bool(token.content)
        if hidden:
            self.blocks.hide_text(token.content)
        if token.type == "html_block":
            self.hiding.see(token.content)
        return hidden

    def _structure(self, token: Token) -> None:
        """Note what is opened or closed around the text that comes."""
        match token.type:
            case "heading_open":
                self.heading = int(token.tag[1])
            case "heading_close":
                self.heading = 0
            case "bullet_list_open":
                self.lists.append(_List(number=None))
            case "ordered_list_open":
                start = token.attrGet("start")
                self.lists.append(_List(number=int(start) if start is not None else 1))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "footnote_open":
                self.blocks.ledger.keep("notes")
                self.sign = str(token.meta.get("label", ""))
            case "footnote_close":
                self.sign = ""
            case "list_item_open":
                self.fresh_item = True
                self.lists[-1].delimiter = token.markup
            case "list_item_close":
                number = self.lists[-1].number
                self.lists[-1].number = None if number is None else number + 1

    def _text(self, token: Token) -> None:
        match token.type:
            case "inline" if self.heading:
                self._inline("heading", token, level=self.heading)
            case "inline" if self.lists and self.fresh_item:
                self._item(token, self.lists)
                self.fresh_item = False
            case "inline":
                self._inline("paragraph", token)
            case "fence" | "code_block":
                language = token.info.split()[0] if token.info.split() else ""
                self.blocks.add("code", token.content.strip("\n"), language=language)
            case "html_block":
                self._html(token.content)
            case kind if kind in BLOCK_TYPES:
                inline = InlineText()
                inline.add_formula(
                    *read_tex(token.content, display=True, macros=self.blocks.macros)
                )
                self.blocks.add_inline("paragraph", inline)

    def _item(self, token: Token, lists: list[_List]) -> None:
        current = lists[-1]
        number = "" if current.number is None else f"{current.number}{current.delimiter}"
        inline = _inline_text(token, self.blocks, self.figures)
        self.blocks.add_inline("list_item", inline, level=min(6, len(lists)), number=number)

    def _inline(self, kind: str, token: Token, level: int = 0) -> None:
        inline = InlineText()
        sign, self.sign = self.sign, ""
        if sign:
            inline.add(sign, ("raised", "note"))
            inline.add(" ")
        _read_inline(token, self.blocks, self.figures, inline)
        if kind == "heading":
            self.blocks.add_inline("heading", inline, level=level)
        else:
            self.blocks.add_inline("paragraph", inline)

    def _html(self, html: str) -> None:
        from praxeo.sources.documents.html.blocks import add_html

        with suppress(Refused):  # a comment, or tags without a word
            add_html(html, self.blocks)

    def _table(self, tokens: list[Token], start: int) -> int:
        """Add the table that opens at `start`; the index of its closing token."""
        cells: list[Cell] = []
        figures: list[list[Block]] = []
        row = column = -1
        for index in range(start, len(tokens)):
            token = tokens[index]
            if token.type == "tr_open":
                row, column = row + 1, -1
            elif token.type in ("th_open", "td_open"):
                column += 1
                figures.append([])
                inline = _inline_text(tokens[index + 1], self.blocks, figures[-1])
                text, marks = words_of_inline(inline, self.blocks)
                header = token.type == "th_open"
                cells.append(Cell(text=text, marks=marks, row=row, column=column, header=header))
            elif token.type == "table_close":
                break
        add_table_with_figures(cells, figures, self.blocks)
        return index


def _inline_text(token: Token, blocks: BlockList, figures: list[Block]) -> InlineText:
    """The text of a token, of links their text; the pictures in it are put into `figures`."""
    inline = InlineText()
    _read_inline(token, blocks, figures, inline)
    return inline


def _read_inline(token: Token, blocks: BlockList, figures: list[Block], inline: InlineText) -> None:
    styles: list[RunStyle] = []
    before = ""
    hiding = HidingTags()
    children = token.children or []
    for place, child in enumerate(children):
        last, before = before, child.type
        if child.type == "html_inline":
            hiding.see(child.content)
        elif hiding.hide:
            inline.unseen.append(child.content)
            continue
        match child.type:
            case "text" if last == "image":
                inline.add(without_attributes(child.content, blocks), tuple(styles))
            case "text":
                inline.add(child.content, tuple(styles))
            case "code_inline":
                inline.add(child.content, (*styles, "code"))
            case "softbreak":
                inline.add("\n" if _begins_option(children[place + 1 :]) else " ", tuple(styles))
            case "hardbreak" | "html_inline" if BREAK.fullmatch(child.content):
                inline.add("\n")
            case "strong_open" | "em_open" | "s_open":
                styles.append(_STYLES[child.tag])
            case "strong_close" | "em_close" | "s_close":
                styles.remove(_STYLES[child.tag])
            case _ if child.type in INLINE_TYPES:
                display = child.type != "math_inline"
                inline.add_formula(*read_tex(child.content, display=display, macros=blocks.macros))
            case "html_inline":
                add_html_picture(child.content, blocks, figures)
                _apply_tag(child.content, styles)
            case "footnote_ref":
                inline.add(str(child.meta.get("label", "")), ("raised", "note"))
            case "image":
                add_picture(child, blocks, inline, figures)


def _begins_option(following: Sequence[Token]) -> bool:
    """Whether the next line is one of the answers to choose from: those stand on lines of their own."""
    return bool(following and OPTION.match(following[0].content))


def _apply_tag(tag: str, styles: list[RunStyle]) -> None:
    """Open or close what a raw inline tag says of the text inside; other tags are dropped."""
    match = _TAG.match(tag)
    style = STYLE_OF.get(match["name"].lower()) if match else None
    if match is None or style is None:
        return
    if not match["closing"]:
        styles.append(style)
    elif style in styles:
        styles.remove(style)
