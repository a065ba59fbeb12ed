"""What the blobs in S3 do beyond the contract, looked at from behind."""

from __future__ import annotations

import pytest
from installation import Installation, bucket_name

from praxeo.adapters.s3 import S3Blobs
from praxeo.domain.errors import Unavailable


@pytest.mark.parametrize(
    ("area", "bucket", "folder"),
    [
        ("document_inputs/doc_01", "assets", "documents/doc_01"),
        ("media_inputs/med_01", "assets", "media/med_01"),
        ("examples/exa_01", "assets", "examples/exa_01"),
        ("embeds/emb_01", "embeds", "embeds/emb_01"),
    ],
)
def test_each_kind_of_blob_has_its_place(
    installation: Installation, s3_blobs: S3Blobs, area: str, bucket: str, folder: str
) -> None:
    blob = s3_blobs.put(area, b"text")
    listed = installation.cloud.client("s3").list_objects_v2(Bucket=bucket_name(bucket))["Contents"]
    assert [entry["Key"] for entry in listed] == [f"{folder}/{blob.content_hash}"]


@pytest.mark.parametrize("finish", [True, False])
def test_an_upload_in_parts_leaves_nothing_but_its_blob(
    installation: Installation, s3_blobs: S3Blobs, finish: bool
) -> None:
    with s3_blobs.writer("specs/spc_01") as writer:
        for _ in range(3):
            writer.write(bytes(4_000_000))
        keys = [writer.finish().content_hash] if finish else []
    client = installation.cloud.client("s3")
    listed = client.list_objects_v2(Bucket=bucket_name("assets")).get("Contents", [])
    assert [entry["Key"] for entry in listed] == [f"specs/spc_01/{key}" for key in keys]
    assert not client.list_multipart_uploads(Bucket=bucket_name("assets")).get("Uploads")


def test_bytes_that_are_not_those_of_the_key_are_not_given(
    installation: Installation, s3_blobs: S3Blobs
) -> None:
    blob = s3_blobs.put("specs/spc_01", b"right")
    installation.cloud.client("s3").put_object(
        Bucket=bucket_name("assets"), Key=blob.key, Body=b"wrong"
    )
    with pytest.raises(Unavailable) as damage:
        s3_blobs.read(blob.key)
    assert (damage.value.code, damage.value.retryable) == ("blob_damaged", False)
    with pytest.raises(Unavailable), s3_blobs.as_file(blob.key):
        pass


def test_without_the_rights_it_says_so(installation: Installation) -> None:
    key = installation.cloud.new_user("blob_stranger", [])
    stranger = S3Blobs("praxeo", installation.cloud.client("s3", key))
    with pytest.raises(Unavailable) as refusal:
        stranger.put("specs/spc_01", b"text")
    assert (refusal.value.code, refusal.value.retryable) == ("blobs_unavailable", False)


def test_buckets_that_do_not_exist_are_no_missing_blobs(installation: Installation) -> None:
    with pytest.raises(Unavailable):
        S3Blobs("nowhere", installation.cloud.client("s3")).put("specs/spc_01", b"text")
