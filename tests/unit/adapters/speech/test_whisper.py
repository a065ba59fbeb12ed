"""What a speech model hears becomes sentences with their seconds; without the package or a model it is said what to do.

The package is far too large for every machine that runs tests: a module of its name stands for it.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from devtools.recordings import recording
from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.adapters.speech.whisper import Whisper
from praxeo.domain.errors import Conflict, PraxeoError
from praxeo.sources.media.heard import Listening
from praxeo.sources.media.reading import RecordingReader

PACKAGE = """
from types import SimpleNamespace as Made
SAID = "The heart is a muscle that pumps blood. An artery carries blood away from the heart."
class WhisperModel:
    def __init__(self, folder, device, compute_type, local_files_only):
        assert local_files_only and compute_type == "int8"
    def transcribe(self, samples, language, beam_size, vad_filter, word_timestamps):
        assert vad_filter and word_timestamps and beam_size == 5
        if language == "xx":
            raise ValueError("no such language")
        if abs(samples).max() < 0.01:
            return iter(()), None
        words = [Made(start=n / 4, end=n / 4 + 0.2, word=" " + word) for n, word in enumerate(SAID.split())]
        return iter([Made(end=2.0, words=words[:8]), Made(end=4.0, words=words[8:])]), None
"""
SILENCE = "anullsrc=sample_rate=16000:d={seconds}"


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Whisper:
    (tmp_path / "installed").mkdir()
    (tmp_path / "installed" / "faster_whisper.py").write_text(PACKAGE, "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path / "installed"))
    monkeypatch.delitem(sys.modules, "faster_whisper", raising=False)
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "model.bin").write_bytes(b"weights")
    return Whisper(str(tmp_path / "model"))


@pytest.fixture
def tools() -> Ffmpeg:
    found = find_ffmpeg()
    assert found, "ffmpeg is not installed"
    return Ffmpeg(*found)


def code_of(model: Whisper, tools: Ffmpeg, path: Path, language: str = "en") -> str:
    listening = Listening(tools=tools, speech=model)
    with pytest.raises(PraxeoError) as error:
        listening(path, tools.probe(path), language=language, progress=lambda share: None)
    return error.value.code


def test_what_is_heard_becomes_sentences_with_their_seconds(
    model: Whisper, tools: Ffmpeg, tmp_path: Path
) -> None:
    talk = recording(tmp_path / "talk.mp4")
    shares: list[float] = []
    read = RecordingReader(tools=tools, engine=None, speech=model)
    found = read(talk, tools.probe(talk), None, language="en", progress=shares.append)
    (block,) = found.blocks
    assert block.text.startswith("The heart is a muscle that pumps blood. An artery")
    assert block.seconds == (0, 2)
    assert "heard_by_machine" in [warning.code for warning in found.warnings]
    assert shares == sorted(shares)


def test_where_nobody_speaks_nothing_is_made_up(
    model: Whisper, tools: Ffmpeg, tmp_path: Path
) -> None:
    silent = recording(tmp_path / "silent.mp4", sound=SILENCE)
    read = RecordingReader(tools=tools, engine=None, speech=model)
    with pytest.raises(Conflict) as error:
        read(silent, tools.probe(silent), None, language="en", progress=lambda share: None)
    assert error.value.code == "recording_without_words"


def test_without_the_package_or_a_model_it_is_said_what_to_install(
    model: Whisper, tools: Ffmpeg, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = recording(tmp_path / "talk.mp4")
    assert code_of(Whisper(str(tmp_path / "empty")), tools, talk) == "no_speech_recognition"
    assert code_of(Whisper("no_such_package"), tools, talk) == "no_speech_recognition"
    assert code_of(model, tools, talk, language="xx") == "speech_recognition_failed"
    monkeypatch.setitem(sys.modules, "faster_whisper", None)
    assert code_of(model, tools, talk) == "no_speech_recognition"
