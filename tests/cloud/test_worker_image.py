"""The image of the worker copies and starts what there is. It is not built here: that needs Docker."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from praxeo.adapters.browser import BROWSER_NAMES
from praxeo.entrypoints.cli_commands import COMMANDS

ROOT = Path(__file__).parents[2]
FILE = (ROOT / "infra" / "images" / "worker.Dockerfile").read_text("utf-8").replace("\\\n", " ")
LINES = [line for line in FILE.splitlines() if line and not line.startswith("#")]


def words_after(instruction: str) -> list[list[str]]:
    return [line.split()[1:] for line in LINES if line.split()[0] == instruction]


def test_it_copies_what_there_is_and_what_a_worker_reads() -> None:
    copied = {name for *names, _ in words_after("COPY") for name in names}
    assert [name for name in copied if not (ROOT / name).exists()] == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    dynamic = project["tool"]["setuptools"]["dynamic"]
    read = [dynamic["dependencies"], *dynamic["optional-dependencies"].values()]
    assert {name for each in read for name in each["file"]} <= copied
    assert {project["project"]["readme"], "web/dist/runtime", "web/dist/axe"} <= copied


def test_it_installs_the_locked_packages_and_no_others() -> None:
    installs = re.findall(r"pip install [^&\n]*", FILE)
    assert installs
    assert all("--require-hashes" in each or "--no-deps" in each for each in installs)
    locked = (ROOT / "requirements" / "worker.lock").read_text("utf-8")
    for name in ("botocore", "playwright", "google-genai", "spacy", "setuptools"):
        assert re.search(rf"^{name}==", locked, re.MULTILINE)


def test_it_runs_an_existing_command_as_a_user_without_rights_on_a_pinned_base() -> None:
    (base,) = words_after("ARG")
    assert re.fullmatch(r"BASE=python:\d+\.\d+\.\d+-\S+", base[0])
    (user,) = words_after("USER")
    assert user != ["root"]
    assert f"useradd --system --uid 10001 --create-home {user[0]}" in FILE
    program, command = (
        json.loads(" ".join(part)) for kind in ("ENTRYPOINT", "CMD") for part in words_after(kind)
    )
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert program[0] in scripts
    assert set(command) <= {each.name for each in COMMANDS}
    assert "PRAXEO_CHROMIUM=chromium" in FILE
    assert "chromium" in BROWSER_NAMES
