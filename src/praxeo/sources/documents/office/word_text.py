"""Reads the inside of a Word paragraph: runs, fields, equations, and what floats beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from praxeo.sources.documents.inline import InlineText, RunStyle
from praxeo.sources.documents.office.word_notes import NO_SIGNS, NOTES, NoteSigns
from praxeo.sources.documents.office.word_run_signs import (
    form_field,
    is_tiny,
    is_white,
    script,
    symbol,
)
from praxeo.sources.documents.office.word_styles import Style, Styles, flag, monospaced
from praxeo.sources.documents.symbol_font import symbol_text
from praxeo.sources.documents.xml_tree import attribute, child, children, local
from praxeo.sources.formulas.reading import read_omml

CONTAINERS = {
    *("hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml"),
    *("dir", "bdo", "rubyBase"),
}
DROPPED = {"del", "moveFrom", "pPr", "rPr", "sdtPr", "sdtEndPr", "instrText", "delText"}
FLOATING = {"drawing", "pict", "object"}
# The field that numbers captions, but not the one that numbers equations.
NUMBERS_A_CAPTION = re.compile(r"\s*SEQ\s+(?!eq|gleich|formel|form)", re.I)


@dataclass(kw_only=True)
class Paragraph:
    """What one paragraph holds; the first `leading` of its floats stand in the line before all text."""

    inline: InlineText
    floats: list[Any] = field(default_factory=list)
    leading: int = 0
    numbers_caption: bool = False
    notes: list[tuple[str, str]] = field(default_factory=list)
    characters: int = 0
    monospaced: int = 0
    pages_before: int = 0
    pages_after: int = 0
    hidden: list[str] = field(default_factory=list)
    unseen: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)  # by a change that is tracked

    @property
    def is_monospaced(self) -> bool:
        """Whether everything in it is set like on a typewriter."""
        return self.characters > 0 and self.monospaced == self.characters


@dataclass(frozen=True, kw_only=True)
class _Look:
    bold: bool
    italic: bool
    monospaced: bool
    hidden: bool
    unseen: bool = False
    script: RunStyle | None = None
    struck: bool = False


PLAIN = _Look(bold=False, italic=False, monospaced=False, hidden=False)


def read_paragraph(
    element: Any,
    styles: Styles,
    style: Style,
    *,
    verbatim: bool = False,
    signs: NoteSigns = NO_SIGNS,
) -> Paragraph:
    """The text, marks, floats and notes of a w:p element that is set in `style`."""
    paragraph = Paragraph(inline=InlineText(verbatim=verbatim))
    _Reader(styles=styles, style=style, paragraph=paragraph, signs=signs).walk(element)
    return paragraph


@dataclass(kw_only=True)
class _Reader:
    styles: Styles
    style: Style
    paragraph: Paragraph
    signs: NoteSigns

    def walk(self, element: Any) -> None:
        for node in element:
            name = local(node)
            if name == "r":
                self._run(node)
            elif name in CONTAINERS:
                if name == "fldSimple":
                    self._field(attribute(node, "instr"))
                self.walk(node)
            elif name == "del":
                self.paragraph.deleted += (text.text or "" for text in node.iter("{*}delText"))
            elif name == "AlternateContent":
                self.walk(alternative(node))
            elif name == "oMath":
                self._equation(node)
            elif name == "oMathPara":
                self._equations(node)

    def _equations(self, node: Any) -> None:
        for number, equation in enumerate(children(node, "oMath")):
            if number:
                self.paragraph.inline.add("\n")
            self._equation(equation, display=True)
        for wrapper in children(node, "r"):
            self._run(wrapper)

    def _equation(self, node: Any, *, display: bool = False) -> None:
        read = read_omml(node, display=display)
        self.paragraph.characters += len("".join(read.text.split()))
        self.paragraph.inline.add_formula(*read)

    def _run(self, run: Any) -> None:
        look = self._look(child(run, "rPr"))
        self._run_contents(run, look)

    def _run_contents(self, run: Any, look: _Look) -> None:
        for node in run:
            name = local(node)
            match name:
                case "t":
                    self._text(node.text or "", look)
                case "tab" | "ptab":
                    self._text("\t", look)
                case "br" if attribute(node, "type") in ("", "textWrapping"):
                    self._text("\n", look)
                case "cr":
                    self._text("\n", look)
                case "noBreakHyphen":
                    self._text("-", look)
                case "sym":
                    self._text(symbol(node), look)
                case "lastRenderedPageBreak":
                    self._page()
                case "ruby":
                    self._ruby(node, look)
                case "AlternateContent":
                    self._run_contents(alternative(node), look)
                case "oMath":
                    self._equation(node)
                case "instrText":
                    self._field(node.text or "")
                case _ if name in FLOATING and not look.hidden:
                    self._float(node)
                case "fldChar":
                    self._text(form_field(node), look)
                case "footnoteRef" | "endnoteRef":
                    self.paragraph.inline.add(self.signs.own, ("raised", "note"))
                case _ if name in NOTES:
                    note = (NOTES[name], attribute(node, "id"))
                    self.paragraph.notes.append(note)
                    self.paragraph.inline.add(self.signs.of(note), ("raised", "note"))
                case _:
                    pass

    def _field(self, instruction: str) -> None:
        if NUMBERS_A_CAPTION.match(instruction):
            self.paragraph.numbers_caption = True

    def _float(self, node: Any) -> None:
        floats = self.paragraph.floats
        in_line = child(node, "anchor") is None
        if in_line and not self.paragraph.characters and self.paragraph.leading == len(floats):
            self.paragraph.leading += 1
        floats.append(node)

    def _ruby(self, node: Any, look: _Look) -> None:
        """The base text, with its reading in parentheses."""
        for run in children(child(node, "rubyBase"), "r"):
            self._run_contents(run, look)
        reading = "".join(
            text.text or ""
            for run in children(child(node, "rt"), "r")
            for text in children(run, "t")
        )
        if reading:
            self._text(f"({reading})", look)

    def _text(self, text: str, look: _Look) -> None:
        if look.hidden or look.unseen:
            (self.paragraph.unseen if look.unseen else self.paragraph.hidden).append(text)
            return
        text = symbol_text(text, "")
        solid = len("".join(text.split()))
        self.paragraph.characters += solid
        self.paragraph.monospaced += solid if look.monospaced else 0
        marks: list[RunStyle] = []
        if look.bold:
            marks.append("strong")
        if look.italic:
            marks.append("emphasis")
        if look.monospaced and not self.paragraph.inline.verbatim:
            marks.append("code")
        if look.script:
            marks.append(look.script)
        if look.struck:
            marks.append("struck")
        self.paragraph.inline.add(text, tuple(marks))

    def _page(self) -> None:
        if self.paragraph.characters:
            self.paragraph.pages_after += 1
        else:
            self.paragraph.pages_before += 1

    def _look(self, properties: Any) -> _Look:
        named = child(properties, "rStyle")
        character = self.styles.get(attribute(named, "val")) if named is not None else None
        if character is self.styles.default:
            character = None

        def stated(name: str, key: str) -> bool:
            own = flag(properties, name)
            if own is not None:
                return own
            if character is not None and getattr(character, key) is not None:
                return bool(getattr(character, key))
            return bool(getattr(self.style, key))

        own_mono = monospaced(properties)
        mono = own_mono if own_mono is not None else None
        if mono is None and character is not None:
            mono = character.monospaced or character.is_code
        return _Look(
            bold=stated("b", "bold") and not self.style.heading,
            italic=stated("i", "italic") and not self.style.heading,
            monospaced=bool(self.style.monospaced if mono is None else mono)
            and not self.styles.default.monospaced,
            hidden=stated("vanish", "hidden"),
            unseen=is_tiny(properties) or is_white(properties),
            script=script(properties),
            struck=bool(flag(properties, "strike") or flag(properties, "dstrike")),
        )


def alternative(node: Any) -> Any:
    """Of several versions of the same content, the newest one; every one says the same."""
    choice = child(node, "Choice")
    if choice is not None and len(choice):
        return choice
    fallback = child(node, "Fallback")
    return fallback if fallback is not None else ()


def outermost(element: Any, name: str) -> list[Any]:
    """The elements of that name that stand in no other of that name; one version of each."""
    found = []
    for node in element:
        if local(node) == name:
            found.append(node)
        elif local(node) == "AlternateContent":
            found.extend(outermost(alternative(node), name))
        else:
            found.extend(outermost(node, name))
    return found
