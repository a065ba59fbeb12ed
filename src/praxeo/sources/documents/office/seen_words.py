"""The words in the parts of an Office file, counted by the text elements alone, apart from its readers."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

from lxml import etree

from praxeo.sources.documents.field_equations import said_by_equation
from praxeo.sources.documents.word_count import Words, words_of
from praxeo.sources.documents.xml_tree import attribute, child, local

PARAGRAPHS = frozenset({"p", "h", "si", "is", "text", "oMathPara"})
PARTING = frozenset({"tab", "ptab", "br", "cr", "line-break", "s", "rt"})
# What is moved or deleted, another form of the same, or said by nobody.
SKIPPED = frozenset({"moveFrom", "del", "rPr", "pPr", "sdtPr", "rPh", "phoneticPr", "pPrChange"})


def seen_words(*roots: Any) -> Words:
    """The words in the text elements (w:t, m:t, a:t, t) of these parts; None stands for none."""
    return words_of(text for root in roots if root is not None for text in texts_of(root))


def texts_of(root: Any, skipped: Container[str] = SKIPPED) -> Iterator[str]:
    """The text of each paragraph; one inside another parts it."""
    parts: list[str] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        name = local(node)
        if name in PARAGRAPHS:
            yield "".join(parts)
            parts.clear()
        elif event == "end":
            continue
        elif name in skipped or (name == "Fallback" and _has_choice(node)):
            walk.skip_subtree()
        elif name == "t":
            parts.append(node.text or "")
        elif name == "instrText":
            parts.append(f" {said_by_equation(node.text or '')} ")
        elif name in PARTING:
            parts.append(" ")
    yield "".join(parts)


def referred_notes(root: Any, notes: dict[str, dict[str, Any]], kinds: dict[str, str]) -> list[Any]:
    """The notes to which text that is not deleted refers; `kinds` names them by the element that does."""
    found = []
    for element, kind in kinds.items():
        for node in root.iter("{*}" + element):
            if not any(local(outer) in SKIPPED for outer in node.iterancestors()):
                found.append(notes.get(kind, {}).get(attribute(node, "id")))
    return list(dict.fromkeys(found))


def _has_choice(fallback: Any) -> bool:
    choice = child(fallback.getparent(), "Choice")
    return choice is not None and len(choice) > 0
