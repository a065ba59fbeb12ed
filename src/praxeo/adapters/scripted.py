"""The provider `scripted`: answers from recordings in a folder, for development without a key.

A recording is a JSON file. `purpose` says which prompts it answers, `contains` (words that must all
stand in the prompt) and `fingerprint` (of `praxeo.models.fingerprint`) narrow that down. The answer is
`text`, or the contents of `text_file` beside it; `finish` is "stop" unless given. Of all recordings
that fit, the one with the fingerprint is taken, else the one whose words are longest in all, else
the first by file name: the same prompt has the same answer every time.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast, get_args

from praxeo.domain.errors import Refused
from praxeo.models.fingerprint import fingerprint
from praxeo.ports.models import (
    Completion,
    FinishReason,
    ModelUnavailable,
    Prompt,
    Purpose,
    TextPart,
    Tokens,
)

MODEL = "recorded"
PIECE_CHARACTERS = 400  # of a streamed answer
CHARACTERS_PER_TOKEN = 4
FINISH_REASONS: tuple[str, ...] = get_args(FinishReason)
PURPOSES: tuple[str, ...] = get_args(Purpose)


@dataclass(frozen=True, kw_only=True, slots=True)
class Recording:
    """One recorded answer and the prompts that it answers."""

    name: str
    purpose: str
    text: str
    contains: tuple[str, ...] = ()
    fingerprint: str = ""
    finish: FinishReason = "stop"


class ScriptedProvider:
    """A Provider that replays recordings. They are read anew for each prompt, so edits count at once."""

    name = "scripted"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def complete(
        self,
        prompt: Prompt,
        *,
        model: str,
        seconds: float,
        on_text: Callable[[str], None] | None = None,
    ) -> Completion:
        recording = chosen(load_recordings(self._folder), prompt)
        if recording is None:
            raise ModelUnavailable(
                "model_request_refused",
                f"No recording in {self._folder} answers a prompt to {prompt.purpose}.",
                retryable=False,
            )
        for start in range(0, len(recording.text), PIECE_CHARACTERS) if on_text else ():
            assert on_text is not None
            on_text(recording.text[start : start + PIECE_CHARACTERS])
        return Completion(
            text=recording.text,
            finish=recording.finish,
            provider=self.name,
            model=model,
            tokens=Tokens(
                prompt=self.count_tokens(prompt, model=model),
                output=len(recording.text) // CHARACTERS_PER_TOKEN,
            ),
            finish_detail="recorded",
            response_id=recording.name,
        )

    def count_tokens(self, prompt: Prompt, *, model: str) -> int:
        return len(_words(prompt)) // CHARACTERS_PER_TOKEN

    def models(self) -> tuple[str, ...]:
        return (MODEL,)


def chosen(recordings: tuple[Recording, ...], prompt: Prompt) -> Recording | None:
    """The recording that answers this prompt best, or None."""
    own, words = fingerprint(prompt), _words(prompt)
    fitting = [
        recording
        for recording in recordings
        if recording.purpose == prompt.purpose
        and recording.fingerprint in ("", own)
        and all(part in words for part in recording.contains)
    ]
    return max(
        fitting,
        key=lambda recording: (bool(recording.fingerprint), sum(map(len, recording.contains))),
        default=None,
    )


def load_recordings(folder: Path) -> tuple[Recording, ...]:
    """All recordings of a folder, by file name. Raises Refused("bad_recording") that names the file."""
    return tuple(_recording(path) for path in sorted(folder.glob("*.json")))


def _recording(path: Path) -> Recording:
    try:
        fields: dict[str, Any] = json.loads(path.read_text("utf-8"))
        text = (
            (path.parent / Path(fields["text_file"]).name).read_text("utf-8")
            if "text_file" in fields
            else fields["text"]
        )
        finish, purpose = fields.get("finish", "stop"), fields["purpose"]
        known = finish in FINISH_REASONS and purpose in PURPOSES and isinstance(text, str)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise _unreadable(path) from fault
    if not known:
        raise _unreadable(path)
    return Recording(
        name=path.stem,
        purpose=purpose,
        text=text,
        contains=tuple(fields.get("contains", ())),
        fingerprint=fields.get("fingerprint", ""),
        finish=cast(FinishReason, finish),
    )


def _unreadable(path: Path) -> Refused:
    return Refused(
        "bad_recording",
        f"{path.name} is no recording: it needs a known purpose, and text or text_file.",
    )


def _words(prompt: Prompt) -> str:
    parts = (part.text for part in prompt.parts if isinstance(part, TextPart))
    turns = (turn.next for turn in prompt.turns)
    return "\n".join((prompt.system, *parts, *turns))
