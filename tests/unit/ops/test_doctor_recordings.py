"""The doctor tells what takes recordings apart, what the kernel keeps it from, and whether anybody can listen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.adapters.speech.whisper import Whisper
from praxeo.ops.doctor.recordings import recordings, speech


@dataclass(frozen=True)
class Bare(Ffmpeg):
    """ffmpeg on a kernel that holds fewer walls."""

    missing: tuple[str, ...] = ()

    def missing_walls(self) -> tuple[str, ...]:
        return self.missing


def bare(*missing: str) -> Bare:
    found = find_ffmpeg()
    assert found, "ffmpeg is not installed"
    return Bare(*found, missing=missing)


def test_without_ffmpeg_it_says_how_to_get_it() -> None:
    found = recordings(None)
    assert (found.ok, found.needed) == (False, False)
    assert "apt install ffmpeg" in found.remedy


def test_it_names_what_the_kernel_does_not_keep_it_from() -> None:
    behind_all = recordings(bare())
    assert behind_all.ok
    assert "kept from other files and the network" in behind_all.message
    for wall, words in (("files", "other files"), ("network", "the network")):
        found = recordings(bare(wall))
        assert (found.ok, found.needed) == (False, False)
        assert f"does not keep from {words}" in found.message
        assert found.remedy


def test_the_walls_are_tried_on_this_machine() -> None:
    programs = find_ffmpeg()
    assert programs, "ffmpeg is not installed"
    assert set(Ffmpeg(*programs).missing_walls()) <= {"files", "network"}


def test_a_speech_model_that_cannot_listen_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert speech("", "").ok
    fault = Whisper(str(tmp_path)).fault()
    assert fault
    assert not speech(str(tmp_path), fault).ok
    (tmp_path / "faster_whisper.py").touch()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert "no model" in Whisper(str(tmp_path)).fault()
    (tmp_path / "model.bin").touch()
    assert Whisper(str(tmp_path)).fault() == ""
    assert speech(str(tmp_path), "").ok
