"""One answer of the Gemini on this machine: whole or as a stream, with the fault that it is to have."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from devtools.loopback import gemini_wire as wire
from devtools.loopback.serving import Exchange

BREAKS = ("cut", "broken_json", "stream_error")  # in the middle of a stream
FOREVER_SECONDS = 3600.0
Answer = Callable[[str, dict[str, Any]], str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """A call of a model as the server saw it; `prompt` and `output` are the tokens it bills."""

    model: str
    key: str
    fault: str
    prompt: int
    cached: int
    output: int
    bytes_received: int


class Listening(Protocol):
    """The part of the server's state that an answer needs."""

    @property
    def answer(self) -> Answer: ...

    calls: list[Call]
    drip_seconds: float
    retry_seconds: int
    lock: threading.Lock


@dataclass(frozen=True, kw_only=True)
class GeminiSpeech:
    """One answer of a model, whole or as a stream, with its fault."""

    server: Listening
    exchange: Exchange
    model: str
    key: str
    fault: str
    contents: list[dict[str, Any]]
    cached: int
    config: dict[str, Any]

    def whole(self) -> None:
        """Send it at once."""
        if self._refused():
            return
        text, reason, blocked = self._answer()
        self._note(text)
        if self.fault in ("broken_json", "stream_error"):
            self.exchange.send_bytes(200, b'{"candidates": [{"content"')
        elif self.fault in ("cut", "no_finish"):
            self.exchange.cut()
        elif self.fault == "empty":
            self.exchange.send_json({})
        else:
            self._slowly()
            self.exchange.send_json(self._chunk(text, reason, blocked, text))

    def stream(self) -> None:
        """Send it piece by piece."""
        if self._refused():
            return None
        text, reason, blocked = self._answer()
        pieces = wire.pieces_of(text) or [""]
        self.exchange.begin_stream()
        if self.fault == "empty":
            self._note("")
            self._send({})
            return self.exchange.end_stream()
        if self.fault == "no_finish":
            reason = ""
        breaks_at = (len(pieces) - 1) // 2 if self.fault in BREAKS else len(pieces)
        said = ""
        for number, piece in enumerate(pieces):
            said += piece
            last = number in (len(pieces) - 1, breaks_at)
            if last:
                self._note(said)  # before the client can know the end
            ends = last and number != breaks_at
            self._send(self._chunk(piece, reason if ends else "", blocked, said))
            if number == breaks_at:
                return self._break_off()
            if self.fault == "slow_drip" and self.exchange.wait(self.server.drip_seconds):
                return self.exchange.cut()
        return self.exchange.end_stream()

    def _break_off(self) -> None:
        """End the stream in the middle."""
        if self.fault == "cut":
            return self.exchange.cut()
        if self.fault == "broken_json":
            self.exchange.send_chunk(b'data: {"candidates": [{"content"\n\n')
        else:
            self._send(wire.error(503, "UNAVAILABLE", "The model is overloaded."))
        return self.exchange.end_stream()

    def _refused(self) -> bool:
        """Whether the call was refused before anything was answered, which bills nothing."""
        refusals: dict[str, tuple[int, str, str]] = {
            "busy_429": (429, "RESOURCE_EXHAUSTED", "Resource has been exhausted."),
            "error_500": (500, "INTERNAL", "An internal error has occurred."),
            "overloaded_503": (503, "UNAVAILABLE", "The model is overloaded."),
        }
        if self.fault not in refusals and self.fault not in ("html_502", "hang"):
            return False
        self._note("", billed=False)
        if self.fault == "html_502":
            page = b"<html><title>502 Bad Gateway</title><h1>Bad Gateway</h1></html>"
            self.exchange.send_bytes(502, page, "text/html")
        elif self.fault == "hang":
            self.exchange.wait(FOREVER_SECONDS)
            self.exchange.cut()
        else:
            code, status, message = refusals[self.fault]
            details = wire.retry_info(self.server.retry_seconds) if code == 429 else []
            self.exchange.send_json(wire.error(code, status, message, details), code)
        return True

    def _answer(self) -> tuple[str, str, bool]:
        """Text, finish reason, and whether the prompt itself is blocked."""
        if self.fault in ("safety", "recitation"):
            return "", self.fault.upper(), False
        if self.fault == "prompt_blocked":
            return "", "", True
        users = [wire.words_of(turn) for turn in self.contents if turn.get("role") != "model"]
        text = self.server.answer("\n".join(users), self.config)
        turns = [wire.words_of(turn) for turn in self.contents if turn.get("role") == "model"]
        if turns and text.startswith(turns[-1]):
            anchor = wire.anchor_of(users[-1])
            if anchor and turns[-1].endswith(anchor):  # it goes on where it was cut off
                text = text[len(turns[-1]) - len(anchor) :]
        if self.fault == "half" or (
            self.fault == "malformed" and "responseJsonSchema" in self.config
        ):
            text = text[: len(text) // 2]
        allowed = int(self.config.get("maxOutputTokens") or 65_536) * wire.CHARACTERS_PER_TOKEN
        if self.fault == "truncated":
            allowed = min(allowed, max(len(text) // 2, 1))
        return text[:allowed], "STOP" if len(text) <= allowed else "MAX_TOKENS", False

    def _slowly(self) -> None:
        if self.fault == "slow_drip":
            self.exchange.wait(self.server.drip_seconds * wire.PIECES)

    def _chunk(self, text: str, reason: str, blocked: bool, said: str) -> dict[str, Any]:
        prompt, output = wire.tokens_of(self.contents), wire.text_tokens(said)
        usage = {"promptTokenCount": prompt, "totalTokenCount": prompt + output}
        if output:
            usage["candidatesTokenCount"] = output
        if self.cached:
            usage["cachedContentTokenCount"] = self.cached
        reply: dict[str, Any] = {
            "usageMetadata": usage,
            "modelVersion": self.model,
            "responseId": f"r{len(self.server.calls) + 1}",
        }
        if blocked:
            return {
                "promptFeedback": {"blockReason": "SAFETY", "safetyRatings": wire.SAFETY},
                **reply,
            }
        candidate: dict[str, Any] = {"index": 0}
        if text:
            candidate["content"] = {"role": "model", "parts": [{"text": text}]}
        if reason:
            candidate["finishReason"] = reason
        return {"candidates": [candidate], **reply}

    def _send(self, value: object) -> None:
        self.exchange.send_chunk(b"data: " + json.dumps(value).encode() + b"\r\n\r\n")

    def _note(self, said: str, *, billed: bool = True) -> None:
        with self.server.lock:
            self.server.calls.append(
                Call(
                    model=self.model,
                    key=self.key,
                    fault=self.fault,
                    prompt=wire.tokens_of(self.contents) if billed else 0,
                    cached=self.cached if billed else 0,
                    output=wire.text_tokens(said),
                    bytes_received=len(self.exchange.body),
                )
            )
