"""Sums in a table of DynamoDB of their own, each occurrence counted in one transaction with the id that it is known by.

A request that is repeated finds its ids there and adds nothing. What many visits add to at once is kept in several
shares, which are summed up when they are read.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date
from typing import Any

from praxeo.adapters.aws import client_error, new_client, translated
from praxeo.adapters.dynamodb import CONTENDED, reasons_of, rest
from praxeo.adapters.dynamodb_usage import SHARES, cell_in, seen_until, sum_item, usage_table
from praxeo.domain.errors import Unavailable
from praxeo.ports.tally import Cell, DayCell, Occurrence

Item = dict[str, Any]
ACTIONS_MAX = 100  # of one transaction
KEYS_MAX = 100  # of one BatchGetItem
_CHANGED = frozenset({"ConditionalCheckFailed", "ConditionalCheckFailedException"})


class DynamoTally:
    """A Tally of the installation `name`. What one call counts is counted in pieces, each of them whole or not at all."""

    def __init__(self, name: str, client: Any = None) -> None:
        self._table = usage_table(name)
        self._client = client or new_client("dynamodb")

    def count(
        self, subject: str, day: date, visit: str, counted: Sequence[Occurrence], *, most: int
    ) -> int:
        first: dict[str, Occurrence] = {}
        for one in counted:
            first.setdefault(one.id, one)
        left, new, tries = list(first.values()), 0, 0
        with _translated():
            while left:
                known, before = self._known([one.id for one in left], visit)
                left = [one for one in left if one.id not in known][: max(0, most - before)]
                piece = _piece(left)
                if not piece:
                    break
                try:
                    self._client.transact_write_items(
                        TransactItems=list(self._actions(subject, day, visit, piece, most))
                    )
                except client_error() as fault:
                    if not reasons_of(fault) & (CONTENDED | _CHANGED):
                        raise
                    tries += 1
                    rest(tries)
                else:
                    new, left, tries = new + len(piece), left[len(piece) :], 0
        return new

    def cells(self, subject: str, since: date, until: date) -> Iterator[DayCell]:
        sums: Counter[tuple[date, Cell]] = Counter()
        for item in self._sums(subject, str(since), f"{until}~"):
            sums[cell_in(item)] += int(item["amount"]["N"])
        for (day, cell), amount in sorted(sums.items(), key=lambda each: each[0][0]):
            yield DayCell(day, cell, amount)

    def forget(self, subject: str) -> None:
        for item in list(self._sums(subject, "0", "~")):
            key = {name: item[name] for name in ("id", "part")}
            with _translated():
                self._client.delete_item(TableName=self._table, Key=key)

    def tidy(self, before: date) -> None:
        """Nothing: each id says when the table may forget it."""

    def close(self) -> None:
        self._client.close()

    def _known(self, ids: Sequence[str], visit: str) -> tuple[set[str], int]:
        """Which of these ids were counted before, and how often the visit was."""
        keys = [_key("visit", visit), *(_key("seen", each) for each in ids)]
        found: list[Item] = []
        for start in range(0, len(keys), KEYS_MAX):
            request: Item = {
                self._table: {"Keys": keys[start : start + KEYS_MAX], "ConsistentRead": True}
            }
            while request:
                answer = self._client.batch_get_item(RequestItems=request)
                found += answer["Responses"].get(self._table, [])
                request = answer.get("UnprocessedKeys") or {}
        counted = sum(int(item["counted"]["N"]) for item in found if "counted" in item)
        names = {item["id"]["S"].removeprefix("seen ") for item in found if "counted" not in item}
        return names, counted

    def _actions(
        self, subject: str, day: date, visit: str, piece: Sequence[Occurrence], most: int
    ) -> Iterator[Item]:
        """One transaction: the ids are new, the visit has not told too much, and the sums grow."""
        expires = {"N": str(seen_until(day))}
        for one in piece:
            item = {**_key("seen", one.id), "expires": expires}
            yield {"Put": self._on(Item=item, ConditionExpression="attribute_not_exists(id)")}
        yield {
            "Update": self._on(
                Key=_key("visit", visit),
                UpdateExpression="SET expires = :expires ADD counted :new",
                ConditionExpression="attribute_not_exists(counted) OR counted <= :room",
                ExpressionAttributeValues={
                    ":expires": expires,
                    ":new": {"N": str(len(piece))},
                    ":room": {"N": str(most - len(piece))},
                },
            )
        }
        adds = Counter[Cell]()
        for one in piece:
            adds.update(dict(one.adds))
        share = random.randrange(SHARES)  # noqa: S311 (spreads, no secret)
        for cell, amount in adds.items():
            yield {"Update": self._on(**sum_item(subject, day, share, cell, amount))}

    def _sums(self, subject: str, first: str, last: str) -> Iterator[Item]:
        query = self._on(
            KeyConditionExpression="id = :id AND part BETWEEN :first AND :last",
            ExpressionAttributeValues={
                ":id": {"S": f"sums {subject}"},
                ":first": {"S": first},
                ":last": {"S": last},
            },
            ConsistentRead=True,
        )
        with _translated():
            while True:
                answer = self._client.query(**query)
                yield from answer["Items"]
                if "LastEvaluatedKey" not in answer:
                    return
                query["ExclusiveStartKey"] = answer["LastEvaluatedKey"]

    def _on(self, **asked: Any) -> Item:
        return {"TableName": self._table, **asked}


def _piece(left: Sequence[Occurrence]) -> Sequence[Occurrence]:
    """So many from the front as one transaction takes."""
    cells: set[Cell] = set()
    for count, one in enumerate(left):
        cells |= {cell for cell, _ in one.adds}
        if count + 2 + len(cells) > ACTIONS_MAX:
            return left[:count]
    return left


def _key(kind: str, name: str) -> Item:
    return {"id": {"S": f"{kind} {name}"}, "part": {"S": "-"}}


def _translated() -> AbstractContextManager[None]:
    return translated(
        lambda reason, passing: Unavailable(
            "store_unavailable", f"The database does not answer: {reason}.", retryable=passing
        )
    )
