"""A model's code is taken whole, edited in one place or replaced by part, or refused with a reason."""

from __future__ import annotations

import pytest

from praxeo.authors.model.author import ModelAuthor
from praxeo.authors.model.changes import Broken, CodeUnusable
from praxeo.authors.model.code import whole_file, with_edits, with_parts
from praxeo.authors.model.coder import ModelCoder
from praxeo.authors.model.strategies import STRATEGIES
from praxeo.domain.checks import CheckReport, Finding
from praxeo.domain.errors import Refused
from praxeo.domain.spec import SpecDocument
from praxeo.ports.models import BytesPart, ModelUnavailable, Prompt
from praxeo.spec.text import print_spec
from tests.unit.authors.model.plain_models import (
    FENCE,
    RUN,
    PlainAsk,
    bespoke,
    in_turn,
    source,
    words,
)

APP = """<!doctype html>
<html lang="en"><head><title>Count</title><style>
p { color: red; }
</style></head>
<body><p id="count">0</p>
<script type="application/json" id="data">{"a": 1}</script>
<script>
let count = 0
</script>
</body></html>
"""


def test_the_file_is_found_in_whatever_stands_around_it() -> None:
    assert whole_file(f"Here it is:\n```html\n{APP}```\nEnjoy!") == APP.strip() + "\n"


@pytest.mark.parametrize("answer", ["", "Sorry.", APP[:-20], "<html></html>"])
def test_an_answer_without_a_whole_file_is_refused(answer: str) -> None:
    with pytest.raises(Refused) as refused:
        whole_file(answer)
    assert refused.value.code == "code_unusable"


def test_located_edits_change_their_place_alone() -> None:
    edit = "<<<<<<< SEARCH\nlet count = 0\n=======\nlet count = 1\n>>>>>>> REPLACE\n"
    assert with_edits(APP, edit) == APP.replace("count = 0", "count = 1")


@pytest.mark.parametrize(
    "answer",
    [
        "I would change the count.",
        "<<<<<<< SEARCH\nnowhere\n=======\nx\n>>>>>>> REPLACE\n",
        "<<<<<<< SEARCH\nlet count = 0\n=======\nlet count = 0\n>>>>>>> REPLACE\n",
    ],
)
def test_edits_that_do_not_fit_change_nothing(answer: str) -> None:
    with pytest.raises(Refused) as refused:
        with_edits(APP, answer)
    assert refused.value.code == "code_unusable"


def test_a_part_takes_the_place_of_its_like_and_data_stays() -> None:
    made = with_parts(APP, "<script>\nlet count = 7\n</script><style>p { color: green }</style>")
    assert made == APP.replace("count = 0", "count = 7").replace(
        "<style>\np { color: red; }\n</style>", "<style>p { color: green }</style>"
    )
    body = with_parts(APP, "<body><p>New</p></body>")
    assert "<p>New</p>" in body
    assert "let count = 0" in body
    assert '{"a": 1}' in body


def test_parts_that_are_none_or_too_many_are_refused() -> None:
    for answer in ("Nothing.", "<script>1</script><script>2</script>", "<script>cut off"):
        with pytest.raises(Refused):
            with_parts(APP, answer)


def spec() -> SpecDocument:
    author = ModelAuthor(ask=PlainAsk(in_turn([bespoke()])), fence=FENCE)
    return author.write_spec(
        source(), name="n", route="bespoke", unsupported="mark", run=RUN
    ).document


def broken(picture: bytes = b"png") -> Broken:
    finding = Finding(
        code="test_failed", message="“It counts”: count is 4, not 3.", where="desktop"
    )
    report = CheckReport(
        status="failed", summary="x", content_hash="", findings=(finding,), finding_count=2
    )
    return Broken(html=APP, report=report, picture=picture)


def test_the_programmer_sees_the_spec_and_the_quotes_behind_it() -> None:
    ask = PlainAsk(in_turn([APP]))
    coded = ModelCoder(ask=ask, fence=FENCE).write(spec(), source(), run=RUN)
    assert coded.html == APP
    assert coded.author == "plain-1, write_code 2"
    message = words(ask.asked[0])
    assert print_spec(spec()).strip() in message
    assert "{b1.1} : An enzyme is a protein." in message


def test_an_answer_cut_off_is_asked_for_once_more_and_its_calls_are_named() -> None:
    ask = PlainAsk(in_turn([APP[:100], APP]))
    coded = ModelCoder(ask=ask, fence=FENCE).write(spec(), source(), run=RUN)
    assert (coded.calls, coded.wasted) == (("led_2",), ("led_1",))
    assert [run.try_number for run in ask.runs] == [0, 1]
    with pytest.raises(CodeUnusable) as refused:
        ModelCoder(ask=PlainAsk(in_turn(["no"])), fence=FENCE).write(spec(), source(), run=RUN)
    assert refused.value.calls == ("led_1", "led_2")


def test_each_way_of_mending_has_the_evidence_and_leaves_the_spec_alone() -> None:
    answers = {
        "patch": "<<<<<<< SEARCH\nlet count = 0\n=======\nlet count = 1\n>>>>>>> REPLACE\n",
        "part": "<script>\nlet count = 1\n</script>",
        "whole": APP.replace("count = 0", "count = 1"),
    }
    for strategy in STRATEGIES:
        ask = PlainAsk(in_turn([answers[strategy.name]]))
        coder = ModelCoder(ask=ask, fence=FENCE)
        coded = coder.mend(strategy, spec(), source(), broken(), run=RUN)
        assert coded.html == APP.replace("count = 0", "count = 1")
        (prompt,) = ask.asked
        assert prompt.purpose == "repair_code"
        assert "desktop: “It counts”: count is 4, not 3." in words(prompt)
        assert "and 1 more" in words(prompt)
        assert print_spec(spec()).strip() in words(prompt)
        assert ("let count" in words(prompt)) == (strategy.name != "whole")
        pictures = [part for part in prompt.parts if isinstance(part, BytesPart)]
        assert len(pictures) == (strategy.name == "part")


def test_a_model_that_takes_no_pictures_is_asked_again_in_words_alone() -> None:
    def blind(prompt: Prompt) -> str:
        if any(isinstance(part, BytesPart) for part in prompt.parts):
            raise ModelUnavailable(
                "model_request_refused", "It takes no pictures.", retryable=False
            )
        return "<script>\nlet count = 1\n</script>"

    ask = PlainAsk(blind)
    coded = ModelCoder(ask=ask, fence=FENCE).mend(
        STRATEGIES[1], spec(), source(), broken(), run=RUN
    )
    assert coded.html == APP.replace("count = 0", "count = 1")
    assert [len(prompt.parts) for prompt in ask.asked] == [2, 1]


def test_the_programmer_hears_the_wish_also_when_an_app_is_written_anew() -> None:
    ask = PlainAsk(in_turn([APP]))
    coder = ModelCoder(ask=ask, fence=FENCE)
    coder.write(spec(), source(), wish="As a game.", run=RUN)
    coder.mend(STRATEGIES[2], spec(), source(), broken(), wish="As a game.", run=RUN)
    assert ["As a game." in words(prompt) for prompt in ask.asked] == [True, True]
