"""How little is loaded for one document: what a start does not load, nobody waits for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from praxeo.sources.documents.formats import FORMATS

# Of the interpreter, too: they come with dataclasses, json, subprocess and argparse.
COMMAND_MODULES_MAX = 195
CHILD_MODULES_MAX = 280
HEAVY = (
    "pydantic",
    "typer",
    "click",
    "rich",
    "fastapi",
    "sqlite3",
    "praxeo.domain.records",
    "praxeo.ports",
)
READERS = ("lxml", "markdown_it", "numpy", "pypdfium2", "charset_normalizer", "PIL")


def loaded(code: str, *arguments: str) -> set[str]:
    """What a fresh interpreter has loaded after this code."""
    told = "\nimport json, sys\nsys.stderr.write('\\n' + json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", code + told, *arguments], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stderr.splitlines()[-1]))


def among(modules: set[str], names: tuple[str, ...]) -> list[str]:
    return sorted(
        name for name in modules if f"{name}.".startswith(tuple(f"{each}." for each in names))
    )


@pytest.fixture
def note(tmp_path: Path) -> str:
    (tmp_path / "tides.md").write_text("# Tides\n\nThe sea rises and falls.\n", "utf-8")
    return str(tmp_path / "tides.md")


def test_the_command_that_reads_a_document_loads_neither_records_nor_a_reader(note: str) -> None:
    code = "import sys\nfrom praxeo.entrypoints.cli import main\nmain(['extract', sys.argv[1]])"
    modules = loaded(code, note)
    assert among(modules, HEAVY + READERS) == []
    assert len(modules) <= COMMAND_MODULES_MAX, sorted(modules)


@pytest.mark.parametrize("label", [each.label for each in FORMATS])
def test_the_process_that_reads_it_loads_no_records_and_no_ports(label: str) -> None:
    code = "import sys\nfrom praxeo.adapters.sandbox.tasks import task_of\ntask_of(sys.argv[1])"
    modules = loaded(code, label)
    assert among(modules, HEAVY) == []
    if label == "markdown":
        assert len(modules) <= CHILD_MODULES_MAX, sorted(modules)


def test_help_loads_no_more_than_its_text() -> None:
    code = (
        "from praxeo.entrypoints.cli import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass"
    )
    assert among(loaded(code), HEAVY + READERS) == []


def test_a_heavy_module_would_be_found() -> None:
    found = among(loaded("import praxeo.domain.records"), HEAVY)
    assert found == ["praxeo.domain.records"]
