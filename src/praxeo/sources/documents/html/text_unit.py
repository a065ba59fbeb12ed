"""One text of a page with its element, and how the definition of a term joins it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from praxeo.domain.blocks import BlockKind, Cell, Mark, Picture
from praxeo.sources.documents.html.tree import Element, name_of

LONGEST_TERM_CHARACTERS = 80


@dataclass(kw_only=True, slots=True)
class TextUnit:
    """One text unit with the element that holds it; `link_characters` of its text are links.

    `hidden` is what the page itself marks so, `unseen` what a rule of its style sheet hides or what is only
    for browsers without scripts (see `unseen.seen`).
    """

    kind: BlockKind
    text: str
    element: Element
    level: int = 0
    number: str = ""
    language: str = ""
    marks: tuple[Mark, ...] = ()
    cells: tuple[Cell, ...] = ()
    picture: Picture | None = None
    link_characters: int = 0
    hidden: bool = False
    unseen: bool = False
    defined: bool = False

    def defined_by(self, definition: TextUnit) -> None:
        """Take the definition of this term into its text."""
        joint = " " if self.text.endswith(":") else ": "
        shift = len(self.text) + len(joint)
        self.defined = True
        self.text += joint + definition.text
        self.marks += tuple(
            replace(m, start=m.start + shift, end=m.end + shift) for m in definition.marks
        )
        self.link_characters += definition.link_characters


def is_term(before: TextUnit, definition: TextUnit) -> bool:
    """Whether `before` is the short term that the dd of `definition` explains."""
    inside: Element | None = definition.element
    while inside is not None and name_of(inside) not in {"dd", "dl", "li"}:
        inside = inside.getparent()
    return (
        not before.defined
        and name_of(before.element) == "dt"
        and inside is not None
        and name_of(inside) == "dd"
        and inside.getparent() is before.element.getparent()
        and before.hidden == definition.hidden
        and before.unseen == definition.unseen
        and len(before.text) <= LONGEST_TERM_CHARACTERS
        and not before.text.endswith("?")
    )
