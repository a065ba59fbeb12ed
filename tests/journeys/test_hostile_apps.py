"""Hostile apps, published and embedded in a page of another site: what they send, steal, swap or fill is held back.

These need no network; all of them, with every packet counted, are run by `python -m benchmarks.hostile_apps`.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import sync_playwright
from starlette.types import ASGIApp

from benchmarks.hostile_apps.attacks import Attack, attacks
from benchmarks.hostile_apps.stage import WRAPPER, Stage
from benchmarks.hostile_apps.watching import Runner
from praxeo.adapters.browser import find_chromium

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
Tried = Callable[..., list[str]]
SETTLE_MS = 1_500
SHARES = 2
SELECTED = [
    "b05",
    "b07",
    "b08",
    "b10",
    "b14",
    "b17",
    "b27",
    "b32",
    "d11",
    "h07",
    "h08",
    "h16",
    "h23",
    "h40",
    "n58",
    "n59",
    "ok1",
    "ok2",
    "ok3",
    "ok4",
    "s03",
]
ATTACKS = {attack.id: attack for attack in attacks()}


@contextmanager
def served(app: ASGIApp, port: socket.socket) -> Iterator[None]:
    server = uvicorn.Server(uvicorn.Config(app, log_config=None, lifespan="off", interface="asgi3"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [port]}, daemon=True)
    thread.start()
    yield
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def tried() -> Iterator[Tried]:
    path = find_chromium()
    if path is None or not WRAPPER.exists():
        pytest.skip("there is no Chromium, or the front end has not been built (make setup)")
    ports = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
    host, embeds = (port.getsockname()[1] for port in ports)
    stage = Stage(
        {
            "host": f"http://localhost:{host}",
            "plain": f"http://localhost:{host}",
            "embeds": f"http://127.0.0.1:{embeds}",
        }
    )
    with ExitStack() as stack:
        stack.enter_context(served(stage, ports[0]))
        stack.enter_context(served(stage.embeds_app, ports[1]))
        driver = stack.enter_context(sync_playwright())
        browser = driver.chromium.launch(
            executable_path=path, args=["--headless=new", "--no-sandbox", "--disable-gpu"]
        )
        stack.callback(browser.close)
        runner = Runner(browser.new_context(), settle_ms=SETTLE_MS)

        def run(attack: Attack, *, guarded: bool = True) -> list[str]:
            escapes = runner.run(attack, stage.scene(attack, guarded=guarded), guarded=guarded)
            return escapes + stage.seen(attack)

        yield run


@pytest.mark.parametrize("name", SELECTED)
def test_a_hostile_app_reaches_nothing_outside_its_frame(tried: Tried, name: str) -> None:
    assert tried(ATTACKS[name]) == []


def test_the_same_theft_is_seen_where_the_page_does_not_guard_its_fields(tried: Tried) -> None:
    """The control: a frame without the script beside it takes what is typed."""
    thief: Attack = ATTACKS["h08"]
    assert any("keys" in way for way in tried(thief, guarded=False))


@pytest.mark.nightly
@pytest.mark.parametrize("browser", ["chromium", "firefox"])
def test_of_all_hostile_apps_none_escapes_that_is_not_told(browser: str) -> None:
    """Every packet is counted, each share in a network namespace of its own; an hour.

    Firefox has not all that Chromium is told (`left_firefox`); over Chromium nothing goes out at all.
    """
    alone = ["unshare", *(["-r"] if os.geteuid() else []), "-n", "-m"]
    if subprocess.run([*alone, "true"], capture_output=True).returncode:
        pytest.skip("NOT PROVEN: this machine lets nobody make a network namespace")
    if browser == "firefox" and shutil.which("firefox-esr") is None:
        pytest.skip("NOT PROVEN: there is no Firefox ESR (Debian's package firefox-esr)")
    command = [*alone, sys.executable, "-m", "benchmarks.hostile_apps", "--browser", browser]
    shares = [
        subprocess.Popen(
            [*command, "--share", f"{part}/{SHARES}"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=ROOT,
        )
        for part in range(1, SHARES + 1)
    ]
    told = [share.communicate()[0] for share in shares]
    assert [share.returncode for share in shares] == [0] * SHARES, "\n".join(told)[-8000:]
    if browser == "chromium":
        assert all("0 over the network" in text for text in told)


def test_there_are_at_least_150_hostile_apps_and_most_of_those_at_the_network_are_live() -> None:
    known = attacks()
    assert len({attack.file for attack in known}) >= 150
    at_network = [attack for attack in known if attack.oracle == "net"]
    assert sum(attack.live for attack in at_network) > 0.8 * len(at_network)
