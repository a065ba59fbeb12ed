"""The provider `gemini`, over Google's own SDK. The SDK is heavy and optional: it is imported when a
model is first asked, and its absence is a clear sentence.

The SDK has neither a time limit nor retries of its own here: both are ours. Answers are streamed, so
that a long one never looks idle. Google's caching of repeated beginnings needs nothing but that the
parts that stay the same come first, which is how prompts are made.
"""

from __future__ import annotations

import io
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from praxeo.adapters import gemini_requests
from praxeo.adapters.gemini_answer import AnswerSoFar
from praxeo.adapters.keys import REFUSED_SECONDS, KeyRing
from praxeo.domain.secrets import Secret
from praxeo.ports.models import BytesPart, Completion, ModelUnavailable, Prompt

if TYPE_CHECKING:
    from google.genai import Client

T = TypeVar("T")
COUNT_SECONDS = 30.0
INLINE_BYTES_MAX = 10_000_000  # more goes up as a file first; a request holds 20 MB in base64
BUSY_SECONDS = 30.0  # how long a key rests after a 429 that does not say
_DELAY = re.compile(r"(\d+(?:\.\d+)?)s")


class GeminiProvider:
    """A Provider. `base_url` is "" for Google itself."""

    name = "gemini"

    def __init__(self, keys: KeyRing, base_url: str = "") -> None:
        self._keys, self._base_url = keys, base_url
        self._lock = threading.Lock()
        self._clients: dict[tuple[Secret, float], Client] = {}

    def complete(
        self,
        prompt: Prompt,
        *,
        model: str,
        seconds: float,
        on_text: Callable[[str], None] | None = None,
    ) -> Completion:
        return self._with_a_key(
            lambda client: self._streamed(client, prompt, model, seconds, on_text), model, seconds
        )

    def count_tokens(self, prompt: Prompt, *, model: str) -> int:
        def count(client: Client) -> int:
            with self._translated(AnswerSoFar(self.name, model)):
                contents = self._contents(client, prompt, with_system=True)
                reply = client.models.count_tokens(model=model, contents=contents)
                return int(reply.total_tokens or 0)

        return self._with_a_key(count, model, COUNT_SECONDS)

    def models(self) -> tuple[str, ...]:
        def listed(client: Client) -> tuple[str, ...]:
            with self._translated(AnswerSoFar(self.name, "")):
                return tuple(
                    (model.name or "").removeprefix("models/")
                    for model in client.models.list()
                    if "generateContent" in (model.supported_actions or [])
                )

        return self._with_a_key(listed, "", COUNT_SECONDS)

    def _with_a_key(self, act: Callable[[Client], T], model: str, seconds: float) -> T:
        """Act with the first key that is neither refused nor at its limit."""
        if not self._keys.any():
            raise ModelUnavailable(
                "model_key_refused",
                "There is no key for Gemini; set GEMINI_API_KEY or PRAXEO_GEMINI_KEY_FILE.",
                retryable=False,
            )
        trouble: ModelUnavailable | None = None
        for key in self._keys.usable():
            try:
                return act(self._client(key, seconds))
            except ModelUnavailable as caught:
                trouble = caught
                if caught.code == "model_key_refused":
                    self._keys.set_aside(key, REFUSED_SECONDS)
                elif caught.code == "model_busy" and caught.retry_after is not None:
                    self._keys.set_aside(key, caught.retry_after)
                else:
                    raise
        if trouble is not None and trouble.code == "model_key_refused":
            raise trouble
        raise ModelUnavailable(
            "model_busy",
            f"Every key for Gemini is at its limit ({model}).",
            retry_after=self._keys.wait_seconds(),
        )

    def _client(self, key: Secret, seconds: float) -> Client:
        genai = _sdk()
        with self._lock:
            if (key, seconds) not in self._clients:
                options: dict[str, Any] = {"timeout": int(seconds * 1000)}
                if self._base_url:
                    options["base_url"] = self._base_url
                self._clients[key, seconds] = genai.Client(
                    api_key=key.reveal(), vertexai=False, http_options=options
                )
            return self._clients[key, seconds]

    def _streamed(
        self,
        client: Client,
        prompt: Prompt,
        model: str,
        seconds: float,
        on_text: Callable[[str], None] | None,
    ) -> Completion:
        answer = AnswerSoFar(self.name, model)
        end = time.monotonic() + seconds
        with self._translated(answer):
            chunks = client.models.generate_content_stream(
                model=model,
                contents=self._contents(client, prompt),
                config=gemini_requests.config_of(prompt, model),
            )
            for chunk in chunks:
                text = answer.add(chunk)
                if text and on_text:
                    on_text(text)
                if time.monotonic() > end:
                    raise ModelUnavailable(
                        "model_timeout",
                        f"{model} took longer than {seconds:.0f} seconds.",
                        tokens=answer.tokens,
                    )
        return answer.completion()

    def _contents(self, client: Client, prompt: Prompt, *, with_system: bool = False) -> Any:
        """The request's contents; bytes too large for a request are sent up first."""
        size = sum(len(part.data) for part in prompt.parts if isinstance(part, BytesPart))

        def stored(part: BytesPart) -> str:
            if size <= INLINE_BYTES_MAX:
                return ""
            file = client.files.upload(
                file=io.BytesIO(part.data), config={"mime_type": part.media_type}
            )
            return file.uri or ""

        return gemini_requests.contents_of(prompt, stored, with_system=with_system)

    @contextmanager
    def _translated(self, answer: AnswerSoFar) -> Iterator[None]:
        """The SDK's errors as ours, without their text: it may hold what was sent."""
        import httpx2
        from google.genai import errors

        model = answer.model or "Gemini"
        try:
            yield
        except errors.APIError as fault:
            raise _of_status(fault, model, answer) from None
        except httpx2.TimeoutException:
            raise ModelUnavailable(
                "model_timeout", f"{model} did not answer in time.", tokens=answer.tokens
            ) from None
        except (httpx2.ConnectError, httpx2.ProxyError, httpx2.UnsupportedProtocol):
            raise ModelUnavailable("model_unreachable", f"{model} cannot be reached.") from None
        except httpx2.HTTPError:
            raise ModelUnavailable(
                "model_cut", f"The connection to {model} broke off.", tokens=answer.tokens
            ) from None
        except ValueError:  # JSON that is none, and the SDK's own complaint about a reply's form
            raise ModelUnavailable(
                "model_malformed",
                f"{model} sent a reply that cannot be read.",
                tokens=answer.tokens,
            ) from None


def _of_status(fault: Any, model: str, answer: AnswerSoFar) -> ModelUnavailable:
    """What a status of the provider means for us."""
    code, details = int(fault.code or 0), str(fault.details or "")
    if "API_KEY_INVALID" in details or code in (401, 403):
        return ModelUnavailable(
            "model_key_refused",
            "The key for Gemini was refused; set another one.",
            retryable=False,
        )
    if code == 404:
        return gone(model)
    if code == 429:
        told = _DELAY.search(details.partition("retryDelay")[2])
        return ModelUnavailable(
            "model_busy",
            f"{model} has no capacity left for this key.",
            retry_after=float(told.group(1)) if told else BUSY_SECONDS,
        )
    if code in (408, 504):
        return ModelUnavailable(
            "model_timeout", f"{model} did not answer in time.", tokens=answer.tokens
        )
    if code >= 500:
        return ModelUnavailable(
            "model_busy", f"{model} does not work at the moment.", tokens=answer.tokens
        )
    return ModelUnavailable(
        "model_request_refused",
        f"{model} does not take this request (status {code}).",
        retryable=False,
    )


def gone(model: str) -> ModelUnavailable:
    """What to say of a model that the provider does not have."""
    from praxeo.models.prices import PREFERRED, facts_of

    instead = facts_of(model).instead or PREFERRED[0]
    return ModelUnavailable(
        "model_retired",
        f"The provider has no model {model} any more; set PRAXEO_MODELS to another, such as "
        f"gemini:{instead}.",
        retryable=False,
    )


def _sdk() -> Any:
    try:
        from google import genai
    except ImportError as missing:
        raise ModelUnavailable(
            "model_missing",
            "Gemini needs the package google-genai; install it with: make gemini",
            retryable=False,
        ) from missing
    return genai
