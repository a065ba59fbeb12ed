"""Whisper by faster-whisper, an optional package, with a model that is on this machine: nothing is fetched."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from praxeo.domain.cancellation import cancellation
from praxeo.domain.errors import Unavailable
from praxeo.domain.media import Spoken

if TYPE_CHECKING:
    from praxeo.ports.proving import Progress

WEIGHTS = "model.bin"
BEAM = 5  # with 1 it writes no full stops
SAMPLE_MAX = 32_768.0
SENTENCE_ENDS = (".", "!", "?", "…", "。", "！", "？")


@dataclass(frozen=True)
class Whisper:
    """The model in the folder, or in the installed package, of this name; see `ports.speech.SpeechRecognition`."""

    model: str

    def __call__(
        self, sound: Path, *, language: str, seconds: float, progress: Progress
    ) -> tuple[Spoken, ...]:
        # Where nobody speaks the model makes something up: its own detector of voices goes first.
        asked = {"beam_size": BEAM, "vad_filter": True, "word_timestamps": True}
        try:
            segments, _ = self._loaded().transcribe(
                _samples(sound), language=language.split("-")[0] or None, **asked
            )
            return tuple(_sentences(_words(segments, seconds, progress)))
        except (
            RuntimeError,
            ValueError,
        ) as error:  # what CTranslate2 raises on a model or a language
            raise Unavailable(
                "speech_recognition_failed",
                f"The speech model could not write down what is said: {error}. Add captions, or look whether "
                "PRAXEO_SPEECH_MODEL names a Whisper model for CTranslate2.",
                retryable=False,
            ) from error

    def fault(self) -> str:
        """What is missing for it to listen, with what to do; "" for nothing. Nothing is loaded for that."""
        if find_spec("faster_whisper") is None:
            return _missing("the package faster-whisper is not installed").message
        if _folder(self.model) is None:
            return _missing(f"there is no model in “{self.model}”").message
        return ""

    def _loaded(self) -> Any:
        folder = _folder(self.model)
        try:
            whisper = import_module("faster_whisper")
        except ImportError as error:
            raise _missing("the package faster-whisper is not installed") from error
        if folder is None:
            raise _missing(f"there is no model in “{self.model}”")
        return whisper.WhisperModel(
            str(folder), device="cpu", compute_type="int8", local_files_only=True
        )


def _folder(model: str) -> Path | None:
    """Where the weights are: in the folder of this name, or within the package."""
    places = [Path(model)]
    if model.isidentifier() and (spec := find_spec(model)):
        places += map(Path, spec.submodule_search_locations or ())
    found = (file.parent for place in places for file in sorted(place.rglob(WEIGHTS)))
    return next(found, None)


def _samples(sound: Path) -> Any:
    import numpy

    with wave.open(str(sound), "rb") as file:
        data = file.readframes(file.getnframes())
    return numpy.frombuffer(data, numpy.int16).astype(numpy.float32) / SAMPLE_MAX


def _words(segments: Any, seconds: float, progress: Progress) -> Iterator[Spoken]:
    for segment in segments:
        cancellation().check()
        progress(min(1.0, segment.end / max(seconds, 1.0)))
        for word in segment.words or ():
            yield Spoken(start=word.start, end=word.end, text=word.word.strip())


def _sentences(words: Iterator[Spoken]) -> Iterator[Spoken]:
    """The words joined up to each full stop."""
    parts: list[Spoken] = []
    for word in words:
        parts.append(word)
        if word.text.endswith(SENTENCE_ENDS):
            yield _joined(parts)
            parts = []
    if parts:
        yield _joined(parts)


def _joined(parts: list[Spoken]) -> Spoken:
    text = " ".join(part.text for part in parts)
    return Spoken(start=parts[0].start, end=parts[-1].end, text=text)


def _missing(what: str) -> Unavailable:
    return Unavailable(
        "no_speech_recognition",
        f"What is said in recordings cannot be written down here: {what}. Install it (pip install "
        "'praxeo[speech]'), set PRAXEO_SPEECH_MODEL to the folder of a Whisper model, or add captions.",
        retryable=False,
    )
