"""Records change form in three releases: neighbours read each other, and no kill loses a record."""

from __future__ import annotations

import contextlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from praxeo.adapters.clock import SystemClock
from praxeo.adapters.memory import MemoryRecords
from praxeo.config import read_config
from praxeo.domain import upgrades
from praxeo.domain.errors import Unavailable
from praxeo.domain.record_json import from_body, to_body
from praxeo.domain.records import Project
from praxeo.domain.upgrades import Change, Phase
from praxeo.entrypoints.cli_output import opened_library
from praxeo.ops.migrate import migrate, pending
from tests.jobs.doomed_records import DoomedRecords, Killed

NOW = "2026-01-02T03:04:05.000006Z"


def title_to_name(body: dict[str, Any]) -> dict[str, Any]:
    return {"name" if key == "title" else key: value for key, value in body.items()}


def name_to_title(body: dict[str, Any]) -> dict[str, Any]:
    return {"title" if key == "name" else key: value for key, value in body.items()}


def project(number: int) -> Project:
    return Project(
        id=f"prj_{number:08d}", owner="local", created_at=NOW, updated_at=NOW, name=f"P{number}"
    )


@pytest.fixture
def release(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Become the release in which the name of projects, once their title, is in this phase."""

    def become(phase: Phase) -> None:
        change = Change(phase=phase, up=title_to_name, down=name_to_title)
        monkeypatch.setitem(upgrades.CHANGES, "projects", (change,))

    return become


def test_each_release_reads_what_its_neighbours_write(release: Any) -> None:
    order: tuple[Phase, ...] = ("expand", "migrate", "contract")
    written = {}
    for phase in order:
        release(phase)
        written[phase] = to_body(project(1))
    old = json.loads(written["expand"])
    assert old["title"] == "P1"
    assert old.get("format", 0) == 0
    for one, other in (("expand", "migrate"), ("migrate", "contract")):
        for writer, reader in ((one, other), (other, one), (one, one), (other, other)):
            release(reader)
            assert from_body(Project, written[writer]) == project(1)
    release("contract")
    with pytest.raises(Unavailable, match="praxeo migrate"):
        from_body(Project, written["expand"])


def test_a_body_of_a_later_release_is_refused_and_not_read_half() -> None:
    body = json.dumps({**json.loads(to_body(project(1))), "format": 1})
    with pytest.raises(Unavailable, match="newer release"):
        from_body(Project, body)


class Watched(DoomedRecords):
    """Tells the forms in which its projects are stored."""

    def forms(self) -> list[int]:
        return [json.loads(body).get("format", 0) for body in self._bodies["projects"].values()]


@pytest.mark.parametrize("after", [True, False])
@pytest.mark.parametrize("kill", range(1, 12))
def test_killed_at_any_save_it_goes_on_and_every_record_is_rewritten(
    release: Any, kill: int, after: bool
) -> None:
    records = Watched()
    release("expand")
    for number in range(1, 54):
        records.save(project(number))
    assert pending(records) == ()
    release("migrate")
    records.saves_left, records.after = kill, after
    for _ in range(2):
        with contextlib.suppress(Killed):
            list(migrate(records, SystemClock()))
    assert records.forms() == [1] * 53
    assert pending(records) == ()
    assert [*migrate(records, SystemClock())] == []
    assert [each.name for each in records.scan(Project, limit=60).records] == [f"P{n}" for n in range(1, 54)]  # fmt: skip


def test_what_a_person_changes_meanwhile_stays_changed(release: Any) -> None:
    class Busy(Watched):
        def scan(self, *values: Any, **named: Any) -> Any:
            page = super().scan(*values, **named)
            self.save(replace(page.records[0], name="Mine"))
            return page

    records = Busy()
    release("expand")
    for number in (1, 2, 3):
        records.save(project(number))
    release("migrate")
    assert [done.rewritten for done in migrate(records, SystemClock())] == [3]
    assert [each.name for each in MemoryRecords.scan(records, Project).records] == [
        "Mine",
        "P2",
        "P3",
    ]
    assert records.forms() == [1, 1, 1]


def test_a_library_of_this_machine_is_migrated_when_it_is_opened(
    release: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = read_config({"PRAXEO_DATA_DIR": str(tmp_path)})
    release("expand")
    with opened_library(config) as praxeo:
        praxeo.outside.records.save(project(1))
    release("migrate")
    with opened_library(config) as praxeo:
        assert praxeo.outside.records.get(Project, project(1).id) is not None
    assert "Rewrote 1 records of projects" in capsys.readouterr().err
    release("contract")
    with opened_library(config) as praxeo:
        assert praxeo.outside.records.get(Project, project(1).id) is not None
    assert capsys.readouterr().err == ""
