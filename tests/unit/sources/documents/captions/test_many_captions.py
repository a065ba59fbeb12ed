"""Captions of thirteen forms, sound and odd: each is read with its seconds, or refused with a sentence."""

from __future__ import annotations

import json
from contextlib import suppress
from itertools import product
from pathlib import Path

import pytest

from praxeo.domain.errors import Refused
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.validation import validate
from tests.unit.sources.documents.captions.caption_forms import FORMS, Cue

SEA: Cue = (1.0, 4.0, "Water evaporates from the sea.")
CLOUD: Cue = (31.0, 34.0, "The air cools and a cloud forms.")
RAIN: Cue = (67.0, 70.0, "It falls as rain & snow.")
RIVER: Cue = (95.0, 99.0, "Rivers carry it back to the sea.")
LATE: Cue = (10_925.0, 10_930.0, "So it goes round for ever.")
ALL = [SEA, CLOUD, RAIN, RIVER]
CONTENTS: dict[str, list[Cue]] = {
    "as usual": ALL,
    "of three hours": [*ALL, LATE],
    "with music": [SEA, CLOUD, (40.0, 43.0, "[Music]"), RAIN, RIVER],
    "in no order": [RAIN, SEA, RIVER, CLOUD],
    "that overlap": [SEA, (31.0, 69.0, CLOUD[2]), RAIN, RIVER],
    "from right to left": [
        (1.0, 4.0, "يتبخر الماء من البحر."),
        (31.0, 34.0, "ثم تتكون سحابة."),
        (67.0, 70.0, "ثم يسقط مطرا."),
        (95.0, 99.0, "تعود المياه إلى البحر."),
    ],
}
SHAPES = {
    "plain": lambda text: text.encode(),
    "with a mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "in 16 bits": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
}
PANELS = ("panel.txt", "spoken panel.txt")  # as a person copies them, from top to bottom
FILES = [
    (form, content, "plain")
    for form, content in product(FORMS, CONTENTS)
    if not (form in PANELS and content == "in no order")
] + [(form, "as usual", shape) for form, shape in product(FORMS, SHAPES) if shape != "plain"]
OTHERS = {
    "json3.json": json.dumps({"events": [{"tStartMs": 1000, "segs": [{"utf8": "Water rises."}]}]}),
    "frames.sub": "{25}{100}Water evaporates from the sea.\n{1675}{1750}It falls as rain.\n",
    "sami.smi": "<SAMI><BODY><SYNC Start=1000><P Class=EN>Water evaporates.<SYNC Start=4000><P>&nbsp;</BODY></SAMI>",
    "empty.vtt": "WEBVTT\n",
    "music.srt": "1\n00:00:01,000 --> 00:00:02,000\n[Music]\n",
    "cut.ttml": '<tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s" end="2s">Water',
}  # fmt: skip
MARKS = ("-->", "tStartMs", "{25}", "<SYNC", "begin=", "00:00")


def spoken(folder: Path, name: str, data: bytes) -> list[tuple[int | None, str]]:
    path = folder / name
    path.write_bytes(data)
    found = read(validate(path).label, path)
    return [(block.locator.second, block.text) for block in found.blocks]


def test_there_are_files_enough() -> None:
    assert len({*FILES}) >= 60
    assert len(FORMS) >= 12


@pytest.mark.parametrize(("form", "content", "shape"), FILES)
def test_every_file_is_read_with_its_seconds(
    tmp_path: Path, form: str, content: str, shape: str
) -> None:
    cues = CONTENTS[content]
    said = spoken(tmp_path, form, SHAPES[shape](FORMS[form](cues)))
    wanted = [(int(a), text) for a, _, text in sorted(cues) if text != "[Music]"]
    assert " ".join(text for _, text in said) == " ".join(text for _, text in wanted)
    begun = {text: second for second, text in wanted}
    for second, text in said:  # a paragraph holds a cue or more, and has the second of its first
        first = next(each for each in begun if text.startswith(each))
        assert second == begun[first]


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_not_read_is_refused_and_never_read_as_prose(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(OTHERS[name].encode())
    with suppress(Refused):
        said = " ".join(block.text for block in read(validate(path).label, path).blocks)
        assert not [mark for mark in MARKS if mark in said]
