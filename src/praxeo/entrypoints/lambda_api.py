"""The Lambda behind the API Gateway: the same ASGI application as everywhere, called by Mangum."""

from __future__ import annotations

import os

import praxeo.entrypoints.cold_start  # first: it takes the collector away while the rest loads
from praxeo.config import read_config
from praxeo.entrypoints.api.application import ApiOptions, create_api, guarded
from praxeo.entrypoints.asgi_handler import handler_of
from praxeo.observability.logs import start_logging
from praxeo.wiring.product import build_praxeo

CONFIG = read_config(os.environ)
start_logging(CONFIG.log_level)
PRAXEO = build_praxeo(CONFIG)
OPTIONS = ApiOptions(
    embed_url=CONFIG.embed_url,
    can_check=True,  # by the workers that have a browser
    hosts=frozenset(name.lower() for name in CONFIG.allowed_hosts),
    origins=frozenset(CONFIG.allowed_origins),
)
APP = guarded(create_api(PRAXEO, OPTIONS), PRAXEO, OPTIONS)
handler = handler_of(APP, PRAXEO.outside.metrics)
praxeo.entrypoints.cold_start.is_over()
