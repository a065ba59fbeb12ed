"""Every place in a source tree that makes, changes, saves or deletes records of a table."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from praxeo.domain.catalog import TABLES
from praxeo.domain.record import Record
from tests.architecture.kinds import NONE, Kinds, Scope, known, scopes
from tests.architecture.tree import Tree, feature, parsed, shipped

RECORDS = frozenset(table.record.__name__ for table in TABLES)
# What several tables' records have in common stands for each of them.
SHARED = {
    base.__name__: frozenset(t.record.__name__ for t in TABLES if issubclass(t.record, base))
    for table in TABLES
    for base in table.record.__mro__[1:]
    if base not in (Record, object)
}
# Stores keep whatever they are given, and the nouns have functions that make them.
NEUTRAL = {"adapters", "domain", "ports"}
# Saved by every feature in one transaction with what they follow; made and changed by their own alone.
SAVED_ALONG = frozenset({"Job", "AuditEvent"})
MAKERS = ("created", "changed", "replace")
SAVERS = ("saved", "deleted")  # of library/saving.py
CALLS = re.compile(rf"\b({'|'.join([*MAKERS, 'save', *SAVERS, *RECORDS])})\(")
UNTOLD = "?"


@dataclass(frozen=True, order=True)
class Write:
    """One call that writes records of a kind; `how` is `created`, `changed`, `save` and the like."""

    path: str
    line: int
    how: str
    record: str

    @property
    def feature(self) -> str:
        """The room that writes."""
        return feature(self.path)


def writes(tree: Tree) -> list[Write]:
    """All writes of shipped features; the record is `UNTOLD` where no annotation tells its kind."""
    own = shipped(tree)
    facts, found = known(own), set()
    for path, module in parsed(own):
        if feature(path) not in NEUTRAL and CALLS.search(own[path]):
            for scope, function in scopes(module, facts):
                for node in ast.walk(function):
                    if isinstance(node, ast.Call):
                        found |= {Write(path, node.lineno, *each) for each in _written(scope, node)}
    told = {(write.path, write.line) for write in found if write.record != UNTOLD}
    return sorted(w for w in found if w.record != UNTOLD or (w.path, w.line) not in told)


def _written(scope: Scope, call: ast.Call) -> Iterator[tuple[str, str]]:
    function = call.func
    name = getattr(function, "id", "") or getattr(function, "attr", "")
    kinds: Kinds = NONE
    if isinstance(function, ast.Name) and name in MAKERS:
        kinds = scope.kinds(call)
        kinds = NONE if "Page" in kinds else kinds  # a page of records is no record
    elif isinstance(function, ast.Name) and name in RECORDS:
        kinds, name = frozenset({name}), "built"
    elif (isinstance(function, ast.Attribute) and name == "save") or (
        isinstance(function, ast.Name) and name in SAVERS
    ):
        given = [*call.args, *(keyword.value for keyword in call.keywords)]
        kinds = NONE.union(*map(scope.kinds, given)) - SAVED_ALONG
    kinds = kinds.union(*(SHARED.get(kind, NONE) for kind in kinds))
    yield from ((name, record) for record in kinds & RECORDS)
    if name in MAKERS[:2] and isinstance(function, ast.Name) and not kinds & (RECORDS | {"Record"}):
        yield name, UNTOLD
