"""A recording that comes in parts is byte for byte what was sent, whatever breaks and whoever sends at the same time."""

from __future__ import annotations

import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from devtools.recordings import recording
from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.adapters.local_files import LocalBlobs
from praxeo.adapters.memory import MemoryRecords
from praxeo.adapters.sandbox.document_reader import DocumentReader
from praxeo.domain.access import local_user
from praxeo.domain.errors import PraxeoError
from praxeo.domain.limits import UPLOAD_PART_BYTES
from praxeo.ops.upkeep import Upkeep
from praxeo.ports.blobs import PresignedUpload
from praxeo.sources.media.parts import PartUploads, joined
from praxeo.sources.media.service import Recordings

ME = local_user()


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    head = recording(tmp_path_factory.mktemp("media") / "a.mp4", seconds=1).read_bytes()
    return head + random.Random(5).randbytes(UPLOAD_PART_BYTES * 5 // 2)


@pytest.fixture
def parts(tmp_path: Path) -> PartUploads:
    clock = SystemClock()
    room = Recordings(
        records=MemoryRecords(),
        blobs=LocalBlobs(tmp_path / "blobs"),
        clock=clock,
        ids=RandomIds(clock),
        read_document=DocumentReader(),
        media_tools=None,
        text_recognition=None,
    )
    return PartUploads(room=room)


def begun(parts: PartUploads) -> str:
    return parts.room.create(ME, project_id="prj_1", name="a.mp4").id


def cut(data: bytes) -> list[bytes]:
    return [data[at : at + UPLOAD_PART_BYTES] for at in range(0, len(data), UPLOAD_PART_BYTES)]


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(PraxeoError) as error:
        act()
    return error.value.code


def test_parts_in_any_order_from_two_senders_with_breaks_are_the_same_bytes(
    parts: PartUploads, sent: bytes
) -> None:
    input_id, chance = begun(parts), random.Random(6)
    pieces = list(enumerate(cut(sent), 1))
    # Each is sent several times by both; some break off before their end, and come again.
    tries = [(number, piece) for number, piece in pieces for _ in range(3)]
    broken = [(number, piece[: chance.randrange(1, len(piece))]) for number, piece in pieces]
    chance.shuffle(tries)
    with ThreadPoolExecutor(2) as senders:
        list(senders.map(lambda each: parts.put(ME, input_id, *each), [*broken, *tries]))
    for number, piece in pieces:  # whoever came last may have been the one that broke
        kept = parts.put(ME, input_id, number, piece)
    assert [part.number for part in kept.parts] == [1, 2, 3]
    complete = parts.complete(ME, input_id, size=len(sent))
    assert parts.complete(ME, input_id, size=len(sent)) == complete
    queued = parts.room.confirm(ME, input_id)
    assert queued.status == "queued"
    assert code_of(lambda: parts.put(ME, input_id, 1, b"x")) == "already_confirmed"
    whole = joined(parts.room.records, parts.room.blobs, queued)
    assert parts.room.blobs.read(whole.content_blob) == sent
    assert list(parts.room.blobs.keys(f"media_inputs/{input_id}")) == [whole.content_blob]
    assert joined(parts.room.records, parts.room.blobs, whole) == whole


class Killed(BaseException):
    """The end of a worker, as `kill -9` brings it: nothing catches it."""


@pytest.mark.parametrize("moment", ["a part is read", "the whole is kept", "a part is deleted"])
def test_killed_while_parts_are_joined_it_begins_anew_and_nothing_stays_for_more_than_a_day(
    parts: PartUploads, sent: bytes, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    input_id = begun(parts)
    for number, piece in enumerate(cut(sent), 1):
        parts.put(ME, input_id, number, piece)
    waiting = parts.complete(ME, input_id, size=len(sent))
    records, blobs = parts.room.records, parts.room.blobs
    at: dict[str, tuple[object, str]] = {
        "a part is read": (blobs, "read"),
        "the whole is kept": (records, "save"),
        "a part is deleted": (blobs, "delete"),
    }
    calls = 0

    def dies(*given: object, **more: object) -> object:
        nonlocal calls
        calls += 1
        if calls == (2 if moment == "a part is read" else 1):
            raise Killed
        return act(*given, **more)

    act = getattr(*at[moment])
    with monkeypatch.context() as patch:
        patch.setattr(*at[moment], dies)
        with pytest.raises(Killed):
            joined(records, blobs, waiting)
    there = parts.room.get(ME, input_id)
    assert bool(there.content_blob) == (moment == "a part is deleted")
    whole = joined(records, blobs, there)
    assert blobs.read(whole.content_blob) == sent
    Upkeep(records=records, blobs=blobs, clock=Later())()
    assert list(blobs.keys(f"media_inputs/{input_id}")) == [whole.content_blob]


class Later:
    """The machine's clock, two days ahead."""

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(days=2)


def test_what_is_missing_is_named_and_nothing_is_lost_by_completing_too_early(
    parts: PartUploads, sent: bytes
) -> None:
    input_id, (first, second, third) = begun(parts), cut(sent)
    parts.put(ME, input_id, 1, first)
    parts.put(ME, input_id, 3, third)
    with pytest.raises(PraxeoError) as error:
        parts.complete(ME, input_id, size=len(sent))
    assert (error.value.code, error.value.details) == ("parts_missing", {"part": 2, "parts": 3})
    parts.put(ME, input_id, 2, second[:-1])
    assert code_of(lambda: parts.complete(ME, input_id, size=len(sent))) == "parts_missing"
    parts.put(ME, input_id, 2, second)
    assert parts.complete(ME, input_id, size=len(sent)).size == len(sent)


def test_equal_parts_share_their_bytes_and_keep_them(parts: PartUploads, sent: bytes) -> None:
    input_id, same = begun(parts), cut(sent)[0]
    for number in (1, 2):
        parts.put(ME, input_id, number, same)
    parts.put(ME, input_id, 2, b"end")
    complete = parts.complete(ME, input_id, size=len(same) + 3)
    whole = joined(parts.room.records, parts.room.blobs, complete)
    assert parts.room.blobs.read(whole.content_blob) == same + b"end"


def test_bad_parts_are_refused_with_their_own_code(parts: PartUploads) -> None:
    input_id = begun(parts)
    for number, data, code in (
        (0, b"x", "bad_part"), (-1, b"x", "bad_part"), (1, b"", "bad_part"),
        (1, bytes(UPLOAD_PART_BYTES + 1), "part_too_large"), (10**9, b"x", "upload_too_large"),
    ):  # fmt: skip
        assert code_of(lambda n=number, d=data: parts.put(ME, input_id, n, d)) == code
    parts.put(ME, input_id, 1, b"plain text")
    assert code_of(lambda: parts.complete(ME, input_id, size=10)) == "not_a_recording"
    assert [part.size for part in parts.room.get(ME, input_id).parts] == [10]


def test_a_part_that_is_there_is_not_asked_for_again(parts: PartUploads, sent: bytes) -> None:
    input_id, first = begun(parts), cut(sent)[0]

    def announced() -> PresignedUpload | None:
        told = sha256(first).hexdigest()
        return parts.announce(ME, input_id, 1, size=len(first), content_hash=told)

    assert announced() is None  # where to: to the API
    parts.put(ME, input_id, 1, first)
    assert announced() == PresignedUpload(url="", headers={})


def test_a_recording_whose_parts_have_not_all_come_cannot_be_confirmed(
    parts: PartUploads, sent: bytes
) -> None:
    input_id, (first, second, third) = begun(parts), cut(sent)
    for number, piece in ((1, first), (2, second), (3, third)):
        assert code_of(lambda: parts.room.confirm(ME, input_id)) == "no_content"
        parts.put(ME, input_id, number, piece)
    parts.complete(ME, input_id, size=len(sent))
    parts.put(ME, input_id, 3, third[:-1])  # another end: it is not complete any more
    assert code_of(lambda: parts.room.confirm(ME, input_id)) == "no_content"
    parts.complete(ME, input_id, size=len(sent) - 1)
    assert parts.room.confirm(ME, input_id).status == "queued"


def test_bytes_that_come_whole_after_some_parts_are_those_that_count(
    parts: PartUploads, sent: bytes
) -> None:
    input_id = begun(parts)
    parts.put(ME, input_id, 1, cut(sent)[1])
    with parts.room.receive(ME, input_id) as upload:
        upload.write(sent)
        upload.finish()
    queued = parts.room.confirm(ME, input_id)
    assert joined(parts.room.records, parts.room.blobs, queued).size == len(sent)
