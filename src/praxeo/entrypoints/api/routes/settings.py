"""/v1/settings: the user's preferences."""

from __future__ import annotations

from fastapi import Request
from starlette.responses import Response

from praxeo.domain.records import Settings
from praxeo.embeds.themes import checked_theme
from praxeo.entrypoints.api.bodies import SettingsChange
from praxeo.entrypoints.api.replies import IfMatch, caller, one, version_of
from praxeo.entrypoints.api.routing import table_router

router = table_router("settings")


@router.get("", response_model=Settings)
async def get_settings(request: Request) -> Response:
    """Read the preferences; version 0 means that nothing was ever changed."""
    praxeo, actor = caller(request)
    return one(request, praxeo.settings.get(actor))


@router.patch("", response_model=Settings)
async def change_settings(
    request: Request, body: SettingsChange, if_match: IfMatch = None
) -> Response:
    """Change some preferences."""
    praxeo, actor = caller(request)
    fields = body.model_dump(exclude_none=True)
    if body.default_project_id:
        praxeo.projects.get(actor, body.default_project_id)
    if body.embed_theme is not None:
        fields["embed_theme"] = checked_theme(body.embed_theme)
    return one(request, praxeo.settings.change(actor, version=version_of(if_match), **fields))
