"""Hosts with chat completions on this machine, as strict as the real ones: what each refuses, and in which words."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from devtools.loopback.serving import Exchange

Refusal = tuple[int, dict[str, Any]]
Judge = Callable[[dict[str, Any]], Refusal | None]
ANSWER = '{"title": "Enzymes", "cards": ["a"]}'


def openai_error(message: str, param: str, code: str | None) -> Refusal:
    """A refusal in OpenAI's frame."""
    error = {
        "message": message,
        "type": "invalid_request_error",
        "param": param or None,
        "code": code,
    }
    return 400, {"error": error}


def _strict_fault(schema: Any) -> str:
    """What OpenAI objects to in a strict schema, or ""."""
    if isinstance(schema, list):
        return next(filter(None, map(_strict_fault, schema)), "")
    if not isinstance(schema, dict):
        return ""
    if schema.get("type") == "object":
        if schema.get("additionalProperties") is not False:
            return "'additionalProperties' is required to be supplied and to be false."
        if set(schema.get("required", [])) != set(schema.get("properties", {})):
            return "'required' is required to be supplied and to be an array including every key in properties."
        return next(filter(None, map(_strict_fault, schema["properties"].values())), "")
    return next(filter(None, map(_strict_fault, schema.values())), "")


def _openai_format(body: dict[str, Any]) -> Refusal | None:
    given = body.get("response_format", {})
    strict = given.get("json_schema", {}) if given.get("type") == "json_schema" else {}
    if strict.get("strict") and (fault := _strict_fault(strict["schema"])):
        message = f"Invalid schema for response_format 'answer': In context=(), {fault}"
        return openai_error(message, "response_format", None)
    if given.get("type") == "json_object" and "schema" in given:
        return openai_error(
            "Unknown parameter: 'response_format.schema'.",
            "response_format.schema",
            "unknown_parameter",
        )
    return None


def openai_reasoning(body: dict[str, Any]) -> Refusal | None:
    """A reasoning model of OpenAI's."""
    if "max_tokens" in body:
        return openai_error(
            "Unsupported parameter: 'max_tokens' is not supported with this model. Use "
            "'max_completion_tokens' instead.",
            "max_tokens",
            "unsupported_parameter",
        )
    if body.get("temperature", 1) != 1:
        return openai_error(
            "Unsupported value: 'temperature' does not support 0.0 with this model. Only the default (1) "
            "value is supported.",
            "temperature",
            "unsupported_value",
        )
    return _openai_format(body)


def openai_classic(body: dict[str, Any]) -> Refusal | None:
    """A model of OpenAI's with a limit of 16,384 tokens."""
    wanted = body.get("max_tokens", body.get("max_completion_tokens", 0))
    if wanted > 16_384:
        return openai_error(
            f"max_tokens is too large: {wanted}. This model supports at most 16384 completion tokens, whereas you "
            f"provided {wanted}.",
            "max_tokens",
            None,
        )
    return _openai_format(body)


def vllm(body: dict[str, Any]) -> Refusal | None:
    """vLLM with a context of 32,768 tokens, of which 1,200 are read; its errors have no frame."""
    wanted = body.get("max_tokens", body.get("max_completion_tokens", 0))
    if wanted > 31_568:
        message = (
            f"'max_tokens' or 'max_completion_tokens' is too large: {wanted}. This model's maximum context length "
            f"is 32768 tokens and your request has 1200 input tokens ({wanted} > 32768 - 1200)."
        )
        return 400, {"object": "error", "message": message, "type": "BadRequestError", "code": 400}
    return None


def llama_cpp(body: dict[str, Any]) -> Refusal | None:
    """llama.cpp's own server, which knows all forms; a prompt may be too long for it."""
    if any(len(str(message["content"])) > 20_000 for message in body["messages"]):
        error = {
            "code": 400,
            "message": "the request exceeds the available context size, try increasing it",
            "type": "exceed_context_size_error",
            "n_prompt_tokens": 9000,
            "n_ctx": 4096,
        }
        return 400, {"error": error}
    return None


def lm_studio(body: dict[str, Any]) -> Refusal | None:
    """LM Studio, whose errors are plain sentences and which knows one form of JSON."""
    if body.get("response_format", {}).get("type") == "json_object":
        return 400, {"error": "'response_format.type' must be 'json_schema' or 'text'"}
    if any(len(str(message["content"])) > 20_000 for message in body["messages"]):
        return 400, {
            "error": "Trying to keep the first 5321 tokens when context the overflows. However, the model is loaded "
            "with context length of only 4096 tokens, which is not enough."
        }
    return None


def ollama(body: dict[str, Any]) -> Refusal | None:
    """Ollama, which takes all that it is given and names models that it lacks."""
    if body["model"] != "small":
        message = f'model "{body["model"]}" not found, try pulling it first'
        return 404, {
            "error": {"message": message, "type": "api_error", "param": None, "code": None}
        }
    return None


def gateway(body: dict[str, Any]) -> Refusal | None:
    """A gateway such as OpenRouter: an account with little credit, a host behind it without schemas."""
    if body.get("max_tokens", 0) > 9_000:
        message = (
            f"This request requires more credits, or fewer max_tokens. You requested up to {body['max_tokens']} tokens, "
            "but can only afford 8934. To increase, visit https://gateway.example/credits?key=sk-or-v1-0123456789abcdef"
        )
        return 402, {"error": {"message": message, "code": 402}}
    if body.get("response_format", {}).get("type") == "json_schema":
        message = "Provider returned error"
        raw = '{"detail":"response_format json_schema is not supported"}'
        return 400, {"error": {"message": message, "code": 400, "metadata": {"raw": raw}}}
    return None


def python_bindings(body: dict[str, Any]) -> Refusal | None:
    """The server of llama.cpp's Python bindings, which fails at a form that it does not know."""
    if body.get("response_format", {}).get("type") == "json_schema":
        return 500, {"error": {"message": "[{'type': 'literal_error'}]", "type": "internal"}}
    return None


HOSTS: dict[str, Judge] = {
    judge.__name__: judge
    for judge in (
        openai_reasoning,
        openai_classic,
        vllm,
        llama_cpp,
        lm_studio,
        ollama,
        gateway,
        python_bindings,
    )
}


@dataclass
class ChatHost:
    """Answers with ANSWER what `judge` lets through. `bodies` are all requests, `streams` whether it does."""

    judge: Judge
    streams: bool = True
    refusals: list[Refusal] = field(default_factory=list)  # given first, whatever is asked
    bodies: list[dict[str, Any]] = field(default_factory=list)

    def handle(self, exchange: Exchange) -> None:
        body = exchange.json_body()
        self.bodies.append(body)
        refusal = self.refusals.pop(0) if self.refusals else self.judge(body)
        if refusal:
            return exchange.send_json(refusal[1], refusal[0])
        usage = {"prompt_tokens": 1200, "completion_tokens": 12}
        if not self.streams:
            choice = {"message": {"content": ANSWER}, "finish_reason": "stop"}
            return exchange.send_json({"id": "c1", "choices": [choice], "usage": usage})
        exchange.begin_stream()
        for event in (
            {"id": "c1", "choices": [{"delta": {"role": "assistant", "content": None}}]},
            {"choices": [{"delta": {"reasoning_content": "hm"}}]},
            {"choices": [{"delta": {"content": ANSWER}}]},
            {"choices": [{"delta": {}, "finish_reason": "stop"}]},
            {"choices": [], "usage": usage},
        ):
            exchange.send_chunk(f"data: {json.dumps(event)}\n\n".encode())
        exchange.send_chunk(b"data: [DONE]\n\n")
        return exchange.end_stream()
