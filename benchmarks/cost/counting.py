"""Counts what the product asks of AWS, by a hook in the SDK: nothing is guessed from the code.

The hook sees each call once as the service is asked, so what the SDK repeats after a fault counts once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from benchmarks.cost import capacity

_HOOKS = ("before-parameter-build.*.*", "after-call.*.*")
_S3_WRITES = frozenset(
    {
        "PutObject",
        "CopyObject",
        "CreateMultipartUpload",
        "UploadPart",
        "CompleteMultipartUpload",
        "ListObjectsV2",
    }
)
_S3_READS = frozenset({"GetObject", "HeadObject"})  # deletes are free
_KEPT = "praxeo.counted"


class Calls:
    """The sums so far, by what AWS bills. Attach it before the clients are made."""

    def __init__(self) -> None:
        self.sums: defaultdict[str, float] = defaultdict(float)
        self._items: dict[tuple[str, str], capacity.Item] = {}

    @contextmanager
    def attached(self, session: Any) -> Iterator[Calls]:
        """Count the calls of all clients that this session makes within."""
        before, after = _HOOKS
        session.register(before, self._asked)
        session.register(after, self._answered)
        try:
            yield self
        finally:
            session.unregister(before, self._asked)
            session.unregister(after, self._answered)

    def taken(self) -> dict[str, float]:
        """The sums since the last time, which begin anew."""
        sums, self.sums = dict(sorted(self.sums.items())), defaultdict(float)
        return sums

    def _asked(self, params: Any, model: Any, context: Any, **_: object) -> None:
        context[_KEPT] = params
        body = params.get("Body") if isinstance(params, dict) else None
        if isinstance(body, bytes):  # what is kept later is a stream
            self.sums["s3_stored_bytes"] += len(body)

    def _answered(
        self, http_response: Any, parsed: Any, model: Any, context: Any, **_: object
    ) -> None:
        params = context.get(_KEPT, {})
        service = model.service_model.service_name
        count = {"dynamodb": self._dynamodb, "s3": self._s3, "sqs": self._sqs}.get(service)
        if count:
            count(model.name, params, parsed, http_response.status_code < 300)

    def _dynamodb(self, name: str, params: Any, parsed: Any, done: bool) -> None:
        if name == "GetItem":
            self._read([capacity.item_bytes(parsed.get("Item", {}))])
        elif name == "BatchGetItem":
            found = [item for part in parsed.get("Responses", {}).values() for item in part]
            self._read(map(capacity.item_bytes, found))
        elif name == "Query":
            size = sum(map(capacity.item_bytes, parsed.get("Items", ())))
            self.sums["dynamodb_read_units"] += capacity.query_units(size)
        elif name in {"PutItem", "DeleteItem"}:
            self._write(name, params, done, transaction=False)
        elif name == "TransactWriteItems":
            for action in params["TransactItems"]:
                ((kind, part),) = action.items()
                self._write(f"{kind}Item", part, done, transaction=True)
        else:
            raise AssertionError(f"{name} is not counted yet: say what it costs")

    def _read(self, sizes: Any) -> None:
        self.sums["dynamodb_read_units"] += capacity.read_units(sizes)

    def _write(self, name: str, part: Any, done: bool, *, transaction: bool) -> None:
        item: capacity.Item | None = part.get("Item")
        place = part["TableName"], (item or part["Key"])["id"]["S"]
        before = self._items.get(place)
        size = max(capacity.item_bytes(before or {}), capacity.item_bytes(item or {}))
        units = capacity.write_units(size, transaction=transaction)
        if done:
            units += capacity.index_writes(before, item)
            self._remember(place, item)
        self.sums["dynamodb_write_units"] += units
        if done:
            grown = capacity.item_bytes(item or {}) - capacity.item_bytes(before or {})
            self.sums["dynamodb_stored_bytes"] += grown

    def _remember(self, place: tuple[str, str], item: capacity.Item | None) -> None:
        if item is None:
            self._items.pop(place, None)
        else:
            self._items[place] = item

    def _s3(self, name: str, params: Mapping[str, Any], parsed: Any, done: bool) -> None:
        if name in _S3_WRITES:
            self.sums["s3_writes"] += 1
        elif name in _S3_READS:
            self.sums["s3_reads"] += 1
            if name == "GetObject" and done:
                self.sums["s3_read_bytes"] += int(parsed.get("ContentLength", 0))

    def _sqs(self, name: str, params: Any, parsed: Any, done: bool) -> None:
        self.sums["sqs_calls"] += 1
