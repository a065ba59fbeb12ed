"""Who imports whom within a source tree, and where that goes in a circle."""

from __future__ import annotations

import ast
from graphlib import CycleError, TopologicalSorter

from tests.architecture.tree import Tree, module_name, parsed

Graph = dict[str, set[str]]


def imports(tree: Tree) -> Graph:
    """For each module those of the same tree that it imports, imports within functions included.

    What is imported for annotations alone (`if TYPE_CHECKING`) counts too.
    """
    names = {module_name(path) for path in tree}
    graph: Graph = {}
    for path, module in parsed(tree):
        name = module_name(path)
        found = graph.setdefault(name, set())
        package = name if path.endswith("__init__.py") else name.rpartition(".")[0]
        for node in ast.walk(module):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                start = _start(node, package)
                inner = {f"{start}.{alias.name}" for alias in node.names}
                found |= (inner & names) or {start}
        found &= names
    return graph


def _start(node: ast.ImportFrom, package: str) -> str:
    if not node.level:
        return str(node.module)
    above = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*above, *([node.module] if node.module else [])])


def cycles(tree: Tree) -> list[list[str]]:
    """Modules that import themselves over others, each circle once."""
    graph, found = imports(tree), []
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle = error.args[1][:-1]
            found.append(sorted(circle))
            for each in circle:
                graph[each] = graph[each] - set(circle)
        else:
            return found
