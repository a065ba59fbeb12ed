"""nginx that hands out one file that is compressed already: what the host of the embeds is measured by."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CONFIG = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log;
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
events {{ worker_connections 512; }}
http {{
  access_log off; tcp_nodelay on; etag on; keepalive_requests 1000000;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  server {{ listen 127.0.0.1:{port}; root {folder}/files; brotli_static on; default_type text/html; }}
}}
"""


@contextmanager
def nginx_served(folder: Path, packed: bytes) -> Iterator[tuple[int, int]]:
    """Its worker's process id and its port. `packed` is what it answers to `/app`, in Brotli."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = int(probe.getsockname()[1])
    (folder / "files").mkdir(parents=True)
    folder.chmod(0o755)
    (folder / "files" / "app").write_bytes(b"")
    (folder / "files" / "app.br").write_bytes(packed)
    (folder / "nginx.conf").write_text(f"user root; {_CONFIG.format(folder=folder, port=port)}")
    command = ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as master:
        try:
            yield _worker(master.pid), port
        finally:
            master.terminate()


def _worker(master: int) -> int:
    """The process that answers; nginx forks it within a second."""
    end = time.monotonic() + 20
    children = Path(f"/proc/{master}/task/{master}/children")
    while time.monotonic() < end:
        if found := children.read_text().split():
            return int(found[0])
        time.sleep(0.05)
    raise RuntimeError(
        "nginx has not started; it needs the modules of Debian's package for Brotli."
    )
