"""The ledger: what each call of a model costs, and the caps that no call may pass.

A call is entered *before* it is made, at the most that it can cost, in one save with the spending of
its run, day and month. Versions of these records make that exact for any number of workers: of two
calls that would pass a cap together, one is refused. Afterwards the entry gets its true price.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from praxeo.domain.access import permitted, system_actor
from praxeo.domain.errors import Conflict, Refused, Unavailable
from praxeo.domain.model_records import LedgerEntry, Spending
from praxeo.domain.records import Record, Settings, changed, created, first_of, utc_text
from praxeo.models.prices import in_dollars
from praxeo.observability import logs
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.metrics import UNMEASURED, Metrics
from praxeo.ports.models import ModelRun, Prompt, Tokens
from praxeo.ports.records import Page, RecordStore

SAVES_TRIED = 200  # against other workers who spend at the same time
EVERYBODY = "installation"  # owner of what all owners have spent together
PAUSE_SECONDS = 0.02
SettingsOf = Callable[[str], Settings]


@dataclass(frozen=True, kw_only=True, slots=True)
class Cap:
    """The most that may be spent within a scope, and how a person calls it."""

    spending_id: str
    owner: str
    scope: str
    microusd: int
    words: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Ledger:
    """Owns the tables `ledger_entries` and `spendings`.

    `everybody_microusd` caps what all owners together spend within a day.
    """

    records: RecordStore
    clock: Clock
    ids: Ids
    settings: SettingsOf
    everybody_microusd: int
    pause: Callable[[float], None]
    random: Callable[[], float]
    metrics: Metrics = UNMEASURED

    def open(
        self,
        run: ModelRun,
        prompt: Prompt,
        *,
        provider: str,
        model: str,
        most_microusd: int,
        along: Callable[[LedgerEntry], Record],
    ) -> tuple[LedgerEntry, Record]:
        """Enter a call at its most, and save `along` with it. Raises Refused("cap_reached")."""
        now = self.clock.now()
        entry = created(
            LedgerEntry,
            now,
            id=self.ids.new("led"),
            owner=run.owner,
            day=utc_text(now)[:10],
            example_id=run.example_id,
            job_id=run.job_id,
            purpose=prompt.purpose,
            prompt_version=prompt.version,
            provider=provider,
            model=model,
            price_microusd=most_microusd,
        )
        caps = self._caps(run, entry.day)
        beside = along(entry)

        def attempt() -> tuple[Record, ...]:
            spendings = [self._with(cap, most_microusd) for cap in caps]
            return self.records.save(entry, beside, *spendings)

        saved = self._saved(attempt, mine=(beside,))
        assert isinstance(saved[0], LedgerEntry)
        return saved[0], saved[1]

    def settle(
        self,
        entry: LedgerEntry,
        *,
        price_microusd: int,
        outcome: str,
        tokens: Tokens,
        charged: bool,
        estimated: bool = False,
        seconds: float = 0.0,
        along: Sequence[Record] = (),
        delete: Sequence[Record] = (),
    ) -> LedgerEntry:
        """Enter what the call did cost; `along` is saved and `delete` deleted together with it."""
        difference = price_microusd - entry.price_microusd
        if difference > 0:
            logs.warning("A call cost more than it could have.", ledger_entry=entry.id)
        done = changed(
            entry,
            self.clock.now(),
            status="settled",
            outcome=outcome,
            prompt_tokens=tokens.prompt,
            cached_tokens=tokens.cached,
            output_tokens=tokens.output,
            thinking_tokens=tokens.thinking,
            price_microusd=price_microusd,
            estimated=estimated,
            charged=charged,
            seconds=round(seconds, 3),
        )
        scopes = self._scopes(entry)

        def attempt() -> tuple[Record, ...]:
            return self.records.save(done, *along, *self._moved(scopes, difference), delete=delete)

        saved = self._saved(attempt, mine=(entry, *along, *delete))
        self._count(done)
        return first_of(LedgerEntry, saved)

    def _count(self, entry: LedgerEntry) -> None:
        told = {"model": entry.model, "purpose": entry.purpose, "outcome": entry.outcome}
        self.metrics.note(
            told, praxeo_model_calls_total=1, praxeo_model_microusd_total=entry.price_microusd
        )

    def lose(self, entry_id: str) -> None:
        """Note that a call was cut off on our side: nobody knows what it cost, so it keeps its most."""
        entry = self.records.get(LedgerEntry, entry_id)
        if entry is not None and entry.status == "open":
            lost = changed(entry, self.clock.now(), status="lost", outcome="lost", estimated=True)
            self.records.save(lost)

    def waive(self, owner: str, entry_ids: Sequence[str]) -> None:
        """Take these calls off what the user is charged: they came to nothing that is used."""
        for entry_id in entry_ids:
            stored = self.records.get(LedgerEntry, entry_id)
            entry = permitted(stored, system_actor(owner), LedgerEntry)
            if entry.charged:
                with suppress(Conflict):  # somebody else has just done so
                    self.records.save(changed(entry, self.clock.now(), charged=False))

    def left_microusd(self, run: ModelRun) -> int:
        """What a call of this run may cost now, by the tightest of its caps."""
        return self.tightest(run)[1]

    def spent_in_run(self, run: ModelRun) -> int:
        """What this run has cost so far, open calls at their most."""
        spending_id, owner, scope = _scopes(run.owner, run.job_id or run.example_id, "")[0]
        return self._spending(spending_id, owner, scope).spent_microusd

    def tightest(self, run: ModelRun) -> tuple[Cap, int]:
        """The cap of this run that leaves least, and how much that is; below 0 once a cap was lowered."""
        caps = self._caps(run, utc_text(self.clock.now())[:10])
        left = [
            (
                cap,
                cap.microusd - self._spending(cap.spending_id, cap.owner, cap.scope).spent_microusd,
            )
            for cap in caps
        ]
        return min(left, key=lambda each: each[1])

    def day_and_month(self, owner: str) -> tuple[tuple[str, int, int], ...]:
        """Scope, what is spent, and the cap, of the owner's present day and month."""
        run = ModelRun(owner=owner, example_id="", job_id="", cap_microusd=0)
        caps = self._caps(run, utc_text(self.clock.now())[:10])
        return tuple(
            (
                cap.scope,
                self._spending(cap.spending_id, cap.owner, cap.scope).spent_microusd,
                cap.microusd,
            )
            for cap in caps
            if cap.scope in ("day", "month")
        )

    def _caps(self, run: ModelRun, day: str) -> tuple[Cap, ...]:
        settings = self.settings(run.owner)
        run_cap = min(run.cap_microusd, settings.run_cap_microusd)
        amounts = (
            run_cap,
            settings.day_cap_microusd,
            settings.month_cap_microusd,
            self.everybody_microusd,
        )
        words = ("this run", "your day", "your month", "the day of this installation")
        scopes = _scopes(run.owner, run.job_id or run.example_id, day)
        return tuple(
            Cap(spending_id=spending_id, owner=owner, scope=scope, microusd=amount, words=word)
            for (spending_id, owner, scope), amount, word in zip(
                scopes, amounts, words, strict=True
            )
        )

    def _with(self, cap: Cap, most_microusd: int) -> Spending:
        stored = self._spending(cap.spending_id, cap.owner, cap.scope)
        total = stored.spent_microusd + most_microusd
        if most_microusd and total > cap.microusd:
            raise Refused(
                "cap_reached",
                f"The next call of a model could cost up to {in_dollars(most_microusd)}; the cap of "
                f"{cap.words} is {in_dollars(cap.microusd)}, of which {in_dollars(stored.spent_microusd)} "
                "is spent or set aside. Raise the cap in the settings, or go on without a model.",
            )
        return changed(stored, self.clock.now(), spent_microusd=total, calls=stored.calls + 1)

    def _moved(self, scopes: Sequence[tuple[str, str, str]], difference: int) -> list[Spending]:
        spendings = [self._spending(*scope) for scope in scopes] if difference else []
        return [
            changed(
                stored, self.clock.now(), spent_microusd=max(stored.spent_microusd + difference, 0)
            )
            for stored in spendings
        ]

    def _spending(self, spending_id: str, owner: str, scope: str) -> Spending:
        stored = self.records.get(Spending, spending_id)
        return stored or created(
            Spending, self.clock.now(), id=spending_id, owner=owner, scope=scope
        )

    def _scopes(self, entry: LedgerEntry) -> tuple[tuple[str, str, str], ...]:
        return _scopes(entry.owner, entry.job_id or entry.example_id, entry.day)

    def _saved(
        self, attempt: Callable[[], tuple[Record, ...]], mine: Sequence[Record]
    ) -> tuple[Record, ...]:
        """Save against others who change the spendings; a conflict about our own records is passed on."""
        for _ in range(SAVES_TRIED):
            try:
                return attempt()
            except Conflict:
                for record in mine:
                    stored = self.records.get(type(record), record.id)
                    if (stored.version if stored else 0) != record.version:
                        raise
                self.pause(PAUSE_SECONDS * self.random())
        raise Unavailable("record_contended", "Too many models are asked at the same time.")

    def list(
        self, owner: str, *, example_id: str = "", day: str = "", cursor: str = "", limit: int = 50
    ) -> Page[LedgerEntry]:
        """The owner's entries, newest first; those of one example or of one day."""
        where = {"example_id": example_id} if example_id else {"owner": owner}
        if day and not example_id:
            where["day"] = day
        page = self.records.list(LedgerEntry, where, cursor=cursor, limit=limit, newest_first=True)
        return page if "owner" in where else page.kept(lambda entry: entry.owner == owner)


def _scopes(owner: str, run: str, day: str) -> tuple[tuple[str, str, str], ...]:
    """Id, owner and scope of the four spendings that a call counts in."""
    return (
        (_run_id(owner, run), owner, "run"),
        (f"spe_day-{owner}-{day}", owner, "day"),
        (f"spe_month-{owner}-{day[:7]}", owner, "month"),
        (f"spe_everybody-{day}", EVERYBODY, "everybody"),
    )


def _run_id(owner: str, run: str) -> str:
    return f"spe_run-{owner}-{run}"
