"""Endpoints that speak chat completions: what is sent, the forms of structured output, every end."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from devtools.loopback.serving import Exchange, served
from praxeo.adapters.keys import KeyRing
from praxeo.adapters.openai_compatible import OpenAiCompatible
from praxeo.domain.cancellation import Cancellation, Cancelled, cancellable_by
from praxeo.domain.model_records import StoredCompletion
from praxeo.domain.secrets import Secret
from praxeo.models.routes import Route
from praxeo.ports.models import BytesPart, ModelUnavailable, TextPart, Turn, VideoPart
from tests.unit.models.model_fixtures import SCHEMA, a_prompt, a_run, desk

LLAMA_PICTURE = {"message": "image input is not supported", "type": "server_error", "code": 500}
ANSWER = '{"title": "Enzymes", "cards": ["a"]}'


class Endpoint:
    """A plain endpoint: answers with ANSWER, or as the next of `replies` says."""

    def __init__(self) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.forms = {"json_schema", "json_object", ""}
        self.form_status = 500
        self.replies: list[Any] = []
        self.hangs = threading.Event()

    def handle(self, exchange: Exchange) -> None:
        self.keys.append(exchange.headers.get("Authorization", ""))
        if exchange.path_only.endswith("/models"):
            return exchange.send_json({"object": "list", "data": [{"id": "small"}]})
        body = exchange.json_body()
        self.bodies.append(body)
        form = body.get("response_format", {}).get("type", "")
        if form not in self.forms:
            return exchange.send_json({"error": {"message": "what?"}}, self.form_status)
        reply = self.replies.pop(0) if self.replies else [*said(ANSWER), end("stop"), usage()]
        if isinstance(reply, tuple):
            status, headers = reply
            error = {
                "message": "It is key-12345678 that I do not take.",
                **headers.pop("error", {}),
            }
            return exchange.send_json({"error": error}, status, headers)
        exchange.begin_stream()
        for event in reply:
            if event == "hang":
                self.hangs.set()
                exchange.wait(60)
            if event == "cut":
                return exchange.cut()
            exchange.send_chunk(event.encode() + b"\n\n")
        return exchange.end_stream()


def said(text: str) -> list[str]:
    half = len(text) // 2
    return [
        ": a remark",
        *(
            "data: " + json.dumps({"id": "c1", "choices": [{"delta": {"content": piece}}]})
            for piece in (text[:half], text[half:])
        ),
    ]


def end(reason: str) -> str:
    return "data: " + json.dumps({"choices": [{"delta": {}, "finish_reason": reason}]})


def usage() -> str:
    counts = {
        "prompt_tokens": 20,
        "completion_tokens": 12,
        "prompt_tokens_details": {"cached_tokens": 8},
        "completion_tokens_details": {"reasoning_tokens": 2},
    }
    return "data: " + json.dumps({"choices": [], "usage": counts}) + "\n\ndata: [DONE]"


@contextmanager
def provided(endpoint: Endpoint, *keys: str) -> Iterator[OpenAiCompatible]:
    with served(endpoint.handle) as address:
        ring = KeyRing([Secret(key) for key in keys], None, lambda: 0.0)
        yield OpenAiCompatible(f"{address}/v1/", ring)


def test_an_answer_with_its_usage() -> None:
    endpoint = Endpoint()
    pieces: list[str] = []
    with provided(endpoint, "key-12345678") as provider:
        completion = provider.complete(a_prompt(), model="small", seconds=9, on_text=pieces.append)
        assert provider.models() == ("small",)
    assert (completion.text, completion.finish) == (ANSWER, "stop")
    assert len(pieces) == 2
    tokens = completion.tokens
    assert (tokens.prompt, tokens.cached, tokens.output, tokens.thinking) == (20, 8, 10, 2)
    assert endpoint.keys == ["Bearer key-12345678"] * 2
    assert endpoint.bodies[0]["messages"] == [
        {"role": "system", "content": "Write a spec."},
        {"role": "user", "content": "About enzymes."},
    ]


def test_pictures_and_what_was_said_before_go_along() -> None:
    endpoint = Endpoint()
    parts = (TextPart(text="Look."), BytesPart(data=b"png", media_type="image/png"))
    prompt = a_prompt(parts=parts, turns=(Turn(answer="A", next="B"),))
    with provided(endpoint) as provider:
        provider.complete(prompt, model="small", seconds=9)
        video = a_prompt(parts=(VideoPart(url="https://www.youtube.com/watch?v=x"),))
        with pytest.raises(ModelUnavailable, match="video"):
            provider.complete(video, model="small", seconds=9)
    (body,) = endpoint.bodies
    assert body["messages"][1]["content"][1]["image_url"]["url"] == "data:image/png;base64,cG5n"
    assert [message["role"] for message in body["messages"]][-2:] == ["assistant", "user"]
    assert endpoint.keys == [""]


@pytest.mark.parametrize("status", [500, 400, 422])
@pytest.mark.parametrize(
    ("known", "asked"),
    [
        ({"json_schema", "json_object", ""}, ["json_schema"]),
        ({"json_object", ""}, ["json_schema", "json_schema", "json_object"]),
        ({""}, ["json_schema", "json_schema", "json_object", "json_object", ""]),
    ],
)
def test_the_form_that_an_endpoint_takes_is_found_out_once(
    known: set[str], asked: list[str], status: int
) -> None:
    endpoint = Endpoint()
    endpoint.forms, endpoint.form_status = known, status
    with provided(endpoint) as provider:
        for _ in range(3 if status == 500 else 2):  # one fault alone may be the server's
            completion = provider.complete(a_prompt(schema=SCHEMA), model="small", seconds=9)
            assert completion.text == ANSWER
    forms = [body.get("response_format", {}).get("type", "") for body in endpoint.bodies]
    assert forms == [*asked * (2 if status == 500 else 1), asked[-1]]
    assert ("JSON schema" in endpoint.bodies[-1]["messages"][0]["content"]) == (len(asked) > 1)


@pytest.mark.parametrize(
    ("reply", "code", "retryable"),
    [
        ((401, {}), "model_key_refused", False),
        ((404, {}), "model_retired", False),
        ((413, {}), "model_request_refused", False),
        ((429, {"Retry-After": "5"}), "model_busy", True),
        ((503, {}), "model_busy", True),
        ((500, {"error": LLAMA_PICTURE}), "model_request_refused", False),
        ((400, {"error": {"type": "exceed_context_size_error"}}), "model_request_refused", False),
        ((400, {"error": {"code": "context_length_exceeded"}}), "model_request_refused", False),
        ((504, {}), "model_timeout", True),
        ([*said("x" * 20), "cut"], "model_cut", True),
        ([*said("xx"), "data: {"], "model_malformed", True),
        (["data: []"], "model_malformed", True),
        ([*said("xx"), 'data: {"error": {"message": "no memory"}}'], "model_busy", True),
    ],
)
def test_every_failure_has_its_name(reply: Any, code: str, retryable: bool) -> None:
    endpoint = Endpoint()
    endpoint.replies.append(reply)
    with (
        provided(endpoint, "key-12345678") as provider,
        pytest.raises(ModelUnavailable) as trouble,
    ):
        provider.complete(a_prompt(), model="small", seconds=9)
    assert (trouble.value.code, trouble.value.retryable) == (code, retryable)
    assert "key-12345678" not in repr(trouble.value)
    assert "key-12345678" not in trouble.value.message
    if code == "model_busy" and isinstance(reply, tuple) and reply[1]:
        assert trouble.value.retry_after == 5.0


@pytest.mark.parametrize(
    ("reason", "finish"),
    [
        ("stop", "stop"),
        ("length", "length"),
        ("content_filter", "blocked"),
        ("tool_calls", "malformed"),
        ("tired", "other"),
        ("", "cut"),
    ],
)
def test_every_reason_to_end_has_its_name(reason: str, finish: str) -> None:
    endpoint = Endpoint()
    endpoint.replies.append([*said("xx"), *([end(reason)] if reason else []), "data: [DONE]"])
    with provided(endpoint) as provider:
        completion = provider.complete(a_prompt(), model="small", seconds=9)
    assert (completion.finish, completion.finish_detail) == (finish, reason)


def test_no_call_takes_longer_than_its_time() -> None:
    endpoint = Endpoint()
    endpoint.replies.append([*said("xx"), "hang"])
    with provided(endpoint) as provider, pytest.raises(ModelUnavailable) as trouble:
        provider.complete(a_prompt(), model="small", seconds=0.5)
    assert trouble.value.code == "model_timeout"


def test_nobody_there_is_said_so() -> None:
    provider = OpenAiCompatible("http://127.0.0.1:9/v1", KeyRing([], None, lambda: 0.0))
    with pytest.raises(ModelUnavailable) as trouble:
        provider.models()
    assert trouble.value.code == "model_unreachable"


def test_a_second_key_takes_over_and_a_model_of_ones_own_costs_nothing() -> None:
    endpoint = Endpoint()
    endpoint.replies += [(429, {"Retry-After": "1"})]
    with provided(endpoint, "key-aaaaaaaa", "key-bbbbbbbb") as provider:
        table = desk(Route(provider=provider, model="small", local=True))
        assert table.ask(a_prompt(schema=SCHEMA), run=a_run(cap_microusd=0)).text == ANSWER
    assert len(set(endpoint.keys)) == 2
    assert table.spent("run") == 0


@pytest.mark.parametrize("said_before", [[], said("x" * 300)], ids=["silent", "streaming"])
def test_a_cancelled_call_ends_at_once_and_costs_what_was_asked_and_heard(
    said_before: list[str],
) -> None:
    endpoint, mark = Endpoint(), Cancellation()
    endpoint.replies = [[*said_before, "hang"]]
    heard: list[str] = []
    ended: list[float] = []

    def cancel() -> None:
        assert endpoint.hangs.wait(20)
        while said_before and len("".join(heard)) < 300:
            threading.Event().wait(0.005)
        ended.append(time.monotonic())
        mark.cancel()

    with provided(endpoint) as provider:
        table = desk(Route(provider=provider, model="small"), prices="small=1/1/1")
        threading.Thread(target=cancel, daemon=True).start()
        with cancellable_by(mark), pytest.raises(Cancelled):
            table.ask(a_prompt(), run=a_run(), on_text=heard.append)
        assert time.monotonic() - ended[0] < 2
    (entry,) = table.entries()
    assert (entry.status, entry.outcome, entry.charged) == ("settled", "cancelled", False)
    assert entry.estimated
    assert entry.output_tokens == len("".join(heard)) // 3
    assert 0 < entry.price_microusd == table.spent("day") < 400
    assert table.records.list(StoredCompletion, {"owner": "local"}).records == ()


def test_a_cut_connection_ends_what_waits_on_it() -> None:
    endpoint, mark = Endpoint(), Cancellation()
    endpoint.replies = [["hang"]]

    def cancel() -> None:
        assert endpoint.hangs.wait(20)
        mark.cancel()

    with provided(endpoint) as provider:
        threading.Thread(target=cancel, daemon=True).start()
        begun = time.monotonic()
        with cancellable_by(mark), pytest.raises(ModelUnavailable):
            provider.complete(a_prompt(), model="small", seconds=50)
        assert time.monotonic() - begun < 30
