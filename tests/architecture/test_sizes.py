"""Small and plain: modules that are read at once, functions of a screen, no circles of imports."""

from __future__ import annotations

import ast
from statistics import median

from tests.architecture.imports import cycles
from tests.architecture.tree import KEPT_SMALL, Tree, parsed, planted, sources

MODULE_LINES_MAX = 300
MODULE_LINES_MEDIAN_MAX = 95
FUNCTION_LINES_MAX = 40
LONG_FUNCTIONS_MAX = 5
PLANT = "src/praxeo/ops/planted.py"


def lines(text: str) -> int:
    return len(text.splitlines())


def oversized(tree: Tree) -> list[str]:
    """Modules too long to read at once."""
    return [p for p, text in tree.items() if lines(text) > MODULE_LINES_MAX]


def middling(tree: Tree) -> float:
    """The median length of modules that hold anything."""
    return median(lines(text) for text in tree.values() if text.strip())


def long_functions(tree: Tree) -> list[str]:
    """Functions longer than a screen, their signature and docstring included."""
    product = {p: t for p, t in tree.items() if not p.startswith("benchmarks/")}
    return [
        f"{path}:{node.lineno} {node.name}"
        for path, module in parsed(product)
        for node in ast.walk(module)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= FUNCTION_LINES_MAX
    ]


def test_a_module_is_small_enough_to_read_at_once() -> None:
    assert set(KEPT_SMALL) == {path.split("/")[0] for path in sources()}
    assert oversized(sources()) == []
    assert oversized(planted(PLANT, "x = 1\n" * (MODULE_LINES_MAX + 1))) == [PLANT]


def test_half_of_the_modules_are_far_smaller() -> None:
    assert middling(sources()) <= MODULE_LINES_MEDIAN_MAX
    fat = dict.fromkeys(sources(), "x = 1\n" * (MODULE_LINES_MEDIAN_MAX + 1))
    assert middling(fat) > MODULE_LINES_MEDIAN_MAX


def test_hardly_a_function_is_longer_than_a_screen() -> None:
    assert len(long_functions(sources())) <= LONG_FUNCTIONS_MAX
    body = "    x = 1\n" * FUNCTION_LINES_MAX
    assert f"{PLANT}:1 planted" in long_functions(planted(PLANT, f"def planted():\n{body}"))
    assert f"{PLANT}:2 planted" in long_functions(
        planted(PLANT, f"class A:\n def planted():\n{body}")
    )


def test_no_module_imports_itself_over_others() -> None:
    assert cycles(sources()) == []
    plant = "def late():\n    from praxeo.ops import planted\n"
    tree = {**planted(PLANT, "from praxeo.ops import second\n"), "src/praxeo/ops/second.py": plant}
    assert cycles(tree) == [["praxeo.ops.planted", "praxeo.ops.second"]]
