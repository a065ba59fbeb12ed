"""The recorded provider gives the same prompt the same answer, and says when it has none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from praxeo.adapters.scripted import ScriptedProvider
from praxeo.domain.errors import Refused
from praxeo.models.fingerprint import fingerprint
from praxeo.ports.models import BytesPart, ModelUnavailable, Prompt, TextPart


def a_prompt(text: str = "About enzymes.", purpose: str = "write_spec") -> Prompt:
    return Prompt(
        purpose=purpose,  # type: ignore[arg-type]
        version="write_spec 1",
        system="Write a spec.",
        parts=(TextPart(text=text),),
    )


def record(folder: Path, name: str, **fields: object) -> None:
    (folder / f"{name}.json").write_text(json.dumps({"purpose": "write_spec", **fields}))


def test_the_recording_with_the_longest_matching_words_answers(tmp_path: Path) -> None:
    record(tmp_path, "a", text="any")
    record(tmp_path, "b", text="enzymes", contains=["enzymes"])
    record(tmp_path, "c", text="both", contains=["enzymes", "heat"])
    provider = ScriptedProvider(tmp_path)
    for text, answer in (
        ("About enzymes.", "enzymes"),
        ("About enzymes and heat.", "both"),
        ("About Rome.", "any"),
    ):
        completion = provider.complete(a_prompt(text), model="recorded", seconds=1)
        assert (completion.text, completion.finish) == (answer, "stop")


def test_a_recording_of_just_this_prompt_comes_first(tmp_path: Path) -> None:
    record(tmp_path, "a", text="words", contains=["About enzymes."])
    record(tmp_path, "b", text="own", fingerprint=fingerprint(a_prompt()))
    provider = ScriptedProvider(tmp_path)
    assert provider.complete(a_prompt(), model="recorded", seconds=1).text == "own"
    assert provider.complete(a_prompt("x About enzymes."), model="m", seconds=1).text == "words"


def test_the_text_may_stand_in_a_file_beside_and_comes_in_pieces(tmp_path: Path) -> None:
    (tmp_path / "app.html").write_text("<p>" * 500)
    record(tmp_path, "a", text_file="app.html", finish="length")
    pieces: list[str] = []
    completion = ScriptedProvider(tmp_path).complete(
        a_prompt(), model="recorded", seconds=1, on_text=pieces.append
    )
    assert len(pieces) > 1
    assert "".join(pieces) == completion.text == "<p>" * 500
    assert completion.finish == "length"


def test_a_prompt_without_a_recording_is_refused_for_good(tmp_path: Path) -> None:
    record(tmp_path, "a", text="x")
    with pytest.raises(ModelUnavailable) as refusal:
        ScriptedProvider(tmp_path).complete(
            a_prompt(purpose="write_code"), model="recorded", seconds=1
        )
    assert (refusal.value.code, refusal.value.retryable) == ("model_request_refused", False)


@pytest.mark.parametrize(
    "content",
    ["{", "[]", '{"text": "x"}', '{"purpose": "dance", "text": "x"}', '{"purpose": "write_spec"}',
     '{"purpose": "write_spec", "text": "x", "finish": "soon"}',
     '{"purpose": "write_spec", "text_file": "../missing.html"}'],
)  # fmt: skip
def test_a_file_that_is_no_recording_is_named(tmp_path: Path, content: str) -> None:
    (tmp_path / "broken.json").write_text(content)
    with pytest.raises(Refused, match=r"broken\.json") as refusal:
        ScriptedProvider(tmp_path).complete(a_prompt(), model="recorded", seconds=1)
    assert refusal.value.code == "bad_recording"


def test_everything_that_an_answer_depends_on_changes_the_fingerprint() -> None:
    from dataclasses import replace

    prompt = a_prompt()
    others = [
        replace(prompt, version="write_spec 2"),
        replace(prompt, system="Write."),
        replace(prompt, temperature=0.5),
        replace(prompt, output_tokens_max=1),
        replace(prompt, schema={"type": "object"}),
        replace(prompt, parts=(BytesPart(data=b"x", media_type="image/png"),)),
        replace(prompt, parts=(BytesPart(data=b"y", media_type="image/png"),)),
    ]
    prints = {fingerprint(other) for other in (prompt, *others)} | {fingerprint(prompt, "model")}
    assert len(prints) == len(others) + 2
    assert fingerprint(a_prompt()) == fingerprint(prompt)
