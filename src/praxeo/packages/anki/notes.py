"""The notes of a deck: which kind each is, what stands on its fields, and what tells it from every other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Literal

from praxeo.domain.spec import Term
from praxeo.packages.practice import Group, Practice
from praxeo.packages.wording import Question, all_questions

NoteKind = Literal["basic", "both_ways", "cloze"]
_GUID_DIGITS = 20


@dataclass(frozen=True, kw_only=True)
class Note:
    """`guid` is made of the example and of what is asked, never of the answer: a note whose answer changes stays the
    same note, and keeps when it is asked again. Fields are HTML."""

    guid: str
    kind: NoteKind
    fields: tuple[str, ...]
    section: str


def notes_of(practice: Practice, name: str) -> Iterator[Note]:
    """The notes of an app under this name, which all of its versions share."""
    given: dict[str, int] = {}
    for group, question in all_questions(practice):
        asked = "\x1f".join((name, group.kind, question.front))
        given[asked] = number = given.get(asked, 0) + 1
        guid = hashlib.sha256(f"{asked}\x1f{number}".encode()).hexdigest()[:_GUID_DIGITS]
        kind, fields = _fields(group, question)
        yield Note(guid=guid, kind=kind, fields=fields, section=group.section)


def _fields(group: Group, question: Question) -> tuple[NoteKind, tuple[str, ...]]:
    why = _html(question.explanation)
    if question.gap is not None:
        before, after = map(_html, question.gap)
        hidden = _html(question.answers[0]).replace("}}", "}&#125;")
        return "cloze", (f"{before}{{{{c1::{hidden}}}}}{after}", why)
    options = "".join(f"<li>{_html(option)}</li>" for option in question.options)
    front = _html(question.front) + (f"<ul>{options}</ul>" if options else "")
    back = _html(question.answers[0])
    if len(question.answers) > 1:
        back = f"<ol>{''.join(f'<li>{_html(answer)}</li>' for answer in question.answers)}</ol>"
    return ("both_ways" if group.row.item is Term else "basic"), (front, back, why)


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")
