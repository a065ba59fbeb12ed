"""Only the public web is ever dialled: whatever the address, the name service or a redirect says."""

from __future__ import annotations

import pytest
from tests.unit.adapters.web.loopback_sites import Sites, page

from devtools.loopback.serving import Exchange
from praxeo.adapters.web.addresses import judged
from praxeo.adapters.web.networks import is_public

CLOSED = (
    *("127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255"),
    *("192.168.1.1", "169.254.169.254", "169.254.170.2", "100.64.0.1", "100.100.100.200"),
    *("192.0.0.192", "192.0.2.1", "198.51.100.7", "203.0.113.9", "198.18.0.1", "192.88.99.1"),
    *("224.0.0.1", "240.0.0.1", "255.255.255.255"),
    *("::", "::1", "fe80::1", "fc00::1", "fd00:ec2::254", "ff02::1", "::ffff:127.0.0.1"),
    *("::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1"),
    *("2002:7f00:1::", "2001::1", "2001:db8::1", "3fff::1", "100::1", "5f00::1"),
)
SCOPED = ("fe80::1%eth0", "2606:2800:220:1::1%eth0")  # as a name service gives them
OPEN = (
    *("8.8.8.8", "11.0.0.1", "172.32.0.1", "192.167.1.1", "100.128.0.1", "198.20.0.1", "223.0.0.1"),
    *("2606:2800:220:1:248:1893:25c8:1946", "2a00:1450::1", "64:ff9b::808:808"),
)
# Forms in which an address of this machine or of a closed network hides from readers that differ.
HIDDEN = (
    *("http://0/", "http://0177.0.0.1/", "http://0x7f.1/", "http://0x7f000001/", "http://127.1/"),
    *("http://2130706433/", "http://017700000001/", "http://0xa9fea9fe/", "http://2852039166/"),
    *("http://0251.254.169.254/", "http://１２７.０.０.１/", "http://①②⑦.0.0.1/", "http://127。0。0。1/"),
    *("http://[::1]/", "http://[::ffff:7f00:1]/", "http://[0:0:0:0:0:ffff:127.0.0.1]/"),
    *("http://[::1%25lo]/", "http://[fe80::1%25eth0]/", "http://127.0.0.1./", "http://localhost./"),
    *("http://LOCALHOST/", "http://ＬＯＣＡＬＨＯＳＴ/", "http://loc\talhost/", "http://%6c%6f%63alhost/"),
    *("http://a.localhost/", "http://metadata/", "http://metadata.google.internal/", "http://x.lan/"),
    *("http://printer.local/", "http://nas.home.arpa/", "http://127.1.1.1\\@good.org/"),
    *("http://good.org@127.0.0.1/", "http://127.0.0.1#@good.org/", "http://user:pw@good.org/"),
    *("http://good.org:22/", "http://good.org:2375/", "file:///etc/hostname", "ftp://good.org/"),
    *("gopher://good.org/", "data:text/html,hi", "javascript:alert(1)", "//good.org/", "good.org"),
    *("jar:http://good.org!/", "view-source:http://good.org/", "", " ", "http://", "http:///"),
    *("http://good..org/", "http://.good.org/", "http://[::1/", "http://exa mple.org/"),
)


@pytest.mark.parametrize("address", (*CLOSED, *SCOPED))
def test_an_address_of_a_closed_network_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", OPEN)
def test_an_address_of_the_public_web_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("url", HIDDEN)
def test_no_form_of_an_address_gets_round_the_guard(sites: Sites, url: str) -> None:
    sites.add("good.org", page())
    assert sites.fault(url).startswith("link_")
    assert not sites.web.dials


@pytest.mark.parametrize("closed", (*CLOSED, *SCOPED))
def test_a_name_with_a_closed_address_is_refused_wherever_it_stands_among_others(
    sites: Sites, closed: str
) -> None:
    public = sites.add("good.org", page())
    for answer in ((closed,), (public, closed), (closed, public)):
        sites.web.answers["good.org"] = [answer]
        assert sites.fault("http://good.org/") == "link_private"
    assert not sites.web.dials


@pytest.mark.parametrize("closed", CLOSED)
def test_a_name_that_changes_its_address_is_judged_by_the_answer_that_is_dialled(
    sites: Sites, closed: str
) -> None:
    public = sites.add("good.org", page())
    sites.web.answers["good.org"] = [(public,), (closed,)]  # robots.txt, then the page
    assert sites.fault("http://good.org/") == "link_private"
    assert sites.dialled == {public}


@pytest.mark.parametrize(
    "target",
    [
        *(f"http://[{address}]/" if ":" in address else f"http://{address}/" for address in CLOSED),
        *("//127.0.0.1/", "\\\\127.0.0.1\\", "http://inside.org/", "file:///etc/passwd"),
    ],
)
def test_a_redirect_is_judged_like_the_first_address(sites: Sites, target: str) -> None:
    def away(exchange: Exchange) -> None:
        if exchange.path_only == "/robots.txt":
            exchange.send_bytes(404, b"")
        else:
            exchange.send_bytes(302, b"", headers={"Location": target})

    public = sites.add("good.org", away)
    sites.web.answers["inside.org"] = [("10.0.0.8",)]
    assert sites.fault("http://good.org/").startswith("link_")
    assert sites.dialled == {public}


def test_pages_of_the_public_web_are_fetched_in_every_form_of_their_address(sites: Sites) -> None:
    port = sites.port(page())
    for host in ("good.org", "127.0.0.1.example.org", "xn--bcher-kva.example.org"):
        sites.web.add(host, {80: port, 8080: port})
    for address in ("8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"):
        sites.web.add_address(address, {80: port})
    for url in (
        *("http://good.org/", "http://good.org./", "HTTP://GOOD.ORG", "http://good.org:80/a?b=c#d"),
        *("http://good.org/redirect?u=http://127.0.0.1/", "http://127.0.0.1.example.org/x"),
        *("http://bücher.example.org/", "http://8.8.8.8/", "http://good.org:8080/"),
        *("http://[2606:2800:220:1:248:1893:25c8:1946]/", "http://134744072/", " http://good.org "),
    ):
        assert sites.fault(url) == "", url


def test_one_reading_of_an_address_is_both_judged_and_asked_for() -> None:
    address = judged("http://Good.ORG.:8080/a b/../c?d=é#frag")
    assert address.authority == "good.org:8080"
    assert address.target == "/c?d=%C3%A9"
    assert address.origin == "http://good.org:8080"


def test_a_planted_opening_of_the_guard_is_seen_at_the_dialler(
    sites: Sites, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("praxeo.adapters.web.dialling.is_public", lambda ip: ip == "10.0.0.8")
    sites.add("good.org", page())
    sites.web.answers["inside.org"] = [("10.0.0.8",)]
    sites.fault("http://inside.org/")
    assert "10.0.0.8" in sites.dialled
