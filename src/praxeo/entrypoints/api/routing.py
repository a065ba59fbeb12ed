"""The routers of the API: one for each table, under its name."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any, get_type_hints

from fastapi import APIRouter, FastAPI, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from starlette.responses import Response
from starlette.routing import Match, compile_path, request_response
from starlette.types import Receive, Scope, Send

from praxeo.entrypoints.api.bodies import Body
from praxeo.entrypoints.api.intake import BoundedRequest, bytes_taken, check_is_json
from praxeo.entrypoints.api.shapes import Shape
from praxeo.entrypoints.api.threads import in_thread


class TableRoute(APIRoute):
    """A route whose parameters, body and answers are worked out when it is first asked for.

    For all routes together that takes longer than a Lambda has to start; it needs one or two. Where the
    store is remote, a route that reads it answers in a thread.
    """

    reads_store = True

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        self.path, self.endpoint, self._options = path, endpoint, options
        self.name = options.get("name") or endpoint.__name__
        self.path_regex, self.path_format, self.param_convertors = compile_path(path)
        self.methods = {method.upper() for method in options["methods"]}
        self.body_bytes_max = bytes_taken(endpoint)
        self._beginning = path.partition("{")[0]
        self._complete = False

    def complete(self) -> None:
        """Work it out, once."""
        if not self._complete:
            for kind in get_type_hints(self.endpoint).values():
                if isinstance(kind, type) and issubclass(kind, Shape):
                    if issubclass(kind, Body):
                        self.body_bytes_max = kind.bytes_max
                    kind.model_config["defer_build"] = False  # else the framework's field warns
                    kind.model_rebuild(force=True)
            super().__init__(self.path, self.endpoint, **self._options)
            if self.methods == {"GET"} and _takes_path_only(self.dependant):
                self.app = request_response(self._answer_at_once)
            self._complete = True

    async def _answer_at_once(self, request: Request) -> Response:
        """A short read whose path is all that it is asked by: nothing is left for the framework to work out.

        That takes longer than the read.
        """
        answer: Response = await self.endpoint(request, **request.path_params)
        return answer

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        if not scope.get("root_path") and not scope["path"].startswith(self._beginning):
            return Match.NONE, {}  # for most routes; told quicker than by their patterns
        return super().matches(scope)

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        answer = super().get_route_handler()

        async def answer_bounded(request: Request) -> Response:
            bounded = BoundedRequest(request.scope, request.receive, self.body_bytes_max)
            if self.body_field is not None:
                check_is_json(bounded)
            return await answer(bounded)

        return answer_bounded

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.complete()
        if self.reads_store and scope["app"].state.praxeo.outside.remote:
            await in_thread(super().handle, scope, receive, send)
        else:
            await super().handle(scope, receive, send)


def _takes_path_only(dependant: Dependant) -> bool:
    """Whether an endpoint is called with the request and the texts of its path, and nothing else."""
    others = (
        *(dependant.query_params, dependant.header_params, dependant.cookie_params),
        *(dependant.body_params, dependant.dependencies),
    )
    texts = all(field.field_info.annotation is str for field in dependant.path_params)
    return dependant.request_param_name == "request" and texts and not any(others)


class StorelessRoute(TableRoute):
    """A route that reads no store, and so waits for nobody."""

    reads_store = False


def table_router(name: str, route_class: type[TableRoute] = TableRoute) -> APIRouter:
    """A router for `/v1/name`, whose operations are called as their functions are."""
    return APIRouter(
        prefix=f"/v1/{name}",
        tags=[name],
        route_class=route_class,
        generate_unique_id_function=lambda route: route.name,
    )


def add_routes(api: FastAPI, router: APIRouter) -> None:
    """Put the router's routes into the API's own list.

    Including the router does the same by a detour at every request, which triples the time of a
    short read.
    """
    api.router.routes.extend(route for route in router.routes if isinstance(route, APIRoute))


def complete_routes(api: FastAPI) -> None:
    """Work out all routes, as the API's description needs them."""
    for route in api.router.routes:
        if isinstance(route, TableRoute):
            route.complete()
