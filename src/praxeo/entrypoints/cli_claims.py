"""`praxeo claims`: what an example claims, and where its source says so."""

from __future__ import annotations

from dataclasses import asdict

from praxeo.domain.access import local_user
from praxeo.domain.claim_ledger import ClaimRecord
from praxeo.entrypoints.cli_output import opened_library, print_json, print_text


def claims(example: str, as_json: bool) -> None:
    """Tell the claims of an example with their verdicts."""
    with opened_library() as praxeo:
        ledger = praxeo.claims.ledger(local_user(), example)
    if as_json:
        print_json(asdict(ledger))
        return
    for claim in ledger.claims:
        print_text(_told(claim))
    print_text(
        f"{ledger.quoted} quoted, {ledger.restated} restated, {ledger.not_found} not found, {ledger.own} own; "
        f"{ledger.proven} of {len(ledger.claims)} proven."
    )


def _told(claim: ClaimRecord) -> str:
    verdict = f"{claim.verdict.replace('_', ' '):<9} {'✓' if claim.proven else ' '}"
    against = f"  ({', '.join(claim.against)})" if claim.against else ""
    lines = [f"{verdict}  {claim.text}{against}"]
    if claim.confirmed_by:
        lines.append(f"             checked by a person, {claim.confirmed_at[:10]}")
    elif claim.asked_again:
        lines.append("             checked before, but it, its sentence or the rules have changed")
    lines += [f"             {span.label or span.block}: {span.text}" for span in claim.spans]
    return "\n".join(lines)
