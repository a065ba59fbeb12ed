"""The doctor finds nothing in sound libraries, whatever they hold and however they came about."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "jobs"))

from plain_praxeo import HandClock, add_text, outside_in_folder, run_all

from praxeo.adapters.sqlite import BEGUN, SqliteRecords
from praxeo.app import Praxeo, build
from praxeo.config import read_config
from praxeo.domain.access import local_user
from praxeo.domain.input_records import DocumentInput
from praxeo.domain.records import Example
from praxeo.ops.doctor.library import examine_library
from praxeo.ops.retention import forget_expired
from praxeo.ops.transfer.exporting import export_archive
from praxeo.ops.transfer.importing import import_archive
from praxeo.wiring.library import look_at_library

JOBS = Path(__file__).parents[2] / "jobs"
PLENTY = 10**12
YEARS = 3 * 365 * 24 * 3600
ME = local_user()
WAITS = "work_left"  # in some of these libraries, whose clock stands in the past


def made(praxeo: Praxeo, text: str = "The enzyme binds.", name: str = "enzymes.txt") -> Example:
    example = add_text(praxeo, text, name)
    run_all(praxeo)
    return praxeo.examples.get(ME, example.id)


def nothing_in_it(praxeo: Praxeo) -> None:
    pass


def a_project(praxeo: Praxeo) -> None:
    praxeo.projects.create(ME, name="Biology")


def settings_only(praxeo: Praxeo) -> None:
    praxeo.settings.change(ME, version=0, language="de")


def new_document(praxeo: Praxeo) -> DocumentInput:
    project = praxeo.projects.named(ME, "")
    return praxeo.documents.create(ME, project_id=project.id, name="a.txt")


def a_document_without_bytes(praxeo: Praxeo) -> None:
    new_document(praxeo)


def an_announced_document(praxeo: Praxeo) -> None:
    praxeo.documents.announce(ME, new_document(praxeo).id, size=5, content_hash="a" * 64)


def a_document_with_bytes_sent_three_times(praxeo: Praxeo) -> None:
    document = new_document(praxeo)
    for text in (b"one", b"two", b"one"):
        with praxeo.documents.receive(ME, document.id) as upload:
            upload.write(text)
            upload.finish()


def an_upload_that_broke_off(praxeo: Praxeo) -> None:
    with praxeo.documents.receive(ME, new_document(praxeo).id) as upload:
        upload.write(b"half")


def a_refused_document(praxeo: Praxeo) -> None:
    made(praxeo, "refuse this")


def a_defect_in_a_reader(praxeo: Praxeo) -> None:
    made(praxeo, "defect")


def work_under_way(praxeo: Praxeo) -> None:
    add_text(praxeo)


def an_app(praxeo: Praxeo) -> None:
    made(praxeo)


def a_failed_app(praxeo: Praxeo) -> None:
    made(praxeo, name="wrong.txt")


def a_published_and_repinned_app(praxeo: Praxeo) -> None:
    example = made(praxeo)
    embed = praxeo.embeds.publish(ME, example.id)
    edited(praxeo, example)
    embed = praxeo.embeds.get(ME, embed.id)
    embed = praxeo.embeds.pin(ME, embed.id, version=embed.version)
    embed = praxeo.embeds.roll_back(ME, embed.id, version=embed.version)
    praxeo.embeds.unpublish(ME, embed.id, version=embed.version)


def edited(praxeo: Praxeo, example: Example) -> None:
    text = praxeo.examples.spec_text(praxeo.examples.spec(ME, example.spec_id))
    praxeo.edits.edit_spec(
        ME, example.id, text=text.replace("About", "More on"), based_on=example.spec_id
    )
    run_all(praxeo)


def versions_edited_and_restored(praxeo: Praxeo) -> None:
    example = made(praxeo)
    edited(praxeo, example)
    praxeo.edits.restore_spec(ME, example.spec_id)
    run_all(praxeo)
    example = praxeo.examples.get(ME, example.id)
    praxeo.edits.edit_code(ME, example.id, text="<p>By hand</p>", based_on=example.code_snippet_id)
    run_all(praxeo)


def a_copy(praxeo: Praxeo) -> None:
    example = made(praxeo)
    copy = praxeo.duplicate_example(ME, example.id)
    praxeo.delete_example(ME, example.id, version=example.version)
    assert praxeo.examples.get(ME, copy.id)


def an_app_of_two_projects(praxeo: Praxeo) -> None:
    """Its document stays where it was."""
    example, other = made(praxeo), praxeo.projects.create(ME, name="Other")
    praxeo.examples.change(ME, example.id, version=example.version, project_id=other.id)


def everything_deleted(praxeo: Praxeo) -> None:
    example = made(praxeo)
    praxeo.embeds.publish(ME, example.id)
    praxeo.delete_examples(ME, [example.id], with_inputs=True)
    (project,) = praxeo.projects.list(ME).records
    praxeo.delete_project(ME, project.id, version=project.version)


def years_later(praxeo: Praxeo) -> None:
    made(praxeo)
    clock = praxeo.outside.clock
    assert isinstance(clock, HandClock)
    clock.move(YEARS)
    assert forget_expired(praxeo.outside.records, praxeo.outside.blobs, clock)


def many_projects_in_many_words(praxeo: Praxeo) -> None:
    for number in range(130):
        praxeo.projects.create(ME, name=f"Projekt ‚{number}‘ \U0001f33f")


def bytes_that_no_record_names_yet(praxeo: Praxeo) -> None:
    made(praxeo)
    praxeo.outside.blobs.put("examples/exa_soon", b"of a step that is not saved yet")


STATES: list[Callable[[Praxeo], None]] = [
    nothing_in_it, a_project, settings_only, a_document_without_bytes, an_announced_document,
    a_document_with_bytes_sent_three_times, an_upload_that_broke_off, a_refused_document,
    a_defect_in_a_reader, work_under_way, an_app, a_failed_app, a_published_and_repinned_app,
    versions_edited_and_restored, a_copy, an_app_of_two_projects, everything_deleted,
    years_later, many_projects_in_many_words, bytes_that_no_record_names_yet,
]  # fmt: skip


def opened(folder: Path) -> Praxeo:
    return build(replace(outside_in_folder(folder), clock=HandClock()))


def assert_sound(folder: Path) -> None:
    library = look_at_library(read_config({"PRAXEO_DATA_DIR": str(folder)}))
    assert library is not None
    for deep in (False, True):
        found = list(examine_library(replace(library, free_bytes=lambda _: PLENTY), deep=deep))
        faults = [each for each in found if not each.ok and each.code != WAITS]
        assert not faults


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_nothing_is_found_in_a_sound_library(
    tmp_path: Path, state: Callable[[Praxeo], None]
) -> None:
    """While it is open, with its log not yet worked in, and closed."""
    praxeo = opened(tmp_path / "library")
    state(praxeo)
    assert_sound(tmp_path / "library")
    praxeo.outside.records.close()
    assert_sound(tmp_path / "library")


def test_nor_in_one_that_was_imported(tmp_path: Path) -> None:
    source, target = opened(tmp_path / "source"), opened(tmp_path / "target")
    a_published_and_repinned_app(source)
    archive = tmp_path / "a.zip"
    export_archive(source.outside.records, source.outside.blobs, archive, owner="local")
    import_archive(
        target.outside.records, target.outside.blobs, archive, owner="local", trusted=True
    )
    assert_sound(tmp_path / "target")


@pytest.mark.parametrize("name", ["Meine Apps", "äöü ß", "50% #1?", "a'b\"c", "日本"])
def test_nor_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    praxeo = opened(tmp_path / name)
    made(praxeo)
    assert_sound(tmp_path / name)


def test_nor_in_one_that_does_not_note_its_tables(tmp_path: Path) -> None:
    """As releases before did not, one of their tables being newer than the library."""
    praxeo = opened(tmp_path)
    made(praxeo)
    praxeo.outside.records.close()
    connection = sqlite3.connect(tmp_path / "praxeo.sqlite3")
    connection.execute(f"DROP TABLE {BEGUN}")
    connection.execute("DROP TABLE change_requests")
    connection.close()
    assert_sound(tmp_path)
    opened(tmp_path).outside.records.close()
    assert_sound(tmp_path)


def test_nor_after_its_process_was_killed_at_work(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    praxeo = build(outside_in_folder(folder))
    for number in range(8):
        add_text(praxeo, f"Text {number}.", f"{number}.txt")
    praxeo.outside.records.close()
    for _ in range(3):
        worker = subprocess.Popen([sys.executable, str(JOBS / "plain_praxeo.py"), str(folder), "1"])
        with pytest.raises(subprocess.TimeoutExpired):
            worker.wait(1.5)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        assert_sound(folder)
        copy = tmp_path / "copy"
        shutil.copytree(folder, copy)
        assert_sound(copy)
        shutil.rmtree(copy)


def test_nor_between_the_steps_of_a_deletion(tmp_path: Path) -> None:
    """An app never lacks what it names, wherever its deletion is cut off."""
    looks: list[None] = []

    def look(_: object) -> None:
        looks.append(assert_sound(tmp_path / "library"))

    outside = outside_in_folder(tmp_path / "library")
    records = SqliteRecords(tmp_path / "library" / "praxeo.sqlite3", after_save=look)
    praxeo = build(replace(outside, records=records, clock=HandClock()))
    example = made(praxeo)
    begun = len(looks)
    praxeo.delete_examples(ME, [example.id], with_inputs=True)
    assert len(looks) > begun + 1


def test_nor_while_it_is_written_to(tmp_path: Path) -> None:
    praxeo = opened(tmp_path / "library")
    over = threading.Event()

    def write() -> None:
        while not over.is_set():
            example = made(praxeo)
            praxeo.delete_examples(ME, [example.id], with_inputs=True)

    writing = threading.Thread(target=write)
    writing.start()
    try:
        for _ in range(10):
            assert_sound(tmp_path / "library")
    finally:
        over.set()
        writing.join()
