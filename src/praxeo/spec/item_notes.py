"""What goes with an item, on lines of their own after it: an explanation and a figure of the source."""

from __future__ import annotations

import re

from praxeo.domain.spec import NO_NOTE, ItemNote
from praxeo.spec.faults import Fault, SpecInvalid, control_character, said
from praxeo.spec.lines import Lines
from praxeo.spec.marks import FORBIDDEN, is_reference, write_marks

_EXPLANATION = re.compile(r"[ \t]+>(?=[ \t]|$)")
_PICTURE = re.compile(r"[ \t]+!\[\]\(([^()\n]*)\)[ \t]*$")
_NOTE = re.compile(r"[ \t]+(?:>(?=[ \t]|$)|!\[\]\()")


def read_note(lines: Lines) -> ItemNote:
    """The note in the lines that follow an item, if there is one. SpecInvalid for two of a kind."""
    explanation: str | None = None
    picture = ""
    while (text := lines.peek()) is not None and _NOTE.match(text):
        line = lines.take()
        if found := _EXPLANATION.match(line.words.shadow):
            if explanation is not None:
                raise _refused(
                    line.number,
                    said("explanation_twice", "An item has one explanation; put both into one."),
                )
            explanation = line.words[found.end() :].strip().text
        else:
            shown = _PICTURE.match(text)
            if picture or not shown or not is_reference(shown[1]) or "." in shown[1]:
                raise _refused(
                    line.number,
                    said("figure_unread", "An item shows one figure, written “  ![](b12)”."),
                )
            picture = shown[1]
    if explanation is None and not picture:
        return NO_NOTE
    if not lines.notes:
        raise _refused(
            lines.number - 1, "An explanation or a figure of an item needs “spec: 4” in the head."
        )
    return ItemNote(explanation=explanation or "", picture=picture)


def write_note(note: ItemNote) -> str:
    """The lines of a note, each after the end of one."""
    words = f"\n  > {write_marks(note.explanation)}" if note.explanation else ""
    return words + (f"\n  ![]({note.picture})" if note.picture else "")


def note_faults(note: ItemNote) -> tuple[str, ...]:
    """What is wrong with a note by itself."""
    if FORBIDDEN.search(note.explanation):
        return (control_character("explanation"),)
    if note.picture and (not is_reference(note.picture) or "." in note.picture):
        return (f"“{note.picture}” is not a block id such as b12.",)
    return ()


def _refused(line: int, message: str) -> SpecInvalid:
    return SpecInvalid((Fault(line, message),))
