"""Escapes of the spec text: which characters are marks of the grammar and which are just text."""

from __future__ import annotations

import re
from dataclasses import dataclass

HIDDEN = "\0"  # stands for an escaped character in a shadow; control characters never get this far
BLANKS = " \t"
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~ \t\n])")
_BACKSLASH_TO_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~ \t\n]|$)")
_EVIDENCE_AT_END = re.compile(r"\{([^{}]*)\}$")
_REFERENCE = re.compile(r"b[1-9][0-9]{0,6}(?:\.[1-9][0-9]{0,6})?")
_WORD = rf"own|unsupported|{_REFERENCE.pattern}"
_LOOKS_LIKE_EVIDENCE = re.compile(rf"\{{[ \t]*(?:{_WORD})(?:[ \t]+(?:{_WORD}))*[ \t]*\}}$")

AT_END = re.compile(r"\}\Z")


@dataclass(frozen=True)
class Marked:
    """A text beside its shadow: the same characters, but escaped ones are hidden in the shadow.

    Marks are looked for in the shadow; the words are taken from the text at the same places.
    """

    text: str
    shadow: str

    def __getitem__(self, part: slice) -> Marked:
        return Marked(self.text[part], self.shadow[part])

    def strip(self, *, left: bool = True, right: bool = True) -> Marked:
        """Without unescaped spaces and tabs at its ends."""
        start = len(self.shadow) - len(self.shadow.lstrip(BLANKS)) if left else 0
        kept = len(self.shadow.rstrip(BLANKS)) if right else len(self.shadow)
        return self[start : max(start, kept)]

    def split(self, mark: str) -> tuple[Marked, ...]:
        """Its parts between unescaped `mark` characters."""
        parts, start = [], 0
        for found in re.finditer(re.escape(mark), self.shadow):
            parts.append(self[start : found.start()])
            start = found.end()
        return (*parts, self[start:])


def read_marks(raw: str) -> Marked:
    """`raw` with its escapes resolved; a backslash at the end of a line keeps the line break."""
    if "\\" not in raw:
        return Marked(raw, raw)
    return Marked(_ESCAPE.sub(r"\1", raw), _ESCAPE.sub(HIDDEN, raw))


def write_marks(
    text: str, *misread: re.Pattern[str], left_edge: bool = True, right_edge: bool = True
) -> str:
    """`text` with a backslash before whatever `read_marks` and the patterns would misread."""
    places = {found.start() for found in _BACKSLASH_TO_ESCAPE.finditer(text)}
    places.update(place for place, character in enumerate(text) if character == "\n")
    if left_edge and text[:1] in BLANKS:
        places.add(0)
    if right_edge and text[-1:] in BLANKS:
        places.add(len(text) - 1)
    for pattern in misread:
        places.update(found.start() for found in pattern.finditer(text))
    if not places or not text:
        return text
    return "".join(
        f"\\{character}" if place in places else character for place, character in enumerate(text)
    )


def is_reference(word: str) -> bool:
    """Whether `word` is an evidence reference such as b12 or b12.3."""
    return _REFERENCE.fullmatch(word) is not None


def split_evidence(line: Marked) -> tuple[Marked, str | None]:
    """The words of an item and what stands in the braces after them, None without braces."""
    found = _EVIDENCE_AT_END.search(line.shadow)
    if not found:
        return line, None
    return line[: found.start()].strip(left=False), line.text[found.start(1) : found.end(1)]


def ends_like_evidence(shadow: str) -> bool:
    """Whether a line that takes no evidence ends as if it had some."""
    return _LOOKS_LIKE_EVIDENCE.search(shadow) is not None


def write_unevidenced(text: str) -> str:
    """The text of a line that takes no evidence (a card's question, an option)."""
    return write_marks(text, AT_END) if ends_like_evidence(text) else write_marks(text)
