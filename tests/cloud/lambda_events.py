"""Events as AWS sends them, and the context of a call."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any

HOST = "api.example.org"


@dataclass(frozen=True)
class Context:
    """What a Lambda is told about its call."""

    aws_request_id: str = "c6af9ac6-7b61-11e6-9a41-93e8deadbeef"
    milliseconds: int = 900_000

    def get_remaining_time_in_millis(self) -> int:
        return self.milliseconds


def api_request(
    method: str, path: str, body: object = None, headers: dict[str, str] | None = None
) -> dict[str, Any]:
    """A request as an API Gateway REST API hands it on (proxy integration, payload 1.0)."""
    binary = isinstance(body, bytes)
    text = base64.b64encode(body).decode() if isinstance(body, bytes) else json.dumps(body)
    kind = "application/octet-stream" if binary else "application/json"
    sent = {"Host": HOST, "Content-Type": kind, **(headers or {})}
    path, _, query = path.partition("?")
    pairs = [pair.split("=", 1) for pair in query.split("&") if pair]
    return {
        "resource": "/{proxy+}",
        "path": path,
        "httpMethod": method,
        "headers": sent,
        "multiValueHeaders": {name: [value] for name, value in sent.items()},
        "queryStringParameters": dict(pairs) or None,
        "multiValueQueryStringParameters": {name: [value] for name, value in pairs} or None,
        "pathParameters": {"proxy": path.lstrip("/")},
        "stageVariables": None,
        "requestContext": {
            "resourcePath": "/{proxy+}",
            "httpMethod": method,
            "path": path,
            "protocol": "HTTP/1.1",
            "stage": "live",
            "requestId": "c6af9ac6-7b61-11e6-9a41-93e8deadbeef",
            "identity": {"sourceIp": "192.0.2.1", "userAgent": "test"},
            "domainName": HOST,
            "apiId": "1234567890",
        },
        "body": None if body is None else text,
        "isBase64Encoded": binary,
    }


def body_of(answer: dict[str, Any]) -> bytes:
    """The bytes of a Lambda's answer to the API Gateway."""
    body: str = answer["body"]
    return base64.b64decode(body) if answer["isBase64Encoded"] else body.encode()


def queue_event(messages: list[dict[str, Any]]) -> dict[str, Any]:
    """Received messages as SQS hands a batch to a Lambda."""
    return {
        "Records": [
            {
                "messageId": message["MessageId"],
                "receiptHandle": message["ReceiptHandle"],
                "body": message["Body"],
                "attributes": {"ApproximateReceiveCount": "1"},
                "messageAttributes": {},
                "eventSource": "aws:sqs",
                "eventSourceARN": "arn:aws:sqs:eu-central-1:000000000000:praxeo-jobs-reading",
                "awsRegion": "eu-central-1",
            }
            for message in messages
        ]
    }


CLOCK_EVENT = {
    "version": "0",
    "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
    "detail-type": "Scheduled Event",
    "source": "aws.events",
    "account": "000000000000",
    "time": "2026-01-02T03:04:00Z",
    "region": "eu-central-1",
    "resources": ["arn:aws:events:eu-central-1:000000000000:rule/praxeo-minute"],
    "detail": {},
}
