"""A person stands by a claim that no rule vouches for, or takes that back."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.domain.access import Actor
from praxeo.domain.claim_ledger import ClaimLedger, ClaimRecord
from praxeo.domain.edit_records import ClaimCheck
from praxeo.domain.errors import Conflict, NotFound
from praxeo.domain.records import created
from praxeo.editing.claim_checks import holds, said_by
from praxeo.editing.claims import Claims
from praxeo.library.saving import deleted, saved
from praxeo.library.versions import all_of
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.records import RecordStore


@dataclass(frozen=True, kw_only=True)
class Confirmations:
    """Keeps who has held which claim against its source. The spec stays as it is."""

    records: RecordStore
    clock: Clock
    ids: Ids
    claims: Claims

    def confirm(self, actor: Actor, example_id: str, item: str, *, spec_id: str) -> ClaimLedger:
        """Keep that the actor has checked the claim of an item in the spec that they saw; once is enough.

        Raises NotFound, Conflict("spec_changed") where another version is current.
        """
        claim, checks = self._found(actor, example_id, item, spec_id)
        if not any(holds(check, claim) for check in checks):
            check = created(
                ClaimCheck,
                self.clock.now(),
                id=self.ids.new("clm"),
                owner=actor.account,
                example_id=example_id,
                item=item,
                text=claim.text,
                said=said_by(claim),
                rules=claim.checked_by,
                checked_by=actor.id,
            )
            saved(self, actor, "claim.confirmed", check)
        return self.claims.ledger(actor, example_id)

    def withdraw(self, actor: Actor, example_id: str, item: str, *, spec_id: str) -> ClaimLedger:
        """Take back what was said of the claim of an item. Raises as `confirm` does."""
        _, checks = self._found(actor, example_id, item, spec_id)
        for check in checks:
            deleted(self, actor, "claim.left_open", check)
        return self.claims.ledger(actor, example_id)

    def _found(
        self, actor: Actor, example_id: str, item: str, spec_id: str
    ) -> tuple[ClaimRecord, list[ClaimCheck]]:
        self.claims.examples.get(actor, example_id, "change")
        ledger = self.claims.ledger(actor, example_id)
        if ledger.spec_id != spec_id:
            raise Conflict(
                "spec_changed",
                "The text of this app has been changed meanwhile; look at the claim again.",
            )
        claim = next((each for each in ledger.claims if each.item == item), None)
        if claim is None:
            raise NotFound("claim_not_found", "There is no such claim in this app any more.")
        checks = all_of(self.records, ClaimCheck, example_id)
        return claim, [check for check in checks if check.item == item]
