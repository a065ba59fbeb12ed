"""Formulas in RTF: the same elements as in newer Word files (OMML), each a group with its name as a control word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lxml import etree

from praxeo.sources.documents.xml_tree import local
from praxeo.sources.formulas.reading import Read, read_omml

NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DEPTH_LIMIT = 60
# What a formula's parts say of themselves stands as text in their groups, as in {\mchr [}.
VALUES = frozenset(
    [
        *(
            "chr",
            "begChr",
            "endChr",
            "sepChr",
            "type",
            "pos",
            "vertJc",
            "limLoc",
            "degHide",
            "subHide",
        ),
        *(
            "supHide",
            "grow",
            "shp",
            "show",
            "zeroWid",
            "zeroAsc",
            "zeroDesc",
            "transp",
            "mcJc",
            "count",
        ),
        *("hideTop", "hideBot", "hideLeft", "hideRight", "nor", "lit", "opEmu", "noBreak", "diff"),
    ]
)
RUN, TEXT = "r", "t"


@dataclass(frozen=True, kw_only=True, slots=True)
class FormulaPart:
    """A part of a formula that is being read, which a group holds; `display`: it stands on a line of its own."""

    node: Any
    depth: int = 0
    display: bool = False

    @classmethod
    def begun(cls, *, display: bool) -> FormulaPart:
        """A formula without parts so far."""
        return cls(node=etree.Element(f"{{{NAMESPACE}}}oMath"), display=display)

    def part(self, word: str) -> FormulaPart:
        """The part that a control word begins within this one, such as \\mnum; itself for any other word."""
        name = word[1:]
        if not word.startswith("m") or not name.isalpha() or self.depth >= DEPTH_LIMIT:
            return self
        node = etree.SubElement(self.node, f"{{{NAMESPACE}}}{name}")
        return FormulaPart(node=node, depth=self.depth + 1, display=self.display)

    def add(self, text: str) -> None:
        """Append text to this part, or take it for the value that the part has."""
        kept = "".join(sign for sign in text if sign.isprintable())
        if local(self.node) in VALUES:
            self.node.set(f"{{{NAMESPACE}}}val", kept.strip())
            return
        run = self.node
        if local(run) != RUN:
            run = etree.SubElement(run, f"{{{NAMESPACE}}}{RUN}")
        etree.SubElement(run, f"{{{NAMESPACE}}}{TEXT}").text = kept

    def read(self) -> Read:
        """The whole formula, of which this is the first part."""
        return read_omml(self.node, display=self.display)
