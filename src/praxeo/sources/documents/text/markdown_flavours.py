"""What Obsidian, MkDocs, MyST, Docusaurus and Hugo add to Markdown, as plain Markdown that says the same.

Their marks are no words of a lesson; what stands inside them is. Listings are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

FENCE = re.compile(r"^\s*(?P<fence>`{3,}|~{3,})\s*(?P<info>.*)$")
DIRECTIVE = re.compile(r"^\{(?P<name>[\w:-]+)\}\s*(?P<title>.*)$")  # MyST: ```{note} Title
OPTION = re.compile(r"^\s*:[\w-]+:(?:\s|$)|^\s*---\s*$")
ADMONITION = re.compile(
    r"^(?P<indent>\s*)(?:!!!|\?\?\?\+?|===)\s*(?P<kind>[\w -]+?)?\s*(?:\"(?P<title>[^\"]*)\")?\s*$"
)
CONTAINER = re.compile(
    r"^\s*:{3,}\s*(?:\{(?P<directive>[\w:-]+)\}|(?P<kind>[\w-]+))?\s*(?P<title>[^:{}]*)$"
)
CALLOUT = re.compile(r"^(?P<quote>(?:\s*>)+\s*)\[!(?P<kind>[\w-]+)\][-+]?\s*(?P<title>.*)$")
SHORTCODE = re.compile(r"\{\{[%<].*?[%>]\}\}|\{%.*?%\}")
EMBED = re.compile(r"!\[\[[^\[\]\n]*\]\]")
PICTURE = re.compile(
    r"!\[\[(?P<file>[^\[\]|\n]+\.(?:png|jpe?g|gif|webp|bmp|svg|avif))(?:\|(?:(?P<alt>[^\[\]|\n]*?\D[^\[\]|\n]*)\|?)?[\dx]*)?\]\]",
    re.I,
)
WIKI_LINK = re.compile(r"\[\[(?P<page>[^\[\]|\n]+)(?:\|(?P<shown>[^\[\]\n]+))?\]\](?!\()")
HIGHLIGHT = re.compile(r"==(?=\S)(?P<text>[^=\n]+?)(?<=\S)==")
BLOCK_ID = re.compile(r"\s+\^[\w-]+\s*$")
TASK = re.compile(r"^(?P<item>\s*(?:[-*+]|\d{1,9}[.)])\s+)\[(?P<done>[ xX])\]\s+")
TAGS = re.compile(r"(?:\s+#[A-Za-z][\w/-]*)+\s*$")
ROLE = re.compile(r"\{(?P<role>[\w:-]+)\}`(?P<text>[^`\n]*)`")
ROLE_TARGET = re.compile(r"\s*<[^<>]*>$")
SEEN = re.compile(
    r"\[\[|%%|==|^\s*(?:[-*+]|\d{1,9}[.)])\s+\[[ xX]\]\s|^\s*(?:!!!|\?\?\?|===\s*\"|:::)|\[![\w-]+\]|\{[%{]|\{[\w:-]+\}`|^\s*`{3,}\{|\s\^[\w-]+\s*$|\s#[A-Za-z][\w/-]*\s*$",
    re.M,
)
CODE_DIRECTIVES = frozenset({"code", "code-cell", "code-block", "sourcecode", "literalinclude"})
MATH_DIRECTIVES = frozenset({"math"})
SILENT_DIRECTIVES = frozenset(
    {"toctree", "image", "figure", "bibliography", "raw", "include", "index"}
)
REFERENCES = frozenset({"ref", "numref", "eq", "cite", "cite:p", "cite:t", "doc", "label"})


def plain_markdown(text: str) -> str:
    """The text without the marks of those flavours."""
    if not SEEN.search(text):
        return text
    return "\n".join(_Lines().plain(text.split("\n")))


@dataclass(kw_only=True)
class _Lines:
    """What is open: a listing (`fence`, and the line that ends it as plain Markdown), what an admonition holds."""

    fence: str = ""
    closing: str = ""
    skip: bool = False  # all of the listing is left out
    options: bool = False  # the first lines of it are options of a directive
    set_in: int = 0  # how far

    def plain(self, lines: list[str]) -> Iterator[str]:
        """The lines as plain Markdown."""
        for line in lines:
            line = self._set_out(line)
            if self.fence:
                yield from self._listed(line)
            elif opened := FENCE.match(line):
                yield from self._opened(line, opened)
            else:
                yield from self._outside(line)

    def _set_out(self, line: str) -> str:
        """A line of an admonition without what it is set in by."""
        if self.set_in and (line.startswith(" " * self.set_in) or not line.strip()):
            return line[self.set_in :]
        if not self.fence:
            self.set_in = 0
        return line

    def _listed(self, line: str) -> Iterator[str]:
        ends = line.strip().startswith(self.fence) and not line.strip().strip(self.fence[0])
        if self.options and OPTION.match(line) and not ends:
            return
        self.options = False
        if ends:
            self.fence, line = "", self.closing
        if not self.skip:
            yield line
        self.skip = self.skip and not ends

    def _opened(self, line: str, opened: re.Match[str]) -> Iterator[str]:
        self.fence = opened["fence"]
        first, self.closing, self.skip = _fenced(line, opened)
        self.options = bool(DIRECTIVE.match(opened["info"]))
        if first is not None and not self.skip:
            yield first

    def _outside(self, line: str) -> Iterator[str]:
        start = line.lstrip()[:3]
        if start in ("!!!", "???", "===") and (admonition := ADMONITION.match(line)):
            self.set_in = len(admonition["indent"]) + 4
            yield from _title(admonition["title"] or "")
        elif OPTION.match(line) and line.strip() != "---":
            return
        elif start == ":::" and (container := CONTAINER.match(line)):
            yield from _title((container["title"] or "").strip())
        else:
            yield _inline(line)


def _title(title: str) -> tuple[str, ...]:
    return ("", f"**{title}**", "") if title else ("",)


def _fenced(line: str, opened: re.Match[str]) -> tuple[str | None, str, bool]:
    """The line that opens a listing, the one that closes it, and whether all of it is left out."""
    directive = DIRECTIVE.match(opened["info"])
    if directive is None:
        return line, opened["fence"], False
    name, title = directive["name"], directive["title"].strip()
    if name in CODE_DIRECTIVES:
        return f"{opened['fence']}{title}", opened["fence"], False
    if name in MATH_DIRECTIVES:
        return "$$", "$$", False
    if name in SILENT_DIRECTIVES:
        return None, "", True
    return (f"**{title}**\n" if title else ""), "", False


def _inline(line: str) -> str:
    if callout := CALLOUT.match(line):
        title = callout["title"].strip()
        line = (
            f"{callout['quote']}**{title}**\n{callout['quote'].rstrip()}"
            if title
            else callout["quote"]
        )
    line = TASK.sub(lambda found: f"{found['item']}{'☐' if found['done'] == ' ' else '☑'} ", line)
    parts = re.split(r"(`[^`\n]*`)", ROLE.sub(_role, line))
    return "".join(part if number % 2 else _words(part) for number, part in enumerate(parts))


def _words(text: str) -> str:
    text = PICTURE.sub(lambda found: f"![{found['alt'] or ''}](<{found['file']}>)", text)
    text = SHORTCODE.sub("", EMBED.sub("", text))
    text = WIKI_LINK.sub(_link, text)
    text = HIGHLIGHT.sub(lambda found: found["text"], text)
    return BLOCK_ID.sub("", TAGS.sub("", BLOCK_ID.sub("", text)))


def _link(found: re.Match[str]) -> str:
    """A link shows its own words, else the name of its page without the place on it."""
    return str(
        found["shown"] or found["page"].partition("#")[0] or found["page"].strip("#")
    ).strip()


def _role(found: re.Match[str]) -> str:
    words = ROLE_TARGET.sub("", found["text"])
    if found["role"] in REFERENCES:
        return words if words != found["text"] else ""
    if found["role"] == "math":
        return f"${words}$"
    return {"sub": f"<sub>{words}</sub>", "sup": f"<sup>{words}</sup>"}.get(found["role"], words)
