"""Limits that every store keeps, set by the strictest of them, so that none accepts what another refuses."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from praxeo.domain.errors import NotFound, Refused, TooLarge

RECORD_BYTES_MAX = 350_000  # of JSON; a DynamoDB item holds 400 KB with its names
SAVE_RECORDS_MAX = 100  # records in one save; a DynamoDB transaction holds 100 items
SAVE_BYTES_MAX = 3_500_000  # of JSON in one save; a DynamoDB transaction holds 4 MB
KEY_CHARACTERS_MAX = 200
PAGE_RECORDS_MAX = 200
UPLOAD_BYTES_MAX = 100_000_000  # of one document: what is taken is also read
RECORDING_BYTES_MAX = 4_000_000_000  # of one recording: what one PUT takes straight into a bucket
UPLOAD_PART_BYTES = 8_000_000  # of a recording that comes in parts: of each but the last
RECORDING_SECONDS_MAX = 4 * 3600
TITLE_CHARACTERS_MAX = 300
NAME_CHARACTERS_MAX = 255
TAGS_MAX = 30  # of one example
TAG_CHARACTERS_MAX = 60
TEXT_CHARACTERS_MAX = 5_000  # descriptions and notes
WISH_CHARACTERS_MAX = 1_000  # what a person asks of the model that makes an app
SPEC_BYTES_MAX = 5_000_000
CODE_BYTES_MAX = 20_000_000
APP_PICTURES_BYTES_MAX = 4_000_000  # of the pictures in one app, in base64 as they stand there
CAP_MICROUSD_MAX = 10_000_000_000  # ten thousand US dollars, in millionths

_KEY = re.compile(rf"[!-~]{{1,{KEY_CHARACTERS_MAX}}}")
_AREA = re.compile(r"[a-z][a-z_]{0,39}/[a-z0-9][a-z0-9_-]{0,99}")
_BLOB_KEY = re.compile(_AREA.pattern + r"/[0-9a-f]{64}")


def check_save(bodies: Sequence[tuple[str, str]], deleted: Sequence[str]) -> None:
    """Refuse a save that some store could not take. `bodies` are pairs of id and JSON."""
    keys = [key for key, _ in bodies] + list(deleted)
    if len(keys) > SAVE_RECORDS_MAX:
        raise TooLarge("save_too_large", f"One save holds at most {SAVE_RECORDS_MAX} records.")
    if len(set(keys)) < len(keys):
        raise Refused("record_twice", "One save names the same record twice.")
    for key in keys:
        check_key(key)
    sizes = [len(body.encode()) for _, body in bodies]
    if any(size > RECORD_BYTES_MAX for size in sizes):
        raise TooLarge("record_too_large", f"A record holds at most {RECORD_BYTES_MAX} bytes.")
    if sum(sizes) > SAVE_BYTES_MAX:
        raise TooLarge("save_too_large", f"One save holds at most {SAVE_BYTES_MAX} bytes.")


def check_key(key: str) -> None:
    """Refuse an id or a listed value that some store could not take as a key."""
    if not is_key(key):
        raise Refused("bad_key", f"A key has 1 to {KEY_CHARACTERS_MAX} plain characters.")


def is_key(key: str) -> bool:
    """Whether this could be an id or a listed value: printable ASCII without spaces."""
    return _KEY.fullmatch(key) is not None


def check_listing(where: Mapping[str, str], limit: int) -> None:
    """Refuse a listing that some store could not answer."""
    for value in where.values():
        check_key(value)
    if not 1 <= limit <= PAGE_RECORDS_MAX:
        raise Refused("bad_limit", f"A page holds 1 to {PAGE_RECORDS_MAX} records.")


def check_area(area: str) -> None:
    """Refuse an area of blobs that is not two plain words, such as "document_inputs/doc_01h"."""
    if not _AREA.fullmatch(area):
        raise Refused("bad_blob_area", "A blob belongs to an area such as specs/spc_01.")


def is_blob_key(key: str) -> bool:
    """Whether this could be the key of a blob: an area and a SHA-256 in hex, nothing else."""
    return _BLOB_KEY.fullmatch(key) is not None


def blob_keys_in(text: str) -> tuple[str, ...]:
    """Everything in a text that could be the key of a blob."""
    return tuple(_BLOB_KEY.findall(text))


def check_blob_key(key: str) -> None:
    """Refuse, as a blob that is not there, what cannot be the key of one: NotFound."""
    if not is_blob_key(key):
        raise NotFound("blob_not_found", "These bytes are not stored any more.")
