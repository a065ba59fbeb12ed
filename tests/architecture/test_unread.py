"""Nothing is declared that nothing reads: fields of records and other data, named constants."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields

from praxeo.domain.catalog import TABLES
from praxeo.domain.snapshot_records import Hop, Snapshot
from praxeo.sources.inputs import KINDS
from tests.architecture.tree import ROOT, Tree, parsed, planted, sources

CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]+$")
PLANT = "src/praxeo/ops/planted.py"
# What an extraction says of where it comes from is for whoever has its stored file; who acted, for
# whoever has the trail listed.
STORED = {"fetched_at", "source_kind", "actor_id", "actor_kind"}
# A snapshot says how a page was got at, for whoever doubts it.
STORED |= {field.name for kind in (Snapshot, Hop) for field in fields(kind)}
# These are there for the tests, or for whoever writes a role by hand.
TESTED = ("devtools/", "src/praxeo/adapters/aws_rights.py")


def declared(tree: Tree) -> dict[str, str]:
    """Every field of a data class and every named constant, with the place that declares it."""
    found = {}
    for path, module in parsed(tree):
        for node in ast.walk(module):
            if isinstance(node, ast.ClassDef) and any(map(_is_dataclass, node.decorator_list)):
                for each in node.body:
                    if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name):
                        found[each.target.id] = f"{path}:{each.lineno} {node.name}.{each.target.id}"
        for name, line in _constants(module):
            found[name] = f"{path}:{line} {name}"
    return found


def _is_dataclass(decorator: ast.expr) -> bool:
    function = decorator.func if isinstance(decorator, ast.Call) else decorator
    return getattr(function, "id", "") == "dataclass"


def _constants(module: ast.Module) -> Iterator[tuple[str, int]]:
    for node in module.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets = [node.target] if isinstance(node, ast.AnnAssign) else targets
        for target in targets:
            if isinstance(target, ast.Name) and CONSTANT.match(target.id):
                yield target.id, node.lineno


def the_tests() -> Tree:
    """The tests as a tree of their own."""
    folder = ROOT / "tests"
    return {str(path): path.read_text("utf-8") for path in folder.rglob("*.py")}


def read(tree: Tree) -> set[str]:
    """Every name that is read somewhere, as a variable, an attribute or a text that names it."""
    found = set()
    for _, module in parsed(tree):
        for node in ast.walk(module):
            match node:
                case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name, ctx=ast.Load()):
                    found.add(name)
                case ast.Constant(value=str(name)):
                    found.add(name)
                case ast.MatchClass(kwd_attrs=names):
                    found |= set(names)
    return found


def read_by_clients() -> set[str]:
    """What clients may read of the JSON that they are given: the front end's words, the API's reference.

    Of a table that nothing writes yet, or of inputs that cannot be given yet, all fields are as good as read.
    """
    records = [table.record for table in TABLES if not table.writer]
    records += [kind.record for kind in KINDS.values() if kind.room is None]
    planned = {field.name for record in records for field in fields(record)}
    reference = (ROOT / "docs" / "reference" / "openapi.json").read_text("utf-8")
    found = set(re.findall(r'^ +"(\w+)": \{$', reference, re.MULTILINE)) | STORED | planned
    for folder in ("web/studio", "web/runtime", "web/embed"):
        for path in (ROOT / folder).rglob("*.[jt]s*"):
            if path.name != "schema.d.ts":
                found |= set(re.findall(r"\w+", path.read_text("utf-8")))
    return found


def unread(tree: Tree) -> list[str]:
    """What is declared in the tree and read neither there nor in the front end."""
    seen = read(tree) | read_by_clients()
    tested = seen | read(the_tests())
    return sorted(
        place
        for name, place in declared(tree).items()
        if name not in (tested if place.startswith(TESTED) else seen)
    )


def test_no_field_and_no_constant_is_declared_in_vain() -> None:
    assert unread(sources()) == []


def test_a_field_or_a_constant_that_nothing_reads_is_found() -> None:
    plant = (
        "UNREAD_LIMIT = 3\n@dataclass(frozen=True)\nclass Planted:\n    planted_field: int = 0\n"
    )
    assert unread(planted(PLANT, plant)) == [
        f"{PLANT}:1 UNREAD_LIMIT",
        f"{PLANT}:4 Planted.planted_field",
    ]
    used = plant + "x = Planted().planted_field + UNREAD_LIMIT\n"
    assert unread(planted(PLANT, used)) == []
