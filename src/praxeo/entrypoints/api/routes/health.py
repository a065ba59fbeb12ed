"""/v1/health: whether Praxeo answers, whether it can work, and what a client needs to know of this installation."""

from __future__ import annotations

from fastapi import Request
from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.entrypoints.api.readiness import Readiness
from praxeo.entrypoints.api.replies import caller, content
from praxeo.entrypoints.api.routing import StorelessRoute, table_router
from praxeo.entrypoints.api.shapes import Shape

router = table_router("health", StorelessRoute)


class Health(Shape):
    """This installation."""

    status: str = Field(examples=["ok"])
    version: str = Field(examples=["0.1.0"])
    embed_url: str = Field(description="Origin of the embeds.", examples=["http://127.0.0.1:8401"])
    upload_bytes_max: int
    can_check: bool = Field(description="Whether there is a browser to check apps with.")
    searches: list[str] = Field(
        description='Where topics are looked up: "Library" is what was read here before.',
        examples=[["Library", "MediaWiki"]],
    )


@router.get("", response_model=Health)
async def get_health(request: Request) -> Response:
    """Whether Praxeo answers, and what this installation can do."""
    praxeo, _ = caller(request)
    health = Health(
        status="ok",
        version=request.app.version,
        embed_url=request.app.state.embed_url,
        upload_bytes_max=praxeo.outside.upload_bytes_max,
        can_check=request.app.state.can_check,
        searches=praxeo.outside.places_of_topics,
    )
    return content(request, health.model_dump_json().encode())


class State(Shape):
    """One word."""

    status: str = Field(examples=["live", "ready"])


@router.get("/live", response_model=State)
async def get_liveness(request: Request) -> Response:
    """Whether the process answers at all; if not, start it anew. Touches no store."""
    return content(request, State(status="live").model_dump_json().encode())


@router.get("/ready", response_model=State)
async def get_readiness(request: Request) -> Response:
    """Whether requests can be served now: a record and a file were written within the last seconds.

    503 with the code `nothing_is_kept` and the reason if not, such as on a full disk.
    """
    readiness: Readiness = request.app.state.readiness
    await run_in_threadpool(readiness.check)
    return content(request, State(status="ready").model_dump_json().encode())
