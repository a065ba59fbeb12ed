"""One table, one writer: what a table holds is made, changed and saved by the feature that owns it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from praxeo.domain.catalog import TABLES
from praxeo.domain.input_records import Input
from tests.architecture.tree import planted, sources
from tests.architecture.writes import UNTOLD, Write, writes

WRITER = {table.record.__name__: table.writer for table in TABLES}
PLANT = "src/praxeo/embeds/planted.py"
FOREIGN = """
from dataclasses import dataclass, replace
from praxeo.domain.records import Example, Spec, created, changed
from praxeo.library.examples import Examples
from praxeo.library.saving import saved
from praxeo.ports.records import RecordStore

@dataclass
class Planted:
    records: RecordStore
    examples: Examples

    def makes(self, now):
        return created(Example, now, id="", owner="")

    def changes(self, owner, now):
        example = self.examples.get(owner, "exa_1")
        return lambda: (changed(example, now, title=""),)

    def replaces(self, owner):
        for spec in self.examples.specs(owner, "exa_1").records:
            yield replace(spec, number=2)

    def saves(self, owner):
        self.records.save(self.examples.app(owner, "exa_1"))

    def deletes(self, owner):
        self.records.save(delete=(self._spec(owner),))

    def saves_as_somebody(self, actor):
        saved(self, actor, "spec.changed", self._spec(actor))

    def builds(self):
        return Example(id="", owner="")

    def hides(self, thing, now):
        return changed(thing, now)

    def _spec(self, owner) -> Spec:
        return self.examples.spec(owner, "spc_1")
"""


@pytest.fixture(scope="module")
def ours() -> list[Write]:
    return writes(sources())


def foreign(found: Iterable[Write]) -> set[tuple[str, str]]:
    told = [write for write in found if write.record != UNTOLD]
    return {(w.feature, w.record) for w in told if w.feature != WRITER[w.record]}


def test_every_table_has_one_writing_feature(ours: list[Write]) -> None:
    assert foreign(ours) == set()


def test_a_foreign_write_is_seen_however_it_is_written() -> None:
    found = writes(planted(PLANT, FOREIGN))
    assert [(w.how, w.record) for w in found if w.path == PLANT] == [
        ("created", "Example"),
        ("changed", "Example"),
        ("replace", "Spec"),
        ("save", "CodeSnippet"),
        ("save", "Spec"),
        ("saved", "Spec"),
        ("built", "Example"),
        ("changed", UNTOLD),
    ]
    assert {("embeds", "Example"), ("embeds", "Spec"), ("embeds", "CodeSnippet")} <= foreign(found)


def test_a_foreign_write_of_what_tables_share_counts_for_each_of_them() -> None:
    plant = """
from praxeo.domain.input_records import Input
from praxeo.domain.records import changed

def moves(source: Input, now):
    return changed(source, now, project_id="")
"""
    found = writes(planted(PLANT, plant))
    told = {(w.how, w.record) for w in found if w.path == PLANT}
    kinds = {table.record for table in TABLES if issubclass(table.record, Input)}
    assert told == {("changed", kind.__name__) for kind in kinds}


def test_every_change_tells_of_which_table_it_is(ours: list[Write]) -> None:
    assert [write for write in ours if write.record == UNTOLD] == []


def test_a_table_that_nothing_writes_says_so(ours: list[Write]) -> None:
    written = {write.record for write in ours} | {"AuditEvent"}  # made beside every change
    assert {name for name, writer in WRITER.items() if not writer} == WRITER.keys() - written
