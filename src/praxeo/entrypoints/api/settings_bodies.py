"""The body of a change of the settings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from praxeo.domain.limits import CAP_MICROUSD_MAX
from praxeo.domain.records import AuthorChoice, OpenAccess, VisitRhythm
from praxeo.entrypoints.api.bodies import Body, Theme

Cap = Annotated[
    int,
    Field(
        ge=0,
        le=CAP_MICROUSD_MAX,
        description="Millionths of a US dollar; 0: no model is paid for.",
        examples=[500_000],
    ),
]


class SettingsChange(Body):
    """Preferences to be different."""

    language: Annotated[str, Field(max_length=35)] | None = None
    appearance: Literal["system", "light", "dark"] | None = None
    default_project_id: Annotated[str, Field(max_length=120)] | None = None
    embed_access: OpenAccess | None = None
    embed_theme: Theme | None = None
    author: AuthorChoice | None = None
    local_model: (
        Annotated[str, Field(pattern=r"^((ollama|llama_cpp|lm_studio|vllm)/[ -~]{1,200})?$")] | None
    ) = Field(
        None,
        description="A model on this machine to be asked instead of the configured ones; empty: none.",
        examples=["ollama/qwen3:8b"],
    )
    ocr: Literal["on", "off"] | None = Field(
        None, description="Whether scans and photographs are recognised."
    )
    ocr_language: Annotated[str, Field(pattern=r"^([A-Za-z_]{3,20})?$")] | None = Field(
        None, description="As Tesseract calls it; empty: that of the document.", examples=["deu"]
    )
    visit_sources: VisitRhythm | None = Field(
        None,
        description="How often a worker looks by itself whether sources still say what was read.",
    )
    picture_critique: Literal["on", "off"] | None = Field(
        None, description="Whether a model looks at the pictures of an app that it wrote."
    )
    run_cap_microusd: Cap | None = None
    day_cap_microusd: Cap | None = None
    month_cap_microusd: Cap | None = None
