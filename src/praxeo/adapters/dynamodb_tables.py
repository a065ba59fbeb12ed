"""The tables of DynamoDB, created from the catalog, and what they hold.

An item holds `id`, `version` and the record's JSON as `body`; for each listing that the record stands
in, the attribute that the listing's index is made of; and `expires` for what is kept for some days
only.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from praxeo.adapters import aws_rights
from praxeo.adapters.aws import client_error, error_code
from praxeo.adapters.dynamodb_definition import (
    EXPIRES,
    key_attribute,
    key_value,
    table_definition,
    table_name,
)
from praxeo.adapters.dynamodb_usage import usage_definition, usage_table
from praxeo.domain.catalog import TABLES, Table
from praxeo.domain.limits import is_key
from praxeo.domain.records import Record, utc_moment

# What the adapter calls; a role needs these on the tables and their indexes.
RIGHTS = aws_rights.DYNAMODB
# And what `praxeo migrate` needs besides.


def create_tables(client: Any, name: str) -> None:
    """Create the tables that do not exist yet and wait until they can be used."""
    expiring = {table_name(name, table): bool(table.keep_days) for table in TABLES}
    expiring[usage_table(name)] = True
    definitions = [table_definition(name, table) for table in TABLES] + [usage_definition(name)]
    made = [each["TableName"] for each in definitions if _create(client, each)]
    for table in made:
        client.get_waiter("table_exists").wait(TableName=table)
        if expiring[table]:
            client.update_time_to_live(
                TableName=table,
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


def _create(client: Any, definition: dict[str, Any]) -> bool:
    try:
        client.create_table(**definition)
    except client_error() as fault:
        if error_code(fault) != "ResourceInUseException":
            raise
        return False
    return True
