"""Gemini with Google's search, as a way to find addresses: its text is never stored, and what it names is fetched.

https://ai.google.dev/gemini-api/docs/google-search
"""

from __future__ import annotations

from typing import Any

from praxeo.adapters.search.engine import Engine, query_of
from praxeo.adapters.search.plain import hits
from praxeo.adapters.web.exchange import Answer
from praxeo.domain.errors import PraxeoError
from praxeo.domain.secrets import Secret
from praxeo.domain.texts import one_line
from praxeo.ports.search import SearchHit

MODEL = "gemini-3-flash-preview"
TASK = "Search the web for pages about this, and name what they say in one sentence."


class GeminiSearch:
    """The model with a key. Its addresses lead on to pages and soon end; a title is the page's site."""

    microusd = 14_000  # one search; the few words are a hundredth of that

    def __init__(self, engine: Engine, key: Secret) -> None:
        self._engine, self._key, self.name = engine, key, engine.name

    def find(self, words: str, *, limit: int = 10) -> tuple[SearchHit, ...]:
        body = {
            "systemInstruction": {"parts": [{"text": TASK}]},
            "contents": [{"role": "user", "parts": [{"text": query_of(words)}]}],
            "tools": [{"googleSearch": {}}],
        }
        headers = {"x-goog-api-key": self._key.reveal()}
        answer = self._engine.ask(
            f"/v1beta/models/{MODEL}:generateContent", headers=headers, body=body
        )
        if answer.status in (400, 429):
            raise self._refused(answer)
        refused = self._engine.unless_answered(answer)
        if refused:
            raise refused
        return self._engine.read(answer, lambda told: hits(_chunks(told), limit))

    def _refused(self, answer: Answer) -> PraxeoError:
        """A bad key is told as a bad request; one status is for too many a minute and for a day that is used up."""
        told = self._engine.read(answer, lambda told: str(told["error"]))
        if "API_KEY_INVALID" in told:
            return self._engine.key_refused()
        if answer.status == 400:
            return self._engine.refused("it answers with status 400")
        return self._engine.quota_used() if "PerDay" in told else self._engine.busy(answer)


def _chunks(told: Any) -> list[SearchHit | None]:
    """The pages that the model looked at; none where it did not search at all."""
    (first, *_) = told["candidates"]
    found = first.get("groundingMetadata", {}).get("groundingChunks", [])
    return [
        _hit(chunk["web"]["uri"], chunk["web"].get("title")) for chunk in found if "web" in chunk
    ]


def _hit(url: str, title: object) -> SearchHit | None:
    if not url.startswith("https://"):
        return None
    site = one_line(title)[:200] if isinstance(title, str) else ""
    return SearchHit(url=url, title=site or url, site=site.lower() if "." in site else "")
