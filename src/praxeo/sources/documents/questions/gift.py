"""The questions of a bank in GIFT, as docs.moodle.org/en/GIFT_format describes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

GAP = "____"
_NAME = re.compile(r"^::(?P<name>(?:\\.|[^\\:])*)::")
_FORMAT = re.compile(r"^\s*\[(?P<format>html|moodle|plain|markdown)\]", re.IGNORECASE)
_OPEN, _CLOSE = re.compile(r"(?<!\\)\{"), re.compile(r"(?<!\\)\}")
_GENERAL, _FEEDBACK = re.compile(r"(?<!\\)####"), re.compile(r"(?<!\\)#")
_BEGIN = re.compile(r"(?<!\\)[=~]")
_WEIGHT = re.compile(r"^\s*%(?P<share>-?\d+(?:\.\d+)?)%")
_PAIR = re.compile(r"\s*(?<!\\)->\s*")
_TRUE = re.compile(r"^(?:(?P<true>T|TRUE)|F|FALSE)\s*(?=#|$)", re.IGNORECASE)
_NUMBER = re.compile(r"^=?\s*(?:%\d+%)?\s*(?P<number>-?\d+(?:\.\d+)?(?:[eE]-?\d+)?)")
_ESCAPED = re.compile(r"\\([~=#{}:\\n])")


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One question: what is right, or "True" or "False" of a statement, and what is wrong; `right` is () where none is told.

    `feedback` is what is said once it is answered; `html`: its texts hold tags.
    """

    front: str
    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    category: str = ""
    feedback: str = ""
    html: bool = False


def questions_in(text: str) -> Iterator[Asked]:
    """The questions of a bank in order; what is matched is one for each pair."""
    category = ""
    for chunk in _chunks(text):
        if chunk.startswith("$CATEGORY:"):
            category = chunk.removeprefix("$CATEGORY:").strip()
        else:
            yield from _asked(chunk, category)


def _chunks(text: str) -> Iterator[str]:
    """What empty lines part, without comments; a category is a line of its own."""
    lines: list[str] = []
    depth = 0
    for line in [*text.replace("\r\n", "\n").split("\n"), ""]:
        bare = line.strip()
        if bare.startswith("//"):
            continue
        if (not bare and depth <= 0) or bare.startswith("$CATEGORY:"):
            if lines:
                yield "\n".join(lines)
            lines, depth = [], 0
            if bare:
                yield bare
            continue
        depth += len(_OPEN.findall(line)) - len(_CLOSE.findall(line))
        lines.append(line)
    if lines:
        yield "\n".join(lines)


def _asked(chunk: str, category: str) -> Iterator[Asked]:
    rest = _NAME.sub("", chunk.strip(), count=1)
    form = _FORMAT.match(rest)
    html = form is not None and form["format"].lower() != "plain"
    rest = rest[form.end() :] if form else rest
    begin = _OPEN.search(rest)
    end = _CLOSE.search(rest, begin.end()) if begin else None
    if begin is None or end is None:
        yield Asked(front=unescaped(rest), category=category, html=html)
        return
    before, after = rest[: begin.start()].strip(), rest[end.end() :].strip()
    body, *general = _GENERAL.split(rest[begin.end() : end.start()], maxsplit=1)
    front = unescaped(f"{before} {GAP} {after}" if after else before)
    told = unescaped(general[0]) if general else ""
    for own in _answers(front, body.strip(), told):
        yield replace(own, category=category, html=html)


def _answers(front: str, body: str, told: str) -> Iterator[Asked]:
    verdict = _TRUE.match(body)
    if verdict:
        yield Asked(front=front, right=(str(bool(verdict["true"])),), feedback=told)
    elif not body:
        yield Asked(front=front, right=(told,) if told else ())
    elif body.startswith("#"):
        number = _NUMBER.match(body.lstrip("#").strip())
        yield Asked(front=front, right=(number["number"],) if number else (), feedback=told)
    else:
        yield from _listed(front, body, told)


def _listed(front: str, body: str, told: str) -> Iterator[Asked]:
    marks = list(_BEGIN.finditer(body))
    ends = [*(mark.start() for mark in marks[1:]), len(body)]
    given = [(mark[0], body[mark.end() : end]) for mark, end in zip(marks, ends, strict=False)]
    pairs = [_PAIR.split(_FEEDBACK.split(text)[0], maxsplit=1) for _, text in given]
    if given and all(len(pair) == 2 for pair in pairs):
        stem = front.rstrip(" :.")
        for left, right in pairs:
            if left.strip():
                yield Asked(front=f"{stem}: {unescaped(left)}", right=(unescaped(right),))
        return
    rights = [unescaped(_said(text)) for sign, text in given if _is_right(sign, text)]
    wrong = [unescaped(_said(text)) for sign, text in given if not _is_right(sign, text)]
    if not wrong:
        rights = [" / ".join(rights)]  # each of them is right
    yield Asked(front=front, right=tuple(rights), wrong=tuple(wrong), feedback=told)


def _is_right(sign: str, text: str) -> bool:
    """Whether an answer counts as right; of several that are right together each has a share."""
    share = _WEIGHT.match(text)
    if share is None:
        return sign == "="
    return float(share["share"]) >= (100 if sign == "=" else 1)


def _said(text: str) -> str:
    return _FEEDBACK.split(_WEIGHT.sub("", text))[0]


def unescaped(text: str) -> str:
    """A text as it is meant, on one line."""
    plain = _ESCAPED.sub(lambda found: " " if found[1] == "n" else found[1], text)
    return " ".join(plain.split())
