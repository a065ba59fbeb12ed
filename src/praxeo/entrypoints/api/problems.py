"""Every error as a problem detail (RFC 9457): one table maps kinds of errors to HTTP statuses."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import ConfigDict, Field
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from praxeo.domain.errors import PraxeoError
from praxeo.entrypoints.api.intake import Told
from praxeo.entrypoints.api.replies import note_refusal
from praxeo.entrypoints.api.shapes import Shape
from praxeo.observability import logs
from praxeo.observability.context import request_id
from praxeo.spec.faults import Fault as SpecFault

MEDIA_TYPE = "application/problem+json"
STATUS_OF_KIND: Mapping[str, int] = {
    "refused": 422,
    "too_large": 413,
    "not_found": 404,
    "conflict": 409,
    "forbidden": 403,
    "unavailable": 503,
    "failed": 500,
}
# Where HTTP has a status of its own for one error of a kind.
STATUS_OF_CODE: Mapping[str, int] = {
    "if_match_required": 428,
    "wrong_host": 421,
    "bad_cursor": 400,
    "header_twice": 400,
    "wrong_media_type": 415,
}
FAILED_MATCHES = frozenset({"changed_meanwhile", "spec_changed"})
FAULTS_MAX = 20  # that are told of one body
RETRY_AFTER_SECONDS = "2"
_CODE_OF_STATUS = {
    400: "bad_request",
    404: "no_such_address",
    405: "method_not_allowed",
}
_SENTENCE_OF_STATUS = {
    400: "The request could not be read.",
    404: "There is nothing at this address.",
    405: "This address does not know that method.",
}


class Fault(Shape):
    """One of several things that are wrong with the input."""

    message: str
    line: int | None = Field(default=None, description="Line of a spec, from 1.")
    code: str | None = Field(default=None, description="Stable, for what other languages can say.")
    details: dict[str, str | int] | None = Field(
        default=None, description="What the message names."
    )
    pointer: str | None = Field(
        default=None, description="Where in the request, such as /body/title."
    )


class Problem(Shape):
    """What went wrong, as RFC 9457 has it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "type": "urn:praxeo:problem:not_found",
                    "title": "Not Found",
                    "status": 404,
                    "detail": "There is no such example.",
                    "code": "not_found",
                    "retryable": False,
                    "request_id": "req_01m8588g8gb7z2d4wan5femj96",
                }
            ]
        }
    )
    type: str = Field(description="`urn:praxeo:problem:` and the code.")
    title: str
    status: int
    detail: str = Field(description="A whole sentence for the person.")
    code: str = Field(description="Stable; docs/reference/errors.md lists all of them.")
    retryable: bool = Field(description="Whether the same request may succeed later.")
    request_id: str
    faults: list[Fault] | None = None
    details: dict[str, str | int] | None = Field(
        default=None, description="What the sentence names, for telling it in another language."
    )


def problem(
    status: int,
    code: str,
    detail: str,
    *,
    retryable: bool = False,
    faults: list[Fault] | None = None,
    details: dict[str, str | int] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The response that tells this problem."""
    content = Problem(
        type=f"urn:praxeo:problem:{code}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        code=code,
        retryable=retryable,
        request_id=request_id(),
        faults=faults,
        details=details,
    )
    return JSONResponse(
        content.model_dump(exclude_none=True), status, dict(headers or {}), media_type=MEDIA_TYPE
    )


def told_fault(fault: SpecFault) -> Fault:
    """A fault of a spec, as a problem tells it."""
    return Fault(
        message=str(fault.message),
        line=fault.line or None,
        code=fault.code or None,
        details=fault.details or None,
    )


def problem_of(error: PraxeoError, *, conditional: bool = False) -> Response:
    """The response for one of our errors; a failed `If-Match` is 412, any other conflict 409."""
    status = STATUS_OF_CODE.get(error.code, STATUS_OF_KIND[error.kind])
    if conditional and error.code in FAILED_MATCHES:
        status = 412
    headers = {"Retry-After": RETRY_AFTER_SECONDS} if error.retryable else {}
    faults = [told_fault(fault) for fault in getattr(error, "faults", ())]
    if pointer := getattr(error, "pointer", ""):
        faults.append(Fault(message=error.message, pointer=pointer))
    return problem(
        status,
        error.code,
        error.message,
        retryable=error.retryable,
        faults=faults or None,
        details=error.details or None,
        headers=headers,
    )


def add_problem_handlers(api: FastAPI) -> None:
    """Have every error of the API told as a problem."""

    @api.exception_handler(PraxeoError)
    async def of_ours(request: Request, error: PraxeoError) -> Response:
        if error.code == "not_allowed":
            note_refusal(request)
        return problem_of(error, conditional="if-match" in request.headers)

    @api.exception_handler(RequestValidationError)
    async def of_validation(request: Request, error: RequestValidationError) -> Response:
        return _validation_problem(error.errors())

    @api.exception_handler(HTTPException)
    async def of_framework(request: Request, error: HTTPException) -> Response:
        if isinstance(error, Told):
            return problem_of(error.error)
        status = error.status_code
        code = _CODE_OF_STATUS.get(status, "http_error")
        detail = _SENTENCE_OF_STATUS.get(status, str(error.detail))
        headers = dict(error.headers or {})
        if status == 405:
            headers["Allow"] = _allowed(request)
        return problem(status, code, detail, headers=headers)

    @api.exception_handler(Exception)
    async def of_defects(request: Request, error: Exception) -> Response:
        logs.unexpected("A request failed in an unexpected way.", path=request.url.path)
        return problem(
            500,
            "unexpected_error",
            "Something went wrong inside Praxeo; its log has the details.",
            retryable=True,
        )


def _allowed(request: Request) -> str:
    """The methods that the API has at the request's address."""
    methods: set[str] = set()
    for route in request.app.router.routes:
        if isinstance(route, APIRoute) and route.path_regex.match(request.url.path):
            methods |= route.methods or set()
    return ", ".join(sorted(methods))


def _validation_problem(errors: Any) -> Response:
    if any(error["type"] == "json_invalid" for error in errors):
        return problem(400, "bad_json", "The body of the request is not valid JSON.")
    faults = [
        Fault(
            message=str(error["msg"]),
            pointer="/" + "/".join(str(part) for part in error["loc"]),
        )
        for error in errors[:FAULTS_MAX]
    ]
    return problem(
        422, "invalid_request", "The request does not fit its description.", faults=faults
    )
