"""What is said in a recording that nobody wrote down, by the speech model that is configured."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from praxeo.domain.blocks import Extraction, Metadata, ReadingWarning
from praxeo.domain.media import MediaFacts
from praxeo.ports.media import MediaTools
from praxeo.ports.proving import Progress
from praxeo.ports.speech import SpeechRecognition
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.captions.cues import Cue
from praxeo.sources.documents.captions.paragraphs import add_cues
from praxeo.sources.documents.metadata import complete


@dataclass(frozen=True, kw_only=True)
class Listening:
    """Listens with this model to the sound that the tools take out."""

    tools: MediaTools
    speech: SpeechRecognition

    def __call__(
        self, path: Path, facts: MediaFacts, *, language: str, progress: Progress
    ) -> Extraction | None:
        """What is said, as captions say it; None where nobody speaks. Raises as the model and the tools do."""
        if facts.audio is None:
            return None
        with tempfile.TemporaryDirectory(prefix="praxeo-speech-") as folder:
            sound = self.tools.speech_audio(path, facts, Path(folder))
            spoken = self.speech(sound, language=language, seconds=facts.seconds, progress=progress)
        blocks = BlockList()
        add_cues((Cue(start=s.start, end=s.end, text=s.text) for s in spoken), blocks)
        if not blocks.blocks:
            return None
        found = complete(
            blocks.extraction(Metadata(language=language)), media_type="", content_hash=""
        )
        return replace(found, warnings=(*found.warnings, _told()))


def _told() -> ReadingWarning:
    return ReadingWarning(
        code="heard_by_machine",
        message="What is said was written down by a speech model, which mishears names and terms. Listen to what "
        "matters, or add captions that a person wrote.",
    )
