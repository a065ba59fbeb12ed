"""Labels in notes and lists: "Osmosis: the movement of water …" beside others of its kind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from praxeo.authors.offline import english
from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.grammar import is_address, is_sentence
from praxeo.authors.offline.harvest.entries import Entry, entry_of
from praxeo.authors.offline.harvest.glossary import definition_of
from praxeo.authors.offline.harvest.no_labels import is_label_of_its_text, tells_what_to_do
from praxeo.authors.offline.roles.blocks import RoledBlock

LONGEST_LABEL = 5  # words
SHORTEST_MEANING = 4  # words
FEWEST_TOGETHER = 2  # labels of a list without which a plain one is no term

_CODE_LIKE = re.compile(
    r"^(?!\[)\S*(?:\w\(|[\[\]_=<>{}|\\]|[A-Za-z_]\.[A-Za-z_])\S*(?:\s\S+)?$|^--?\w"
)
_PRAISES = re.compile(
    r"\b(?:powerful|popular|valuable|great|best|easy|free|user-friendly|responsive|extensive|leading|secure|charming|friendly|beautiful|workshop|session|first step)\b"
)
_VALUE = re.compile(r"^[\d\W]*\d[\d\W]*$|\d\s?[€$%]|=")


def label_definitions(placed: Sequence[RoledBlock], language: str) -> list[Definition]:
    """The labels that name a thing and say what it is. `language` is the text's, e.g. "de"."""
    body = [one for one in placed if one.role in ("body", "summary")]
    found = [made for run in _runs(body) for made in _labelled(run)]
    times = Counter(key(entry.term) for entry, _ in found)
    fit = [
        (entry, one)
        for entry, one in found
        if times[key(entry.term)] == 1 and _names_a_thing(entry, language)
    ]
    if language == "en":
        fit = list(_saying_what(fit))
    return [definition_of(entry, one, "code_list" if _is_code(entry) else "label") for entry, one in fit]  # fmt: skip


def _runs(body: list[RoledBlock]) -> Iterator[list[RoledBlock]]:
    """Lists, and paragraphs, that stand together under one heading."""
    kinds = ("list_item", "paragraph")
    for (_, kind, _), run in groupby(body, key=lambda p: (p.topic, p.block.kind, p.block.level)):
        if kind in kinds:
            yield list(run)


def _labelled(run: list[RoledBlock]) -> list[tuple[Entry, RoledBlock]]:
    entries = [(entry, one) for one in run if (entry := entry_of(one.block))]
    bold = [pair for pair in entries if pair[0].bold]
    listed = run[0].block.kind == "list_item"
    if listed and len(entries) >= FEWEST_TOGETHER and len(entries) * 2 >= len(run):
        return entries
    return bold


def _names_a_thing(entry: Entry, language: str) -> bool:
    words = entry.term.split()
    if not words or len(words) > LONGEST_LABEL or _VALUE.search(entry.term):
        return False
    if _is_code(entry):
        return True
    if len(entry.meaning.split()) < SHORTEST_MEANING or entry.meaning.endswith(("?", ":")):
        return False
    if _VALUE.search(entry.meaning) or is_label_of_its_text(entry.term):
        return False
    if language == "de" and not any(word[:1].isupper() for word in words):
        return False
    return not tells_what_to_do(entry.meaning)


def _is_code(entry: Entry) -> bool:
    return entry.code or bool(_CODE_LIKE.search(entry.term))


def _saying_what(found: list[tuple[Entry, RoledBlock]]) -> Iterator[tuple[Entry, RoledBlock]]:
    """Those whose meaning is a noun phrase; others tell what to do, or praise, or go on about the term."""
    docs = english.parse([entry.meaning for entry, _ in found])
    for (entry, one), doc in zip(found, docs, strict=False):
        if _is_code(entry):
            yield entry, one
        elif is_address(doc) or is_sentence(doc):
            continue
        elif doc[0].lower_ in {"a", "an", "the", "any"}:
            if not _PRAISES.search(entry.meaning):
                yield entry, one
        elif entry.meaning[:1].islower() and _heads_a_phrase(doc):
            yield entry, one


def _heads_a_phrase(doc: object) -> bool:
    """Whether the meaning's root is a noun near its beginning: "movement of water …"."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)  # type: ignore[attr-defined]
    return root is not None and root.pos_ == "NOUN" and root.i <= 4 and len(doc) > 4  # type: ignore[arg-type]
