"""What is asked of the model that writes down what is said in a recording."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from praxeo.domain.media import Spoken
from praxeo.ports.proving import Progress


class SpeechRecognition(Protocol):
    """Listens to recordings."""

    def __call__(
        self, sound: Path, *, language: str, seconds: float, progress: Progress
    ) -> tuple[Spoken, ...]:
        """What is said in this WAV of one channel, 16,000 samples a second; () where nobody speaks.

        `language` is a BCP 47 tag, "" to be told by the sound. Raises Unavailable: "no_speech_recognition" where the
        program or its model is missing, "speech_recognition_failed"; Cancelled.
        """
