"""A Gemini on this machine: the REST wire that the official SDK speaks, faults included.

It answers with what it is told to (`answer`), counts tokens by a plain rule, and notes every call
with what it would have billed, so that tests can compare a ledger with the truth.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from devtools.loopback import gemini_wire as wire
from devtools.loopback.faults import FaultPlan
from devtools.loopback.gemini_speech import Answer, Call, GeminiSpeech
from devtools.loopback.serving import Exchange, served

MODELS = ("gemini-3.8-flash", "gemini-3.5-flash-lite", "gemini-3.5-flash")
CACHE_TOKENS_MIN = 1024
TIME = "2026-11-01T00:00:00Z"


@dataclass
class LoopbackGemini:
    """The server's state. `answer` gets the prompt's words and the generation's configuration."""

    answer: Answer
    faults: FaultPlan = field(default_factory=FaultPlan)
    keys: frozenset[str] = frozenset({"loopback-key"})
    exhausted_keys: set[str] = field(default_factory=set)
    models: tuple[str, ...] = MODELS
    retry_seconds: int = 1
    drip_seconds: float = 0.02
    calls: list[Call] = field(default_factory=list)
    caches: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    uploads: dict[str, bytearray] = field(default_factory=dict)
    heard: dict[str, list[list[dict[str, Any]]]] = field(default_factory=dict)
    bytes_received: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def running(self, port: int = 0) -> Iterator[str]:
        """While inside, it answers at the address that this gives."""
        with served(self.handle, port) as address:
            yield address

    def handle(self, exchange: Exchange) -> None:
        """Answer one request."""
        with self.lock:
            self.bytes_received += len(exchange.body)
        steps = exchange.path_only.strip("/").split("/")
        if steps[0] == "upload-target":
            return self._upload(exchange, steps[-1])
        key = exchange.headers.get("x-goog-api-key") or exchange.query.get("key", "")
        if key not in self.keys:
            return exchange.send_json(wire.bad_key(), 400)
        if steps[0] == "upload":
            return self._begin_upload(exchange)
        _, kind, *rest = steps + [""] * (3 - len(steps))
        name, _, action = "/".join(part for part in rest if part).partition(":")
        if kind == "models" and action:
            return self._model(exchange, name, action, key)
        if kind == "models":
            return self._list_models(exchange, name)
        if kind == "cachedContents":
            return self._caches(exchange, name)
        if kind == "files":
            return self._files(exchange, name)
        return exchange.send_json(wire.error(404, "NOT_FOUND", "Not found."), 404)

    def _model(self, exchange: Exchange, model: str, action: str, key: str) -> None:
        request = wire.camel(exchange.json_body())
        if model not in self.models:
            message = f"models/{model} is not found for API version v1, or is not supported."
            return exchange.send_json(wire.error(404, "NOT_FOUND", message), 404)
        contents = list(request.get("contents", []))
        if request.get("systemInstruction"):
            contents.insert(0, request["systemInstruction"])
        cached = self.caches.get(request.get("cachedContent", ""), [])
        if request.get("cachedContent") and not cached:
            return exchange.send_json(wire.error(403, "PERMISSION_DENIED", "No such cache."), 403)
        if action == "countTokens":
            return exchange.send_json({"totalTokens": wire.tokens_of(contents)})
        if key in self.exhausted_keys:
            body = wire.error(
                429, "RESOURCE_EXHAUSTED", "Quota exceeded.", wire.retry_info(self.retry_seconds)
            )
            return exchange.send_json(body, 429)
        speech = GeminiSpeech(
            server=self,
            exchange=exchange,
            model=model,
            key=key,
            fault=self.faults.next(),
            contents=[*cached, *contents],
            cached=wire.tokens_of(cached) or self._said_before(model, contents),
            config=request.get("generationConfig", {}),
        )
        return speech.stream() if action == "streamGenerateContent" else speech.whole()

    def _said_before(self, model: str, contents: list[dict[str, Any]]) -> int:
        """Tokens at the beginning that an earlier request had too: they are cached by themselves."""
        with self.lock:
            earlier = self.heard.setdefault(model, [])
            known = max((_same(contents, before) for before in earlier), default=0)
            earlier.append(contents)
        tokens = wire.tokens_of(contents[:known])
        return tokens if tokens >= CACHE_TOKENS_MIN else 0

    def _list_models(self, exchange: Exchange, name: str) -> None:
        described = [
            {
                "name": f"models/{model}",
                "inputTokenLimit": 1_048_576,
                "outputTokenLimit": 65_536,
                "supportedGenerationMethods": ["generateContent", "countTokens"],
            }
            for model in self.models
        ]
        if name:
            described = [entry for entry in described if entry["name"] == f"models/{name}"]
            if not described:
                return exchange.send_json(wire.error(404, "NOT_FOUND", "No such model."), 404)
            return exchange.send_json(described[0])
        return exchange.send_json({"models": described})

    def _caches(self, exchange: Exchange, name: str) -> None:
        identifier = f"cachedContents/{name}"
        if exchange.command == "DELETE":
            self.caches.pop(identifier, None)
            return exchange.send_json({})
        if exchange.command == "GET":
            known = identifier in self.caches
            body = {"name": identifier} if known else wire.error(404, "NOT_FOUND", "Expired.")
            return exchange.send_json(body, 200 if known else 404)
        request = wire.camel(exchange.json_body())
        contents = [*request.get("contents", [])]
        if request.get("systemInstruction"):
            contents.insert(0, request["systemInstruction"])
        tokens = wire.tokens_of(contents)
        if tokens < CACHE_TOKENS_MIN:
            message = f"Cached content is too small. total_token_count={tokens}"
            return exchange.send_json(wire.error(400, "INVALID_ARGUMENT", message), 400)
        identifier = f"cachedContents/c{len(self.caches) + 1}"
        self.caches[identifier] = contents
        return exchange.send_json(
            {
                "name": identifier,
                "model": request.get("model"),
                "createTime": TIME,
                "updateTime": TIME,
                "expireTime": "2099-01-01T00:00:00Z",
                "usageMetadata": {"totalTokenCount": tokens},
            }
        )

    def _begin_upload(self, exchange: Exchange) -> None:
        identifier = f"f{len(self.uploads) + 1}"
        self.uploads[identifier] = bytearray()
        place = f"http://{exchange.headers['Host']}/upload-target/{identifier}"
        headers = {"X-Goog-Upload-URL": place, "X-Goog-Upload-Status": "active"}
        exchange.send_json({}, headers=headers)

    def _upload(self, exchange: Exchange, identifier: str) -> None:
        self.uploads[identifier] += exchange.body
        if "finalize" not in exchange.headers.get("X-Goog-Upload-Command", ""):
            return exchange.send_json({}, headers={"X-Goog-Upload-Status": "active"})
        self.files[identifier] = bytes(self.uploads[identifier])
        host = exchange.headers["Host"]
        described = {"file": self._file(identifier, host)}
        return exchange.send_json(described, headers={"X-Goog-Upload-Status": "final"})

    def _files(self, exchange: Exchange, identifier: str) -> None:
        if identifier not in self.files:
            return exchange.send_json(wire.error(404, "NOT_FOUND", "No such file."), 404)
        if exchange.command == "DELETE":
            del self.files[identifier]
            return exchange.send_json({})
        return exchange.send_json(self._file(identifier, exchange.headers["Host"]))

    def _file(self, identifier: str, host: str) -> dict[str, Any]:
        data = self.files[identifier]
        return {
            "name": f"files/{identifier}",
            "uri": f"http://{host}/v1/files/{identifier}",
            "mimeType": "application/pdf",
            "sizeBytes": str(len(data)),
            "state": "ACTIVE",
            "sha256Hash": hashlib.sha256(data).hexdigest(),
            "createTime": TIME,
            "expirationTime": "2099-01-01T00:00:00Z",
        }


def _same(contents: list[dict[str, Any]], before: list[dict[str, Any]]) -> int:
    """How many contents at the beginning are the same."""
    pairs = enumerate(zip(contents, before, strict=False))
    shorter = min(len(contents), len(before))
    return next((at for at, (one, other) in pairs if one != other), shorter)
