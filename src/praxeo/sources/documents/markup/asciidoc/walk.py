"""Goes through the lines of an AsciiDoc text and appends its blocks."""

from __future__ import annotations

from dataclasses import dataclass, field

from praxeo.domain.blocks import BlockKind
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.markup.asciidoc import lines as begin
from praxeo.sources.documents.markup.asciidoc.attributes import Attributes, BlockAttributes
from praxeo.sources.documents.markup.asciidoc.tables import table_cells
from praxeo.sources.documents.markup.items import OpenLists
from praxeo.sources.documents.markup.outside_parts import OutsideParts
from praxeo.sources.documents.markup.passed_on import add_passed_on
from praxeo.sources.documents.markup.pictures import add_picture
from praxeo.sources.documents.markup.runs import Runs
from praxeo.sources.formulas.reading import read_tex

NUMBERED = {
    "loweralpha": "a",
    "upperalpha": "A",
    "lowerroman": "i",
    "upperroman": "I",
    "arabic": "1",
}


@dataclass(kw_only=True)
class Walk:
    """`above` is what was said of the block that comes, `title` its title; `at` is the line that is read next."""

    lines: list[str]
    blocks: BlockList
    runs: Runs
    attributes: Attributes
    outside: OutsideParts
    lists: OpenLists = field(default_factory=OpenLists)
    above: BlockAttributes = field(default_factory=BlockAttributes)
    title: str = ""
    attribution: str = ""
    attached: bool = False
    at: int = 0

    def run(self) -> None:
        """Read all lines."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if not self._about(line):
                self._block(line)

    def _about(self, line: str) -> bool:
        """Take in a line that is no text itself."""
        above, macro = begin.ABOVE.match(line), begin.MACRO.match(line)
        if not line.strip() or begin.BREAK.match(line) or self.attributes.read(line):
            return True
        if comment := begin.COMMENT.match(line):
            with self.blocks.aside("comments"):
                self.blocks.add("paragraph", comment["text"].strip())
        elif above:
            self.above.add(above["stated"] or "")
        elif title := begin.BLOCK_TITLE.match(line):
            self.title = title["title"]
        elif line.strip() == "+":
            self.attached = True
        elif macro:
            self._macro(macro["name"], macro["target"], macro["inside"])
        else:
            return False
        return True

    def _macro(self, name: str, target: str, inside: str) -> None:
        if name == "include":
            self.outside.note(target)
        elif name == "image":
            folder = self.attributes.values.get("imagesdir", "")
            address = f"{folder}/{target}" if folder else target
            add_picture(address, self.blocks, alt=inside.split(",")[0].strip('"'))
            self._caption()
        elif name in ("video", "audio"):
            self._caption()
        elif name in ("stem", "latexmath"):
            self._formula(inside)
        elif name in ("ifdef", "ifndef"):
            known = any(
                n in self.attributes.values for n in target.lower().replace("+", ",").split(",")
            )
            if known != (name == "ifdef") and not inside:
                self._skip_condition()

    def _skip_condition(self) -> None:
        """Pass over what stands there only where an attribute is set."""
        depth = 1
        while self.at < len(self.lines) and depth:
            macro = begin.MACRO.match(self.lines[self.at])
            depth += (
                (macro["name"].startswith("if") and not macro["inside"])
                - (macro["name"] == "endif")
                if macro
                else 0
            )
            self.at += 1

    def _block(self, line: str) -> None:
        heading = begin.TITLE.match(line)
        if heading:
            self.lists.close()
            self._end_of("heading", heading["title"], level=min(6, len(heading["marks"])))
        elif begin.DELIMITER.match(line):
            self._delimited(line.strip())
        elif begin.begins_item(line) and self.above.style not in ("literal", "listing", "source"):
            self._strong_title()
            self._item(line)
        elif line[0] in " \t" and not self.lists.depth:
            self._listing([line, *self._until_empty()], "")
        else:
            self._paragraph(line)
        self.above, self.title, self.attached = BlockAttributes(), "", False

    def _until_empty(self) -> list[str]:
        taken = []
        while self.at < len(self.lines) and self.lines[self.at].strip():
            taken.append(self.lines[self.at])
            self.at += 1
        return taken

    def _continued(self) -> list[str]:
        """The lines that go on with a paragraph or item."""
        taken = []
        while self.at < len(self.lines) and not begin.begins_block(self.lines[self.at]):
            if self.lists.depth and begin.begins_item(self.lines[self.at]):
                break
            taken.append(self.lines[self.at].strip())
            self.at += 1
        return taken

    def _paragraph(self, line: str) -> None:
        if not self.attached:
            self.lists.close()
        text = "\n".join([begin.ADMONITION.sub("", line), *self._continued()])
        if begin.SOURCE.fullmatch(self.above.style):
            self._listing(text.split("\n"), self._language())
            return
        self._strong_title()
        if self.above.style in ("stem", "latexmath"):
            self._formula(text)
        else:
            self._end_of("paragraph", text)

    def _item(self, line: str) -> None:
        bullet = begin.BULLET.match(line)
        if bullet:
            mark = (
                bullet["mark"]
                if bullet["mark"][0] in "*-."
                else "."
                if bullet["mark"][0] != "<"
                else "<>"
            )
            start = self.above.named.get("start", "1")
            self.lists.item(mark, int(start) if start.isdecimal() and len(start) < 6 else 1)
            number = ""
            if mark.startswith("."):
                number = self.lists.number(NUMBERED.get(self.above.style, ""))
            text = "\n".join([begin.CHECK.sub("", bullet["text"]), *self._continued()])
            self._end_of("list_item", text, level=self.lists.depth, number=number)
            return
        term = begin.TERM.match(line)
        if term is None:
            return
        self.lists.item(term["mark"])
        meaning = [term["text"] or "", *self._meaning(bool((term["text"] or "").strip()))]
        self.runs.read(self.attributes.put_in(term["term"].strip()), ("strong",))
        self.runs.inline.add(": ")
        self._end_of("list_item", "\n".join(meaning).strip(), level=self.lists.depth)

    def _meaning(self, begun: bool) -> list[str]:
        """The lines of a meaning, which may begin below its term, after an empty line, too."""
        if not begun and self.at < len(self.lines) and not self.lines[self.at].strip():
            following = self.lines[self.at + 1 : self.at + 2]
            if (
                following
                and not begin.begins_block(following[0])
                and not begin.begins_item(following[0])
                and not begin.TITLE.match(following[0])
            ):
                self.at += 1
        return self._continued()

    def _end_of(self, kind: BlockKind, text: str, *, level: int = 0, number: str = "") -> None:
        """Append a block of text, and the notes in it."""
        self.runs.read(self.attributes.put_in(text))
        self.blocks.add_inline(kind, self.runs.take(), level=min(6, level), number=number)
        notes, self.runs.notes = self.runs.notes, []
        for note in notes:
            self.blocks.ledger.keep("notes")
            self._end_of("paragraph", note)

    def _strong_title(self) -> None:
        if self.title:
            self.runs.read(self.attributes.put_in(self.title), ("strong",))
            self.blocks.add_inline("paragraph", self.runs.take())
            self.title = ""

    def _caption(self) -> None:
        if self.title:
            self._end_of("caption", self.title)
            self.title = ""

    def _language(self) -> str:
        stated = self.above.named.get("language", "")
        return stated or (self.above.positions[1] if len(self.above.positions) > 1 else "")

    def _listing(self, lines: list[str], language: str) -> None:
        self._caption()
        lines = [line for line in lines if not self._is_include(line)]
        while lines and not lines[-1].strip():
            lines.pop()
        set_in = min((len(line) - len(line.lstrip()) for line in lines if line.strip()), default=0)
        self.blocks.add("code", "\n".join(line[set_in:] for line in lines), language=language)

    def _is_include(self, line: str) -> bool:
        macro = begin.MACRO.match(line)
        if macro is None or macro["name"] != "include":
            return False
        self.outside.note(macro["target"])
        return True

    def _formula(self, tex: str) -> None:
        self.runs.inline.add_formula(*read_tex(tex, display=True, macros=self.blocks.macros))
        self.blocks.add_inline("paragraph", self.runs.take())

    def _inside(self, delimiter: str) -> list[str]:
        """The lines up to the same delimiter."""
        start, closing = self.at, "```" if delimiter.startswith("```") else delimiter
        try:
            end = self.lines.index(closing, start)
        except ValueError:
            end = len(self.lines)
        self.at = end + 1
        return self.lines[start:end]

    def _delimited(self, delimiter: str) -> None:
        if not self.attached:
            self.lists.close()
        sign = delimiter[:2]
        if sign == "//":
            with self.blocks.aside("comments"):
                self.blocks.add("paragraph", "\n".join(self._inside(delimiter)))
        elif delimiter.startswith("```"):
            self._listing(self._inside(delimiter), delimiter.strip("`"))
        elif delimiter.endswith("===") and delimiter[0] in "|,:!":
            self._table(delimiter)
        elif sign == "++":
            body = "\n".join(self._inside(delimiter))
            if self.above.style in ("stem", "latexmath", "asciimath"):
                self._formula(body)
            else:
                add_passed_on(body, "", self.blocks)
        elif sign in ("--", "..") and len(delimiter) > 2:
            is_source = self.above.style in ("source", "listing", "")
            self._listing(self._inside(delimiter), self._language() if is_source else "")
        else:  # what such a block holds is read as any text
            self._around(sign)

    def _around(self, sign: str) -> None:
        self._strong_title()
        if self.above.style in ("quote", "verse") and len(self.above.positions) > 1:
            self.attribution = ", ".join(self.above.positions[1:])
        elif sign == "__" and self.attribution:
            self._end_of("paragraph", f"— {self.attribution}")
            self.attribution = ""

    def _table(self, delimiter: str) -> None:
        if delimiter[0] in ",:":
            self.above.named.setdefault("format", "csv" if delimiter[0] == "," else "dsv")
        body = self._inside(delimiter)
        self._caption()
        self.blocks.add_table(
            table_cells(body, self.above, lambda text: self.runs.cell(self.attributes.put_in(text)))
        )
