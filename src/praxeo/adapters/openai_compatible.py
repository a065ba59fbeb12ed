"""The provider `openai`: any endpoint that speaks OpenAI's chat completions, such as those of Ollama,
llama.cpp, vLLM and many hosts. Plain HTTP; answers are streamed, so that a long one never looks idle.

What a model takes is found out from refusals, which cost nothing, and remembered (`openai_manner`). The
answer is validated in any case.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from praxeo.adapters import openai_requests as requests
from praxeo.adapters.connections import Connection
from praxeo.adapters.keys import REFUSED_SECONDS, KeyRing
from praxeo.adapters.openai_answer import AnswerSoFar
from praxeo.adapters.openai_manner import LIMIT_NAMES, Manner, after_refusal
from praxeo.adapters.openai_refusals import EndpointRefusal, refusal_of
from praxeo.domain.cancellation import cancellation
from praxeo.domain.secrets import Secret
from praxeo.models.addresses import LOCAL_HOSTS
from praxeo.ports.models import Completion, ModelUnavailable, Prompt, Tokens

if TYPE_CHECKING:
    import httpx

CONNECT_SECONDS = 10.0
LIST_SECONDS = 10.0
BUSY_SECONDS = 30.0  # how long a key rests after a 429 that does not say
STEPS_MAX = 8  # of finding out how a model wants to be asked, within one call
OPENAI = "api.openai.com"


class OpenAiCompatible:
    """A Provider behind one address, such as "http://127.0.0.1:11434/v1"."""

    name = "openai"

    def __init__(self, url: str, keys: KeyRing) -> None:
        self._url, self._keys = url.rstrip("/"), keys
        self._is_here = urlsplit(url).hostname in LOCAL_HOSTS
        named = LIMIT_NAMES[urlsplit(url).hostname == OPENAI]
        self._first = Manner(limit_name=named)
        self._manners: dict[str, Manner] = {}  # by model, as found out so far
        self._failed: set[tuple[str, int]] = set()  # forms after which a model failed once

    def complete(
        self,
        prompt: Prompt,
        *,
        model: str,
        seconds: float,
        on_text: Callable[[str], None] | None = None,
    ) -> Completion:
        manner = self._manners.get(model, self._first)
        for _ in range(STEPS_MAX):
            body = requests.body_of(prompt, model, manner)
            try:
                completion = self._asked(body, model, seconds, on_text)
            except EndpointRefusal as refusal:
                other = after_refusal(manner, body, refusal.status, refusal.parameter, refusal.said)
                if other is None:
                    raise refusal.trouble from None
                self._note(model, manner, other, refusal)
                manner = other
                continue
            return completion
        raise ModelUnavailable(
            "model_request_refused",
            f"{model} refuses every form of this request.",
            retryable=False,
        )

    def _note(self, model: str, manner: Manner, other: Manner, refusal: EndpointRefusal) -> None:
        """Remember what this refusal teaches of the model. A fault of the server teaches only when it comes
        again; how much fits beside one prompt, or one balance, is not what fits beside another."""
        known = self._manners.get(model, self._first)
        if other.output_tokens_max != manner.output_tokens_max:
            if "context" in refusal.said.lower() or refusal.status == 402:
                return
        elif refusal.status >= 500 and (model, manner.form) not in self._failed:
            self._failed.add((model, manner.form))
            return
        changed = {
            field.name: getattr(other, field.name)
            for field in fields(other)
            if getattr(other, field.name) != getattr(manner, field.name)
        }
        self._manners[model] = replace(known, **changed)

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
        answer, connection = AnswerSoFar(self.name, model), Connection()
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
            for text in _pieces(reply, answer):
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
        elif key and reply.status_code == 429 and refusal.trouble.retryable:
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


def _pieces(reply: httpx.Response, answer: AnswerSoFar) -> Iterator[str]:
    """The texts of an answer as they come; all at once from a host that does not stream."""
    if "json" in reply.headers.get("content-type", ""):
        reply.read()
        yield answer.take(reply.json())
        return
    for line in reply.iter_lines():
        yield answer.add(line)
