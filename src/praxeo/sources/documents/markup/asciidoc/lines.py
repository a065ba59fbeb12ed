"""What a line of AsciiDoc begins."""

from __future__ import annotations

import re

TITLE = re.compile(r"^(?P<marks>={1,6}|#{1,6})[ \t]+(?P<title>\S.*)$")
DELIMITER = re.compile(
    r"^(?:-{4,}|\.{4,}|={4,}|\*{4,}|_{4,}|\+{4,}|/{4,}|--|```[\w+-]*|[|,:!]===)\s*$"
)
ABOVE = re.compile(r"^\[(?P<stated>[^\[\]]*)\]\s*$|^\[\[(?P<anchor>[^\[\]]*)\]\]\s*$")
BLOCK_TITLE = re.compile(r"^\.(?P<title>[^\s.].*)$")
MACRO = re.compile(
    r"^(?P<name>image|video|audio|toc|include|ifdef|ifndef|ifeval|endif|stem|latexmath)::(?P<target>[^\s\[\]]*)\[(?P<inside>.*)\]\s*$"
)
BULLET = re.compile(
    r"^\s*(?P<mark>\*{1,6}|-|\.{1,6}|\d{1,4}\.|[a-z]\.|<(?:\d{1,3}|\.)>)[ \t]+(?P<text>\S.*)$"
)
CHECK = re.compile(r"^\[[ xX*]\]\s+")
TERM = re.compile(
    r"^\s*(?P<term>\S(?:[^:;\n]|:(?!:)|;(?!;))*?)(?P<mark>:{2,4}|;;)(?:[ \t]+(?P<text>.*))?$"
)
ADMONITION = re.compile(r"^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
BREAK = re.compile(r"^(?:'{3,}|-{3}|\*{3}|<{3,})\s*$")
COMMENT = re.compile(r"^//(?!/)(?P<text>.*)$")
SOURCE = re.compile(r"source|listing|,")


def begins_block(line: str) -> bool:
    """Whether a line ends the paragraph before it."""
    return bool(
        not line.strip()
        or DELIMITER.match(line)
        or ABOVE.match(line)
        or MACRO.match(line)
        or COMMENT.match(line)
        or line.strip() == "+"
    )


def begins_item(line: str) -> bool:
    """Whether a line begins an item of a list."""
    return bool(BULLET.match(line) or TERM.match(line))
