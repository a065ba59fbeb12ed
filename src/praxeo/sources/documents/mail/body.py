"""Which parts of a message a person reads, which are attached to it, and the text of a plain one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from praxeo.sources.documents.mail.message import DEEPEST_PART, Part, children, decoded

PAGES = ("text/html", "application/xhtml+xml")
READ = (*PAGES, "text/plain", "text/markdown")
QUOTED = re.compile(r"^(?:>[ \t]?)+")
SIGNATURE = re.compile(r"^-- ?\n(?:[^\n]*\n){0,10}[^\n]*\Z", re.M)  # one way to read each line
UNNAMED = "unnamed"


class Body(NamedTuple):
    """A part as it is used: `kind` is "text", "message" (one that was passed on) or "attached"."""

    kind: str
    part: Part


def bodies(part: Part, depth: int = 0) -> Iterator[Body]:
    """The parts in reading order; of alternatives only the best that can be read."""
    kind = part.get_content_type()
    if kind == "message/rfc822" and depth <= DEEPEST_PART:
        yield from (Body("message", inner) for inner in children(part)[:1])
    elif depth > DEEPEST_PART or part.get_content_disposition() == "attachment":
        yield Body("attached", part)
    elif kind == "multipart/alternative":
        yield from _best(part, depth)
    elif kind == "multipart/related":
        yield from _related(part, depth)
    elif part.is_multipart():
        for inner in children(part):
            yield from bodies(inner, depth + 1)
    elif kind in READ:
        yield Body("text", part)
    elif not kind.startswith("multipart/") and not _is_signature(kind):
        yield Body("attached", part)


def _best(part: Part, depth: int) -> Iterator[Body]:
    """The page among alternatives, else the last that can be read: the richest stands last."""
    offered = [list(bodies(inner, depth + 1)) for inner in children(part)]
    with_text = [each for each in offered if any(body.kind == "text" for body in each)]
    pages = [each for each in with_text if any(_is_page(body) for body in each)]
    yield from (pages or with_text or offered or [[]])[-1]


def _related(part: Part, depth: int) -> Iterator[Body]:
    """The first part with its pictures, which are no attachments."""
    for number, inner in enumerate(children(part)):
        if number == 0 or inner.get_content_maintype() not in ("image", "text"):
            yield from bodies(inner, depth + 1)


def _is_page(body: Body) -> bool:
    return body.kind == "text" and body.part.get_content_type() in PAGES


def _is_signature(kind: str) -> bool:
    return kind.endswith("signature") or kind == "message/delivery-status"


def name_of(part: Part) -> str:
    """What an attachment is called, without its folders."""
    try:
        name = decoded(part.get_filename() or "")
    except (LookupError, ValueError, TypeError):
        name = ""
    return re.split(r"[/\\]", name)[-1][:80] or UNNAMED


def unwrapped(text: str, *, flowed: bool, delsp: bool) -> str:
    """A plain body without the marks of quoting; lines that only the sender's program broke are joined (RFC 3676)."""
    lines: list[str] = []
    joins = False
    for line in text.split("\n"):
        line = QUOTED.sub("", line)
        if flowed:
            line = line.removeprefix(" ")
        if joins and line.strip():
            lines[-1] += line
        else:
            lines.append(line)
        joins = flowed and line.endswith(" ") and line != "-- "
        if joins and delsp:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def parted_from_signature(text: str) -> tuple[str, str]:
    """A plain body, and who its sender is, below a line of two hyphens (RFC 3676, 4.3); "" without one."""
    found = SIGNATURE.search(text)
    if found is None or not text[: found.start()].strip():
        return text, ""
    return text[: found.start()], text[found.start() :]
