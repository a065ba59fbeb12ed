"""One process that is all of Praxeo: studio and API on one port, apps on another, and a worker."""

from __future__ import annotations

import asyncio
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

from praxeo.app import Praxeo
from praxeo.config import Config
from praxeo.entrypoints.admission import Admission, VisitorTimes, connections_max
from praxeo.entrypoints.api.application import ApiOptions, create_api, guarded
from praxeo.entrypoints.connections import Connection
from praxeo.entrypoints.descriptors import raise_descriptor_limit
from praxeo.entrypoints.embed_host import create_embed_host
from praxeo.entrypoints.listening import BACKLOG, Listening
from praxeo.entrypoints.measured import Measured, embed_route
from praxeo.entrypoints.metrics_host import create_metrics_host
from praxeo.entrypoints.studio import add_studio
from praxeo.wiring.product import build_worker

SHUTDOWN_SECONDS = 5  # for requests that are still being answered
VISITOR_TIMES = VisitorTimes()
TICKS = 10  # of a tenth of a second, between two looks at the connections
WORKER_SECONDS = 30  # for the steps that the worker is at: more than it gives them itself


def run(praxeo: Praxeo, config: Config, listening: Listening, ready: threading.Event) -> None:
    """Serve until told to stop; sets `ready` once the ports answer."""
    raise_descriptor_limit()
    servers = [
        (web_server(studio_app(praxeo, config, listening)), listening.studio),
        (web_server(embed_app(praxeo, config, listening)), listening.embeds),
    ]
    if listening.metrics:
        servers.append((web_server(create_metrics_host(praxeo)), listening.metrics))
    stop = threading.Event()
    worker = threading.Thread(
        target=build_worker(praxeo, "server", config).run, args=(stop,), name="worker", daemon=True
    )
    worker.start()
    try:
        with asyncio.Runner(loop_factory=servers[0][0].config.get_loop_factory()) as runner:
            runner.run(_serve(servers, ready))
    finally:
        stop.set()
        worker.join(WORKER_SECONDS)


def studio_app(praxeo: Praxeo, config: Config, listening: Listening) -> ASGIApp:
    """The API and the studio, guarded."""
    options = ApiOptions(
        embed_url=listening.embed_url,
        shared_url=listening.shared_url,
        can_check=can_check(config),
        hosts=frozenset(name.lower() for name in (*config.allowed_hosts, listening.name)),
        origins=frozenset(config.allowed_origins),
    )
    api = create_api(praxeo, options)
    add_studio(api, config.web_dir, embed_url=listening.embed_url)
    return Measured(guarded(api, praxeo, options), praxeo.outside.metrics)


def embed_app(praxeo: Praxeo, config: Config, listening: Listening) -> ASGIApp:
    """The host of the embeds."""
    wrapper = config.web_dir / "embed" / "wrapper.html"
    host = create_embed_host(
        praxeo.embeds,
        wrapper,
        embed_url=config.embed_url,
        own_origins=(listening.studio_url, *config.allowed_origins),
        remote=praxeo.outside.remote,
    )
    return Measured(host, praxeo.outside.metrics, embed_route)


def can_check(config: Config) -> bool:
    """Whether there is a browser to check apps with."""
    from praxeo.wiring.alone import find_chromium

    return find_chromium(config.chromium) is not None


def web_server(app: ASGIApp, times: VisitorTimes = VISITOR_TIMES) -> uvicorn.Server:
    """A server of this application, for `serve(sockets=[…])`; it leaves signals to the process."""
    return _Server(
        uvicorn.Config(
            app,
            http=Connection,
            ws="none",
            log_config=None,
            access_log=False,
            backlog=BACKLOG,
            server_header=False,
            timeout_graceful_shutdown=SHUTDOWN_SECONDS,
            lifespan="off",
        ),
        Admission(connections_max(), times),
    )


class _Server(uvicorn.Server):
    """A server that looks after its connections, and leaves signals to the process."""

    def __init__(self, config: uvicorn.Config, admission: Admission) -> None:
        super().__init__(config)
        self.server_state = self._admission = admission

    async def on_tick(self, counter: int) -> bool:
        if counter % TICKS == 0:
            self._admission.look_around(asyncio.get_running_loop().time())
        return await super().on_tick(counter)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def _serve(
    servers: list[tuple[uvicorn.Server, socket.socket]], ready: threading.Event
) -> None:
    loop = asyncio.get_running_loop()

    def stop_all() -> None:
        for server, _ in servers:
            server.should_exit = True

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop_all)
    loop.call_later(0, ready.set)
    await asyncio.gather(*(server.serve(sockets=[port]) for server, port in servers))
