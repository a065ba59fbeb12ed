"""While a service encodes a recording no worker waits for it: its word wakes the job, and a sweep where that is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from plain_praxeo import HandClock, outside_in_memory
from test_preparing import looked_at

from devtools.loopback.mediaconvert import BucketStub, MediaConvertStub
from devtools.recordings import recording
from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.adapters.mediaconvert.transcoder import MediaConvertTranscoder
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user
from praxeo.domain.input_records import MediaInput
from praxeo.domain.records import Job
from praxeo.jobs.control import cancel_job
from praxeo.jobs.taking import sweep, wake
from praxeo.jobs.worker import Worker

ME = local_user()


@pytest.fixture
def service() -> MediaConvertStub:
    return MediaConvertStub(BucketStub())


@pytest.fixture
def begun(service: MediaConvertStub, tmp_path: Path) -> tuple[Praxeo, MediaInput]:
    """A recording that has to be encoded anew, and whose job was run as far as it goes."""
    found = find_ffmpeg()
    assert found, "ffmpeg is not installed"
    outside = replace(
        outside_in_memory(),
        read_document=DocumentReader(),
        media_tools=Ffmpeg(*found),
        transcoder=MediaConvertTranscoder(
            found[0], client=service, store=service.bucket, bucket="p-assets", role="arn:x"
        ),
    )
    praxeo = build(outside)
    data = recording(
        tmp_path / "a.webm",
        picture="testsrc2=size=128x72:rate=5:duration={seconds}",
        seconds=6,
        codecs=("-c:v", "libvpx", "-c:a", "libvorbis"),
    ).read_bytes()
    source = praxeo.preparations.start(ME, looked_at(praxeo, data))
    work(praxeo)
    assert job_of(praxeo, source).status == "waiting"
    return praxeo, source


def work(praxeo: Praxeo) -> None:
    """Until nothing is to be done at this moment."""
    while Worker(praxeo=praxeo, name="test").run_one():
        pass


def job_of(praxeo: Praxeo, source: MediaInput) -> Job:
    job = praxeo.outside.records.get(Job, source.preparation_job_id)
    assert job
    return job


def preparation(praxeo: Praxeo, source: MediaInput) -> str:
    return praxeo.recordings.get(ME, source.id).preparation


def test_the_word_of_its_end_wakes_the_job_that_asked(
    begun: tuple[Praxeo, MediaInput], service: MediaConvertStub
) -> None:
    praxeo, source = begun
    service.work()
    work(praxeo)
    assert job_of(praxeo, source).status == "waiting"  # nothing has happened that a worker knows of
    (job,) = service.jobs.values()
    woken = job["UserMetadata"]["job"]
    assert wake(praxeo.outside.records, praxeo.outside.clock, woken)
    work(praxeo)
    assert preparation(praxeo, source) == "ready"
    assert not wake(praxeo.outside.records, praxeo.outside.clock, woken)
    assert not wake(praxeo.outside.records, praxeo.outside.clock, "job_none")


def test_without_a_word_it_is_looked_at_when_it_is_due_and_counts_as_no_attempt(
    begun: tuple[Praxeo, MediaInput], service: MediaConvertStub
) -> None:
    praxeo, source = begun
    clock = praxeo.outside.clock
    assert isinstance(clock, HandClock)
    for _ in range(12):  # more often than a job may fail
        clock.move(61)
        assert sweep(praxeo.outside.records, clock) == 1
        work(praxeo)
        assert (job_of(praxeo, source).status, job_of(praxeo, source).attempt) == ("waiting", 0)
    service.work()
    clock.move(61)
    sweep(praxeo.outside.records, clock)
    work(praxeo)
    assert preparation(praxeo, source) == "ready"
    assert len(service.jobs) == 1


def test_stopped_meanwhile_and_begun_again_it_is_not_paid_twice(
    begun: tuple[Praxeo, MediaInput], service: MediaConvertStub
) -> None:
    praxeo, source = begun
    cancel_job(praxeo, ME, source.preparation_job_id)
    source = praxeo.preparations.start(ME, praxeo.recordings.get(ME, source.id))
    work(praxeo)
    service.work()
    assert wake(praxeo.outside.records, praxeo.outside.clock, source.preparation_job_id)
    work(praxeo)
    assert preparation(praxeo, source) == "ready"
    assert len(service.jobs) == 1


def test_what_it_cannot_encode_twice_alike_ends_the_job(
    begun: tuple[Praxeo, MediaInput], service: MediaConvertStub
) -> None:
    praxeo, source = begun
    service.fails = 1040
    clock = praxeo.outside.clock
    assert isinstance(clock, HandClock)
    for _ in range(9):
        service.work()
        clock.move(601)
        work(praxeo)
    assert preparation(praxeo, source) == "failed"
    assert job_of(praxeo, source).error_code == "media_tool_failed"
    assert len(service.jobs) == 2
