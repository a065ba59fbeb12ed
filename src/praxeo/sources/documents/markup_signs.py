"""By what texts that are written to be typeset are told. Every text is asked, so nothing here loads a reader."""

from __future__ import annotations

import re

SAMPLE_CHARACTERS = 20_000
LINE_CHARACTERS = 300
MARKDOWN = re.compile(r"^(?:#{1,6} \S|```|~~~)|\]\((?:https?:|[./#\w])", re.MULTILINE)
RST_STRONG = re.compile(
    r"^\.\. (?:[a-z][a-z:-]*::(?:\s|$)|_[^:\n]{1,80}:|\|[^|\n]{1,80}\| \w+::|\[(?:#\w*|\d+|\*)\] )"
    r"|(?<![\w:]):[a-z][\w:+-]{0,30}:`[^`\n]+`"
    r"|^[=+-]{2,}(?:[ +][=+-]{2,})+$|`[^`\n]+ <[^<>\n]+>`__?",
    re.MULTILINE,
)
RST_WEAK = (
    re.compile(r"(?<![`\w])``[^`\n]+``(?!`)"),
    re.compile(r"\w::\n\s*\n[ \t]+\S"),
    re.compile(r"\[(?:#\w*|\d+)\]_"),
)
# What stands in the comments of a program does not make it a text.
PROGRAM = re.compile(
    r"^(?:import |from \S+ import |class \w+|def \w+|async def |@\w+|#include|package |using |local |function |if __name__)",
    re.MULTILINE,
)
PROGRAM_LINES = 3
UNDERLINED = re.compile(
    r"^(?=\S)(?P<title>[^\n]*\w[^\n]*)\n(?P<rule>[=\-~^\"'`*+#.:_])(?P=rule){2,}[ \t]*$",
    re.MULTILINE,
)
# A document, or a part of one: what stands in a listing of another text does not begin its lines so often.
LATEX_HEAD = re.compile(
    r"^[ \t]*\\(?:documentclass|documentstyle|begin\{document\}|usepackage|chapter\*?\{|section\*?\{)",
    re.MULTILINE,
)
LATEX = re.compile(
    r"^[ \t]*\\(?:documentclass|usepackage|(?:sub)*section\*?\{|chapter\*?\{|begin\{|end\{|item\b|label\{|caption\{"
    r"|newcommand|input\{|maketitle|title\{|author\{|par\b)|\\(?:emph|textbf|textit|cite|ref|footnote)\{",
    re.MULTILINE,
)


def is_latex(text: str) -> bool:
    """Whether a text that begins so is LaTeX, whole or a part of one."""
    sample = _sample(text)
    first = LATEX_HEAD.search(sample)
    if first is None or MARKDOWN.search(sample, 0, first.start()):
        return False
    return "\\documentclass" in sample[: first.end()] or len(LATEX.findall(sample)) >= 4


ASCIIDOC_STRONG = re.compile(
    r"^(?:={1,5} \S.*(?<![=\s])|:(?:toc|author|revdate|doctype|stem|icons|source-highlighter|sectnums|imagesdir|experimental):.*"
    r"|\[(?:source|NOTE|TIP|WARNING|IMPORTANT|CAUTION|quote|verse|cols=|options=|%header|stem|latexmath|glossary|listing|\.\w)[^\[\]\n]*\]"
    r"|(?:image|include|video|toc)::\S*\[.*\]|\|===)[ \t]*$",
    re.MULTILINE,
)
ASCIIDOC_HEAD = re.compile(r"\s*(?://[^\n]*\n\s*)*= \S[^\n]*\n(?:\n|:\w|[^\W\d_])")
ASCIIDOC_WEAK = re.compile(
    r"\b(?:footnote|xref|link|kbd|stem|latexmath):\S*\[|<<[\w-]+(?:,[^<>\n]+)?>>|\bhttps?://[^\s\[\]]+\[[^\]\n]+\]"
    r"|^(?:NOTE|TIP|WARNING|IMPORTANT|CAUTION): \S|^\S.*::(?:\s|$)|^(?:\.{1,5}|\*{2,5}) \S|^\.[A-Z]\S.*$|^\[\[[\w-]+\]\]$",
    re.MULTILINE,
)


def is_asciidoc(text: str) -> bool:
    """Whether a text that begins so is AsciiDoc: titles with equals signs, blocks with brackets above them."""
    sample = _sample(text)
    strong = len(ASCIIDOC_STRONG.findall(sample))
    if ASCIIDOC_HEAD.match(sample):
        return True
    if not strong or _is_markdown(sample, strong):
        return False
    return strong >= 2 or ASCIIDOC_WEAK.search(sample) is not None


ORG_STRONG = re.compile(
    r"^[ \t]*(?:#\+(?:title|author|options|startup|begin_\w+|end_\w+|results|tblfm|name|latex_header|property|filetags|macro)\b"
    r"|:PROPERTIES:|:LOGBOOK:|SCHEDULED:|DEADLINE:)",
    re.MULTILINE | re.IGNORECASE,
)
ORG_HEADLINE = re.compile(r"^\*{1,6} \S", re.MULTILINE)
ORG_WEAK = re.compile(
    r"\[\[[^\[\]\n]+\]\[[^\[\]\n]+\]\]|\[fn:\w*|^\|[-+]{3,}\|?$|^\*+ (?:TODO|DONE) |^\*+ .*[ \t]:\w+:$|^[ \t]*- .* :: ",
    re.MULTILINE,
)


def is_org(text: str) -> bool:
    """Whether a text that begins so is Org: keywords, or headlines of stars beside links, tables or tags of Org."""
    sample = _sample(text)
    strong = len(ORG_STRONG.findall(sample))
    headlines = len(ORG_HEADLINE.findall(sample))
    if _is_markdown(sample, strong + headlines):
        return False
    return strong >= 2 or (headlines > 0 and (strong > 0 or ORG_WEAK.search(sample) is not None))


def is_rst(text: str) -> bool:
    """Whether a text that begins so is reStructuredText: a directive, target or role, or titles with other signs."""
    sample = _sample(text)
    strong = len(RST_STRONG.findall(sample))
    if _is_markdown(sample, strong):
        return False
    weak = sum(1 for sign in RST_WEAK if sign.search(sample))
    titles = sum(1 for found in UNDERLINED.finditer(sample) if _fits(found))
    if len(PROGRAM.findall(sample)) >= PROGRAM_LINES:
        return False
    return strong >= 2 or (strong == 1 and (titles > 0 or weak > 0)) or (titles > 0 and weak > 0)


def _is_markdown(sample: str, strong: int) -> bool:
    """Whether a text begins as Markdown does, or has more signs of it than strong ones of another kind."""
    return sample.lstrip().startswith("# ") or len(MARKDOWN.findall(sample)) > strong


def _fits(found: re.Match[str]) -> bool:
    """Whether the line below a title is as long as the title, as Docutils asks."""
    rule = found[0].rpartition("\n")[2].rstrip()
    return len(rule) >= len(found["title"].rstrip())


def _sample(text: str) -> str:
    return "\n".join(line[:LINE_CHARACTERS] for line in text[:SAMPLE_CHARACTERS].split("\n"))
