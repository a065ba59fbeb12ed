"""What Praxeo needs of models that write: prompts go in, completions come out, nothing else.

`Provider` is the port that adapters implement (Gemini, any OpenAI-compatible endpoint, recorded
completions). Features never speak to a provider: they `Ask`, and what stands behind that stores each
completion before it is used, keeps the caps, enters the ledger, tries again and falls back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from praxeo.domain.errors import Unavailable

# Why a completion ended. Only "stop" is a whole answer; "cut" is a stream that ended without a reason.
FinishReason = Literal["stop", "length", "blocked", "recitation", "malformed", "cut", "other"]
Purpose = Literal["write_spec", "write_code", "repair_code", "edit_spec", "edit_code", "read_video"]


@dataclass(frozen=True, kw_only=True)
class TextPart:
    """Words of a prompt. Text from a source is fenced before it comes here."""

    text: str


@dataclass(frozen=True, kw_only=True)
class BytesPart:
    """A PDF or a picture that goes along with the words; `media_type` such as "image/png"."""

    data: bytes
    media_type: str


@dataclass(frozen=True, kw_only=True)
class VideoPart:
    """A public YouTube video, or the part of it between two seconds (0 and None: all of it)."""

    url: str
    start_second: int = 0
    end_second: int | None = None


Part = TextPart | BytesPart | VideoPart


@dataclass(frozen=True, kw_only=True)
class Turn:
    """What the model answered before, and what it is told next."""

    answer: str
    next: str


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """One question to a model. The same prompt is the same work, whoever asks and whenever.

    `version` names the prompt file and its version ("write_spec 1"). `schema` is a JSON schema that
    the answer has to keep to; without one the answer is text. `turns` are what was said since.
    """

    purpose: Purpose
    version: str
    system: str
    parts: tuple[Part, ...]
    turns: tuple[Turn, ...] = ()
    schema: Mapping[str, Any] | None = None
    output_tokens_max: int = 16_384
    temperature: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Tokens:
    """Tokens of one call. `cached` is the share of `prompt` that was read from the provider's cache;
    `thinking` is billed like `output`."""

    prompt: int = 0
    cached: int = 0
    output: int = 0
    thinking: int = 0


@dataclass(frozen=True, kw_only=True)
class Completion:
    """What a model answered. `finish_detail` is the provider's own word for the reason.

    `ledger_entry_ids` are the calls that it was paid with: several if the answer came in parts, none
    from a provider alone.
    """

    text: str
    finish: FinishReason
    provider: str
    model: str
    tokens: Tokens = Tokens()
    finish_detail: str = ""
    response_id: str = ""
    ledger_entry_ids: tuple[str, ...] = ()


class ModelUnavailable(Unavailable):
    """A model could not be asked, or broke off. `retry_after` is how many seconds to wait, if told.

    Codes: model_busy, model_timeout, model_unreachable, model_cut, model_malformed (worth another
    try); model_key_refused, model_no_credit, model_retired, model_request_refused, model_missing (not worth it).
    `tokens` is what an answer had used when it broke off; None if nothing was answered.
    """

    def __init__(
        self,
        code: str,
        message: str,
        *,
        retryable: bool = True,
        retry_after: float | None = None,
        tokens: Tokens | None = None,
    ) -> None:
        super().__init__(code, message, retryable=retryable, retry_after=retry_after)
        self.tokens = tokens


class Provider(Protocol):
    """Models of one maker, behind one address. Every method may raise ModelUnavailable."""

    name: str

    def complete(
        self,
        prompt: Prompt,
        *,
        model: str,
        seconds: float,
        on_text: Callable[[str], None] | None = None,
    ) -> Completion:
        """The model's answer; `on_text` is told each piece of it as it comes.

        A blocked, truncated or malformed answer is a Completion that says so, not an error.
        """

    def count_tokens(self, prompt: Prompt, *, model: str) -> int:
        """How many tokens the prompt has for this model (an estimate where it cannot be asked)."""

    def models(self) -> tuple[str, ...]:
        """The names of the models that can be asked now."""


@dataclass(frozen=True, kw_only=True)
class ModelRun:
    """On whose behalf a model is asked, and how much this run may cost in all.

    `cap_microusd` is in millionths of a US dollar; `try_number` tells repeated work apart that shall
    not be answered from the store (0: the same work is answered from the store).
    """

    owner: str
    example_id: str
    job_id: str
    cap_microusd: int
    try_number: int = 0


class Ask(Protocol):
    """Asks the configured models: from the store if the same work was done before, else for money."""

    def __call__(
        self,
        prompt: Prompt,
        *,
        run: ModelRun,
        on_text: Callable[[str], None] | None = None,
    ) -> Completion:
        """A whole answer. It is stored before it is given back, so that nothing is paid for twice.

        Refused("cap_reached") before a call that could pass a cap, Refused("model_blocked") when
        every model declines, ModelUnavailable when none answers.
        """
