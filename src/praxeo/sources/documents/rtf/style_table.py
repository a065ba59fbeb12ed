"""The tables at the head of an RTF file: fonts with their encodings, and styles."""

from __future__ import annotations

from dataclasses import dataclass, field

from praxeo.sources.documents.office.word_styles import (
    CODE_NAME,
    HEADING_NAME,
    INHERITANCE_LIMIT,
    MONOSPACED,
)
from praxeo.sources.documents.rtf.code_pages import CHARACTER_SETS, SYMBOL, encoding_of
from praxeo.sources.documents.rtf.look import Setting

ENTRIES_AT_MOST = 10_000


@dataclass(kw_only=True)
class FontTable:
    """The name and encoding of each font by its number; `default` is the encoding of the file."""

    default: str = "cp1252"
    names: dict[int, str] = field(default_factory=dict)
    encodings: dict[int, str] = field(default_factory=dict)
    standard: int = 0
    number: int = 0

    def read(self, word: str, number: int | None) -> None:
        """Take in a control word of the table."""
        if word == "f" and len(self.names) < ENTRIES_AT_MOST:
            self.number = number or 0
            self.names.setdefault(self.number, "")
        elif word == "fcharset" and number == SYMBOL:
            self.encodings[self.number] = "latin-1"
        elif word == "fcharset" and number and number in CHARACTER_SETS:
            self.encodings[self.number] = encoding_of(CHARACTER_SETS[number])
        elif word == "cpg":
            self.encodings[self.number] = encoding_of(number)

    def add_name(self, text: str) -> None:
        """Take in a piece of the present font's name."""
        if self.number in self.names:
            self.names[self.number] = (self.names[self.number] + text).rstrip(";")[:80]

    def name(self, number: int) -> str:
        """The name of a font, of the document's own for a number below 0."""
        return self.names.get(self.standard if number < 0 else number, "")

    def is_typewriter(self, number: int) -> bool:
        """Whether the font is that of a typewriter, and the document's own is not."""
        if MONOSPACED.search(self.name(-1)):
            return False
        return bool(MONOSPACED.search(self.name(number)))

    def encoding(self, number: int) -> str:
        """In what the bytes of text in that font are."""
        return self.encodings.get(number, self.default)


@dataclass(kw_only=True)
class _Style:
    name: str = ""
    base: int = -1
    outline: int | None = None


@dataclass(kw_only=True)
class StyleTable:
    """The styles of paragraphs by their number."""

    styles: dict[int, _Style] = field(default_factory=dict)
    _present: _Style = field(default_factory=_Style)

    def begin(self) -> None:
        """A new entry begins; without a number it is style 0."""
        self._present = _Style()
        self.styles.setdefault(0, self._present)

    def read(self, word: str, number: int | None) -> None:
        """Take in a control word of the present style."""
        if word == "s" and number is not None and len(self.styles) < ENTRIES_AT_MOST:
            self.styles[number] = self._present
        elif word in ("cs", "ds", "ts"):
            self._present = _Style()
        elif word == "sbasedon":
            self._present.base = number or 0
        elif word == "outlinelevel":
            self._present.outline = number

    def add_name(self, text: str) -> None:
        """Take in a piece of the present style's name."""
        self._present.name = (self._present.name + text).rstrip(";").strip()[:80]

    def heading(self, setting: Setting) -> int:
        """The heading level of a paragraph, 0 for none: by its style, else by what is said of itself."""
        number, depth = setting.style, 0
        while (style := self.styles.get(number)) and depth < INHERITANCE_LIMIT:
            named = HEADING_NAME.match(style.name)
            if style.name.lower() == "title":
                return 1
            if named:
                return min(6, int(named.group(1)))
            if style.outline is not None:
                return style.outline + 1 if style.outline < 6 else 0
            number, depth = style.base, depth + 1
        outline = setting.outline
        return outline + 1 if outline is not None and outline < 6 else 0

    def is_caption(self, setting: Setting) -> bool:
        """Whether the paragraph is in the style of captions."""
        return self._name(setting).lower() == "caption"

    def is_code(self, setting: Setting) -> bool:
        """Whether the paragraph is in a style for program text."""
        return bool(CODE_NAME.search(self._name(setting)))

    def _name(self, setting: Setting) -> str:
        style = self.styles.get(setting.style)
        return style.name if style else ""
