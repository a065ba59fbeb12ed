"""What is wrong with a heading that the grammar does not know: the word first, then what to write."""

from __future__ import annotations

from difflib import get_close_matches

from praxeo.spec.forms import FORMS

PARTS = ("Goals", "Section", "Mechanics", "Controls", "State", "Tests")
SHOWN_CHARACTERS = 60
NEAR = 0.6  # how alike a word has to be to be meant
IN_PROSE = "In prose, put a backslash before it."


def unknown_heading(line: str) -> str:
    """The fault of this heading (a line from "##" on), in words that begin with its own."""
    activity = line.startswith("###")
    words, _, _title = line.lstrip("#").partition(":")
    name = " ".join(words.split())
    shown = f"“{name[:SHOWN_CHARACTERS]}”"
    kinds, parts = tuple(form.heading for form in FORMS.values()), PARTS
    here, there = (kinds, parts) if activity else (parts, kinds)
    if known := _same(name, here):
        return _misplaced(known)
    if known := _same(name, there):
        return f"{shown} has the wrong number of marks: write “{_written(known)}”."
    near = _near(name, here) or _near(name, there)
    meant = f" Did you mean “{_written(near)}”?" if near else ""
    if activity:
        return (
            f"{shown} is no kind of activity.{meant} The kinds are {', '.join(kinds)}. {IN_PROSE}"
        )
    return (
        f"{shown} begins no part of a spec.{meant} Its parts are "
        f"{', '.join(_written(part) for part in PARTS)}. {IN_PROSE}"
    )


def _misplaced(part: str) -> str:
    if part == "Goals":
        return "“Goals” stands once, alone on its line and before the first section."
    return f"“{part}” stands once in a spec, alone on its line."


def _written(name: str) -> str:
    if name == "Section":
        return "## Section: …"
    return f"## {name}" if name in PARTS else f"### {name}: …"


def _same(name: str, known: tuple[str, ...]) -> str:
    return next((each for each in known if each.casefold() == name.casefold()), "")


def _near(name: str, known: tuple[str, ...]) -> str:
    by_word = {each.casefold(): each for each in known}
    found = get_close_matches(name.casefold()[:SHOWN_CHARACTERS], by_word, 1, NEAR)
    return by_word[found[0]] if found else ""
