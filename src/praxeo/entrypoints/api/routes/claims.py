"""/v1/examples/…/claims: what an example claims, and who vouches for it."""

from __future__ import annotations

import json
from dataclasses import asdict

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from praxeo.domain.claim_ledger import ClaimLedger
from praxeo.entrypoints.api.edit_bodies import ClaimWord
from praxeo.entrypoints.api.replies import caller, tag_of, tagged
from praxeo.entrypoints.api.routing import table_router

router = table_router("examples")


@router.get("/{example_id}/claims", response_model=ClaimLedger)
async def get_claims(request: Request, example_id: str) -> Response:
    """What the example claims, item by item: where its source says so, and whether in its own words."""
    praxeo, actor = caller(request)
    return _told(request, await run_in_threadpool(praxeo.claims.ledger, actor, example_id))


@router.put("/{example_id}/claims/{item}", response_model=ClaimLedger)
async def check_claim(request: Request, example_id: str, item: str, body: ClaimWord) -> Response:
    """Say that you have held a claim against its sentences and stand by it, or take that back. Gives all claims.

    It is asked about again as soon as the claim, its sentences or the rules are others.
    """
    praxeo, actor = caller(request)
    confirmations = praxeo.confirmations
    act = confirmations.confirm if body.confirmed else confirmations.withdraw
    ledger = await run_in_threadpool(act, actor, example_id, item, spec_id=body.spec_id)
    return _told(request, ledger)


def _told(request: Request, ledger: ClaimLedger) -> Response:
    body = json.dumps(asdict(ledger), ensure_ascii=False).encode()
    return tagged(request, body, tag_of(body))
