"""Who can open an address at all."""

from __future__ import annotations

import pytest

from praxeo.embeds.reach import reach_of


@pytest.mark.parametrize(
    ("reach", "addresses"),
    [
        (
            "machine",
            "http://127.0.0.1:8401 http://localhost:8401 http://[::1]:8401 http://a.localhost",
        ),
        ("machine", "http://127.8.0.9 http://0.0.0.0:1"),
        (
            "network",
            "http://192.168.1.20:8401 http://10.0.0.4 http://172.16.0.1 http://[fe80::1]:9",
        ),
        ("network", "http://praxeo:8401 http://box.local http://box.school.lan http://[fd00::1] "),
        (
            "anyone",
            "https://apps.school.example https://9.9.9.9 https://embeds.praxeo.example/below",
        ),
    ],
)
def test_an_address_promises_what_its_network_keeps(reach: str, addresses: str) -> None:
    assert {reach_of(address) for address in addresses.split()} == {reach}
