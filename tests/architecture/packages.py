"""What lock files pin, what requirements name, and what the code imports."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import metadata

from packaging.requirements import Requirement

from tests.architecture.tree import ROOT, Tree, parsed

REQUIREMENTS = ROOT / "requirements"
_PIN = re.compile(r"^([a-z0-9._-]+)==[^\s;\\]+", re.MULTILINE)
# The AWS runtime of the worker's image starts it; nothing in Praxeo does.
STARTS_PRAXEO = {"awslambdaric"}
IT_NEEDS = {"awslambdaric", "simplejson", "snapshot-restore-py"}


def pins(lock: str) -> set[str]:
    """The packages of a lock file, as `name==version`."""
    return {match[0] for match in _PIN.finditer(lock)}


def named(lock: str) -> set[str]:
    """The names of the packages of a lock file."""
    return {match[1] for match in _PIN.finditer(lock)}


def direct(requirements: str) -> set[str]:
    """The packages that a `.in` file asks for itself, with those of the files that it includes."""
    return {_normal(each.name) for each in _asked(requirements)}


def _asked(requirements: str) -> Iterator[Requirement]:
    for line in requirements.splitlines():
        if line.startswith("-r "):
            yield from _asked((REQUIREMENTS / line[3:]).read_text("utf-8"))
        elif line.strip() and not line.startswith("#"):
            yield Requirement(line)


def imported(tree: Tree) -> set[str]:
    """The packages that give what a tree imports, by name (`importlib.import_module`) too."""
    modules: set[str] = set()
    for _, module in parsed(tree):
        for node in ast.walk(module):
            match node:
                case ast.Import(names=names):
                    modules |= {alias.name for alias in names}
                case ast.ImportFrom(module=str(name), level=0):
                    modules.add(name)
                case ast.Constant(value=str(text)) if text.isidentifier() and "_" in text:
                    modules.add(text)
    given_by = metadata.packages_distributions()
    return {_normal(dist) for m in modules for dist in given_by.get(m.split(".")[0], ())}


def idle(requirements: str, tree: Tree) -> set[str]:
    """What requirements name and nothing in the tree imports."""
    return direct(requirements) - imported(tree) - STARTS_PRAXEO


def needed(requirements: str) -> set[str]:
    """What a `.in` file asks for and all that this needs in turn, on whatever system."""
    found: set[tuple[str, str]] = set()
    waiting = list(_asked(requirements))
    while waiting:
        each = waiting.pop()
        for extra in ("", *each.extras):
            if (key := (_normal(each.name), extra)) not in found:
                found.add(key)
                waiting += _needs(each.name, extra)
    return {name for name, _ in found} | (IT_NEEDS if "awslambdaric" in requirements else set())


def _needs(name: str, extra: str) -> Iterator[Requirement]:
    try:
        stated = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return  # locked for another system
    for line in stated:
        each = Requirement(line)
        wanted = re.findall(r'extra == "([^"]+)"', str(each.marker or ""))
        if not wanted or extra in wanted:
            yield each


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
