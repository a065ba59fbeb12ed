"""The studio's client is made from the API's description when it is built, and kept nowhere."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[2] / "web"
DESCRIPTION = WEB.parent / "docs" / "reference" / "openapi.json"


def made(description: Path, output: Path) -> str:
    if not (WEB / "node_modules" / "openapi-typescript").exists():
        pytest.skip("the front end's packages are not installed (make setup)")
    subprocess.run(["node", "schema.mjs", description, output], cwd=WEB, check=True)
    return output.read_text("utf-8")


def test_the_studios_client_follows_the_description_of_the_api(tmp_path: Path) -> None:
    description = json.loads(DESCRIPTION.read_text("utf-8"))
    types = made(DESCRIPTION, tmp_path / "schema.d.ts")
    assert [path for path in description["paths"] if f'"{path}"' not in types] == []
    description["paths"] = {"/v1/planted": description["paths"]["/v1/health"]}
    (tmp_path / "planted.json").write_text(json.dumps(description), "utf-8")
    planted = made(tmp_path / "planted.json", tmp_path / "schema.d.ts")
    assert '"/v1/planted"' in planted
    assert '"/v1/health"' not in planted


def test_types_that_are_right_already_are_not_written_anew(tmp_path: Path) -> None:
    output = tmp_path / "schema.d.ts"
    made(DESCRIPTION, output)
    before = output.stat().st_mtime_ns
    made(DESCRIPTION, output)
    assert output.stat().st_mtime_ns == before


def test_the_types_are_made_before_they_are_checked_or_built_upon() -> None:
    scripts = json.loads((WEB / "package.json").read_text("utf-8"))["scripts"]
    for script in ("typecheck", "build:studio"):
        assert scripts[script].startswith("npm run --silent api && ")
