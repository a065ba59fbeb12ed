"""Formulas in prose, which is Markdown: $`…`$ in a line, or a fence of ```math; nothing in other code is one."""

from __future__ import annotations

import re
from collections.abc import Callable

from praxeo.spec.formula_text import FORMULA

# A line that opens or closes a block of code, inside quotes and lists as well.
FENCE = re.compile(
    r"(?P<lead>[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+)*)(?P<fence>`{3,}(?=[^`]*$)|~{3,})[ \t]*(?P<info>\S*)"
)
_INLINE = re.compile(
    rf"\\.|(?P<formula>{FORMULA.pattern})|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
)


def stands_formula_in(prose: str) -> bool:
    """Whether a formula stands in the prose, in a line or as a block."""
    return "`" in prose and _with_formulas(prose, lambda _: "") != prose


def without_formulas(prose: str) -> str:
    """Prose of an older format, in which nothing is a formula, so that it means the same in the newest."""
    if "$`" not in prose and "math" not in prose:
        return prose
    return _with_formulas(prose, lambda written: "tex" if written == "math" else f"\\{written}")


def _with_formulas(prose: str, change: Callable[[str], str]) -> str:
    """The prose with each formula changed, and the word "math" of each block of them."""
    lines: list[str] = []
    opened = ""
    for line in prose.split("\n"):
        found = FENCE.match(line)
        if opened:
            if found and found["fence"].startswith(opened) and not found["info"]:
                opened = ""
            lines.append(line)
        elif found:
            opened = found["fence"]
            if opened[0] == "`" and found["info"] == "math":
                line = line[: found.start("info")] + change("math") + line[found.end("info") :]
            lines.append(line)
        else:
            lines.append(_INLINE.sub(lambda at: change(at[0]) if at["formula"] else at[0], line))
    return "\n".join(lines)
