"""Addresses signed for the edge: what CloudFront would let through, and what it would not."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import rsa

from praxeo.adapters.edge_addresses import EdgeAddresses
from praxeo.domain.errors import Unavailable

PLACE = "https://embeds.praxeo.example"
PATH = f"p/emb_1/1a.{'t' * 43}/{'0' * 64}"
UNTIL = datetime(2026, 9, 1, 8, 1, tzinfo=UTC)
OLD, NEW = rsa.newkeys(1024), rsa.newkeys(1024)


class Kept:
    """A secret whose versions a test sets."""

    def __init__(self, text: str | None) -> None:
        self.now = text

    def state(self) -> object | None:
        return self.now

    def text(self) -> str:
        return self.now or ""


def secret(key_id: str, keys: Any) -> str:
    return f"{key_id}\n{keys[1].save_pkcs1().decode()}"


def read(text: str) -> bytes:
    return base64.b64decode(text.replace("-", "+").replace("_", "=").replace("~", "/"))


def admitted(address: str, group: dict[str, Any]) -> dict[str, Any]:
    """What the edge does: the policy, if a key of the group signed it."""
    query = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    policy = read(query["Policy"])
    rsa.verify(policy, read(query["Signature"]), group[query["Key-Pair-Id"]])
    told: dict[str, Any] = json.loads(policy)
    return told


def test_an_address_is_signed_for_itself_alone_and_until_its_moment() -> None:
    address = EdgeAddresses(PLACE, Kept(secret("K1", OLD)))(PATH, UNTIL)
    assert address.startswith(f"{PATH}?")
    (statement,) = admitted(address, {"K1": OLD[0]})["Statement"]
    assert statement["Resource"] == f"{PLACE}/{PATH}"
    assert statement["Condition"] == {"DateLessThan": {"AWS:EpochTime": int(UNTIL.timestamp())}}


def test_a_new_key_signs_as_soon_as_it_is_there() -> None:
    kept = Kept(secret("K1", OLD))
    sign = EdgeAddresses(PLACE, kept)
    before = sign(PATH, UNTIL)
    kept.now = secret("K2", NEW)
    after = sign(PATH, UNTIL)
    both = {"K1": OLD[0], "K2": NEW[0]}
    assert admitted(before, both) == admitted(after, both)
    with pytest.raises(KeyError):
        admitted(before, {"K2": NEW[0]})
    with pytest.raises(rsa.VerificationError):
        admitted(after.replace("K2", "K1"), both)


@pytest.mark.parametrize("text", [None, "K1", "K1\nno key", "", "K1\n-----BEGIN PUBLIC KEY-----"])
def test_without_a_key_nothing_is_signed(text: str | None) -> None:
    with pytest.raises(Unavailable) as refused:
        EdgeAddresses(PLACE, Kept(text))(PATH, UNTIL)
    assert refused.value.code == "secret_missing"
