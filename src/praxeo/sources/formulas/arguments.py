"""Commands of TeX with their arguments in braces: found, and written as something else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

OPTION = re.compile(r"\s*\[[^\[\]]*\]")
DEEPEST_COMMAND = 8  # one inside the other


class NotWritable(ValueError):
    """A command holds what its converter does not know; half of it would be a wrong fact."""


Rewrite = Callable[[list[str]], str]


def braced(tex: str, at: int) -> tuple[str, int] | None:
    """What the braces at `at` (spaces before them aside) hold, and where they end; None without any."""
    while tex[at : at + 1].isspace():
        at += 1
    if tex[at : at + 1] != "{":
        return None
    depth, place = 0, at
    while place < len(tex):
        sign = tex[place]
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return tex[at + 1 : place], place + 1
        place += 2 if sign == "\\" else 1
    return None


def with_commands(
    tex: str, commands: Mapping[str, tuple[int, Rewrite]], *, depth: int = DEEPEST_COMMAND
) -> str:
    """The TeX with each of these commands (name → number of arguments, how it is written) written anew.

    Options in brackets are left out. Raises NotWritable where an argument is missing or is not known.
    """
    names = "|".join(sorted(map(re.escape, commands), key=len, reverse=True))
    found = re.compile(rf"(?<!\\)(?:\\\\)*\\(?P<name>{names})(?![A-Za-z])")
    parts, at = [], 0
    while match := found.search(tex, at):
        count, write = commands[match["name"]]
        end, given = match.end(), []
        while option := OPTION.match(tex, end):
            end = option.end()
        for _ in range(count):
            argument = braced(tex, end)
            if argument is None or depth == 0:
                raise NotWritable(match["name"])
            given.append(argument[0])
            end = argument[1]
        parts += [
            tex[at : match.start("name") - 1],
            with_commands(write(given), commands, depth=depth - 1),
        ]
        at = end
    return "".join([*parts, tex[at:]])
