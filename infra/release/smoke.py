"""The smoke test: what a release has to do before and after it gets traffic. It changes nothing that stays.

`python -m infra.release.smoke URL EMBED_URL` runs it against an installation; the simulation of the deployment
runs the same checks against two releases in one process.
"""

from __future__ import annotations

import json
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass

SECONDS_MAX = 10.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What came back, and after how many seconds."""

    status: int
    body: bytes
    seconds: float = 0.0


Ask = Callable[[str], Answer]  # takes a path, asks with GET


def api_faults(ask: Ask) -> list[str]:
    """What is wrong with the API, as sentences; nothing if it is fit for traffic."""
    faults = []
    health = ask("/v1/health")
    if health.status != 200 or json.loads(health.body).get("status") != "ok":
        faults.append(f"/v1/health answers {health.status}.")
    if health.seconds > SECONDS_MAX:
        faults.append(f"/v1/health takes {health.seconds:.1f} seconds.")
    faults += listed_faults(ask)
    missing = ask("/v1/examples/exa_smoke_none")
    if missing.status != 404 or json.loads(missing.body).get("code") != "not_found":
        faults.append(f"An example that does not exist is answered with {missing.status}.")
    return faults


def listed_faults(ask: Ask) -> list[str]:
    """Whether what the release before has stored is read: the newest records of each kind, one by one."""
    faults = []
    for kind in ("projects", "examples", "document_inputs", "embeds"):
        listed = ask(f"/v1/{kind}?limit=5")
        if listed.status != 200:
            faults.append(f"/v1/{kind} answers {listed.status}.")
            continue
        for record in json.loads(listed.body)["records"]:
            one = ask(f"/v1/{kind}/{record['id']}")
            if one.status not in {200, 404}:  # it may just have been deleted
                faults.append(f"/v1/{kind}/{record['id']} answers {one.status}.")
    return faults


def embed_faults(ask: Ask) -> list[str]:
    """What is wrong with the origin of the embeds."""
    faults = []
    if (robots := ask("/robots.txt")).status != 200:
        faults.append(f"/robots.txt of the embeds answers {robots.status}.")
    if (missing := ask("/e/emb_smoke_none")).status != 404:
        faults.append(f"An embed that does not exist is answered with {missing.status}.")
    return faults


def over_http(base: str) -> Ask:
    """Asks the installation at this address."""

    def ask(path: str) -> Answer:
        request = urllib.request.Request(base.rstrip("/") + path)  # noqa: S310 (the operator's own)
        try:
            with urllib.request.urlopen(request, timeout=SECONDS_MAX) as answer:  # noqa: S310
                return Answer(status=answer.status, body=answer.read())
        except urllib.error.HTTPError as fault:
            return Answer(status=fault.code, body=fault.read())
        except OSError as fault:
            return Answer(status=0, body=json.dumps({"error": str(fault)}).encode())

    return ask


if __name__ == "__main__":
    found = api_faults(over_http(sys.argv[1])) + embed_faults(over_http(sys.argv[2]))
    print("\n".join(found) or "Smoke test passed.")
    sys.exit(1 if found else 0)
