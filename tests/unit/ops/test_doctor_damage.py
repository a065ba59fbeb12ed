"""The doctor names every kind of damage to a library, and what to do about it."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "jobs"))

from plain_praxeo import HandClock, add_text, outside_in_folder, run_all

from praxeo.app import build
from praxeo.config import Config, read_config
from praxeo.domain.access import local_user
from praxeo.ops.doctor.finding import Finding
from praxeo.ops.doctor.library import examine_library
from praxeo.ops.doctor.place import WAL_BYTES_MAX
from praxeo.wiring.library import look_at_library

DAY_SECONDS = 24 * 3600
PLENTY = 10**12


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with three examples, one of them published, closed."""
    folder = tmp_path_factory.mktemp("sound")
    praxeo = build(replace(outside_in_folder(folder), clock=HandClock()))
    examples = [add_text(praxeo, f"The enzyme number {n} binds.", f"e{n}.txt") for n in range(3)]
    run_all(praxeo)
    praxeo.embeds.publish(local_user(), examples[0].id)
    praxeo.outside.records.close()
    folder.chmod(0o700)
    return folder


@pytest.fixture
def library(original: Path, tmp_path: Path) -> Path:
    """A copy to be damaged."""
    copy = tmp_path / "library"
    shutil.copytree(original, copy)
    return copy


def config_of(folder: Path) -> Config:
    return read_config({"PRAXEO_DATA_DIR": str(folder)})


def examined(folder: Path, *, deep: bool = False, free: int = PLENTY) -> list[Finding]:
    looked = look_at_library(config_of(folder))
    assert looked is not None
    return list(examine_library(replace(looked, free_bytes=lambda _: free), deep=deep))


def codes(found: list[Finding]) -> set[str]:
    return {finding.code for finding in found if not finding.ok}


# --- kinds of damage ------------------------------------------------------------------------------


def database(folder: Path) -> Path:
    return folder / "praxeo.sqlite3"


def stored(folder: Path, table: str) -> list[Path]:
    return sorted(
        p for p in (folder / "blobs" / table).rglob("*") if re.fullmatch("[0-9a-f]{64}", p.name)
    )


def overwrite(path: Path, place: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(data)


def run_sql(folder: Path, *statements: str) -> None:
    connection = sqlite3.connect(database(folder))
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def zero_the_header(folder: Path) -> None:
    overwrite(database(folder), 0, bytes(100))


def half_the_database(folder: Path) -> None:
    os.truncate(database(folder), database(folder).stat().st_size // 2)


def a_few_bytes_less(folder: Path) -> None:
    os.truncate(database(folder), database(folder).stat().st_size - 5_000)


def another_file_in_its_place(folder: Path) -> None:
    database(folder).write_text("This was a database once.\n" * 1_000)


def no_database(folder: Path) -> None:
    database(folder).unlink()


def an_empty_database(folder: Path) -> None:
    database(folder).write_bytes(b"")


def no_records(folder: Path) -> None:
    from praxeo.domain.catalog import TABLES

    run_sql(folder, *(f"DELETE FROM {table.name}" for table in TABLES))


def a_page_overwritten(folder: Path) -> None:
    connection = sqlite3.connect(database(folder))
    (root,) = connection.execute(
        "SELECT rootpage FROM sqlite_master WHERE name = 'specs'"
    ).fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    overwrite(database(folder), (root - 1) * size, b"\xa5" * size)


def an_index_that_lies(folder: Path) -> None:
    """Its table is changed while the index is out of sight."""
    name = "examples_by_owner"
    connection = sqlite3.connect(database(folder))
    entry = connection.execute("SELECT * FROM sqlite_master WHERE name = ?", (name,)).fetchone()
    connection.close()
    run_sql(
        folder, "PRAGMA writable_schema = ON", f"DELETE FROM sqlite_master WHERE name = '{name}'"
    )
    run_sql(folder, "UPDATE examples SET body = json_set(body, '$.owner', 'somebody')")
    connection = sqlite3.connect(database(folder))
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("INSERT INTO sqlite_master VALUES (?, ?, ?, ?, ?)", entry)
    connection.commit()
    connection.close()


def a_table_missing(folder: Path) -> None:
    run_sql(folder, "DROP TABLE settings")


def a_record_without_its_fields(folder: Path) -> None:
    run_sql(folder, "UPDATE examples SET body = '{}' WHERE id = (SELECT min(id) FROM examples)")


def a_record_of_another_id(folder: Path) -> None:
    run_sql(folder, "UPDATE specs SET id = id || 'x' WHERE id = (SELECT min(id) FROM specs)")


def a_record_that_others_need_missing(folder: Path) -> None:
    run_sql(folder, "DELETE FROM specs WHERE id = (SELECT min(id) FROM specs)")


def all_projects_missing(folder: Path) -> None:
    run_sql(folder, "DELETE FROM projects")


def a_file_missing(folder: Path) -> None:
    stored(folder, "examples")[0].unlink()


def all_files_missing(folder: Path) -> None:
    shutil.rmtree(folder / "blobs")


def a_file_cut_off(folder: Path) -> None:
    files = stored(folder, "document_inputs")
    (path, *_) = [file for file in files if file.read_bytes().startswith(b"The enzyme")]
    path.write_bytes(path.read_bytes()[:-3])


def an_app_cut_off(folder: Path) -> None:
    for path in stored(folder, "examples"):
        if path.read_bytes().startswith(b"<!doctype"):
            path.write_bytes(b"")


def a_byte_changed(folder: Path) -> None:
    path = stored(folder, "embeds")[0]
    overwrite(path, 3, bytes([path.read_bytes()[3] ^ 1]))


def a_folder_in_place_of_a_file(folder: Path) -> None:
    path = stored(folder, "embeds")[0]
    path.unlink()
    path.mkdir()


DAMAGE: dict[Callable[[Path], None], tuple[str, bool]] = {
    zero_the_header: ("database_unreadable", False),
    another_file_in_its_place: ("database_unreadable", False),
    half_the_database: ("database_unreadable", False),
    a_few_bytes_less: ("database_unreadable", False),
    a_page_overwritten: ("database_damaged", False),
    an_index_that_lies: ("database_damaged", True),
    no_database: ("database_missing", False),
    an_empty_database: ("database_missing", False),
    no_records: ("database_missing", False),
    a_table_missing: ("table_missing", False),
    a_record_without_its_fields: ("record_unreadable", False),
    a_record_of_another_id: ("record_unreadable", False),
    a_record_that_others_need_missing: ("record_missing", False),
    all_projects_missing: ("record_missing", False),
    a_file_missing: ("file_missing", False),
    all_files_missing: ("file_missing", False),
    a_file_cut_off: ("file_cut_off", False),
    an_app_cut_off: ("file_cut_off", False),
    a_byte_changed: ("file_changed", True),
    a_folder_in_place_of_a_file: ("file_changed", True),
}


@pytest.mark.parametrize("damage", DAMAGE, ids=lambda damage: damage.__name__)
def test_damage_is_named_with_what_to_do(library: Path, damage: Callable[[Path], None]) -> None:
    code, deep = DAMAGE[damage]
    damage(library)
    before = contents(library)
    found = examined(library, deep=deep)
    named = [finding for finding in found if finding.code == code]
    assert named, found
    assert all(finding.damage and finding.needed and finding.remedy for finding in named)
    assert contents(library) == before


def contents(folder: Path) -> dict[Path, bytes]:
    """Every file but the database's own notes of who reads it."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in files if not path.name.endswith(("-shm", "-wal"))}


def test_a_sound_library_is_found_so(library: Path) -> None:
    for deep in (False, True):
        found = examined(library, deep=deep)
        assert codes(found) == set(), found
        assert len(found) == 2


# --- what loses nothing yet -------------------------------------------------------------------------


def old_orphans(folder: Path) -> None:
    area = folder / "blobs" / "examples" / "exa_gone"
    area.mkdir()
    (area / ("a" * 64)).write_bytes(b"of nobody")
    yesterday = time.time() - 2 * DAY_SECONDS
    os.utime(area / ("a" * 64), (yesterday, yesterday))


def open_to_all(folder: Path) -> None:
    folder.chmod(0o755)
    database(folder).chmod(0o644)


def a_large_wal(folder: Path) -> None:
    wal = folder / "praxeo.sqlite3-wal"
    wal.write_bytes(b"")
    os.truncate(wal, WAL_BYTES_MAX + 1)


def of_a_later_release(folder: Path) -> None:
    run_sql(folder, "UPDATE projects SET body = json_set(body, '$.format', 99)")


WARNINGS: dict[Callable[[Path], None], str] = {
    old_orphans: "file_orphaned",
    open_to_all: "rights_open",
    a_large_wal: "wal_large",
    of_a_later_release: "record_of_another_release",
}


@pytest.mark.parametrize("state", WARNINGS, ids=lambda state: state.__name__)
def test_what_loses_nothing_yet_is_told_and_is_no_damage(
    library: Path, state: Callable[[Path], None]
) -> None:
    state(library)
    found = examined(library)
    assert WARNINGS[state] in codes(found)
    assert not any(finding.damage for finding in found), found


@pytest.mark.parametrize(
    ("free", "code", "needed"),
    [(10**6, "disk_full", True), (5 * 10**8, "disk_low", False), (10**9, "", False)],
)
def test_a_disk_without_room_is_told(library: Path, free: int, code: str, needed: bool) -> None:
    found = examined(library, free=free)
    assert codes(found) == ({code} if code else set())
    assert any(finding.needed and not finding.ok for finding in found) == needed
    assert sum(not finding.ok for finding in found) == bool(code)


# --- the command --------------------------------------------------------------------------------------


@pytest.fixture
def doctor(library: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "praxeo.entrypoints.cli", "doctor", *arguments],
            env={**os.environ, "PRAXEO_DATA_DIR": str(library)},
            capture_output=True,
            text=True,
        )

    return run


def test_the_command_leaves_with_its_own_exit_code_for_damage(
    library: Path, doctor: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    a_byte_changed(library)
    assert "!! Library" not in doctor().stdout  # it takes reading the files
    told = doctor("--deep")
    assert told.returncode == 9
    key = str(stored(library, "embeds")[0].relative_to(library / "blobs"))
    assert any(line.startswith("!! ") and key in line for line in told.stdout.splitlines())
    assert "backup" in told.stdout
    as_json = doctor("--deep", "--json")
    assert as_json.returncode == 9
    (finding,) = [each for each in json.loads(as_json.stdout)["checks"] if each["damage"]]
    assert (finding["code"], finding["items"]) == ("file_changed", [key])


def test_a_machine_without_a_library_is_sound(tmp_path: Path) -> None:
    found = examined(tmp_path / "nothing here")
    assert [finding.ok for finding in found] == [True]
    assert not (tmp_path / "nothing here").exists()
