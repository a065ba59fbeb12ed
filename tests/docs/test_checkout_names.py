"""A checkout works in a folder of any name: the front end is built there, the library opened, an app's files found."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NAMES = ["My Projects", "mein ördner", "a#b", "50 %", "a+b & (c)"]


def checkout(folder: Path) -> None:
    """What is tracked of the front end, over the packages that are installed already."""
    tracked = subprocess.run(
        ["git", "ls-files", "-z", "web", "docs/reference/openapi.json"],
        cwd=ROOT, capture_output=True, check=True,
    ).stdout  # fmt: skip
    for name in filter(None, tracked.decode().split("\0")):
        source, target = ROOT / name, folder / name
        if source.is_file():  # not in the index alone
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    (folder / "web" / "node_modules").symlink_to(ROOT / "web" / "node_modules")


@pytest.mark.parametrize("name", NAMES)
def test_the_front_end_is_built_in_a_folder_of_this_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name / "praxeo"
    checkout(folder)
    for script in ("schema.mjs", "build.mjs"):
        built = subprocess.run(["node", script], cwd=folder / "web", capture_output=True, text=True)
        assert built.returncode == 0, built.stderr
    made = folder / "web" / "dist"
    for file in (
        "runtime/runtime.js",
        "runtime/template.html",
        "embed/wrapper.html",
        "axe/axe.min.js",
    ):
        assert (made / file).stat().st_size
    assert (folder / "web" / "studio" / "src" / "api" / "schema.d.ts").stat().st_size


def test_no_script_of_the_front_end_takes_the_path_of_an_address_for_one_of_a_file() -> None:
    """That has `%20` where the folder's name has a space."""
    scripts = [*(ROOT / "web").glob("*.mjs"), *(ROOT / "web").glob("*/vite.config.ts")]
    assert len(scripts) >= 3
    for script in scripts:
        text = script.read_text("utf-8")
        assert "import.meta.url).pathname" not in text, script
