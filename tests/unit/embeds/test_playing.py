"""Recordings that a published app plays are given, piece after piece, to those who may see it and to nobody else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hand_clock import HandClock
from starlette.testclient import TestClient

from praxeo.domain.access import local_user
from praxeo.domain.media import MediaFile
from praxeo.domain.records import Embed, Example, utc_text
from praxeo.embeds.playing import FILM_TICKET_LASTS
from praxeo.embeds.service import Embeds
from praxeo.entrypoints.embed_films import PIECE_BYTES
from praxeo.entrypoints.embed_host import create_embed_host

ME = local_user()
NAME = "0123456789abcdef"
FILM = bytes(range(256)) * (PIECE_BYTES // 256 + 9_000)
SAID = [[0, 4, "One."], [4, 9, "Two."]]
WRAPPER = '<iframe data-door="%PRAXEO_DOOR%" data-films="%PRAXEO_FILMS%">'


@pytest.fixture
def client(library: Embeds, tmp_path: Path) -> Iterator[TestClient]:
    wrapper = tmp_path / "wrapper.html"
    wrapper.write_text(WRAPPER)
    with TestClient(create_embed_host(library, wrapper)) as client:
        client.headers["accept-encoding"] = "identity"
        yield client


def playing(library: Embeds, example: Example, **rules: Any) -> Embed:
    embed = library.publish(ME, example.id)
    area = f"embeds/{embed.id}"
    film, said = (library.blobs.put(area, data) for data in (FILM, json.dumps(SAID).encode()))
    files = (
        MediaFile(name=f"{NAME}.mp4", blob=film.key, size=film.size),
        MediaFile(name=f"{NAME}.json", blob=said.key, size=said.size),
    )
    return library.change(ME, embed.id, version=embed.version, films=files, **rules)


def asked(client: TestClient, embed: Embed, ticket: str = "") -> Any:
    return client.post(f"/f/{embed.id}", json={"film": NAME, "ticket": ticket})


def part(client: TestClient, address: str, wanted: str, **headers: str) -> Any:
    return client.get(f"/{address}", headers={"range": wanted, **headers})


def test_a_player_gets_all_of_it_piece_after_piece(
    client: TestClient, library: Embeds, example: Example
) -> None:
    embed = playing(library, example)
    told = asked(client, embed).json()
    assert told["said"] == SAID
    got = b""
    while len(got) < len(FILM):
        answer = part(client, told["address"], f"bytes={len(got)}-")
        assert answer.status_code == 206
        last = len(got) + len(answer.content) - 1
        assert answer.headers["content-range"] == f"bytes {len(got)}-{last}/{len(FILM)}"
        assert answer.headers["cache-control"] == "private, no-store"
        got += answer.content
    assert got == FILM


@pytest.mark.parametrize("wanted", ["", "bytes=99999999-", "bytes=5-4"])
def test_it_is_never_given_whole_nor_beyond_its_end(
    client: TestClient, library: Embeds, example: Example, wanted: str
) -> None:
    address = asked(client, playing(library, example)).json()["address"]
    answer = client.get(f"/{address}", headers={"range": wanted} if wanted else {})
    assert (answer.status_code, answer.content) == (416, b"")


def test_it_is_no_page_of_its_own(client: TestClient, library: Embeds, example: Example) -> None:
    address = asked(client, playing(library, example)).json()["address"]
    opened = part(client, address, "bytes=0-", **{"sec-fetch-dest": "document"})
    assert (opened.status_code, opened.content) == (416, b"")


def test_the_page_may_play_what_is_below_its_own_address_alone(
    client: TestClient, library: Embeds, example: Example
) -> None:
    embed = playing(library, example)
    page = client.get(f"/e/{embed.id}")
    policy = page.headers["content-security-policy"]
    assert f"media-src http://testserver/f/{embed.id}/" in policy
    assert f"http://testserver/f/{embed.id}" in policy.partition("connect-src")[2]
    assert 'data-films="yes"' in page.text
    silent = library.change(ME, embed.id, version=embed.version, films=())
    page = client.get(f"/e/{silent.id}")
    assert "media-src" not in page.headers["content-security-policy"]
    assert 'data-films=""' in page.text
    assert library.blobs.exists(embed.app_blob)
    assert [library.blobs.exists(film.blob) for film in embed.films] == [False, False]


def test_behind_a_password_it_takes_a_ticket_that_ends_with_time_or_with_the_rules(
    client: TestClient, library: Embeds, example: Example, clock: HandClock
) -> None:
    embed = playing(library, example, access="password", password="Blattgrün")
    assert asked(client, embed).status_code == 403
    assert part(client, f"f/{embed.id}/{NAME}.mp4", "bytes=0-9").status_code == 403
    ticket = client.post(f"/t/{embed.id}", json={"password": "Blattgrün"}).json()["ticket"]
    address = asked(client, embed, ticket).json()["address"]
    assert ticket not in address
    assert part(client, address, "bytes=0-9").content == FILM[:10]
    for other in (ticket, "1.x", ""):
        wrong = f"p/{embed.id}/{other}/{NAME}.mp4"
        assert part(client, wrong, "bytes=0-9").status_code in {403, 404}
    clock.time += FILM_TICKET_LASTS
    assert part(client, address, "bytes=0-9").status_code == 403
    address = asked(client, embed, ticket).json()["address"]
    library.revoke(ME, embed.id, version=embed.version)
    assert part(client, address, "bytes=0-9").status_code == 403
    assert asked(client, embed, ticket).status_code == 403


@pytest.mark.parametrize("end", ["withdrawn", "over"])
def test_what_is_not_to_be_seen_any_more_is_not_played_any_more(
    client: TestClient, library: Embeds, example: Example, clock: HandClock, end: str
) -> None:
    embed = playing(library, example)
    address = asked(client, embed).json()["address"]
    if end == "withdrawn":
        library.unpublish(ME, embed.id, version=embed.version)
    else:
        library.change(
            ME,
            embed.id,
            version=embed.version,
            expires_at=utc_text(clock.time + timedelta(hours=1)),
        )
        clock.time += timedelta(hours=2)
    assert part(client, address, "bytes=0-9").status_code == 410
    assert asked(client, embed).status_code == 403


@pytest.mark.parametrize(
    "body", [b"", b"[]", b'{"film": 1}', b'{"film": "x"}', b"\xff", b"x" * 5_000]
)
def test_whatever_else_is_asked_is_refused(
    client: TestClient, library: Embeds, example: Example, body: bytes
) -> None:
    embed = playing(library, example)
    assert client.post(f"/f/{embed.id}", content=body).status_code in {400, 413}
    nothing = client.post(f"/f/{embed.id}", json={"film": "f" * 16, "ticket": ""})
    assert nothing.status_code == 404
    assert part(client, f"f/{embed.id}/{'f' * 16}.mp4", "bytes=0-").status_code == 404
