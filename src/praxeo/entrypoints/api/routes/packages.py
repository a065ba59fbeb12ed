"""/v1/examples/{id}/packages: an app as a file that other programs take."""

from __future__ import annotations

import json
from dataclasses import asdict

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.domain.package_formats import PackageFormat
from praxeo.domain.texts import attachment
from praxeo.entrypoints.api.lists import PackageOfferList
from praxeo.entrypoints.api.replies import caller, content
from praxeo.entrypoints.api.routing import table_router

router = table_router("examples")


@router.get("/{example_id}/packages", response_model=PackageOfferList)
async def list_packages(request: Request, example_id: str) -> Response:
    """List the formats that the app can be had in, and what of it has no place in each."""
    praxeo, actor = caller(request)
    offers = await run_in_threadpool(praxeo.packages.offers, actor, example_id)
    body = json.dumps({"records": [asdict(offer) for offer in offers]}, ensure_ascii=False)
    return content(request, body.encode())


@router.get(
    "/{example_id}/packages/{package_format}",
    responses={200: {"content": {"application/octet-stream": {}}}},
)
async def download_package(
    request: Request, example_id: str, package_format: PackageFormat
) -> Response:
    """The app as a file in this format, named after its title."""
    praxeo, actor = caller(request)
    packed = await run_in_threadpool(praxeo.packages.pack, actor, example_id, package_format)
    more = {
        "Content-Disposition": attachment(packed.file),
        "Content-Security-Policy": "sandbox",
    }
    return content(request, packed.data, packed.media_type, more)
