"""Entries of a glossary that a style sets as two paragraphs: the term, and its meaning below it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from praxeo.sources.documents.office.odf_styles import OdfStyles
from praxeo.sources.documents.office.word_styles import TERM_NAME, Styles
from praxeo.sources.documents.xml_tree import attribute, child, local

# As Pandoc and LibreOffice call the style, in every language of their menus.
MEANING = re.compile(r"^(?:definition(?: definition)?|list contents)(?: tight)?$", re.I)
LONGEST_TERM_CHARACTERS = 80


def join_word_entries(body: Any, styles: Styles) -> None:
    """Give each meaning below `body` its term in bold, in place: “**term**: meaning”."""

    def called(paragraph: Any) -> list[str]:
        style = child(child(paragraph, "pPr"), "pStyle")
        return [] if style is None else [styles.get(attribute(style, "val")).name]

    for term, meaning in _entries(body, called):
        space = meaning.tag.removesuffix("p")
        properties = child(meaning, "pPr")
        at = 0 if properties is None else list(meaning).index(properties) + 1
        parts = [part for part in term if local(part) != "pPr"]
        for run in term.iter(f"{space}r"):
            _embolden(run, space)
        joint = meaning.makeelement(f"{space}r", {})
        text = joint.makeelement(f"{space}t", {})
        text.text = _joint(term)
        joint.append(text)
        meaning[at:at] = [*parts, joint]
        term.getparent().remove(term)


def join_odf_entries(body: Any, styles: OdfStyles) -> None:
    """The same for paragraphs of OpenDocument."""
    for term, meaning in _entries(body, lambda p: styles.names(attribute(p, "style-name"))):
        space = meaning.tag.removesuffix("p")
        joint = _joint(term)
        outer = term.getparent()
        term.tag, term.tail = f"{space}span", joint + (meaning.text or "")
        outer.remove(term)
        meaning.text = None
        meaning.insert(0, term)


def _entries(body: Any, called: Callable[[Any], list[str]]) -> list[tuple[Any, Any]]:
    """Each term with the paragraph right behind it that has its meaning."""
    found = []
    for term in body.iter("{*}p"):
        meaning = term.getnext()
        if (
            meaning is None
            or meaning.tag != term.tag
            or not any(map(TERM_NAME.match, called(term)))
        ):
            continue
        text = "".join(term.itertext()).strip()
        is_term = 0 < len(text) <= LONGEST_TERM_CHARACTERS and not text.endswith("?")
        if is_term and any(map(MEANING.match, called(meaning))):
            found.append((term, meaning))
    return found


def _joint(term: Any) -> str:
    return " " if "".join(term.itertext()).rstrip().endswith(":") else ": "


def _embolden(run: Any, space: str) -> None:
    properties = child(run, "rPr")
    if properties is None:
        properties = run.makeelement(f"{space}rPr", {})
        run.insert(0, properties)
    if child(properties, "b") is None:
        properties.append(properties.makeelement(f"{space}b", {}))
