"""A call of a model that is entered in the ledger, and how its end is entered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from praxeo.domain.cancellation import Cancelled
from praxeo.domain.errors import Conflict
from praxeo.domain.model_records import LedgerEntry, StoredCompletion
from praxeo.domain.records import Record, utc_moment
from praxeo.models.completions import Completions, RightToAsk
from praxeo.models.ledger import Ledger
from praxeo.models.prices import Price
from praxeo.models.quotes import usual_output
from praxeo.models.token_bounds import tokens_guessed
from praxeo.observability import logs
from praxeo.ports.clock import Clock
from praxeo.ports.models import Completion, ModelUnavailable, Prompt, Tokens


@dataclass(frozen=True, kw_only=True, slots=True)
class EnteredCall:
    """A call that is entered, and how its end is entered."""

    completions: Completions
    ledger: Ledger
    clock: Clock
    prompt: Prompt
    entry: LedgerEntry
    right: RightToAsk
    price: Price

    def answered(self, completion: Completion) -> StoredCompletion:
        """Keep the answer and its price in one save. Only what can be used is charged."""
        tokens, estimated = completion.tokens, False
        if tokens == Tokens():  # some endpoints do not say
            tokens, estimated = tokens_guessed(self.prompt, completion.text), True
        kept = self.completions.filled(self.right.stored, completion)
        self._settle(
            "answered" if completion.finish == "stop" else completion.finish,
            tokens,
            estimated=estimated,
            charged=completion.finish in ("stop", "length"),
            along=(kept,),
        )
        return replace(kept, version=kept.version + 1)

    def broke_off(self, trouble: ModelUnavailable | Cancelled, heard: str) -> None:
        """Enter what a call without an answer cost: nothing if it was refused, what was asked and heard if
        it broke off or was cancelled, and if nobody knows how far the provider went on, no less than such an
        answer usually is: the most that it can be would leave no room for another try."""
        cancelled = isinstance(trouble, Cancelled)
        known = Tokens() if isinstance(trouble, Cancelled) else trouble.tokens or Tokens()
        silent = not heard and known == Tokens()
        unknown = trouble.code == "model_timeout" or (trouble.code == "model_cut" and silent)
        guessed = cancelled or unknown or (heard != "" and known == Tokens())
        self._settle(
            trouble.code,
            self._guessed(heard, unknown) if guessed and known == Tokens() else known,
            estimated=guessed,
            charged=False,
            delete=(self.right.stored,),
        )

    def _guessed(self, heard: str, unknown: bool) -> Tokens:
        tokens = tokens_guessed(self.prompt, heard)
        usual = usual_output(self.prompt.purpose) if unknown else 0
        limit = self.prompt.output_tokens_max
        return replace(tokens, output=max(tokens.output, min(usual, limit)))

    def _settle(
        self,
        outcome: str,
        tokens: Tokens,
        *,
        estimated: bool,
        charged: bool,
        along: Sequence[Record] = (),
        delete: Sequence[Record] = (),
    ) -> None:
        entry = self.entry
        price = self.price.of(tokens)
        seconds = (self.clock.now() - utc_moment(entry.created_at)).total_seconds()
        try:
            self.ledger.settle(
                entry,
                price_microusd=min(price, entry.price_microusd) if estimated else price,
                outcome=outcome,
                tokens=tokens,
                estimated=estimated,
                charged=charged,
                seconds=seconds,
                along=along,
                delete=delete,
            )
        except Conflict as conflict:  # it took longer than the lease held, so another asks by now
            raise ModelUnavailable(
                "claim_lost", "Somebody else asks for the same by now; wait for that."
            ) from conflict
        self._tell(outcome, tokens, seconds)

    def _tell(self, outcome: str, tokens: Tokens, seconds: float) -> None:
        entry = self.entry
        logs.info(
            "A model was asked.",
            ledger_entry=entry.id,
            example_id=entry.example_id,
            purpose=entry.purpose,
            provider=entry.provider,
            model=entry.model,
            outcome=outcome,
            prompt_tokens=tokens.prompt,
            output_tokens=tokens.output,
            seconds=round(seconds, 3),
        )
