"""How large a model is, by what its name or its server says."""

from __future__ import annotations

import pytest

from praxeo.models.sizes import billions_in, is_small


@pytest.mark.parametrize(
    ("words", "billions"),
    [
        ("qwen3:8b", 8.0),
        ("Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf", 8.0),
        ("gemma-3-270m", 0.0),
        ("7.6B", 7.6),
        ("qwen3:30b-a3b", 30.0),
        ("mixtral-8x7b", 0.0),
        ("gemini-3.8-flash", 0.0),
        ("gpt-oss:120b", 120.0),
        ("phi4:latest", 0.0),
        ("8bit-model", 0.0),
    ],
)
def test_a_name_tells_its_billions_or_nothing(words: str, billions: float) -> None:
    assert billions_in(words) == billions


def test_small_is_what_most_people_have_at_home_and_never_what_nobody_knows() -> None:
    assert [is_small(size) for size in (0.0, 1.5, 8.0, 12.9, 13.0, 70.0)] == [
        False, True, True, True, False, False,
    ]  # fmt: skip
