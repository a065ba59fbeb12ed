"""A source tree as text, so that every rule is a function that a planted fault can be put before."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = "src/praxeo/"
KEPT_SMALL = ("src", "infra", "devtools", "benchmarks")

# Path within the repository → the text of that Python module.
Tree = dict[str, str]


@lru_cache(maxsize=1)
def sources() -> Tree:
    """Every Python module of the project except its tests, as it stands on disk."""
    found = {}
    for folder in KEPT_SMALL:
        for path in sorted((ROOT / folder).rglob("*.py")):
            parts = path.relative_to(ROOT).parts
            if not {"node_modules", "cdk.out", "build"} & set(parts):
                found["/".join(parts)] = path.read_text("utf-8")
    return found


def planted(path: str, text: str) -> Tree:
    """The project's sources with one more module, or with another text in place of one."""
    return {**sources(), path: text}


def shipped(tree: Tree) -> Tree:
    """The part of a tree that is installed with `praxeo`."""
    return {path: text for path, text in tree.items() if path.startswith(SHIPPED)}


def feature(path: str) -> str:
    """The room that a shipped module stands in: `embeds` of `src/praxeo/embeds/service.py`."""
    return path.removeprefix(SHIPPED).split("/")[0].removesuffix(".py")


@lru_cache(maxsize=4096)
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


def parsed(tree: Tree) -> Iterator[tuple[str, ast.Module]]:
    """Each module with its syntax tree."""
    for path, text in tree.items():
        yield path, _parsed(text)


def module_name(path: str) -> str:
    """`praxeo.embeds.service` of `src/praxeo/embeds/service.py`; packages by their folder."""
    return path.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")
