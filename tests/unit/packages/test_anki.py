"""Anki decks: their notes stay the same notes, and importing again changes only what is new."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from typing import Any

from praxeo.packages.anki.collection import apkg
from praxeo.packages.packing import Packing
from praxeo.sources.documents.cards.collection import notes_of

LATER = timedelta(days=1)


def collection(deck: bytes) -> bytes:
    return zipfile.ZipFile(io.BytesIO(deck)).read("collection.anki2")


def rows(deck: bytes, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(collection(deck))
        return opened.execute(query).fetchall()


class Learner:
    """A collection that imports decks by Anki's rule: a note is known by its guid, and one that is known is
    taken anew only if it is of the same type and later."""

    def __init__(self) -> None:
        self.notes: dict[str, tuple[int, int, str]] = {}
        self.cards: set[tuple[str, int]] = set()

    def take(self, deck: bytes) -> tuple[int, int]:
        """How many notes were new, and how many were updated."""
        new = updated = 0
        for guid, kind, moment, fields in rows(deck, "SELECT guid, mid, mod, flds FROM notes"):
            known = self.notes.get(guid)
            if known is None:
                new += 1
            elif known[0] == kind and known[1] < moment:
                updated += known[2] != fields
            else:
                continue
            self.notes[guid] = (kind, moment, fields)
        cards = "SELECT guid, ord FROM cards JOIN notes ON notes.id = cards.nid"
        self.cards |= set(rows(deck, cards))
        return new, updated


def test_a_deck_is_read_by_the_reader_of_decks(packing: Packing) -> None:
    read = [(*note.front, *note.back) for note in notes_of(collection(apkg(packing)))]
    assert len(read) == len(rows(apkg(packing), "SELECT id FROM notes"))
    said = " ".join(part for note in read for part in note)
    assert "What binds to the active site?" in said
    assert "{{c1::activation energy}}" in said
    assert "1926: Sumner crystallised urease." in said


def test_a_deck_that_is_imported_twice_adds_nothing(packing: Packing) -> None:
    learner = Learner()
    new, _ = learner.take(apkg(packing))
    assert new == 20
    cards = set(learner.cards)
    assert learner.take(apkg(packing)) == (0, 0)
    assert learner.cards == cards


def test_a_changed_answer_updates_its_note_and_adds_none(
    spec_text: str, packing: Packing, pack: Callable[..., Packing]
) -> None:
    learner = Learner()
    learner.take(apkg(packing))
    changed = spec_text.replace("- amylase = starch", "- amylase = starch and glycogen")
    assert changed != spec_text
    later = pack(changed, packing.made_at + LATER)
    assert learner.take(apkg(later)) == (0, 1)
    assert learner.take(apkg(packing)) == (0, 0)  # an earlier version takes nothing back


def test_a_new_question_before_others_is_one_new_note(
    spec_text: str, packing: Packing, pack: Callable[..., Packing]
) -> None:
    learner = Learner()
    learner.take(apkg(packing))
    more = spec_text.replace(
        "- **catalyst**", "- **product**: what a reaction makes\n- **catalyst**"
    )
    assert learner.take(apkg(pack(more, packing.made_at + LATER))) == (1, 0)


def test_every_card_has_its_note_and_every_note_a_type_of_the_deck(packing: Packing) -> None:
    deck = apkg(packing)
    assert rows(deck, "SELECT count(*) FROM cards WHERE nid NOT IN (SELECT id FROM notes)") == [
        (0,)
    ]
    assert rows(deck, "SELECT count(*) FROM notes WHERE id NOT IN (SELECT nid FROM cards)") == [
        (0,)
    ]
    assert rows(deck, "PRAGMA integrity_check") == [("ok",)]
    ((models,),) = rows(deck, "SELECT models FROM col")
    for (kind,) in rows(deck, "SELECT DISTINCT mid FROM notes"):
        assert f'"{kind}"' in models


def test_what_means_something_in_html_is_only_words(
    spec_text: str, pack: Callable[..., Packing]
) -> None:
    hostile = spec_text.replace("starch", "<script>alert(1)</script>")
    fields = " ".join(f for (f,) in rows(apkg(pack(hostile)), "SELECT flds FROM notes"))
    assert "<script>" not in fields
    assert "&lt;script&gt;" in fields
