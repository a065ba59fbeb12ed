"""What Obsidian, MkDocs, MyST, Docusaurus and Hugo add to Markdown, as plain Markdown that says the same.

Their marks are no words of a lesson; what stands inside them is. Listings are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

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
WIKI_LINK = re.compile(r"\[\[(?P<page>[^\[\]|\n]+)(?:\|(?P<shown>[^\[\]\n]+))?\]\]")
HIGHLIGHT = re.compile(r"==(?=\S)(?P<text>[^=\n]+?)(?<=\S)==")
BLOCK_ID = re.compile(r"\s+\^[\w-]+\s*$")
TASK = re.compile(r"^(?P<item>\s*[-*+]\s+)\[[ xX]\]\s+")
TAGS = re.compile(r"(?:\s+#[A-Za-z][\w/-]*)+\s*$")
ROLE = re.compile(r"\{(?P<role>[\w:-]+)\}`(?P<text>[^`\n]*)`")
ROLE_TARGET = re.compile(r"\s*<[^<>]*>$")
SEEN = re.compile(
    r"\[\[|%%|==|^\s*[-*+]\s+\[[ xX]\]\s|^\s*(?:!!!|\?\?\?|===\s*\"|:::)|\[![\w-]+\]|\{[%{]|\{[\w:-]+\}`|^\s*`{3,}\{|\s\^[\w-]+\s*$|\s#[A-Za-z][\w/-]*\s*$",
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
    return "\n".join(_lines(text.split("\n")))


def _lines(lines: list[str]) -> Iterator[str]:
    fence = closing = ""
    skip = options = False
    dedent = 0
    for line in lines:
        if dedent:  # what an admonition holds is set in
            if line.startswith(" " * dedent) or not line.strip():
                line = line[dedent:]
            elif not fence:
                dedent = 0
        if fence:
            ends = line.strip().startswith(fence) and not line.strip().strip(fence[0])
            if options and OPTION.match(line) and not ends:
                continue
            options = False
            if ends:
                fence, line = "", closing if closing is not None else line
            if not skip:
                yield line
            skip = skip and bool(fence)
            continue
        opened = FENCE.match(line)
        if opened:
            fence, (first, closing, skip) = opened["fence"], _fenced(line, opened)
            options = bool(DIRECTIVE.match(opened["info"]))
            if first is not None and not skip:
                yield first
            continue
        admonition = ADMONITION.match(line)
        if admonition and line.lstrip()[:3] in ("!!!", "???", "==="):
            dedent = len(admonition["indent"]) + 4
            yield from ("", f"**{admonition['title']}**", "") if admonition["title"] else ("",)
            continue
        if OPTION.match(line) and line.strip() != "---":
            continue
        container = CONTAINER.match(line)
        if container and line.lstrip().startswith(":::"):
            title = (container["title"] or "").strip()
            yield from ("", f"**{title}**", "") if title else ("",)
            continue
        yield _inline(line)


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
    line = TASK.sub(r"\g<item>", line)
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
