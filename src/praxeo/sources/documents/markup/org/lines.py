"""What a line of Org begins."""

from __future__ import annotations

import re

HEADLINE = re.compile(r"^(?P<stars>\*{1,30})[ \t]+(?P<title>.*)$")
TAGS = re.compile(r"[ \t]+(?P<tags>:(?:[\w@#%]+:)+)[ \t]*$")
PRIORITY = re.compile(r"^\[#\w\][ \t]*")
KEYWORD = re.compile(r"^[ \t]*#\+(?P<name>[\w-]+)(?:\[[^\]\n]*\])?:[ \t]*(?P<value>.*)$")
BEGIN = re.compile(r"^[ \t]*#\+begin_(?P<kind>\w+)(?P<rest>.*)$", re.IGNORECASE)
END = re.compile(r"^[ \t]*#\+end_\w+[ \t]*$", re.IGNORECASE)
COMMENT = re.compile(r"^[ \t]*#(?:[ \t]+(?P<text>.*))?$")
FIXED = re.compile(r"^[ \t]*:(?:[ \t](?P<text>.*))?$")
DRAWER = re.compile(r"^[ \t]*:(?P<name>[\w-]+):[ \t]*$")
PLANNING = re.compile(
    r"^[ \t]*(?:(?:SCHEDULED|DEADLINE|CLOSED):[ \t]*[<\[][^>\]\n]*[>\]][ \t]*)+$|^[ \t]*CLOCK:"
)
TABLE = re.compile(r"^[ \t]*\|")
RULE = re.compile(r"^[ \t]*\|[-+|]*-[-+|]*$")
WIDTHS = re.compile(r"<[lrc]?\d*>")
BREAK = re.compile(r"^[ \t]*-{5,}[ \t]*$")
ITEM = re.compile(
    r"^(?P<indent>[ \t]*)(?P<mark>[-+]|(?<=[ \t])\*|(?:\d{1,6}|[A-Za-z])[.)])(?:[ \t]+(?:\[@(?P<start>\d{1,5})\][ \t]*)?"
    r"(?:\[[ Xx-]\][ \t]+)?(?:(?P<term>\S.*?)[ \t]+::(?=\s|$)[ \t]*)?(?P<text>.*))?$"
)
NOTE = re.compile(r"^\[fn:(?P<name>[\w-]+)\][ \t]*(?P<text>.*)$")
LATEX = re.compile(r"^[ \t]*\\begin\{(?P<name>[A-Za-z]+\*?)\}")


def begins_block(line: str) -> bool:
    """Whether a line ends the paragraph before it."""
    return not line.strip() or any(
        kind.match(line)
        for kind in (
            HEADLINE,
            END,
            BEGIN,
            KEYWORD,
            COMMENT,
            FIXED,
            DRAWER,
            TABLE,
            ITEM,
            NOTE,
            LATEX,
            BREAK,
        )
    )
