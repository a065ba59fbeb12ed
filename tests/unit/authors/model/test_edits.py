"""A change asked for in words edits the code, the spec, or both in one answer; nothing is guessed."""

from __future__ import annotations

import pytest

from praxeo.authors.model.changes import Wish
from praxeo.authors.model.edits import applied_edits
from praxeo.domain.errors import Refused

SPEC, CODE = "- a: button\n- b: button\n", "<p>one</p>\n<p>SPEC</p>\n"
EDIT = "<<<<<<< SEARCH\n{}\n=======\n{}\n>>>>>>> REPLACE\n"
OF_SPEC, OF_CODE = (
    EDIT.format("- a: button", "- a: toggle"),
    EDIT.format("<p>one</p>", "<p>two</p>"),
)


def edited(answer: str, *, code: str = CODE, with_spec: bool = True) -> tuple[str, str]:
    wish = Wish(request="Two, please.", element="", spec=SPEC, code=code)
    accept_spec = (lambda text: None) if with_spec else None
    made = applied_edits(wish, answer, lambda text: None, accept_spec)
    return made.applied.text, made.spec


@pytest.mark.parametrize("head", ["SPEC", "**SPEC**", "# SPEC:", "  SPEC "])
def test_spec_and_code_are_changed_together(head: str) -> None:
    answer = f"{head}\n{OF_SPEC}\nCODE\n{OF_CODE}"
    assert edited(answer) == (CODE.replace("one", "two"), SPEC.replace("a: button", "a: toggle"))


def test_edits_without_a_head_are_those_of_the_code() -> None:
    assert edited(OF_CODE) == (CODE.replace("one", "two"), "")
    assert edited(EDIT.format("<p>SPEC</p>", "SPEC")) == (CODE.replace("<p>SPEC</p>", "SPEC"), "")


def test_the_spec_alone_may_change() -> None:
    assert edited(f"SPEC\n{OF_SPEC}") == (CODE, SPEC.replace("a: button", "a: toggle"))


def test_a_spec_that_was_to_stay_stays() -> None:
    with pytest.raises(Refused):  # its hunk does not fit the code
        edited(f"SPEC\n{OF_SPEC}\nCODE\n{OF_CODE}", with_spec=False)


@pytest.mark.parametrize(
    "answer",
    [
        f"SPEC\n{EDIT.format('- z: button', 'x')}\nCODE\n{OF_CODE}",
        f"SPEC\n{OF_SPEC}\nCODE\n{EDIT.format('<p>three</p>', 'x')}",
        "SPEC\nCODE\n",
        "Certainly!",
        f"SPEC\n{EDIT.format('- a: button', '- a: button')}",  # changes nothing
        f"SPEC\n{EDIT.format('- a: button', '- a: button, see evil.example')}\nCODE\n{OF_CODE}",
    ],
)
def test_one_edit_that_does_not_fit_undoes_all(answer: str) -> None:
    with pytest.raises(Refused):
        edited(answer)


def test_a_spec_that_cannot_be_is_refused_with_its_code() -> None:
    def refuse(text: str) -> None:
        raise Refused("spec_invalid", "No.")

    wish = Wish(request="", element="", spec=SPEC, code=CODE)
    with pytest.raises(Refused, match=r"No\."):
        applied_edits(wish, f"SPEC\n{OF_SPEC}\nCODE\n{OF_CODE}", lambda text: None, refuse)
