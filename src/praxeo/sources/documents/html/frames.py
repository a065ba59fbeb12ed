"""What holds for the text inside an open element: its kind, its styles, the list item it is of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from praxeo.domain.blocks import BlockKind
from praxeo.sources.documents.html.inline_styles import run_styles
from praxeo.sources.documents.html.lists import ListCounter
from praxeo.sources.documents.html.tree import Element, first_number, name_of
from praxeo.sources.documents.inline import RunStyle

HEADING = re.compile(r"h[1-6]$")
# These hold one text even where the page puts block elements inside.
BREAKING = {"p", "ul", "ol", "dl", "table", "pre", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass(kw_only=True, slots=True)
class ListItem:
    """A list item: its first text is the item, what follows are paragraphs."""

    level: int
    number: str
    used: bool = False


@dataclass(kw_only=True, slots=True)
class Frame:
    """What holds for the text inside an open element."""

    name: str
    owner: Element
    kind: BlockKind = "paragraph"
    level: int = 0
    styles: tuple[RunStyle, ...] = ()
    linked: bool = False
    hidden: bool = False
    unseen: bool = False
    one_text: bool = False
    verbatim: bool = False
    item: ListItem | None = None
    lists: tuple[ListCounter, ...] = ()


def inline_frame(element: Element, name: str, outer: Frame) -> Frame:
    """The frame of an inline element: all as around it, but for its styles and links."""
    styles = outer.styles if outer.verbatim else run_styles(element, name, outer.styles)
    return Frame(
        name=name,
        owner=outer.owner,
        kind=outer.kind,
        level=outer.level,
        styles=styles,
        linked=outer.linked or (name == "a" and "href" in element.attrib),
        hidden=outer.hidden,
        unseen=outer.unseen,
        one_text=outer.one_text,
        verbatim=outer.verbatim,
        item=outer.item,
        lists=outer.lists,
    )


def block_frame(element: Element, name: str, outer: Frame, *, hidden: bool, unseen: bool) -> Frame:
    """The frame of a block element: what kind of text it holds, and of which list item."""
    frame = Frame(
        name=name,
        owner=element,
        styles=outer.styles if name != "dd" else (),
        linked=outer.linked,
        hidden=hidden,
        unseen=unseen,
        item=outer.item,
        lists=outer.lists,
    )
    role = element.get("role", "").lower()
    if HEADING.match(name) or role == "heading":
        frame.kind, frame.one_text = "heading", _holds_one_text(element)
        stated = element.get("aria-level") if role == "heading" else name[1:]
        frame.level = first_number(stated, default=2, least=1, most=6)
        frame.item = None
    elif name in {"ul", "ol", "menu", "dir", "dl"}:
        frame.lists = (*outer.lists, ListCounter.of(element, name))
        frame.item = None
    elif name == "li":
        counter = outer.lists[-1] if outer.lists else None
        number = counter.next_number(element) if counter else ""
        frame.item = ListItem(level=max(1, len(outer.lists)), number=number)
    elif name in {"dt", "dd"}:
        frame.item = ListItem(level=max(1, len(outer.lists)), number="")
        frame.one_text = name == "dt" and _holds_one_text(element)
        frame.styles = ("strong",) if name == "dt" else ()
    elif name in {"figcaption", "caption"}:
        frame.kind, frame.one_text, frame.item = "caption", _holds_one_text(element), None
    elif name in {"pre", "listing", "xmp", "plaintext"}:
        frame.kind, frame.one_text, frame.verbatim = "code", True, True
    elif name in {"p", "summary"}:
        frame.one_text = _holds_one_text(element)
    return frame


def _holds_one_text(element: Element) -> bool:
    """False where an unclosed heading or the like has swallowed whole paragraphs."""
    return not any(name_of(inner) in BREAKING for inner in element.iterdescendants())
