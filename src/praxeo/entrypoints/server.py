"""One process that is all of Praxeo: studio and API on one port, apps on another, and a worker."""

from __future__ import annotations

import asyncio
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from starlette.types import ASGIApp

from praxeo.app import Praxeo
from praxeo.config import Config
from praxeo.domain.errors import Unavailable
from praxeo.entrypoints.api.application import ApiOptions, create_api, guarded
from praxeo.entrypoints.embed_host import create_embed_host
from praxeo.entrypoints.studio import add_studio
from praxeo.wiring.product import build_worker

BACKLOG = 512  # connections that wait to be accepted
SHUTDOWN_SECONDS = 5  # for requests that are still being answered
WORKER_SECONDS = 30  # for the step that the worker is at
WILDCARDS = frozenset({"0.0.0.0", "::"})  # noqa: S104 (compared with, not listened on)


@dataclass(frozen=True, kw_only=True, slots=True)
class Listening:
    """The two open ports and the addresses that people use."""

    studio: socket.socket
    embeds: socket.socket
    studio_url: str
    embed_url: str


def listen(config: Config) -> Listening:
    """Open both ports. Raises Unavailable("port_taken") that says which variable to change."""
    studio = _open(config.host, config.port, "PRAXEO_PORT")
    try:
        embeds = _open(config.host, config.embed_port, "PRAXEO_EMBED_PORT")
    except Unavailable:
        studio.close()
        raise
    name = "127.0.0.1" if config.host in WILDCARDS else config.host
    name = f"[{name}]" if ":" in name else name
    return Listening(
        studio=studio,
        embeds=embeds,
        studio_url=f"http://{name}:{config.port}",
        embed_url=config.embed_url or f"http://{name}:{config.embed_port}",
    )


def run(praxeo: Praxeo, config: Config, listening: Listening, ready: threading.Event) -> None:
    """Serve until told to stop; sets `ready` once the ports answer."""
    servers = [
        (_Server(_uvicorn(studio_app(praxeo, config, listening))), listening.studio),
        (_Server(_uvicorn(embed_app(praxeo, config))), listening.embeds),
    ]
    stop = threading.Event()
    worker = threading.Thread(
        target=build_worker(praxeo, "server").run, args=(stop,), name="worker", daemon=True
    )
    worker.start()
    try:
        asyncio.run(_serve(servers, ready))
    finally:
        stop.set()
        worker.join(WORKER_SECONDS)


def studio_app(praxeo: Praxeo, config: Config, listening: Listening) -> ASGIApp:
    """The API and the studio, guarded."""
    options = ApiOptions(
        embed_url=listening.embed_url,
        can_check=can_check(config),
        hosts=frozenset(name.lower() for name in config.allowed_hosts)
        | ({config.host} - WILDCARDS),
        origins=frozenset(config.allowed_origins),
    )
    api = create_api(praxeo, options)
    add_studio(api, config.web_dir, embed_url=listening.embed_url)
    return guarded(api, praxeo, options)


def embed_app(praxeo: Praxeo, config: Config) -> ASGIApp:
    """The host of the embeds."""
    wrapper = config.web_dir / "embed" / "wrapper.html"
    return create_embed_host(praxeo.embeds, wrapper, remote=praxeo.outside.remote)


def can_check(config: Config) -> bool:
    """Whether there is a browser to check apps with."""
    from praxeo.adapters.browser import find_chromium

    return find_chromium(config.chromium) is not None


class _Server(uvicorn.Server):
    """A server that leaves signals to the process."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def _serve(servers: list[tuple[_Server, socket.socket]], ready: threading.Event) -> None:
    loop = asyncio.get_running_loop()

    def stop_all() -> None:
        for server, _ in servers:
            server.should_exit = True

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop_all)
    loop.call_later(0, ready.set)
    await asyncio.gather(*(server.serve(sockets=[port]) for server, port in servers))


def _uvicorn(app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        lifespan="off",
    )


def _open(host: str, port: int, variable: str) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as fault:
        raise Unavailable(
            "port_taken",
            f"Port {port} of {host} cannot be used ({fault.strerror}). Stop what uses it, or set "
            f"{variable} to another port.",
        ) from fault
