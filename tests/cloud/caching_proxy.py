"""nginx as a cache that many people share, before a host on loopback, and a visitor whose browser keeps what it may."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

START_SECONDS = 20
# Nothing but what the host says decides how long something is kept.
_CONFIG = """
{user} daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  access_log off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  proxy_cache_path {folder}/kept levels=1 keys_zone=kept:1m;
  server {{
    listen 127.0.0.1:{port};
    location / {{
      proxy_pass http://127.0.0.1:{behind}; proxy_set_header Host $http_host; proxy_http_version 1.1;
      proxy_cache kept; proxy_cache_key $request_uri; proxy_cache_revalidate on; proxy_cache_lock on;
      add_header X-Kept $upstream_cache_status always;
    }}
  }}
}}
"""


@contextmanager
def caching(folder: Path, behind: int) -> Iterator[str]:
    """The address of a cache before this port."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    folder.mkdir(parents=True)
    user = "" if os.geteuid() else "user root;"
    config = folder / "nginx.conf"
    config.write_text(_CONFIG.format(folder=folder, port=port, behind=behind, user=user))
    command = ["nginx", "-p", str(folder), "-c", str(config)]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _wait_for(port, folder / "error.log")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _wait_for(port: int, log: Path) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except ConnectionRefusedError:
            time.sleep(0.02)
    raise RuntimeError(f"nginx has not started: {log.read_text() if log.exists() else ''}")


@dataclass
class Visitor:
    """Somebody's browser: what it may keep it does not ask for again, and what is shared comes by the cache."""

    place: str
    client: httpx.Client
    kept: dict[tuple[str, str], tuple[float, int]] = field(default_factory=dict)
    answers_kept: int = 0  # of the cache between

    def get(self, path: str, destination: str) -> int:
        """The status that somebody sees, be it of an answer that was kept."""
        asked = (path, destination)
        until, status = self.kept.get(asked, (0.0, 0))
        if time.monotonic() < until:
            return status
        answer = self.client.get(f"{self.place}{path}", headers={"Sec-Fetch-Dest": destination})
        self.answers_kept += answer.headers["x-kept"] == "HIT"
        control = answer.headers.get("cache-control", "")
        seconds = re.search(r"(?<!s-)max-age=(\d+)", control)
        if seconds and "no-store" not in control:
            age = int(answer.headers.get("age", 0))
            self.kept[asked] = time.monotonic() + int(seconds[1]) - age, answer.status_code
        return answer.status_code
