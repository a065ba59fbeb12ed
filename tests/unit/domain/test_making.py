"""The state of a making: typed for the steps, stored as texts with the job as it always was."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from praxeo.domain.making import NOTHING_YET, Making, making_of

# What a job of the release before had stored: after two repairs, one of which came to nothing.
STORED = {
    "spec_id": "spc_1",
    "code_snippet_id": "cod_3",
    "findings_cod_1": "4",
    "best": "cod_1",
    "repairs": "2",
    "repair_calls": "led_1,led_2",
    "repair_1": "The answer was no app.",
    "findings_cod_3": "2",
}
IDS = st.from_regex(r"cod_[0-9a-z]{1,8}", fullmatch=True)


def test_a_job_of_the_release_before_goes_on_where_it_was() -> None:
    making = making_of(STORED)
    assert making == Making(
        spec_id="spc_1",
        code_snippet_id="cod_3",
        findings={"cod_1": 4, "cod_3": 2},
        best="cod_1",
        repairs=2,
        repair_calls=("led_1", "led_2"),
        unusable={1: "The answer was no app."},
    )
    assert making.outputs() == STORED
    assert list(making.findings) == ["cod_1", "cod_3"]  # in the order of the tries


def test_what_runs_a_job_may_store_more_beside_it() -> None:
    assert making_of({"end": "failed", "spec_id": "spc_1"}) == Making(spec_id="spc_1")
    assert making_of({}) == NOTHING_YET
    assert NOTHING_YET.outputs() == {}


def test_a_repair_that_cost_nothing_forgets_what_the_one_before_cost() -> None:
    later = replace(making_of(STORED), repairs=3, repair_calls=())
    laid_over = {**STORED, **later.outputs()}
    assert making_of(laid_over).repair_calls == ()


@given(
    st.builds(
        Making,
        spec_id=IDS | st.just(""),
        code_snippet_id=IDS | st.just(""),
        best=IDS | st.just(""),
        findings=st.dictionaries(IDS, st.integers(0, 99), max_size=4),
        repairs=st.integers(1, 4),
        repair_calls=st.lists(IDS, max_size=3).map(tuple),
        unusable=st.dictionaries(st.integers(1, 4), st.text(min_size=1), max_size=3),
        stopped=st.text(),
        calls=st.lists(IDS, max_size=3).map(tuple),
    )
)
def test_what_is_stored_is_read_as_it_was(making: Making) -> None:
    assert making_of(making.outputs()) == making
