"""Short entries told alike: "Assets: Things you own", "Liabilities: Things you owe"; "/etc/: archivos de configuración"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from praxeo.authors.offline import english
from praxeo.authors.offline.cleaning import count_words, key
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.entries import Entry, entry_of
from praxeo.authors.offline.harvest.glossary import definition_of
from praxeo.authors.offline.harvest.no_labels import is_label_of_its_text
from praxeo.authors.offline.roles.blocks import RoledBlock

FEWEST_TOGETHER = 3  # entries of a list
MOST = 0.75  # of a list
FEWEST_ALIKE = 2  # of them that begin with the same noun
SHORTEST, LONGEST = 2, 16  # words of a meaning
LONGEST_TERM = 4  # words

_NOT_FIRST = re.compile(  # a quantity, an address, an instruction; not what a thing is
    r"[\d\W]|(?:only|print|export|save|saves|invoke|zum|zur|kommt|concerne\w*|proviene\w*|provient|you|your|we|it|this|these|see|use|no|not|yes|for|in|on|by|with|to|from|about|at|as|is|are|sie|du|wir|nein|ja|nicht|für|mit|von|vom|bei|im|um|ab|bis|ist|sind|"
    r"il|elle|vous|nous|non|oui|ne|pour|avec|de|dans|est|sont|se|si|sí|con|en|del|es|son|su|sus|permite|sirve)\b",
    re.IGNORECASE,
)
_CODE = re.compile(r"_|\w\(|^-|\w\.\w|[a-z][A-Z]|[$<>=,\[\]]")
_CLAUSE = re.compile(r"\b(?:ist|sind|wird|werden|est|sont|peut|es|son|está|están|puede)\b")
_ARTICLE = re.compile(r"(?:(?:an?|the|der|die|das|eine?|une?|les?|la|des|el|los|las|una?|unos|unas)\s|l[’'])", re.IGNORECASE)  # fmt: skip
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_CLAUSES = frozenset({"relcl", "acl", "advcl"})


def alike_entries(placed: Sequence[RoledBlock], language: str) -> Iterator[Definition]:
    """The entries of lists in which most are short and marked as terms, and some begin with the same noun."""
    body = (one for one in placed if one.role in ("body", "summary"))
    for _, run in groupby(body, key=lambda one: (one.topic, one.block.kind, one.block.level)):
        own = list(run)
        pairs = [(e, one) for one in own if (e := entry_of(one.block)) and _is_short(e)]
        if len(pairs) >= max(FEWEST_TOGETHER, MOST * len(own)):
            yield from _told_alike(pairs, language)


def _is_short(entry: Entry) -> bool:
    code = entry.code or bool(
        _CODE.search(entry.term)
    )  # a parameter of something; a path is a place
    marked = entry.bold and (not code or entry.term.startswith("/")) and "+" not in entry.term
    name = count_words(entry.term) <= LONGEST_TERM and not is_label_of_its_text(entry.term)
    whole = entry.first == entry.last  # what goes on for a second sentence is no short one
    return marked and name and whole and SHORTEST <= count_words(entry.meaning) <= LONGEST


def _told_alike(pairs: list[tuple[Entry, RoledBlock]], language: str) -> Iterator[Definition]:
    kinds = Counter(_first(entry) for entry, _ in pairs)
    shared = {kind for kind, times in kinds.items() if kind and times >= FEWEST_ALIKE}
    if not shared or len({key(entry.meaning) for entry, _ in pairs}) != len(pairs):
        return
    docs = english.parse([e.meaning for e, _ in pairs]) if language == "en" else [None] * len(pairs)
    for (entry, one), doc in zip(pairs, docs, strict=True):
        phrase = (
            _is_phrase(doc)
            if doc is not None
            else _first(entry) in shared and not _CLAUSE.search(entry.meaning)
        )
        if (
            phrase
            and not _NOT_FIRST.match(entry.meaning)
            and not entry.meaning.endswith(("?", ":"))
        ):
            yield definition_of(entry, one, "label")


def _first(entry: Entry) -> str:
    """The noun with which a meaning begins, near enough; "" for what begins otherwise."""
    told = _ARTICLE.sub("", entry.meaning, count=1)
    return "" if _NOT_FIRST.match(told) else key(told.split(" ")[0])


def _is_phrase(doc: Any) -> bool:
    """Whether an English text names a thing, with nothing that is done but in a clause of its own."""
    root = next((token for token in doc if token.dep_ == "ROOT"), None)
    loose = [t for t in doc if t.tag_ in _FINITE and not _CLAUSES & {a.dep_ for a in (t, *t.ancestors)}]  # fmt: skip
    return root is not None and root.pos_ in ("NOUN", "PROPN") and not loose
