"""An ASGI application as a Lambda's handler whose answers are counted.

Lambda sees a call that went well even where the answer says 500; alarms need what the caller saw.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mangum import Mangum
from starlette.types import ASGIApp, Scope

from praxeo.entrypoints.measured import Measured, route_of
from praxeo.ports.metrics import Metrics

TEXTS = ["text/", "application/json", "application/problem+json"]  # anything else goes as base64


def handler_of(app: ASGIApp, metrics: Metrics, route: Callable[[Scope], str] = route_of) -> Any:
    """What Lambda calls with the events of the API Gateway."""
    return Mangum(Measured(app, metrics, route), lifespan="off", text_mime_types=TEXTS)
