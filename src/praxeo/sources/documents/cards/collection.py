"""The notes of an Anki collection (SQLite), read from memory by an authorizer that allows nothing but that."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any, NamedTuple

from praxeo.domain.errors import Refused

NOTES_AT_MOST = 20_001
LONGEST_VALUE_BYTES = 8_000_000
STEPS_AT_ONCE, STEPS_AT_MOST = 10_000, 3_000  # of the machine of SQLite, before a query is ended
READABLE = frozenset({"notes", "cards", "col"})
SHOWN = re.compile(r"\{\{(?:[^{}:]{1,40}:){0,4}([^{}:#/^]{1,80})\}\}")
DAMAGED = "This Anki deck is damaged: its cards cannot be read. In Anki, export it as notes in plain text (.txt) and add that."


class Note(NamedTuple):
    """The fields that are the front of a card and those of its back, in order; the deck of its first card."""

    front: list[str]
    back: list[str]
    deck: str


def notes_of(database: bytes) -> Iterator[Note]:
    """The notes of a collection. Raises Refused("damaged")."""
    try:
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as opened:
            opened.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE_BYTES)
            opened.deserialize(database)
            opened.execute("PRAGMA trusted_schema = OFF")
            opened.execute("PRAGMA cell_size_check = ON")
            _limit(opened)
            yield from _notes(opened)
    except (
        sqlite3.Error,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        RecursionError,
    ) as error:
        raise Refused("damaged", DAMAGED) from error


def _limit(opened: sqlite3.Connection) -> None:
    left = [STEPS_AT_MOST]

    def count() -> bool:
        left[0] -= 1
        return left[0] < 0

    def allow(
        action: int, table: str | None, _column: str | None, _: str | None, view: str | None
    ) -> int:
        reads = action == sqlite3.SQLITE_READ and table in READABLE and view is None
        return (
            sqlite3.SQLITE_OK if reads or action == sqlite3.SQLITE_SELECT else sqlite3.SQLITE_DENY
        )

    opened.set_progress_handler(count, STEPS_AT_ONCE)
    opened.set_authorizer(allow)


def _notes(opened: sqlite3.Connection) -> Iterator[Note]:
    models, decks = (
        json.loads(stated)
        for stated in next(opened.execute("SELECT models, decks FROM col"), ("", ""))
    )
    deck_of: dict[int, str] = {}
    for note, deck in opened.execute("SELECT nid, did FROM cards LIMIT 200000"):
        deck_of.setdefault(note, str(decks.get(str(deck), {}).get("name", "")))
    query = f"SELECT id, mid, flds FROM notes LIMIT {NOTES_AT_MOST}"  # noqa: S608 - a constant
    for note, model, fields in opened.execute(query):
        front, back = _sides(models.get(str(model), {}), str(fields).split("\x1f"))
        yield Note(front, back, deck_of.get(note, ""))


def _sides(model: dict[str, Any], fields: list[str]) -> tuple[list[str], list[str]]:
    """The fields as the first template of their kind shows them; else the first one and all others."""
    names = [str(stated["name"]) for stated in model.get("flds", ())]
    templates = model.get("tmpls") or [{}]
    values = dict(zip(names, fields, strict=False))
    asked = [name for name in SHOWN.findall(str(templates[0].get("qfmt", ""))) if name in values]
    told = [name for name in SHOWN.findall(str(templates[0].get("afmt", ""))) if name in values]
    told = [name for name in dict.fromkeys(told) if name not in asked]
    if not asked:
        return fields[:1], fields[1:]
    return [values[name] for name in dict.fromkeys(asked)], [values[name] for name in told]
