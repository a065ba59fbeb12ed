"""Sentences in which two things changed places."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span, Token


def roles_swapped(doc: Doc, _: random.Random) -> str:
    """Subject and object of a verb exchanged."""
    for verb in doc:
        subject = [t for t in verb.children if t.dep_ == "nsubj" and t.pos_ in ("NOUN", "PROPN")]
        thing = [
            t for t in verb.children if t.dep_ in ("dobj", "obj") and t.pos_ in ("NOUN", "PROPN")
        ]
        if verb.pos_ == "VERB" and subject and thing and subject[0].i < verb.i < thing[0].i:
            one, other = _phrase(doc, subject[0]), _phrase(doc, thing[0])
            if one.end <= verb.i < other.start and one.text.lower() != other.text.lower():
                return _exchange(doc, one, other)
    return ""


def names_swapped(doc: Doc, _: random.Random) -> str:
    """Two names exchanged that are no members of one list."""
    names = [
        t
        for t in doc
        if t.pos_ == "PROPN" and t.is_title and len(t) > 3 and t.i > 0 and t.dep_ != "compound"
    ]
    for one in names:
        for other in names:
            between = doc[one.i + 1 : other.i]
            if (
                one.i + 2 < other.i
                and any(t.pos_ == "VERB" for t in between)
                and one.text != other.text
            ):
                return _exchange(doc, doc[one.i : one.i + 1], doc[other.i : other.i + 1])
    return ""


def numbers_swapped(doc: Doc, _: random.Random) -> str:
    """Two numbers in digits exchanged."""
    numbers = [t for t in doc if t.is_digit]
    for one, other in pairwise(numbers):
        if one.text != other.text and one.i + 1 < other.i:
            return _exchange(doc, doc[one.i : one.i + 1], doc[other.i : other.i + 1])
    return ""


def _phrase(doc: Doc, head: Token) -> Span:
    return doc[head.left_edge.i : head.i + 1]


def _exchange(doc: Doc, one: Span, other: Span) -> str:
    parts: Sequence[str] = (
        doc[: one.start].text_with_ws, _as(other.text, one), one[-1].whitespace_,
        doc[one.end : other.start].text_with_ws, _as(one.text, other), other[-1].whitespace_,
        doc[other.end :].text_with_ws,
    )  # fmt: skip
    return "".join(parts)


def _as(text: str, place: Span) -> str:
    """The text with a capital where a sentence begins with it."""
    if place.start == 0:
        return text[0].upper() + text[1:]
    return (
        text[0].lower() + text[1:]
        if place[0].i
        and text[0].isupper()
        and text.split()[0] in ("The", "A", "An", "This", "These")
        else text
    )
