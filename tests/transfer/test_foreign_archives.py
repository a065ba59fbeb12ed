"""An archive from elsewhere is believed nothing that it says of itself, and taken in whole or not at all."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from archives import Files, changing, records_of, replacing_blob, rewritten, with_records
from plain_praxeo import add_text, outside_in_folder, outside_in_memory, run_all

from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user
from praxeo.domain.catalog import TABLES
from praxeo.domain.errors import Conflict, PraxeoError, Refused, Unavailable
from praxeo.domain.records import Record, Settings
from praxeo.domain.validity import fault_of
from praxeo.ops.transfer.checking import check_imported
from praxeo.ops.transfer.exporting import Moved, export_archive
from praxeo.ops.transfer.importing import import_archive
from praxeo.ops.transfer.terms import TAKEN
from praxeo.ports.blobs import Blob

ME = local_user()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of two examples, one of them published and pinned anew, and of settings."""
    praxeo = build(outside_in_memory())
    example = add_text(praxeo)
    add_text(praxeo, "Cells divide.", "cells.txt")
    run_all(praxeo)
    embed = praxeo.embeds.publish(ME, example.id, theme={"--praxeo-accent": "#0a6"})
    text = praxeo.examples.spec_text(praxeo.examples.spec(ME, spec_id(praxeo, example.id)))
    praxeo.edits.edit_spec(
        ME, example.id, text=text.replace("About", "On"), based_on=spec_id(praxeo, example.id)
    )
    run_all(praxeo)
    embed = praxeo.embeds.get(ME, embed.id)
    praxeo.embeds.pin(ME, embed.id, version=embed.version)
    praxeo.settings.change(ME, version=0, language="de")
    path = tmp_path_factory.mktemp("written") / "theirs.zip"
    export_archive(praxeo.outside.records, praxeo.outside.blobs, path, owner="local")
    return path


def spec_id(praxeo: Praxeo, example_id: str) -> str:
    return praxeo.examples.get(ME, example_id).spec_id


@pytest.fixture
def archive(written: Path, tmp_path: Path) -> Path:
    path = tmp_path / "theirs.zip"
    path.write_bytes(written.read_bytes())
    return path


@pytest.fixture
def praxeo() -> Praxeo:
    """The importer's library, whose ids are not those of the archive."""
    praxeo = build(outside_in_memory())
    praxeo.outside.ids.count = 10_000  # type: ignore[attr-defined]
    return praxeo


def taken_in(praxeo: Praxeo, path: Path, owner: str = "local") -> Moved:
    return import_archive(praxeo.outside.records, praxeo.outside.blobs, path, owner=owner)


def contents(praxeo: Praxeo) -> list[Record]:
    return [
        record
        for table in TABLES
        for record in praxeo.outside.records.scan(table.record, limit=200).records
    ]


def keys(praxeo: Praxeo) -> set[str]:
    return {blob.key for table in TABLES for blob in praxeo.outside.blobs.stored(table.name)}


# --- what an honest archive of somebody else becomes --------------------------------------------------


def test_its_apps_are_proven_here_before_they_count_and_before_anybody_sees_them(
    praxeo: Praxeo, archive: Path
) -> None:
    moved = taken_in(praxeo, archive)
    examples = praxeo.examples.list(ME).records
    assert {example.status for example in examples} == {"unproven"}
    assert {example.id for example in examples} == set(moved.unchecked)
    for example in examples:
        for snippet in praxeo.examples.code_snippets(ME, example.id).records:
            assert (snippet.check_status, snippet.report_blob, snippet.screenshots) == (
                "pending",
                "",
                (),
            )
    (embed,) = praxeo.embeds.list(ME).records
    assert not embed.published
    with pytest.raises(Conflict) as refused:
        praxeo.embeds.republish(ME, embed.id, version=embed.version)
    assert refused.value.code == "not_publishable"
    for deed in (praxeo.embeds.roll_back, praxeo.embeds.pin):
        with pytest.raises(Conflict):
            deed(ME, embed.id, version=embed.version - 1)
    with pytest.raises(Conflict):
        praxeo.embeds.publish(ME, examples[0].id)

    assert check_imported(praxeo, ME, moved.unchecked) == 2
    run_all(praxeo)
    assert {example.status for example in praxeo.examples.list(ME).records} == {"ready"}
    shown = praxeo.embeds.republish(ME, embed.id, version=embed.version)
    assert shown.published
    assert shown.theme == {"--praxeo-accent": "#0a6"}
    assert praxeo.outside.blobs.read(shown.app_blob)
    assert praxeo.outside.blobs.read(shown.brotli_blob)


def test_an_app_that_does_not_hold_what_it_promises_fails_here(
    praxeo: Praxeo, archive: Path
) -> None:
    """The archive says that it has passed; the check of the tests fails whatever says "wrong"."""
    forged = replacing_blob(
        "code_snippets",
        "code_blob",
        b"<!doctype html><title>wrong</title>",
        content_hash=hashlib.sha256(b"<!doctype html><title>wrong</title>").hexdigest(),
        size=35,
    )
    path = rewritten(archive, only_first_example(forged), vouched=True)
    moved = taken_in(praxeo, path)
    check_imported(praxeo, ME, moved.unchecked)
    run_all(praxeo)
    (example,) = praxeo.examples.list(ME).records
    assert example.status == "failed"
    with pytest.raises(Conflict):
        praxeo.embeds.publish(ME, example.id)


def only_first_example(change: Callable[[Files], None]) -> Callable[[Files], None]:
    """The change in an archive of the second example alone, whose app has one version."""

    def changed(files: Files) -> None:
        example = records_of(files, "examples")[1]
        keep = {example["id"], example["input_id"], example["project_id"]}
        for name in [name for name in files if name.startswith("records/")]:
            table = name.removeprefix("records/").removesuffix(".jsonl")
            bodies = [
                body
                for body in records_of(files, table)
                if body["id"] in keep or body.get("example_id") == example["id"]
            ]
            with_records(files, table, bodies)
        text = b"".join(data for name, data in files.items() if name.startswith("records/"))
        for name in [name for name in files if name.startswith("blobs/")]:
            if name.removeprefix("blobs/").encode() not in text:
                files.pop(name)
        change(files)

    return changed


def test_everything_belongs_to_whoever_imports_it(praxeo: Praxeo, archive: Path) -> None:
    def forge(files: Files) -> None:
        for name in [name for name in files if name.startswith("records/")]:
            files[name] = files[name].replace(b'"owner":"local"', b'"owner":"victim"')

    taken_in(praxeo, rewritten(archive, forge, vouched=True), owner="ada")
    assert {record.owner for record in contents(praxeo)} == {"ada"}


@pytest.mark.parametrize("trusted", [True, False])
def test_even_what_is_trusted_belongs_to_whoever_imports_it(
    praxeo: Praxeo, archive: Path, trusted: bool
) -> None:
    outside = praxeo.outside
    import_archive(outside.records, outside.blobs, archive, owner="ada", trusted=trusted)
    assert {record.owner for record in contents(praxeo)} == {"ada"}


def test_settings_bills_and_the_trail_of_another_library_stay_outside(
    praxeo: Praxeo, archive: Path
) -> None:
    change = changing("settings", month_cap_microusd=9_000_000_000, run_cap_microusd=9_000_000_000)
    taken_in(praxeo, rewritten(archive, change, vouched=True))
    assert all(isinstance(record, TAKEN) for record in contents(praxeo))
    assert praxeo.settings.get(ME).month_cap_microusd == 20_000_000


def test_bytes_are_taken_only_where_a_record_that_is_taken_names_them(
    praxeo: Praxeo, archive: Path
) -> None:
    """No pictures and reports of a check elsewhere, and no bytes for visitors."""
    taken_in(praxeo, archive)
    named = {
        key
        for table in TABLES
        for record in praxeo.outside.records.scan(table.record, limit=200).records
        for key in table.blob_keys(record)
    }
    assert keys(praxeo) == named
    assert not [key for key in named if key.startswith("embeds/")]
    assert not [key for key in named if praxeo.outside.blobs.read(key).startswith(b"\x89PNG")]


def test_what_stands_on_one_line_has_no_invisible_characters(praxeo: Praxeo, archive: Path) -> None:
    change = changing("projects", name="Invoice\u202e\u200bfdp\r\n.exe")
    taken_in(praxeo, rewritten(archive, change, vouched=True))
    assert praxeo.projects.list(ME).records[0].name == "Invoicefdp .exe"


def test_what_is_longer_than_anybody_may_write_here_is_cut(praxeo: Praxeo, archive: Path) -> None:
    change = changing("projects", name="x" * 400, description="y" * 6_000)
    taken_in(praxeo, rewritten(archive, change, vouched=True))
    (project,) = praxeo.projects.list(ME).records
    assert (len(project.name), len(project.description)) == (300, 5_000)


def test_a_second_import_of_the_same_changes_nothing(praxeo: Praxeo, archive: Path) -> None:
    first = taken_in(praxeo, archive)
    before = contents(praxeo)
    second = taken_in(praxeo, archive)
    assert (second.records, second.blobs, second.there_already) == (0, 0, first.records)
    assert contents(praxeo) == before


# --- what nobody's Praxeo wrote -----------------------------------------------------------------------

LONG = "x" * 6_000
FORGED: dict[str, Callable[[Files], None]] = {
    "a version past what any number holds": changing("examples", version=2**63),
    "a version that no ETag can name": changing("projects", version=10**15),
    "a version that is none": changing("projects", version=True),
    "a version below the first": changing("projects", version=0),
    "a status that there is not": changing("examples", status="owned"),
    "a check that there is not": changing("code_snippets", check_status="proven"),
    "an access that there is not": changing("embeds", access="everybody"),
    "an input type that there is not": changing("examples", input_type="mind"),
    "a cap of a billion dollars": changing("settings", day_cap_microusd=10**15),
    "a cap below nothing": changing("settings", run_cap_microusd=-1),
    "a title longer than titles are": changing("examples", title=LONG),
    "a name longer than names are": changing("projects", name=LONG),
    "a description longer than descriptions are": changing("projects", description="x" * 110_000),
    "too many tags": changing("examples", tags=["tag"] * 31),
    "a tag longer than tags are": changing("examples", tags=["x" * 61]),
    "a number in place of a text": changing("projects", name=5),
    "a text in place of a number": changing("examples", section_count="5"),
    "a text in place of a truth": changing("examples", archived="false"),
    "an object in place of a text": changing("projects", name={"a": 1}),
    "nothing in place of a text": changing("projects", name=None),
    "a text in place of a list": changing("examples", tags="tags"),
    "a number past what JavaScript reads": changing("specs", size=2**53),
    "a number below nothing": changing("examples", section_count=-1),
    "no number": changing("jobs", steps=[{"name": "a", "label": "b", "fraction": float("nan")}]),
    "a time that is none": changing("projects", created_at="tomorrow"),
    "a hash that is none": changing("code_snippets", content_hash="<script>"),
    "half a character": lambda files: files.update(
        {"records/projects.jsonl": files["records/projects.jsonl"].replace(b'"name":"', b'"name":"\\ud800', 1)}),
    "an id with a path": changing("specs", example_id="../../etc"),
    "no owner": changing("projects", owner=""),
    "a size that is not that of the bytes": changing("specs", size=5),
    "a hash that is not that of the bytes": changing("code_snippets", content_hash="0" * 64),
    "bytes outside every area": changing("specs", text_blob="/etc/passwd"),
    "work that is still to be done": changing("jobs", status="queued"),
    "a spec of an example that is not in it": changing("specs", example_id="exa_victim"),
    "an app of an example that is not in it": changing("code_snippets", example_id="exa_victim"),
    "an example of a project that is not in it": changing("examples", project_id="prj_victim"),
    "an example of no project": changing("examples", project_id=""),
    "an example whose document is not in it": changing("examples", input_id="doc_victim"),
    "an example with the app of another": lambda files: changing(
        "examples", code_snippet_id=records_of(files, "examples")[1]["code_snippet_id"])(files),
    "an embed of no app": changing("embeds", code_snippet_id=""),
    "an embed of an app of another example": lambda files: changing(
        "embeds", code_snippet_id=records_of(files, "examples")[1]["code_snippet_id"])(files),
    "a spec that is no text": replacing_blob("specs", "text_blob", b"\xff\xfe", size=2),
    "a reading that cannot be read": replacing_blob(
        "document_inputs", "extraction_blob", b'{"format": 1, "blocks": [[[[]]]]}'),
    "a reading nested without end": replacing_blob(
        "document_inputs", "extraction_blob", b"[" * 200_000),
    "an app of more bytes than apps have": replacing_blob(
        "code_snippets", "code_blob", bytes(20_000_001), size=20_000_001,
        content_hash=hashlib.sha256(bytes(20_000_001)).hexdigest()),
    "bytes that no record names": lambda files: files.update(
        {f"blobs/specs/spc_1/{hashlib.sha256(b'x').hexdigest()}": b"x"}),
    "a line nested without end": lambda files: files.update(
        {"records/projects.jsonl": b"[" * 200_000 + b"\n"}),
    "a field that no release has": changing("projects", is_admin=True),
    "a release to come": changing("projects", format=99),
}  # fmt: skip


@pytest.mark.parametrize("name", FORGED)
def test_what_no_praxeo_wrote_is_refused_and_nothing_is_taken_in(
    praxeo: Praxeo, archive: Path, name: str
) -> None:
    path = rewritten(archive, FORGED[name], vouched=True)
    with pytest.raises(Refused) as refusal:
        taken_in(praxeo, path)
    assert refusal.value.code in ("archive_alien", "archive_damaged")
    assert contents(praxeo) == []
    assert keys(praxeo) == set()


def test_a_field_of_any_record_can_only_hold_what_is_of_its_kind(
    praxeo: Praxeo, archive: Path
) -> None:
    outside = praxeo.outside
    import_archive(outside.records, outside.blobs, archive, owner="local", trusted=True)
    tried = 0
    for record in contents(praxeo):
        assert fault_of(record) == ""
        for field in fields(record):
            for value in (-1, 2**70, [[]], {"a": []}, "\x00" * 110_000, b"", ("\ud800",)):
                assert fault_of(replace(record, **{field.name: value})), (record, field.name, value)
                tried += 1
    assert tried > 1_000


# --- more than it seems ----------------------------------------------------------------------------------


def packed(path: Path, names: Callable[[str], bool]) -> Path:
    other = path.with_name("packed.zip")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for entry in old.infolist():
            packing = zipfile.ZIP_DEFLATED if names(entry.filename) else entry.compress_type
            new.writestr(entry.filename, old.read(entry), packing)
    return other


def zeros(files: Files) -> None:
    data = bytes(30_000_000)
    key = f"document_inputs/{records_of(files, 'document_inputs')[0]['id']}/{hashlib.sha256(data).hexdigest()}"
    files[f"blobs/{key}"] = data


def test_a_small_archive_does_not_fill_the_disk(praxeo: Praxeo, archive: Path) -> None:
    path = packed(rewritten(archive, zeros, vouched=True), lambda name: name.startswith("blobs/"))
    assert path.stat().st_size < 200_000
    with pytest.raises(Refused) as refusal:
        taken_in(praxeo, path)
    assert refusal.value.code == "archive_damaged"
    assert keys(praxeo) == set()


def test_nor_by_records_that_are_packed_a_thousandfold(praxeo: Praxeo, archive: Path) -> None:
    def grow(files: Files) -> None:
        files["records/projects.jsonl"] = b" " * 150_000_000

    path = packed(rewritten(archive, grow, vouched=True), lambda name: name.startswith("records/"))
    assert path.stat().st_size < 300_000
    with pytest.raises(Refused) as refusal:
        taken_in(praxeo, path)
    assert "unpack" in refusal.value.message


def test_nor_by_entries_that_share_their_bytes(praxeo: Praxeo, archive: Path) -> None:
    """Many names in the directory of the zip that lead to one place in it."""
    path = rewritten(archive, lambda files: None, vouched=True)
    with zipfile.ZipFile(path, "a") as opened:
        entry = max(opened.infolist(), key=lambda info: info.file_size)
        area = entry.filename.rpartition("/")[0]
        digest = entry.filename.rpartition("/")[2]
        for number in range(200):
            again = zipfile.ZipInfo(f"{area.rpartition('/')[0]}/doc_{number}/{digest}")
            again.header_offset, again.CRC = entry.header_offset, entry.CRC
            again.file_size = again.compress_size = entry.file_size
            opened.filelist.append(again)
            opened.NameToInfo[again.filename] = again
        opened._didModify = True  # type: ignore[attr-defined]
    with pytest.raises(Refused):
        taken_in(praxeo, path)
    assert keys(praxeo) == set()


# --- what breaks off ------------------------------------------------------------------------------------------


class FullDisk(MemoryBlobs):
    """Takes some blobs, then no more."""

    room = 3

    def put(self, area: str, data: bytes) -> Blob:
        if len(self._blobs) >= self.room:
            raise Unavailable("blobs_unavailable", "The data folder cannot be used: no space left.")
        return super().put(area, data)


class FailingRecords(MemoryRecords):
    """Takes some records, then fails."""

    error: BaseException = Unavailable("store_unavailable", "The database does not answer.")
    room = 2

    def restore(self, *records: Record) -> None:
        self.room -= 1
        if self.room < 0:
            raise self.error
        super().restore(*records)


@pytest.mark.parametrize("trusted", [True, False])
def test_on_a_full_disk_nothing_stays(archive: Path, trusted: bool) -> None:
    records, blobs = MemoryRecords(), FullDisk()
    with pytest.raises(Unavailable):
        import_archive(records, blobs, archive, owner="local", trusted=trusted)
    assert not blobs._blobs
    assert not any(records._bodies.values())


@pytest.mark.parametrize("trusted", [True, False])
@pytest.mark.parametrize(
    "error",
    [
        Unavailable("store_unavailable", "The database does not answer."),
        KeyboardInterrupt(),
        MemoryError(),
        OSError("gone"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_whatever_stops_an_import_takes_back_what_it_did(
    archive: Path, error: BaseException, trusted: bool
) -> None:
    records, blobs = FailingRecords(), MemoryBlobs()
    records.error = error
    with pytest.raises(type(error)):
        import_archive(records, blobs, archive, owner="local", trusted=trusted)
    assert not blobs._blobs
    assert not any(records._bodies.values())


def test_what_was_there_before_stays_when_an_import_fails(praxeo: Praxeo, archive: Path) -> None:
    add_text(praxeo)
    run_all(praxeo)
    before, bytes_before = contents(praxeo), keys(praxeo)
    outside = praxeo.outside
    failing = FailingRecords()
    failing._bodies = outside.records._bodies  # type: ignore[attr-defined]
    with pytest.raises(PraxeoError):
        import_archive(failing, outside.blobs, archive, owner="local")
    assert (contents(praxeo), keys(praxeo)) == (before, bytes_before)


def test_a_foreign_import_works_on_a_library_in_a_folder_and_is_sound(
    tmp_path: Path, archive: Path
) -> None:
    praxeo = build(outside_in_folder(tmp_path / "box"))
    moved = taken_in(praxeo, archive)
    assert moved.records
    assert json.dumps([record.id for record in praxeo.examples.list(ME).records])
    assert praxeo.outside.records.scan(Settings).records == ()
    praxeo.outside.records.close()
