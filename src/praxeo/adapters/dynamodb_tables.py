"""The tables of DynamoDB, made from the catalog: one for each of its tables, one index per listing.

An item holds `id`, `version` and the record's JSON as `body`; for each listing that the record stands
in, the attribute that the listing's index is made of; and `expires` for what is kept for some days
only. The indexes hold keys alone: they are written to only when a record enters or leaves a listing.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from botocore.exceptions import ClientError

from praxeo.adapters.aws import error_code
from praxeo.domain.catalog import TABLES, Table
from praxeo.domain.limits import is_key
from praxeo.domain.records import Record, utc_moment

EXPIRES = "expires"  # seconds since 1970, after which the table's time to live may delete an item
# What the adapter calls; a role needs these on the tables and their indexes.
RIGHTS = (
    "dynamodb:GetItem",
    "dynamodb:PutItem",
    "dynamodb:DeleteItem",
    "dynamodb:BatchGetItem",
    "dynamodb:Query",
)
# And what `praxeo migrate` needs besides.
MIGRATION_RIGHTS = ("dynamodb:Scan",)


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


def create_tables(client: Any, name: str) -> None:
    """Create the tables that do not exist yet and wait until they can be used."""
    made = [table for table in TABLES if _create(client, name, table)]
    for table in made:
        client.get_waiter("table_exists").wait(TableName=table_name(name, table))
        if table.keep_days:
            client.update_time_to_live(
                TableName=table_name(name, table),
                TimeToLiveSpecification={"Enabled": True, "AttributeName": EXPIRES},
            )


def item_of(table: Table, record: Record, body: str) -> dict[str, Any]:
    """The stored item of a record, as DynamoDB's typed attributes."""
    item: dict[str, Any] = {
        "id": {"S": record.id},
        "version": {"N": str(record.version)},
        "body": {"S": body},
    }
    for listing in table.list_by:
        values = table.values_of(record, listing)
        if values and all(map(is_key, values)):  # nothing else can be asked for
            item[key_attribute(listing)] = {"S": key_value(values)}
    if table.keep_days:
        expires = utc_moment(record.created_at) + timedelta(days=table.keep_days)
        item[EXPIRES] = {"N": str(int(expires.timestamp()))}
    return item


def _create(client: Any, name: str, table: Table) -> bool:
    try:
        client.create_table(**table_definition(name, table))
    except ClientError as fault:
        if error_code(fault) != "ResourceInUseException":
            raise
        return False
    return True
