"""What all search engines have in common: one question at a time, one address, caps, and five outcomes."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlencode

from praxeo.adapters.web.addresses import configured
from praxeo.adapters.web.answers import REDIRECTED, asked_wait
from praxeo.adapters.web.exchange import Answer, Exchanges, Question
from praxeo.domain.errors import PraxeoError, Refused, Unavailable

SECONDS = 15.0
ANSWER_BYTES_MAX = 2_000_000
WORDS_CHARACTERS_MAX = 400  # of one query; the strictest engine sets it
R = TypeVar("R")


class Engine:
    """Asks one search engine. Keys stand in headers only, and in no error."""

    def __init__(
        self, name: str, base: str, exchanges: Exchanges, now: Callable[[], datetime], agent: str
    ) -> None:
        self.name, self._base = name, base.rstrip("/")
        self._host = configured(base).host
        self._exchanges, self._now, self._agent = exchanges, now, agent
        self._one = threading.Lock()

    def ask(
        self,
        path: str,
        query: Mapping[str, object] | None = None,
        *,
        headers: Mapping[str, str] | None = None,
        body: object = None,
    ) -> Answer:
        """The answer to one request, whatever its status. Raises what `search_…` errors there are of the way."""
        target = f"{self._base}{path}" + (f"?{urlencode(query)}" if query else "")
        told = {"User-Agent": self._agent, "Accept": "application/json", **(headers or {})}
        content = None if body is None else json.dumps(body).encode()
        if content is not None:
            told["Content-Type"] = "application/json"
        with self._one:
            answer = self._reached(
                lambda: self._exchanges.ask(
                    Question(
                        address=configured(target),
                        headers=told,
                        content=content,
                        configured=self._host,
                    ),
                    seconds=SECONDS,
                    bytes_max=lambda headers: ANSWER_BYTES_MAX,
                    reads=lambda status: True,
                )
            )
        if answer.status in REDIRECTED:
            raise self.refused("it leads to another address")
        return answer

    def read(self, answer: Answer, reading: Callable[[Any], R]) -> R:
        """What this makes of the JSON of an answer. Raises Unavailable("search_unreadable")."""
        try:
            return reading(json.loads(answer.body))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise Unavailable(
                "search_unreadable",
                f"{self.name} sent an answer that cannot be read. Try again later.",
                details={"engine": self.name},
            ) from None

    def busy(self, answer: Answer | None = None, wait: float | None = None) -> Unavailable:
        """Try again later."""
        if answer is not None and wait is None:
            wait = asked_wait(answer, self._now())
        return Unavailable(
            "search_busy",
            f"{self.name} has no time at the moment. Try again later.",
            retry_after=wait,
            details={"engine": self.name},
        )

    def key_refused(self) -> Refused:
        """The key does not count."""
        return Refused(
            "search_key_refused",
            f"{self.name} refuses its key. Set another one, or take {self.name} out of PRAXEO_SEARCH.",
            details={"engine": self.name},
        )

    def quota_used(self) -> Unavailable:
        """What was paid for is used up: not worth trying again today."""
        return Unavailable(
            "search_quota_used",
            f"What may be asked of {self.name} is used up. Raise its plan, or take another engine.",
            retryable=False,
            details={"engine": self.name},
        )

    def refused(self, why: str) -> Refused:
        """The engine is not set up so that it can be asked."""
        return Refused(
            "search_refused",
            f"{self.name} cannot be asked: {why}. Look at its address in PRAXEO_SEARCH.",
            details={"engine": self.name},
        )

    def unless_answered(self, answer: Answer) -> PraxeoError | None:
        """What a status means that the engine has no words of its own for; None for 200."""
        if answer.status == 200:
            return None
        if answer.status in (401, 403):
            return self.key_refused()
        if answer.status == 429 or answer.status >= 500:
            return self.busy(answer)
        return self.refused(f"it answers with status {answer.status}")

    def _reached(self, ask: Callable[[], Answer]) -> Answer:
        try:
            return ask()
        except (Refused, Unavailable) as error:  # its sentences are about pages
            raise Unavailable(
                "search_unreachable",
                f"{self.name} does not answer. Look at its address in PRAXEO_SEARCH, and try again.",
                retryable=error.retryable,
                details={"engine": self.name},
            ) from None


def query_of(words: str) -> str:
    """The words of a query on one line, no longer than engines take, cut between words."""
    line = " ".join(words.split())
    if len(line) <= WORDS_CHARACTERS_MAX:
        return line
    return line[: WORDS_CHARACTERS_MAX + 1].rpartition(" ")[0] or line[:WORDS_CHARACTERS_MAX]
