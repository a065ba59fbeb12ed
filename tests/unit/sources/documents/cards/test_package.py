"""Decks as Anki packs them: their notes are cards; nothing in the collection is run."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.cards.collection import notes_of
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.validation import validate
from tests.hostile.builders.office_files import zipped

BASIC = {
    "flds": [{"name": "Extra"}, {"name": "Front"}, {"name": "Back"}],
    "tmpls": [
        {
            "qfmt": "{{Front}}",
            "afmt": "{{FrontSide}}<hr>{{type:Back}} {{#Extra}}{{Extra}}{{/Extra}}",
        }
    ],
}
CLOZE = {
    "flds": [{"name": "Text"}, {"name": "More"}],
    "tmpls": [{"qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}{{More}}"}],
}
NOTES = [
    (1, 10, "note\x1fosmosis <b>is</b>\x1fwater moves [sound:a.mp3]", 7),
    (2, 11, "{{c1::Paris}} is in {{c2::France::land}}\x1f", 7),
]


def collection(notes: list[tuple[int, int, str, int]] = NOTES, *more: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("CREATE TABLE col (id INTEGER, models TEXT, decks TEXT)")
        made.execute("CREATE TABLE notes (id INTEGER PRIMARY KEY, mid INTEGER, flds TEXT)")
        made.execute("CREATE TABLE cards (id INTEGER PRIMARY KEY, nid INTEGER, did INTEGER)")
        decks = {"7": {"name": "Bio::Cells"}, "8": {"name": "Geo"}}
        made.execute(
            "INSERT INTO col VALUES (1, ?, ?)",
            (json.dumps({"10": BASIC, "11": CLOZE}), json.dumps(decks)),
        )
        made.executemany("INSERT INTO notes VALUES (?, ?, ?)", [note[:3] for note in notes])
        made.executemany(
            "INSERT INTO cards (nid, did) VALUES (?, ?)", [(note[0], note[3]) for note in notes]
        )
        for statement in more:
            made.execute(statement)
        made.commit()
        return made.serialize()


def found(database: bytes, folder: Path, name: str = "collection.anki2") -> Extraction:
    path = folder / "a"
    path.write_bytes(zipped({"collection.anki2": "old", "media": "{}", name: database}))
    assert validate(path).label == "apkg"
    return read("apkg", path)


@pytest.mark.parametrize("name", ["collection.anki2", "collection.anki21"])
def test_the_notes_of_a_deck_are_cards_as_their_template_shows_them(
    name: str, tmp_path: Path
) -> None:
    deck = found(collection(), tmp_path, name)
    assert deck.metadata.title == "Bio: Cells"
    assert [block.text.split("\n") for block in deck.blocks] == [
        [
            "Front | Back",
            "osmosis is | water moves; note",
            "____ is in France | Paris",
            "Paris is in ____ (land) | France",
        ]
    ]
    (warning,) = deck.warnings
    assert (warning.code, warning.details) == ("media_of_cards", {"names": "a.mp3"})


def test_several_decks_stand_apart(tmp_path: Path) -> None:
    deck = found(collection([NOTES[0], (3, 10, "\x1fNile\x1fa river", 8)]), tmp_path)
    assert [block.text.split("\n")[0] for block in deck.blocks] == [
        "Bio: Cells",
        "Front | Back",
        "Geo",
        "Front | Back",
    ]


def test_the_newer_form_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"Export it there again as notes in plain text \(\.txt\)"):
        found(collection(), tmp_path, "collection.anki21b")


@pytest.mark.parametrize(
    "statements",
    [
        (
            "DROP TABLE notes",
            "CREATE VIEW notes AS SELECT 1 AS id, 10 AS mid, 'a' || char(31) || 'b' AS flds",
        ),
        (
            "DROP TABLE cards",
            "CREATE VIEW cards AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS nid, x AS did FROM n",
        ),
        ("UPDATE col SET models = '[[' || hex(zeroblob(2000000))",),
        ("DELETE FROM col",),
    ],
)
def test_a_collection_that_would_run_something_is_damaged(
    statements: tuple[str, ...], tmp_path: Path
) -> None:
    with pytest.raises(Refused) as refusal:
        found(collection(NOTES, *statements), tmp_path)
    assert refusal.value.code == "damaged"


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 12_000), st.binary(min_size=1, max_size=40))
def test_changed_bytes_are_read_or_refused(at: int, change: bytes) -> None:
    sound = collection()
    with suppress(Refused):
        list(notes_of(sound[:at] + change + sound[at + len(change) :]))
