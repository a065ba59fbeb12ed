"""An app with every kind of activity, ready to be packed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from praxeo.compile.app import RuntimeFiles, compile_app
from praxeo.packages.packing import Packing
from praxeo.packages.practice import practice_of
from praxeo.spec.text import parse_spec

SPEC = Path(__file__).parents[2] / "journeys" / "data" / "enzymes.md"
RUNTIME = RuntimeFiles(
    template='<title>%PRAXEO_TITLE%</title><script type="application/json" id="praxeo-payload">'
    "%PRAXEO_PAYLOAD%</script><script>%PRAXEO_JS%</script>",
    script="run()",
    style="",
)
MADE = datetime(2026, 11, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def spec_text() -> str:
    """The spec of the app, without a source."""
    text = SPEC.read_text("utf-8")
    return re.sub(r"(?m)^(?:source|Read):.*\n| \{(?:b[\d.]+|own)\}", "", text)


@pytest.fixture(scope="session")
def pack() -> Callable[..., Packing]:
    """Makes the app of a spec, as it is handed to the formats."""

    def made(spec_text: str, made_at: datetime = MADE) -> Packing:
        app = compile_app(parse_spec(spec_text), None, runtime=RUNTIME).encode()
        return Packing(
            name="exa_1",
            app=app,
            practice=practice_of(app, title="", language=""),
            made_at=made_at,
            page=lambda: "speak()",
        )

    return made


@pytest.fixture(scope="session")
def packing(spec_text: str, pack: Callable[..., Packing]) -> Packing:
    return pack(spec_text)
