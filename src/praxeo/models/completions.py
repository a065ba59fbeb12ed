"""Completions that were paid for: kept before they are used, so that the same work costs once.

Whoever wants an answer takes its record first; others wait for it. One whose time is over was
left by somebody who was killed, and whoever comes next takes it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import cast

from praxeo.domain.errors import Conflict, Unavailable
from praxeo.domain.model_records import StoredCompletion
from praxeo.domain.records import changed, created, first_of, utc_text
from praxeo.models.fingerprint import fingerprint
from praxeo.observability import logs
from praxeo.ports.blobs import BlobStore
from praxeo.ports.clock import Clock
from praxeo.ports.models import Completion, FinishReason, ModelRun, Prompt, Tokens
from praxeo.ports.records import RecordStore

LEASE = timedelta(seconds=45)
BEATS_PER_LEASE = 3
LOOK_SECONDS = 0.5  # how often a waiting asker looks whether the answer is there


class RightToAsk:
    """The right to ask, held by renewing it from a thread of its own while a model is asked."""

    def __init__(self, completions: Completions, stored: StoredCompletion) -> None:
        self._completions, self.stored = completions, stored
        self._over = threading.Event()

    @contextmanager
    def held(self) -> Iterator[None]:
        """While inside, nobody else takes it."""
        thread = threading.Thread(target=self._beat, name="completion-lease", daemon=True)
        thread.start()
        try:
            yield
        finally:
            self._over.set()
            thread.join()

    def _beat(self) -> None:
        while not self._over.wait(self._completions.lease.total_seconds() / BEATS_PER_LEASE):
            renewed = self._completions.renewed(self.stored, self.stored.ledger_entry_id)
            try:
                self.stored = first_of(StoredCompletion, self._completions.records.save(renewed))
            except Conflict:
                return  # it took so long that somebody else asks by now
            except Unavailable:
                logs.warning("The lease of a completion could not be renewed.")


@dataclass(frozen=True, kw_only=True, slots=True)
class Completions:
    """Owns the table `completions`. `lease` is how long that holds if nobody renews it."""

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

    def take(self, prompt: Prompt, *, run: ModelRun, provider: str, model: str) -> StoredCompletion:
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

    def renewed(self, asked: StoredCompletion, ledger_entry_id: str) -> StoredCompletion:
        """The record as it is held during the call of this ledger entry; to be saved with it."""
        until = utc_text(self.clock.now() + self.lease)
        return changed(asked, self.clock.now(), lease_until=until, ledger_entry_id=ledger_entry_id)

    def filled(self, asked: StoredCompletion, completion: Completion) -> StoredCompletion:
        """The record with its answer, whose text is stored already; to be saved with its price."""
        blob = self.blobs.put(f"completions/{asked.id}", completion.text.encode())
        return changed(
            asked,
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
            if stored is None:
                continue
            try:
                self.records.save(delete=[stored])
            except Conflict:
                continue  # somebody else asks for it anew already
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
