"""Ids, texts, upgrades and the catalog."""

from __future__ import annotations

import json
from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from praxeo.adapters.clock import RandomIds, SystemClock
from praxeo.domain import texts
from praxeo.domain.catalog import TABLES, table_of_id
from praxeo.domain.errors import Refused
from praxeo.domain.ids import format_id, is_id
from praxeo.domain.record_json import from_body, to_body
from praxeo.domain.records import Project, utc_moment, utc_text

moments = st.integers(0, 2**48 - 1)
randoms = st.integers(0, 2**80 - 1)


@given(st.tuples(moments, randoms), st.tuples(moments, randoms))
def test_ids_sort_as_their_times_do(first: tuple[int, int], second: tuple[int, int]) -> None:
    ids = [format_id("exa", *numbers) for numbers in (first, second)]
    assert all(is_id(identifier, "exa") for identifier in ids)
    assert (ids[0] < ids[1]) == (first < second)


def test_ids_of_one_moment_still_count_upwards() -> None:
    ids = RandomIds(SystemClock())
    made = [ids.new("exa") for _ in range(2_000)]
    assert sorted(set(made)) == made


def test_an_id_tells_its_table() -> None:
    for table in TABLES:
        found = table_of_id(f"{table.prefix}_01")
        assert found is table


@given(st.datetimes(timezones=st.just(utc_moment("2026-01-01T00:00:00.000000Z").tzinfo)))
def test_a_stored_time_is_the_time_it_was(moment) -> None:  # type: ignore[no-untyped-def]
    if moment.year >= 1000:
        assert utc_moment(utc_text(moment)) == moment


def test_every_listing_of_the_catalog_names_fields_of_its_record() -> None:
    for table in TABLES:
        names = {field.name for field in fields(table.record)}
        assert {"owner", *table.blobs} <= names
        assert all(set(listing) <= names for listing in table.list_by)


def test_prefixes_and_names_of_tables_are_their_own() -> None:
    assert len({table.prefix for table in TABLES}) == len(TABLES)
    assert len({table.name for table in TABLES}) == len(TABLES)


@given(st.text())
def test_a_title_is_one_visible_line_or_refused(text: str) -> None:
    try:
        title = texts.title(text)
    except Refused:
        return
    assert title == title.strip() != ""
    assert title.isprintable() or any(c in "\u200c\u200d" or c.isspace() for c in title)
    assert texts.title(title) == title


@given(st.text())
def test_a_file_name_is_never_a_path(text: str) -> None:
    name = texts.file_name(text)
    assert name
    assert not set(name) & set("/\\\0\n")
    assert name not in (".", "..")


def test_a_field_of_a_later_release_is_left_out_and_a_new_one_gets_its_default() -> None:
    project = Project(id="prj_1", owner="local", created_at="", updated_at="", name="A")
    body = json.loads(to_body(project))
    del body["description"]
    body["colour"] = "red"
    assert from_body(Project, json.dumps(body)) == project
