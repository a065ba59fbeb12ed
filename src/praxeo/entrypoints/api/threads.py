"""Runs a request beside the event loop: for stores that are far away.

The routes are `async def` and read the store as they go, which over a local store is quickest. Over one
that answers in milliseconds or seconds, each read would hold up everybody else's requests.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Future

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from starlette.types import ASGIApp, Message, Receive, Scope, Send

REQUESTS_MAX = 100  # at a time; more wait for one of them to end
_LIMITER: RunVar[CapacityLimiter] = RunVar("requests beside the loop")


async def in_thread(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Let `app` answer in a thread and an event loop of its own; messages go through the caller's."""
    outer = asyncio.get_running_loop()
    pending: Future[Message] | None = None

    async def receiving() -> Message:
        """The next message. One that nobody waited for to the end is kept for whoever asks next."""
        nonlocal pending
        if pending is None:
            pending = asyncio.run_coroutine_threadsafe(_result(receive), outer)
        if not pending.done():
            await asyncio.shield(asyncio.wrap_future(pending))
        message, pending = pending.result(), None
        return message

    async def sending(message: Message) -> None:
        await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(_sent(send, message), outer))

    async def answer() -> None:
        await app(scope, receiving, sending)

    try:
        await to_thread.run_sync(lambda: asyncio.run(answer()), limiter=_limiter())
    finally:
        if pending is not None:
            pending.cancel()


async def _result(receive: Receive) -> Message:
    return await receive()


async def _sent(send: Send, message: Message) -> None:
    await send(message)


def _limiter() -> CapacityLimiter:
    """The one of this event loop."""
    try:
        return _LIMITER.get()
    except LookupError:
        _LIMITER.set(limiter := CapacityLimiter(REQUESTS_MAX))
        return limiter
