"""The data folder: for its owner alone, and a sentence with a next step where it cannot be used."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from praxeo.adapters.local_files import LocalBlobs
from praxeo.adapters.own_secret import FENCE, own_secret
from praxeo.adapters.sqlite import SqliteRecords
from praxeo.domain.errors import Unavailable
from praxeo.domain.records import Project

NOBODY = 65534
PROJECT = Project(id="prj_1", owner="local", created_at="", updated_at="", name="A")


def open_library(folder: Path) -> tuple[SqliteRecords, LocalBlobs]:
    return SqliteRecords(folder / "praxeo.sqlite3"), LocalBlobs(folder / "blobs")


def used(folder: Path) -> SqliteRecords:
    """Open it and keep something of each kind there, with the database's own files beside it."""
    records, blobs = open_library(folder)
    own_secret(folder, FENCE)
    records.save(PROJECT)
    blobs.put("specs/spc_01", b"text")
    with blobs.writer("specs/spc_02") as writer:
        writer.write(b"more")
        writer.finish()
    return records


def rights(folder: Path) -> dict[str, str]:
    """What others may do with the folder and everything in it, where that is anything."""
    found = {path: stat.S_IMODE(path.lstat().st_mode) for path in (folder, *folder.rglob("*"))}
    return {str(path): oct(mode) for path, mode in found.items() if mode & 0o077}


@pytest.fixture(params=[0o022, 0o000], ids=["usual umask", "no umask"])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def test_a_new_library_is_for_its_owner_alone(tmp_path: Path, umask: None) -> None:
    folder = tmp_path / "above" / "library"
    records = used(folder)
    assert (folder / "praxeo.sqlite3-wal").exists()
    assert rights(tmp_path / "above") == {}
    records.close()


def test_a_library_that_all_could_read_is_closed_when_it_is_opened(
    tmp_path: Path, umask: None
) -> None:
    folder = tmp_path / "library"
    records = used(folder)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    open_library(folder)
    own_secret(folder, FENCE)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert not {name for name in rights(folder) if "/blobs/" not in name}
    records.close()


def test_a_folder_that_holds_other_things_too_keeps_its_rights_and_the_library_in_it_not(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "shared"
    folder.mkdir(mode=0o755)
    (folder / "index.html").write_text("of somebody else")
    (folder / "index.html").chmod(0o644)
    used(folder)
    assert set(rights(folder)) == {str(folder), str(folder / "index.html")}


# --- where it cannot be used -----------------------------------------------------------------------


def in_the_way(folder: Path) -> dict[str, str]:
    (folder / "file").write_text("")
    return {"PRAXEO_DATA_DIR": str(folder / "file" / "library")}


def itself_a_file(folder: Path) -> dict[str, str]:
    (folder / "file").write_text("")
    return {"PRAXEO_DATA_DIR": str(folder / "file")}


def database_is_a_folder(folder: Path) -> dict[str, str]:
    (folder / "praxeo.sqlite3").mkdir()
    return {"PRAXEO_DATA_DIR": str(folder)}


def blobs_are_a_file(folder: Path) -> dict[str, str]:
    (folder / "blobs").write_text("")
    return {"PRAXEO_DATA_DIR": str(folder)}


def a_link_that_leads_nowhere(folder: Path) -> dict[str, str]:
    (folder / "library").symlink_to(folder / "unplugged" / "disk")
    return {"PRAXEO_DATA_DIR": str(folder / "library")}


PLACES: list[Callable[[Path], dict[str, str]]] = [
    in_the_way,
    itself_a_file,
    database_is_a_folder,
    blobs_are_a_file,
    a_link_that_leads_nowhere,
]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__)
def test_a_data_folder_that_cannot_be_used_is_told_in_a_sentence(
    tmp_path: Path, place: Callable[[Path], dict[str, str]]
) -> None:
    environment = place(tmp_path)
    told = subprocess.run(
        [sys.executable, "-m", "praxeo.entrypoints.cli", "list"],
        cwd=tmp_path,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )
    assert (told.returncode, told.stdout) == (8, "")
    (line,) = told.stderr.splitlines()
    assert environment["PRAXEO_DATA_DIR"].removesuffix("/library") in line
    assert "PRAXEO_DATA_DIR" in line
    assert line.endswith("[data_folder_unusable]")


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Root may do anything, so it has to be another user for a while."""
    if os.geteuid() == 0:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(os.getuid())


@pytest.fixture
def library() -> Iterator[Path]:
    """A library that others may read and not write, where another user gets to it."""
    with tempfile.TemporaryDirectory() as above:
        Path(above).chmod(0o755)
        library = Path(above) / "library"
        used(library).close()
        for path in (*library.rglob("*"), library):
            path.chmod(0o555 if path.is_dir() else 0o444)
        yield library
        for path in (library, *library.rglob("*")):
            path.chmod(0o700)


OPENINGS: dict[str, Callable[[Path], object]] = {
    "the database": lambda library: SqliteRecords(library / "praxeo.sqlite3"),
    "the blobs": lambda library: LocalBlobs(library / "blobs"),
    "a new library in it": lambda library: open_library(library / "new"),
    "the secret of one in it": lambda library: own_secret(library / "new", FENCE),
}


@pytest.mark.parametrize("opening", OPENINGS.values(), ids=OPENINGS.keys())
def test_a_library_that_may_only_be_read_is_told_with_its_folder(
    library: Path, opening: Callable[[Path], object]
) -> None:
    with as_somebody_else(), pytest.raises(Unavailable) as told:
        opening(library)
    assert told.value.code == "data_folder_unusable"
    assert str(library) in told.value.message
    assert not told.value.retryable
