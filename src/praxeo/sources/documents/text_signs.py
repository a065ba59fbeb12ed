"""What the beginnings of texts tell of their kind. Every text is asked, so nothing here loads a reader."""

from __future__ import annotations

import re

HEAD_CHARACTERS = 4_000
NOTEBOOK_HEAD_CHARACTERS = 40_000
JATS = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE\s+(?:pmc-articleset|article)\b[^\[>]*(?:\[.*?\]\s*)?>\s*)*"
    r"<article\b(?=[^>]*(?:article-type|dtd-version|xmlns:(?:xlink|mml)))",
    re.S,
)
TIMED_XML = re.compile(
    r"\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>\s*)*<(?:\w+:)?(?:tt|transcript|timedtext)\b",
    re.S,
)
SAVED = re.compile(r"^(?:From: <Saved by|Snapshot-Content-Location:)", re.M | re.I)
RELATED = re.compile(r"^Content-Type:\s*multipart/related", re.M | re.I)
SENT = re.compile(r"^(?:To|Received|Message-ID|Delivered-To|Return-Path):", re.M | re.I)
FEWEST_ANSWERS = 2  # blocks of answers of a text that names none of its questions
CATEGORY = re.compile(r"^[ \t]*\$CATEGORY:[ \t]*\S", re.MULTILINE)
NAMED = re.compile(r"^[ \t]*::[^:\n]{1,200}::[^\n]{0,2000}", re.MULTILINE)
ANSWERS = re.compile(r"(?<!\\)\{\s{0,20}(?:[=~]|#{1,4}\s?-?\d|(?:T|F|TRUE|FALSE)\s{0,5}[}#])")
COMMAND = re.compile(r"\\(?:begin|end|section|documentclass|usepackage|newcommand)\b")


def is_jats(text: str) -> bool:
    """Whether a text that begins so is an article in JATS."""
    return JATS.match(text) is not None


def is_timed_xml(text: str) -> bool:
    """Whether a text that begins so holds captions in XML."""
    return TIMED_XML.match(text) is not None


def is_saved_page(text: str) -> bool:
    """Whether a text that begins so is a web page that a browser saved in one file."""
    head = text[:HEAD_CHARACTERS]
    if SAVED.search(head):
        return True
    return bool(RELATED.search(head)) and "text/html" in head and not SENT.search(head)


def is_notebook(text: str) -> bool:
    """Whether a text that begins so is a notebook."""
    head = text[:NOTEBOOK_HEAD_CHARACTERS]
    return head.lstrip().startswith("{") and '"cells"' in head and '"cell_type"' in head


def is_gift(text: str) -> bool:
    """Whether a text that begins so is a bank of questions in GIFT."""
    if COMMAND.search(text) or "{" not in text:
        return False
    found = sum(1 for _ in ANSWERS.finditer(text))
    named = bool(CATEGORY.search(text) or NAMED.search(text))
    return (named and found > 0) or found >= FEWEST_ANSWERS
