"""A project, or everything, moves between stores and comes back as the same bytes."""

from __future__ import annotations

import json
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from archives import Files, rewritten, with_records
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_praxeo import add_text, outside_in_folder, outside_in_memory, run_all

from praxeo.adapters.dynamodb import DynamoRecords
from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.adapters.s3 import S3Blobs
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user, system_actor
from praxeo.domain.catalog import TABLES
from praxeo.domain.errors import Conflict, NotFound, Refused
from praxeo.domain.input_records import InputWarning
from praxeo.domain.records import Embed, Example, Project, Record
from praxeo.ops.transfer.exporting import MOVING, Moved, export_archive
from praxeo.ops.transfer.importing import import_archive
from praxeo.ports.blobs import BlobStore
from praxeo.ports.records import RecordStore

Stores = tuple[RecordStore, BlobStore]


def library() -> Praxeo:
    """A library with two examples, one of them published, and a second project with one."""
    praxeo = build(outside_in_memory())
    first = add_text(praxeo)
    run_all(praxeo)
    praxeo.embeds.publish(local_user(), first.id)
    praxeo.settings.change(local_user(), version=0, language="de")
    other = praxeo.projects.create(local_user(), name="Biology – “second”")
    second = add_text(praxeo, "Cells divide.", "cells.txt")
    run_all(praxeo)
    second = praxeo.examples.get(local_user(), second.id)
    praxeo.examples.change(local_user(), second.id, version=second.version, project_id=other.id)
    return praxeo


def stores(praxeo: Praxeo) -> Stores:
    return praxeo.outside.records, praxeo.outside.blobs


def empty() -> Stores:
    return MemoryRecords(), MemoryBlobs()


def exported(source: Stores, path: Path, project_id: str = "") -> bytes:
    export_archive(*source, path, owner="local", project_id=project_id)
    return path.read_bytes()


def taken_in(target: Stores, path: Path) -> Moved:
    """Import one's own archive."""
    return import_archive(*target, path, owner="local", trusted=True)


def contents(source: Stores) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for table in TABLES:
        page = source[0].list(table.record, {"owner": "local"}, limit=200)
        found |= {record.id: record for record in page.records}
    return found


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "everything.zip"
    exported(stores(library()), path)
    return path


def test_from_a_box_to_the_cloud_and_back_everything_is_the_same_bytes(
    tmp_path: Path, dynamo_records: DynamoRecords, s3_blobs: S3Blobs
) -> None:
    first = exported(stores(library()), tmp_path / "0.zip")
    boxes = [build(outside_in_folder(tmp_path / name)) for name in ("one", "two")]
    way: list[Stores] = [stores(boxes[0]), (dynamo_records, s3_blobs), stores(boxes[1])]
    for number, place in enumerate(way):
        taken_in(place, tmp_path / f"{number}.zip")
        assert exported(place, tmp_path / f"{number + 1}.zip") == first
    example = boxes[1].examples.list(local_user()).records[0]
    assert boxes[1].examples.code(boxes[1].examples.app(local_user(), example.id))
    for box in boxes:
        box.outside.close()


def test_an_imported_library_goes_on_working(tmp_path: Path, archive: Path) -> None:
    praxeo = build(outside_in_memory())
    praxeo.outside.ids.count = 1_000  # type: ignore[attr-defined]
    taken_in(stores(praxeo), archive)
    example = praxeo.examples.list(local_user()).records[0]
    assert example.status == "ready"
    assert praxeo.examples.code(praxeo.examples.app(local_user(), example.id))
    praxeo.examples.change(local_user(), example.id, version=example.version, title="Renamed")
    (embed,) = praxeo.embeds.list(local_user()).records
    assert praxeo.outside.blobs.read(embed.brotli_blob)
    third = add_text(praxeo, "Leaves are green.", "leaves.txt")
    run_all(praxeo)
    assert praxeo.examples.get(local_user(), third.id).status == "ready"


def test_a_project_moves_with_all_that_belongs_to_it_and_nothing_else(tmp_path: Path) -> None:
    praxeo = library()
    project = praxeo.projects.find(local_user(), "Biology – “second”")
    assert project is not None
    exported(stores(praxeo), tmp_path / "project.zip", project.id)
    there = empty()
    taken_in(there, tmp_path / "project.zip")
    found = contents(there)
    (example,) = [record for record in found.values() if isinstance(record, Example)]
    assert example.project_id == project.id
    for record_id in (example.spec_id, example.code_snippet_id, example.input_id, example.job_id):
        assert record_id in found
    assert [record for record in found.values() if isinstance(record, Project)] == [project]
    assert not [record for record in found.values() if isinstance(record, Embed)]
    assert (
        exported(there, tmp_path / "again.zip", project.id)
        == (tmp_path / "project.zip").read_bytes()
    )


def test_what_is_as_long_as_praxeo_keeps_it_moves_too(tmp_path: Path) -> None:
    praxeo = library()
    project = praxeo.projects.create(local_user(), name="n" * 300, description="d" * 5_000)
    document = praxeo.documents.create(local_user(), project_id=project.id, name="f" * 255)
    example = praxeo.examples.list(local_user()).records[0]
    records = praxeo.outside.records
    records.save(replace(document, title="t" * 500, authors=("a" * 500,) * 50, licence="l" * 500))
    records.save(
        replace(
            example,
            title="t" * 3_000,  # as a spec says
            tags=tuple(f"{number:060d}" for number in range(30)),
            warnings=tuple(
                InputWarning(code="c", message="m" * 1_000, page=number, details={"n": -1})
                for number in range(100)
            ),
        )
    )
    first = exported(stores(praxeo), tmp_path / "first.zip")
    there = empty()
    taken_in(there, tmp_path / "first.zip")
    assert exported(there, tmp_path / "again.zip") == first
    import_archive(*empty(), tmp_path / "first.zip", owner="local")


def test_every_table_either_moves_or_is_of_use_in_its_own_library_only(archive: Path) -> None:
    staying = {table.name for table in TABLES} - {table.name for table in MOVING}
    assert staying == {
        "completions",
        "embed_passwords",
        "idempotency_keys",
        "migrations",
        "spendings",
    }
    with zipfile.ZipFile(archive) as opened:
        names = [name for name in opened.namelist() if name.startswith("records/")]
    assert names == [f"records/{table.name}.jsonl" for table in MOVING]


def test_a_second_import_changes_nothing(archive: Path) -> None:
    there = empty()
    first = taken_in(there, archive)
    before = contents(there)
    second = taken_in(there, archive)
    assert (second.records, second.blobs, second.there_already) == (0, 0, first.records)
    assert contents(there) == before


def test_an_import_that_broke_off_is_finished_by_the_next(archive: Path) -> None:
    there = empty()
    taken_in(there, archive)
    complete = contents(there)
    (project, *_) = [record for record in complete.values() if isinstance(record, Project)]
    there[0].save(delete=(project,))
    assert taken_in(there, archive).records == 1
    assert contents(there) == complete


def test_nothing_is_imported_if_a_record_is_there_with_other_contents(archive: Path) -> None:
    there = empty()
    taken_in(there, archive)
    (example, *_) = [r for r in contents(there).values() if isinstance(r, Example)]
    elsewhere = empty()
    elsewhere[0].save(replace(example, version=0, title="Other"))
    with pytest.raises(Conflict) as conflict:
        taken_in(elsewhere, archive)
    assert conflict.value.code == "exists_otherwise"
    assert example.id in conflict.value.message
    assert list(contents(elsewhere)) == [example.id]
    assert not elsewhere[1]._blobs  # type: ignore[attr-defined]


def test_what_somebody_saves_meanwhile_stops_the_import_and_undoes_it(archive: Path) -> None:
    class Crossed(MemoryRecords):
        def restore(self, *records: Record) -> None:
            if isinstance(records[0], Example):
                self.save(replace(records[0], version=0))
            super().restore(*records)

    there = (Crossed(), MemoryBlobs())
    with pytest.raises(Conflict) as conflict:
        taken_in(there, archive)
    assert conflict.value.code == "exists_otherwise"
    assert [type(record) for record in contents(there).values()] == [Example]
    assert not there[1]._blobs


def test_work_under_way_is_not_moved(tmp_path: Path) -> None:
    praxeo = library()
    add_text(praxeo, "New.", "new.txt")
    with pytest.raises(Conflict) as conflict:
        exported(stores(praxeo), tmp_path / "a.zip")
    assert conflict.value.code == "work_under_way"
    assert list(tmp_path.iterdir()) == []


def test_another_owner_s_project_is_not_found(tmp_path: Path) -> None:
    praxeo = library()
    foreign = praxeo.projects.create(system_actor("ada"), name="Hers")
    for project_id in (foreign.id, "prj_none"):
        with pytest.raises(NotFound):
            exported(stores(praxeo), tmp_path / "a.zip", project_id)


def of_an_earlier_release(files: Files) -> None:
    """Its fields stand in another order, and what was added since is not there: fields, a table."""
    manifest = json.loads(files["manifest.json"])
    for part in (files, manifest["files"]):
        assert part.pop("records/topic_inputs.jsonl") is not None
    files["manifest.json"] = json.dumps(manifest).encode()
    for name in [name for name in files if name.startswith("records/")]:
        lines = [json.loads(line) for line in files[name].splitlines()]
        for line in lines:
            line.pop("warnings", None)
            line.pop("caused_by", None)
        bodies = [dict(reversed(line.items())) for line in lines]
        with_records(files, name.removeprefix("records/").removesuffix(".jsonl"), bodies)


def test_an_archive_of_an_earlier_release_is_taken_in(tmp_path: Path, archive: Path) -> None:
    target = empty()
    moved = taken_in(target, rewritten(archive, of_an_earlier_release, vouched=True))
    assert moved.records == len(contents(target)) > 5
    same = empty()
    taken_in(same, archive)
    assert contents(target).keys() == contents(same).keys()


# --- archives that are not as they were written ---------------------------------------------------


def some_blob(files: Files) -> str:
    return next(name for name in files if name.startswith("blobs/"))


def swap(name: str, old: bytes, new: bytes) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        assert old in files[name]
        files[name] = files[name].replace(old, new, 1)

    return change


EXAMPLES = "records/examples.jsonl"
DAMAGE: dict[str, tuple[Callable[[Files], None], bool, str]] = {
    "a record is changed": (swap(EXAMPLES, b"ready", b"READY"), False, "archive_damaged"),
    "a record is missing": (lambda f: f.update({EXAMPLES: b""}), False, "archive_damaged"),
    "a table is missing": (lambda f: f.pop(EXAMPLES) and None, False, "archive_damaged"),
    "a blob is changed": (lambda f: f.update({some_blob(f): b"x"}), False, "archive_damaged"),
    "a blob is missing": (lambda f: f.pop(some_blob(f)) and None, False, "archive_damaged"),
    "a file is too much": (lambda f: f.update({"../evil": b"x"}), False, "archive_damaged"),
    "a blob has no right name": (
        lambda f: f.update({"blobs/../../evil": b"x"}), True, "archive_damaged"),
    "no manifest": (lambda f: f.pop("manifest.json") and None, False, "not_an_archive"),
    "a manifest that is no JSON": (
        lambda f: f.update({"manifest.json": b"{"}), False, "archive_damaged"),
    "a manifest of other shape": (
        lambda f: f.update({"manifest.json": b'{"format": 1, "files": [], "blobs": 0}'}),
        False, "archive_damaged"),
    "a later format": (
        swap("manifest.json", b'"format": 1', b'"format": 2'), False, "not_an_archive"),
    "a blob that a record names is missing, and the manifest fits": (
        lambda f: f.pop(some_blob(f)) and None, True, "archive_alien"),
    "a field that is not known": (
        swap(EXAMPLES, b'"title":', b'"headline":'), True, "archive_alien"),
    "a line that is no JSON": (lambda f: f.update({EXAMPLES: b"x\n"}), True, "archive_alien"),
    "a line that is no record": (lambda f: f.update({EXAMPLES: b"[]\n"}), True, "archive_alien"),
    "no text": (lambda f: f.update({EXAMPLES: b"\xff\n"}), True, "archive_damaged"),
    "the last line has no end": (
        lambda f: f.update({EXAMPLES: f[EXAMPLES][:-1]}), True, "archive_damaged"),
    "an id of another table": (swap(EXAMPLES, b'"exa_', b'"prj_'), True, "archive_alien"),
    "a record twice": (
        lambda f: f.update({EXAMPLES: f[EXAMPLES] + f[EXAMPLES]}), True, "archive_alien"),
    "a record that was never saved": (
        swap("records/settings.jsonl", b'"version":1', b'"version":0'), True, "archive_alien"),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGE)
def test_an_archive_that_is_not_as_it_was_written_is_refused_and_changes_nothing(
    archive: Path, name: str
) -> None:
    change, vouched, code = DAMAGE[name]
    there = empty()
    with pytest.raises(Refused) as refusal:
        taken_in(there, rewritten(archive, change, vouched=vouched))
    assert refusal.value.code == code
    assert contents(there) == {}
    assert not there[1]._blobs  # type: ignore[attr-defined]


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04 cut off"])
def test_another_file_is_no_archive(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    with pytest.raises(Refused) as refusal:
        taken_in(empty(), path)
    assert refusal.value.code == "not_an_archive"


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_whatever_byte_is_changed_the_import_is_refused_or_the_same(
    archive: Path, data: st.DataObject
) -> None:
    whole = archive.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    broken = bytearray(whole)
    broken[place] ^= data.draw(st.integers(1, 255))
    path = archive.with_name("broken.zip")
    path.write_bytes(broken)
    there, right = empty(), empty()
    taken_in(right, archive)
    try:
        taken_in(there, path)
    except Refused:
        assert contents(there) == {}
    else:  # a byte that says nothing, such as a file's date
        assert contents(there) == contents(right)


texts = st.text(st.characters(codec="utf-8"), max_size=40)


def any_project() -> st.SearchStrategy[Any]:
    return st.builds(
        lambda number, version, name, text: Project(
            id=f"prj_{number:026d}",
            owner="local",
            version=version,
            created_at="2026-01-02T03:04:05.000006Z",
            updated_at="2026-01-02T03:04:05.000006Z",
            name=name,
            description=text,
        ),
        st.integers(0, 10**20), st.integers(1, 10**6), texts, texts,
    )  # fmt: skip


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(projects=st.lists(any_project(), max_size=25, unique_by=lambda project: project.id))
def test_any_records_come_back_as_the_same_bytes(tmp_path: Path, projects: list[Project]) -> None:
    there, back = empty(), empty()
    for project in projects:
        there[0].restore(project)
    first = exported(there, tmp_path / "there.zip")
    taken_in(back, tmp_path / "there.zip")
    assert exported(back, tmp_path / "back.zip") == first


@pytest.mark.slow
def test_a_large_library_needs_no_more_memory_than_a_small_one(tmp_path: Path) -> None:
    praxeo = build(outside_in_folder(tmp_path / "box"))
    project = praxeo.projects.create(local_user(), name="Large")
    document = praxeo.documents.create(local_user(), project_id=project.id, name="large")
    with praxeo.documents.receive(local_user(), document.id) as upload:
        writer = upload.writer  # past the limit of one upload
        for number in range(60):
            writer.write(bytes([number]) * 1_000_000)
        upload.finish()
    other = build(outside_in_folder(tmp_path / "other"))
    tracemalloc.start()
    exported_to = tmp_path / "large.zip"
    export_archive(*stores(praxeo), exported_to, owner="local")
    taken_in(stores(other), exported_to)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert exported_to.stat().st_size > 60_000_000
    assert most < 20_000_000
    for box in (praxeo, other):
        box.outside.close()
