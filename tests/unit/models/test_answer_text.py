"""The answer in what models write: thoughts, fences and words around it are not the answer."""

from __future__ import annotations

import json

import pytest

from praxeo.models.answer_text import json_in, without_thoughts

SPEC = '{"title": "Enzymes", "cards": ["a {b}"]}'


@pytest.mark.parametrize(
    "written",
    [
        SPEC,
        f"```json\n{SPEC}\n```",
        f"```\n{SPEC}\n```\nLet me know if you want more!",
        f"<think>\nThe schema is {{}}.\n</think>\n\n{SPEC}",
        f'I see the object {{"title": "x"}} as wanted.\n</think>\n{SPEC}',
        f"[THINK]hm[/THINK]```json\n{SPEC}```",
        f"<|channel|>analysis<|message|>Plan.<|end|><|start|>assistant<|channel|>final<|message|>{SPEC}<|return|>",
        f'The form is {{"title": "…"}}. Here is it:\n\n{SPEC}\n\nIt has one card.',
        f"\ufeff{SPEC}",
    ],
)
def test_json_is_found_in_whatever_stands_around_it(written: str) -> None:
    assert json.loads(json_in(written)) == json.loads(SPEC)


@pytest.mark.parametrize(
    "written", ["", "I cannot do that.", '{"title": "Enz', "[1, 2]", "{" * 9_000]
)
def test_where_there_is_no_object_the_text_stays_as_it_is(written: str) -> None:
    assert json_in(written) == written


def test_marks_within_an_answer_are_part_of_it() -> None:
    code = "<!doctype html><p>&lt;think&gt; <think>kept</think></p></html>"
    assert without_thoughts(code) == code
    assert without_thoughts(f"<think>no</think>\n{code}") == code
    assert without_thoughts(f"thought aloud\n</think>\n\n{code}") == code
    assert without_thoughts("a < b") == "a < b"
