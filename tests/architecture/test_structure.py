"""The shape of the code base itself: sizes, names, standard-library core, broad handlers."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "praxeo"
MODULES = sorted(SOURCE.rglob("*.py"))
MAXIMUM_LINES = 400
FORBIDDEN_NAMES = {"utils", "util", "common", "helpers", "helper", "base", "manager"}
# The only places that may catch everything, because whatever they catch ends there as a report.
MAY_CATCH_EVERYTHING = {"jobs/runner.py", "entrypoints/api/problems.py", "entrypoints/cli.py"}


def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"), filename=str(module))


def named(module: Path) -> str:
    return module.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_module_is_small_enough_to_read_at_once(module: Path) -> None:
    assert len(module.read_text("utf-8").splitlines()) <= MAXIMUM_LINES


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert not [named(m) for m in MODULES if m.stem in FORBIDDEN_NAMES]


@pytest.mark.parametrize("module", MODULES, ids=named)
def test_a_module_says_what_it_is_for(module: Path) -> None:
    if module.read_text("utf-8").strip():
        assert ast.get_docstring(parsed(module)), f"{named(module)} has no docstring"


def test_the_domain_needs_nothing_but_the_standard_library() -> None:
    allowed = set(sys.stdlib_module_names) | {"praxeo"}
    for module in sorted((SOURCE / "domain").rglob("*.py")):
        for node in ast.walk(parsed(module)):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            for name in names:
                assert name.split(".")[0] in allowed, f"{named(module)} imports {name}"
                if name.startswith("praxeo"):
                    assert name.startswith("praxeo.domain"), f"{named(module)} imports {name}"


def test_the_domain_neither_reads_the_clock_nor_rolls_dice() -> None:
    for module in sorted((SOURCE / "domain").rglob("*.py")):
        text = module.read_text("utf-8")
        assert not re.search(r"\b(time\.time|datetime\.now|utcnow|random\.|uuid4|open\()", text), (
            named(module)
        )


def passes_on(handler: ast.ExceptHandler) -> bool:
    """Whether a handler only cleans up: whatever it caught leaves it again."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_nothing_keeps_every_error_outside_the_three_places_that_report_them() -> None:
    for module in MODULES:
        if named(module) in MAY_CATCH_EVERYTHING:
            continue
        for node in ast.walk(parsed(module)):
            if isinstance(node, ast.ExceptHandler) and not passes_on(node):
                caught = [node.type] if not isinstance(node.type, ast.Tuple) else node.type.elts
                names = {getattr(c, "id", "") if c else "" for c in caught}
                assert node.type is not None, f"{named(module)}:{node.lineno} has a bare except"
                assert not names & {"Exception", "BaseException"}, f"{named(module)}:{node.lineno}"


def test_every_table_has_one_writing_feature() -> None:
    """A record class is built (`Example(...)`) only inside the feature that owns its table."""
    from praxeo.domain.catalog import TABLES

    owners: dict[str, set[str]] = {table.record.__name__: set() for table in TABLES}
    for module in MODULES:
        feature = named(module).split("/")[0]
        if feature in {"domain", "adapters"}:
            continue
        for node in ast.walk(parsed(module)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in owners:
                owners[node.func.id].add(feature)  # type: ignore[attr-defined]
    shared = {name: features for name, features in owners.items() if len(features) > 1}
    assert not shared, f"written by more than one feature: {shared}"
