"""Requests of one run begin alike as far as they can: providers charge less for a beginning that they know."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import takewhile
from pathlib import Path

import pytest

from praxeo.authors.model.author import ModelAuthor
from praxeo.authors.model.changes import Broken, Wish
from praxeo.authors.model.coder import ModelCoder
from praxeo.authors.model.editor import ModelEditor
from praxeo.authors.model.strategies import STRATEGIES
from praxeo.domain.checks import CheckReport, Finding
from praxeo.domain.spec import SpecDocument
from praxeo.ports.models import Prompt
from praxeo.spec.text import print_spec
from tests.unit.authors.model.plain_models import FENCE, RUN, PlainAsk, in_turn, source, words

RECORDINGS = Path(__file__).parents[4] / "samples/recordings"
CODE = (RECORDINGS / "pendulum.html").read_text("utf-8")
SPEC = json.loads((RECORDINGS / "pendulum-spec.txt").read_text("utf-8"))
SOURCE = (RECORDINGS / "sources/the-pendulum.md").read_text("utf-8").split("\n\n")
EDIT = "<<<<<<< SEARCH\n{0}\n=======\n{0} \n\n>>>>>>> REPLACE\n"
FAILURES = tuple(
    Finding(code="test_failed", message=f"Value {n} is not {n + 1}.") for n in range(3)
)
REPORT = CheckReport(status="failed", summary="", content_hash="", findings=FAILURES)


def share(earlier: Prompt, later: Prompt) -> float:
    """How much of the later request is the beginning of the earlier one, by its characters."""
    one, two = _as_sent(earlier), _as_sent(later)
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False))
    return sum(1 for _ in same) / len(two)


def test_a_spec_is_asked_for_again_with_the_whole_request_before_it() -> None:
    ask = PlainAsk(in_turn(["{", SPEC]))
    author = ModelAuthor(ask=ask, fence=FENCE)
    author.write_spec(source(*SOURCE), name="p", route="bespoke", unsupported="mark", run=RUN)
    assert share(*ask.asked) >= 0.9


def test_an_app_is_written_anew_after_its_spec_as_it_was_written_first() -> None:
    ask, coder, document = _coder()
    coder.write(document, source(*SOURCE), run=RUN, wish="As a game.")
    coder.mend(STRATEGIES[2], document, source(*SOURCE), _broken(CODE), run=RUN, wish="As a game.")
    assert share(*ask.asked) >= 0.9


@pytest.mark.parametrize(("place", "floor"), [("</style>", 0.5), ("</script>", 0.8)])
def test_a_second_repair_shares_all_up_to_what_the_first_one_changed(
    place: str, floor: float
) -> None:
    ask, coder, document = _coder(EDIT.format(_line(place)))
    mended = coder.mend(STRATEGIES[0], document, None, _broken(CODE), run=RUN)
    coder.mend(STRATEGIES[1], document, None, _broken(mended.html), run=RUN)
    assert share(*ask.asked) >= floor


def test_changes_in_words_share_all_but_the_words() -> None:
    ask = PlainAsk(in_turn(["No edits.", EDIT.format(_line("</script>")), "UNCHANGED: It is."]))
    editor = ModelEditor(ask=ask, fence=FENCE)
    wish = Wish(request="Call the button Start.", element="", spec=_spec(), code=CODE)
    changed = editor.edit(wish, accept=str, run=RUN)
    editor.edit(replace(wish, request="Make it blue.", code=changed.text), accept=str, run=RUN)
    refused, again, next_one = ask.asked
    assert share(refused, again) >= 0.95
    assert share(again, next_one) >= 0.8


def _as_sent(prompt: Prompt) -> str:
    turns = "".join(turn.answer + turn.next for turn in prompt.turns)
    return prompt.system + words(prompt) + turns


def _document() -> SpecDocument:
    author = ModelAuthor(ask=PlainAsk(in_turn([SPEC])), fence=FENCE)
    return author.write_spec(
        source(*SOURCE), name="p.md", route="bespoke", unsupported="mark", run=RUN
    ).document


def _spec() -> str:
    return print_spec(_document())


def _coder(*answers: str) -> tuple[PlainAsk, ModelCoder, SpecDocument]:
    ask = PlainAsk(in_turn([*answers, CODE]))
    return ask, ModelCoder(ask=ask, fence=FENCE), _document()


def _broken(html: str) -> Broken:
    return Broken(html=html, report=REPORT)


def _line(before: str) -> str:
    """The last line of the app before this one."""
    return CODE.partition(before)[0].rstrip().rpartition("\n")[2]
