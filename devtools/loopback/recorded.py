"""Recorded answers for a server, which sees the words of a prompt but not its purpose."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from devtools.loopback.gemini_speech import Answer
from praxeo.adapters.scripted import load_recordings

NOTHING = "There is no recording for this prompt."


def recorded_answer(folder: Path) -> Answer:
    """Answers with the recording whose words (`contains`) all stand in the prompt and are longest."""

    def answer(words: str, config: dict[str, Any]) -> str:
        fitting = [
            recording
            for recording in load_recordings(folder)
            if all(part in words for part in recording.contains)
        ]
        best = max(fitting, key=lambda found: sum(map(len, found.contains)), default=None)
        return best.text if best else NOTHING

    return answer
