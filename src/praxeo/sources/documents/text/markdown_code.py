"""Tells the listings of a Markdown text from what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Behind a fence of backticks stands none: else it is code within a line.
FENCE = re.compile(r"^[ \t>]*(?:[-*+][ \t]+)?(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})")


def outside_listings(text: str) -> Iterator[tuple[str, bool]]:
    """The text in its order, in pieces that are a fenced listing as a whole or hold none."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        found = FENCE.match(line)
        if fence:
            lines.append(line)
            if found and found["fence"].startswith(fence) and not line.strip("`~ \t>"):
                yield "\n".join(lines), True
                lines, fence = [], ""
        elif found:
            yield "\n".join(lines), False
            lines, fence = [line], found["fence"]
        else:
            lines.append(line)
    yield "\n".join(lines), bool(fence)
