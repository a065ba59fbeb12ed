"""A deck as an .apkg file: a collection of Anki's schema 11, which every version of Anki reads."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from contextlib import closing

from praxeo.packages.anki.note_types import ID_OF, cards_of, note_types
from praxeo.packages.anki.notes import Note, notes_of
from praxeo.packages.archive import zipped
from praxeo.packages.packing import Packing

_SCHEMA = """
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
  ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL,
  odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_csum ON notes (csum);
CREATE INDEX ix_cards_nid ON cards (nid);
"""
_MILLISECONDS = 1_000
_FIRST_ID = 1_764_460_800_000  # ids are moments in milliseconds; decks and cards of an app lie near this one
_SPREAD = 2**36  # some two years of them


def apkg(packing: Packing) -> bytes:
    """The practice as a deck. Anki takes a note that it knows anew only if this version is later than the one it has."""
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.executescript(_SCHEMA)
        _fill(opened, packing)
        opened.commit()
        collection = opened.serialize()
    return zipped({"collection.anki2": collection, "media": "{}"})


def _fill(opened: sqlite3.Connection, packing: Packing) -> None:
    moment = int(packing.made_at.timestamp())
    deck = _number(packing.name, "deck")
    decks = {"1": _deck(1, "Default", moment), str(deck): _deck(deck, _name(packing), moment)}
    opened.execute(
        "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
        (
            moment,
            moment * _MILLISECONDS,
            moment * _MILLISECONDS,
            json.dumps({"curDeck": deck, "activeDecks": [deck], "nextPos": 1, "schedVer": 2}),
            json.dumps(note_types(deck)),
            json.dumps(decks),
            json.dumps({"1": _OPTIONS}),
        ),
    )
    for place, note in enumerate(notes_of(packing.practice, packing.name), 1):
        _add(opened, note, deck, place, moment)


def _add(opened: sqlite3.Connection, note: Note, deck: int, place: int, moment: int) -> None:
    number = _number(note.guid, "note")
    checksum = int(hashlib.sha1(_bare(note.fields[0]).encode()).hexdigest()[:8], 16)  # noqa: S324 - Anki's own rule
    tag = "_".join(note.section.split())
    opened.execute(
        "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')",
        (
            number,
            note.guid,
            ID_OF[note.kind],
            moment,
            f" {tag} " if tag else "",
            "\x1f".join(note.fields),
            _bare(note.fields[0]),
            checksum,
        ),
    )
    for at in range(cards_of(note.kind)):
        opened.execute(
            "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')",
            (_number(note.guid, f"card {at}"), number, deck, at, moment, place),
        )


def _number(name: str, of: str) -> int:
    """An id that stays the same for this name."""
    hashed = hashlib.sha256(f"{of}\x1f{name}".encode()).digest()
    return _FIRST_ID + int.from_bytes(hashed[:8], "big") % _SPREAD


def _bare(field: str) -> str:
    return re.sub(r"<[^>]*>", "", field)


def _name(packing: Packing) -> str:
    """What the deck is called; two colons would make it a part of another."""
    return packing.practice.title.replace("::", ":") or "Praxeo"


def _deck(number: int, name: str, moment: int) -> dict[str, object]:
    counts = {each: [0, 0] for each in ("newToday", "revToday", "lrnToday", "timeToday")}
    return {
        "id": number,
        "name": name,
        "mod": moment,
        "usn": -1,
        "desc": "",
        "dyn": 0,
        "conf": 1,
        "collapsed": False,
        "browserCollapsed": False,
        "extendNew": 0,
        "extendRev": 0,
        **counts,
    }


_OPTIONS = {
    "id": 1,
    "name": "Default",
    "mod": 0,
    "usn": 0,
    "maxTaken": 60,
    "autoplay": True,
    "timer": 0,
    "replayq": True,
    "dyn": False,
    "new": {
        "bury": True,
        "delays": [1, 10],
        "initialFactor": 2500,
        "ints": [1, 4, 7],
        "order": 1,
        "perDay": 20,
    },
    "rev": {
        "bury": True,
        "ease4": 1.3,
        "fuzz": 0.05,
        "ivlFct": 1,
        "maxIvl": 36500,
        "perDay": 200,
        "hardFactor": 1.2,
    },
    "lapse": {"delays": [10], "leechAction": 0, "leechFails": 8, "minInt": 1, "mult": 0},
}
