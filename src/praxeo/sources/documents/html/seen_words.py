"""The words that stand in an element tree, counted apart from the walk that makes blocks of it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from praxeo.sources.documents.html.tables import INLINE
from praxeo.sources.documents.html.tree import Element, name_of
from praxeo.sources.documents.word_count import Words, words_of

# What a browser does not show as text of the page: programs, form controls, other documents.
SKIPPED = frozenset(
    {"script", "style", "head", "title", "iframe", "object", "embed", "canvas", "audio", "video"}
    | {"select", "datalist", "textarea", "map", "annotation", "annotation-xml", "template", "svg"}
    | {"noframes", "frameset"}
)


def seen_words(root: Element) -> Words:
    """All words in text nodes that a browser could show."""
    return words_of(("".join(_texts(root)),))


def is_shadow_root(element: Element) -> bool:
    """Whether a template is what the element around it shows (declarative shadow DOM)."""
    return "shadowrootmode" in element.attrib or "shadowroot" in element.attrib


def svg_labels(root: Element) -> str:
    """The words inside drawings of the page."""
    return " ".join(
        "".join(node.itertext())
        for drawing in root.iter("svg")
        for node in drawing.iter()
        if name_of(node) == "text"
    )


def _texts(root: Element) -> Iterator[str]:
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        name = name_of(node)
        if event == "end":
            yield "" if name in INLINE else " "
            yield (node.tail or "") if node is not root else ""
            continue
        yield "" if name in INLINE else " "
        if not name or (name in SKIPPED and not (name == "template" and is_shadow_root(node))):
            walk.skip_subtree()
        else:
            yield node.text or ""
