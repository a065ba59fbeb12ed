"""Development without a key: recordings, served by a Gemini on this machine to the real SDK."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from devtools import dev
from praxeo.config import read_config
from praxeo.wiring.product import build_praxeo
from tests.unit.models.model_fixtures import a_prompt, a_run

IN_MEMORY = {"DATABASE_URL": "memory:", "BLOBS_URL": "memory:"}


@pytest.fixture
def recordings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, words in (("any", []), ("heat", ["heat"])):
        fields = {"purpose": "write_spec", "contains": words, "text": f"# About {name}"}
        (tmp_path / f"{name}.json").write_text(json.dumps(fields))
    monkeypatch.setattr(dev, "RECORDINGS", tmp_path)
    return tmp_path


@pytest.mark.parametrize("sdk", [True, False])
def test_recordings_answer_with_and_without_the_sdk(
    recordings: Path, sdk: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not sdk:
        monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with dev.recorded_models({}) as models:
        assert ("PRAXEO_GEMINI_URL" in models) == sdk
        praxeo = build_praxeo(read_config({**IN_MEMORY, **models}))
        assert praxeo.outside.ask is not None
        assert praxeo.outside.ask(a_prompt("On heat."), run=a_run()).text == "# About heat"
        assert praxeo.outside.ask(a_prompt("On light."), run=a_run()).text == "# About any"
        praxeo.outside.close()


def test_models_that_are_set_are_left_alone(
    recordings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with dev.recorded_models({"PRAXEO_MODELS": "gemini"}) as models:
        assert models == {}
    monkeypatch.setattr(dev, "RECORDINGS", recordings / "missing")
    with dev.recorded_models({}) as models:
        assert models == {}
