"""/v1/settings: the user's preferences."""

from __future__ import annotations

from fastapi import Request
from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.domain.records import Settings
from praxeo.embeds.themes import theme_to_save
from praxeo.entrypoints.api.replies import IfMatch, caller, content, one, version_of
from praxeo.entrypoints.api.routing import table_router
from praxeo.entrypoints.api.settings_bodies import SettingsChange
from praxeo.entrypoints.api.shapes import Shape
from praxeo.sources.documents.ocr.languages import LANGUAGE_DATA, tag_of

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
        fields["embed_theme"] = theme_to_save(body.embed_theme)
    return one(request, praxeo.settings.change(actor, version=version_of(if_match), **fields))


class OcrLanguage(Shape):
    """A language that text recognition has learned."""

    name: str = Field(description="As the setting `ocr_language` takes it.", examples=["deu"])
    tag: str = Field(description="BCP 47.", examples=["de"])


class TextRecognitionState(Shape):
    """What recognises scans and photographs here."""

    engine: str = Field(
        description="Empty: there is none, and scans are refused.", examples=["Tesseract 5.3.0"]
    )
    languages: list[OcrLanguage]
    can_be_installed: bool = Field(
        description="Whether installing Tesseract would help; not where Praxeo runs in the cloud."
    )


@router.get("/text_recognition", response_model=TextRecognitionState)
async def get_text_recognition(request: Request) -> Response:
    """Whether scans and photographs can be read here, and in which languages."""
    praxeo, _ = caller(request)
    engine = praxeo.outside.text_recognition
    learned = await run_in_threadpool(engine.languages) if engine else ()
    state = TextRecognitionState(
        engine=await run_in_threadpool(engine.version) if engine else "",
        languages=[
            OcrLanguage(name=name, tag=tag_of(name))
            for name in learned
            if name not in LANGUAGE_DATA
        ],
        can_be_installed=not praxeo.outside.remote,
    )
    return content(request, state.model_dump_json().encode())
