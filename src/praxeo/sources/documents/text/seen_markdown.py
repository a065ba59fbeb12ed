"""The words of a Markdown text, counted by taking its marks away, apart from the parser that reads it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from praxeo.sources.documents.text.markdown_code import outside_listings
from praxeo.sources.documents.word_count import Words, words_of

FORMULA = re.compile(
    r"\$\$.+?\$\$|\$[^$\n]+\$|\\\((?:(?!\\\().)+?\\\)|\\\[(?:(?!\\\[).)+?\\\]", re.S
)
COMMENT = re.compile(
    r"<!--(?:(?!<!--).)*?-->|%%.*?%%|!\[\[[^\[\]\n]*\]\]|\{\{[%<].*?[%>]\}\}|\{%.*?%\}", re.S
)
UNSHOWN = re.compile(r"<(script|style|template)\b(?:(?!<\1\b).)*?</\1\s*>", re.S | re.I)
TAG = re.compile(r"</?[A-Za-z][^<>]*>|<[!?][^<>]*>")
CODE = re.compile(r"(?<!`)(`+)(?!`)(?P<code>.+?)(?<!`)\1(?!`)", re.S)
TARGET = re.compile(
    r"(?<=\])\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*\)|(?<=\])\[[^\[\]]*\]"
)
DEFINITION = re.compile(r"^[ \t>]*\[(?!\^)[^\]\n]+\]:[ \t]*\n?.*$", re.M)
NOTE = re.compile(r"\[\^[^\]\s]+\]:?")
TICK = re.compile(r"^(?:[ \t>]*(?:[-*+]|\d+[.)]))+[ \t]+\[[ xX]\](?=[ \t])", re.M)
FENCE_INFO = re.compile(r"^[\s>]*(?:[-*+]\s+)?(?:`{3,}|~{3,}).*$")
BOX = re.compile(r"[\s>]*(?:`{3,}|~{3,})\s*\{(?P<name>[\w:-]+)\}")
LITERAL = ("code", "sourcecode", "literalinclude", "raw")
FENCED_FORMULA = re.compile(r"[\s>]*(?:`{3,}|~{3,})\s*(?:\{math\}|math\s*$)", re.M)
OPTION = re.compile(r"^[\s>]*:[\w-]+:(?:\s|$)")
# What other programs add: kinds of boxes, options, names of roles and of places, tags; of links what they lead to.
MARKS = re.compile(
    r"\[\[[^\[\]|\n]*\||(?<=\[\[)[^\[\]|\n]*\S#[^\[\]|\n]*|^[ \t]*(?:!!!|\?\?\?\+?)[^\"\n]*|^[ \t>]*\[![\w-]+\]"
    r"|^[ \t]*:{3,}[ \t]*(?:\{[^{}\n]*\}|[\w-]+)?|^[ \t]*:[\w-]+:[ \t].*$|\{[\w:-]+\}(?:`[^`\n]*`)?|[ \t]\^[\w-]+[ \t]*$"
    r"|[ \t]#[A-Za-z][\w/-]*(?=\s|$)",
    re.M,
)


def seen_words(text: str) -> Words:
    """All words that a reader of the text could see, without what it marks as not meant for them."""
    return words_of(_shown(part, listing) for part, listing in outside_listings(text))


def _shown(part: str, listing: bool) -> str:
    if listing:
        if FENCED_FORMULA.match(part):
            return ""
        lines = [line for line in part.split("\n") if not FENCE_INFO.match(line)]
        box = BOX.match(part)
        inside = "\n".join(line for line in lines if not (box and OPTION.match(line)))
        if box is None or box["name"].startswith(LITERAL):
            return inside
        part = inside
    for unshown in (COMMENT, UNSHOWN, DEFINITION, MARKS, TARGET):
        part = unshown.sub(" ", part)
    return "".join(_pieces(part))


def _pieces(text: str) -> Iterator[str]:
    """The text between pieces of code without its marks, and the code as it is."""
    at = 0
    for found in CODE.finditer(text):
        yield _prose(text[at : found.start()])
        yield f" {found['code']} "
        at = found.end()
    yield _prose(text[at:])


def _prose(text: str) -> str:
    text = TICK.sub(" ", text)
    for unshown in (FORMULA, NOTE):
        text = unshown.sub(" ", text)
    return html.unescape(TAG.sub("", text))
