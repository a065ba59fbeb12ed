"""What is kept of models: answers, the ledger of calls, what was spent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from praxeo.domain.record import Record

CompletionStatus = Literal["asked", "answered"]


CallStatus = Literal["open", "settled", "lost"]


@dataclass(frozen=True, kw_only=True, repr=False)
class StoredCompletion(Record):
    """What a model answered to one prompt, so that the same work is never paid for twice.

    The id is made of the `fingerprint`. Until `lease_until` an `asked` one is being worked on by
    somebody, with the call of `ledger_entry_id`; after that whoever needs it asks anew. `text_blob`
    holds the answer, `finish` why it ended.
    """

    fingerprint: str
    purpose: str
    prompt_version: str
    provider: str
    model: str
    status: CompletionStatus = "asked"
    lease_until: str = ""
    ledger_entry_id: str = ""
    text_blob: str = ""
    finish: str = ""
    finish_detail: str = ""
    prompt_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    thinking_tokens: int = 0
    response_id: str = ""


@dataclass(frozen=True, kw_only=True, repr=False)
class LedgerEntry(Record):
    """One call of a model and its price in millionths of a US dollar.

    While a call is `open` its price is the most that it can cost; `settled` has what it did cost, or
    a careful estimate of it (`estimated`) where the provider did not say. A `lost` call was cut off on
    our side and keeps the most that it can have cost. Only what is `charged` is the user's to pay:
    provider faults and failed repairs are not. `outcome` is "answered", or why there was no answer.
    """

    day: str
    example_id: str
    job_id: str
    purpose: str
    prompt_version: str
    provider: str
    model: str
    status: CallStatus = "open"
    outcome: str = ""
    prompt_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    thinking_tokens: int = 0
    price_microusd: int = 0
    estimated: bool = False
    charged: bool = False
    seconds: float = 0.0


@dataclass(frozen=True, kw_only=True, repr=False)
class Spending(Record):
    """What models have cost within one scope (a run, a day, a month), open calls at their most."""

    scope: str
    spent_microusd: int = 0
    calls: int = 0
