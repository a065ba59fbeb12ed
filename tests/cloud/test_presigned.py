"""Addresses that take one document or give one, straight from the store: by S3 itself, and as the API uses them."""

from __future__ import annotations

import hashlib
import ssl
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from installation import Installation

sys.path.insert(0, str(Path(__file__).parents[1] / "jobs"))

from plain_praxeo import outside_in_memory, run_all
from starlette.testclient import TestClient

from praxeo.adapters.s3 import S3Blobs
from praxeo.app import Praxeo, build
from praxeo.domain.input_records import MediaInput
from praxeo.domain.limits import UPLOAD_PART_BYTES
from praxeo.entrypoints.api import replies
from praxeo.entrypoints.api.application import ApiOptions, create_api, guarded
from praxeo.ports.blobs import PresignedUpload
from praxeo.sources.media.parts import joined

AREA = "document_inputs/doc_01"
TEXT = b"Water rises as vapour, cools and falls as rain. " * 40
HASH = hashlib.sha256(TEXT).hexdigest()
OTHER = b64encode(hashlib.sha256(b"other").digest()).decode()
OPTIONS = ApiOptions(hosts=frozenset({"praxeo.test"}))
Changed = Callable[[PresignedUpload], tuple[str, dict[str, str], bytes]]


@pytest.fixture(scope="module")
def http(installation: Installation) -> Iterator[httpx.Client]:
    """Anybody: with no key, only what the address holds."""
    trust = ssl.create_default_context(cafile=str(installation.cloud.certificate))
    with httpx.Client(verify=trust, trust_env=False, timeout=30) as client:
        yield client


def target_for(blobs: S3Blobs) -> PresignedUpload:
    target = blobs.presigned_upload(AREA, size=len(TEXT), content_hash=HASH, seconds=60)
    assert target
    return target


def test_the_announced_bytes_become_the_blob_and_may_come_twice(
    s3_blobs: S3Blobs, http: httpx.Client
) -> None:
    target = target_for(s3_blobs)
    for _ in range(2):
        assert http.put(target.url, headers=target.headers, content=TEXT).status_code == 200
    assert list(s3_blobs.keys(AREA)) == [f"{AREA}/{HASH}"]
    assert s3_blobs.read(f"{AREA}/{HASH}") == TEXT


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(lambda t: (t.url, t.headers, TEXT[:-1] + b"!"), id="a byte is another"),
        pytest.param(lambda t: (t.url, t.headers, TEXT + b"!"), id="longer"),
        pytest.param(lambda t: (t.url, t.headers, TEXT[:-1]), id="shorter"),
        pytest.param(lambda t: (t.url, t.headers, b""), id="nothing"),
        pytest.param(lambda t: (t.url, {}, TEXT), id="no hash"),
        pytest.param(
            lambda t: (t.url, {"x-amz-checksum-sha256": OTHER}, b"other"), id="another hash"
        ),
        pytest.param(
            lambda t: (t.url.replace("doc_01", "doc_02"), t.headers, TEXT), id="another document"
        ),
        pytest.param(
            lambda t: (t.url.replace("praxeo-assets", "praxeo-embeds"), t.headers, TEXT),
            id="another bucket",
        ),
        pytest.param(
            lambda t: (t.url.replace("Expires=60", "Expires=600"), t.headers, TEXT),
            id="longer time",
        ),
        pytest.param(lambda t: (t.url[:-4] + "0000", t.headers, TEXT), id="a forged signature"),
        pytest.param(lambda t: (t.url.partition("?")[0], t.headers, TEXT), id="no signature"),
    ],
)
def test_anything_else_is_refused_and_leaves_nothing(
    installation: Installation, s3_blobs: S3Blobs, http: httpx.Client, changed: Changed
) -> None:
    url, headers, body = changed(target_for(s3_blobs))
    answer = http.put(url, headers=headers, content=body)
    assert answer.status_code in (400, 403), answer.text
    for bucket in ("praxeo-assets", "praxeo-embeds"):
        assert not installation.cloud.client("s3").list_objects_v2(Bucket=bucket).get("Contents")


def test_an_address_ends_with_its_time(
    s3_blobs: S3Blobs, http: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    blob = s3_blobs.put(AREA, b"kept")
    signed_at = datetime.now(UTC) - timedelta(seconds=61)
    monkeypatch.setattr("botocore.auth.get_current_datetime", lambda *_, **__: signed_at)
    target = target_for(s3_blobs)
    named: Any = {"name": "a.txt", "media_type": "text/plain"}
    late = s3_blobs.presigned_download(blob.key, seconds=60, **named)
    good = s3_blobs.presigned_download(blob.key, seconds=600, **named)
    assert http.put(target.url, headers=target.headers, content=TEXT).status_code == 403
    assert (http.get(late).status_code, http.get(good).status_code) == (403, 200)


def test_a_download_has_its_name_and_kind_and_no_other(
    s3_blobs: S3Blobs, http: httpx.Client
) -> None:
    url = s3_blobs.presigned_download(
        s3_blobs.put(AREA, TEXT).key,
        name='Ärger "1"\r\n.pdf',
        media_type="application/pdf",
        seconds=60,
    )
    answer = http.get(url)
    assert (answer.status_code, answer.content) == (200, TEXT)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith(
        "attachment; filename=\"_rger__1___.pdf\"; filename*=UTF-8''%C3%84rger%20%221%22"
    )
    assert http.get(url.replace("application%2Fpdf", "text%2Fhtml")).status_code == 403
    assert http.put(url, content=b"x").status_code == 403
    assert http.get(url.replace("doc_01", "doc_02")).status_code == 403


def test_an_address_gives_no_right_that_its_signer_lacks(
    installation: Installation, http: httpx.Client
) -> None:
    key = installation.cloud.new_user("presigning_stranger", [])
    target = target_for(S3Blobs("praxeo", installation.cloud.client("s3", key)))
    assert http.put(target.url, headers=target.headers, content=TEXT).status_code == 403


# --- as the API uses them -----------------------------------------------------------------------


@pytest.fixture
def praxeo(s3_blobs: S3Blobs) -> Praxeo:
    return build(replace(outside_in_memory(), blobs=s3_blobs))


@pytest.fixture
def api(praxeo: Praxeo) -> Iterator[TestClient]:
    app = guarded(create_api(praxeo, OPTIONS), praxeo, OPTIONS)
    with TestClient(app, base_url="http://praxeo.test", raise_server_exceptions=False) as client:
        yield client


def announced(api: TestClient, data: bytes, name: str = "water.txt") -> tuple[str, dict[str, Any]]:
    """The address of a new document, and where its bytes are to be sent."""
    made = api.post("/v1/document_inputs", json={"name": name, "size": len(data)})
    place = f"/v1/document_inputs/{made.json()['id']}"
    what = {"size": len(data), "content_hash": hashlib.sha256(data).hexdigest()}
    answer = api.post(f"{place}/upload", json=what)
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    return place, answer.json()


def test_a_document_comes_and_goes_past_the_api(
    api: TestClient, http: httpx.Client, praxeo: Praxeo
) -> None:
    place, target = announced(api, TEXT)
    assert target["url"].startswith("https://")
    early = api.post(f"{place}/confirm")
    assert (early.status_code, early.json()["code"]) == (409, "no_content")
    assert api.get(f"{place}/content").json()["code"] == "no_content"
    assert http.put(target["url"], headers=target["headers"], content=TEXT).status_code == 200

    confirmed = api.post(f"{place}/confirm").json()
    assert (confirmed["status"], confirmed["size"]) == ("queued", len(TEXT))
    run_all(praxeo)
    assert api.get(place).json()["status"] == "ready"
    again = api.post(f"{place}/upload", json={"size": 1, "content_hash": HASH})
    assert (again.status_code, again.json()["code"]) == (409, "already_confirmed")
    led = api.get(f"{place}/content", follow_redirects=False)
    assert (led.status_code, led.headers["cache-control"]) == (307, "no-store")
    assert http.get(led.headers["location"]).content == TEXT


def test_no_document_is_refused_and_not_kept_and_another_may_follow(
    api: TestClient, http: httpx.Client, s3_blobs: S3Blobs
) -> None:
    picture = b"GIF89a" + bytes(200)
    place, target = announced(api, picture, "really.pdf")
    http.put(target["url"], headers=target["headers"], content=picture)
    refusal = api.post(f"{place}/confirm")
    assert (refusal.status_code, refusal.json()["code"]) == (422, "wrong_type")
    area = place.removeprefix("/v1/")
    assert list(s3_blobs.keys(area)) == []
    assert api.put(f"{place}/content", content=TEXT).status_code == 200
    assert api.post(f"{place}/confirm").status_code == 202


def test_what_is_too_large_to_be_answered_is_fetched_from_the_store(
    api: TestClient, http: httpx.Client, praxeo: Praxeo, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, target = announced(api, TEXT)
    http.put(target["url"], headers=target["headers"], content=TEXT)
    api.post(f"{place}/confirm")
    run_all(praxeo)
    small = api.get(f"{place}/extraction")
    monkeypatch.setattr(replies, "ANSWER_BYTES_MAX", 10)
    led = api.get(f"{place}/extraction", follow_redirects=False)
    assert (small.status_code, led.status_code) == (200, 307)
    fetched = http.get(led.headers["location"])
    assert (fetched.content, fetched.headers["content-type"]) == (small.content, "application/json")


def test_a_recording_comes_in_parts_past_the_api_and_goes_on_after_a_break(
    api: TestClient, http: httpx.Client, praxeo: Praxeo, s3_blobs: S3Blobs
) -> None:
    whole = b"\x00\x00\x00\x18ftypisom" + bytes(UPLOAD_PART_BYTES)
    pieces = {1: whole[:UPLOAD_PART_BYTES], 2: whole[UPLOAD_PART_BYTES:]}
    made = api.post("/v1/media_inputs", json={"name": "a.mp4", "size": len(whole)}).json()
    place = f"/v1/media_inputs/{made['id']}"

    def target(number: int) -> Any:
        piece = pieces[number]
        what = {"size": len(piece), "content_hash": hashlib.sha256(piece).hexdigest()}
        return api.post(f"{place}/parts/{number}", json=what).json()

    for number, piece in pieces.items():
        to = target(number)
        assert to["url"].startswith("https://")
        early = api.post(f"{place}/complete", json={"size": len(whole)})
        assert (early.json()["code"], early.json()["details"]["part"]) == ("parts_missing", number)
        changed = http.put(to["url"], headers=to["headers"], content=piece[:-1] + b"!")
        assert changed.status_code >= 400
        assert http.put(to["url"], headers=to["headers"], content=piece).status_code == 200
        assert target(number)["url"] == ""
    assert api.post(f"{place}/complete", json={"size": len(whole)}).status_code == 200
    assert api.post(f"{place}/confirm").status_code == 202
    waiting = praxeo.outside.records.get(MediaInput, made["id"])
    assert waiting
    kept = joined(praxeo.outside.records, s3_blobs, waiting)
    assert (s3_blobs.read(kept.content_blob), kept.parts) == (whole, ())
    assert list(s3_blobs.keys(place.removeprefix("/v1/"))) == [kept.content_blob]
