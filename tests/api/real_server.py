"""A server in this process that listens on real sockets, and plain connections to it."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.types import ASGIApp

from praxeo.config import Config, read_config
from praxeo.entrypoints.admission import VisitorTimes
from praxeo.entrypoints.listening import Listening, listen
from praxeo.entrypoints.server import VISITOR_TIMES, web_server


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def configured(**environment: str) -> Config:
    """The configuration of a server on two free ports."""
    ports = {"PRAXEO_PORT": str(free_port()), "PRAXEO_EMBED_PORT": str(free_port())}
    return read_config({**ports, **environment})


@contextmanager
def listening(config: Config) -> Iterator[Listening]:
    """Both ports open."""
    opened = listen(config)
    with opened.studio, opened.embeds:
        yield opened


@contextmanager
def serving(
    app: ASGIApp, port: socket.socket, times: VisitorTimes = VISITOR_TIMES
) -> Iterator[None]:
    """The application answering on this listening socket, as the product serves it."""
    server = web_server(app, times)

    def run() -> None:
        with asyncio.Runner(loop_factory=server.config.get_loop_factory()) as runner:
            runner.run(server.serve(sockets=[port]))

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(20)
