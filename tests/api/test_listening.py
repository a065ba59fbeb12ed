"""Where Praxeo listens: answers without delay, on the addresses that it prints, or says what is in the way."""

from __future__ import annotations

import http.client
import socket
import statistics
import time

import httpx
import pytest
from real_server import configured, listening, serving
from starlette.responses import PlainTextResponse

from praxeo.domain.errors import PraxeoError
from praxeo.entrypoints.listening import listen

REQUESTS = 20
DELAY_SECONDS = 0.04  # of the delayed acknowledgement that an answer in two parts waits for
ANSWER = PlainTextResponse("here")


def test_every_answer_on_a_kept_connection_comes_without_delay() -> None:
    with listening(configured()) as ports:
        for port in (ports.studio, ports.embeds):
            assert port.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
            with serving(ANSWER, port):
                connection = http.client.HTTPConnection(*port.getsockname())
                seconds = []
                for _ in range(REQUESTS):
                    start = time.perf_counter()
                    connection.request("GET", "/")
                    connection.getresponse().read()
                    seconds.append(time.perf_counter() - start)
            assert statistics.median(seconds) < DELAY_SECONDS / 2


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "0.0.0.0", "::1", "[::1]", "::", "[::]"]
)
def test_the_addresses_that_are_printed_answer(host: str) -> None:
    with listening(configured(PRAXEO_HOST=host)) as ports:
        for port, url in ((ports.studio, ports.studio_url), (ports.embeds, ports.embed_url)):
            with serving(ANSWER, port):
                assert httpx.get(url).text == "here"


def test_apps_alone_are_opened_to_the_network() -> None:
    with listening(configured(PRAXEO_EMBED_HOST="0.0.0.0")) as ports:
        assert ports.studio.getsockname()[0] == "127.0.0.1"
        assert ports.embeds.getsockname()[0] == "0.0.0.0"
        assert ports.embed_url.startswith("http://127.0.0.1:")
        with serving(ANSWER, ports.embeds):
            assert httpx.get(ports.shared_url).text == "here"


@pytest.mark.parametrize("given", [{}, {"PRAXEO_EMBED_URL": "https://apps.school.example"}])
def test_what_is_given_out_is_the_address_that_was_set_or_this_machine(
    given: dict[str, str],
) -> None:
    with listening(configured(**given)) as ports:
        assert ports.shared_url == ports.embed_url
    with pytest.raises(PraxeoError, match="PRAXEO_EMBED_HOST"):
        listen(configured(PRAXEO_EMBED_HOST="192.0.2.1"))


def test_any_address_is_that_of_both_families() -> None:
    config = configured(PRAXEO_HOST="::")
    with listening(config) as ports, serving(ANSWER, ports.studio):
        for name in ("127.0.0.1", "[::1]"):
            assert httpx.get(f"http://{name}:{config.port}").text == "here"


@pytest.mark.parametrize("host", ["nosuch.invalid", "192.0.2.1", "2001:db8::1", "not a name"])
def test_an_address_of_no_or_another_machine_is_told_by_its_own_variable(host: str) -> None:
    with pytest.raises(PraxeoError) as refusal:
        listen(configured(PRAXEO_HOST=host))
    assert refusal.value.code == "bad_setting"
    assert "PRAXEO_HOST" in refusal.value.message
    assert "PORT" not in refusal.value.message


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "0.0.0.0", "::"])
@pytest.mark.parametrize("variable", ["PRAXEO_PORT", "PRAXEO_EMBED_PORT"])
def test_a_taken_port_is_told_by_its_variable(host: str, variable: str) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, 0), family=family) as taken:
        port = str(taken.getsockname()[1])
        with pytest.raises(PraxeoError) as refusal:
            listen(configured(PRAXEO_HOST=host, **{variable: port}))
    assert refusal.value.code == "port_taken"
    assert f"set {variable}" in refusal.value.message
