"""The real SDK against the loopback server: what goes over the wire, and every way to end by name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from devtools.loopback.gemini import LoopbackGemini
from praxeo.adapters.gemini import GeminiProvider
from praxeo.adapters.keys import KeyRing
from praxeo.authors.prompts.rendering import load_prompt
from praxeo.domain.secrets import Secret
from praxeo.ports.models import BytesPart, ModelUnavailable, TextPart, Turn, VideoPart
from tests.unit.models.model_fixtures import KEY, MODEL, SCHEMA, TEXT, a_prompt, gemini_with

SECONDS = 20.0


def test_an_answer_comes_in_pieces_and_with_its_tokens(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    pieces: list[str] = []
    completion = gemini.complete(a_prompt(), model=MODEL, seconds=SECONDS, on_text=pieces.append)
    assert completion.text == "".join(pieces) == TEXT
    assert len(pieces) > 3
    assert (completion.finish, completion.finish_detail) == ("stop", "STOP")
    (call,) = server.calls
    assert (completion.tokens.prompt, completion.tokens.output) == (call.prompt, call.output)
    assert completion.response_id


def test_an_answer_by_schema_is_json(gemini: GeminiProvider) -> None:
    completion = gemini.complete(a_prompt(schema=SCHEMA), model=MODEL, seconds=SECONDS)
    assert completion.text.startswith('{"title"')


def test_bytes_pictures_and_videos_go_along(gemini: GeminiProvider, server: LoopbackGemini) -> None:
    parts = (
        BytesPart(data=b"%PDF-1.7 /Type /Page\n/Type /Page\n", media_type="application/pdf"),
        BytesPart(data=b"\x89PNG\xff\xff", media_type="image/png"),  # "_" in base64
        VideoPart(url="https://www.youtube.com/watch?v=abc", start_second=10, end_second=20),
        TextPart(text="Use these."),
    )
    prompt = a_prompt(parts=parts)
    assert gemini.complete(prompt, model=MODEL, seconds=SECONDS).finish == "stop"
    assert server.calls[0].prompt == 3 * 258 + 10 * 100 + 3 + 4  # pages, picture, seconds, words
    assert gemini.count_tokens(prompt, model=MODEL) == 3 * 258 + 10 * 100 + 7


def test_bytes_too_large_for_a_request_are_sent_up_first(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    data = b"x" * 11_000_000
    prompt = a_prompt(parts=(BytesPart(data=data, media_type="application/pdf"),))
    assert gemini.complete(prompt, model=MODEL, seconds=SECONDS).finish == "stop"
    assert list(server.files.values()) == [data]
    assert server.calls[0].bytes_received < 2_000


def test_what_was_said_before_is_part_of_the_conversation(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    begun = a_prompt(turns=(Turn(answer=TEXT[:500], next=f'Go on from\n"{TEXT[490:500]}"'),))
    assert gemini.complete(begun, model=MODEL, seconds=SECONDS).text == TEXT[490:]


@pytest.mark.parametrize(
    ("fault", "finish", "detail"),
    [
        ("truncated", "length", "MAX_TOKENS"),
        ("safety", "blocked", "SAFETY"),
        ("recitation", "recitation", "RECITATION"),
        ("prompt_blocked", "blocked", "SAFETY"),
        ("no_finish", "cut", ""),
        ("empty", "cut", ""),
    ],
)
def test_a_silent_failure_is_a_completion_that_says_so(
    gemini: GeminiProvider, server: LoopbackGemini, fault: str, finish: str, detail: str
) -> None:
    server.faults.add(fault)
    completion = gemini.complete(a_prompt(), model=MODEL, seconds=SECONDS)
    assert (completion.finish, completion.finish_detail) == (finish, detail)
    assert (completion.text == TEXT) == (fault == "no_finish")  # all there, but who knows


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("error_500", "model_busy"),
        ("overloaded_503", "model_busy"),
        ("html_502", "model_busy"),
        ("stream_error", "model_busy"),
        ("cut", "model_cut"),
        ("broken_json", "model_malformed"),
    ],
)
def test_a_loud_failure_is_worth_another_try(
    gemini: GeminiProvider, server: LoopbackGemini, fault: str, code: str
) -> None:
    server.faults.add(fault)
    with pytest.raises(ModelUnavailable) as trouble:
        gemini.complete(a_prompt(), model=MODEL, seconds=SECONDS)
    assert (trouble.value.code, trouble.value.retryable) == (code, True)
    assert len(server.calls) == 1  # nothing tried again behind our back
    if fault in ("cut", "broken_json", "stream_error"):
        assert trouble.value.tokens is not None
        assert trouble.value.tokens.output > 0  # what had been said is known


@pytest.mark.parametrize("fault", ["hang", "slow_drip"])
def test_no_call_takes_longer_than_its_time(
    gemini: GeminiProvider, server: LoopbackGemini, fault: str
) -> None:
    server.drip_seconds = 0.3
    server.faults.add(fault)
    with pytest.raises(ModelUnavailable) as trouble:
        gemini.complete(a_prompt(), model=MODEL, seconds=1.0)
    assert trouble.value.code == "model_timeout"


def test_a_slow_answer_within_its_time_is_an_answer(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    server.faults.add("slow_drip")
    assert gemini.complete(a_prompt(), model=MODEL, seconds=SECONDS).text == TEXT


def test_a_model_that_is_gone_says_what_to_set_instead(gemini: GeminiProvider) -> None:
    with pytest.raises(ModelUnavailable, match=r"gemini:gemini-3\.8-flash") as trouble:
        gemini.complete(a_prompt(), model="gemini-2.5-flash", seconds=SECONDS)
    assert (trouble.value.code, trouble.value.retryable) == ("model_retired", False)


def test_models_are_listed_by_their_plain_names(gemini: GeminiProvider) -> None:
    assert MODEL in gemini.models()


def test_nobody_there_is_said_so() -> None:
    nobody = gemini_with("http://127.0.0.1:9", KEY)
    with pytest.raises(ModelUnavailable) as trouble:
        nobody.complete(a_prompt(), model=MODEL, seconds=5)
    assert (trouble.value.code, trouble.value.retryable) == ("model_unreachable", True)


def test_the_next_key_is_used_when_one_is_at_its_limit_or_refused(
    address: str, server: LoopbackGemini
) -> None:
    server.keys |= {"second-key"}
    server.exhausted_keys.add(KEY)
    provider = gemini_with(address, "unknown-key", KEY, "second-key")
    for _ in range(3):
        assert provider.complete(a_prompt(), model=MODEL, seconds=SECONDS).finish == "stop"
    assert {call.key for call in server.calls} == {"second-key"}


def test_all_keys_at_their_limit_tell_when_to_come_back(
    address: str, server: LoopbackGemini
) -> None:
    server.exhausted_keys.add(KEY)
    server.retry_seconds = 7
    provider = gemini_with(address, KEY)
    for _ in range(2):  # the second time nothing is even sent
        with pytest.raises(ModelUnavailable) as trouble:
            provider.complete(a_prompt(), model=MODEL, seconds=SECONDS)
        assert (trouble.value.code, trouble.value.retry_after) == ("model_busy", 7.0)


def test_a_refused_key_is_named_as_the_reason_and_never_shown(address: str) -> None:
    provider = gemini_with(address, "unknown-key-123456")
    with pytest.raises(ModelUnavailable) as trouble:
        provider.complete(a_prompt(), model=MODEL, seconds=SECONDS)
    assert (trouble.value.code, trouble.value.retryable) == ("model_key_refused", False)
    assert "unknown-key" not in str(trouble.value)
    assert trouble.value.__cause__ is None


def test_a_key_file_that_changes_counts_at_once(
    tmp_path: Path, address: str, server: LoopbackGemini
) -> None:
    file = tmp_path / "keys"
    file.write_text("wrong-key-0000 # from before\n")
    provider = GeminiProvider(KeyRing([], file, lambda: 0.0), address)
    with pytest.raises(ModelUnavailable, match="refused"):
        provider.complete(a_prompt(), model=MODEL, seconds=SECONDS)
    file.write_text(f"# new\n{KEY}\n")
    assert provider.complete(a_prompt(), model=MODEL, seconds=SECONDS).finish == "stop"
    file.unlink()
    with pytest.raises(ModelUnavailable, match="no key"):
        provider.complete(a_prompt(), model=MODEL, seconds=SECONDS)


def test_a_secret_shows_itself_nowhere() -> None:
    import json
    import pickle

    secret = Secret("AIza-planted-key")
    assert "planted" not in f"{secret} {secret!r} {[secret]} {secret:}"
    with pytest.raises(TypeError):
        json.dumps(secret)
    with pytest.raises(TypeError):
        pickle.dumps(secret)


def test_the_sdk_is_not_loaded_before_a_model_is_asked() -> None:
    program = (
        "import sys, praxeo.wiring.product, praxeo.entrypoints.server, praxeo.adapters.gemini;"
        "sys.exit(any(name in sys.modules for name in ('google.genai', 'httpx2', 'httpx')))"
    )
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0


@pytest.mark.parametrize(
    ("model", "purpose", "level"),
    [
        ("gemini-3.8-flash", "write_spec", "LOW"),
        ("gemini-3.8-flash", "write_code", "MEDIUM"),
        ("gemini-4-argon", "edit_code", "LOW"),
        ("gemini-2.5-flash", "write_code", None),
    ],
)
def test_models_of_today_are_told_how_much_to_think_and_get_no_temperature(
    model: str, purpose: str, level: str | None
) -> None:
    seen: list[dict[str, object]] = []

    def answering(words: str, config: dict[str, object]) -> str:
        seen.append(config)
        return "done"

    server = LoopbackGemini(answer=answering, models=(model,))
    with server.running() as address:
        gemini_with(address, KEY).complete(a_prompt(purpose=purpose), model=model, seconds=9)
    (config,) = seen
    thinking = config.get("thinkingConfig") or {}
    assert isinstance(thinking, dict)
    told = thinking.get("thinkingLevel") or thinking.get("thinking_level")
    assert (told, "temperature" in config) == (level, level is None)


def test_videos_alone_are_asked_for_in_small_frames() -> None:
    seen: list[object] = []

    def answering(words: str, config: dict[str, object]) -> str:
        seen.append(config.get("mediaResolution"))
        return "done"

    video = VideoPart(url="https://www.youtube.com/watch?v=abc")
    picture = BytesPart(data=b"\x89PNG", media_type="image/png")
    with LoopbackGemini(answer=answering).running() as address:
        for part in (video, picture):
            prompt = a_prompt(parts=(part, TextPart(text="Use it.")))
            gemini_with(address, KEY).complete(prompt, model=MODEL, seconds=SECONDS)
    assert seen == ["MEDIA_RESOLUTION_LOW", None]


def test_edits_have_room_to_think_in() -> None:
    for name in ("edit_spec", "edit_code", "repair_patch"):
        assert load_prompt(name).output_tokens_max >= 24_000
