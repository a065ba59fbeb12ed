"""Requests are counted by their routes, not by their addresses."""

from __future__ import annotations

from starlette.testclient import TestClient

from praxeo.adapters.prometheus import Registry
from praxeo.app import Praxeo
from praxeo.entrypoints.api.application import ApiOptions, create_api, guarded
from praxeo.entrypoints.measured import Measured

OPTIONS = ApiOptions(embed_url="http://127.0.0.1:8401", hosts=frozenset({"praxeo.test"}))


def test_requests_are_counted_by_the_template_of_their_route(praxeo: Praxeo) -> None:
    registry = Registry()
    app = Measured(guarded(create_api(praxeo, OPTIONS), praxeo, OPTIONS), registry)
    client = TestClient(app, base_url="http://praxeo.test")
    client.get("/v1/projects/prj_1")
    client.get("/v1/projects/prj_2")
    client.get("/nowhere")
    text = registry.text()
    assert (
        'praxeo_requests_total{route="/v1/projects/{project_id}",method="GET",status="404"} 2'
        in text
    )
    assert 'praxeo_requests_total{route="none",method="GET",status="404"} 1' in text
    assert "prj_1" not in text
