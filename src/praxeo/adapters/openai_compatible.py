"""The provider `openai`: any endpoint that speaks OpenAI's chat completions, such as those of Ollama,
llama.cpp, vLLM and many hosts. Plain HTTP; answers are streamed, so that a long one never looks idle.

Structured output differs most between them. What an endpoint takes is found out once: a JSON schema,
else JSON with the schema beside it, else plain text with the schema in words. The answer is validated
in any case.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from praxeo.adapters import openai_requests as requests
from praxeo.adapters.connections import Connection
from praxeo.adapters.keys import REFUSED_SECONDS, KeyRing
from praxeo.adapters.openai_refusals import EndpointRefusal, refusal_of
from praxeo.domain.cancellation import cancellation
from praxeo.domain.secrets import Secret
from praxeo.models.addresses import LOCAL_HOSTS
from praxeo.ports.models import Completion, FinishReason, ModelUnavailable, Prompt, Tokens

if TYPE_CHECKING:
    import httpx

CONNECT_SECONDS = 10.0
LIST_SECONDS = 10.0
BUSY_SECONDS = 30.0  # how long a key rests after a 429 that does not say
# Statuses by which endpoints tell that they do not know a form of structured output.
UNKNOWN_FORM = frozenset({400, 415, 422, 500, 501})
FINISH: dict[str, FinishReason] = {
    "stop": "stop",
    "eos": "stop",
    "length": "length",
    "max_tokens": "length",
    "content_filter": "blocked",
    "tool_calls": "malformed",
    "function_call": "malformed",
}


class OpenAiCompatible:
    """A Provider behind one address, such as "http://127.0.0.1:11434/v1"."""

    name = "openai"

    def __init__(self, url: str, keys: KeyRing) -> None:
        self._url, self._keys = url.rstrip("/"), keys
        self._is_here = urlsplit(url).hostname in LOCAL_HOSTS
        self._form: dict[str, int] = {}  # model to the form of structured output that it takes

    def complete(
        self,
        prompt: Prompt,
        *,
        model: str,
        seconds: float,
        on_text: Callable[[str], None] | None = None,
    ) -> Completion:
        forms = range(self._form.get(model, 0), len(requests.FORMS)) if prompt.schema else [0]
        for form in forms:
            body = requests.body_of(prompt, model, form)
            try:
                completion = self._asked(body, model, seconds, on_text)
            except EndpointRefusal as refusal:
                if refusal.status not in UNKNOWN_FORM or form == forms[-1]:
                    raise refusal.trouble from None
                continue
            if prompt.schema:
                self._form[model] = form
            return completion
        raise AssertionError("the last form either answers or raises")

    def count_tokens(self, prompt: Prompt, *, model: str) -> int:
        """A bound: these endpoints have no common way to count."""
        return requests.tokens_at_most(prompt)

    def models(self) -> tuple[str, ...]:
        with self._client(LIST_SECONDS) as client, self._translated("The endpoint", lambda: None):
            reply = client.get(f"{self._url}/models", headers=self._headers(self._key()))
            if reply.status_code != 200:
                raise refusal_of(reply, "The endpoint", self._url).trouble
            return tuple(str(entry["id"]) for entry in reply.json().get("data", []))

    def _asked(
        self,
        body: dict[str, Any],
        model: str,
        seconds: float,
        on_text: Callable[[str], None] | None,
    ) -> Completion:
        key = self._key()
        answer, connection = _Answer(self.name, model), Connection()
        end = time.monotonic() + seconds
        with (
            self._client(seconds) as client,
            self._translated(model, lambda: answer.tokens),
            cancellation().calling(connection.cut),
            client.stream(
                "POST",
                f"{self._url}/chat/completions",
                json=body,
                headers=self._headers(key),
                extensions={"trace": connection.note},
            ) as reply,
        ):
            if reply.status_code != 200:
                raise self._refusal(reply, model, key)
            for line in reply.iter_lines():
                text = answer.add(line)
                if text and on_text:
                    on_text(text)
                if time.monotonic() > end:
                    raise ModelUnavailable(
                        "model_timeout",
                        f"{model} took longer than {seconds:.0f} seconds.",
                        tokens=answer.tokens,
                    )
        return answer.completion()

    def _refusal(self, reply: httpx.Response, model: str, key: Secret | None) -> EndpointRefusal:
        """Why the endpoint did not answer; its key rests where it is refused or at its limit."""
        reply.read()
        refusal = refusal_of(reply, model, self._url)
        if key and refusal.trouble.code == "model_key_refused":
            self._keys.set_aside(key, REFUSED_SECONDS)
        elif key and reply.status_code == 429:
            self._keys.set_aside(key, refusal.trouble.retry_after or BUSY_SECONDS)
        return refusal

    def _key(self) -> Secret | None:
        """The key to use, None for an endpoint without one."""
        usable = self._keys.usable()
        if usable or not self._keys.any():
            return usable[0] if usable else None
        raise ModelUnavailable(
            "model_busy",
            "Every key for this endpoint is refused or at its limit.",
            retry_after=self._keys.wait_seconds(),
        )

    def _headers(self, key: Secret | None) -> dict[str, str]:
        return {"Authorization": f"Bearer {key.reveal()}"} if key else {}

    def _client(self, seconds: float) -> httpx.Client:
        import httpx

        return httpx.Client(
            timeout=httpx.Timeout(seconds, connect=min(CONNECT_SECONDS, seconds)),
            trust_env=not self._is_here,  # no proxy hears what is to stay on this machine
        )

    @contextmanager
    def _translated(self, model: str, tokens: Callable[[], Tokens | None]) -> Iterator[None]:
        """Errors of HTTP as ours, without their text: it may hold what was sent."""
        import httpx

        try:
            yield
        except httpx.ConnectError:
            raise ModelUnavailable("model_unreachable", f"{self._url} cannot be reached.") from None
        except httpx.TimeoutException:
            raise ModelUnavailable(
                "model_timeout", f"{model} did not answer in time.", tokens=tokens()
            ) from None
        except httpx.HTTPError:
            raise ModelUnavailable(
                "model_cut", f"The connection to {model} broke off.", tokens=tokens()
            ) from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise ModelUnavailable(
                "model_malformed", f"{model} sent a reply that cannot be read.", tokens=tokens()
            ) from None


class _Answer:
    """Collects the events of one answer."""

    def __init__(self, provider: str, model: str) -> None:
        self.provider, self.model, self.tokens = provider, model, Tokens()
        self._pieces: list[str] = []
        self._reason = self._id = ""

    def add(self, line: str) -> str:
        """Take a line of the stream; gives the text that it brings. A server's errors are raised."""
        if not line.startswith("data:"):
            return ""
        data = line.removeprefix("data:").strip()
        if data == "[DONE]":
            return ""
        event = json.loads(data)
        if event.get("error"):
            raise ModelUnavailable(
                "model_busy", f"{self.model} broke off with an error.", tokens=self.tokens
            )
        self._id = event.get("id") or self._id
        if event.get("usage"):
            self.tokens = _tokens(event["usage"])
        text = ""
        for choice in event.get("choices", [])[:1]:
            self._reason = choice.get("finish_reason") or self._reason
            text = (choice.get("delta") or {}).get("content") or ""
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


def _tokens(usage: dict[str, Any]) -> Tokens:
    thinking = (usage.get("completion_tokens_details") or {}).get("reasoning_tokens") or 0
    return Tokens(
        prompt=usage.get("prompt_tokens") or 0,
        cached=(usage.get("prompt_tokens_details") or {}).get("cached_tokens") or 0,
        output=max((usage.get("completion_tokens") or 0) - thinking, 0),
        thinking=thinking,
    )
