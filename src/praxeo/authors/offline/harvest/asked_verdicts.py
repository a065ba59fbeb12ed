"""How a source asks whether a statement is true: by the words before or behind it, and by what its key says ("r", "F", "ja")."""

from __future__ import annotations

import re

from praxeo.authors.offline.phrases import Phrases

VERDICT = r"(?:true|false|right|wrong|richtig|falsch|wahr|vrai|faux|verdadero|falso)"
ASKED_ALREADY = re.compile(
    rf"^(?:¿?\s*(?:\w+,? ){{0,6}}{VERDICT}\s?(?:or|oder|ou|o|/)\s?{VERDICT}\s*[?:.–-]|\([TRWV]\s*/\s*F\))\s*(?=\S)",
    re.IGNORECASE,
)
_SIDES = (
    (
        "true right correct richtig wahr korrekt stimmt vrai juste verdadero verdadera cierto correcto t r w v c",
        "false wrong incorrect falsch unwahr faux falso falsa incorrecto f",
    ),
    ("yes ja oui sí si y j o s", "no nein non n"),
)
_KNOWN = {
    word: (kind, side)
    for kind, sides in enumerate(_SIDES)
    for side, words in enumerate(sides)
    for word in words.split()
}
_WORD = rf"(?:{'|'.join(sorted(_KNOWN, key=len, reverse=True))})"
_BOX = r"(?:[☐□❏◯○]|\[ ?\]|\( ?\))"
_BOTH_OFFERED = re.compile(rf"\s*(?:[(\[]\s?(?P<a>{_WORD})\s?(?:[/|,–-]|or|oder|ou|o|u)\s?(?P<b>{_WORD})\s?[)\]]|\b(?P<c>{_WORD})\s*[/|]\s*(?P<d>{_WORD})\b|(?<=[.!?])\s+(?P<e>[TRWV])\s+(?P<f>F))[\s–—:-]*$", re.IGNORECASE)  # fmt: skip
_BOXES = re.compile(rf"\s*{_BOX}\s*(?P<a>{_WORD})\b\s*[/|,]?\s*{_BOX}\s*(?P<b>{_WORD})\s*$|\s*(?P<c>{_WORD})\s*{_BOX}\s*[/|,]?\s*(?P<d>{_WORD})\s*{_BOX}\s*$", re.IGNORECASE)  # fmt: skip
_LETTERS_BEFORE = re.compile(r"^\(?[TRWV]\s?[/| ]\s?F\)?[\s.:–-]+(?=\w)")
_ROOM_TO_WRITE = re.compile(r"(?<=[.!?])\s*[(\[]?\s*(?:_{2,}|\.{4,}|…+)\s*[)\]]?$")


def asks_verdict(text: str) -> bool:
    """Whether a line asks of the statement in it whether that is true."""
    asked = ASKED_ALREADY.match(text)
    return asked is not None and text[: asked.end()].rstrip().endswith(("?", ":"))


def bare_statement(text: str) -> str:
    """The statement in a line, without what asks for a verdict and the room for it."""
    bare = ASKED_ALREADY.sub("", text)
    for offered in (_BOXES, _BOTH_OFFERED):
        found = offered.search(bare)
        if found and are_sides(*filter(None, found.groups())):
            bare = bare[: found.start()]
    return _begun_large(_ROOM_TO_WRITE.sub("", _LETTERS_BEFORE.sub("", bare)))


def are_sides(*words: str) -> bool:
    """Whether two words are the two sides of one question: "true" and "false", "ja" and "nein"."""
    known = [_KNOWN.get(word.strip(" .").casefold()) for word in words]
    return None not in known and len({k[0] for k in known if k}) == 1 and len(set(known)) == 2


def framed(text: str, told: str, phrases: Phrases) -> tuple[str, str]:
    """The question whether a statement is true (for "ja" and "nein": whether it is so), and its answer in full, in the
    words of the app; a reason beside the answer stays with it."""
    begun = _KNOWN.get(re.split(r"[^\w]", told.strip(" ()"), maxsplit=1)[0].casefold(), (0, 0))
    kind, side = _KNOWN.get(told.strip(" .()!").casefold(), (begun[0], -1))
    frame = phrases.yes_or_no if kind else phrases.true_or_false
    both = frame.partition("{0}")[0].strip(" ¿?؟").split()
    words = (both[0], both[-1])
    is_one = told.rstrip(" .").casefold() in map(str.casefold, words)
    back = told if side < 0 or is_one else words[side][:1].upper() + words[side][1:]
    return frame.format(bare_statement(text)), back


def is_side(told: str) -> bool:
    """Whether an answer is but a side of such a question, be it as a letter ("r", "F")."""
    return told.strip(" .()").casefold() in _KNOWN


def says_so(told: str, *, offered: bool) -> bool:
    """Whether an answer is but "yes" or "no"; a letter says so only where both are `offered`."""
    bare = told.strip(" .()").casefold()
    return (offered or len(bare) > 1) and _KNOWN.get(bare, (0, 0))[0] == 1


def _begun_large(text: str) -> str:
    """A statement as a sentence of its own; "pH" and "x" stay as they are."""
    first = text.split(" ", 1)[0]
    return text[:1].upper() + text[1:] if len(first) > 1 and first.islower() else text
