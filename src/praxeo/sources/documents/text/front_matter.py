"""What the head of a Markdown file says about it, for the few plain shapes that are in use."""

from __future__ import annotations

import re

from praxeo.domain.blocks import Metadata

LIMIT_LINES = 200
ENTRY = re.compile(r"^([A-Za-z][\w -]*):\s*(.*)$")
ITEM = re.compile(r"^\s*-\s+(?:name:\s*)?(.*)$")


def split_front_matter(text: str) -> tuple[dict[str, list[str]], str]:
    """The entries between two `---` lines at the very start, and the text after them."""
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return {}, text
    for end, line in enumerate(lines[1:LIMIT_LINES], 1):
        if line.strip() in ("---", "..."):
            entries = _entries(lines[1:end])
            return (entries, "\n".join(lines[end + 1 :])) if entries else ({}, text)
    return {}, text


def _entries(lines: list[str]) -> dict[str, list[str]]:
    entries: dict[str, list[str]] = {}
    current: list[str] = []
    for line in lines:
        entry, item = ENTRY.match(line), ITEM.match(line)
        if entry:
            current = entries.setdefault(entry.group(1).strip().lower(), [])
            current.extend(_values(entry.group(2)))
        elif item:
            current.extend(_values(item.group(1)))
    return entries


def _values(text: str) -> list[str]:
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return [value for part in text[1:-1].split(",") for value in _values(part)]
    if len(text) >= 2 and text[0] == text[-1] and text[0] in "\"'":
        text = text[1:-1]
    return [text] if text and text not in ("|", ">") else []


def metadata_of(entries: dict[str, list[str]]) -> Metadata:
    """Title, authors, date, language and licence as stated."""

    def first(*names: str) -> str:
        return next((entries[name][0] for name in names if entries.get(name)), "")

    return Metadata(
        title=first("title"),
        authors=tuple(entries.get("authors") or entries.get("author") or ()),
        language=first("lang", "language"),
        date=first("date", "published", "created"),
        licence=first("license", "licence", "rights"),
    )
