"""The studio's files, or an honest plain page with the library where they have not been built."""

from __future__ import annotations

import html
from pathlib import Path

from fastapi import FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, Response

from praxeo.domain.app_policy import framed_by
from praxeo.domain.records import Example
from praxeo.entrypoints.api.replies import caller
from praxeo.entrypoints.studio_files import file_response, inside

APP = framed_by("'self'")
ASSETS = "assets/"  # names below it hold their content's hash
GALLERY = "gallery/"


def add_studio(api: FastAPI, web: Path, *, embed_url: str) -> None:
    """Answer every address outside /v1 with a file of the studio or of the gallery, or with the page.

    `web` is the folder of the built front end.
    """
    root, gallery = (web / "studio").resolve(), (web / "gallery").resolve()
    page = root / "index.html"
    policy = {"Content-Security-Policy": _policy(embed_url)}

    async def studio(request: Request) -> Response:
        path = request.path_params["path"]
        if path == "v1" or path.startswith("v1/"):
            raise HTTPException(404)
        if not page.is_file():
            return _plain_page(request)
        if path.startswith(GALLERY):
            shown = inside(gallery, path.removeprefix(GALLERY))
            if shown is None:
                raise HTTPException(404)
            return file_response(request, shown, APP if shown.suffix == ".html" else policy)
        file = inside(root, path)
        if file:
            return file_response(request, file, policy, forever=path.startswith(ASSETS))
        if path.startswith(ASSETS):
            raise HTTPException(404)
        return file_response(request, page, policy)

    api.add_route("/{path:path}", studio, methods=["GET", "HEAD"], include_in_schema=False)


def _policy(embed_url: str) -> str:
    """What only the server knows; what the pages may load stands in the page itself, by its build."""
    return (
        f"script-src 'self'; frame-src 'self' {embed_url}/; object-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'"
    )


def _plain_page(request: Request) -> Response:
    """The newest examples as links, for an installation without the studio."""
    praxeo, actor = caller(request)
    examples = praxeo.examples.list(actor).records
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
