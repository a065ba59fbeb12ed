"""A spec's text as a tree: head, prose, sections, activities and items, each with the words that tell
it from others. It is read from the printed form, in which equal content is equal text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from praxeo.compile.ids import ID_HEX_DIGITS
from praxeo.merging.hunks import split_lines

NodeKind = Literal["spec", "head", "field", "read", "prose", "part", "group", "item"]

SECTION = "## Section:"
ORDERING = "### Ordering:"
_WHOLE_PARTS = ("## tests",)  # whose groups mean something only as they are
_EVIDENCE = re.compile(r" \{[^{}]*\}(?=\n|\Z)")
_STEP_NUMBER = re.compile(r"^\d+\. ")
_PARAGRAPH = re.compile(r"(?:[^\n]*\S[^\n]*\n?)+\n*")


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """A part of a spec. Its whole text is `own` and then that of its children.

    `key` is what it says without its evidence and its place; `own` of a heading is its line.
    """

    kind: NodeKind
    own: str
    key: str
    children: tuple[Node, ...] = ()

    @property
    def text(self) -> str:
        return self.own + "".join(child.text for child in self.children)

    @property
    def words(self) -> str:
        """All it says, without evidence."""
        return self.key + "".join(child.words for child in self.children)

    @property
    def rank(self) -> int:
        """Its place among parts of other kinds, which the grammar sets: prose before activities, …"""
        if self.kind != "part":
            return {"head": 0, "read": 0, "prose": 1}.get(self.kind, 2)
        return 3 if self.own.startswith(f"\n{SECTION}") else 4 if _is_whole(self.key) else 2

    def leaves(self) -> Iterator[Node]:
        """The items and texts within it."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


def read_outline(text: str) -> Node:
    """The tree of a spec that `print_spec` wrote."""
    head, rest = _head(text)
    before, *parts = _split(rest, "## ")
    return Node(
        kind="spec",
        own="",
        key="",
        children=(head, *_prose(before), *(_part(part) for part in parts)),
    )


def content_ids(spec: Node) -> frozenset[str]:
    """What the items and paragraphs of a spec say, as short ids that neither place nor evidence changes."""
    return frozenset(
        made for leaf in spec.leaves() if leaf.kind in ("item", "prose") for made in _ids(leaf)
    )


def without(node: Node, removed: frozenset[str]) -> Node:
    """The tree without the items and paragraphs of these ids, and without groups left empty by that."""
    children: list[Node] = []
    for child in node.children:
        if child.kind == "item":
            kept = [] if content_id(child.key) in removed else [child]
        elif child.kind == "prose":
            left = "".join(p for p in paragraphs(child.own) if content_id(p) not in removed)
            kept = list(_prose(left))
        else:
            smaller = without(child, removed)
            kept = [smaller] if smaller.children or not child.children else []
        children += kept
    return Node(kind=node.kind, own=node.own, key=node.key, children=tuple(children))


def paragraphs(prose: str) -> list[str]:
    """The paragraphs of a prose text, with the blank lines after them."""
    return _PARAGRAPH.findall(prose.lstrip("\n"))


def content_id(words: str) -> str:
    """The id of what these words say."""
    told = " ".join(words.split()).encode("utf-8", "surrogatepass")
    return hashlib.sha256(told).hexdigest()[:ID_HEX_DIGITS]


def _ids(leaf: Node) -> list[str]:
    return [content_id(p) for p in ([leaf.key] if leaf.kind == "item" else paragraphs(leaf.own))]


def _head(text: str) -> tuple[Node, str]:
    """The lines between the two marks, and the text after them."""
    lines = split_lines(text)
    end = lines.index("---\n", 1)
    fields = [
        Node(kind="field", own=line, key=line.partition(":")[0]) for line in lines[1 : end + 1]
    ]
    head = Node(kind="head", own=lines[0], key="head", children=tuple(fields))
    return head, "".join(lines[end + 1 :])


def _split(text: str, mark: str) -> list[str]:
    """The text before the first heading of this depth, and each heading with what follows it."""
    pieces: list[list[str]] = [[]]
    for line in split_lines(text):
        if line.startswith(mark):
            pieces.append([])
        pieces[-1].append(line)
    return ["".join(piece) for piece in pieces]


def _prose(text: str) -> Iterator[Node]:
    if text.strip("\n"):
        own = "\n" + text.strip("\n") + "\n"
        yield Node(kind="prose", own=own, key="prose")


def _part(text: str) -> Node:
    heading, _, body = text.partition("\n")
    before, *groups = _split(body, "### ")
    children: list[Node] = []
    if heading.startswith(SECTION):
        if before.startswith("Read:"):
            line, _, before = before.partition("\n")
            children.append(Node(kind="read", own=f"{line}\n", key="read"))
        children += _prose(before)
    else:
        children += _items(before)
    children += [_whole(group) if _is_whole(heading) else _group(group) for group in groups]
    return Node(kind="part", own=f"\n{heading}\n", key=heading, children=tuple(children))


def _is_whole(heading: str) -> bool:
    return heading.strip().casefold() in _WHOLE_PARTS


def _whole(text: str) -> Node:
    return Node(kind="item", own="\n" + text.strip("\n") + "\n", key=text.strip("\n"))


def _group(text: str) -> Node:
    heading, _, body = text.partition("\n")
    return Node(kind="group", own=f"\n{heading}\n", key=heading, children=tuple(_items(body)))


def _items(text: str) -> Iterator[Node]:
    """Items begin at the margin; what is indented, or follows a backslash, belongs to the one before."""
    items: list[str] = []
    joined = False
    for line in split_lines(text):
        if items and (joined or line.startswith((" ", "\t"))):
            items[-1] += line
        elif line.strip():
            items.append(_STEP_NUMBER.sub("1. ", line))
        backslashes = len(line.rstrip("\n")) - len(line.rstrip("\n").rstrip("\\"))
        joined = backslashes % 2 == 1
    for item in items:
        own = item.rstrip("\n") + "\n"
        yield Node(kind="item", own=own, key=_EVIDENCE.sub("", own))
