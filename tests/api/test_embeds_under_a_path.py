"""Apps behind a proxy that serves them below a path: every address keeps it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from library_calls import Work, made
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from praxeo.app import Praxeo
from praxeo.entrypoints.api.application import ApiOptions, create_api
from praxeo.entrypoints.embed_host import create_embed_host
from praxeo.entrypoints.studio import add_studio

PUBLIC = "https://school.example"
WRAPPER = '<iframe data-src="%PRAXEO_APP_URL%"></iframe>'


def below(path: str, app: ASGIApp) -> ASGIApp:
    """What a proxy does with `location /path/ { proxy_pass http://127.0.0.1:8401/; }`."""

    async def proxy(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"].startswith(f"{path}/"):
            await app({**scope, "path": scope["path"].removeprefix(path)}, receive, send)
        else:
            await PlainTextResponse("not of the apps", 404)(scope, receive, send)

    return proxy


@pytest.mark.parametrize("path", ["", "/apps", "/learn/apps"])
def test_an_embed_its_app_and_its_code_for_pages_are_found_below_the_path(
    praxeo: Praxeo, work: Work, tmp_path: Path, path: str
) -> None:
    public = PUBLIC + path
    client = TestClient(create_api(praxeo, ApiOptions(embed_url=public)))
    example = made(client, work)
    embed = client.post("/v1/embeds", json={"example_id": example["id"]}).json()
    (tmp_path / "wrapper.html").write_text(WRAPPER)
    host = create_embed_host(praxeo.embeds, tmp_path / "wrapper.html", embed_url=public)
    visitor = TestClient(below(path, host), base_url=PUBLIC)
    address = f"{public}/e/{embed['id']}"
    page = visitor.get(address)
    assert page.status_code == 200
    (app,) = re.findall(r'<iframe data-src="([^"]+)"', page.text)
    assert "About enzymes" in visitor.get(urljoin(address, app)).text
    assert address in client.get(f"/v1/embeds/{embed['id']}/snippets").text


def test_the_studio_may_frame_what_is_below_the_path(praxeo: Praxeo, tmp_path: Path) -> None:
    (tmp_path / "studio").mkdir()
    (tmp_path / "studio" / "index.html").write_text("studio")
    api = create_api(praxeo, ApiOptions())
    add_studio(api, tmp_path, embed_url=f"{PUBLIC}/apps")
    policy = TestClient(api).get("/").headers["content-security-policy"]
    assert (
        f"frame-src 'self' {PUBLIC}/apps/;" in policy
    )  # without the last stroke: that address alone
