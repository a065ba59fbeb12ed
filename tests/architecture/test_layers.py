"""Imports go one way: the contracts of `pyproject.toml` hold, and each sees an import that breaks it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from tests.architecture.tree import ROOT

# Where an import is planted, what it imports, and the contract that has to see it.
PLANTS = {
    "spec/planted.py": ("praxeo.jobs.run", "Everything points one way"),
    "embeds/planted.py": ("praxeo.generation.service", "Everything points one way"),
    "sources/planted.py": ("praxeo.app", "Everything points one way"),
    "library/planted.py": ("praxeo.adapters.sqlite", "Only the wiring knows an adapter"),
    "entrypoints/planted.py": ("praxeo.adapters.s3", "Only the wiring knows an adapter"),
    "editing/planted.py": ("fastapi", "no web framework, driver or SDK"),
    "models/planted.py": ("botocore.session", "no web framework, driver or SDK"),
}


def broken(source: Path) -> list[str]:
    """The reports of the contracts that this source tree breaks."""
    linter = Path(sys.executable).with_name("lint-imports")
    said = subprocess.run(
        [linter, "--config", ROOT / "pyproject.toml", "--no-cache"],
        env={**os.environ, "PYTHONPATH": str(source), "COLUMNS": "200"},
        cwd=source,
        capture_output=True,
        text=True,
    ).stdout
    assert "Contracts:" in said, said
    _, _, report = said.partition("Broken contracts")
    return re.split(r"\n(?=[^\n]+\n-{4,}\n)", report)[1:]


def test_imports_go_one_way_and_each_contract_sees_what_breaks_it(tmp_path: Path) -> None:
    kept = shutil.ignore_patterns("__pycache__", "*.gz", "*.json", "*.tsv")
    shutil.copytree(ROOT / "src" / "praxeo", tmp_path / "praxeo", ignore=kept)
    assert broken(tmp_path) == []
    for place, (imported, _) in PLANTS.items():
        (tmp_path / "praxeo" / place).write_text(f"import {imported}\n")
    (tmp_path / "praxeo" / "planted").mkdir()
    (tmp_path / "praxeo" / "planted" / "__init__.py").touch()
    reports = broken(tmp_path)
    assert any("praxeo.planted" in report for report in reports), "a room without a place"
    for place, (imported, contract) in PLANTS.items():
        importer = "praxeo." + place.removesuffix(".py").replace("/", ".")
        told = [report for report in reports if f"{importer} -> {imported.split('.')[0]}" in report]
        assert [r for r in told if contract in r.splitlines()[0]], (place, reports)


def told_order(page: str) -> list[str]:
    """The order of rooms as a page states it between arrows."""
    stated = re.search(r"Imports go one way: `([^`]*)`", page)
    return [each.strip() for each in " ".join(stated[1].split()).split("→")] if stated else []


def test_the_map_states_the_order_that_is_held() -> None:
    contract, *_ = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
        "contracts"
    ]
    assert told_order((ROOT / "ARCHITECTURE.md").read_text("utf-8")) == contract["layers"]
    assert told_order("Imports go one way: `jobs →\n  app | ops`.") == ["jobs", "app | ops"]
