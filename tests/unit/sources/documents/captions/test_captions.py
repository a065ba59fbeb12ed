"""Captions of every form give the same words in the same second; nothing said is taken for noise."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxeo.domain.errors import Refused
from praxeo.sources.documents.captions.cues import Cue, cue_of
from praxeo.sources.documents.captions.speakers import with_speakers
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.validation import validate

SAID = [(1, "Water evaporates from the sea."), (67, "It falls as rain & snow.")]
FORMS = {
    "talk.vtt": "WEBVTT\n\nintro\n00:01.000 --> 00:03.000 line:0\nWater <i>evaporates</i> from the sea.\n\n"
    "00:01:07.000 --> 00:01:09.000\nIt falls as rain &amp; snow.\n",
    "talk.srt": "1\r\n00:00:01,000 --> 00:00:03,000\r\nWater <b>evaporates</b>\r\nfrom the sea.\r\n\r\n"
    "2\r\n00:01:07,000 --> 00:01:09,000\r\n{\\an8}It falls as rain & snow.\r\n",
    "loose.srt": "1\n0:0:1,0 --> 0:0:3,0\nWater evaporates from the sea.\n2\n0:1:7,0 -> 0:1:9,0\nIt falls as rain & snow.\n",
    "talk.sbv": "0:00:01.000,0:00:03.000\nWater evaporates[br]from the sea.\n\n0:01:07.000,0:01:09.000\nIt falls as rain & snow.\n",
    "talk.ass": "[Script Info]\nTitle: x\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    "Dialogue: 0,0:01:07.00,0:01:09.00,Default,,0,0,0,,It falls as rain & snow.\n"
    "Dialogue: 0,0:00:01.00,0:00:03.00,Default,,0,0,0,,{\\i1}Water{\\i0} evaporates\\Nfrom the sea.\n"
    "Dialogue: 0,0:00:02.00,0:00:03.00,Default,,0,0,0,,{\\p1}m 0 0 l 1 1{\\p0}\n",
    "clock.ttml": '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><div>'
    '<p begin="00:00:01.000" end="00:00:03.000">Water evaporates<br/>from the sea.</p>'
    '<p begin="00:01:07.000" end="00:01:09.000">It falls as rain &amp; snow.</p></div></body></tt>',
    "ticks.ttml": '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" '
    'ttp:tickRate="10000000"><body begin="1s"><div><p begin="0t" end="20000000t"><span>Water</span> evaporates from the sea.</p>'
    '<p begin="660000000t" dur="2s">It falls as rain &amp; snow.</p></div></body></tt>',
    "frames.ttml": '<tt:tt xmlns:tt="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" '
    'ttp:frameRate="25"><tt:body><tt:div><tt:p begin="00:00:01:10" end="00:00:03:00">Water evaporates from the sea.</tt:p>'
    '<tt:p begin="00:01:07:05" end="00:01:09:00">It falls as rain &amp; snow.</tt:p></tt:div></tt:body></tt:tt>',
    "youtube.xml": '<?xml version="1.0" encoding="utf-8" ?><transcript><text start="1.2" dur="2">Water evaporates from the sea.</text>'
    '<text start="67" dur="2">It falls as rain &amp;amp; snow.</text></transcript>',
    "youtube.srv3": '<?xml version="1.0"?><timedtext format="3"><body><p t="1200" d="2000"><s>Water</s><s t="100"> evaporates from the sea.</s></p>'
    '<p t="67000" d="2000">It falls as rain &amp; snow.</p></body></timedtext>',
    "panel.txt": "0:01\nWater evaporates\n0:02\nfrom the sea.\n1:07\nIt falls as\n1:08\nrain & snow.\n",
    "spoken.txt": "0:01\n1 second\nWater evaporates\n0:02\n2 seconds\nfrom the sea.\n"
    "1:07\n1 minute, 7 seconds\nIt falls as\n1:08\n1 minute, 8 seconds\nrain & snow.\n",
    "talk.lrc": "[00:01.00]Water evaporates\n[00:02.10]from the sea.\n[01:07.20]It falls as\n[01:08.00]rain & snow.\n",
}


def heard(folder: Path, name: str, text: str) -> list[tuple[int | None, str]]:
    file = folder / name
    file.write_text(text, "utf-8", newline="")
    found = read(validate(file).label, file)
    return [(block.locator.second, block.text) for block in found.blocks]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("name", FORMS)
def test_every_form_gives_the_words_in_their_second(tmp_path: Path, name: str, mark: str) -> None:
    assert heard(tmp_path, name, mark + FORMS[name]) == SAID


@pytest.mark.parametrize(
    "said",
    [
        "We write f(x) here.",
        "Lime is Ca(OH)2.",
        "Fresh water (about 69 percent) is frozen.",
        "a[0] is the first.",
        "The interval [0, 1] is closed.",
        "A List<T> holds values.",
        "If a < b and c > d, stop.",
        "8",
        "1969",
        "(it is four)",
    ],
)
def test_nothing_said_is_dropped_as_noise(said: str) -> None:
    assert cue_of(said, 0, 1).text == said


@pytest.mark.parametrize(
    "noise", ["[Music]", "(applause)", "♪♪", "[ Dramatic music ]", "[Applaus]", "[door closes]"]
)
def test_sounds_are_no_speech(noise: str) -> None:
    assert cue_of(noise, 0, 1).text == ""
    assert (
        cue_of(f"Well, [Music] yes. {noise if noise[0] == '(' else ''}", 0, 1).text == "Well, yes."
    )


def test_numbers_of_cues_are_no_speech_and_spoken_numbers_are(tmp_path: Path) -> None:
    cues = ["How many planets are there?", "8", "And the year?", "1969"]
    for gap in ("\n\n", "\n"):
        text = gap.join(
            f"{n}\n00:00:{n:02},000 --> 00:00:{n:02},900\n{said}" for n, said in enumerate(cues, 1)
        )
        assert heard(tmp_path, "quiz.srt", text) == [(1, " ".join(cues))]


def lesson(style: str) -> str:
    said = [
        ("Ada Example", "Good morning. Today we look at enzymes."),
        ("Ada Example", "An enzyme is a protein that speeds up a reaction."),
        ("Ben Sample", "Note: the time is short."),
    ]
    return "WEBVTT\n\n" + "\n\n".join(
        f"{n}\n00:00:{n:02}.000 --> 00:00:{n:02}.900\n{style.format(name=name, words=words)}"
        for n, (name, words) in enumerate(said, 1)
    )


@pytest.mark.parametrize("style", ["{name}: {words}", "<v {name}>{words}</v>"])
def test_who_speaks_is_no_speech_and_begins_a_paragraph(tmp_path: Path, style: str) -> None:
    assert heard(tmp_path, "meeting.vtt", lesson(style)) == [
        (
            1,
            "Good morning. Today we look at enzymes. An enzyme is a protein that speeds up a reaction.",
        ),
        (3, "Note: the time is short."),
    ]


def test_times_behind_names_are_those_of_a_meeting(tmp_path: Path) -> None:
    text = "".join(
        f"{name}  {at}\n{words}\n\n"
        for name, at, words in (
            ("Ada Example", "0:01", "Water evaporates."),
            ("Ben Sample", "0:05", "Where does it go?"),
            ("Ada Example", "0:09", "Up."),
            ("Ben Sample", "1:05", "And then?"),
        )
    )
    assert heard(tmp_path, "otter.txt", text) == [
        (1, "Water evaporates."),
        (5, "Where does it go?"),
        (9, "Up."),
        (65, "And then?"),
    ]


def test_a_word_with_a_colon_is_no_speaker_where_nobody_is_named() -> None:
    said = ["Note: this is hard.", "We go on.", "It works.", "For example: water.", "Done."]
    cues = [Cue(start=n, end=n + 1, text=text) for n, text in enumerate(said)]
    assert [cue.text for cue in with_speakers(cues)] == said


@given(st.text(max_size=300))
def test_any_text_below_a_time_is_read_or_left_out_without_a_fault(text: str) -> None:
    assert cue_of(text, 0, 1).start == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "bomb.ttml",
            '<!DOCTYPE tt [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><tt><body><p begin="1s">&b;</p></body></tt>',
        ),
        ("cut.ttml", '<tt><body><div><p begin="1s" end="2s">Half'),
    ],
)
def test_broken_xml_gives_no_words_of_an_entity(tmp_path: Path, name: str, text: str) -> None:
    try:
        found = heard(tmp_path, name, text)
    except Refused:
        return
    assert "aaaa" not in str(found)
