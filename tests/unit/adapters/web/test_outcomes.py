"""What comes of fetching is told apart: each kind of answer has its own code and next step."""

from __future__ import annotations

import socket

import pytest

from devtools.loopback.serving import Exchange
from praxeo.domain.errors import PraxeoError, Unavailable
from praxeo.domain.snapshot_records import Hop
from praxeo.ports.web import Known
from tests.unit.adapters.web.loopback_sites import Sites, page


@pytest.mark.parametrize(
    ("status", "code", "again"),
    [
        *((status, "page_missing", False) for status in (404, 410)),
        *((status, "page_needs_login", False) for status in (401, 407)),
        *((status, "page_forbidden", False) for status in (403, 451)),
        *((status, "page_refused", False) for status in (204, 206, 300, 304, 400, 402, 418)),
        *((status, "page_busy", True) for status in (408, 425, 429, 503)),
        *((status, "page_server_error", True) for status in (500, 502, 504, 520)),
    ],
)
def test_each_status_is_told_by_its_own_code(
    sites: Sites, status: int, code: str, again: bool
) -> None:
    sites.add("site.org", page(b"", status=status))
    with pytest.raises(PraxeoError) as raised:
        sites.fetcher().get("http://site.org/")
    assert (raised.value.code, raised.value.retryable) == (code, again)
    assert raised.value.message.endswith(".")


def test_a_page_that_is_known_is_sent_again_only_if_it_has_changed(sites: Sites) -> None:
    told: list[tuple[str | None, str | None]] = []

    def handle(exchange: Exchange) -> None:
        if exchange.path_only == "/robots.txt":
            return exchange.send_bytes(404, b"")
        told.append(
            (exchange.headers.get("If-None-Match"), exchange.headers.get("If-Modified-Since"))
        )
        same = exchange.headers.get("If-None-Match") == '"7"'
        return exchange.send_bytes(304 if same else 200, b"" if same else b"<p>new")

    sites.add("site.org", handle)
    date = "Sun, 29 Nov 2026 00:00:00 GMT"
    same = sites.fetcher().get("http://site.org/", known=Known(etag='"7"', last_modified=date))
    other = sites.fetcher().get("http://site.org/", known=Known(etag='"6"'))
    assert (same.unchanged, same.data) == (True, b"")
    assert (other.unchanged, other.data) == (False, b"<p>new")
    assert told == [('"7"', date), ('"6"', None)]


def test_a_page_comes_with_the_way_that_led_to_it(sites: Sites) -> None:
    def moved(exchange: Exchange) -> None:
        if exchange.path_only == "/robots.txt":
            exchange.send_bytes(404, b"")
        else:
            exchange.send_bytes(301, b"", headers={"Location": "http://new.org/page?a=1"})

    first = sites.add("old.org", moved)
    second = sites.add(
        "new.org", page(b"<p>hello", ETag='"7"', Last_Modified="Sun, 29 Nov 2026 00:00:00 GMT")
    )
    found = sites.fetcher().get("http://old.org/#part")
    assert found.url == "http://old.org/#part"
    assert found.final_url == "http://new.org/page?a=1"
    assert found.hops == (
        Hop(url="http://old.org/", status=301, dialled=first),
        Hop(url="http://new.org/page?a=1", status=200, dialled=second),
    )
    assert (found.media_type, found.charset, found.etag) == ("text/html", "utf-8", '"7"')
    assert (found.data, found.robots) == (b"<p>hello", "none")
    assert found.fetched_at.startswith("2026-11-29T")


def test_redirects_end(sites: Sites) -> None:
    def on(exchange: Exchange) -> None:
        number = int(exchange.path_only.strip("/") or 0)
        exchange.send_bytes(302, b"", headers={"Location": f"/{number + 1}"})

    def elsewhere(exchange: Exchange) -> None:
        exchange.send_bytes(302, b"", headers={"Location": "http://back.org/"})

    def back(exchange: Exchange) -> None:
        exchange.send_bytes(302, b"", headers={"Location": "http://there.org/"})

    sites.add("on.org", on)
    sites.add("there.org", elsewhere)
    sites.add("back.org", back)
    assert sites.fault("http://on.org/", robots=False) == "page_redirects"
    assert len(sites.web.dials) == 6
    assert sites.fault("http://there.org/", robots=False) == "page_redirects"
    assert len(sites.web.dials) == 8


def test_a_site_under_tls_is_known_by_its_name(sites: Sites) -> None:
    sites.add_tls("good.org", secure_page)
    sites.add_tls("false.org", secure_page, name="good.org")
    assert sites.fetcher().get("https://good.org/", robots=False).data == b"<p>safe"
    assert sites.fault("https://false.org/", robots=False) == "page_certificate"


def test_no_step_leads_from_a_protected_address_to_an_unprotected_one(sites: Sites) -> None:
    def down(connection: socket.socket) -> None:
        connection.recv(65_536)
        connection.sendall(b"HTTP/1.1 302 Found\r\nLocation: http://plain.org/\r\n\r\n")

    sites.add("plain.org", page())
    sites.add_tls("good.org", down)
    assert sites.fault("https://good.org/", robots=False) == "page_insecure"
    assert len(sites.web.dials) == 1


def test_a_site_that_is_not_there_is_told_from_one_that_does_not_answer(sites: Sites) -> None:
    sites.web.add("down.org", {})
    assert sites.fault("http://none.org/") == "host_unknown"
    assert sites.fault("http://down.org/") == "page_unreachable"

    def no_network(host: str, port: int) -> tuple[str, ...]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    sites.web.lookup = no_network  # type: ignore[method-assign]
    assert sites.fault("http://none.org/") == "host_lookup_failed"


def test_the_next_address_of_a_name_is_dialled_where_the_first_does_not_answer(
    sites: Sites,
) -> None:
    there = sites.add("good.org", page())
    sites.web.answers["good.org"] = [("2a00:1450::1", there)]
    assert sites.fetcher().get("http://good.org/").hops[-1].dialled == there


def test_requests_name_the_program_and_a_contact_and_nothing_else(
    sites: Sites, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[dict[str, str]] = []

    def note(exchange: Exchange) -> None:
        asked.append(dict(exchange.headers.items()))
        exchange.send_bytes(200, b"<p>hello", headers={"Set-Cookie": "a=b"})

    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    sites.add("good.org", note)
    fetcher = sites.fetcher(contact="mailto:me@school.example")
    fetcher.get("http://good.org/", robots=False)
    fetcher.get("http://good.org/", robots=False)
    assert asked[0] == asked[1]
    assert asked[1].keys() == {
        *("Host", "Connection", "User-Agent", "Accept", "Accept-Language", "Accept-Encoding")
    }
    assert asked[1]["User-Agent"].startswith("Praxeo/")
    assert asked[1]["User-Agent"].endswith("(+mailto:me@school.example)")


def test_a_busy_site_says_how_long_it_wants_to_be_left_alone(sites: Sites) -> None:
    for said, wait in (
        ("120", 120.0),
        ("Sun, 29 Nov 2026 00:05:00 GMT", 300.0),
        ("Sun, 29 Nov 2020 00:05:00 GMT", 0.0),
        ("soon", None),
        ("999999999", 86_400.0),
    ):
        sites.add("busy.org", page(b"", status=503, Retry_After=said))
        with pytest.raises(Unavailable) as raised:
            sites.fetcher().get("http://busy.org/", robots=False)
        assert raised.value.retry_after == wait


def secure_page(connection: socket.socket) -> None:
    connection.recv(65_536)
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n<p>safe")
