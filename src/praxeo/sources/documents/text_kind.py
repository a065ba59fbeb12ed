"""Tells apart the kinds of text: HTML, Markdown, plain text, and data that only looks like text."""

from __future__ import annotations

import json
import re
from itertools import pairwise

from praxeo.domain.errors import Refused
from praxeo.sources.documents.formats import FORMATS, named
from praxeo.sources.documents.text.decoding import decode

BINARY = "binary"  # bytes that are no text in any encoding
SAMPLE_CHARACTERS = 40_000
HTML_TAGS_AT_LEAST = 6

HTML_START = re.compile(
    r"^\s*(<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*(<!doctype\s+html|<(html|head|body|title)\b)",
    re.I | re.S,
)
HTML_TAG = re.compile(
    r"</?(p|div|span|a|ul|ol|li|table|tr|td|h[1-6]|br|img|section|article|main|nav|meta|link|script"
    r"|style|em|strong|b|i|blockquote|pre)(\s[^<>]*)?/?>",
    re.I,
)
XML_START = re.compile(
    r"^\s*<\?xml\b|^\s*<!doctype\s+(?!html\b)[a-z]|^\s*<([A-Za-z][\w.-]*:)?[A-Za-z][\w.-]*(\s+xmlns[:=]|>)",
    re.I,
)
SVG_START = re.compile(
    r"^\s*(<\?xml[^>]*\?>\s*|<!--.*?-->\s*|<!doctype\s+svg[^>]*>\s*)*<svg\b", re.I | re.S
)
SAMI_START = re.compile(r"<sami\b", re.I)
FRAMED_LINE = re.compile(r"^\{\d{1,8}\}\{\d{1,8}\}", re.M)  # a caption by the numbers of its frames
# Each sign is looked for in one line of bounded length, so that no text makes the search slow.
HEADING = re.compile(r"#{1,6} +\S")
FENCE = re.compile(r" {0,3}(```|~~~)")
TABLE_RULE = re.compile(r"[|: -]*-{3,}[|: -]*$")
LINK = re.compile(r"\[[^\]]{1,200}\]\((?:https?:|mailto:|[./#]|\w[\w/-]*\.)[^)]{0,200}\)")
DEFINITION = re.compile(r"\[[^\]]{1,100}\]:\s+\S")
STRONG = re.compile(r"(?<!\w)(\*\*|__)[^\s*_][^*_]*\1(?!\w)")
INLINE_CODE = re.compile(r"(?<![\w`])`[^`]+`(?![\w`])")
UNDERLINE = re.compile(r"(={3,}|-{3,})\s*$")
CONFIGURATION = re.compile(
    r"\s*(import |def |class |\w+\s*=|[^\W\d][\w-]*:(\s|$)|echo |if \[|fi$|\[[\w.-]+\]$)"
)
WEAK_SIGNS = (
    ("strong", STRONG),
    ("code", INLINE_CODE),
    ("quote", re.compile(r"^> \S")),
    ("bullet", re.compile(r"^[*+-] \S")),
    ("numbered", re.compile(r"^\d{1,3}[.)] \S")),
)
LINE_LIMIT_CHARACTERS = 300
JSON_SAMPLE_CHARACTERS = 2000
JSON_NAMES_AT_LEAST = 5
JSON_NAME = re.compile(r'"[^"\n]{1,80}"\s*:')
JSON_SIGNS = "[]{}0123456789.,-+eE \t\n"
HEADING_LENGTH = range(3, 81)


def text_kind(data: bytes) -> str:
    """The label of a format that is text, or of what is not for reading; "binary" if no text."""
    try:
        text = decode(data)
    except Refused:
        return BINARY
    sample = text[:SAMPLE_CHARACTERS]
    for format in FORMATS:
        if format.told_by and named(format.told_by)(sample):
            return format.label
    if SVG_START.match(sample):
        return "svg"
    if HTML_START.match(sample):
        return "html"
    if XML_START.match(sample) and not HTML_TAG.search(sample[:200]):
        return "plist" if "<plist" in sample[:500] else "xml"
    return _data_kind(sample, text) or _prose_kind(sample)


def _data_kind(sample: str, text: str) -> str:
    start = sample.lstrip()
    if start.startswith("BEGIN:VCALENDAR"):
        return "ics"
    if start.startswith("BEGIN:VCARD"):
        return "vcf"
    if SAMI_START.match(start):
        return "sami"
    if len(FRAMED_LINE.findall(sample)) * 2 > sample.count("\n"):
        return "microdvd"
    if start.startswith(("{", "[")) and _is_json(text):
        return "json"
    return ""


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except RecursionError:
        return True
    except ValueError:  # cut off, or with comments
        start = text[:JSON_SAMPLE_CHARACTERS]
        return len(JSON_NAME.findall(start)) >= JSON_NAMES_AT_LEAST or not start.strip(JSON_SIGNS)


def _prose_kind(sample: str) -> str:
    lines = [line[:LINE_LIMIT_CHARACTERS] for line in sample.split("\n")]
    fenced, lines = _without_fences(lines)
    strong, weak = _signs(lines, fenced)
    if not strong and sample.lstrip().startswith("<"):
        tags = sum(len(HTML_TAG.findall(line)) for line in lines)
        if tags >= HTML_TAGS_AT_LEAST:
            return "html"
    if lines[0].strip() == "---" and "---" in [line.strip() for line in lines[1:]]:
        return "markdown" if strong or weak else "txt"
    if strong == {"heading"} and not weak:
        # `# ...` alone is also a comment in shell, Python, YAML and configuration files.
        settings = sum(1 for line in lines if CONFIGURATION.match(line))
        return "txt" if settings >= 2 or _are_comments(lines) else "markdown"
    return "markdown" if strong or len(weak) >= 3 else "txt"


def _are_comments(lines: list[str]) -> bool:
    """Headings stand alone; comments stand in rows."""
    marked = [bool(HEADING.match(line)) for line in lines]
    in_rows = sum(1 for before, here in pairwise(marked) if before and here)
    return in_rows * 3 >= sum(marked)


def _without_fences(lines: list[str]) -> tuple[bool, list[str]]:
    """Whether there is a fenced listing, and the lines outside of all of them."""
    outside: list[str] = []
    closing = ""
    fences = 0
    for line in lines:
        match = FENCE.match(line)
        if match and (not closing or closing == match.group(1)):
            closing = "" if closing else match.group(1)
            fences += 1
        elif not closing:
            outside.append(line)
    return fences > 1, outside or [""]


def _signs(lines: list[str], fenced: bool) -> tuple[set[str], set[str]]:
    """The signs of Markdown that are telling by themselves, and those that must come together."""
    strong = {"fence"} if fenced else set()
    weak: set[str] = set()
    for before, line in pairwise(["", *lines]):
        if HEADING.match(line):
            strong.add("heading")
        if "|" in line and TABLE_RULE.match(line) and "|" in before:
            strong.add("table")
        if LINK.search(line):
            strong.add("link")
        if DEFINITION.match(line):
            strong.add("definition")
        if UNDERLINE.match(line) and len(before) in HEADING_LENGTH and not before[0].isspace():
            weak.add("underline")
        weak.update(name for name, sign in WEAK_SIGNS if sign.search(line))
    return strong, weak
