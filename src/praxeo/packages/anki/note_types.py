"""The types of notes, as Anki's collections describe them. Their ids never change: a note keeps its type."""

from __future__ import annotations

from typing import Any

from praxeo.packages.anki.notes import NoteKind

_CSS = """.card { font-family: system-ui, sans-serif; font-size: 20px; text-align: center; }
ul, ol { display: inline-block; text-align: left; }
.why { font-size: 16px; opacity: 0.8; }
.cloze { font-weight: bold; }"""
_WHY = '{{#Explanation}}<p class="why">{{Explanation}}</p>{{/Explanation}}'
_FORWARD = ("Front to back", "{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}" + _WHY)
_BACKWARD = ("Back to front", "{{Back}}", "{{FrontSide}}<hr id=answer>{{Front}}" + _WHY)
_GAP = ("Gap", "{{cloze:Text}}", "{{cloze:Text}}" + _WHY)

ID_OF: dict[NoteKind, int] = {
    "basic": 1_764_460_800_001,
    "both_ways": 1_764_460_800_002,
    "cloze": 1_764_460_800_003,
}
_NAMES: dict[NoteKind, str] = {
    "basic": "Praxeo: question",
    "both_ways": "Praxeo: term",
    "cloze": "Praxeo: gap",
}
_TEMPLATES = {"basic": (_FORWARD,), "both_ways": (_FORWARD, _BACKWARD), "cloze": (_GAP,)}
_FIELDS = {
    "basic": ("Front", "Back", "Explanation"),
    "both_ways": ("Front", "Back", "Explanation"),
    "cloze": ("Text", "Explanation"),
}
_MODE = {"basic": 0, "both_ways": 0, "cloze": 1}


def cards_of(kind: NoteKind) -> int:
    """How many cards a note of this kind has."""
    return len(_TEMPLATES[kind])


def note_types(deck: int) -> dict[str, dict[str, Any]]:
    """All types by their ids, for notes of this deck. They are the same in every deck and version."""
    return {str(number): _type(kind, number, deck) for kind, number in ID_OF.items()}


def _type(kind: NoteKind, number: int, deck: int) -> dict[str, Any]:
    return {
        "id": number,
        "name": _NAMES[kind],
        "type": _MODE[kind],
        "mod": 0,
        "usn": -1,
        "sortf": 0,
        "did": deck,
        "tmpls": [
            {
                "name": name,
                "ord": at,
                "qfmt": front,
                "afmt": back,
                "bqfmt": "",
                "bafmt": "",
                "did": None,
            }
            for at, (name, front, back) in enumerate(_TEMPLATES[kind])
        ],
        "flds": [
            {
                "name": name,
                "ord": at,
                "sticky": False,
                "rtl": False,
                "font": "Arial",
                "size": 20,
                "media": [],
            }
            for at, name in enumerate(_FIELDS[kind])
        ],
        "css": _CSS,
        "latexPre": "",
        "latexPost": "",
        "latexsvg": False,
        "req": [[at, "any", [0]] for at in range(len(_TEMPLATES[kind]))],
        "tags": [],
        "vers": [],
    }
