"""What goes with an item, on lines of their own after it: an explanation and a figure of the source."""

from __future__ import annotations

import re

from praxeo.domain.spec import NO_NOTE, ItemNote
from praxeo.spec.faults import Fault, SpecInvalid, control_character, said
from praxeo.spec.lines import Lines
from praxeo.spec.marks import FORBIDDEN, is_reference, write_marks

_EXPLANATION = re.compile(r"[ \t]+>(?=[ \t]|$)")
_ALT = r"!\[([^\[\]\\\n]*)\]\("
_PICTURE = re.compile(rf"[ \t]+{_ALT}([^()\n]*)\)[ \t]*$")
_NOTE = re.compile(rf"[ \t]+(?:>(?=[ \t]|$)|{_ALT})")
_NO_ALT = re.compile(r"[\[\]\\\n]")


def read_note(lines: Lines) -> ItemNote:
    """The note in the lines that follow an item, if there is one. SpecInvalid for two of a kind."""
    explanation: str | None = None
    picture = alt = ""
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
            if picture or not shown or not is_reference(shown[2]) or "." in shown[2]:
                raise _refused(
                    line.number,
                    said("figure_unread", "An item shows one figure, written “  ![](b12)”."),
                )
            alt, picture = shown[1].strip(), shown[2]
    if explanation is None and not picture:
        return NO_NOTE
    if not lines.notes:
        raise _refused(
            lines.number - 1, "An explanation or a figure of an item needs “spec: 4” in the head."
        )
    return ItemNote(explanation=explanation or "", picture=picture, picture_alt=alt)


def write_note(note: ItemNote) -> str:
    """The lines of a note, each after the end of one."""
    words = f"\n  > {write_marks(note.explanation)}" if note.explanation else ""
    return words + (f"\n  ![{note.picture_alt}]({note.picture})" if note.picture else "")


def alt_words(text: str) -> str:
    """The words for a figure as they can be written: on one line, without brackets."""
    return " ".join(FORBIDDEN.sub(" ", _NO_ALT.sub(" ", text)).split())


def note_faults(note: ItemNote) -> tuple[str, ...]:
    """What is wrong with a note by itself."""
    if FORBIDDEN.search(note.explanation):
        return (control_character("explanation"),)
    if FORBIDDEN.search(note.picture_alt) or _NO_ALT.search(note.picture_alt):
        return ("The words for its figure stand on one line, without brackets and backslashes.",)
    if note.picture_alt and not note.picture:
        return ("There are words for a figure that is not shown.",)
    if note.picture and (not is_reference(note.picture) or "." in note.picture):
        return (f"“{note.picture}” is not a block id such as b12.",)
    return ()


def _refused(line: int, message: str) -> SpecInvalid:
    return SpecInvalid((Fault(line, message),))
