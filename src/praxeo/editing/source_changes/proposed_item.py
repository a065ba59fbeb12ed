"""Carries what has changed in a sentence over to what an item says of it: word for word, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from difflib import SequenceMatcher

from praxeo.domain.spec import Cloze, Item

Fields = Mapping[str, str | tuple[str, ...]]

_WORD = re.compile(r"\S+")
_BARE = "\"'“”‘’«»()[]{}.,;:!?…"
ALONE_LETTERS_LEAST = (
    4  # of words that are found without those beside them; a number may be shorter
)


@dataclass(frozen=True)
class _Edit:
    """Words that give way to others, with the word on each side."""

    before: tuple[str, ...]
    after: tuple[str, ...]
    left: str
    right: str


def carried(item: Item, before: str, after: str) -> Item | None:
    """The item with what the sentence says now, as it is if it does not say what has changed; None if nothing
    stands there any more, or no gap can be cut into it."""
    if not after:
        return None
    told = {f.name: getattr(item, f.name) for f in fields(item) if f.name != "evidence"}
    if (
        isinstance(item, Cloze)
        and f"{item.before}{item.answer}{item.after}".strip() == before.strip()
    ):
        return _cloze(item, before, after)
    changed = dict(told)
    for edit in _edits(before, after):
        changed = _with(changed, edit)
    return replace(item, **changed) if changed != told else item


def _cloze(item: Cloze, before: str, after: str) -> Cloze | None:
    """The new sentence with the gap at its answer, or at what stands in its place."""
    words_before, words_after = _WORD.findall(before), _WORD.findall(after)
    answer = item.answer
    for edit in _edits(before, after):
        if " ".join(edit.before).strip(_BARE) == item.answer:
            answer = " ".join(edit.after).strip(_BARE)
    if not answer or after.count(answer) != 1 or len(words_after) < len(words_before) / 2:
        return None
    left, _, right = after.partition(answer)
    accept = item.accept if answer == item.answer else ()
    return replace(item, before=left, answer=answer, after=right, accept=accept)


def _edits(before: str, after: str) -> Iterator[_Edit]:
    one, other = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            yield _Edit(
                before=tuple(one[a:b]),
                after=tuple(other[c:d]),
                left=one[a - 1] if a else "",
                right=one[b] if b < len(one) else "",
            )


def _with(told: Fields, edit: _Edit) -> dict[str, str | tuple[str, ...]]:
    """The fields with this edit, where its place among them is sure."""
    for left, right in ((edit.left, edit.right), (edit.left, ""), ("", edit.right), ("", "")):
        bare = not left and not right
        was, now = _run(left, edit.before, right), _run(left, edit.after, right)
        if (not edit.before and not (left and right)) or (bare and not _stands_alone(was)):
            continue
        pattern = re.compile(rf"(?<!\w){re.escape(was)}(?!\w)")
        if sum(len(pattern.findall(text)) for text in _texts(told)) == 1:
            return {name: _replaced(value, pattern, now) for name, value in told.items()}
    return dict(told)


def _run(left: str, words: tuple[str, ...], right: str) -> str:
    return " ".join(filter(None, (left, *words, right))).strip(_BARE)


def _stands_alone(words: str) -> bool:
    return len(words) >= ALONE_LETTERS_LEAST or any(c.isdigit() for c in words)


def _texts(told: Fields) -> Iterator[str]:
    for value in told.values():
        yield from (value,) if isinstance(value, str) else value


def _replaced(
    value: str | tuple[str, ...], pattern: re.Pattern[str], now: str
) -> str | tuple[str, ...]:
    if isinstance(value, str):
        return pattern.sub(lambda _: now, value)
    return tuple(pattern.sub(lambda _: now, each) for each in value)
