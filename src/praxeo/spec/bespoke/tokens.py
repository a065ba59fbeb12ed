"""The words, numbers, quoted texts and signs of a line that says what a bespoke app has or must do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from praxeo.spec.faults import Fault, SpecInvalid
from praxeo.spec.marks import Marked, write_plain

MAXIMUM_TOKENS = 400  # of one line

_TOKEN = re.compile(
    r"[ \t]*(?:(?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?)(?![\w.])"
    r'|(?P<text>"[^"]*"|“[^”]*”)'
    r"|(?P<word>[^\W\d]\w*)"
    r"|(?P<sign><=|>=|!=|\+/-|\+-|[-+*/^()=<>,%±≤≥≠×·÷−\[\]:]))"
)
_ONE_SPELLING = {
    "<=": "≤", ">=": "≥", "!=": "≠", "+/-": "±", "+-": "±", "×": "*", "·": "*", "÷": "/", "−": "-",
}  # fmt: skip
_QUOTE = re.compile('"')


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a line; `start` and `end` are its place in the line's text."""

    kind: Literal["number", "text", "word", "sign"]
    text: str
    start: int
    end: int


@dataclass
class Words:
    """A cursor over the tokens of one line. `refuse` makes the fault of the line."""

    line: int
    source: Marked
    tokens: list[Token] = field(default_factory=list)
    at: int = 0

    @classmethod
    def of(cls, line: int, source: Marked) -> Words:
        """The tokens of `source`; one full stop at its end does not count."""
        source = source.strip()
        if source.shadow.endswith("."):
            source = source[:-1].strip()
        words = cls(line, source)
        place = 0
        while place < len(source.shadow):
            found = _TOKEN.match(source.shadow, place)
            if not found:
                raise words.refuse(f"“{source.plain[place:].strip()[:30]}” cannot be read here.")
            words.tokens.append(_token(found, source))
            place = found.end()
            if len(words.tokens) > MAXIMUM_TOKENS:
                raise words.refuse("The line is too long; say it in several.")
        return words

    def refuse(self, message: str) -> SpecInvalid:
        return SpecInvalid((Fault(self.line, message),))

    def peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def rest(self) -> str:
        """What has not been read yet, to be quoted in a fault."""
        token = self.peek()
        return f"“{self.source.plain[token.start :][:40]}”" if token else "the end of the line"

    def has(self, *texts: str) -> bool:
        """Take these words or signs if they come next, in any case of letters."""
        coming = self.tokens[self.at : self.at + len(texts)]
        if len(coming) < len(texts) or any(
            token.kind in ("text", "number") or token.text.casefold() != text
            for token, text in zip(coming, texts, strict=True)
        ):
            return False
        self.at += len(texts)
        return True

    def need(self, *texts: str) -> None:
        if not self.has(*texts):
            raise self.refuse(f"“{' '.join(texts)}” is missing before {self.rest()}.")

    def take(self, kind: Literal["number", "text", "word"], what: str) -> str:
        """The next token's text if it is of this kind, else the fault that `what` is missing."""
        token = self.peek()
        if token is None or token.kind != kind:
            raise self.refuse(f"{what} is missing before {self.rest()}.")
        self.at += 1
        return token.text

    def number(self) -> float:
        """A number, which may be negative."""
        sign = -1.0 if self.has("-") else 1.0
        return sign * float(self.take("number", "A number"))

    def whole(self) -> int:
        text = self.take("number", "A whole number")
        if not text.isdigit() or len(text) > 6:
            raise self.refuse(f"“{text}” is not a whole number that can be meant here.")
        return int(text)

    def end(self) -> None:
        if self.peek():
            raise self.refuse(f"{self.rest()} does not belong there.")


def _token(found: re.Match[str], source: Marked) -> Token:
    kind = found.lastgroup
    assert kind in ("number", "text", "word", "sign")
    start, end = found.span(kind)
    text = source.plain[start:end]
    if kind == "text":
        text = text[1:-1]
    return Token(kind, _ONE_SPELLING.get(text, text) if kind == "sign" else text, start, end)  # type: ignore[arg-type]


def write_text(text: str) -> str:
    """A quoted text."""
    return f'"{write_plain(text, _QUOTE)}"'


def write_number(number: float) -> str:
    """A number as a person writes it: 40 and not 40.0."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return repr(number)
