"""Apps under a name of one's own, by the web server that the guide sets up: with a certificate, before the port for apps."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from embedding import WRAPPER, chromium_here, publish, served
from playwright.sync_api import expect

from praxeo.entrypoints.embed_host import create_embed_host

pytestmark = [pytest.mark.browser, pytest.mark.nightly]

GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "publishing.md"
NAME = "apps.school.localhost"  # which browsers look for on this machine
START_SECONDS = 20
APP = "<!doctype html><html lang=en><meta charset=utf-8><title>Tides</title><h1>Tides</h1></html>"


def port_here() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@contextmanager
def nginx_of_the_guide(folder: Path, port: int, behind: int) -> Iterator[None]:
    """The server that the guide gives, with this name, these ports and a certificate made for it."""
    found = re.search(r"```nginx\n(.*?)```", GUIDE.read_text("utf-8"), re.S)
    assert found, "the guide gives no server"
    server = found[1].replace("apps.school.example", NAME).replace("listen 443", f"listen {port}")
    server = server.replace(":8401", f":{behind}").replace(f"/etc/ssl/{NAME}", str(folder))
    make = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN={NAME}"
    files = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    subprocess.run([*make.split(), *files], check=True, capture_output=True)
    paths = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    temporary = "".join(f"{each}_temp_path {folder}/{each};" for each in paths)
    config = folder / "nginx.conf"
    config.write_text(
        f"{'' if os.geteuid() else 'user root;'} daemon off; pid {folder}/pid; error_log {folder}/log;"
        f"events {{}} http {{ access_log off; {temporary} {server} }}"
    )
    command = ["nginx", "-p", str(folder), "-c", str(config)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            end = time.monotonic() + START_SECONDS
            while socket.socket().connect_ex(("127.0.0.1", port)):
                assert time.monotonic() < end, (folder / "log").read_text()
            yield
        finally:
            process.terminate()


def test_an_app_is_seen_under_a_name_of_ones_own_with_its_certificate(tmp_path: Path) -> None:
    if shutil.which("nginx") is None:
        pytest.skip("NOT PROVEN: there is no nginx on this machine (.ci/nightly brings it)")
    embeds, embed = publish(APP, {})
    port = port_here()
    place = f"https://{NAME}:{port}"
    host = create_embed_host(embeds, WRAPPER, embed_url=place)
    with served(host) as behind, nginx_of_the_guide(tmp_path, port, behind), chromium_here() as b:
        page = b.new_page(ignore_https_errors=True)
        page.goto(f"{place}/e/{embed.id}")
        expect(page.frame_locator("iframe").get_by_role("heading", name="Tides")).to_be_visible()
        (frame,) = (each for each in page.frames if "/a/" in each.url)
        assert frame.url.startswith(f"{place}/a/{embed.id}/")
