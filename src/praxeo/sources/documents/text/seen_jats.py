"""The words of a journal article in JATS, counted apart from the walk that reads it; and its list of references."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.word_count import Words, words_of
from praxeo.sources.documents.xml_tree import child, children, local

INLINE = frozenset(
    {"bold", "italic", "monospace", "sup", "sub", "strike", "underline", "sc", "xref", "ext-link"}
    | {"named-content", "styled-content", "uri", "email"}
)
# Numbers that the reader counts itself, what a formula replaces, and what describes no text.
SKIPPED = frozenset(
    {"label", "object-id", "graphic", "inline-graphic", "media", "inline-formula", "disp-formula"}
    | {"tex-math", "math", "alt-text", "long-desc", "permissions", "attrib"}
)
# What stands behind an article and is not of it.
BEHIND = frozenset({"ack", "bio", "notes", "sec"})


def seen_words(root: Any, blocks: BlockList) -> Words:
    """The words of abstract, body, appendices and notes; what is left out on purpose is counted with `blocks`."""
    meta = next(root.iter("{*}article-meta"), None)
    parts = [*children(root, "body")]
    if meta is not None:
        parts += [*children(meta, "abstract"), *meta.iterfind("{*}title-group/{*}article-title")]
    back = child(root, "back")
    for part in back if back is not None else ():
        if local(part) == "ref-list":
            blocks.ledger.leave_out_text("references", " ".join(_texts(part)))
        elif local(part) in BEHIND:
            blocks.ledger.leave_out_text("around_the_text", " ".join(_texts(part)))
        else:
            parts.append(part)
    return words_of(text for part in parts for text in _texts(part))


def _texts(part: Any) -> Iterator[str]:
    found: list[str] = []
    walk = etree.iterwalk(part, events=("start", "end"))
    for event, node in walk:
        name = local(node)
        if name not in INLINE:
            found.append(" ")
        if event == "end":
            found.append((node.tail or "") if node is not part else "")
        elif not name or name in SKIPPED:
            walk.skip_subtree()
        else:
            found.append(node.text or "")
    yield "".join(found)
