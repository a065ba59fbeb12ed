"""The host of the metrics: one address, for whatever watches this machine."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from praxeo.app import Praxeo
from praxeo.jobs.depth import note_depth
from praxeo.ports.metrics import TEXT_FORMAT


def create_metrics_host(praxeo: Praxeo) -> ASGIApp:
    """The application; it looks at the jobs when it is asked. 404 where nothing is counted here."""
    outside = praxeo.outside

    def metrics(request: Request) -> Response:
        note_depth(outside.records, outside.clock, outside.metrics)
        text = outside.metrics.text()
        return Response(text, status_code=200 if text else 404, media_type=TEXT_FORMAT)

    return Starlette(routes=[Route("/metrics", metrics)])
