"""Before a new version gets any traffic: it has to answer, and to read what the release before wrote."""

from __future__ import annotations

from typing import Any

from smoke import report


def handler(event: dict[str, str], context: Any) -> dict[str, list[str]]:
    """Try the version out; a fault stops the deployment before anybody has seen it."""
    return {"faults": report(event)}
