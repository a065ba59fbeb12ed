"""Subtitles and transcripts become running text whose paragraphs know when they were said."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.adapters.sandbox.document_reader import extract
from praxeo.compile.sources import clock
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.extraction_json import from_json, to_json
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.text.plain import read_text_file
from praxeo.sources.documents.validation import validate

VTT = """WEBVTT - The water cycle
Kind: captions

STYLE
::cue { color: red }

NOTE
00:00:00.000 --> 00:00:01.000
nobody speaks

00:00:01.000 --> 00:00:03.500 align:start position:0%
<v Ada>Evaporation is the change
of <i>liquid</i> water &amp; ice

00:00:03.500 --> 00:00:05.000
[Music]

00:00:05.000 --> 00:00:07.000
into vapour.

01:02:09.000 --> 01:02:11.000
<v Ben>Condensation<00:62:10.000> is the reverse.
"""
SRT = """\ufeff1\r
00:00:01,000 --> 00:00:02,500\r
{\\an8}A river carries water\r
\r
2\r
00:00:02,500 --> 00:00:04,000\r
<font color="#fff">back to the ocean.</font>\r
"""


def texts(extraction: Extraction) -> list[tuple[int | None, str]]:
    return [(block.locator.second, block.text) for block in extraction.blocks]


def made(tmp_path: Path, name: str, text: str) -> Path:
    file = tmp_path / name
    file.write_bytes(text.encode("utf-8"))
    return file


def test_webvtt_is_read_without_its_numbers_times_markup_and_comments(tmp_path: Path) -> None:
    file = made(tmp_path, "talk.bin", VTT)
    assert validate(file).label == "vtt"
    found = read(validate(file).label, file)
    assert texts(found) == [
        (1, "Evaporation is the change of liquid water & ice into vapour."),
        (3729, "Condensation is the reverse."),
    ]
    assert found.metadata.title == "The water cycle"


def test_subrip_is_told_by_its_content_and_read(tmp_path: Path) -> None:
    file = made(tmp_path, "talk.txt", SRT)
    assert validate(file).label == "srt"
    assert texts(read(validate(file).label, file)) == [
        (1, "A river carries water back to the ocean.")
    ]


def test_the_first_words_after_a_comment_are_read(tmp_path: Path) -> None:
    text = "WEBVTT\n\nNOTE\nA comment\n\n00:01.000 --> 00:02.000\nHello.\n"
    assert texts(read("vtt", made(tmp_path, "talk.vtt", text))) == [(1, "Hello.")]


def test_a_transcript_with_times_on_lines_of_their_own_is_read(tmp_path: Path) -> None:
    text = "0:00\nWater evaporates.\n0:04\nIt rises\n0:09\nand cools.\n1:00:02\nRain falls.\n"
    found = read_text_file(made(tmp_path, "pasted.txt", text))
    assert texts(found) == [
        (0, "Water evaporates."),
        (4, "It rises and cools."),
        (3602, "Rain falls."),
    ]


@pytest.mark.parametrize("style", ["[{}] {}", "({}) {}", "{} - {}", "{} {}"])
def test_times_before_the_words_are_read(tmp_path: Path, style: str) -> None:
    lines = [style.format(f"00:0{number}", f"Sentence {number}.") for number in range(6)]
    found = read_text_file(made(tmp_path, "pasted.txt", "\n".join(lines)))
    assert " ".join(text for _, text in texts(found)) == " ".join(
        f"Sentence {number}." for number in range(6)
    )


def test_a_timetable_is_no_transcript() -> None:
    from praxeo.sources.documents.captions.paragraphs import add_timed_text

    blocks = BlockList()
    assert not add_timed_text("9:00 Breakfast\n8:30 Run\n12:00 Lunch\n10:00 Work\n", blocks)
    assert not add_timed_text("We meet at 9:00.\nThen we go.\n", blocks)
    assert blocks.blocks == []


def test_captions_that_roll_up_are_not_read_twice(tmp_path: Path) -> None:
    rolling = "WEBVTT\n\n" + "\n\n".join(
        f"00:00:0{number}.000 --> 00:00:0{number + 1}.000\nline {number}\nline {number + 1}"
        for number in range(3)
    )
    file = made(tmp_path, "auto.vtt", rolling)
    assert texts(read("vtt", file)) == [(0, "line 0 line 1 line 2 line 3")]


def test_captions_without_punctuation_are_said_to_be_so(tmp_path: Path) -> None:
    words = "and then the water goes up and up until it meets the cold air there "
    cues = "\n\n".join(
        f"00:00:{second:02}.000 --> 00:00:{second + 1:02}.000\n{words}{second}"
        for second in range(40)
    )
    found = read("vtt", made(tmp_path, "auto.vtt", f"WEBVTT\n\n{cues}\n"))
    assert [warning.code for warning in found.warnings] == ["no_punctuation"]
    assert all(len(block.text) < 1400 for block in found.blocks)


def test_a_paragraph_ends_with_a_sentence_and_a_pause_or_another_speaker(tmp_path: Path) -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\nOne.\n\n00:02.000 --> 00:03.000\nTwo.\n\n"
        "00:08.000 --> 00:09.000\nThree.\n\n00:09.000 --> 00:10.000\n- Four.\n"
    )
    found = read("vtt", made(tmp_path, "talk.vtt", text))
    assert texts(found) == [(1, "One. Two."), (8, "Three."), (9, "Four.")]


@pytest.mark.parametrize("text", ["WEBVTT\n", "WEBVTT\n\n00:01.000 --> 00:02.000\n[Music]\n"])
def test_subtitles_without_a_word_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused, match="no text"):
        extract(made(tmp_path, "empty.vtt", text), name="empty.vtt")


def test_the_second_survives_being_stored(tmp_path: Path) -> None:
    found = read("vtt", made(tmp_path, "talk.vtt", VTT))
    assert texts(from_json(to_json(found))) == texts(found)


@pytest.mark.parametrize(("second", "shown"), [(0, "0:00"), (65, "1:05"), (3845, "1:04:05")])
def test_a_second_is_shown_as_players_show_it(second: int, shown: str) -> None:
    assert clock(second) == shown
