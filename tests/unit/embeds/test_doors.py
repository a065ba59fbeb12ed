"""Embeds that open with a password or a signed link: nothing of them reaches who has neither."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hand_clock import HandClock
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from praxeo.domain.access import local_user
from praxeo.domain.errors import Refused
from praxeo.domain.records import Embed, EmbedPassword, Example
from praxeo.embeds.doors import BYTES_TICKET_LASTS, PAGE_TICKET_LASTS, Doors
from praxeo.embeds.passwords import WRONG_OF_ALL, WRONG_OF_ONE, WrongTries
from praxeo.embeds.service import Embeds
from praxeo.embeds.tickets import Tickets
from praxeo.entrypoints.embed_doors import BODY_BYTES_MAX
from praxeo.entrypoints.embed_host import create_embed_host

WRAPPER = (
    '<html lang="%PRAXEO_LANG%"><title>%PRAXEO_TITLE%</title><iframe data-embed="%PRAXEO_EMBED%" '
    'data-theme="%PRAXEO_THEME%" data-src="%PRAXEO_APP_URL%" data-door="%PRAXEO_DOOR%">'
)
IN_A_FRAME = {"sec-fetch-dest": "iframe"}
ME = local_user()
WORD = "Blattgrün 7"


@pytest.fixture
def client(library: Embeds, tmp_path: Path) -> Iterator[TestClient]:
    wrapper = tmp_path / "wrapper.html"
    wrapper.write_text(WRAPPER)
    host = create_embed_host(library, wrapper, own_origins=("https://studio.test",))
    with TestClient(host) as client:
        client.headers["accept-encoding"] = "identity"
        yield client


def restricted(library: Embeds, example: Example, **rules: Any) -> Embed:
    embed = library.publish(ME, example.id)
    return library.change(ME, embed.id, version=embed.version, **rules)


@pytest.fixture
def closed(library: Embeds, example: Example) -> Embed:
    return restricted(library, example, access="password", password=WORD)


def knock(client: TestClient, embed: Embed, **key: str) -> Any:
    return client.post(f"/t/{embed.id}", json=key)


def app_at(client: TestClient, opened: Any) -> Any:
    return client.get(f"/{opened.json()['app']}", headers=IN_A_FRAME)


def test_without_the_password_nothing_of_it_is_told(client: TestClient, closed: Embed) -> None:
    page = client.get(f"/e/{closed.id}")
    assert page.status_code == 200
    assert 'data-door="password"' in page.text
    assert closed.title not in page.text
    assert closed.content_hash not in page.text + str(page.headers)
    assert page.headers["cache-control"] == "private, no-cache"
    for address in (f"/a/{closed.id}/{closed.content_hash}", f"/a/{closed.content_hash}"):
        assert client.get(address, headers=IN_A_FRAME).status_code in {403, 404}
    guessed = client.get(f"/p/{closed.id}/12.{'a' * 43}/{closed.content_hash}", headers=IN_A_FRAME)
    assert guessed.status_code == 403


def test_the_page_may_reach_its_own_door_and_its_own_bytes_alone(
    client: TestClient, closed: Embed
) -> None:
    policy = client.get(f"/e/{closed.id}").headers["content-security-policy"]
    assert f"connect-src http://testserver/v/{closed.id} http://testserver/t/{closed.id}" in policy
    assert f"frame-src http://testserver/p/{closed.id}/;" in policy


def test_the_password_opens_it(client: TestClient, closed: Embed) -> None:
    opened = knock(client, closed, password=WORD)
    assert opened.status_code == 200
    assert opened.json()["title"] == closed.title
    app = app_at(client, opened)
    assert app.status_code == 200
    assert b" one one" in app.content
    assert app.headers["content-security-policy"].startswith("sandbox allow-scripts;")
    assert app.headers["cache-control"].startswith("private")


def test_opened_alone_its_bytes_lead_to_its_page(client: TestClient, closed: Embed) -> None:
    address = knock(client, closed, password=WORD).json()["app"]
    reply = client.get(
        f"/{address}", headers={"sec-fetch-dest": "document"}, follow_redirects=False
    )
    assert reply.status_code == 303
    assert client.get(f"/{address}", headers={"sec-fetch-dest": "document"}).url.path == (
        f"/e/{closed.id}"
    )


@pytest.mark.parametrize("word", ["", "blattgrün 7", WORD + " ", "x" * 4_000, "\x00", "Ω" * 300])
def test_another_word_does_not(client: TestClient, closed: Embed, word: str) -> None:
    answer = knock(client, closed, password=word)
    assert (answer.status_code, answer.json()["code"]) == (403, "wrong_password")


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'{"password": 1}', b"{}", b'"x"', b"\xff", b"x" * BODY_BYTES_MAX * 3],
)
def test_what_is_no_request_is_refused(client: TestClient, closed: Embed, body: bytes) -> None:
    assert client.post(f"/t/{closed.id}", content=body).status_code in {400, 413}


def test_a_ticket_spares_the_password_for_a_day_at_school(
    client: TestClient, closed: Embed, clock: HandClock
) -> None:
    ticket = knock(client, closed, password=WORD).json()["ticket"]
    clock.time += PAGE_TICKET_LASTS - timedelta(seconds=1)
    assert app_at(client, knock(client, closed, ticket=ticket)).status_code == 200
    clock.time += timedelta(seconds=2)
    assert knock(client, closed, ticket=ticket).json()["code"] == "ticket_over"


def test_what_an_app_can_read_in_its_address_is_worth_nothing_a_minute_later(
    client: TestClient, closed: Embed, clock: HandClock
) -> None:
    opened = knock(client, closed, password=WORD)
    of_bytes = opened.json()["app"].split("/")[2]
    assert knock(client, closed, ticket=of_bytes).status_code == 403
    clock.time += BYTES_TICKET_LASTS
    assert app_at(client, opened).status_code == 403


def test_a_ticket_opens_one_embed_alone_even_of_the_same_bytes(
    client: TestClient, library: Embeds, closed: Embed, example: Example
) -> None:
    other = restricted(library, example, access="password", password="another")
    assert other.content_hash == closed.content_hash
    opened = knock(client, closed, password=WORD)
    assert knock(client, other, ticket=opened.json()["ticket"]).status_code == 403
    borrowed = opened.json()["app"].replace(closed.id, other.id)
    assert client.get(f"/{borrowed}", headers=IN_A_FRAME).status_code == 403


@pytest.mark.parametrize(
    "change",
    [
        {"password": "a new one"},
        {"access": "link"},
        {"domains": ["school.example"]},
        {"published": False},
        {"expires_at": "2026-09-01T08:00:00.000Z"},
        {},
    ],
    ids=["password", "access", "domains", "withdrawn", "expired", "revoked"],
)
def test_a_change_of_its_rules_ends_all_tickets(
    client: TestClient, library: Embeds, closed: Embed, change: dict[str, Any]
) -> None:
    opened = knock(client, closed, password=WORD)
    if change == {"published": False}:
        library.unpublish(ME, closed.id, version=closed.version)
    elif change:
        library.change(ME, closed.id, version=closed.version, **change)
    else:
        library.revoke(ME, closed.id, version=closed.version)
    assert app_at(client, opened).status_code in {403, 410}
    assert knock(client, closed, ticket=opened.json()["ticket"]).status_code in {403, 404}


def test_its_name_may_change_without_an_end_to_tickets(
    client: TestClient, library: Embeds, closed: Embed
) -> None:
    opened = knock(client, closed, password=WORD)
    library.change(ME, closed.id, version=closed.version, title="Leaves")
    assert knock(client, closed, ticket=opened.json()["ticket"]).json()["title"] == "Leaves"


def test_keys_change_without_an_end_to_what_was_given_out(
    client: TestClient, closed: Embed, keys: list[bytes]
) -> None:
    ticket = knock(client, closed, password=WORD).json()["ticket"]
    keys.insert(0, b"n" * 32)
    assert knock(client, closed, ticket=ticket).status_code == 200
    keys.pop()
    assert knock(client, closed, ticket=ticket).status_code == 403


def test_without_keys_what_is_closed_stays_closed(
    client: TestClient, closed: Embed, keys: list[bytes]
) -> None:
    keys.clear()
    assert knock(client, closed, password=WORD).json()["code"] == "secret_missing"


def test_guesses_are_counted_by_address(
    client: TestClient, closed: Embed, clock: HandClock
) -> None:
    for _ in range(WRONG_OF_ONE):
        assert knock(client, closed, password="guess").status_code == 403
    refused = knock(client, closed, password=WORD)
    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_tries")
    assert 0 < int(refused.headers["retry-after"]) <= 601
    clock.time += timedelta(minutes=10)
    assert knock(client, closed, password=WORD).status_code == 200


def test_and_by_embed_from_wherever(clock: HandClock) -> None:
    wrong = WrongTries()
    for number in range(WRONG_OF_ALL):
        assert wrong.seconds_to_wait("emb_1", f"10.0.0.{number}", clock.now()) == 0
        wrong.count("emb_1", f"10.0.0.{number}", clock.now())
    assert wrong.seconds_to_wait("emb_1", "10.9.9.9", clock.now()) > 0
    assert wrong.seconds_to_wait("emb_2", "10.9.9.9", clock.now()) == 0


def test_a_password_is_needed_where_one_is_asked_for(library: Embeds, example: Example) -> None:
    embed = library.publish(ME, example.id)
    with pytest.raises(Refused, match="Give the password"):
        library.change(ME, embed.id, version=embed.version, access="password")
    with pytest.raises(Refused, match="from 4 to 200"):
        library.change(ME, embed.id, version=embed.version, access="password", password="abc")


def test_its_hash_stands_apart_and_goes_with_it(library: Embeds, closed: Embed) -> None:
    kept = library.records.list(EmbedPassword, {"embed_id": closed.id}).records
    assert [record.password_hash[:10] for record in kept] == ["$argon2id$"]
    assert "m=19456,t=2,p=1" in kept[0].password_hash
    library.delete(ME, closed.id, version=closed.version)
    assert not library.records.list(EmbedPassword, {"embed_id": closed.id}).records


def test_a_signed_link_opens_until_its_moment(
    client: TestClient, library: Embeds, example: Example, clock: HandClock
) -> None:
    embed = restricted(library, example, access="link")
    until = clock.now() + timedelta(days=7)
    link = Doors(library).link(ME, embed, until, "https://apps.test")
    address, _, ticket = link.address.partition("#")
    assert address == f"https://apps.test/e/{embed.id}"
    assert app_at(client, knock(client, embed, ticket=ticket)).status_code == 200
    assert knock(client, embed, password=WORD).status_code == 403
    clock.time = until
    assert knock(client, embed, ticket=ticket).json()["code"] == "ticket_over"


def test_links_are_for_what_is_closed_and_end(
    library: Embeds, example: Example, clock: HandClock
) -> None:
    embed = library.publish(ME, example.id)
    with pytest.raises(Refused, match="Restrict it first"):
        Doors(library).link(ME, embed, clock.now() + timedelta(days=1), "")
    closed = library.change(ME, embed.id, version=embed.version, access="link")
    for days in (-1, 0, 401):
        with pytest.raises(Refused, match="at most 400 days"):
            Doors(library).link(ME, closed, clock.now() + timedelta(days=days), "")


def test_domains_are_told_to_the_browser_for_page_and_bytes(
    client: TestClient, library: Embeds, example: Example
) -> None:
    embed = restricted(library, example, domains=["https://School.example/a", "*.schüle.de"])
    sources = "frame-ancestors 'self' https://studio.test school.example *.xn--schle-mva.de"
    for address in (f"/e/{embed.id}", f"/a/{embed.id}/{embed.content_hash}"):
        reply = client.get(address, headers=IN_A_FRAME)
        assert reply.status_code == 200
        assert sources in reply.headers["content-security-policy"]
        assert reply.headers["cache-control"].startswith("private")


def test_what_is_for_some_pages_is_no_page_of_its_own(
    client: TestClient, library: Embeds, example: Example
) -> None:
    embed = restricted(library, example, domains=["school.example"])
    reply = client.get(f"/e/{embed.id}", headers={"sec-fetch-dest": "document"})
    assert reply.status_code == 403
    assert "certain pages only" in reply.text


@pytest.mark.parametrize(
    "text",
    [
        "a b",
        "x;script-src *",
        "'self'",
        "*",
        "*.*.de",
        "https:",
        "http://[::1",
        "-a.de",
        "a..de",
        "a" * 300,
    ],
)
def test_what_is_no_domain_is_refused(library: Embeds, example: Example, text: str) -> None:
    with pytest.raises(Refused, match="is no domain"):
        restricted(library, example, domains=[text])


@given(st.text(max_size=80))
def test_no_text_gets_in_as_a_ticket(text: str) -> None:
    embed = Embed(
        id="emb_1", owner="local", created_at="", updated_at="", example_id="", project_id="",
        code_snippet_id="", content_hash="", title="",
    )  # fmt: skip
    now = datetime(2026, 1, 1, tzinfo=UTC)
    assert Tickets(lambda: [b"k"]).end_of(text, embed, "page", now) is None
