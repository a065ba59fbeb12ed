"""A kind of activity that the tables do not have yet: with its rows it is read, printed, compiled and played."""

from __future__ import annotations

import json
import re

import pytest

from praxeo.compile.app import build_payload
from praxeo.domain import spec
from praxeo.domain.spec import KindOfActivity, Pair
from praxeo.proof.plan import Row, read_plan
from praxeo.spec import forms
from praxeo.spec import text as spec_text
from praxeo.spec.kinds.pairs import pairs
from praxeo.spec.text import SpecInvalid, parse_spec, print_spec

ANALOGIES = pairs(
    heading="Analogies",
    example="- this ~ that {}\n- one ~ other {}\n- here ~ there {}",
    mark="~",
    sign=re.compile(r"(?<![^ \t])~(?=[ \t]|\Z)"),
    how="- this ~ that",
)
TEXT = """---
spec: 1
title: Likenesses
language: en
---

## Section: One

### Analogies: What is like what
- a cell ~ a city
- the nucleus ~ its town hall
- a membrane ~ its wall
"""


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """One row in each table of Python."""
    monkeypatch.setitem(
        spec.KINDS,
        "analogies",  # type: ignore[arg-type]
        KindOfActivity(item=Pair, played="pairs", whole=True),
    )
    monkeypatch.setitem(spec.ITEM_OF_KIND, "analogies", Pair)  # type: ignore[arg-type]
    monkeypatch.setitem(forms.FORMS, "analogies", ANALOGIES)  # type: ignore[arg-type]
    monkeypatch.setitem(forms.KIND_OF_HEADING, "analogies", "analogies")
    spec_text._remembered.cache_clear()


def test_a_new_kind_is_read_and_printed_by_its_form(rows: None) -> None:
    doc = parse_spec(TEXT)
    (activity,) = doc.sections[0].activities
    assert (activity.kind, activity.items[1]) == (
        "analogies",
        Pair(left="the nucleus", right="its town hall", evidence=()),
    )
    assert parse_spec(print_spec(doc)) == doc
    with pytest.raises(SpecInvalid, match="An item here is written"):
        parse_spec(TEXT.replace("~", "="))


def test_the_check_knows_how_a_new_kind_is_played(rows: None) -> None:
    payload = json.dumps(build_payload(parse_spec(TEXT), None))
    plan = read_plan(f'<script type="application/json" id="praxeo-payload">{payload}</script>')
    (exercise,) = plan.exercises
    assert (exercise.kind, exercise.played) == ("analogies", "pairs")
    assert exercise.rows[0] == Row(left="a cell", right="a city")


def test_without_its_rows_the_heading_is_no_kind() -> None:
    spec_text._remembered.cache_clear()
    with pytest.raises(SpecInvalid, match="no kind of activity"):
        parse_spec(TEXT)
