"""Escapes of the spec text: which characters are marks of the grammar and which are just text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from praxeo.spec.formula_text import FORMULA, plain_of, stored

HIDDEN = "\0"  # stands for an escaped character in a shadow; control characters never get this far
FORMULA_SIGN = "\x01"  # stands in a shadow for the first sign of a formula
BLANKS = " \t"
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~ \t\n])")
_BACKSLASH_TO_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~ \t\n]|$)")
# Code stands between single backticks; of what stands in it nothing is read in format 3.
CODE = re.compile(r"(?<!`)`(?!`)[^`\n]+`(?!`)")
_ATOM = re.compile(
    rf"\\(?P<escaped>[!-/:-@\[-`{{-~ \t\n])|(?P<formula>{FORMULA.pattern})|{CODE.pattern}"
)
# One that is no code, or the sign before what is none: with it a formula or code would begin here or further on.
_FORMULA_BEGINS = re.compile(rf"\$(?={FORMULA.pattern[2:]})")
_BACKTICK = re.compile(r"`|\$(?=\0)")
_FORMULA_SHADOW = re.compile("\x01\x02*")
_EVIDENCE_AT_END = re.compile(r"\{([^{}]*)\}$")
_REFERENCE = re.compile(r"b[1-9][0-9]{0,6}(?:\.[1-9][0-9]{0,6})?")
_WORD = rf"own|unsupported|{_REFERENCE.pattern}"
_LOOKS_LIKE_EVIDENCE = re.compile(rf"\{{[ \t]*(?:{_WORD})(?:[ \t]+(?:{_WORD}))*[ \t]*\}}$")

AT_END = re.compile(r"\}\Z")


@dataclass(frozen=True)
class Marked:
    """A text beside its shadow: the same characters, but escaped ones, code and formulas are hidden in the shadow.

    Marks are looked for in the shadow; the words are taken from the text at the same places.
    """

    plain: str
    shadow: str

    @property
    def text(self) -> str:
        """The words as a spec holds them, formulas among them."""
        return stored(self.plain, (found.span() for found in _FORMULA_SHADOW.finditer(self.shadow)))

    def __getitem__(self, part: slice) -> Marked:
        return Marked(self.plain[part], self.shadow[part])

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


def read_marks(raw: str, *, atoms: bool = False) -> Marked:
    """`raw` with its escapes resolved; a backslash at the end of a line keeps the line break.

    With `atoms` (format 3) nothing is read inside of formulas and code.
    """
    if atoms and "`" in raw:
        return Marked(
            _ATOM.sub(lambda found: found["escaped"] or found[0], raw), _ATOM.sub(_hidden, raw)
        )
    if "\\" not in raw:
        return Marked(raw, raw)
    return Marked(_ESCAPE.sub(r"\1", raw), _ESCAPE.sub(HIDDEN, raw))


def holds_formula(raw: str) -> bool:
    """Whether a formula stands in a line as it is written."""
    return FORMULA_SIGN in read_marks(raw, atoms=True).shadow


def _hidden(found: re.Match[str]) -> str:
    if found["escaped"]:
        return HIDDEN
    return _formula_shadow(len(found[0])) if found["formula"] else HIDDEN * len(found[0])


def _formula_shadow(length: int) -> str:
    return FORMULA_SIGN + "\x02" * (length - 1)


def shadowed(text: str) -> Marked:
    """A text of a spec as `read_marks` would have found it, for what is looked for in it."""
    plain, formulas = plain_of(text)
    shadow, at = [], 0
    for start, end in formulas:
        shadow += [_code_hidden(plain[at:start]), _formula_shadow(end - start)]
        at = end
    return Marked(plain, "".join([*shadow, _code_hidden(plain[at:])]))


def _code_hidden(plain: str) -> str:
    return CODE.sub(lambda found: HIDDEN * len(found[0]), plain) if "`" in plain else plain


def write_marks(
    text: str, *misread: re.Pattern[str], left_edge: bool = True, right_edge: bool = True
) -> str:
    """`text` with a backslash before whatever `read_marks` and the patterns would misread."""
    words = shadowed(text)
    return _escaped(words, (*misread, _BACKTICK), left_edge=left_edge, right_edge=right_edge)


def write_plain(text: str, *misread: re.Pattern[str]) -> str:
    """A text that holds neither formulas nor code (a title), with a backslash before what would be misread."""
    return _escaped(Marked(text, text), (*misread, _FORMULA_BEGINS))


def _escaped(
    words: Marked,
    misread: tuple[re.Pattern[str], ...],
    *,
    left_edge: bool = True,
    right_edge: bool = True,
) -> str:
    plain, shadow = words.plain, words.shadow
    places = {found.start() for found in _BACKSLASH_TO_ESCAPE.finditer(plain)}
    places.update(place for place, character in enumerate(plain) if character == "\n")
    # So that whoever goes by lines takes none within an item for a heading.
    places.update(place + 1 for place in range(len(plain)) if plain[place : place + 2] == "\n#")
    if left_edge and plain[:1] in BLANKS:
        places.add(0)
    if right_edge and plain[-1:] in BLANKS:
        places.add(len(plain) - 1)
    for pattern in misread:
        places.update(found.start() for found in pattern.finditer(shadow))
    places = {place for place in places if plain and shadow[place] >= "\t"}
    if not places:
        return plain
    return "".join(
        f"\\{character}" if place in places else character for place, character in enumerate(plain)
    )


def is_reference(word: str) -> bool:
    """Whether `word` is an evidence reference such as b12 or b12.3."""
    return _REFERENCE.fullmatch(word) is not None


def split_evidence(line: Marked) -> tuple[Marked, str | None]:
    """The words of an item and what stands in the braces after them, None without braces."""
    found = _EVIDENCE_AT_END.search(line.shadow)
    if not found:
        return line, None
    return line[: found.start()].strip(left=False), line.plain[found.start(1) : found.end(1)]


def ends_like_evidence(shadow: str) -> bool:
    """Whether a line that takes no evidence ends as if it had some."""
    return _LOOKS_LIKE_EVIDENCE.search(shadow) is not None


def write_unevidenced(text: str) -> str:
    """The text of a line that takes no evidence (a card's question, an option)."""
    return (
        write_marks(text, AT_END)
        if ends_like_evidence(shadowed(text).shadow)
        else write_marks(text)
    )
