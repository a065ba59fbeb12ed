"""Lists hand on what is stored: as this release writes it, only what the reader may see, and nothing that is damaged."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from praxeo.adapters.sqlite import SqliteRecords
from praxeo.domain import record_json
from praxeo.domain.access import local_user
from praxeo.domain.errors import Unavailable
from praxeo.domain.record_json import KEPT_CHARACTERS, as_written_now, to_body
from praxeo.domain.records import Project
from praxeo.domain.upgrades import CHANGES, Change
from praxeo.library.listing import readable
from praxeo.ports.records import Page

ME = local_user()
OWN = {"owner": ME.account}
NOBODY = replace(ME, rights=frozenset())
NOW = "2026-01-02T03:04:05.000000Z"


def project(name: str = "Biology", owner: str = ME.account) -> Project:
    return Project(id=f"prj_{name.lower()}", owner=owner, created_at=NOW, updated_at=NOW, name=name)


def page_of(*bodies: str) -> Page[Project]:
    return Page.of_bodies(Project, bodies, "")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[tuple[SqliteRecords, sqlite3.Connection]]:
    """A store, and its file by another door."""
    records = SqliteRecords(tmp_path / "library.sqlite3")
    records.save(project())
    with sqlite3.connect(tmp_path / "library.sqlite3", isolation_level=None) as file:
        yield records, file
    file.close()
    records.close()


def test_a_field_that_an_earlier_release_did_not_know_is_in_the_list_all_the_same(
    store: tuple[SqliteRecords, sqlite3.Connection],
) -> None:
    records, file = store
    file.execute("UPDATE projects SET body = json_remove(body, '$.description')")
    (body,) = records.list(Project, OWN).bodies
    assert json.loads(body)["description"] == ""


def test_a_damaged_text_is_told_and_never_handed_on() -> None:
    body = to_body(project())
    for damaged in (body[:-1], "", "[]", "null", body.replace("owner", "eigner")):
        with pytest.raises(Unavailable) as refusal:
            list(page_of(body, damaged).bodies)
        assert refusal.value.code == "record_unreadable"


@pytest.mark.parametrize("length", [10, KEPT_CHARACTERS + 10])
def test_a_stored_text_is_what_reading_and_writing_it_gives(length: int) -> None:
    record = replace(project(), description="ä" * length)
    for body in (to_body(record), json.dumps(json.loads(to_body(record)), indent=1)):
        for _ in range(2):
            assert as_written_now(Project, body) == to_body(record)


def test_what_is_kept_of_lists_has_a_bound() -> None:
    kept = record_json._kept_as_written
    kept.cache_clear()
    as_written_now(Project, to_body(replace(project(), description="x" * KEPT_CHARACTERS)))
    assert kept.cache_info().currsize == 0
    for number in range(3):
        as_written_now(Project, to_body(project(f"P{number}")))
    assert kept.cache_info().currsize == 3
    assert kept.cache_info().maxsize * KEPT_CHARACTERS * 2 < 40_000_000  # type: ignore[operator]


def test_a_form_that_has_changed_meanwhile_is_read_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    body = to_body(project())
    assert as_written_now(Project, body) == body
    renamed = Change(phase="migrate", up=lambda found: {**found, "name": "Upgraded"})
    monkeypatch.setitem(CHANGES, "projects", (renamed,))
    assert json.loads(as_written_now(Project, body))["name"] == "Upgraded"


def test_one_sees_of_a_list_what_is_ones_own() -> None:
    page = page_of(to_body(project("Mine")), to_body(project("Theirs", owner="other")))
    seen = readable(page, ME, {"project_id": "prj_1"})
    assert [record.name for record in seen.records] == ["Mine"]
    assert len(list(seen.bodies)) == 1


def test_a_list_of_ones_own_account_is_not_looked_into() -> None:
    page = page_of("whatever is stored")
    assert readable(page, ME, OWN) is page


@pytest.mark.parametrize("where", [OWN, {"project_id": "prj_1"}])
def test_who_may_read_nothing_sees_nothing(where: dict[str, str]) -> None:
    assert readable(page_of(to_body(project())), NOBODY, where).records == ()
