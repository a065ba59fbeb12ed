"""What it means when an endpoint with chat completions refuses a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from praxeo.ports.models import ModelUnavailable

if TYPE_CHECKING:
    import httpx

# By which llama.cpp and OpenAI say that a prompt is longer than the model's context.
TOO_LONG = frozenset({"exceed_context_size_error", "context_length_exceeded"})


class EndpointRefusal(Exception):
    """An answer with another status than 200."""

    def __init__(self, status: int, trouble: ModelUnavailable) -> None:
        super().__init__(status)
        self.status, self.trouble = status, trouble


def refusal_of(reply: httpx.Response, model: str, url: str) -> EndpointRefusal:
    """What a status means for us; the error's kind decides where servers disagree on the status."""
    status = reply.status_code
    kinds, said = _error_of(reply)
    told = reply.headers.get("retry-after", "")
    wait = float(told) if told.isascii() and told.isdigit() else None
    if status in (401, 403):
        trouble = _lasting(
            "model_key_refused",
            f"The key for {url} was refused; set OPENAI_API_KEY or PRAXEO_OPENAI_KEY_FILE.",
        )
    elif status == 404:
        trouble = _lasting(
            "model_retired",
            f"{url} has no model {model}; set PRAXEO_MODELS to one that it lists.",
        )
    elif refused := _refused(status, kinds, said, model):
        trouble = _lasting("model_request_refused", refused)
    else:
        trouble = _passing(status, model, wait)
    return EndpointRefusal(status, trouble)


def _refused(status: int, kinds: frozenset[str], said: str, model: str) -> str:
    """What to tell where this very request is not taken; "" where another try may be answered."""
    if kinds & TOO_LONG:
        return (
            f"The prompt is longer than {model} reads at once; take a shorter source, or a model or "
            "server with a larger context."
        )
    if status >= 500 and "not supported" in said:  # llama.cpp's word for a picture it cannot see
        return f"{model} does not take what was sent along with the words."
    if status < 500 and status not in (408, 429):
        return f"{model} does not take this request (status {status})."
    return ""


def _passing(status: int, model: str, wait: float | None) -> ModelUnavailable:
    if status in (408, 504):
        return ModelUnavailable("model_timeout", f"{model} did not answer in time.")
    busy = "has no capacity left" if status == 429 else "does not work"
    return ModelUnavailable("model_busy", f"{model} {busy} at the moment.", retry_after=wait)


def _lasting(code: str, message: str) -> ModelUnavailable:
    return ModelUnavailable(code, message, retryable=False)


def _error_of(reply: httpx.Response) -> tuple[frozenset[str], str]:
    """The kinds of an error, and its sentence, which is looked at and never passed on."""
    try:
        error = reply.json()["error"]
        return frozenset({str(error.get("type")), str(error.get("code"))}), str(error["message"])
    except (ValueError, KeyError, TypeError, AttributeError):
        return frozenset(), ""
