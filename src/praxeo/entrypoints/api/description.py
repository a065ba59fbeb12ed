"""The OpenAPI description, completed: problems for every operation, ETags, 304."""

from __future__ import annotations

import json
from threading import Lock
from typing import Any

from fastapi import FastAPI, Request
from pydantic.json_schema import models_json_schema
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.entrypoints.api.problems import MEDIA_TYPE, Fault, Problem
from praxeo.entrypoints.api.replies import tag_of, tagged
from praxeo.entrypoints.api.routing import complete_routes

_REF = "#/components/schemas/"
_PROBLEM = {"content": {MEDIA_TYPE: {"schema": {"$ref": f"{_REF}Problem"}}}}
_ETAG = {"ETag": {"description": "The version of what is answered.", "schema": {"type": "string"}}}


def describe(api: FastAPI) -> None:
    """Have the API's own description completed when it is first asked for, and written once."""
    plain = api.openapi

    def complete() -> dict[str, Any]:
        if api.openapi_schema is None:
            complete_routes(api)
            api.openapi_schema = _completed(plain())
        return api.openapi_schema

    api.openapi = complete  # type: ignore[method-assign]
    written: list[tuple[bytes, str]] = []  # the text and its tag, once they are made
    one_at_a_time = Lock()

    def write() -> None:
        with one_at_a_time:
            if not written:
                text = json.dumps(complete()).encode()
                written.append((text, tag_of(text)))

    async def describe_api(request: Request) -> Response:
        if not written:
            await run_in_threadpool(write)
        return tagged(request, *written[0])

    api.add_route("/v1/openapi.json", describe_api, include_in_schema=False)


def _completed(description: dict[str, Any]) -> dict[str, Any]:
    _, problems = models_json_schema(
        [(Problem, "serialization"), (Fault, "serialization")], ref_template=_REF + "{model}"
    )
    schemas = description.setdefault("components", {}).setdefault("schemas", {})
    schemas.update(problems["$defs"])
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    for operations in description["paths"].values():
        for method, operation in operations.items():
            _complete(method, operation)
    return description


def _complete(method: str, operation: dict[str, Any]) -> None:
    responses = operation["responses"]
    responses.pop("422", None)
    for status, response in responses.items():
        content = response.get("content", {})
        if len(content) > 1 and content.get("application/json", {}).get("schema") == {}:
            del content["application/json"]  # what the framework adds beside a declared type
        if status.startswith("2") and status != "204":
            response["headers"] = {**response.get("headers", {}), **_ETAG}
    if method == "get":
        responses["304"] = {"description": "You have the present version.", "headers": _ETAG}
    responses["4XX"] = {"description": "It cannot be done, and why.", **_PROBLEM}
    responses["5XX"] = {"description": "It did not work, and whether to try again.", **_PROBLEM}
