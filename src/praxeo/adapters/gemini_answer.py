"""What Gemini has said so far, and what its reasons to stop mean. It tells most faults silently."""

from __future__ import annotations

from typing import Any

from praxeo.ports.models import Completion, FinishReason, Tokens

# https://ai.google.dev/api/generate-content#FinishReason
FINISH: dict[str, FinishReason] = {
    "STOP": "stop",
    "MAX_TOKENS": "length",
    "SAFETY": "blocked",
    "RECITATION": "recitation",
    "BLOCKLIST": "blocked",
    "PROHIBITED_CONTENT": "blocked",
    "SPII": "blocked",
    "LANGUAGE": "blocked",
    "IMAGE_SAFETY": "blocked",
    "IMAGE_PROHIBITED_CONTENT": "blocked",
    "IMAGE_RECITATION": "recitation",
    "MALFORMED_FUNCTION_CALL": "malformed",
    "UNEXPECTED_TOOL_CALL": "malformed",
    "OTHER": "other",
}


class AnswerSoFar:
    """Collects the chunks of one answer."""

    def __init__(self, provider: str, model: str) -> None:
        self.provider, self.model, self.tokens = provider, model, Tokens()
        self._pieces: list[str] = []
        self._reason = self._blocked = self._response_id = ""

    def add(self, chunk: Any) -> str:
        """Take a chunk; gives the text that it brings. Thoughts are left out."""
        self._response_id = chunk.response_id or self._response_id
        if chunk.usage_metadata:
            self.tokens = _tokens(chunk.usage_metadata)
        feedback = chunk.prompt_feedback
        if feedback and feedback.block_reason:
            self._blocked = _word(feedback.block_reason)
        text = ""
        for candidate in (chunk.candidates or [])[:1]:
            if candidate.finish_reason:
                self._reason = _word(candidate.finish_reason)
            parts = (candidate.content.parts or []) if candidate.content else []
            text = "".join(part.text for part in parts if part.text and not part.thought)
        self._pieces.append(text)
        return text

    def completion(self) -> Completion:
        """The answer, with the reason by name; "cut" if the stream ended without one."""
        finish: FinishReason = "cut"
        if self._blocked:
            finish = "blocked"
        elif self._reason:
            finish = FINISH.get(self._reason, "other")
        return Completion(
            text="".join(self._pieces),
            finish=finish,
            provider=self.provider,
            model=self.model,
            tokens=self.tokens,
            finish_detail=self._blocked or self._reason,
            response_id=self._response_id,
        )


def _tokens(usage: Any) -> Tokens:
    return Tokens(
        prompt=usage.prompt_token_count or 0,
        cached=usage.cached_content_token_count or 0,
        output=usage.candidates_token_count or 0,
        thinking=usage.thoughts_token_count or 0,
    )


def _word(reason: Any) -> str:
    return str(getattr(reason, "value", reason))
