"""The footnotes and endnotes of a Word document: which there are, and by which sign its text refers to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from praxeo.sources.documents.office.numerals import numeral
from praxeo.sources.documents.xml_tree import attribute, child

COMMENTS = "comments"
NOTES = {
    "footnoteReference": "footnotes",
    "endnoteReference": "endnotes",
    "commentReference": COMMENTS,
}
FORMATS = {"footnotes": ("footnotePr", "decimal"), "endnotes": ("endnotePr", "lowerRoman")}
"""Where a document states the numerals of its notes, and those that Word takes if it does not."""
CHOSEN = {"1", "true", "on"}


@dataclass(frozen=True, kw_only=True, slots=True)
class NoteSigns:
    """The sign of a note by its kind and id, and that of the note which is being read (`own`)."""

    known: Mapping[tuple[str, str], str] = field(default_factory=dict)
    own: str = ""

    def of(self, note: tuple[str, str]) -> str:
        """The sign, or "" if the writer chose one, which stands in the text itself."""
        return self.known.get(note, "")


NO_SIGNS = NoteSigns()


@dataclass(kw_only=True, slots=True)
class WantedNotes:
    """The notes that a text has referred to so far, each once, until they are given out."""

    waiting: list[tuple[str, str]] = field(default_factory=list)
    _known: set[tuple[str, str]] = field(default_factory=set)

    def add(self, notes: list[tuple[str, str]]) -> None:
        """Take in what a paragraph refers to: kinds and ids."""
        new = [note for note in dict.fromkeys(notes) if note not in self._known]
        self._known.update(new)
        self.waiting += new

    def give(self, first: int = 0) -> list[tuple[str, str]]:
        """Those for readers that are waiting from the place `first` on; they wait no longer."""
        given = [note for note in self.waiting[first:] if note[0] != COMMENTS]
        self.waiting[first:] = [note for note in self.waiting[first:] if note[0] == COMMENTS]
        return given


def notes_by_id(root: Any) -> dict[str, Any]:
    """The notes of a part (or of none) by their id; separators are no notes."""
    return {
        attribute(node, "id"): node
        for node in (root if root is not None else ())
        if attribute(node, "type") in ("", "normal")
    }


def note_signs(document: Any) -> NoteSigns:
    """The numbers that Word counts for the notes, in the order of the text."""
    signs: dict[tuple[str, str], str] = {}
    for element, kind in NOTES.items():
        if kind not in FORMATS:
            continue
        properties, style = FORMATS[kind]
        stated = child(next(document.iter("{*}" + properties), None), "numFmt")
        style = attribute(stated, "val") if stated is not None else style
        numbers = count(1)
        for node in document.iter("{*}" + element):
            key = (kind, attribute(node, "id"))
            if key not in signs and attribute(node, "customMarkFollows") not in CHOSEN:
                signs[key] = numeral(next(numbers), style)
    return NoteSigns(known=signs)
