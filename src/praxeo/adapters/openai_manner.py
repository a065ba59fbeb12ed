"""How an endpoint wants to be asked: found out from its refusals, step by step, and remembered by model.

What hosts differ in: OpenAI's reasoning models take `max_completion_tokens` and no temperature, most others know
`max_tokens` alone; every model has another limit of output; the strict form of schemas is OpenAI's, others take a
plain schema, JSON alone, or words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

FORMS = ("strict_schema", "json_schema", "json_object_schema", "json_object", "words")
OUTPUT_TOKENS_MIN = 256  # less room than that is no room to answer
LIMIT_NAMES = ("max_tokens", "max_completion_tokens")
_NUMBER = re.compile(r"\d[\d,_]*")
_CONTEXT = re.compile(r"context (?:length|window|size)[^.]*?(\d[\d,_]*)", re.IGNORECASE)
_GIVEN = re.compile(
    r"(\d[\d,_]*) (?:in the messages|input tokens|prompt tokens|of text input)|has (\d[\d,_]*) input",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"max_(?:completion_|output_|new_)?tokens|output tokens|completion tokens", re.IGNORECASE
)
_WRONG = re.compile(
    r"unsupported|not support|unknown|unrecognized|unexpected|deprecated|extra|not permitted|not allowed|invalid",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Manner:
    """What a model takes. `form` is the place in FORMS, `output_tokens_max` the most that it writes (0: not known)."""

    form: int = 0
    limit_name: str = LIMIT_NAMES[0]
    temperature: bool = True
    usage: bool = True
    output_tokens_max: int = 0

    def limit(self, wanted: int) -> int:
        """The output limit to ask for where so much is wanted."""
        return min(wanted, self.output_tokens_max) if self.output_tokens_max else wanted


def after_refusal(
    manner: Manner, body: dict[str, Any], status: int, parameter: str, said: str
) -> Manner | None:
    """How to ask instead, None where nothing would help. `parameter` is the one that the refusal names, `said` its
    sentence, `body` what was asked."""
    wanted = int(body[manner.limit_name])
    about = f"{parameter} {said}"
    numbers = [_whole(number) for number in _NUMBER.findall(said)]
    is_limit = bool(_LIMIT.search(about) or _CONTEXT.search(said))
    if status < 500 and is_limit and max(numbers, default=0) >= OUTPUT_TOKENS_MIN:
        fitting = _fitting(said, wanted)
        return replace(manner, output_tokens_max=fitting) if fitting else None
    if status < 500 and LIMIT_NAMES[1] in about and manner.limit_name == LIMIT_NAMES[0]:
        return replace(manner, limit_name=LIMIT_NAMES[1])
    if status < 500 and _WRONG.search(said):
        if LIMIT_NAMES[1] in about:
            return replace(manner, limit_name=LIMIT_NAMES[0])
        if "temperature" in about and manner.temperature:
            return replace(manner, temperature=False)
        if "stream_options" in about and manner.usage:
            return replace(manner, usage=False)
    return _less_formal(manner, body, status)


def _less_formal(manner: Manner, body: dict[str, Any], status: int) -> Manner | None:
    """The next form of structured output, where one was asked for and this status may be about it."""
    if "response_format" not in body or status not in (400, 415, 422, 500, 501):
        return None
    return replace(manner, form=manner.form + 1)


def _fitting(said: str, wanted: int) -> int:
    """How much output fits by what the refusal says, 0 where no smaller limit would help."""
    context, given = _CONTEXT.search(said), _GIVEN.search(said)
    if context:
        if not given:
            return 0
        room = _whole(context[1]) - _whole(given[1] or given[2])
    else:
        below = [n for n in map(_whole, _NUMBER.findall(said)) if 1 < n < wanted]
        room = max(below, default=0)
    return min(room, wanted - 1) if room >= OUTPUT_TOKENS_MIN else 0


def _whole(text: str) -> int:
    return int(text.replace(",", "").replace("_", ""))
