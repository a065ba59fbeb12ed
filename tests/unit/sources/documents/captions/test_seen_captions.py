"""The ledger counts the words of captions and cards apart from their readers: what is lost is told, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.captions import paragraphs
from praxeo.sources.documents.captions.cues import Cue
from praxeo.sources.documents.cards import file as cards
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.validation import validate

FORMS = {
    "talk.vtt": (
        "WEBVTT - Tides\n\nNOTE only for editors\n\nfirst\n00:01.000 --> 00:04.000 align:start\n<v Ada Example>The <b>Moon</b> pulls.\n\n"
        "00:04.000 --> 00:07.000\nThe Moon pulls.\nWater rises &amp; falls. [Music]\n\n12\n00:08.000 --> 00:10.000\n12 hours pass.\n"
    ),
    "talk.srt": (
        "1\n00:00:01,000 --> 00:00:04,000\nADA: The Moon pulls.\n\n2\n00:00:04,500 --> 00:00:07,000\nBEN: {\\an8}Water rises.\n\n"
        "3\n00:00:08,000 --> 00:00:10,000\nADA: Twelve hours pass (in most places).\n"
    ),
    "talk.sbv": "0:00:01.000,0:00:04.000\nThe Moon pulls.\n\n0:00:04.500,0:00:07.000\nWater[br]rises twice.\n",
    "talk.ass": (
        "[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
        "Dialogue: 0,0:00:01.00,0:00:04.00,Default,Ada,0,0,0,,The {\\i1}Moon{\\i0} pulls, and how.\n"
        "Dialogue: 0,0:00:04.00,0:00:07.00,Default,Ada,0,0,0,,Water\\Nrises.\n"
    ),
    "talk.txt": (
        "0:01\n1 second\nThe Moon pulls.\n0:05\n5 seconds\nWater rises.\nAda Example  0:09\nThe coast turns.\n1:12\n"
        "1 minute, 12 seconds\nIt is high tide now.\n"
    ),
}


def lost(found: Extraction) -> int:
    return sum(int(w.details["count"]) for w in found.warnings if w.code == "text_lost")


def extracted(name: str, text: str, tmp_path: Path) -> Extraction:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return read(validate(path).label, path)


@pytest.mark.parametrize("name", FORMS)
def test_a_cue_that_a_reader_loses_is_told_and_a_sound_file_is_not_warned_of(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lost(extracted(name, FORMS[name], tmp_path)) == 0
    whole: Callable[..., Iterator[Cue]] = paragraphs.without_repeats
    monkeypatch.setattr(paragraphs, "without_repeats", lambda cues: list(whole(cues))[:-1])
    assert lost(extracted(name, FORMS[name], tmp_path)) > 0


def test_a_card_that_a_reader_loses_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Term\tDefinition\nosmosis\tmovement of <b>water</b>\nebb\tfalling water [sound:ebb.mp3]\nflood\trising sea\n"
    assert lost(extracted("deck.txt", text, tmp_path)) == 0
    whole = cards.listed_cards
    monkeypatch.setattr(cards, "listed_cards", lambda text: whole(text)[:-1])
    assert lost(extracted("deck.txt", text, tmp_path)) == 3
