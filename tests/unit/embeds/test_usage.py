"""How embeds are used: counted without anybody being known, told without anybody being told of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from praxeo.adapters.memory_tally import MemoryTally
from praxeo.adapters.sqlite_tally import SqliteTally
from praxeo.domain.access import local_user
from praxeo.domain.errors import Refused
from praxeo.domain.records import Embed, Example
from praxeo.embeds.service import Embeds
from praxeo.embeds.usage.counting import UsageCounting
from praxeo.embeds.usage.events import BATCH_BYTES_MAX, read_visit
from praxeo.embeds.usage.report import FEWEST, UsageReport, told, usage_csv, usage_report
from praxeo.entrypoints.embed_host import create_embed_host
from praxeo.ports.tally import Tally

DAY = date(2026, 9, 1)
TABLET = (
    "Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Safari/604.1"
)


class Noon:
    def now(self) -> datetime:
        return datetime(2026, 9, 1, 12, tzinfo=UTC)


@pytest.fixture
def tally(tmp_path: Path) -> Iterator[Tally]:
    made = SqliteTally(tmp_path / "data" / "usage.sqlite3")
    yield made
    made.close()


@pytest.fixture
def library(embeds: Embeds, tally: Tally) -> Embeds:
    return replace(embeds, clock=Noon(), tally=tally)


@pytest.fixture
def embed(library: Embeds, example: Example) -> Embed:
    return library.publish(local_user(), example.id)


@pytest.fixture
def client(library: Embeds, tally: Tally, tmp_path: Path) -> Iterator[TestClient]:
    host = create_embed_host(library, tmp_path / "none")
    with TestClient(host) as client:
        client.headers["user-agent"] = TABLET
        yield client


def visit(number: int, *events: dict[str, Any], **more: str) -> str:
    given = {"visit": f"visit-{number:04}", "version": "abcdef012345", **more}
    numbered = [{"id": f"event-{place:04}", **event} for place, event in enumerate(events)]
    return json.dumps({**given, "events": numbered})


def answered(exercise: str, verdict: str, done: int = 1, **more: Any) -> dict[str, Any]:
    return {"name": "answered", "exercise": exercise, "verdict": verdict, "done": done, **more}


def report(tally: Tally) -> UsageReport:
    return usage_report(tally.cells(EMBED[0], DAY, DAY), DAY, DAY)


EMBED: list[str] = []


@pytest.fixture(autouse=True)
def _which(embed: Embed) -> None:
    EMBED[:] = [embed.id]


def test_thirty_learners_behind_one_address_are_thirty_visits(
    client: TestClient, embed: Embed, tally: Tally
) -> None:
    for number in range(30):
        answer = client.post(f"/v/{embed.id}", content=visit(number, {"name": "viewed"}))
        assert (answer.status_code, answer.content) == (204, b"")
    assert report(tally).visits == 30


def test_what_is_sent_again_counts_once_whatever_was_lost(
    client: TestClient, embed: Embed, tally: Tally
) -> None:
    first = [{"name": "viewed"}, {"name": "stayed", "seconds": 9}]
    for events in (first, first, [*first, {"name": "completed"}]):
        client.post(f"/v/{embed.id}", content=visit(1, *events, browser="browser-01"))
    found = report(tally)
    assert (found.visits, found.completed, found.seconds) == (1, 1, 9)
    assert found.days[0].browsers == 1


def test_the_first_answer_of_a_visit_counts(client: TestClient, embed: Embed, tally: Tally) -> None:
    for number in range(8):
        wrong = answered("i1", "wrong", choice="the xylem")
        client.post(f"/v/{embed.id}", content=visit(number, wrong, answered("i1", "right", 1)))
    (exercise,) = report(tally).exercises
    assert (exercise.right, exercise.wrong) == (0, 8)
    assert [(each.choice, each.times) for each in exercise.confused_with] == [("the xylem", 8)]


def test_neither_address_nor_agent_is_in_any_file(
    client: TestClient, embed: Embed, tally: Tally, tmp_path: Path
) -> None:
    client.headers["x-forwarded-for"] = "198.51.100.77"
    body = visit(
        1, {"name": "viewed"}, answered("i1", "wrong", choice="stoma"), site="school.example"
    )
    client.post(f"/v/{embed.id}", content=body)
    tally.close()
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"stoma" in kept  # the search would have found it
    for secret in (b"testclient", b"198.51.100", b"iPad", b"AppleWebKit"):
        assert secret not in kept


@pytest.mark.parametrize(
    "agent",
    ["", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)", "curl/8.4.0"],
)
def test_robots_are_answered_and_not_counted(
    client: TestClient, embed: Embed, tally: Tally, agent: str
) -> None:
    client.headers["user-agent"] = agent
    assert client.post(f"/v/{embed.id}", content=visit(1, {"name": "viewed"})).status_code == 204
    assert report(tally).visits == 0


def test_what_is_withdrawn_or_unknown_counts_nothing(
    client: TestClient, library: Embeds, embed: Embed, tally: Tally
) -> None:
    library.unpublish(local_user(), embed.id, version=embed.version)
    assert client.post(f"/v/{embed.id}", content=visit(1, {"name": "viewed"})).status_code == 204
    assert report(tally).visits == 0
    assert client.post("/v/emb_0", content=visit(1, {"name": "viewed"})).status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"[]", b"null", b"{}", b'{"events": []}', b"[" * 20_000, b"\xff\xfe",
        visit(1).encode(), visit(1, {"name": "paid"}).encode(),
        visit(1, {"name": "stayed", "seconds": -1}).encode(),
        visit(1, {"name": "stayed", "seconds": True}).encode(),
        visit(1, {"name": "stayed", "seconds": 1.5}).encode(),
        visit(1, answered("i1", "brilliant")).encode(),
        visit(1, answered("i1\n", "right")).encode(),
        visit(1, answered("i1", "right", choice=["x"])).encode(),
        visit(1, *[{"name": "viewed"}] * 101).encode(),
        visit(1, {"name": "viewed"}, version="ab'").encode(),
    ],
)  # fmt: skip
def test_what_is_no_visit_is_refused(client: TestClient, embed: Embed, body: bytes) -> None:
    answer = client.post(f"/v/{embed.id}", content=body)
    assert (answer.status_code, answer.json()["code"]) == (400, "bad_visit")


def test_a_batch_has_a_size(client: TestClient, embed: Embed) -> None:
    answer = client.post(f"/v/{embed.id}", content=b" " * (BATCH_BYTES_MAX + 1))
    assert answer.status_code == 413


def test_a_flood_of_one_visit_ends(client: TestClient, embed: Embed, tally: Tally) -> None:
    for start in range(0, 2_000, 100):
        events = [
            {"id": f"event-{start + place:05}", "name": "stayed", "seconds": 1}
            for place in range(100)
        ]
        body = {"visit": "visit-0001", "version": "abcdef012345", "events": events}
        client.post(f"/v/{embed.id}", json=body)
    assert report(tally).seconds == 500


def test_an_embed_takes_its_sums_along_when_it_is_deleted(
    client: TestClient, library: Embeds, embed: Embed, tally: Tally
) -> None:
    client.post(f"/v/{embed.id}", content=visit(1, {"name": "viewed"}))
    library.delete(local_user(), embed.id, version=embed.version)
    assert report(tally).visits == 0


def test_exercises_that_few_answered_are_not_told(
    client: TestClient, embed: Embed, tally: Tally
) -> None:
    for number in range(FEWEST - 1):
        client.post(f"/v/{embed.id}", content=visit(number, answered("i1", "wrong", choice="x")))
    (exercise,) = report(tally).exercises
    assert exercise.hidden
    assert (exercise.right, exercise.wrong, exercise.confused_with) == (0, 0, ())


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 40), max_size=8))
def test_no_small_part_is_told_nor_known_by_subtraction(group: dict[str, int]) -> None:
    shown = told(group)
    assert all(amount >= FEWEST for amount in shown.values())
    kept_back = sum(group.values()) - sum(shown.values())
    parts = len(group) - len(shown)
    assert parts != 1 or not shown or kept_back >= FEWEST


def test_a_table_holds_no_formula_of_a_stranger(tally: Tally) -> None:
    made = usage_report([], DAY, DAY)
    assert usage_csv(made).startswith("exercise,right,wrong")
    memory = MemoryTally()
    counting = UsageCounting(memory, Noon())
    embed = replace(_embed(), id="emb_x")
    for number in range(9):
        body = visit(number, answered("i1", "wrong", choice='=HYPERLINK("http://evil")'))
        counting.count(embed, read_visit(body.encode()))
    table = usage_csv(usage_report(memory.cells("emb_x", DAY, DAY), DAY, DAY))
    assert "'=HYPERLINK" in table


def _embed() -> Embed:
    return Embed(
        id="emb_1", owner="local", created_at="", updated_at="", example_id="", project_id="",
        code_snippet_id="", content_hash="", title="",
    )  # fmt: skip


@given(st.binary(max_size=400))
def test_no_bytes_break_the_reading(body: bytes) -> None:
    with suppress(Refused):
        read_visit(body)


def test_where_nobody_counts_the_page_tells_nobody(
    library: Embeds, embed: Embed, tally: Tally, tmp_path: Path
) -> None:
    wrapper = tmp_path / "wrapper.html"
    wrapper.write_text('<iframe data-counted="%PRAXEO_COUNTED%">')
    for counting, said in ((None, ""), (tally, "yes")):
        host = create_embed_host(replace(library, tally=counting), wrapper)
        page = TestClient(host).get(f"/e/{embed.id}")
        assert page.text == f'<iframe data-counted="{said}">'
