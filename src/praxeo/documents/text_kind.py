"""Tells apart the kinds of text: HTML, Markdown, plain text, and data that only looks like text."""

from __future__ import annotations

import json
import re

from praxeo.documents.text.decoding import decode
from praxeo.domain.errors import Refused

SAMPLE_CHARACTERS = 40_000

HTML_START = re.compile(
    r"^\s*(<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*(<!doctype\s+html|<(html|head|body|title)\b)",
    re.I | re.S,
)
HTML_TAG = re.compile(
    r"</?(p|div|span|a|ul|ol|li|table|tr|td|h[1-6]|br|img|section|article|main|nav|meta|link|script"
    r"|style|em|strong|b|i|blockquote|pre)(\s[^<>]*)?/?>",
    re.I,
)
XML_START = re.compile(r"^\s*<\?xml\b|^\s*<([A-Za-z][\w.-]*:)?[A-Za-z][\w.-]*(\s+xmlns[:=]|>)")
SVG_START = re.compile(
    r"^\s*(<\?xml[^>]*\?>\s*|<!--.*?-->\s*|<!doctype\s+svg[^>]*>\s*)*<svg\b", re.I | re.S
)
MAIL_HEADER = re.compile(
    r"^(Return-Path|Received|Delivered-To|Message-ID|MIME-Version|From|To|Subject|Date|X-[\w-]+):\s",
    re.I | re.M,
)
MARKDOWN_STRONG_SIGNS = (
    re.compile(r"^#{1,6} \S", re.M),
    re.compile(r"^(```|~~~)", re.M),
    re.compile(r"^\s*\|?(\s*:?-{3,}:?\s*\|)+(\s*:?-{3,}:?\s*)?$", re.M),
    re.compile(
        r"!?\[[^\]\n]{1,200}\]\((https?://|\.{0,2}/|#|mailto:|[\w./-]+\.\w+)[^)\s]*[^)\n]*\)"
    ),
    re.compile(r"^\[[^\]\n]+\]:\s+\S+", re.M),
)
MARKDOWN_WEAK_SIGNS = (
    re.compile(r"(?<!\w)(\*\*|__)\S[^\n]*?\S\1(?!\w)"),
    re.compile(r"(?<![\w`])`[^`\n]+`(?![\w`])"),
    re.compile(r"^> \S", re.M),
    re.compile(r"^[*+-] \S", re.M),
    re.compile(r"^\S[^\n]{2,80}\n(={3,}|-{3,})\s*$", re.M),
)
HASH_COMMENT_CODE = re.compile(
    r"^\s*(import |def |class |\w+\s*=|\w+:\s*$|echo |if \[|fi$|\[[\w.-]+\]$)", re.M
)
CODE_FENCE = re.compile(r"^(```|~~~).*?^\1", re.M | re.S)


def text_kind(data: bytes) -> str:
    """`html`, `markdown`, `txt`, or the label of what is not for reading; "binary" if no text."""
    try:
        text = decode(data)
    except Refused:
        return "binary"
    sample = text[:SAMPLE_CHARACTERS]
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
    if start[:1] in "{[" and _is_json(text):
        return "json"
    head = sample[:4000].split("\n\n")[0]
    names = {match.group(1).lower() for match in MAIL_HEADER.finditer(head)}
    if len(names) >= 3 and names & {"received", "message-id", "mime-version", "delivered-to"}:
        return "eml"
    return ""


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict | list)
    except RecursionError:
        return True
    except ValueError:
        opening = re.match(r'\s*[{\[]\s*("(\\.|[^"\\])*"\s*[:,]|[{\["\d])', text)
        return bool(opening) and len(re.findall(r'"\s*:|[{}\[\]]', text[:2000])) >= 20


def _prose_kind(sample: str) -> str:
    tags = HTML_TAG.findall(CODE_FENCE.sub("", sample))
    strong = sum(1 for sign in MARKDOWN_STRONG_SIGNS if sign.search(sample))
    weak = sum(1 for sign in MARKDOWN_WEAK_SIGNS if sign.search(sample))
    if len(tags) >= 6 and sample.lstrip().startswith("<") and strong == 0:
        return "html"
    if sample.startswith("---\n") and "\n---\n" in sample and (strong or weak):
        return "markdown"
    if strong == 1 and MARKDOWN_STRONG_SIGNS[0].search(sample) and weak == 0:
        # `# ...` alone is also a comment in shell, Python, YAML and configuration files.
        return "txt" if len(HASH_COMMENT_CODE.findall(sample)) >= 2 else "markdown"
    if (strong >= 1 and (strong + weak >= 2)) or strong + weak >= 3:
        return "markdown"
    return "markdown" if strong else "txt"
