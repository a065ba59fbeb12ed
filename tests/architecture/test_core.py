"""What the core keeps to: nouns without IO, errors that are reported once, names and modules that say what for."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator

from tests.architecture.tree import SHIPPED, Tree, parsed, planted, shipped, sources

DOMAIN = SHIPPED + "domain/"
ADRIFT = re.compile(r"\b(time\.time|datetime\.now|utcnow|random\.|uuid4|open\()")
FORBIDDEN_NAMES = {"utils", "util", "common", "helpers", "helper", "base", "manager", "misc"}
# Participles and the like that had to be looked up: say what a thing is, not what was done to it.
UNGUESSABLE = {
    "carrying",
    "counted",
    "following",
    "hands",
    "lately",
    "looks",
    "matter",
    "meanings",
    "patience",
    "pieces",
    "placed",
    "places",
    "shown",
    "stated",
}
# The only places that may catch everything, because whatever they catch ends there as a report.
MAY_CATCH_EVERYTHING = {
    SHIPPED + name
    for name in ("jobs/runner.py", "entrypoints/api/problems.py", "entrypoints/cli.py")
}
# And the one that raises whatever it caught again, in the thread that waits for it.
HANDS_OVER = {SHIPPED + "models/calls.py"}


def foreign_imports(tree: Tree) -> list[str]:
    """Imports of the domain that are neither of the standard library nor of the domain."""
    found = []
    nouns = {path: text for path, text in tree.items() if path.startswith(DOMAIN)}
    for path, module in parsed(nouns):
        for name in _imported(module):
            standard = name.split(".")[0] in sys.stdlib_module_names
            if not standard and not f"{name}.".startswith("praxeo.domain."):
                found.append(f"{path} imports {name}")
    return found


def _imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." if node.level else str(node.module)


def adrift(tree: Tree) -> list[str]:
    """Modules of the domain that read the clock, roll dice or open files."""
    return [path for path, text in tree.items() if path.startswith(DOMAIN) and ADRIFT.search(text)]


def keeping_every_error(tree: Tree) -> list[str]:
    """Handlers that catch everything and keep it, outside the places that report what they caught."""
    found = []
    for path, module in parsed(shipped(tree)):
        handlers = [n for n in ast.walk(module) if isinstance(n, ast.ExceptHandler)]
        if path not in MAY_CATCH_EVERYTHING | HANDS_OVER:
            found += [
                f"{path}:{h.lineno}" for h in handlers if _catches_all(h) and not _passes_on(h)
            ]
    return found


def _catches_all(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {getattr(c, "id", "") or getattr(c, "attr", "") for c in caught}
    return bool(names & {"Exception", "BaseException"})


def _passes_on(handler: ast.ExceptHandler) -> bool:
    """Whether a handler only cleans up: whatever it caught leaves it again."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def nameless(tree: Tree) -> list[str]:
    """Modules and folders whose name says nothing of what they are for."""
    return [p for p in tree if set(p.removesuffix(".py").split("/")) & FORBIDDEN_NAMES]


def silent(tree: Tree) -> list[str]:
    """Modules that do not say what they are for."""
    return [p for p, module in parsed(tree) if module.body and not ast.get_docstring(module)]


def test_the_domain_needs_nothing_but_the_standard_library() -> None:
    assert foreign_imports(sources()) == []
    plant = "import json\nimport lxml.etree\nfrom praxeo.ports import clock\nfrom . import record\n"
    assert [
        each.split()[-1] for each in foreign_imports(planted(DOMAIN + "planted.py", plant))
    ] == [
        "lxml.etree",
        "praxeo.ports",
        ".",
    ]


def test_the_domain_neither_reads_the_clock_nor_rolls_dice() -> None:
    assert adrift(sources()) == []
    for plant in ("datetime.now(UTC)", "random.choice(x)", "uuid4()", "open('x')", "time.time()"):
        assert adrift(planted(DOMAIN + "planted.py", f"x = {plant}\n")) == [DOMAIN + "planted.py"]


def test_nothing_keeps_every_error_outside_the_three_places_that_report_them() -> None:
    assert keeping_every_error(sources()) == []
    for caught in ("except:", "except Exception:", "except (KeyError, BaseException) as error:"):
        plant = f"try:\n    go()\n{caught}\n    log()\n"
        assert keeping_every_error(planted(SHIPPED + "planted.py", plant)) == [
            SHIPPED + "planted.py:3"
        ]
        assert keeping_every_error(planted(SHIPPED + "planted.py", plant + "    raise\n")) == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert nameless(sources()) == []
    for name in ("ops/utils.py", "common/names.py", "jobs/manager.py"):
        assert nameless(planted(SHIPPED + name, "")) == [SHIPPED + name]


def test_a_module_says_what_it_is_for() -> None:
    assert silent(sources()) == []
    assert silent(planted(SHIPPED + "planted.py", "x = 1\n")) == [SHIPPED + "planted.py"]


def unguessable(tree: Tree) -> list[str]:
    """Modules and classes called by a word that tells a newcomer nothing of what they are."""
    found = [path for path in tree if path.rpartition("/")[2].removesuffix(".py") in UNGUESSABLE]
    for path, module in parsed(tree):
        for node in ast.walk(module):
            if isinstance(node, ast.ClassDef) and node.name.lower() in UNGUESSABLE:
                found.append(f"{path}:{node.lineno} {node.name}")
    return found


def test_names_can_be_guessed() -> None:
    assert unguessable(sources()) == []
    plant = "class Hands:\n    pass\n"
    assert unguessable(planted(SHIPPED + "proof/matter.py", plant)) == [
        SHIPPED + "proof/matter.py",
        SHIPPED + "proof/matter.py:1 Hands",
    ]
