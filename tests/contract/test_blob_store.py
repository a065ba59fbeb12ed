"""What every blob store does."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from praxeo.domain.errors import NotFound, Refused, Unavailable
from praxeo.ports.blobs import BlobStore

AREA = "specs/spc_01"


def test_stored_bytes_come_back_under_their_hash(blobs: BlobStore) -> None:
    blob = blobs.put(AREA, b"text \0 \xff")
    assert blob.size == 8
    assert blob.content_hash == hashlib.sha256(b"text \0 \xff").hexdigest()
    assert blob.key == f"{AREA}/{blob.content_hash}"
    assert blobs.read(blob.key) == b"text \0 \xff"


def test_no_bytes_at_all_are_bytes_too(blobs: BlobStore) -> None:
    assert blobs.read(blobs.put(AREA, b"").key) == b""


def test_the_same_bytes_in_one_area_are_stored_once(blobs: BlobStore) -> None:
    assert blobs.put(AREA, b"same") == blobs.put(AREA, b"same")
    assert len(list(blobs.keys(AREA))) == 1


def test_deleting_the_bytes_of_one_area_leaves_those_of_another(blobs: BlobStore) -> None:
    first, second = blobs.put(AREA, b"same"), blobs.put("specs/spc_02", b"same")
    blobs.delete(first.key)
    assert not blobs.exists(first.key)
    assert blobs.read(second.key) == b"same"


def test_a_writer_takes_bytes_in_pieces_and_counts_them(blobs: BlobStore) -> None:
    with blobs.writer(AREA) as writer:
        for chunk in (b"one ", b"", b"two"):
            writer.write(chunk)
        assert writer.size == 7
        blob = writer.finish()
    assert blobs.read(blob.key) == b"one two"


def test_a_writer_that_does_not_finish_leaves_nothing(blobs: BlobStore) -> None:
    with blobs.writer(AREA) as writer:
        writer.write(b"half")
    assert list(blobs.keys(AREA)) == []


def test_a_large_blob_comes_in_pieces_and_goes_out_in_any(blobs: BlobStore) -> None:
    """So large that S3 takes it in several parts."""
    pieces = [bytes([number]) * 3_000_001 for number in range(7)]
    with blobs.writer(AREA) as writer:
        for piece in pieces:
            writer.write(piece)
        blob = writer.finish()
    whole = b"".join(pieces)
    assert (blob.size, blob.content_hash) == (len(whole), hashlib.sha256(whole).hexdigest())
    assert list(blobs.keys(AREA)) == [blob.key]
    with blobs.open(blob.key) as file:
        assert file.seek(-5, 2) == len(whole) - 5
        assert file.read() == whole[-5:]
        file.seek(2_999_999)
        assert file.read(4) == whole[2_999_999:3_000_003]
    with blobs.as_file(blob.key) as path:
        assert path.read_bytes() == whole


def test_a_large_blob_that_is_not_finished_leaves_nothing(blobs: BlobStore) -> None:
    with blobs.writer(AREA) as writer:
        for number in range(4):
            writer.write(bytes([number]) * 5_000_000)
    assert list(blobs.keys(AREA)) == []


@pytest.mark.parametrize("table", ["document_inputs", "embeds", "examples"])
def test_every_table_has_its_own_areas(blobs: BlobStore, table: str) -> None:
    area = f"{table}/one_01"
    key = blobs.put(area, b"text").key
    assert list(blobs.keys(area)) == [key]
    assert list(blobs.keys(f"{table}/one_0")) == []
    assert blobs.read(key) == b"text"


@pytest.mark.parametrize("table", ["document_inputs", "embeds", "examples"])
def test_all_blobs_of_a_table_are_told_with_their_size_and_age(
    blobs: BlobStore, table: str
) -> None:
    before = datetime.now(UTC) - timedelta(seconds=5)
    sizes = {
        blobs.put(f"{table}/{area}", data).key: len(data)
        for area in ("one_01", "one_02")
        for data in (b"text", b"")
    }
    blobs.put("specs/spc_01", b"of another table")
    with blobs.writer(f"{table}/one_03") as writer:
        writer.write(b"never finished")
    found = {each.key: each for each in blobs.stored(table)}
    assert {key: each.size for key, each in found.items()} == sizes
    after = datetime.now(UTC) + timedelta(seconds=5)
    assert all(before < each.stored_at < after for each in found.values())
    for key in sizes:
        blobs.delete(key)
    assert list(blobs.stored(table)) == []


def test_unknown_keys_are_not_found(blobs: BlobStore) -> None:
    key = f"{AREA}/{'0' * 64}"
    assert not blobs.exists(key)
    for look in (blobs.read, blobs.open):
        with pytest.raises(NotFound):
            look(key)
    with pytest.raises(NotFound), blobs.as_file(key):
        pass
    blobs.delete(key)


@pytest.mark.parametrize(
    "key", ["", "/etc/passwd", "../../etc/passwd", f"specs/../{'0' * 64}", f"{AREA}/..", "specs"]
)
def test_keys_with_path_tricks_are_not_found(blobs: BlobStore, key: str) -> None:
    assert not blobs.exists(key)
    with pytest.raises(NotFound):
        blobs.read(key)


@pytest.mark.parametrize("area", ["", "specs", "../specs", "specs/..", "/specs/a", "specs/a/b"])
def test_areas_with_path_tricks_are_refused(blobs: BlobStore, area: str) -> None:
    with pytest.raises(Refused):
        blobs.put(area, b"x")


def test_an_open_blob_can_be_read_from_any_place(blobs: BlobStore) -> None:
    with blobs.open(blobs.put(AREA, b"0123456789").key) as file:
        file.seek(4)
        assert file.read(3) == b"456"


def test_a_blob_can_be_read_as_a_file_on_disk(blobs: BlobStore) -> None:
    with blobs.as_file(blobs.put(AREA, b"on disk").key) as path:
        assert path.read_bytes() == b"on disk"


@pytest.mark.parametrize("changed", [b"0123456788", b"012345678", b"", b"0123456789\n"])
def test_changed_bytes_are_never_given_for_those_that_were_stored(
    blobs: BlobStore, overwrite: Callable[[str, bytes], None], changed: bytes
) -> None:
    key = blobs.put(AREA, b"0123456789").key
    overwrite(key, changed)
    with pytest.raises(Unavailable) as damage:
        blobs.read(key)
    assert (damage.value.code, damage.value.retryable) == ("blob_damaged", False)
    with pytest.raises(Unavailable) as damage, blobs.as_file(key):
        pass
    assert damage.value.code == "blob_damaged"
    assert blobs.put(AREA, b"0123456789").key == key  # storing them again mends it
    assert blobs.read(key) == b"0123456789"


def test_threads_that_fill_and_empty_one_area_do_not_hurt_each_other(blobs: BlobStore) -> None:
    def fill(number: int) -> None:
        for turn in range(30):
            data = f"{number} {turn}".encode()
            blob = blobs.put(AREA, data)
            assert blobs.read(blob.key) == data
            blobs.delete(blob.key)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(fill, range(4)))
    assert list(blobs.keys(AREA)) == []


def test_an_upload_or_a_download_of_its_own_is_for_blobs_alone(blobs: BlobStore) -> None:
    """What such an address takes and gives is tried in tests/cloud; not every store has them."""
    digest, more = hashlib.sha256(b"text").hexdigest(), {"size": 4, "seconds": 60}
    target = blobs.presigned_upload(AREA, content_hash=digest, **more)
    named = {"name": "a.txt", "media_type": "text/plain", "seconds": 60}
    assert bool(target) == bool(blobs.presigned_download(f"{AREA}/{digest}", **named))
    assert not blobs.exists(f"{AREA}/{digest}")
    with pytest.raises(Refused):
        blobs.presigned_upload("../specs", content_hash=digest, **more)
    for no_hash in ("", "..", digest[1:], digest.upper()):
        with pytest.raises(NotFound):
            blobs.presigned_upload(AREA, content_hash=no_hash, **more)
        with pytest.raises(NotFound):
            blobs.presigned_download(f"{AREA}/{no_hash}", **named)
