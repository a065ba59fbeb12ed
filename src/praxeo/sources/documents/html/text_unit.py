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
    term, meaning = _around(before.element), _around(definition.element)
    return (
        not before.defined
        and before.kind == "list_item"
        and name_of(term) == "dt"
        and name_of(meaning) == "dd"
        and meaning.getparent() is term.getparent()
        and before.hidden == definition.hidden
        and before.unseen == definition.unseen
        and len(before.text) <= LONGEST_TERM_CHARACTERS
        and not before.text.endswith("?")
    )


def _around(element: Element) -> Element:
    """The entry of a list that an element is or stands in; the outermost element where there is none."""
    while name_of(element) not in {"dt", "dd", "dl", "li"} and element.getparent() is not None:
        element = element.getparent()
    return element
