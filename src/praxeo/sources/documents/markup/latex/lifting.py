"""Takes out of a LaTeX text what is not to be parsed: comments, listings as they stand, slides' overlays."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from praxeo.sources.formulas.arguments import braced

LISTINGS = "verbatim|Verbatim|lstlisting|minted|alltt|comment|filecontents"
TOKEN = re.compile(
    r"(?P<escaped>\\[\\%])|(?P<comment>%[^\n]*(?:\n[ \t]*)?)"
    rf"|\\begin\{{(?P<listing>(?:{LISTINGS})\*?)\}}"
    r"|\\(?P<code>verb|lstinline|mintinline)\b\*?"
)
OPTIONS = re.compile(
    r"[ \t]*(?:\[(?P<options>[^\]\n]{0,300})\])?(?:\{(?P<argument>[^{}\n]{0,80})\})?[ \t]*\n?"
)
LANGUAGE = re.compile(r"language\s*=\s*(?:\[[^\]]*\])?\s*\{?([\w+#-]+)")
DELIMITED = re.compile(r"(?:\[[^\]\n]{0,80}\])?(?:\{[\w+#-]{1,30}\}(?=[^\s\w]))?(?P<sign>[^\s\w*])")
OVERLAY = re.compile(
    r"(\\(?:item|only|uncover|visible|onslide|alert|pause|includegraphics|text\w\w|begin\{\w+\})(?:\[[^\]\n]{0,40}\])?)<[-\d,+.|\w:]{0,30}>"
)
FRAME = re.compile(r"\\begin\{frame\}\s*(?:<[^<>\n]{0,30}>)?\s*(?:\[[^\]\n]{0,80}\]\s*){0,2}(?=\{)")


class Listing(NamedTuple):
    """A listing as it stands."""

    text: str
    language: str = ""
    inline: bool = False


@dataclass(kw_only=True)
class Lifted:
    """The text with a macro (`\\lifted{n}`) for each listing, and the listings by number."""

    text: str = ""
    listings: list[Listing] = field(default_factory=list)
    comments: int = 0
    asides: list[str] = field(default_factory=list)


def lifted(text: str) -> Lifted:
    """The text without comments, its listings apart."""
    found = Lifted()
    parts: list[str] = []
    without_end: set[str] = set()
    at = 0
    while token := TOKEN.search(text, at):
        parts.append(text[at : token.start()])
        at = token.end()
        if token["escaped"]:
            parts.append(token[0])
        elif token["comment"]:
            found.comments += 1
        elif token["listing"]:
            closing = f"\\end{{{token['listing']}}}"
            end = text.find(closing, at) if closing not in without_end else -1
            if end < 0:
                without_end.add(closing)
                continue
            parts.append(_listing(token["listing"], text[at:end], found))
            at = end + len(closing)
        else:
            shown, at = _inline(text, at, found)
            parts.append(shown)
    parts.append(text[at:])
    found.text = _with_titles(OVERLAY.sub(r"\1", "".join(parts)))
    return found


def _listing(name: str, body: str, found: Lifted) -> str:
    if name == "comment":
        found.asides.append(body.strip())
        return ""
    head = OPTIONS.match(body) if name.startswith(("lstlisting", "minted", "Verbatim")) else None
    language = ""
    if head:
        stated = LANGUAGE.search(head["options"] or "")
        language = stated[1] if stated else ""
        language = (head["argument"] or language) if name.startswith("minted") else language
        body = body[head.end() :]
    found.listings.append(Listing(body.strip("\n"), language.lower()))
    return f"\\lifted{{{len(found.listings) - 1}}}"


def _inline(text: str, at: int, found: Lifted) -> tuple[str, int]:
    opening = DELIMITED.match(text, at)
    if opening is None:
        return "", at
    line_end = text.find("\n", opening.end())
    line_end = line_end if line_end >= 0 else len(text)
    if opening["sign"] == "{":
        body = braced(text[opening.end() - 1 : line_end], 0)
        end = opening.end() - 2 + body[1] if body else -1
    else:
        end = text.find(opening["sign"], opening.end(), line_end)
    if end < 0:
        return "", at
    found.listings.append(Listing(text[opening.end() : end], inline=True))
    return f"\\lifted{{{len(found.listings) - 1}}}", end + 1


def _with_titles(text: str) -> str:
    """Titles of frames as the macro that says the same."""
    parts, at = [], 0
    for frame in FRAME.finditer(text):
        title = braced(text, frame.end())
        if title is None:  # never closed: nor would be those that follow
            break
        if frame.start() >= at:
            parts += [text[at : frame.start()], "\\begin{frame}\\frametitle{", title[0], "}"]
            at = title[1]
    return "".join([*parts, text[at:]])
