"""How text and paragraphs of an RTF file are set, changed word by word and kept for each group."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from praxeo.sources.documents.inline import RunStyle
from praxeo.sources.documents.rtf.formulas import FormulaPart

SMALLEST_VISIBLE_HALF_POINTS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """Of characters; `script` is what \\super or \\up say: 1 raised, -1 lowered."""

    bold: bool = False
    italic: bool = False
    struck: bool = False
    hidden: bool = False
    deleted: bool = False
    script: int = 0
    font: int = -1
    half_points: int = 24
    colour: int = 0
    on_ground: bool = False

    @property
    def unseen(self) -> bool:
        """Whether it is too small to be seen."""
        return self.half_points < SMALLEST_VISIBLE_HALF_POINTS

    def styles(self, *, in_heading: bool) -> tuple[RunStyle, ...]:
        """What the text is marked with; in a heading bold says nothing."""
        marks: list[RunStyle] = []
        if self.bold and not in_heading:
            marks.append("strong")
        if self.italic and not in_heading:
            marks.append("emphasis")
        if self.script:
            marks.append("raised" if self.script > 0 else "lowered")
        if self.struck:
            marks.append("struck")
        return tuple(marks)


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """Of paragraphs: the number of the style, list and level, and the tables around it."""

    style: int = 0
    outline: int | None = None
    in_list: bool = False
    level: int = 0
    depth: int = 0
    on_ground: bool = False


@dataclass(kw_only=True, slots=True)
class State:
    """What holds within one group. `fallback` is how many bytes follow each \\u for older readers."""

    destination: str = "text"
    fallback: int = 1
    in_inner_row: bool = False  # what follows defines the row of a table in a cell
    displays: bool = False  # a formula that follows stands on a line of its own
    formula: FormulaPart | None = None
    look: Look = field(default_factory=Look)
    setting: Setting = field(default_factory=Setting)

    def inner(self) -> State:
        """What a group within this one begins with."""
        return replace(self)


SWITCHES = {
    "b": "bold",
    "i": "italic",
    "strike": "struck",
    "striked": "struck",
    "v": "hidden",
    "deleted": "deleted",
}


def restyled(look: Look, word: str, number: int | None) -> Look | None:
    """The look after a control word, None if the word is none of characters."""
    if word in SWITCHES:
        return replace(look, **{SWITCHES[word]: number != 0})
    match word:
        case "plain":
            return Look(deleted=look.deleted)
        case "super" | "sub":
            return replace(look, script=0 if number == 0 else 1 if word == "super" else -1)
        case "nosupersub":
            return replace(look, script=0)
        case "up" | "dn":
            size = 6 if number is None else number
            return replace(look, script=0 if not size else 1 if word == "up" else -1)
        case "f":
            return replace(look, font=number or 0)
        case "cf":
            return replace(look, colour=number or 0)
        case "cb" | "chcbpat" | "highlight":
            return replace(look, on_ground=bool(number))
        case "fs":
            return replace(look, half_points=number if number is not None else 24)
        case _:
            return None


def placed(setting: Setting, word: str, number: int | None) -> Setting | None:
    """The setting after a control word, None if the word is none of paragraphs."""
    value = max(0, number or 0)
    match word:
        case "pard":
            return Setting()
        case "s":
            return replace(setting, style=value)
        case "outlinelevel":
            return replace(setting, outline=value)
        case "ls":
            return replace(setting, in_list=value > 0)
        case "ilvl":
            return replace(setting, level=min(8, value))
        case "intbl":
            return replace(setting, depth=max(1, setting.depth))
        case "cbpat":
            return replace(setting, on_ground=value > 0)
        case "itap":
            return replace(setting, depth=min(20, value))
        case _:
            return None
