"""Records in DynamoDB, in the tables of `dynamodb_tables`.

Reads of records are strongly consistent, those of the indexes cannot be: a listing takes ids from its
index and the records themselves from the table, so that each is current, and leaves out those that do
not belong there any more. Only a record saved a moment ago can be missing.
"""

from __future__ import annotations

import random
import secrets
import time
from collections import deque
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from praxeo.adapters.aws import client_error, error_code, new_client, translated
from praxeo.adapters.dynamodb_definition import index_name, key_attribute, key_value, table_name
from praxeo.adapters.dynamodb_tables import item_of
from praxeo.domain import limits
from praxeo.domain.catalog import listing_of, table_of
from praxeo.domain.cursors import cursor_after, id_of_cursor
from praxeo.domain.errors import Conflict, Unavailable
from praxeo.domain.record_json import from_body, to_body
from praxeo.domain.records import Record
from praxeo.ports.along import AfterSave, Companion, along, company, tell_nobody
from praxeo.ports.records import Page

if TYPE_CHECKING:
    from botocore.exceptions import ClientError

R = TypeVar("R", bound=Record)
Item = dict[str, Any]

BATCH_KEYS_MAX = 100  # of one BatchGetItem
TRIES = 12  # against others that write or read the same records in the same moment
FIRST_REST_SECONDS = 0.01  # grows by half with each try, and is shortened by chance
CONTENDED = frozenset(
    {"TransactionConflict", "TransactionConflictException", "TransactionInProgressException"}
)
_CHANGED = frozenset({"ConditionalCheckFailed", "ConditionalCheckFailedException"})


class DynamoRecords:
    """A RecordStore in the tables of the installation `name`."""

    def __init__(self, name: str, client: Any = None, after_save: AfterSave = tell_nobody) -> None:
        self._name, self._after_save = name, after_save
        self._client = client or new_client("dynamodb")

    def get(self, kind: type[R], record_id: str) -> R | None:
        if not limits.is_key(record_id):
            return None
        with _translated():
            answer = self._client.get_item(
                TableName=self._table(kind), Key=_key(record_id), ConsistentRead=True
            )
        return from_body(kind, answer["Item"]["body"]["S"]) if "Item" in answer else None

    def along(self, companion: Companion) -> AbstractContextManager[None]:
        return along(self, companion)

    def save(self, *records: Record, delete: Sequence[Record] = ()) -> tuple[Record, ...]:
        with company(self, records) as together:
            saved = self._save(together, delete)
        self._after_save(saved)
        return saved[: len(records)]

    def restore(self, *records: Record) -> None:
        bodies = [(record.id, to_body(record)) for record in records]
        limits.check_save(bodies, ())
        actions = [
            {"Put": self._put(record, body, new=True)}
            for record, (_, body) in zip(records, bodies, strict=True)
        ]
        if not actions:
            return
        try:
            with _translated():
                _until_alone(lambda: self._client.transact_write_items(TransactItems=actions))
        except Conflict as conflict:
            raise Conflict("exists_already", "A record with this id exists already.") from conflict

    def list(
        self,
        kind: type[R],
        where: Mapping[str, str],
        *,
        cursor: str = "",
        limit: int = 50,
        newest_first: bool = False,
    ) -> Page[R]:
        limits.check_listing(where, limit)
        listing = listing_of(kind, where)
        values = tuple(where[name] for name in listing)
        after = id_of_cursor(cursor)
        found: deque[R] = deque()
        with _translated():
            while len(found) <= limit:
                wanted = limit + 1 - len(found)
                ids = self._ids(kind, listing, values, after, wanted, newest_first)
                current = self._current(kind, ids)
                found += [
                    record
                    for record in current
                    if table_of(kind).values_of(record, listing) == values
                ]
                if len(ids) < wanted:
                    break
                after = ids[-1]
        page = tuple(found)[:limit]
        return Page(records=page, cursor=cursor_after(page[-1].id) if len(found) > limit else "")

    def scan(self, kind: type[R], *, cursor: str = "", limit: int = 50) -> Page[R]:
        limits.check_listing({}, limit)
        after = id_of_cursor(cursor)
        start = {"ExclusiveStartKey": _key(after)} if after else {}
        with _translated():
            answer = self._client.scan(
                TableName=self._table(kind), Limit=limit, ConsistentRead=True, **start
            )
        found = tuple(from_body(kind, item["body"]["S"]) for item in answer["Items"])
        last = answer.get("LastEvaluatedKey")
        return Page(records=found, cursor=cursor_after(last["id"]["S"]) if last else "")

    def close(self) -> None:
        self._client.close()

    # --- writing ---------------------------------------------------------------------------------

    def _save(self, records: Sequence[Record], delete: Sequence[Record]) -> tuple[Record, ...]:
        saved = tuple(replace(record, version=record.version + 1) for record in records)
        bodies = [to_body(record) for record in saved]
        pairs = [(record.id, body) for record, body in zip(saved, bodies, strict=True)]
        limits.check_save(pairs, [record.id for record in delete])
        puts = [
            self._put(record, body, new=record.version == 1)
            for record, body in zip(saved, bodies, strict=True)
        ]
        deletes = [self._delete(record) for record in delete]
        with _translated():
            if len(puts) == 1 and not deletes:
                _until_alone(lambda: self._put_one(puts[0]))
            elif puts or deletes:
                actions = [{"Put": put} for put in puts] + [{"Delete": gone} for gone in deletes]
                _until_alone(lambda: self._client.transact_write_items(TransactItems=actions))
        return saved

    def _put(self, record: Record, body: str, *, new: bool) -> Item:
        """Insert a record that is new here, or replace exactly the version before this one.

        `save` tells this save from any other: see `_put_one`.
        """
        item = item_of(table_of(type(record)), record, body)
        put: Item = {
            "TableName": self._table(type(record)),
            "Item": {**item, "save": {"S": secrets.token_hex(8)}},
            "ConditionExpression": "attribute_not_exists(id)",
        }
        if not new:
            put["ConditionExpression"] = "version = :before"
            put["ExpressionAttributeValues"] = {":before": {"N": str(record.version - 1)}}
        return put

    def _delete(self, record: Record) -> Item:
        return {
            "TableName": self._table(type(record)),
            "Key": _key(record.id),
            "ConditionExpression": "version = :before",
            "ExpressionAttributeValues": {":before": {"N": str(record.version)}},
        }

    def _put_one(self, put: Item) -> None:
        """One record alone costs half of a transaction.

        The SDK repeats a call whose answer was lost. It tells transactions from one another, but not
        puts: so the item that stands in the way may be our own.
        """
        try:
            self._client.put_item(**put, ReturnValuesOnConditionCheckFailure="ALL_OLD")
        except client_error() as fault:
            if fault.response.get("Item", {}).get("save") != put["Item"]["save"]:
                raise

    # --- listing ---------------------------------------------------------------------------------

    def _ids(
        self,
        kind: type[Record],
        listing: tuple[str, ...],
        values: tuple[str, ...],
        after: str,
        limit: int,
        newest_first: bool,
    ) -> Sequence[str]:
        """The next ids of a listing as its index knows them."""
        query: Item = {
            "TableName": self._table(kind),
            "IndexName": index_name(listing),
            "KeyConditionExpression": "#key = :key",
            "ExpressionAttributeNames": {"#key": key_attribute(listing)},
            "ExpressionAttributeValues": {":key": {"S": key_value(values)}},
            "ScanIndexForward": not newest_first,
            "Limit": limit,
        }
        if after:
            query["KeyConditionExpression"] += f" AND id {'<' if newest_first else '>'} :after"
            query["ExpressionAttributeValues"][":after"] = {"S": after}
        return [item["id"]["S"] for item in self._client.query(**query)["Items"]]

    def _current(self, kind: type[R], ids: Sequence[str]) -> Sequence[R]:
        """The records with these ids, in this order, as they are now; those that are gone left out."""
        bodies: dict[str, str] = {}
        for start in range(0, len(ids), BATCH_KEYS_MAX):
            for item in self._batch(self._table(kind), ids[start : start + BATCH_KEYS_MAX]):
                bodies[item["id"]["S"]] = item["body"]["S"]
        return [from_body(kind, bodies[record_id]) for record_id in ids if record_id in bodies]

    def _batch(self, table: str, ids: Sequence[str]) -> Sequence[Item]:
        """The items with these ids in any order. An answer that would be too large comes in parts."""
        items: deque[Item] = deque()
        request = {table: {"Keys": [_key(record_id) for record_id in ids], "ConsistentRead": True}}
        tries = 0
        while request:
            answer = self._client.batch_get_item(RequestItems=request)
            part = answer["Responses"].get(table, [])
            items += part
            request = answer.get("UnprocessedKeys") or {}
            if request and not part:
                tries += 1
                rest(tries)
        return items

    def _table(self, kind: type[Record]) -> str:
        return table_name(self._name, table_of(kind))


def _key(record_id: str) -> Item:
    return {"id": {"S": record_id}}


def _until_alone(write: Any) -> None:
    """Write; again if another write of the same records was under way, which settles who is first.

    Raises Conflict if a record is not at the version given.
    """
    for tries in range(1, TRIES + 1):
        try:
            write()
            return
        except client_error() as fault:
            reasons = reasons_of(fault)
            if reasons & _CHANGED:
                raise Conflict(
                    "changed_meanwhile", "This has been changed meanwhile; read it again."
                ) from fault
            if not reasons & CONTENDED:
                raise
            rest(tries)


def reasons_of(fault: ClientError) -> set[str]:
    """Why a write failed; a transaction gives a reason for each of its parts."""
    parts = {str(part.get("Code")) for part in fault.response.get("CancellationReasons", ())}
    return {error_code(fault), *parts}


def rest(tries: int) -> None:
    """Wait before another try, longer each time. Unavailable("store_contended") when there were too many."""
    if tries >= TRIES:
        raise Unavailable("store_contended", "These records are being changed all the time.")
    time.sleep(FIRST_REST_SECONDS * 1.5**tries * random.random())  # noqa: S311 (spreads, no secret)


def _translated() -> AbstractContextManager[None]:
    return translated(
        lambda reason, passing: Unavailable(
            "store_unavailable", f"The database does not answer: {reason}.", retryable=passing
        )
    )
