"""The plan of a topic: what is asked, how far, and what that takes, before anything is asked or paid."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from praxeo.domain.access import local_user
from praxeo.domain.errors import Conflict, NotFound, Refused, Unavailable
from praxeo.domain.input_records import TopicInput
from praxeo.domain.records import created
from praxeo.sources.combining.choosing import taught
from praxeo.sources.extractions import Extractions
from praxeo.sources.research.planning import QUERIES_MAX, REACH
from tests.unit.sources.research.topic_desk import Desk, text

ACTOR = local_user()


@pytest.fixture
def desk() -> Iterator[Desk]:
    with ExitStack() as stack:
        yield Desk(stack)


def test_a_plan_says_what_is_asked_where_and_asks_nothing(desk: Desk) -> None:
    plan = desk.room.plan("local", "Enzymes and tides", "thorough")
    assert plan.queries == ("Enzymes and tides", "Enzymes", "tides")
    assert (plan.engines, plan.pages) == (("SearXNG",), REACH["thorough"].pages)
    assert (
        desk.room.plan("local", "How does the heart beat?", "thorough").queries[1] == "heart beat"
    )
    assert desk.engine.asked == []
    assert plan.seconds > desk.room.plan("local", "Enzymes and tides").seconds


def test_a_person_has_the_last_word_on_the_queries(desk: Desk) -> None:
    desk.add("site.org", text(1))
    plan = desk.room.plan(
        "local", "Enzymes", "quick", ["enzyme heat", " enzyme\n salt ", "enzyme heat", ""]
    )
    assert plan.queries == ("enzyme heat", "enzyme salt")
    desk.read("Enzymes", queries=plan.queries)
    assert desk.engine.asked == list(plan.queries)


def test_more_is_never_asked_than_was_quoted(desk: Desk) -> None:
    desk.add("site.org", text(1))
    desk.room.searches[0].microusd = 5_000
    plan = desk.room.plan("local", "Enzymes and tides", "thorough")
    assert plan.microusd == 3 * 5_000
    for _ in range(3):  # read again: what was answered is kept
        desk.read("Enzymes and tides", depth="thorough")
    assert 5_000 * len(desk.engine.asked) == plan.microusd


def test_an_engine_that_does_not_answer_is_asked_nothing_more(desk: Desk) -> None:
    desk.add("site.org", text(1))
    desk.engine.faults += ["down"]
    with pytest.raises(Unavailable):
        desk.read("Enzymes and tides", depth="thorough")
    assert len(desk.engine.asked) == 1


@pytest.mark.parametrize("queries", [["x" * 301], [f"enzyme {n}" for n in range(QUERIES_MAX + 1)]])
def test_too_much_is_refused(desk: Desk, queries: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        desk.room.plan("local", "Enzymes", "quick", queries)
    assert refused.value.code == "bad_queries"


def test_a_thorough_look_reads_more_pages(desk: Desk) -> None:
    for number in range(REACH["quick"].pages + 2):
        desk.add(f"site{number}.org", text(number))
    assert len(desk.read(depth="thorough").sources) == REACH["quick"].pages + 2


def test_pages_that_a_person_leaves_out_are_not_taught_and_no_place_is_renamed(desk: Desk) -> None:
    for number in range(3):
        desk.add(f"site{number}.org", text(number))
    extraction = desk.read()
    stored, _ = Extractions(blobs=desk.room.blobs).put("topic_inputs/top_1", extraction)
    topic = created(
        TopicInput, desk.room.clock.now(), id="top_1", owner=ACTOR.account, project_id="prj_1",
        topic="enzyme", status="ready", extraction_blob=stored.key,
    )  # fmt: skip
    (saved,) = desk.room.records.save(topic)
    left = desk.room.leave_out(ACTOR, "top_1", ["http://site1.org/"], version=saved.version)
    blocks = taught(left, extraction).blocks
    assert {block.locator.source for block in blocks} == {0, 2}
    assert set(blocks) < set(extraction.blocks)
    with pytest.raises(Conflict):
        desk.room.leave_out(ACTOR, "top_1", [], version=saved.version)
    with pytest.raises(NotFound):
        desk.room.leave_out(ACTOR, "top_1", ["http://else.org/"], version=left.version)
    every = [f"http://site{number}.org/" for number in range(3)]
    with pytest.raises(Refused, match="at least one"):
        desk.room.leave_out(ACTOR, "top_1", every, version=left.version)
    again = desk.room.leave_out(ACTOR, "top_1", [], version=left.version)
    assert taught(again, extraction) == extraction
