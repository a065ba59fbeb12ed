"""Formulas of OpenDocument files: objects that hold MathML, in a part of their own or in the frame itself."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from praxeo.domain.errors import Details, Refused
from praxeo.sources.documents.office.package import Package
from praxeo.sources.documents.xml_tree import attribute, child, local
from praxeo.sources.formulas.reading import Read, read_mathml

NOTHING = Read("", None)


@dataclass(kw_only=True)
class OdfFormulas:
    """Finds the formula of a frame; what cannot be read is counted in `not_read`."""

    package: Package | None = None
    not_read: int = 0
    _read: dict[str, Any] = field(default_factory=dict)

    def of(self, frame: Any, *, display: bool) -> Read | None:
        """The formula that a frame shows; None if it shows something else."""
        held = child(frame, "object") if local(frame) == "frame" else frame
        if held is None:
            return None
        math = child(held, "math")
        if math is None:
            math = self.object_of(held)
        if math is None or local(math) != "math":
            return None
        # Programs mark every formula as a block of its own; where it stands says whether it is one.
        math.attrib.pop("display", None)
        found = read_mathml(math, display=display)
        if not found.text:
            self.not_read += 1
        return found

    def warning(self) -> tuple[str, str, None, Details] | None:
        """What is to be told of formulas that could not be read; None if there are none."""
        if not self.not_read:
            return None
        message = (
            f"{self.not_read} embedded formulas or other objects could not be read and are missing. "
            "Open the document in its program, save it anew and add the new file."
        )
        return ("formulas_not_read", message, None, {"count": self.not_read})

    def object_of(self, held: Any) -> Any:
        """The root of the part that an object has; None if there is none, or it cannot be read."""
        address = attribute(held, "href")
        name = posixpath.join(
            posixpath.normpath(unquote(address).removeprefix("./")), "content.xml"
        )
        if self.package is None or not address or name not in self.package.names:
            return None
        if name not in self._read:
            try:
                self._read[name] = self.package.xml(name)
            except Refused as refused:
                if refused.code == "xml_bomb":
                    raise
                self.not_read += 1
                self._read[name] = None
        return self._read[name]


def stands_alone(frame: Any, paragraph: Any) -> bool:
    """Whether a paragraph holds nothing beside this frame, whose formula is then a block."""
    others = [node for node in paragraph if node is not frame and "".join(node.itertext()).strip()]
    texts = [paragraph.text, *(node.tail for node in paragraph)]
    return frame in list(paragraph) and not others and not "".join(filter(None, texts)).strip()
