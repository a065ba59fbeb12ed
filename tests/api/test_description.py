"""The OpenAPI description is complete, and the API keeps to it whatever it is sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, settings
from plain_praxeo import add_text, outside_in_memory, run_all
from schemathesis.specs.openapi.checks import positive_data_acceptance

from praxeo.app import build
from praxeo.entrypoints.api.application import ApiOptions, create_api, guarded

CASES_PER_OPERATION = 5  # a case that fits may still be refused by a rule: a title of spaces, say
OPTIONS = ApiOptions(hosts=frozenset({"testserver"}))


@pytest.fixture(scope="module")
def api() -> Any:
    """An API over a library that has something of everything; made when the first operation is asked."""
    praxeo = build(outside_in_memory())
    add_text(praxeo)
    run_all(praxeo)
    return guarded(create_api(praxeo, OPTIONS), praxeo, OPTIONS)


# What the pages show is what the API says of itself: tests/unit/devtools/test_reference.py.
DESCRIPTION = Path(__file__).resolve().parents[2] / "docs" / "reference" / "openapi.json"
schema = schemathesis.openapi.from_path(DESCRIPTION)


@schema.parametrize()
@settings(
    max_examples=CASES_PER_OPERATION,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_the_api_keeps_to_its_description(api: Any, case: schemathesis.Case) -> None:
    case.call_and_validate(app=api, excluded_checks=[positive_data_acceptance])


def test_every_operation_has_an_id_a_summary_and_problems() -> None:
    operations = [
        operation for path in schema.raw_schema["paths"].values() for operation in path.values()
    ]
    ids = [operation["operationId"] for operation in operations]
    assert len(set(ids)) == len(ids) > 30
    for operation in operations:
        assert operation["description"].endswith(".")
        for status in ("4XX", "5XX"):
            assert list(operation["responses"][status]["content"]) == ["application/problem+json"]
