"""How a table of the catalog looks in DynamoDB: names, keys and indexes. Needs no SDK to be read.

There is one table for each of the catalog's, and one index per listing, which holds keys alone: it is
written to only when a record enters or leaves that listing.
"""

from __future__ import annotations

from typing import Any

from praxeo.domain.catalog import Table

EXPIRES = "expires"  # seconds since 1970, after which the table's time to live may delete an item


def table_name(name: str, table: Table) -> str:
    """The name of a table of the installation `name`, such as "praxeo-examples"."""
    return f"{name}-{table.name}"


def key_attribute(listing: tuple[str, ...]) -> str:
    """The attribute that the index of a listing is made of."""
    return "+".join(listing)


def key_value(values: tuple[str, ...]) -> str:
    """What it holds: the values, which have no spaces in them, with spaces between."""
    return " ".join(values)


def index_name(listing: tuple[str, ...]) -> str:
    """The index of a listing."""
    return f"by_{'_and_'.join(listing)}"


def table_definition(name: str, table: Table) -> dict[str, Any]:
    """The table as `CreateTable` takes it."""
    attributes = ["id", *map(key_attribute, table.list_by)]
    return {
        "TableName": table_name(name, table),
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [
            {"AttributeName": attribute, "AttributeType": "S"} for attribute in attributes
        ],
        "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
        "GlobalSecondaryIndexes": [
            {
                "IndexName": index_name(listing),
                "KeySchema": [
                    {"AttributeName": key_attribute(listing), "KeyType": "HASH"},
                    {"AttributeName": "id", "KeyType": "RANGE"},
                ],
                "Projection": {"ProjectionType": "KEYS_ONLY"},
            }
            for listing in table.list_by
        ],
    }
