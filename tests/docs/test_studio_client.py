"""The studio's client is made from the API's description, not written beside it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

WEB = Path(__file__).resolve().parents[2] / "web"
SCHEMA = WEB / "studio" / "src" / "api" / "schema.d.ts"


def test_the_studios_client_is_that_of_the_present_api(tmp_path: Path) -> None:
    if not (WEB / "node_modules" / ".bin" / "openapi-typescript").exists():
        pytest.skip("the front end's packages are not installed (make setup)")
    made = tmp_path / "schema.d.ts"
    description = WEB.parent / "docs" / "reference" / "openapi.json"
    for command in (
        ["node_modules/.bin/openapi-typescript", description, "-o", made],
        ["node_modules/.bin/prettier", "--config", ".prettierrc.json", "--write", made],
    ):
        subprocess.run(command, cwd=WEB, check=True, capture_output=True)
    assert made.read_text("utf-8") == SCHEMA.read_text("utf-8"), "run: cd web && npm run api"
