"""From what a model says to a whole answer: one that ended by itself, and that fits its schema.

A truncated answer is continued and joined, never accepted. One that repeats its source too closely is
asked for again in other words; one that breaks its schema is shown to the model once with the fault.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from praxeo.domain.errors import PraxeoError
from praxeo.models.answer_text import json_in, without_thoughts
from praxeo.ports.models import Completion, ModelUnavailable, Prompt, TextPart, Tokens, Turn

CONTINUATIONS_MAX = 4
ANCHOR_CHARACTERS = 40  # of a cut answer that its continuation begins with
CONTINUE = (
    "Your answer was cut off by its length. Go on exactly where it stops, in the middle of a word if "
    "need be; explain nothing, open no new code fence. So that the parts can be joined, begin with its "
    "last characters once more, which are, as a JSON string:\n{anchor}"
)
PARAPHRASE = (
    "Say everything in words of your own. Do not quote the source; name the sentences that you rely on "
    "by their ids."
)
REPAIR = "This is not what was asked for: {fault}. Answer again with the whole, corrected JSON and nothing else."


class Declined(PraxeoError):
    """A model will not answer this prompt; another one may."""

    kind = "refused"

    def __init__(self, detail: str) -> None:
        super().__init__("model_blocked", f"The model declined to answer ({detail}).")
        self.detail = detail


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """One answer of a model, the ledger entry that paid for it, and where it is kept.

    `paid` says whether it was asked for just now, and not taken from the store.
    """

    completion: Completion
    ledger_entry_id: str
    stored_id: str
    paid: bool


AskOnce = Callable[[Prompt], Asked]


def whole_answer(prompt: Prompt, ask: AskOnce) -> Completion:
    """The whole answer to the prompt, with the ledger entries of the calls that are part of it.

    Raises Declined, ModelUnavailable("model_malformed" | "answer_too_long"), and what `ask` raises.
    """
    completion = _continued(prompt, ask)
    if completion.finish == "recitation":
        in_other_words = replace(prompt, parts=(*prompt.parts, TextPart(text=PARAPHRASE)))
        completion = _continued(in_other_words, ask)
    fault = _fault(prompt, completion)
    if fault:
        wrong = Turn(answer=completion.text, next=REPAIR.format(fault=fault))
        completion = _continued(replace(prompt, turns=(*prompt.turns, wrong)), ask)
        fault = _fault(prompt, completion)
    if fault:
        raise ModelUnavailable(
            "model_malformed", f"The model's answer does not have the asked form: {fault}."
        )
    if completion.finish in ("blocked", "recitation"):
        raise Declined(completion.finish_detail or completion.finish)
    return replace(completion, text=_answer(prompt, completion.text), finish="stop")


def _answer(prompt: Prompt, text: str) -> str:
    """What of the text is the answer."""
    return without_thoughts(text) if prompt.schema is None else json_in(text)


def _continued(prompt: Prompt, ask: AskOnce) -> Completion:
    """The answer, its parts joined if it was too long for one."""
    asked = ask(prompt)
    entries = [asked.ledger_entry_id]
    completion = asked.completion
    for _ in range(CONTINUATIONS_MAX):
        if completion.finish != "length" or not completion.text:
            break
        anchor = json.dumps(completion.text[-ANCHOR_CHARACTERS:])
        begun = Turn(answer=completion.text, next=CONTINUE.format(anchor=anchor))
        asked = ask(replace(prompt, turns=(*prompt.turns, begun)))
        entries.append(asked.ledger_entry_id)
        completion = replace(
            asked.completion,
            text=joined(completion.text, asked.completion.text),
            tokens=_sum(completion.tokens, asked.completion.tokens),
        )
    if completion.finish == "length":
        raise ModelUnavailable(
            "answer_too_long",
            "The model's answer did not come to an end. Ask for less at once.",
            retryable=False,
        )
    return replace(completion, ledger_entry_ids=tuple(entries))


def joined(first: str, rest: str) -> str:
    """The two parts of a cut answer as one. A second part that does not begin with the end of the
    first either begins the whole anew, and then stands for both, or simply goes on."""
    anchor = first[-ANCHOR_CHARACTERS:]
    if rest.startswith(anchor):
        return first + rest[len(anchor) :]
    if rest.startswith(first[:ANCHOR_CHARACTERS]):
        return rest
    return first + rest


def _fault(prompt: Prompt, completion: Completion) -> str:
    """What is wrong with the form of an answer, or ""."""
    if completion.finish in ("blocked", "recitation"):
        return ""
    if completion.finish in ("malformed", "other"):
        return f"the answer ended with {completion.finish_detail or completion.finish}"
    if not without_thoughts(completion.text).strip():
        return "the answer is empty"
    return "" if prompt.schema is None else _json_fault(prompt.schema, completion.text)


def _json_fault(schema: Any, text: str) -> str:
    try:
        value = json.loads(json_in(text))
    except (ValueError, RecursionError) as fault:
        return f"it is not valid JSON ({fault})"
    import fastjsonschema

    try:
        fastjsonschema.compile(dict(schema))(value)
    except fastjsonschema.JsonSchemaValueException as fault:
        return str(fault.message)
    return ""


def _sum(first: Tokens, second: Tokens) -> Tokens:
    return Tokens(
        prompt=first.prompt + second.prompt,
        cached=first.cached + second.cached,
        output=first.output + second.output,
        thinking=first.thinking + second.thinking,
    )
