"""The fingerprint of a prompt: the same question to the same model has the same one."""

from __future__ import annotations

import hashlib
import json

from praxeo.ports.models import BytesPart, Part, Prompt, TextPart


def fingerprint(prompt: Prompt, *also: str) -> str:
    """The SHA-256, in hex, of everything that the answer depends on; `also` such as the model.

    Bytes count by their hash. Text is taken as it is: what differs from one time to the next, such
    as a nonce that was drawn anew, makes another fingerprint.
    """
    question = {
        "purpose": prompt.purpose,
        "version": prompt.version,
        "system": prompt.system,
        "parts": [_described(part) for part in prompt.parts],
        "turns": [[turn.answer, turn.next] for turn in prompt.turns],
        "schema": prompt.schema,
        "output_tokens_max": prompt.output_tokens_max,
        "temperature": prompt.temperature,
        "also": also,
    }
    text = json.dumps(question, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _described(part: Part) -> list[object]:
    if isinstance(part, TextPart):
        return ["text", part.text]
    if isinstance(part, BytesPart):
        return ["bytes", part.media_type, hashlib.sha256(part.data).hexdigest()]
    return ["video", part.url, part.start_second, part.end_second]
