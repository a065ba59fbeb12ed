"""How the table looks in which visits are counted: names, keys and items. Needs no SDK to be read.

A sum stands under its subject, by day; the ids of what was counted and the visits stand for themselves, and say when
the table may forget them. No page asks for a single one of them, so there are no indexes.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from praxeo.ports.tally import Cell

USAGE = "usage"
SHARES = 8  # of a sum: that many visits add to it at once without waiting for each other
SEEN_DAYS = 8  # a browser sends again for seven
_PARTS = ("version", "what", "name")


def usage_table(name: str) -> str:
    """The name of the table of the installation `name`."""
    return f"{name}-{USAGE}"


def usage_definition(name: str) -> dict[str, Any]:
    """The table as `CreateTable` takes it."""
    return {
        "TableName": usage_table(name),
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [
            {"AttributeName": each, "AttributeType": "S"} for each in ("id", "part")
        ],
        "KeySchema": [
            {"AttributeName": "id", "KeyType": "HASH"},
            {"AttributeName": "part", "KeyType": "RANGE"},
        ],
    }


def seen_until(day: date) -> int:
    """When an id of this day may be forgotten, in seconds since 1970: see `EXPIRES`."""
    begun = datetime(day.year, day.month, day.day, tzinfo=UTC)
    return int((begun + timedelta(days=SEEN_DAYS + 1)).timestamp())


def sum_item(subject: str, day: date, share: int, cell: Cell, amount: int) -> dict[str, Any]:
    """An update that adds to a sum."""
    parts = [getattr(cell, name) for name in _PARTS]
    return {
        "Key": {
            "id": {"S": f"sums {subject}"},
            "part": {"S": " ".join([str(day), str(share), *parts])},
        },
        "UpdateExpression": "SET cell = :cell ADD amount :by",
        "ExpressionAttributeValues": {
            ":cell": {"L": [{"S": part} for part in parts]},
            ":by": {"N": str(amount)},
        },
    }


def cell_in(item: dict[str, Any]) -> tuple[date, Cell]:
    """The day and the sum that an item is a share of."""
    return date.fromisoformat(item["part"]["S"].split(" ", 1)[0]), Cell(
        *(part["S"] for part in item["cell"]["L"])
    )
