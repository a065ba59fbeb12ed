"""Every host with chat completions answers as it is: asked as it wants to be, found out without a setting."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from devtools.loopback.chat_hosts import (
    ANSWER,
    HOSTS,
    ChatHost,
    Refusal,
    gateway,
    ollama,
    openai_classic,
    openai_error,
    openai_reasoning,
    vllm,
)
from devtools.loopback.serving import served
from praxeo.adapters.keys import KeyRing
from praxeo.adapters.openai_compatible import OpenAiCompatible
from praxeo.authors.model.schemas import bespoke_schema, content_schema, section_schema
from praxeo.domain.secrets import Secret
from praxeo.ports.models import ModelUnavailable
from tests.unit.models.model_fixtures import SCHEMA, a_prompt

KEY = "sk-proj-0123456789abcdef"


@contextmanager
def provided(host: ChatHost) -> Iterator[OpenAiCompatible]:
    with served(host.handle) as address:
        yield OpenAiCompatible(f"{address}/v1", KeyRing([Secret(KEY)], None, lambda: 0.0))


@pytest.mark.parametrize("streams", [True, False], ids=["streaming", "whole"])
@pytest.mark.parametrize("name", HOSTS)
def test_a_long_answer_by_a_schema_comes_from_every_host(name: str, streams: bool) -> None:
    host = ChatHost(HOSTS[name], streams)
    prompt = a_prompt(schema=SCHEMA, output_tokens_max=65_536)
    with provided(host) as provider:
        for _ in range(3):
            completion = provider.complete(prompt, model="small", seconds=9)
            assert (completion.text, completion.finish) == (ANSWER, "stop")
            assert completion.tokens.prompt == 1200
        asked = len(host.bodies)
        provider.complete(prompt, model="small", seconds=9)
    again = len(host.bodies) - asked
    fitted_anew = name in ("vllm", "gateway")  # to the room beside this prompt, or to the balance
    assert again == (2 if fitted_anew else 1), "what is known of a model is not asked again"


@pytest.mark.parametrize("schema", [content_schema(), bespoke_schema(), section_schema()])
def test_the_products_own_schemas_are_taken_in_the_strict_form(schema: dict[str, object]) -> None:
    host = ChatHost(openai_reasoning)
    with provided(host) as provider:
        provider.complete(a_prompt(schema=schema), model="small", seconds=9)
    last = host.bodies[-1]
    assert last["response_format"]["json_schema"]["strict"] is True
    assert "max_completion_tokens" in last
    assert "temperature" not in last


def test_one_fault_of_a_server_changes_nothing_for_good() -> None:
    host = ChatHost(openai_classic, refusals=[(500, {"error": {"message": "overloaded"}})])
    with provided(host) as provider:
        for _ in range(2):
            provider.complete(a_prompt(schema=SCHEMA), model="small", seconds=9)
    assert host.bodies[-1]["response_format"]["json_schema"]["strict"] is True


def test_what_is_found_out_of_one_model_holds_for_no_other() -> None:
    host = ChatHost(openai_classic)
    prompt = a_prompt(output_tokens_max=65_536)
    with provided(host) as provider:
        provider.complete(prompt, model="small", seconds=9)
        provider.complete(prompt, model="other", seconds=9)
    assert [body["max_tokens"] for body in host.bodies] == [65_536, 16_384, 65_536, 16_384]


def test_the_room_that_a_context_leaves_is_used_for_the_answer() -> None:
    host = ChatHost(vllm)
    with provided(host) as provider:
        provider.complete(a_prompt(output_tokens_max=65_536), model="small", seconds=9)
        provider.complete(a_prompt(output_tokens_max=4_000), model="small", seconds=9)
    assert host.bodies[-2].get("max_tokens") == 31_568
    assert host.bodies[-1].get("max_tokens") == 4_000


def test_a_poor_account_is_told_in_the_hosts_words_without_its_secrets() -> None:
    empty = "This request requires more credits. You can only afford 89 of 65536 tokens. Key: sk-or-v1-0123456789abcdef"
    host = ChatHost(gateway, refusals=[(402, {"error": {"message": empty, "code": 402}})])
    prompt = a_prompt(output_tokens_max=65_536)
    with provided(host) as provider:
        with pytest.raises(ModelUnavailable) as trouble:
            provider.complete(prompt, model="small", seconds=9)
        assert provider.complete(prompt, model="small", seconds=9).text == ANSWER
    assert (trouble.value.code, trouble.value.retryable) == ("model_no_credit", False)
    assert "can only afford 89 of" in trouble.value.message
    assert host.bodies[-1]["max_tokens"] == 8_934, "what the account affords is enough"
    assert "sk-or-v1" not in trouble.value.message


QUOTA = "You exceeded your current quota, please check your plan and billing details."


@pytest.mark.parametrize(
    ("name", "refusal", "code", "said"),
    [
        (
            "openai_classic",
            (429, {"error": {"message": QUOTA, "code": "insufficient_quota"}}),
            "model_no_credit",
            QUOTA,
        ),
        (
            "openai_classic",
            (401, {"error": {"message": f"Incorrect API key provided: {KEY}."}}),
            "model_key_refused",
            "Incorrect API key provided",
        ),
        (
            "openai_classic",
            openai_error(
                "This model's maximum context length is 128000 tokens. However, your messages resulted in 200000 "
                "tokens. Please reduce the length of the messages.",
                "messages",
                "context_length_exceeded",
            ),
            "model_request_refused",
            "128000 tokens",
        ),
        ("lm_studio", None, "model_request_refused", "only 4096 tokens"),
        ("llama_cpp", None, "model_request_refused", "exceeds the available context"),
    ],
)
def test_the_hosts_own_words_reach_the_user(
    name: str, refusal: Refusal | None, code: str, said: str
) -> None:
    host = ChatHost(HOSTS[name], refusals=[refusal] if refusal else [])
    prompt = a_prompt() if refusal else a_prompt("long " * 5_000)
    with provided(host) as provider, pytest.raises(ModelUnavailable) as trouble:
        provider.complete(prompt, model="small", seconds=9)
    assert (trouble.value.code, trouble.value.retryable) == (code, False)
    assert said in trouble.value.message
    assert KEY not in trouble.value.message
    assert len(host.bodies) == 1


def test_a_model_that_is_not_there_is_told_in_the_servers_words() -> None:
    with provided(ChatHost(ollama)) as provider, pytest.raises(ModelUnavailable) as trouble:
        provider.complete(a_prompt(), model="nobody", seconds=9)
    assert trouble.value.code == "model_retired"
    assert "try pulling it first" in trouble.value.message


def test_a_limit_of_a_minute_is_waited_for_as_long_as_it_says() -> None:
    limit = (
        429,
        {"error": {"message": "Rate limit reached. Please try again in 7.66s.", "type": "tokens"}},
    )
    host = ChatHost(ollama, refusals=[limit])
    with provided(host) as provider, pytest.raises(ModelUnavailable) as trouble:
        provider.complete(a_prompt(), model="small", seconds=9)
    assert (trouble.value.code, trouble.value.retry_after) == ("model_busy", 7.66)
