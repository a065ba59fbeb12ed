"""The words in the paragraphs of an OpenDocument body, counted apart from its reader; and what it hides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from praxeo.sources.documents.office.odf_styles import OdfStyles
from praxeo.sources.documents.word_count import Words, words_of
from praxeo.sources.documents.xml_tree import attribute, local

PARTING = frozenset({"p", "h", "s", "tab", "line-break", "ruby-text", "frame", "note"})
# Remarks are counted by their channel; deleted text and numbers of pages and notes are nobody's words.
SKIPPED = frozenset(
    {"annotation", "annotation-end", "tracked-changes", "note-citation", "page-number"}
    | {"hidden-text", "hidden-paragraph", "title", "desc", "math"}
)


def seen_words(content: Any) -> Words:
    """All words in paragraphs and headings."""
    return words_of(_texts(content))


def _texts(content: Any) -> Iterator[str]:
    parts: list[str] = []
    inside = 0
    walk = etree.iterwalk(content, events=("start", "end"))
    for event, node in walk:
        name = local(node)
        skipped = name in SKIPPED
        if name in PARTING:
            parts.append(" ")
        if event == "end":
            inside -= name in ("p", "h")
            parts.append((node.tail or "") if inside else "")
            if not inside:
                yield "".join(parts)
                parts.clear()
            continue
        inside += name in ("p", "h")
        if skipped or not name:
            walk.skip_subtree()
        else:
            parts.append((node.text or "") if inside else "")
    yield "".join(parts)


def is_hidden(node: Any, styles: OdfStyles) -> bool:
    """Whether a section, slide, sheet or row is there and not shown."""
    if attribute(node, "display") in ("none", "condition") and local(node) == "section":
        return attribute(node, "display") == "none" or attribute(node, "is-hidden") == "true"
    if attribute(node, "visibility") in ("collapse", "filter"):
        return True
    return styles.hides(attribute(node, "style-name"))
