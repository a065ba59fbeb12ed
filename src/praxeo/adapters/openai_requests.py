"""A prompt as the body of a chat completion, in the forms that endpoints know."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from typing import Any

from praxeo.adapters.openai_manner import FORMS, Manner
from praxeo.adapters.openai_schemas import strict
from praxeo.ports.models import BytesPart, ModelUnavailable, Part, Prompt, TextPart

TOKENS_PER_FILE = 4_000  # at most, of a picture or the pages of a small PDF
TOKENS_AROUND_PART = 64


def body_of(prompt: Prompt, model: str, manner: Manner) -> dict[str, Any]:
    """The request as this model takes it, as far as that is known."""
    form = FORMS[manner.form]
    system = prompt.system
    if prompt.schema is not None and form not in FORMS[:2]:
        system += "\n\nAnswer with JSON that fits this JSON schema, and with nothing else:\n"
        system += json.dumps(prompt.schema)
    messages: list[dict[str, Any]] = [{"role": "system", "content": system}]
    messages.append({"role": "user", "content": _content(prompt)})
    for turn in prompt.turns:
        messages.append({"role": "assistant", "content": turn.answer})
        messages.append({"role": "user", "content": turn.next})
    body: dict[str, Any] = {
        "model": model,
        "messages": messages,
        manner.limit_name: manner.limit(prompt.output_tokens_max),
        "stream": True,
    }
    if manner.temperature:
        body["temperature"] = prompt.temperature
    if manner.usage:
        body["stream_options"] = {"include_usage": True}
    if prompt.schema is not None:
        body |= _response_format(prompt.schema, form)
    return body


def tokens_at_most(prompt: Prompt) -> int:
    """A bound for the tokens of a prompt: no token is shorter than a byte."""
    files = sum(isinstance(part, BytesPart) for part in prompt.parts)
    words = [prompt.system, *(part.text for part in prompt.parts if isinstance(part, TextPart))]
    words += [text for turn in prompt.turns for text in (turn.answer, turn.next)]
    if prompt.schema is not None:
        words.append(json.dumps(prompt.schema))
    sizes = (len(text.encode("utf-8", "replace")) + TOKENS_AROUND_PART for text in words)
    return sum(sizes) + files * TOKENS_PER_FILE


def _response_format(schema: Mapping[str, Any], form: str) -> dict[str, Any]:
    if form == "words":
        return {}
    if form.startswith("json_object"):
        beside = {"schema": dict(schema)} if form == "json_object_schema" else {}
        return {"response_format": {"type": "json_object", **beside}}
    named: dict[str, Any] = {"name": "answer", "schema": dict(schema)}
    if form == "strict_schema":
        named |= {"strict": True, "schema": strict(schema)}
    return {"response_format": {"type": "json_schema", "json_schema": named}}


def _content(prompt: Prompt) -> str | list[dict[str, Any]]:
    """Plain words where there is nothing else: not every endpoint takes a list of parts."""
    if all(isinstance(part, TextPart) for part in prompt.parts):
        return "\n\n".join(part.text for part in prompt.parts if isinstance(part, TextPart))
    return [_part(part) for part in prompt.parts]


def _part(part: Part) -> dict[str, Any]:
    if isinstance(part, TextPart):
        return {"type": "text", "text": part.text}
    if not isinstance(part, BytesPart):
        raise ModelUnavailable(
            "model_request_refused", "This model cannot watch videos.", retryable=False
        )
    address = f"data:{part.media_type};base64,{base64.b64encode(part.data).decode()}"
    if part.media_type.startswith("image/"):
        return {"type": "image_url", "image_url": {"url": address}}
    return {"type": "file", "file": {"filename": "source", "file_data": address}}
