"""The studio's files, or an honest plain page with the library where they have not been built."""

from __future__ import annotations

import html
import mimetypes
from pathlib import Path

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, HTMLResponse, Response

from praxeo.domain.records import Example
from praxeo.entrypoints.api.replies import caller

IMMUTABLE = "public, max-age=31536000, immutable"  # names under /assets hold their content's hash
ASSETS = "assets/"


def add_studio(api: FastAPI, folder: Path, *, embed_url: str) -> None:
    """Answer every address outside /v1 with a file of the studio, or with its page."""
    root = folder.resolve()
    page = root / "index.html"
    policy = _policy(embed_url)

    async def studio(request: Request) -> Response:
        path = request.path_params["path"]
        if path == "v1" or path.startswith("v1/"):
            raise HTTPException(404)
        if not page.is_file():
            return _plain_page(request)
        file = root / path if "\0" not in path else page
        if path and file.resolve().is_relative_to(root) and file.is_file():
            return _file(file, path, policy)
        if path.startswith(ASSETS):
            raise HTTPException(404)
        return _file(page, "index.html", policy)

    api.add_route("/{path:path}", studio, methods=["GET", "HEAD"], include_in_schema=False)


def _file(file: Path, path: str, policy: str) -> Response:
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    age = IMMUTABLE if path.startswith(ASSETS) else "no-cache"
    headers = {"Cache-Control": age, "Content-Security-Policy": policy}
    return FileResponse(file, media_type=kind, headers=headers)


def _policy(embed_url: str) -> str:
    """The studio loads nothing from elsewhere and shows only its own previews and embeds."""
    return (
        "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
        f"frame-src 'self' {embed_url}; connect-src 'self'; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )


def _plain_page(request: Request) -> Response:
    """The newest examples as links, for an installation without the studio."""
    praxeo, owner = caller(request)
    examples = praxeo.examples.list(owner).records
    rows = "".join(map(_row, examples)) or "<li>There are no examples yet: praxeo make FILE</li>"
    text = (
        "<!doctype html><html lang=en><meta charset=utf-8><title>Praxeo</title>"
        "<meta name=viewport content='width=device-width'>"
        "<style>body{font:1.1rem/1.6 system-ui;max-width:42rem;margin:3rem auto;padding:0 1rem}</style>"
        "<h1>Praxeo</h1><p>The studio has not been built: run <code>make web</code>. "
        f"The apps are here all the same.</p><ul>{rows}</ul>"
    )
    policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
    return HTMLResponse(text, headers={"Content-Security-Policy": policy})


def _row(example: Example) -> str:
    title = html.escape(example.title)
    if example.code_snippet_id:
        address = f"/v1/code_snippets/{example.code_snippet_id}/preview"
        title = f'<a href="{address}">{title}</a>'
    return f"<li>{title} ({example.status}) {html.escape(example.reason)}</li>"
