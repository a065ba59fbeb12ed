"""Directives and roles that Docutils does not know, as those of Sphinx: what stands in them is read."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import Directive, directives, roles
from docutils.parsers.rst.languages import en

from praxeo.sources.documents.markup.rst.vocabulary import (
    CODE,
    FORMULA,
    INCLUDED,
    SILENT,
    WITHOUT_TITLE,
    WORDS,
    is_ours,
)

NAMES_AT_MOST = 500
DIRECTIVE = re.compile(
    r"^[ \t]*\.\.[ \t]+(?:\|[^|\n]+\|[ \t]+)?([A-Za-z][\w:.+-]*?)[ \t]?::(?:\s|$)", re.MULTILINE
)
ROLE = re.compile(r":([A-Za-z][\w:.+-]{0,40}):`|`:([A-Za-z][\w:.+-]{0,40}):")
TARGET = re.compile(r"\s*<[^<>]*>$")


class AnyOption(dict[str, Any]):
    """The options of a directive that takes whatever it is given."""

    def __missing__(self, name: str) -> Any:
        return directives.unchanged


class Lenient(Directive):  # type: ignore[misc]
    """A directive of which only what it holds is known: its argument and its contents."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = AnyOption({"class": directives.unchanged})

    def run(self) -> list[nodes.Node]:
        """What stands for it in the document."""
        stated = self.arguments[0].strip() if self.arguments else ""
        name = self.name.lower()
        if CODE.fullmatch(name):
            return self._listing(stated)
        if FORMULA.fullmatch(name):
            tex = "\n".join([stated, *self.content]).strip()
            return [nodes.math_block(tex, tex)] if tex else []
        if name == "raw":
            text = "\n".join(self.content)
            return [nodes.raw(text, text, format=stated)]
        if SILENT.fullmatch(name):
            if INCLUDED.fullmatch(name) and stated:
                self.state.document.settings.outside.note(stated)
            return []
        return self._contents(name, stated)

    def _listing(self, language: str) -> list[nodes.Node]:
        text = "\n".join(self.content)
        listing = nodes.literal_block(
            text, text, classes=["code", language.split()[0] if language else ""]
        )
        caption = self.options.get("caption", "")
        return [nodes.caption(caption, caption), listing] if caption else [listing]

    def _contents(self, name: str, stated: str) -> list[nodes.Node]:
        container = nodes.container()
        if name == "glossary":
            self._join_terms()
        if stated and ":" in name:  # the signature of what a language's domain describes
            container += nodes.paragraph("", "", nodes.literal(stated, stated))
        elif stated and not WITHOUT_TITLE.fullmatch(name):
            title, messages = self.state.inline_text(stated, self.lineno)
            container += nodes.rubric("", "", *title)
            container += messages
        self.state.nested_parse(self.content, self.content_offset, container)
        return [container]

    def _join_terms(self) -> None:
        """Several terms above one meaning stand on one line, as a definition list has them."""
        self.content.disconnect()  # else the lines would go from the text, too
        for at in range(len(self.content) - 1, 0, -1):
            before, line = self.content[at - 1], self.content[at]
            if (
                before.strip()
                and line.strip()
                and not before[0].isspace()
                and not line[0].isspace()
            ):
                self.content[at - 1] = f"{before}, {line}"
                del self.content[at]


def make_known(text: str) -> None:
    """Have Docutils read the directives and roles of a text that it does not know itself."""
    for name in list(dict.fromkeys(DIRECTIVE.findall(text)))[:NAMES_AT_MOST]:
        if name.lower() not in en.directives or is_ours(name.lower()):
            directives.register_directive(name.lower(), Lenient)
    found = dict.fromkeys(first or second for first, second in ROLE.findall(text))
    for name in list(found)[:NAMES_AT_MOST]:
        if name.lower() not in en.roles:
            roles.register_local_role(name.lower(), _role)


def _role(
    name: str, raw: str, text: str, *_: Any, **__: Any
) -> tuple[list[nodes.Node], list[nodes.Node]]:
    """The words of a role: a title before its target, the last part of "~a.b.c"."""
    shown = nodes.unescape(text)
    words = TARGET.sub("", shown).lstrip("!")
    if words.startswith("~"):
        words = words.lstrip("~").rpartition(".")[2]
    if name in ("ref", "numref") and words == shown:
        return [nodes.inline(raw, words, classes=["ref"])], []
    if WORDS.fullmatch(name):
        return [nodes.inline(raw, words)], []
    return [nodes.literal(raw, words)], []
