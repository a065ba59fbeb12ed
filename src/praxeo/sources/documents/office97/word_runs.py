"""The inside of a paragraph of a binary Word document: its runs with their look, and signs that stand for things."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from praxeo.sources.documents.inline import InlineText, RunStyle
from praxeo.sources.documents.office.word_styles import MONOSPACED
from praxeo.sources.documents.office97 import sprms
from praxeo.sources.documents.office97.word_stylesheet import Stylesheet, WordStyle
from praxeo.sources.documents.symbol_font import symbol_text

SMALLEST_VISIBLE_HALF_POINTS = 3
PICTURE, COMMENT, DRAWING, SYMBOL = "\x01", "\x05", "\x08", "("
PLAIN: dict[int, str | None] = {
    ord(sign): None for sign in map(chr, range(32)) if sign not in "\t\n"
}
PLAIN |= {0x0B: "\n", 0x0E: "\n", 0x1E: "-", 0x1F: None, 0xAD: None}
LONE_HALVES = re.compile("[\ud800-\udfff]")


@dataclass(kw_only=True)
class Inside:
    """What one paragraph holds; `drawings` are the places of what floats beside it, `pictures` those of
    what stands in it in the stream of data."""

    inline: InlineText = field(default_factory=InlineText)
    characters: int = 0
    monospaced: int = 0
    hidden: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    on_white: bool = False
    deleted: list[str] = field(default_factory=list)
    signs: list[str] = field(default_factory=list)  # of symbol fonts, as they are stored
    drawings: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)

    @property
    def is_monospaced(self) -> bool:
        """Whether everything in it is set like on a typewriter."""
        return self.characters > 0 and self.monospaced == self.characters


@dataclass(frozen=True, kw_only=True)
class Fonts:
    """The names of the document's fonts by number."""

    names: tuple[str, ...]

    @classmethod
    def of(cls, part: bytes) -> Fonts:
        """The fonts in that part of the table stream."""
        names = []
        at = 4
        while at + 40 < len(part):
            size = part[at] + 1
            name = part[at + 40 : at + size].decode("utf-16-le", "replace").partition("\0")[0]
            names.append(name)
            at += size
        return cls(names=tuple(names))

    def name(self, properties: sprms.Properties) -> str:
        """The name of the font that the properties choose, "" if none."""
        number = sprms.number_of(properties, sprms.FONT, -1)
        return self.names[number] if 0 <= number < len(self.names) else ""


@dataclass(kw_only=True)
class RunReader:
    """Adds runs to a paragraph as their look and the style of the paragraph ask for."""

    styles: Stylesheet
    fonts: Fonts

    @cached_property
    def typewritten(self) -> bool:
        """Whether the font of plain text is one, which then says nothing."""
        return bool(MONOSPACED.search(self.fonts.name(self.styles.get(0).characters)))

    def add(self, text: str, at: int, own: sprms.Properties, style: WordStyle, to: Inside) -> None:
        """Append characters with one look; `at` is where they stand in the document."""
        named = sprms.number_of(own, sprms.CHARACTER_STYLE, -1)
        base = (
            {**style.characters, **self.styles.get(named).characters}
            if named >= 0
            else style.characters
        )
        if sprms.number_of(own, sprms.DELETED):
            to.deleted.append(text.translate(PLAIN))
            return
        font = self.fonts.name(own) or self.fonts.name(base)
        if sprms.SYMBOL in own and SYMBOL in text:
            sign, number = divmod(sprms.number_of(own, sprms.SYMBOL), 1 << 16)
            font = self.fonts.names[number] if number < len(self.fonts.names) else ""
            text = chr(sign) * text.count(SYMBOL)
        elif sprms.is_set(own, {}, sprms.SPECIAL):
            text = self._special(text, at, own, to)
        if LONE_HALVES.search(text):
            text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        plain = text.translate(PLAIN)
        text = symbol_text(plain, font)
        if text != plain:
            to.signs.append(plain)
        size = sprms.number_of(own, sprms.SIZE, 0) or sprms.number_of(base, sprms.SIZE, 20)
        if sprms.is_set(own, base, sprms.HIDDEN) or size < SMALLEST_VISIBLE_HALF_POINTS:
            (to.unseen if size < SMALLEST_VISIBLE_HALF_POINTS else to.hidden).append(text)
            return
        if to.on_white and _is_white(own):
            to.unseen.append(text)
            return
        mono = bool(MONOSPACED.search(font)) and not self.typewritten
        solid = len("".join(text.split()))
        to.characters += solid
        to.monospaced += solid if mono else 0
        to.inline.add(text, self._marks(own, base, style, mono=mono))

    @staticmethod
    def _special(text: str, at: int, own: sprms.Properties, to: Inside) -> str:
        """What is left of signs that are no text, the places of pictures and drawings noted."""
        to.drawings.extend(at + place for place, sign in enumerate(text) if sign == DRAWING)
        if PICTURE in text and sprms.PICTURE in own:
            to.pictures.append(sprms.number_of(own, sprms.PICTURE))
        return "".join(sign for sign in text if sign in "\x0b\t")

    @staticmethod
    def _marks(
        own: sprms.Properties, base: sprms.Properties, style: WordStyle, *, mono: bool
    ) -> tuple[RunStyle, ...]:
        marks: list[RunStyle] = []
        if sprms.is_set(own, base, sprms.BOLD) and not style.heading:
            marks.append("strong")
        if sprms.is_set(own, base, sprms.ITALIC) and not style.heading:
            marks.append("emphasis")
        if mono:
            marks.append("code")
        script = sprms.number_of(own, sprms.SCRIPT, sprms.number_of(base, sprms.SCRIPT))
        shift = sprms.number_of(own, sprms.SHIFT)
        if script == 1 or 0 < shift < 0x8000:
            marks.append("raised")
        elif script == 2 or shift >= 0x8000:
            marks.append("lowered")
        if sprms.is_set(own, base, sprms.STRUCK) or sprms.is_set(own, base, sprms.STRUCK_TWICE):
            marks.append("struck")
        return tuple(marks)


def _is_white(own: sprms.Properties) -> bool:
    """Whether characters are white by themselves, and no other ground is stated for them."""
    numbered = sprms.number_of(own, sprms.COLOUR_NUMBER) == sprms.WHITE_NUMBER
    white = sprms.number_of(own, sprms.COLOUR, sprms.WHITE if numbered else 0) == sprms.WHITE
    return white and not any(ground in own for ground in sprms.GROUNDS)
