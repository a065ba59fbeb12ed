"""What an endpoint with chat completions has said so far: a stream of events, or one whole reply."""

from __future__ import annotations

import json
from typing import Any

from praxeo.adapters.openai_refusals import of_event
from praxeo.ports.models import Completion, FinishReason, Tokens

FINISH: dict[str, FinishReason] = {
    "stop": "stop",
    "eos": "stop",
    "end_turn": "stop",
    "length": "length",
    "max_tokens": "length",
    "content_filter": "blocked",
    "tool_calls": "malformed",
    "function_call": "malformed",
}


class AnswerSoFar:
    """Collects the events of one answer. Thoughts that come apart from the answer are left out."""

    def __init__(self, provider: str, model: str) -> None:
        self.provider, self.model, self.tokens = provider, model, Tokens()
        self._pieces: list[str] = []
        self._reason = self._id = ""

    def add(self, line: str) -> str:
        """Take a line of the stream; gives the text that it brings. A server's errors are raised."""
        if not line.startswith("data:"):
            return ""
        data = line.removeprefix("data:").strip()
        return "" if data == "[DONE]" else self.take(json.loads(data))

    def take(self, event: dict[str, Any]) -> str:
        """Take an event, or a whole reply of a server that does not stream."""
        if event.get("error"):
            raise of_event(event["error"], self.model, self.tokens)
        self._id = event.get("id") or self._id
        if event.get("usage"):
            self.tokens = _tokens(event["usage"])
        text = ""
        for choice in event.get("choices", [])[:1]:
            self._reason = choice.get("finish_reason") or self._reason
            text = _text((choice.get("delta") or choice.get("message") or {}).get("content"))
        self._pieces.append(text)
        return text

    def completion(self) -> Completion:
        """The answer; "cut" if the stream ended without a reason."""
        return Completion(
            text="".join(self._pieces),
            finish=FINISH.get(self._reason, "other") if self._reason else "cut",
            provider=self.provider,
            model=self.model,
            tokens=self.tokens,
            finish_detail=self._reason,
            response_id=self._id,
        )


def _text(content: Any) -> str:
    """The words of a piece; some hosts send a list of parts, thoughts among them."""
    if isinstance(content, list):
        return "".join(part.get("text") or "" for part in content if part.get("type") == "text")
    return content or ""


def _tokens(usage: dict[str, Any]) -> Tokens:
    thinking = (usage.get("completion_tokens_details") or {}).get("reasoning_tokens") or 0
    return Tokens(
        prompt=usage.get("prompt_tokens") or 0,
        cached=(usage.get("prompt_tokens_details") or {}).get("cached_tokens") or 0,
        output=max((usage.get("completion_tokens") or 0) - thinking, 0),
        thinking=thinking,
    )
