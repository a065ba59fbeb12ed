"""The status page: made of the states of the alarms, put where it does not depend on what it tells of."""

from __future__ import annotations

import html
import json
import os
from datetime import UTC, datetime
from typing import Any

import boto3

WORDS = {
    "OK": "works",
    "ALARM": "is disturbed",
    "INSUFFICIENT_DATA": "works",
}  # no traffic, no fault
CACHE = "public, max-age=30"


def parts(alarms: list[dict[str, Any]]) -> dict[str, str]:
    """Each part of the product with its state; one alarm is enough for a disturbance.

    The first word of an alarm's description, up to the colon, is the part that people know.
    """
    states: dict[str, str] = {}
    for alarm in alarms:
        part = alarm["AlarmDescription"].partition(":")[0]
        if states.get(part) != "ALARM":
            states[part] = alarm["StateValue"]
    return {part: WORDS[states[part]] for part in sorted(states)}


def page(states: dict[str, str], now: datetime) -> str:
    """The page; it needs no script and loads itself again each minute."""
    bad = [part for part, state in states.items() if state != "works"]
    head = f"Disturbed: {', '.join(bad)}" if bad else "Everything works"
    rows = "".join(
        f"<tr><th scope=row>{html.escape(part)}</th><td>{html.escape(state)}</td></tr>"
        for part, state in states.items()
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="60">'
        '<meta name="viewport" content="width=device-width"><title>Praxeo: status</title>'
        "<style>body{font:1rem/1.5 system-ui;max-width:40rem;margin:3rem auto;padding:0 1rem}"
        "th{text-align:left;padding-right:2rem}</style>"
        f"<h1>{html.escape(head)}</h1><table>{rows}</table><p>As of {now:%Y-%m-%d %H:%M} UTC.</p></html>"
    )


def handler(event: dict[str, Any], context: Any) -> dict[str, str]:
    """Write the page anew: each five minutes, and when an alarm changes its state."""
    prefix, bucket = os.environ["PREFIX"], os.environ["BUCKET"]
    alarms: list[dict[str, Any]] = []
    pages = boto3.client("cloudwatch").get_paginator("describe_alarms")
    for answer in pages.paginate(AlarmNamePrefix=f"{prefix}-watch-"):
        alarms += answer["MetricAlarms"]
    states = parts(alarms)
    now = datetime.now(UTC)
    store = boto3.client("s3")
    files = {
        "index.html": (page(states, now), "text/html; charset=utf-8"),
        "status.json": (json.dumps({"at": now.isoformat(), "parts": states}), "application/json"),
    }
    for name, (body, kind) in files.items():
        store.put_object(
            Bucket=bucket, Key=name, Body=body.encode(), ContentType=kind, CacheControl=CACHE
        )
    return states
