"""/v1/projects"""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from praxeo.domain.records import Project
from praxeo.entrypoints.api.bodies import NewProject, ProjectChange
from praxeo.entrypoints.api.idempotency import Key, once
from praxeo.entrypoints.api.lists import ProjectList
from praxeo.entrypoints.api.replies import (
    PAGE_RECORDS_DEFAULT,
    Cursor,
    IfMatch,
    Limit,
    caller,
    many,
    none,
    one,
    version_of,
)
from praxeo.entrypoints.api.routing import table_router

router = table_router("projects")


@router.get("", response_model=ProjectList)
async def list_projects(
    request: Request,
    cursor: Cursor = "",
    limit: Limit = PAGE_RECORDS_DEFAULT,
) -> Response:
    """List projects, newest first."""
    praxeo, actor = caller(request)
    return many(request, praxeo.projects.list(actor, cursor=cursor, limit=limit))


@router.post("", response_model=Project, status_code=201)
async def create_project(request: Request, body: NewProject, key: Key = None) -> Response:
    """Create a project."""
    praxeo, actor = caller(request)
    return await once(
        request,
        praxeo,
        actor,
        key,
        lambda praxeo: praxeo.projects.create(actor, name=body.name, description=body.description),
    )


@router.get("/{project_id}", response_model=Project)
async def get_project(request: Request, project_id: str) -> Response:
    """Read a project."""
    praxeo, actor = caller(request)
    return one(request, praxeo.projects.get(actor, project_id))


@router.patch("/{project_id}", response_model=Project)
async def change_project(
    request: Request,
    project_id: str,
    body: ProjectChange,
    if_match: IfMatch = None,
) -> Response:
    """Rename or describe a project."""
    praxeo, actor = caller(request)
    project = praxeo.projects.change(
        actor,
        project_id,
        version=version_of(if_match),
        name=body.name,
        description=body.description,
    )
    return one(request, project)


@router.delete("/{project_id}", status_code=204)
async def delete_project(request: Request, project_id: str, if_match: IfMatch = None) -> Response:
    """Delete a project without examples; documents that were left in it go along."""
    praxeo, actor = caller(request)
    praxeo.delete_project(actor, project_id, version=version_of(if_match))
    return none()
