"""All environments, synthesised once for all tests here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]

from synthesis import Synthesis, begin, finished  # noqa: E402

NAMES = ("local", "development", "staging", "production")


@pytest.fixture(scope="session")
def environments(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Synthesis]:
    """Every environment by its name; two at a time."""
    folder = tmp_path_factory.mktemp("synthesis")
    packages = folder / "packages"
    for package in ("api", "jobs"):
        (packages / package).mkdir(parents=True)
        (packages / package / "handler.py").write_text("", "utf-8")
    made = {}
    for pair in (NAMES[:2], NAMES[2:]):
        begun = {name: begin(name, folder / name, packages) for name in pair}
        made |= {name: finished(process, folder / name) for name, process in begun.items()}
    return made


@pytest.fixture(scope="session")
def production(environments: dict[str, Synthesis]) -> Synthesis:
    return environments["production"]
