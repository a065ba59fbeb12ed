"""What the styles of an OpenDocument file say: headings, bold, hidden text, list numbers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from praxeo.sources.documents.inline import RunStyle
from praxeo.sources.documents.office.numerals import numeral
from praxeo.sources.documents.office.word_styles import CODE_NAME, MONOSPACED, TERM_NAME
from praxeo.sources.documents.xml_tree import attribute, local

INHERITANCE_LIMIT = 30
HEADING_NAME = re.compile(r"^(?:heading|überschrift|titre|título)[ _](\d)$", re.I)
WHITE = "#ffffff"
BOLD = {"bold", "600", "700", "800", "900"}


@dataclass(kw_only=True)
class OdfStyles:
    """Styles of both parts by name, and the formats of list levels by list style and level."""

    nodes: dict[str, Any] = field(default_factory=dict)
    levels: dict[tuple[str, int], Any] = field(default_factory=dict)
    coloured_pages: bool = False
    _marks: dict[str, tuple[RunStyle, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, *roots: Any) -> OdfStyles:
        """The styles in the roots of styles.xml and content.xml; the later ones win."""
        styles = cls()
        for root in roots:
            for group in root if root is not None else ():
                if local(group) not in ("styles", "automatic-styles"):
                    continue
                for node in group:
                    name = attribute(node, "name")
                    if local(node) == "page-layout":
                        styles.coloured_pages |= any(
                            attribute(properties, "background-color")
                            not in ("", "transparent", WHITE)
                            or attribute(properties, "fill") not in ("", "none")
                            for properties in node
                        )
                    if local(node) == "style":
                        styles.nodes[name] = node
                    elif local(node) == "list-style":
                        for level in node:
                            at = attribute(level, "level")
                            if at.isdigit() and len(at) < 3:
                                styles.levels[name, int(at)] = level
        return styles

    def _chain(self, name: str) -> list[Any]:
        """The style and what it inherits from, nearest first."""
        found: list[Any] = []
        while name in self.nodes and len(found) < INHERITANCE_LIMIT:
            found.append(self.nodes[name])
            name = attribute(found[-1], "parent-style-name")
        return found

    def _property(self, name: str, key: str) -> str:
        for node in self._chain(name):
            for properties in node:
                if local(properties) == "text-properties":
                    value = attribute(properties, key)
                    if value:
                        return value
        return ""

    def names(self, name: str) -> list[str]:
        """The names that a person knows the style and its parents by."""
        names = []
        for node in self._chain(name):
            shown = attribute(node, "display-name") or attribute(node, "name")
            names.append(shown.replace("_20_", " ").replace("_", " "))
        return names

    def marks(self, name: str) -> tuple[RunStyle, ...]:
        """How text in the style stands out."""
        if name not in self._marks:
            found: list[RunStyle] = []
            is_term = any(map(TERM_NAME.match, self.names(name)))
            if is_term or self._property(name, "font-weight") in BOLD:
                found.append("strong")
            if self._property(name, "font-style") in ("italic", "oblique"):
                found.append("emphasis")
            if self._is_monospaced(name):
                found.append("code")
            position = self._property(name, "text-position")
            if position and not position.startswith(("0% 100%", "0%")):
                below = position.startswith(("sub", "-"))
                found.append("lowered" if below else "raised")
            if self._property(name, "text-line-through-style") not in ("", "none"):
                found.append("struck")
            self._marks[name] = tuple(found)
        return self._marks[name]

    def _is_monospaced(self, name: str) -> bool:
        font = self._property(name, "font-name") or self._property(name, "font-family")
        return bool(MONOSPACED.search(font))

    def is_hidden(self, name: str) -> bool:
        """Whether text in the style is not shown."""
        return self._property(name, "display") in ("none", "true") and bool(name)

    def is_white(self, name: str) -> bool:
        """Whether text in the style is white, and no other ground is stated for it."""
        ground = self._property(name, "background-color")
        return self._property(name, "color").lower() == WHITE and ground in ("", "transparent")

    def is_on_ground(self, name: str) -> bool:
        """Whether paragraphs in the style have a colour below them, or a style of which that is not known."""
        return any(
            attribute(properties, "background-color") not in ("", "transparent", WHITE)
            or attribute(properties, "fill") not in ("", "none")
            for node in self._chain(name)
            for properties in node
        )

    def hides(self, name: str) -> bool:
        """Whether slides or sheets in the style are not shown."""
        return any(
            attribute(properties, "visibility") == "hidden"
            or (
                local(properties) == "table-properties"
                and attribute(properties, "display") == "false"
            )
            for node in self._chain(name)
            for properties in node
        )

    def is_code(self, name: str) -> bool:
        """Whether paragraphs in the style are program text."""
        return any(CODE_NAME.search(shown) for shown in self.names(name))

    def is_caption(self, name: str) -> bool:
        """Whether paragraphs in the style describe a figure or a table."""
        captions = {"caption", "illustration", "table", "drawing", "figure"}
        return any(shown.lower() in captions for shown in self.names(name))

    def heading(self, name: str) -> int:
        """The heading level of the style, 0 if it is none."""
        for node in self._chain(name):
            level = attribute(node, "default-outline-level")
            if level.isdigit() and len(level) < 3:
                return max(1, min(6, int(level)))
        for shown in self.names(name):
            match = HEADING_NAME.match(shown)
            if match:
                return max(1, min(6, int(match.group(1))))
            if shown.lower() == "title":
                return 1
        return 0

    def count(self, item: Any, style: str, level: int, counts: Counter[tuple[str, int]]) -> None:
        """Count a list item, which may state a number of its own; those below it begin anew."""
        counts[style, level] += 1
        stated = attribute(item, "start-value")
        if stated.isdigit() and len(stated) < 7:
            begin = attribute(self.levels.get((style, level), item), "start-value")
            first = int(begin) if begin.isdigit() and len(begin) < 7 else 1
            counts[style, level] = max(1, int(stated) - first + 1)
        for key in [key for key in counts if key[0] == style and key[1] > level]:
            del counts[key]

    def number(self, style: str, level: int, counts: Counter[tuple[str, int]]) -> str:
        """The printed number of a list item, "" for a bullet."""
        node = self.levels.get((style, level))
        if node is None or local(node) != "list-level-style-number":
            return ""
        kind = attribute(node, "num-format")
        if not kind:
            return ""
        shown = attribute(node, "display-levels")
        depth = int(shown) if shown.isdigit() and len(shown) < 3 else 1
        first = max(1, level - depth + 1)
        parts = []
        for at in range(first, level + 1):
            own = self.levels.get((style, at), node)
            begin = attribute(own, "start-value")
            start = int(begin) if begin.isdigit() and len(begin) < 7 else 1
            number = start + max(1, counts[style, at]) - 1
            parts.append(numeral(number, attribute(own, "num-format") or "1"))
        return f"{attribute(node, 'num-prefix')}{'.'.join(parts)}{attribute(node, 'num-suffix')}"
