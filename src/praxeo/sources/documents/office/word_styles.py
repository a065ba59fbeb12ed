"""What the styles and the numbering of a Word document make of its paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from praxeo.sources.documents.office.numerals import numeral
from praxeo.sources.documents.xml_tree import attribute, child, children

INHERITANCE_LIMIT = 30
HEADING_NAME = re.compile(r"^heading (\d)$", re.I)
LIST_NAME = re.compile(r"^list (bullet|number|continue)?\s*(\d)?$|^list paragraph$", re.I)
# A term of a glossary, as Pandoc and LibreOffice call it; its meaning follows.
TERM_NAME = re.compile(r"^(?:definition term|list heading)$", re.I)
CODE_NAME = re.compile(
    r"^(code|listing)$|\b(source code|code block|codeblock|code text|verbatim|html preformatted|preformatted text"
    r"|macro text|macrotext|plain code)\b",
    re.I,
)
MONOSPACED = re.compile(
    r"\b(courier|consolas|menlo|monaco|mono|monospaced?|typewriter|fixed|andale|inconsolata|source code"
    r"|lucida console|cascadia|fira code|sf ?mono)",
    re.I,
)

# A sentence in a typewriter font is no program.
PROSE = re.compile(r"[A-Z](?:[^\s{}();=<>\[\]_$#\\|]+\s+){4,}[^\s{}();=<>\[\]_$#\\|]+[.!?]")


def flag(properties: Any, name: str) -> bool | None:
    """A switch of run or paragraph properties: on, off, or not stated."""
    node = child(properties, name)
    if node is None:
        return None
    return attribute(node, "val").lower() not in ("0", "false", "off", "none")


@dataclass(frozen=True, kw_only=True)
class Style:
    """A style with what it inherits already filled in."""

    name: str = ""
    heading: int = 0
    number_id: str = ""
    number_level: int = 0
    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    monospaced: bool | None = None

    @property
    def is_code(self) -> bool:
        """Whether the style is one for program text."""
        return bool(CODE_NAME.search(self.name))


@dataclass(kw_only=True)
class Styles:
    """All styles of a document by id."""

    nodes: dict[str, Any] = field(default_factory=dict)
    base: Style = field(default_factory=Style)
    default: Style = field(default_factory=Style)
    _known: dict[str, Style] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Any) -> Styles:
        """The styles in the root element of styles.xml (or None)."""
        nodes = {attribute(node, "styleId"): node for node in children(root, "style")}
        styles = cls(nodes=nodes)
        defaults = child(child(child(root, "docDefaults"), "rPrDefault"), "rPr")
        styles.base = Style(monospaced=monospaced(defaults))
        styles.default = styles.base
        for name, node in nodes.items():
            if attribute(node, "type") == "paragraph" and attribute(node, "default") in (
                "1",
                "true",
            ):
                styles.default = styles.get(name)
        return styles

    def get(self, style_id: str, depth: int = 0) -> Style:
        """The style of that id, the plain one if there is none."""
        if style_id in self._known:
            return self._known[style_id]
        node = self.nodes.get(style_id)
        if node is None or depth > INHERITANCE_LIMIT:
            return self.default
        based_on = child(node, "basedOn")
        parent = (
            self.get(attribute(based_on, "val"), depth + 1) if based_on is not None else self.base
        )
        style = self._read(node, parent)
        self._known[style_id] = style
        return style

    def _read(self, node: Any, parent: Style) -> Style:
        name_node = child(node, "name")
        name = attribute(name_node, "val") if name_node is not None else ""
        runs, paragraph = child(node, "rPr"), child(node, "pPr")
        number_id, number_level = numbering_of(paragraph)
        own = heading_of(paragraph)
        by_name = HEADING_NAME.match(name)
        if name.lower() == "title":
            heading = 1
        elif by_name:
            heading = min(6, int(by_name.group(1)))
        else:
            heading = parent.heading if own is None else own
        bold, italic = flag(runs, "b"), flag(runs, "i")
        hidden, mono = flag(runs, "vanish"), monospaced(runs)
        return Style(
            name=name or parent.name,
            heading=heading,
            number_id=parent.number_id if number_id is None else number_id,
            number_level=parent.number_level if number_level is None else number_level,
            bold=parent.bold if bold is None else bold,
            italic=parent.italic if italic is None else italic,
            hidden=parent.hidden if hidden is None else hidden,
            monospaced=parent.monospaced if mono is None else mono,
        )


def heading_of(paragraph: Any) -> int | None:
    """The heading level that paragraph properties state by their outline level."""
    node = child(paragraph, "outlineLvl")
    value = attribute(node, "val") if node is not None else ""
    if not value.isdigit():
        return None
    return int(value) + 1 if int(value) < 6 else 0


def numbering_of(paragraph: Any) -> tuple[str | None, int | None]:
    """The list and the level that paragraph properties state."""
    node = child(paragraph, "numPr")
    if node is None:
        return None, None
    number, level = child(node, "numId"), child(node, "ilvl")
    value = attribute(level, "val") if level is not None else ""
    return (
        attribute(number, "val") if number is not None else None,
        min(8, int(value)) if value.isdigit() else None,
    )


def monospaced(runs: Any) -> bool | None:
    """Whether run properties choose a typewriter font."""
    fonts = child(runs, "rFonts")
    if fonts is None:
        return None
    name = attribute(fonts, "ascii") or attribute(fonts, "hAnsi")
    return bool(MONOSPACED.search(name)) if name else None


@dataclass(frozen=True, kw_only=True)
class ListLevel:
    """How one level of a list is numbered; `text` holds %1 for the number of the first level, and so on."""

    format: str = "bullet"
    text: str = ""
    start: int = 1


@dataclass(kw_only=True)
class Numbering:
    """Counts list items as Word prints them."""

    levels: dict[str, dict[int, ListLevel]] = field(default_factory=dict)
    abstract_of: dict[str, str] = field(default_factory=dict)
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _seen: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, root: Any) -> Numbering:
        """The lists in the root element of numbering.xml (or None)."""
        numbering = cls()
        for node in children(root, "abstractNum"):
            numbering.levels[attribute(node, "abstractNumId")] = {
                _number(level, "ilvl", own=True): ListLevel(
                    format=_value(level, "numFmt") or "decimal",
                    text=_value(level, "lvlText"),
                    start=_number(level, "start", default=1),
                )
                for level in children(node, "lvl")
            }
        for node in children(root, "num"):
            number_id = attribute(node, "numId")
            numbering.abstract_of[number_id] = _value(node, "abstractNumId")
            for change in children(node, "lvlOverride"):
                if child(change, "startOverride") is not None:
                    at = _number(change, "ilvl", own=True)
                    numbering.restarts[number_id, at] = _number(change, "startOverride", default=1)
        return numbering

    def next(self, number_id: str, level: int) -> tuple[bool, str]:
        """Whether the paragraph is an item at all, and its printed number ("" for a bullet)."""
        abstract = self.abstract_of.get(number_id)
        if number_id in ("", "0") or abstract is None:
            return number_id not in ("", "0"), ""
        levels = self.levels.get(abstract, {})
        here = levels.get(level, ListLevel())
        counts = self._counts.setdefault(abstract, {})
        if number_id not in self._seen:
            self._seen.add(number_id)
            for at in [at for owner, at in self.restarts if owner == number_id]:
                counts[at] = self.restarts[number_id, at] - 1
        counts[level] = counts.get(level, here.start - 1) + 1
        for deeper in [at for at in counts if at > level]:
            del counts[deeper]
        if here.format in ("bullet", "none"):
            return True, ""
        return True, self._printed(here, level, levels, counts)

    @staticmethod
    def _printed(
        here: ListLevel, level: int, levels: dict[int, ListLevel], counts: dict[int, int]
    ) -> str:
        text = here.text or f"%{level + 1}."
        for at in range(9):
            if f"%{at + 1}" in text:
                of = levels.get(at, ListLevel(format="decimal"))
                text = text.replace(f"%{at + 1}", numeral(counts.get(at, of.start), of.format))
        return text.strip()


def _value(node: Any, name: str) -> str:
    found = child(node, name)
    return attribute(found, "val") if found is not None else ""


def _number(node: Any, name: str, *, own: bool = False, default: int = 0) -> int:
    value = attribute(node, name) if own else _value(node, name)
    return int(value) if value.isdigit() and len(value) < 7 else default
