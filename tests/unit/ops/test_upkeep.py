"""Retention, logs and the doctor's own work."""

from __future__ import annotations

import io
import json
import logging
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from praxeo.adapters.memory import MemoryBlobs, MemoryRecords
from praxeo.config import read_config
from praxeo.domain.model_records import StoredCompletion
from praxeo.domain.records import Project, Record, created
from praxeo.domain.trail_records import AuditEvent, IdempotencyKey
from praxeo.observability import logs
from praxeo.observability.context import during_job, during_request
from praxeo.ops.doctor.machine import examine_machine
from praxeo.ops.doctor.readers import document_readers
from praxeo.ops.retention import forget_expired

START = datetime(2026, 1, 1, tzinfo=UTC)


class StoppedClock:
    def __init__(self, moment: datetime) -> None:
        self._moment = moment

    def now(self) -> datetime:
        return self._moment


def some_of_everything(number: int, moment: datetime) -> tuple[Record, ...]:
    """A project, an audit event and an idempotency key of this moment."""
    end = f"{number:06d}"
    return (
        created(Project, moment, id=f"prj_{end}", owner="local", name="A"),
        created(AuditEvent, moment, id=f"aud_{end}", owner="local", action="x", subject_id="prj_1"),
        created(
            IdempotencyKey,
            moment,
            id=f"key_{end}",
            owner="local",
            fingerprint="f",
            subject_id="prj_1",
        ),
    )


def test_what_is_kept_for_some_days_is_gone_after_them_and_nothing_else_is() -> None:
    records = MemoryRecords()
    for number in range(250):
        records.save(*some_of_everything(number, START + timedelta(hours=number)))
    now = StoppedClock(START + timedelta(days=3))
    assert forget_expired(records, MemoryBlobs(), now) == 24
    left = records.list(IdempotencyKey, {"owner": "local"}, limit=200).records
    assert left[0].created_at == "2026-01-02T00:00:00.000000Z"
    assert len(records.list(Project, {"owner": "local"}, limit=200).records) == 200
    much_later = StoppedClock(START + timedelta(days=500))
    assert forget_expired(records, MemoryBlobs(), much_later) == 226 + 250
    assert records.list(AuditEvent, {"owner": "local"}).records == ()
    assert forget_expired(records, MemoryBlobs(), much_later) == 0


def test_retention_forgets_in_every_account() -> None:
    records = MemoryRecords()
    for number, owner in enumerate(("local", "ada", "grace")):
        records.save(
            created(
                AuditEvent,
                START,
                id=f"aud_{number}",
                owner=owner,
                action="x",
                subject_id="prj_1",
            )
        )
    much_later = StoppedClock(START + timedelta(days=500))
    assert forget_expired(records, MemoryBlobs(), much_later) == 3
    assert records.scan(AuditEvent).records == ()


def test_retention_finds_expired_records_whose_ids_do_not_tell_the_time() -> None:
    records = MemoryRecords()
    for number in range(250):  # the newest come first by id
        mark, moment = f"key_{999 - number}", START + timedelta(hours=number)
        records.save(
            created(IdempotencyKey, moment, id=mark, owner="local", fingerprint="f", subject_id="x")
        )
    assert forget_expired(records, MemoryBlobs(), StoppedClock(START + timedelta(days=3))) == 24
    assert records.get(IdempotencyKey, "key_976") is None
    assert records.get(IdempotencyKey, "key_975") is not None


def test_expired_answers_of_models_go_with_their_texts() -> None:
    records, blobs = MemoryRecords(), MemoryBlobs()
    for number, moment in enumerate((START, START + timedelta(days=60))):
        area = f"completions/cmp_{number}"
        records.save(
            created(
                StoredCompletion,
                moment,
                id=f"cmp_{number}",
                owner="local",
                fingerprint=str(number),
                purpose="write_spec",
                prompt_version="1",
                provider="gemini",
                model="m",
                text_blob=blobs.put(area, b"An answer.").key,
            )
        )
    assert forget_expired(records, blobs, StoppedClock(START + timedelta(days=100))) == 1
    assert list(blobs.keys("completions/cmp_0")) == []
    assert len(list(blobs.keys("completions/cmp_1"))) == 1


@pytest.fixture
def logged() -> io.StringIO:
    stream = io.StringIO()
    logs.start_logging("info", stream)
    yield stream  # type: ignore[misc]
    for name in (logs.NAME, *logs.OTHERS):
        logging.getLogger(name).handlers = []


def test_a_log_line_is_one_json_object_with_the_ids_of_its_work(logged: io.StringIO) -> None:
    with during_request("req_1"):
        logs.info("One\nline.", count=2)
    with during_job("job_1", "req_2"):
        logs.warning("Another.")
    lines = [json.loads(line) for line in logged.getvalue().splitlines()]
    assert [(line["message"], line["level"]) for line in lines] == [
        ("One\nline.", "info"),
        ("Another.", "warning"),
    ]
    assert (lines[0]["request_id"], lines[0]["count"], "job_id" in lines[0]) == ("req_1", 2, False)
    assert (lines[1]["request_id"], lines[1]["job_id"]) == ("req_2", "job_1")


@pytest.mark.parametrize("name", ["uvicorn.error", "asyncio"])
def test_what_the_server_below_says_is_json_too_and_the_same_once_a_minute(
    logged: io.StringIO, name: str
) -> None:
    for _ in range(1_000):
        logging.getLogger(name).warning("No room.\n")
    logging.getLogger(name).warning("Something else.")
    lines = [json.loads(line) for line in logged.getvalue().splitlines()]
    assert [line["message"] for line in lines] == ["No room.", "Something else."]


def test_however_different_what_the_server_says_little_of_it_is_remembered() -> None:
    kept = logs.OnceAMinute()
    for number in range(10 * logs.SAYINGS_MAX):
        assert kept.filter(logging.makeLogRecord({"msg": f"{number} went wrong"}))
    assert len(kept._told) <= logs.SAYINGS_MAX


def test_a_defect_is_logged_with_its_trace(logged: io.StringIO) -> None:
    try:
        raise ValueError("a defect")
    except ValueError:
        logs.unexpected("It failed.")
    (line,) = logged.getvalue().splitlines()
    assert "ValueError: a defect" in json.loads(line)["trace"]


def test_the_doctor_finds_a_data_folder_that_cannot_be_written(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    config = read_config({"PRAXEO_DATA_DIR": str(file / "library")})
    found = {finding.name: finding for finding in examine_machine(config, lambda path: None)}
    assert not found["Data folder"].ok
    assert found["Data folder"].needed
    assert "PRAXEO_DATA_DIR" in found["Data folder"].remedy


def test_the_doctor_says_when_a_browser_does_not_start(tmp_path: Path) -> None:
    broken = tmp_path / "chromium"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    config = read_config({"PRAXEO_DATA_DIR": str(tmp_path)})
    found = {finding.name: finding for finding in examine_machine(config, lambda path: str(broken))}
    assert "does not start" in found["Chromium"].message
    assert not found["Chromium"].needed


class Engine:
    """Text recognition with these languages."""

    def __init__(self, *languages: str) -> None:
        self._languages = languages

    def version(self) -> str:
        return "Tesseract 5.3.0"

    def languages(self) -> tuple[str, ...]:
        return self._languages


@pytest.mark.parametrize(
    ("engine", "ok", "message", "remedy"),
    [
        (None, False, "not found", "apt install tesseract-ocr"),
        (Engine("deu", "eng", "osd"), True, "Tesseract 5.3.0 (deu, eng)", ""),
        (Engine("eng"), False, "Tesseract 5.3.0 (eng)", "tesseract-ocr-osd"),
        (Engine("osd"), False, "Tesseract 5.3.0 (no language)", "tesseract-ocr-eng"),
    ],
)
def test_the_doctor_says_whether_scans_can_be_read_and_how_to_get_there(
    engine: Engine | None, ok: bool, message: str, remedy: str, tmp_path: Path
) -> None:
    config = read_config({"PRAXEO_DATA_DIR": str(tmp_path)})
    found = examine_machine(config, lambda path: None, find_engine=lambda path: engine)
    finding = next(finding for finding in found if finding.name == "Text recognition")
    assert (finding.ok, finding.message, finding.needed) == (ok, message, False)
    assert remedy in finding.remedy


def test_the_doctor_names_the_documents_whose_library_is_not_installed() -> None:
    def without_pdfium(address: str) -> None:
        if address.startswith("pdf."):
            raise ModuleNotFoundError("No module named 'pypdfium2'", name="pypdfium2")

    assert document_readers().ok
    found = document_readers(without_pdfium)
    assert (found.ok, found.needed) == (False, False)
    assert found.message == "pypdfium2 is not installed, so these cannot be read: PDF"
    assert "requirements" in found.remedy
