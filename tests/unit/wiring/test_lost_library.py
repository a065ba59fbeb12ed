"""A library whose database is gone is not begun anew over its own files."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from praxeo.app import build
from praxeo.config import Config, read_config
from praxeo.domain.access import local_user
from praxeo.domain.catalog import TABLES
from praxeo.domain.errors import Unavailable
from praxeo.domain.records import Project
from praxeo.ops.transfer.importing import import_archive
from praxeo.wiring.library import open_library
from tests.jobs.plain_praxeo import add_text, outside_in_folder

DATABASE = "praxeo.sqlite3"


def library(folder: Path) -> Config:
    """A library with a document, closed."""
    praxeo = build(outside_in_folder(folder))
    add_text(praxeo)
    praxeo.outside.records.close()
    return read_config({"PRAXEO_DATA_DIR": str(folder)})


def delete(folder: Path) -> None:
    (folder / DATABASE).unlink()


def cut_to_nothing(folder: Path) -> None:
    (folder / DATABASE).write_bytes(b"")


def empty_every_table(folder: Path) -> None:
    with sqlite3.connect(folder / DATABASE) as connection:
        for table in TABLES:
            connection.execute(f"DELETE FROM {table.name}")


def drop_every_table(folder: Path) -> None:
    with sqlite3.connect(folder / DATABASE) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall():
            connection.execute(f"DROP TABLE {name}")


def lead_elsewhere(folder: Path) -> None:
    (folder / DATABASE).rename(folder / "praxeo.sqlite3.bak")


LOSSES = [delete, cut_to_nothing, empty_every_table, drop_every_table, lead_elsewhere]


@pytest.mark.parametrize("lose", LOSSES, ids=lambda lose: lose.__name__)
def test_a_library_without_its_records_is_not_begun_anew(
    tmp_path: Path, lose: Callable[[Path], None]
) -> None:
    config = library(tmp_path)
    lose(tmp_path)
    before = {path: path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(Unavailable) as told:
        open_library(config)
    assert (told.value.code, told.value.retryable) == ("library_lost", False)
    for part in (str(tmp_path / "blobs"), "backup", "transfer import"):
        assert part in told.value.message
    if lose in (delete, lead_elsewhere):  # nothing that a restored database would clash with
        assert {
            path: path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()
        } == before


@pytest.mark.parametrize("lose", LOSSES, ids=lambda lose: lose.__name__)
def test_it_can_be_restored_from_an_archive(tmp_path: Path, lose: Callable[[Path], None]) -> None:
    from praxeo.ops.transfer.exporting import export_archive

    whole = build(outside_in_folder(tmp_path / "library"))
    project = whole.projects.create(local_user(), name="Biology")
    document = whole.documents.create(local_user(), project_id=project.id, name="a.txt")
    with whole.documents.receive(local_user(), document.id) as upload:
        upload.write(b"Cells divide.")
        upload.finish()
    export_archive(whole.outside.records, whole.outside.blobs, tmp_path / "a.zip", owner="local")
    whole.outside.records.close()
    lose(tmp_path / "library")
    config = read_config({"PRAXEO_DATA_DIR": str(tmp_path / "library")})
    records, blobs = open_library(config, restoring=True)
    import_archive(records, blobs, tmp_path / "a.zip", owner="local", trusted=True)
    records.close()
    records, _ = open_library(config)
    assert records.get(Project, project.id) == project
    records.close()


def test_a_new_library_and_an_unused_one_open(tmp_path: Path) -> None:
    config = read_config({"PRAXEO_DATA_DIR": str(tmp_path / "library")})
    for _ in range(3):
        records, _blobs = open_library(config)
        records.close()


def test_a_library_whose_first_record_is_damaged_opens(tmp_path: Path) -> None:
    config = library(tmp_path)
    with sqlite3.connect(tmp_path / DATABASE) as connection:
        connection.execute("UPDATE projects SET body = '{}'")
    records, _ = open_library(config)
    records.close()


def test_blobs_in_another_place_than_the_default_are_seen_too(tmp_path: Path) -> None:
    library(tmp_path / "one")
    elsewhere = f"file:///{tmp_path}/one/blobs"
    with pytest.raises(Unavailable):
        open_library(
            read_config({"PRAXEO_DATA_DIR": str(tmp_path / "two"), "BLOBS_URL": elsewhere})
        )
