"""What the shapes of bodies and answers have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """A model whose validator is built when first used: an answer needs few of them, a start none."""

    model_config = ConfigDict(defer_build=True)
