"""The Lambda behind the origin of the embeds: wrapper pages and apps, and nothing else."""

from __future__ import annotations

import os
from typing import Any

from praxeo.config import read_config
from praxeo.entrypoints.asgi_handler import handler_of
from praxeo.entrypoints.embed_host import create_embed_host
from praxeo.entrypoints.measured import embed_route
from praxeo.observability.logs import start_logging
from praxeo.wiring.product import build_praxeo

CONFIG = read_config(os.environ)
start_logging(CONFIG.log_level)
PRAXEO = build_praxeo(CONFIG)
APP: Any = create_embed_host(
    PRAXEO.embeds,
    CONFIG.web_dir / "embed" / "wrapper.html",
    embed_url=CONFIG.embed_url,
    own_origins=CONFIG.allowed_origins,
    address_header="cloudfront-viewer-address",
)
handler = handler_of(APP, PRAXEO.outside.metrics, embed_route)
