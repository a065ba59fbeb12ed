"""Macros of Org: `{{{name(a,b)}}}` stands for what `#+MACRO: name … $1 … $2` says."""

from __future__ import annotations

import re

USED = re.compile(r"\{\{\{(?P<name>[\w-]{1,60})(?:\((?P<arguments>[^(){}]{0,500})\))?\}\}\}")
ARGUMENT = re.compile(r"\$(\d)")
STATED = ("title", "author", "date", "email")


def with_macros(text: str, facts: dict[str, str]) -> str:
    """The text with its macros put in, once; an unknown one stays as it is written."""

    def put_in(found: re.Match[str]) -> str:
        name = found["name"]
        meaning = facts.get(f"macro {name}", facts.get(name) if name in STATED else None)
        if meaning is None:
            return found[0]
        arguments = (found["arguments"] or "").split(",")
        return ARGUMENT.sub(
            lambda at: (
                arguments[int(at[1]) - 1].strip() if 0 < int(at[1]) <= len(arguments) else ""
            ),
            meaning,
        )

    return USED.sub(put_in, text)
