"""Goes through the lines of an Org text and appends its blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from praxeo.domain.blocks import BlockKind
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.markup.items import OpenLists
from praxeo.sources.documents.markup.org import lines as begin
from praxeo.sources.documents.markup.org.tables import table_cells
from praxeo.sources.documents.markup.outside_parts import OutsideParts
from praxeo.sources.documents.markup.passed_on import add_passed_on
from praxeo.sources.documents.markup.runs import Runs
from praxeo.sources.formulas.reading import read_tex

TODO = re.compile(r"^(?:TODO|DONE|NEXT|WAITING|HOLD|CANCELLED|CANCELED|STARTED|PROJ)\b[ \t]*")
PRIVATE_TAGS = ("noexport", "archive", "private")
CODE = ("src", "example")
FORMULA = re.compile(r"(?:equation|align|gather|multline|eqnarray|displaymath|alignat|flalign)\*?")


@dataclass(kw_only=True)
class Walk:
    """`facts` are the keywords of the whole by name; `caption` belongs to the block that comes."""

    lines: list[str]
    blocks: BlockList
    runs: Runs
    outside: OutsideParts
    facts: dict[str, str] = field(default_factory=dict)
    lists: OpenLists = field(default_factory=OpenLists)
    caption: str = ""
    top: int = 0  # how far headlines stand below the title
    at: int = 0

    def run(self, end: int | None = None) -> None:
        """Read all lines up to `end`."""
        last = len(self.lines) if end is None else end
        while self.at < last:
            line = self.lines[self.at]
            self.at += 1
            if line.strip() and not self._about(line):
                self._block(line)

    def _about(self, line: str) -> bool:
        """Take in a line that is no text itself."""
        keyword = begin.KEYWORD.match(line)
        if keyword and not begin.BEGIN.match(line):
            self._keyword(keyword["name"].lower(), keyword["value"].strip())
        elif begin.DRAWER.match(line):
            self._until(":end:")
        elif comment := begin.COMMENT.match(line):
            with self.blocks.aside("comments"):
                self.blocks.add("paragraph", comment["text"] or "")
        elif not any(kind.match(line) for kind in (begin.PLANNING, begin.BREAK, begin.END)):
            return False
        return True

    def _keyword(self, name: str, value: str) -> None:
        if name == "include":
            self.outside.note(value.split('"')[1] if value.count('"') > 1 else value.split(" ")[0])
        elif name == "caption":
            self.caption = value
        elif name == "macro":
            known, _, meaning = value.partition(" ")
            self.facts[f"macro {known}"] = meaning[:500]
        else:
            self.facts.setdefault(name, value)

    def _until(self, closing: str) -> list[str]:
        """The lines up to one that closes, which is passed over; to the end if none does."""
        start = self.at
        while self.at < len(self.lines) and self.lines[self.at].strip().lower() != closing:
            self.at += 1
        taken = self.lines[start : self.at]
        self.at += 1
        return taken

    def _block(self, line: str) -> None:
        block = begin.BEGIN.match(line)
        if headline := begin.HEADLINE.match(line):
            self._headline(len(headline["stars"]), headline["title"])
        elif block:
            self._delimited(block["kind"].lower(), block["rest"].strip())
        elif begin.FIXED.match(line):
            self._fixed(line)
        elif begin.TABLE.match(line):
            self._table(line)
        elif begin.LATEX.match(line):
            self._latex(line)
        elif begin.ITEM.match(line):
            self._item(line)
        elif note := begin.NOTE.match(line):
            self.blocks.ledger.keep("notes")
            self._text("paragraph", "\n".join([note["text"], *self._continued()]))
        else:
            set_in = len(line) - len(line.lstrip())
            if not set_in:
                self.lists.close()
            self._tell_caption()
            self._text("paragraph", "\n".join([line.strip(), *self._continued()]))

    def _headline(self, stars: int, title: str) -> None:
        self.lists.close()
        tags = begin.TAGS.search(f" {title}")
        title = begin.TAGS.sub("", f" {title}").strip()
        title = begin.PRIORITY.sub("", TODO.sub("", title))
        named = tags["tags"].lower().split(":") if tags else []
        if title.startswith("COMMENT") or any(tag in named for tag in PRIVATE_TAGS):
            end = self._end_of_part(stars)
            with self.blocks.aside("private"):
                self._text("heading", title.removeprefix("COMMENT").strip(), level=stars)
                self.run(end)
            return
        self._text("heading", title, level=min(6, stars + self.top))

    def _end_of_part(self, stars: int) -> int:
        """Where the part of a headline ends: at the next one that is no deeper."""
        for at in range(self.at, len(self.lines)):
            found = begin.HEADLINE.match(self.lines[at])
            if found and len(found["stars"]) <= stars:
                return at
        return len(self.lines)

    def _continued(self, indent: int = -1) -> list[str]:
        """The lines that go on with a paragraph, or with an item that is set in so far."""
        taken = []
        while self.at < len(self.lines) and not begin.begins_block(line := self.lines[self.at]):
            if len(line) - len(line.lstrip()) <= indent:
                break
            taken.append(line.strip())
            self.at += 1
        return taken

    def _item(self, line: str) -> None:
        item = begin.ITEM.match(line)
        if item is None:
            return
        indent = len(item["indent"].expandtabs(8))
        while self.lists.marks and int(str(self.lists.marks[-1])) > indent:
            self.lists.close(self.lists.depth - 1)
        self.lists.item(indent, int(item["start"] or 1))
        text = "\n".join([item["text"] or "", *self._continued(indent)])
        number = item["mark"] if item["mark"] not in "-+*" else ""
        if item["start"]:
            number = item["start"] + item["mark"][-1]
        if item["term"]:
            self.runs.read(self._with_macros(item["term"]), ("strong",))
            self.runs.inline.add(": ")
        self._text("list_item", text.strip(), level=self.lists.depth, number=number)

    def _text(self, kind: BlockKind, text: str, *, level: int = 0, number: str = "") -> None:
        """Append a block of text, and the notes that stand in it."""
        self.runs.read(self._with_macros(text))
        self.blocks.add_inline(kind, self.runs.take(), level=min(6, level), number=number)
        notes, self.runs.notes = self.runs.notes, []
        for note in notes:
            self.blocks.ledger.keep("notes")
            self._text("paragraph", note)

    def _with_macros(self, text: str) -> str:
        """The text with what `{{{name(a,b)}}}` stands for."""
        from praxeo.sources.documents.markup.org.macros import with_macros

        return with_macros(text, self.facts) if "{{{" in text else text

    def _tell_caption(self) -> None:
        if self.caption:
            self._text("caption", self.caption)
            self.caption = ""

    def _delimited(self, kind: str, rest: str) -> None:
        if kind in CODE:
            self._tell_caption()
            language = (
                rest.split(" ")[0] if kind == "src" and not rest.startswith((":", "-")) else ""
            )
            body = [
                re.sub(r"^(\s*),(?=[*#,])", r"\1", line) for line in self._until(f"#+end_{kind}")
            ]
            set_in = min(
                (len(line) - len(line.lstrip()) for line in body if line.strip()), default=0
            )
            self.blocks.add(
                "code", "\n".join(line[set_in:] for line in body).strip("\n"), language=language
            )
        elif kind == "comment":
            with self.blocks.aside("comments"):
                self.blocks.add("paragraph", "\n".join(self._until("#+end_comment")))
        elif kind == "export":
            passed = "\n".join(self._until("#+end_export"))
            add_passed_on(passed, rest.split(" ")[0], self.blocks)
        elif kind == "verse":
            self._text("paragraph", "\\\\\n".join(self._until("#+end_verse")))
        # What any other block holds is read as any text; its end is a line that says nothing.

    def _fixed(self, line: str) -> None:
        taken = [line]
        while self.at < len(self.lines) and begin.FIXED.match(self.lines[self.at]):
            taken.append(self.lines[self.at])
            self.at += 1
        shown = [found["text"] or "" for each in taken if (found := begin.FIXED.match(each))]
        self.blocks.add("code", "\n".join(shown).strip("\n"))

    def _table(self, line: str) -> None:
        taken = [line]
        while self.at < len(self.lines) and begin.TABLE.match(self.lines[self.at]):
            taken.append(self.lines[self.at])
            self.at += 1
        self._tell_caption()
        self.blocks.add_table(
            table_cells(taken, lambda text: self.runs.cell(self._with_macros(text)))
        )

    def _latex(self, line: str) -> None:
        found = begin.LATEX.match(line)
        name = found["name"] if found else ""
        tex = "\n".join([line, *self._until(f"\\end{{{name}}}".lower()), f"\\end{{{name}}}"])
        if FORMULA.fullmatch(name):
            self.runs.inline.add_formula(
                *read_tex(tex.strip(), display=True, macros=self.blocks.macros)
            )
            self.blocks.add_inline("paragraph", self.runs.take())
        else:
            self.blocks.add("code", tex, language="latex")
