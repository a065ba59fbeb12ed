"""Runs every hostile app twice: in an embed, and without any policy, which tells whether the attack is live at all.

    unshare -n -m .venv/bin/python -m benchmarks.hostile_apps [--browser firefox] [--share 1/3] [ID ...]

It needs the rights to make a network namespace, `ip`, `openssl`, Chromium and the built front end. The browser is started without the presets
that switch predictions off, in the default context of a fresh profile. Ends with 1 if anything escaped that is not told in SECURITY.md.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

import uvicorn

from benchmarks.hostile_apps.attacks import Attack, attacks
from benchmarks.hostile_apps.network import OURS, Network
from benchmarks.hostile_apps.stage import Stage
from benchmarks.hostile_apps.watching import CRASHED

ORIGINS = {"host": "https://host.test", "embeds": "https://embeds.test:8443"}
ORIGINS["plain"] = "https://plain.test"
TOLD = {"host page scrolled"}  # whatever an app does to have it so: SECURITY.md
PROGRAMS = {
    "chromium": "benchmarks.hostile_apps.one",
    "firefox": "benchmarks.hostile_apps.in_firefox",
}
ATTACK_SECONDS = 90  # after which its browser is ended; what the network and the page around tell counts all the same


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--browser", choices=PROGRAMS, default="chromium")
    options.add_argument(
        "--share", default="1/1", help="which part of how many, each in a network of its own"
    )
    options.add_argument("ids", nargs="*")
    given = options.parse_args()
    part, parts = map(int, given.share.split("/"))
    wanted = [one for one in attacks() if one.id in given.ids or not given.ids][part - 1 :: parts]
    network = Network()
    network.start()
    stage = Stage(ORIGINS)
    _serve(stage, 443)
    _serve(stage.embeds_app, 8443)
    rows = []
    for attack in wanted:
        found = {
            how: _tried(stage, network, attack, how, PROGRAMS[given.browser])
            for how in ("embed", "plain")
        }
        rows.append((attack, found))
        print(f"{attack.id:4} {_words(attack, found)}", flush=True)
    return _sum(rows, given.browser)


def _tried(
    stage: Stage, network: Network, attack: Attack, how: str, program: str
) -> list[str] | None:
    """The escapes, seen by browser, network and stage; None where it did not run.

    Attacks that need the bridge do nothing without one.
    """
    if how == "plain" and (attack.oracle in {"bridge", "works", "alive"} or attack.id[0] == "b"):
        return None
    guarded = how == "embed"
    scene = json.dumps(asdict(stage.scene(attack, guarded=guarded)))
    name = f"{attack.name}.evil.test"
    network.settle()
    command = [sys.executable, "-m", program, attack.id, scene]
    child = subprocess.Popen(
        [*command, "yes" if guarded else "no"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    assert child.stdout
    ending = threading.Timer(ATTACK_SECONDS, lambda: _end(child))
    ending.start()
    told = child.stdout.readline()
    lives = stage.lives
    ending.cancel()
    _end(child)
    outside = [*network.seen(name), *(stage.seen(attack) if guarded else [])]
    if not told and attack.oracle != "alive":
        return outside or None
    inside = set(json.loads(told or "[]"))
    if guarded and lives:
        inside -= {CRASHED}  # an app may end its own process
    return sorted({*inside, *outside})


def _end(child: subprocess.Popen[str]) -> None:
    """End the attack's browser with all that it has started."""
    with suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


def _serve(app: Any, number: int) -> None:
    folder = Path(tempfile.mkdtemp())
    key, certificate = folder / "key.pem", folder / "cert.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=host.test -keyout"
    subprocess.run(
        [*command.split(), str(key), "-out", str(certificate)], check=True, capture_output=True
    )
    config = uvicorn.Config(
        app,
        log_config=None,
        lifespan="off",
        interface="asgi3",
        ssl_keyfile=str(key),
        ssl_certfile=str(certificate),
    )
    server, port = uvicorn.Server(config), socket.create_server((OURS, number))
    threading.Thread(target=server.run, kwargs={"sockets": [port]}, daemon=True).start()


def _words(attack: Attack, found: dict[str, list[str] | None]) -> str:
    embed, plain = found["embed"], found["plain"]
    held = "not run" if embed is None else ", ".join(embed) or "held"
    told = " (told)" if embed and (attack.left or attack.left_firefox) else ""
    live = "–" if plain is None else ", ".join(plain) or "nothing"
    return f"{held}{told}; without policy: {live}"


def _sum(rows: list[tuple[Attack, dict[str, list[str] | None]]], browser: str) -> int:
    ran = [(attack, found) for attack, found in rows if found["embed"] is not None]
    escaped = [attack for attack, found in ran if found["embed"]]
    over_network = [
        attack.id
        for attack, found in ran
        if any(
            way.split("[")[0] in {"dns", "udp", "tls", "http", "tcp"} or "packets" in way
            for way in found["embed"] or ()
        )
    ]
    live = sum(bool(found["plain"]) for _, found in rows)
    untold = [
        attack.id
        for attack, found in ran
        if not (attack.left_firefox if browser == "firefox" else attack.left)
        and not set(found["embed"] or ()) <= TOLD
    ]
    print(
        f"\n{len(ran)} of {len(rows)} attacks ran, {live} of them live without policy; {len(escaped)} escaped "
        f"({', '.join(one.id for one in escaped)}), {len(over_network)} over the network; not told: {untold}"
    )
    outside = browser == "chromium" and over_network
    return 1 if untold or outside or len(ran) < len(rows) else 0


if __name__ == "__main__":
    sys.exit(main())
