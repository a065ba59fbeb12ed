"""MediaConvert is asked for what its model takes, once for each recording, and comes to an end whatever it answers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from botocore.session import Session
from botocore.stub import Stubber

from devtools.loopback.mediaconvert import BucketStub, MediaConvertStub
from devtools.recordings import recording
from praxeo.adapters.ffmpeg.tools import Ffmpeg, find_ffmpeg
from praxeo.adapters.mediaconvert.encoding_job import encoding_job
from praxeo.adapters.mediaconvert.transcoder import MediaConvertTranscoder
from praxeo.domain.errors import Unavailable
from praxeo.domain.media import MediaFacts, Rung, VideoTrack
from praxeo.observability.context import during_job

GOLDEN = Path(__file__).with_name("encoding_job.json")
RUNGS = (
    Rung(width=1280, height=720, frames_per_second=30000 / 1001, bit_rate=3_000_000),
    Rung(width=854, height=480, frames_per_second=30000 / 1001, bit_rate=1_200_000),
)
BRIGHT = MediaFacts(
    container="mov", seconds=60, size=1, streams=1,
    video=VideoTrack(codec="hevc", width=3840, height=2160, hdr=True),
)  # fmt: skip
SMALL = Rung(width=64, height=36, frames_per_second=5.0, bit_rate=100_000)


def test_the_request_is_the_one_that_was_looked_through_and_the_service_takes_it() -> None:
    place, role = "s3://p-assets/incoming/encoding/0", "arn:aws:iam::000000000000:role/media"
    asked = encoding_job(BRIGHT, RUNGS, place=place, token="0-0", job_id="job_1", role=role)
    assert asked == json.loads(GOLDEN.read_text("utf-8"))
    client = Session().create_client(
        "mediaconvert", region_name="eu-central-1",
        aws_access_key_id="x", aws_secret_access_key="x",
    )  # fmt: skip
    with Stubber(client) as stub:
        stub.add_response("create_job", {"Job": {"Id": "1", "Role": role, "Settings": {}}}, asked)
        assert client.create_job(**asked)["Job"]["Id"] == "1"


class Desk:
    """An encoder beside its service, and one recording."""

    def __init__(self, folder: Path) -> None:
        found = find_ffmpeg()
        assert found, "ffmpeg is not installed"
        self.service = MediaConvertStub(BucketStub())
        self.encoder = MediaConvertTranscoder(
            found[0], client=self.service, store=self.service.bucket, bucket="p-assets", role="arn:x"
        )  # fmt: skip
        source = "testsrc2=size=128x72:rate=5:duration={seconds}"
        self.path = recording(folder / "a.mp4", picture=source, sound="", seconds=2)
        self.facts = Ffmpeg(*found).probe(self.path)
        self.folder = folder / "made"
        self.folder.mkdir()

    def ask(self) -> tuple[str, ...]:
        with during_job("job_1", ""):
            return self.encoder.picture(
                *(self.path, self.facts, [SMALL]),
                cuts=(),
                folder=self.folder,
                progress=lambda share: None,
            )

    def trouble(self) -> Unavailable:
        with pytest.raises(Unavailable) as error:
            self.ask()
        return error.value


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_however_often_it_is_asked_it_is_begun_and_paid_once(desk: Desk) -> None:
    for _ in range(3):
        trouble = desk.trouble()
        assert (trouble.code, trouble.retryable, trouble.retry_after) == ("picture_being_encoded", True, 60)  # fmt: skip
    (job,) = desk.service.jobs.values()
    assert job["UserMetadata"] == {"job": "job_1"}
    desk.service.work()
    for _ in range(2):  # the worker was killed before the step was noted as done
        assert desk.ask() == ("36p.m3u8", "36p.mp4")
    assert len(desk.service.jobs) == 1


def test_killed_between_beginning_and_noting_it_is_paid_once_all_the_same(desk: Desk) -> None:
    desk.trouble()
    note = next(key for key in desk.service.bucket.objects if key.endswith("note.json"))
    del desk.service.bucket.objects[note]
    desk.trouble()
    assert len(desk.service.jobs) == 1


def test_what_fails_twice_alike_is_given_up_and_begun_anew_on_wish(desk: Desk) -> None:
    desk.service.fails = 1040
    seen = []
    for _ in range(2):
        assert desk.trouble().code == "picture_being_encoded"
        desk.service.work()
        seen.append((desk.trouble().code, len(desk.service.jobs)))
    assert seen == [("media_tool_failed", 1), ("media_tool_failed", 2)]
    desk.trouble()
    desk.service.fails = 0
    desk.service.work()
    assert desk.ask() == ("36p.m3u8", "36p.mp4")


def test_the_second_equal_failure_is_not_tried_again_by_itself(desk: Desk) -> None:
    desk.service.fails = 1040
    tries = []
    for _ in range(2):
        desk.trouble()
        desk.service.work()
        tries.append(desk.trouble().retryable)
    assert tries == [True, False]
