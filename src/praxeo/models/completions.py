"""Completions that were paid for: kept before they are used, so that the same work costs once.

Whoever wants an answer claims its record first; others wait for it. A claim whose time is over was
left by somebody who was killed, and whoever comes next takes it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from praxeo.domain.errors import Conflict
from praxeo.domain.records import StoredCompletion, changed, created, first_of, utc_text
from praxeo.models.fingerprint import fingerprint
from praxeo.ports import BlobStore, Clock, RecordStore
from praxeo.ports_ai import Completion, FinishReason, ModelRun, Prompt, Tokens

LOOK_SECONDS = 0.5  # how often a waiting asker looks whether the answer is there


@dataclass(frozen=True, kw_only=True, slots=True)
class Completions:
    """Owns the table `completions`. `lease` is how long a claim holds if nobody renews it."""

    records: RecordStore
    blobs: BlobStore
    clock: Clock
    lease: timedelta
    pause: Callable[[float], None]
    lost: Callable[[str], None]

    def has(self, prompt: Prompt, *, run: ModelRun, provider: str, model: str) -> bool:
        """Whether this model's usable answer to this prompt is there."""
        stored = self.records.get(StoredCompletion, _id(_print(prompt, run, provider, model)))
        return stored is not None and stored.finish in ("stop", "length")

    def claim(
        self, prompt: Prompt, *, run: ModelRun, provider: str, model: str
    ) -> StoredCompletion:
        """What was answered before, or the right to ask (`asked`). Waits while somebody else asks."""
        mark = _print(prompt, run, provider, model)
        while True:
            stored = self.records.get(StoredCompletion, _id(mark))
            if stored and stored.status == "answered":
                return stored
            if stored and stored.lease_until > utc_text(self.clock.now()):
                self.pause(LOOK_SECONDS)
                continue
            if stored and stored.ledger_entry_id:
                self.lost(stored.ledger_entry_id)
            fresh = stored or created(
                StoredCompletion,
                self.clock.now(),
                id=_id(mark),
                owner=run.owner,
                fingerprint=mark,
                purpose=prompt.purpose,
                prompt_version=prompt.version,
                provider=provider,
                model=model,
            )
            try:
                return first_of(StoredCompletion, self.records.save(self.renewed(fresh, "")))
            except Conflict:
                continue

    def renewed(self, claim: StoredCompletion, ledger_entry_id: str) -> StoredCompletion:
        """The claim as it holds during the call of this ledger entry; to be saved with it."""
        until = utc_text(self.clock.now() + self.lease)
        return changed(claim, self.clock.now(), lease_until=until, ledger_entry_id=ledger_entry_id)

    def filled(self, claim: StoredCompletion, completion: Completion) -> StoredCompletion:
        """The claim with its answer, whose text is stored already; to be saved with its price."""
        blob = self.blobs.put(f"completions/{claim.id}", completion.text.encode())
        return changed(
            claim,
            self.clock.now(),
            status="answered",
            lease_until="",
            text_blob=blob.key,
            finish=completion.finish,
            finish_detail=completion.finish_detail,
            prompt_tokens=completion.tokens.prompt,
            cached_tokens=completion.tokens.cached,
            output_tokens=completion.tokens.output,
            thinking_tokens=completion.tokens.thinking,
            response_id=completion.response_id,
        )

    def forget(self, stored_ids: Sequence[str]) -> None:
        """Have these asked anew the next time."""
        for stored_id in stored_ids:
            stored = self.records.get(StoredCompletion, stored_id)
            if stored:
                self.records.save(delete=[stored])
                if stored.text_blob:
                    self.blobs.delete(stored.text_blob)

    def text(self, stored: StoredCompletion) -> str:
        """The words of a kept answer."""
        return self.blobs.read(stored.text_blob).decode()

    def completion(self, stored: StoredCompletion) -> Completion:
        """A kept answer as the model gave it."""
        return Completion(
            text=self.text(stored),
            finish=cast(FinishReason, stored.finish),
            provider=stored.provider,
            model=stored.model,
            tokens=Tokens(
                prompt=stored.prompt_tokens,
                cached=stored.cached_tokens,
                output=stored.output_tokens,
                thinking=stored.thinking_tokens,
            ),
            finish_detail=stored.finish_detail,
            response_id=stored.response_id,
        )


def _print(prompt: Prompt, run: ModelRun, provider: str, model: str) -> str:
    return fingerprint(prompt, run.owner, provider, model, str(run.try_number))


def _id(mark: str) -> str:
    return f"cmp_{mark}"
