"""The HTTP API as an ASGI application: its routes, its errors, its description."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version

from fastapi import APIRouter, FastAPI, Request
from starlette.types import ASGIApp

from praxeo.app import Praxeo
from praxeo.domain.access import Actor
from praxeo.entrypoints.api.description import describe
from praxeo.entrypoints.api.problems import add_problem_handlers
from praxeo.entrypoints.api.readiness import Readiness
from praxeo.entrypoints.api.replies import local_caller
from praxeo.entrypoints.api.routes import (
    audit_events,
    change_requests,
    claims,
    code_snippets,
    combined_inputs,
    document_inputs,
    drafts,
    embed_usage,
    embeds,
    examples,
    health,
    jobs,
    ledger_entries,
    media_inputs,
    merges,
    models,
    packages,
    projects,
    settings,
    shelving,
    source_visits,
    spec_edits,
    specs,
    topic_inputs,
    youtube_inputs,
)
from praxeo.entrypoints.api.routes.inputs import input_router
from praxeo.entrypoints.api.routing import add_routes
from praxeo.entrypoints.api.security import LOCAL_NAMES, Guard, Rules
from praxeo.sources.inputs import KINDS

# Routes are tried in this order, so what is asked for most comes first.
ROUTERS = (
    jobs.router,
    examples.router,
    drafts.router,
    source_visits.router,
    claims.router,
    spec_edits.router,
    shelving.router,
    shelving.changes_router,
    shelving.deletions_router,
    projects.router,
    document_inputs.router,
    combined_inputs.router,
    youtube_inputs.router,
    media_inputs.router,
    topic_inputs.router,
    topic_inputs.plans_router,
    specs.router,
    code_snippets.router,
    merges.router,
    change_requests.router,
    change_requests.of_examples,
    embeds.router,
    embed_usage.router,
    packages.router,
    settings.router,
    models.router,
    ledger_entries.router,
    audit_events.router,
    health.router,
)


@dataclass(frozen=True, kw_only=True)
class ApiOptions:
    """What the API is told about the installation that it is part of."""

    embed_url: str = ""
    shared_url: str = ""  # where others reach the apps, if that is another address
    can_check: bool = False
    actor_of: Callable[[Request], Actor] = (
        local_caller  # who asks; on one's own machine always the same
    )
    hosts: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()


def routers() -> tuple[APIRouter, ...]:
    """All routers, with those of the kinds of input that are given as a text."""
    given = (input_router(name) for name, kind in KINDS.items() if kind.given and kind.room)
    return (*ROUTERS, *given)


def create_api(praxeo: Praxeo, options: ApiOptions) -> FastAPI:
    """The API's routes, without the guard before them."""
    api = FastAPI(
        title="Praxeo",
        version=version("praxeo"),
        summary="Documents become learning apps that are proven by running them.",
        openapi_url=None,  # `describe` has it
        docs_url=None,
        redoc_url=None,
    )
    api.state.praxeo = praxeo
    api.state.readiness = Readiness(
        records=praxeo.outside.records, blobs=praxeo.outside.blobs, clock=praxeo.outside.clock
    )
    api.state.embed_url = options.embed_url
    api.state.shared_url = options.shared_url or options.embed_url
    api.state.can_check = options.can_check
    api.state.origins = options.origins
    api.state.actor_of = options.actor_of
    for router in routers():
        add_routes(api, router)
    add_problem_handlers(api)
    describe(api)
    return api


def guarded(app: ASGIApp, praxeo: Praxeo, options: ApiOptions) -> ASGIApp:
    """An application that only this machine's own names and pages can speak to."""
    rules = Rules(
        hosts=LOCAL_NAMES | options.hosts,
        origins=options.origins,
    )
    return Guard(app, rules=rules, ids=praxeo.outside.ids)
