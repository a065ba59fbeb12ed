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
    r"(?<=\])\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:\s+[\"'(][^\n]*?[\"')])?\s*\)|(?<=\])\[[^\]\n]*\]"
)
DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*\n?.*$", re.M)
NOTE = re.compile(r"\[\^[^\]\s]+\]:?")
TICK = re.compile(r"^(?:[ \t>]*(?:[-*+]|\d+[.)]))+[ \t]+\[[ xX]\](?=[ \t])", re.M)
FENCE_INFO = re.compile(r"^\s*(?:`{3,}|~{3,}).*$")


def seen_words(text: str) -> Words:
    """All words that a reader of the text could see, without what it marks as not meant for them."""
    return words_of(_shown(part, listing) for part, listing in outside_listings(text))


def _shown(part: str, listing: bool) -> str:
    if listing:
        return "\n".join(line for line in part.split("\n") if not FENCE_INFO.match(line))
    return "".join(_pieces(UNSHOWN.sub(" ", COMMENT.sub(" ", part))))


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
    text = DEFINITION.sub(" ", FORMULA.sub(" ", text))
    return html.unescape(TAG.sub("", NOTE.sub(" ", TARGET.sub(" ", text))))
