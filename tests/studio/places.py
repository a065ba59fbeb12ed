"""The places in which the journeys run: the box, a server over the local cloud, and the app deployed into it.

`PRAXEO_PLACE` says which; `make test` knows the box alone.
"""

from __future__ import annotations

import os
import ssl
from pathlib import Path
from typing import Any

import pytest
from installation import Installation
from local_cloud import ROOT_KEY
from studio_server import Served
from suites import PLACES

from deployed import PREFIX, Deployed
from praxeo.domain.catalog import TABLES

EMBEDDED, LOCAL_CLOUD, DEPLOYED_APP = PLACES
PLACE = os.environ.get("PRAXEO_PLACE", EMBEDDED)
assert PLACE in PLACES, f"PRAXEO_PLACE is one of {PLACES}"


class DeployedStudio(Served):
    """The deployed app with nothing in it, through its front door. There is one, so only one at a time."""

    def __init__(self, app: Deployed) -> None:
        self._app = app
        self.address, self.api, self.embeds = app.studio, app.address("api"), app.embeds
        self.trust = ssl.create_default_context(cafile=str(app.cloud.certificate))

    def start(self, *arguments: str, **_: str) -> None:
        installed = Installation(cloud=self._app.cloud, key=ROOT_KEY)
        installed.empty_tables({f"{PREFIX}-{table.name}" for table in TABLES})
        installed.empty_buckets()
        if "--sample" in arguments:
            example: Any = self.made(Path(arguments[1]))
            self.post("embeds", {"example_id": example["id"]})

    def kill(self) -> None:
        pytest.skip("A Lambda has no process that a person could kill.")

    def close(self) -> None:
        """It goes on."""
