"""Nudges in SQS, a queue for each lane. Their dead-letter queue, where what came too often is put, is a setting of the queues."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from praxeo.adapters import aws_rights
from praxeo.adapters.aws import client_error, error_code, new_client, translated
from praxeo.domain.errors import Unavailable
from praxeo.domain.records import Lane
from praxeo.ports.jobs import Nudge

HIDDEN_SECONDS = 60
WAIT_SECONDS_MAX = 15  # of one call; the SDK gives up reading after a few more
DELAY_SECONDS_MAX = 900  # SQS holds a message back no longer
_GONE = frozenset({"ReceiptHandleIsInvalid", "MessageNotInflight", "InvalidParameterValue"})
# What the adapter calls; a role needs these on the queue.
RIGHTS = aws_rights.SQS


class SqsNudges:
    """Queues of nudges, `name-reading` and so on; a message's body is nothing but the job's id."""

    def __init__(self, name: str, client: Any = None, hidden_seconds: int = HIDDEN_SECONDS) -> None:
        self._name = name
        self._urls: dict[Lane, str] = {}
        self._client = client or new_client("sqs")
        self.hidden_seconds = float(hidden_seconds)

    def send(self, job_id: str, *, lane: Lane, after_seconds: float = 0) -> None:
        delay = min(math.ceil(after_seconds), DELAY_SECONDS_MAX)
        with _translated():
            self._client.send_message(
                QueueUrl=self._url(lane), MessageBody=job_id, DelaySeconds=delay
            )

    def receive(self, *, lane: Lane, wait_seconds: float) -> Nudge | None:
        with _translated():
            answer = self._client.receive_message(
                QueueUrl=self._url(lane),
                MaxNumberOfMessages=1,
                WaitTimeSeconds=min(math.ceil(wait_seconds), WAIT_SECONDS_MAX),
                VisibilityTimeout=int(self.hidden_seconds),
            )
        for message in answer.get("Messages", ()):
            return Nudge(job_id=message["Body"], lane=lane, receipt=message["ReceiptHandle"])
        return None

    def renew(self, nudge: Nudge) -> None:
        with _translated(), _unless_gone():
            self._client.change_message_visibility(
                QueueUrl=self._url(nudge.lane),
                ReceiptHandle=nudge.receipt,
                VisibilityTimeout=int(self.hidden_seconds),
            )

    def done(self, nudge: Nudge) -> None:
        with _translated(), _unless_gone():
            self._client.delete_message(QueueUrl=self._url(nudge.lane), ReceiptHandle=nudge.receipt)

    def _url(self, lane: Lane) -> str:
        if lane not in self._urls:
            name = queue_name(self._name, lane)
            self._urls[lane] = self._client.get_queue_url(QueueName=name)["QueueUrl"]
        return self._urls[lane]


def queue_name(name: str, lane: Lane) -> str:
    """The name of the queue of a lane, such as "praxeo-jobs-reading"."""
    return f"{name}-{lane}"


@contextmanager
def _unless_gone() -> Iterator[None]:
    """A message that is done with, or in other hands by now, needs nothing."""
    try:
        yield
    except client_error() as fault:
        if error_code(fault) not in _GONE:
            raise


def _translated() -> AbstractContextManager[None]:
    return translated(
        lambda reason, passing: Unavailable(
            "queue_unavailable", f"The queue does not answer: {reason}.", retryable=passing
        )
    )
