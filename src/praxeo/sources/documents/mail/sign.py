"""Whether a text is a saved message. Every text is asked, so nothing here loads a reader."""

from __future__ import annotations

import re

HEAD_CHARACTERS = 8_000
HEADER_LINE = re.compile(r"^(?P<name>[A-Za-z][A-Za-z0-9-]{1,60}):(?=\s|$)")
ENVELOPE = re.compile(r"^>?From \S+ .*\d{4}")
TRANSPORT = frozenset(
    {"received", "message-id", "mime-version", "delivered-to", "return-path", "x-unsent"}
)
WRITTEN = frozenset({"from", "to", "subject", "date", "sender", "cc"})


def is_mail(text: str) -> bool:
    """Whether a text that begins so is a message: nothing but headers up to the first empty line."""
    lines = text[:HEAD_CHARACTERS].split("\n")
    if ENVELOPE.match(lines[0]):
        lines = lines[1:]
    names: set[str] = set()
    for line in lines:
        if not line.strip():
            break
        if line[0] in " \t" and names:
            continue
        found = HEADER_LINE.match(line)
        if found is None:
            return False
        names.add(found["name"].lower())
    return len(names) >= 3 and (bool(names & TRANSPORT) or len(names & WRITTEN) >= 3)
