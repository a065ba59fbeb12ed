"""The routers of the API: one for each table, under its name."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute


def table_router(name: str) -> APIRouter:
    """A router for `/v1/name`, whose operations are called as their functions are."""
    return APIRouter(
        prefix=f"/v1/{name}", tags=[name], generate_unique_id_function=lambda route: route.name
    )


def add_routes(api: FastAPI, router: APIRouter) -> None:
    """Put the router's routes into the API's own list.

    Including the router does the same by a detour at every request, which triples the time of a
    short read.
    """
    api.router.routes.extend(route for route in router.routes if isinstance(route, APIRoute))
