"""Search engines on this machine, by the shapes that their makers describe, with faults on demand."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from devtools.loopback.serving import Exchange

EngineKind = Literal["mediawiki", "searxng", "brave", "tavily", "gemini"]
Fault = Literal[
    "busy",
    "key",
    "quota",
    "broken",
    "cut",
    "redirect",
    "large",
    "silent",
    "down",
    "odd",
    "json_off",
]
KEY = "the key of this engine"
WAIT_SECONDS = 7


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """A page that can be found."""

    url: str
    title: str
    text: str


@dataclass(kw_only=True)
class LoopbackSearch:
    """One engine. `faults` happen next, one a call; `asked` are the words of all queries."""

    kind: EngineKind
    pages: Sequence[Page]
    faults: list[Fault] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, exchange: Exchange) -> None:
        words = self._words(exchange)
        with self._lock:
            self.asked.append(words)
            fault = self.faults.pop(0) if self.faults else None
        if fault is None and not self._key_counts(exchange):
            fault = "key"
        if fault is None:
            exchange.send_json(self._found(words))
        elif fault == "redirect":
            exchange.send_bytes(302, b"", headers={"Location": "http://127.0.0.1:1/"})
        elif fault == "broken":
            exchange.send_bytes(200, b'{"results": [')
        elif fault == "odd":
            exchange.send_json({"web": 1, "results": {"a": 1}, "query": []})
        elif fault == "large":
            exchange.send_bytes(200, b'"' + b"x" * 3_000_000 + b'"')
        elif fault == "cut":
            exchange.cut()
        elif fault == "down":
            exchange.send_bytes(502, b"<html>Bad gateway", "text/html")
        else:
            self._own(exchange, fault)

    def _words(self, exchange: Exchange) -> str:
        if self.kind == "tavily":
            return str(exchange.json_body().get("query", ""))
        if self.kind == "gemini":
            return str(exchange.json_body()["contents"][0]["parts"][0]["text"])
        return exchange.query.get("srsearch" if self.kind == "mediawiki" else "q", "")

    def _key_counts(self, exchange: Exchange) -> bool:
        if self.kind == "brave":
            return exchange.headers.get("X-Subscription-Token") == KEY
        if self.kind == "gemini":
            return exchange.headers.get("x-goog-api-key") == KEY
        return self.kind != "tavily" or exchange.headers.get("Authorization") == f"Bearer {KEY}"

    def _found(self, words: str) -> dict[str, Any]:
        wanted = set(re.findall(r"\w+", words.lower()))

        def shared(page: Page) -> int:
            return len(wanted & set(re.findall(r"\w+", f"{page.title} {page.text}".lower())))

        ranked = sorted((page for page in self.pages if shared(page)), key=shared, reverse=True)
        return SHAPES[self.kind](ranked)

    def _own(self, exchange: Exchange, fault: Fault) -> None:
        """What this engine says in its own way."""
        status, body = REFUSALS[self.kind][fault]
        exchange.send_json(
            body, status, {"Retry-After": str(WAIT_SECONDS)} if fault == "busy" else {}
        )


def _mediawiki(pages: Sequence[Page]) -> dict[str, Any]:
    found = [
        {
            "ns": 0,
            "title": page.title,
            "pageid": number,
            "snippet": f'<span class="searchmatch">{page.text}</span> &amp; more',
            "timestamp": "2026-01-02T03:04:05Z",
        }
        for number, page in enumerate(pages, 1)
    ]
    return {
        "batchcomplete": True,
        "query": {"searchinfo": {"totalhits": len(found)}, "search": found},
    }


def _searxng(pages: Sequence[Page], silent: Sequence[Sequence[str]] = ()) -> dict[str, Any]:
    found = [
        {"url": p.url, "title": p.title, "content": p.text, "publishedDate": "2026-01-02T00:00:00"}
        for p in pages
    ]
    return {"query": "", "results": found, "answers": [], "unresponsive_engines": list(silent)}


def _brave(pages: Sequence[Page]) -> dict[str, Any]:
    found = [
        {"url": p.url, "title": p.title, "description": p.text, "page_age": "2026-01-02T00:00:00"}
        for p in pages
    ]
    told: dict[str, Any] = {"type": "search", "query": {"more_results_available": False}}
    return told | ({"web": {"results": found}} if found else {})


def _tavily(pages: Sequence[Page]) -> dict[str, Any]:
    found = [{"url": p.url, "title": p.title, "content": p.text, "score": 0.9} for p in pages]
    return {"query": "", "answer": None, "images": [], "results": found, "response_time": 0.1}


def _gemini(pages: Sequence[Page]) -> dict[str, Any]:
    """Where the model finds nothing, it has not searched, and says nothing of it."""
    chunks = [{"web": {"uri": page.url, "title": page.title}} for page in pages]
    grounded = {
        "webSearchQueries": ["x"],
        "searchEntryPoint": {"renderedContent": "<div>x</div>"},
        "groundingChunks": chunks,
        "groundingSupports": [
            {
                "segment": {"startIndex": 0, "endIndex": 4, "text": "Text"},
                "groundingChunkIndices": [0],
            }
        ],
    }
    said = {"content": {"role": "model", "parts": [{"text": "Text of the model."}]}}
    return {"candidates": [said | ({"groundingMetadata": grounded} if pages else {})]}


def _gemini_refusal(status: int, name: str, reason: str) -> tuple[int, dict[str, Any]]:
    details = [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": reason}]
    return status, {"error": {"code": status, "status": name, "message": "No.", "details": details}}


def _brave_limit(quota: int, current: int) -> tuple[int, dict[str, Any]]:
    meta = {"plan": "x", "rate_limit": 1, "quota_limit": quota, "quota_current": current}
    return 429, {"type": "ErrorResponse", "error": {"code": "RATE_LIMITED", "meta": meta}}


SHAPES = {
    "mediawiki": _mediawiki,
    "searxng": _searxng,
    "brave": _brave,
    "tavily": _tavily,
    "gemini": _gemini,
}
REFUSALS: dict[EngineKind, dict[Fault, tuple[int, dict[str, Any]]]] = {
    "mediawiki": {"busy": (200, {"error": {"code": "maxlag", "info": "Waiting"}})},
    "searxng": {
        "busy": (429, {}),
        "silent": (200, _searxng([], [["google", "too many requests"]])),
        "json_off": (403, {}),
    },
    "brave": {
        "busy": _brave_limit(2_000, 5),
        "quota": _brave_limit(2_000, 2_000),
        "key": (401, {"type": "ErrorResponse", "error": {"code": "SUBSCRIPTION_TOKEN_INVALID"}}),
    },
    "gemini": {
        "busy": _gemini_refusal(429, "RESOURCE_EXHAUSTED", "GenerateRequestsPerMinutePerProject"),
        "quota": _gemini_refusal(429, "RESOURCE_EXHAUSTED", "GenerateRequestsPerDayPerProject"),
        "key": _gemini_refusal(400, "INVALID_ARGUMENT", "API_KEY_INVALID"),
    },
    "tavily": {
        "busy": (
            429,
            {"detail": {"error": "slow"}, "error": {"retry_after_seconds": WAIT_SECONDS}},
        ),
        "quota": (432, {"detail": {"error": "plan"}}),
        "key": (401, {"detail": {"error": "key"}}),
    },
}
