"""What it means when an endpoint with chat completions refuses a request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from praxeo.adapters.provider_words import told
from praxeo.ports.models import ModelUnavailable, Tokens

if TYPE_CHECKING:
    import httpx

# By which hosts say that a prompt is longer than the model's context.
TOO_LONG = frozenset({"exceed_context_size_error", "context_length_exceeded"})
_TOO_LONG = re.compile(
    r"context (?:length|window|size)|prompt is too long|context the overflows|too many tokens", re.I
)
NO_CREDIT = frozenset({"insufficient_quota", "insufficient_credits", "billing_hard_limit_reached"})
_AGAIN_IN = re.compile(r"(?:try again|retry) in (\d+(?:\.\d+)?) ?(ms|s)\b", re.IGNORECASE)
_CANNOT_SEE = re.compile(r"image|picture|vision|multimodal|mmproj|file input", re.IGNORECASE)


class EndpointRefusal(Exception):
    """An answer with another status than 200; `parameter` is the one that it names, `said` its sentence."""

    def __init__(self, status: int, parameter: str, said: str, trouble: ModelUnavailable) -> None:
        super().__init__(status)
        self.status, self.parameter, self.said, self.trouble = status, parameter, said, trouble


def refusal_of(reply: httpx.Response, model: str, url: str) -> EndpointRefusal:
    """What a status means for us; the error's kind decides where servers disagree on the status."""
    try:
        given = reply.json()
    except ValueError:
        given = {}
    error = given.get("error", given) if isinstance(given, dict) else given
    kinds, parameter, said = _read(error)
    header = reply.headers.get("retry-after", "")
    wait = float(header) if header.isascii() and header.isdigit() else _wait(said)
    trouble = _trouble(reply.status_code, kinds, said, model, url, wait)
    return EndpointRefusal(reply.status_code, parameter, said, trouble)


def of_event(error: Any, model: str, tokens: Tokens) -> ModelUnavailable:
    """What an error means that comes in the middle of an answer."""
    kinds, _, said = _read(error)
    if kinds & NO_CREDIT:
        return _no_credit(model, said)
    return ModelUnavailable(
        "model_busy", f"{model} broke off with an error.{told(said)}", tokens=tokens
    )


def _trouble(
    status: int, kinds: frozenset[str], said: str, model: str, url: str, wait: float | None
) -> ModelUnavailable:
    if status == 402 or kinds & NO_CREDIT:
        return _no_credit(model, said)
    if status in (401, 403):
        return _lasting(
            "model_key_refused",
            f"The key for {url} was refused; set OPENAI_API_KEY or PRAXEO_OPENAI_KEY_FILE.{told(said)}",
        )
    if kinds & TOO_LONG or (status < 500 and status != 429 and _TOO_LONG.search(said)):
        return _lasting(
            "model_request_refused",
            f"The prompt is longer than {model} reads at once; take a shorter source, or a model or "
            f"server with a larger context.{told(said)}",
        )
    if status == 404:
        return _lasting(
            "model_retired",
            f"{url} has no model {model}; set PRAXEO_MODELS to one that it lists.{told(said)}",
        )
    if status >= 500 and "not support" in said and _CANNOT_SEE.search(said):
        return _lasting(  # llama.cpp's word for a picture it cannot see
            "model_request_refused",
            f"{model} does not take what was sent along with the words.{told(said)}",
        )
    if status < 500 and status not in (408, 429):
        return _lasting(
            "model_request_refused",
            f"{model} does not take this request (status {status}).{told(said)}",
        )
    return _passing(status, model, wait, said)


def _passing(status: int, model: str, wait: float | None, said: str) -> ModelUnavailable:
    if status in (408, 504):
        return ModelUnavailable("model_timeout", f"{model} did not answer in time.{told(said)}")
    busy = "has no capacity left" if status == 429 else "does not work"
    return ModelUnavailable(
        "model_busy", f"{model} {busy} at the moment.{told(said)}", retry_after=wait
    )


def _no_credit(model: str, said: str) -> ModelUnavailable:
    return _lasting(
        "model_no_credit",
        f"The account behind the key has no credit left for {model}; add some, or set another key.{told(said)}",
    )


def _lasting(code: str, message: str) -> ModelUnavailable:
    return ModelUnavailable(code, message, retryable=False)


def _wait(said: str) -> float | None:
    """The seconds that a sentence asks for, such as "Please try again in 2.5s"."""
    found = _AGAIN_IN.search(said)
    return float(found[1]) / (1000 if found[2].lower() == "ms" else 1) if found else None


def _read(error: Any) -> tuple[frozenset[str], str, str]:
    """The kinds of an error, the parameter that it names, and its sentence; some hosts send the sentence alone."""
    if not isinstance(error, dict):
        return frozenset(), "", error if isinstance(error, str) else ""
    kinds = frozenset(str(error.get(name)) for name in ("type", "code"))
    said = error.get("message") or error.get("detail") or ""
    return kinds, str(error.get("param") or ""), said if isinstance(said, str) else str(said)
