"""Models as people see them: which are asked, whether they are there, what they cost and have cost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from praxeo.domain.access import Actor
from praxeo.domain.model_records import LedgerEntry
from praxeo.domain.records import AuthorKind, Settings
from praxeo.models.ledger import Ledger, SettingsOf
from praxeo.models.prices import ASSUMED, FREE, PREFERRED, Price, PriceList
from praxeo.models.quotes import Left, Quote, quote
from praxeo.models.routes import Chosen, Route, nothing_chosen, routes_for
from praxeo.models.sizes import billions_in, is_small
from praxeo.ports.clock import Clock, Ids
from praxeo.ports.local_models import LocalModel, LocalModels
from praxeo.ports.models import ModelRun, ModelUnavailable, Purpose
from praxeo.ports.records import RecordStore

HISTORY_ENTRIES = 200  # that a quote looks at
CHARACTERS_PER_WORD = 6  # of specs and code, as the quote counts words
NAMES_TOLD = 8  # of the models that a provider lists
TOTALS_PAGES = 50  # of entries that are added up, 200 each


@dataclass(frozen=True, kw_only=True, slots=True)
class ListedModel:
    """A configured model and its price on this day, in US dollars for a million tokens. One that is `local` costs
    nothing; the price of another may be `assumed`, where no table knows it."""

    provider: str
    model: str
    prompt_usd: float
    cached_usd: float
    output_usd: float
    prompt_tokens_max: int
    output_tokens_max: int
    retired: str
    instead: str
    local: bool
    assumed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Spent:
    """What was spent within a scope, open calls at their most, and its cap."""

    scope: str
    spent_microusd: int
    cap_microusd: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Totals:
    """Some ledger entries added up. `charged_microusd` is the user's share of `price_microusd`."""

    calls: int = 0
    price_microusd: int = 0
    charged_microusd: int = 0
    prompt_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    thinking_tokens: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Models:
    """What the API and the command line tell of models; asking them is `AskModels`."""

    routes: Sequence[Route]
    prices: PriceList
    ledger: Ledger
    clock: Clock
    chosen: Chosen = nothing_chosen
    local: LocalModels | None = None

    def routes_of(self, owner: str) -> Sequence[Route]:
        """Whom to ask for this owner."""
        return routes_for(owner, self.routes, self.chosen)

    def listed(self, actor: Actor) -> tuple[ListedModel, ...]:
        """The actor's models in the order in which they are asked."""
        return tuple(self._listed(route) for route in self.routes_of(actor.account))

    def found_here(self) -> tuple[LocalModel, ...]:
        """The models of servers on this machine, asked just now; () where none are looked for."""
        return self.local.found() if self.local else ()

    def is_small(self, owner: str) -> bool:
        """Whether the model that is asked first for this owner is to be asked a section at a time."""
        return is_small(self._billions(owner))

    def _billions(self, owner: str) -> float:
        """How large that model is, by its name, or as its server on this machine says; 0.0 if nobody does."""
        first = next(iter(self.routes_of(owner)), None)
        if first is None:
            return 0.0
        told = billions_in(first.model)
        if told or not first.local or self.local is None:
            return told
        return self.local.billions(first.model)

    def spent(self, actor: Actor) -> tuple[Spent, ...]:
        """The owner's day and month against their caps."""
        return tuple(
            Spent(scope=scope, spent_microusd=spent, cap_microusd=cap)
            for scope, spent, cap in self.ledger.day_and_month(actor.account)
        )

    def totals(self, actor: Actor, *, example_id: str = "", day: str = "") -> Totals:
        """The owner's entries of one example or one day, added up."""
        entries: list[LedgerEntry] = []
        cursor = ""
        for _ in range(TOTALS_PAGES):
            page = self.ledger.list(
                actor.account, example_id=example_id, day=day, cursor=cursor, limit=200
            )
            entries += page.records
            cursor = page.cursor
            if not cursor:
                break
        return Totals(
            calls=len(entries),
            price_microusd=sum(entry.price_microusd for entry in entries),
            charged_microusd=sum(entry.price_microusd for entry in entries if entry.charged),
            prompt_tokens=sum(entry.prompt_tokens for entry in entries),
            cached_tokens=sum(entry.cached_tokens for entry in entries),
            output_tokens=sum(entry.output_tokens for entry in entries),
            thinking_tokens=sum(entry.thinking_tokens for entry in entries),
            seconds=round(sum(entry.seconds for entry in entries), 3),
        )

    def quote(
        self, settings: Settings, *, words: int, bespoke: bool, author: AuthorKind | None = None
    ) -> Quote | None:
        """What an example of a source of so many words will take; None if no model is asked.

        Without an `author` the settings say whether one is.
        """
        if (author or settings.author) == "offline":
            return None
        if bespoke:
            whole = ("write_spec", *_of_code(settings))
            return self._quote(settings, words, whole, "write_bespoke_spec")
        return self._quote(settings, words, ("write_spec",), "write_spec")

    def quote_app(self, settings: Settings, *, bespoke: bool) -> Quote | None:
        """What an app of a spec that is there already will take; None if no model is asked for it."""
        return self._quote(settings, 0, _of_code(settings)) if bespoke else None

    def quote_change(
        self, settings: Settings, *, characters: int, subject: Literal["spec", "code"]
    ) -> Quote | None:
        """What a change in words will take of texts of so many characters; None without a model."""
        words = characters // CHARACTERS_PER_WORD
        return self._quote(settings, words, ("edit_spec" if subject == "spec" else "edit_code",))

    def refusal(self, settings: Settings, run: ModelRun, *, words: int, bespoke: bool) -> str:
        """Why a run is not to be begun, so that nothing is paid for half an app; "" if it may be, or if some of it
        has been paid for already."""
        if self.ledger.spent_in_run(run):
            return ""
        quoted = self.quote(settings, words=words, bespoke=bespoke, author="model")
        return quoted.refusal if quoted else ""

    def _quote(
        self, settings: Settings, words: int, purposes: tuple[Purpose, ...], spec_prompt: str = ""
    ) -> Quote | None:
        routes = self.routes_of(settings.owner)
        if not routes:
            return None
        cap_microusd = settings.run_cap_microusd
        run = ModelRun(owner=settings.owner, example_id="", job_id="", cap_microusd=cap_microusd)
        cap, left = self.ledger.tightest(run)
        history = self.ledger.list(settings.owner, limit=HISTORY_ENTRIES).records
        quoted = quote(
            words=words,
            purposes=purposes,
            model=routes[0].model,
            price=self._price_of(routes[0]),
            history=history,
            cap_microusd=cap_microusd,
            left=Left(microusd=left, words=cap.words),
            prompts={"write_spec": spec_prompt},
        )
        billions = self._billions(settings.owner)
        return replace(quoted, small_billions=billions if is_small(billions) else 0.0)

    def faults(self) -> tuple[str, ...]:
        """What is wrong with the configured models, each a sentence: retired, not there, no key."""
        told: list[str] = []
        asked: dict[int, tuple[str, ...] | None] = {}  # None: it cannot be asked
        for route in self.routes:
            facts = self.prices.facts(route.model)
            if facts.retired and facts.retired <= self._day():
                told.append(
                    f"{route.model} was retired on {facts.retired}; set PRAXEO_MODELS to "
                    f"{route.provider.name}:{facts.instead or PREFERRED[0]} instead."
                )
                continue
            if not route.local and not self.prices.knows(route.model):
                told.append(_assumed(route.model))
            place = id(route.provider)
            try:
                if place not in asked:
                    asked[place] = None
                    asked[place] = route.provider.models()
            except ModelUnavailable as trouble:
                told.append(trouble.message)
            there = asked[place]
            if there is not None and route.model not in there:
                told.append(
                    f"The provider does not list {route.model}; set PRAXEO_MODELS to one of: "
                    f"{', '.join(there[:NAMES_TOLD]) or 'none'}."
                )
        return tuple(dict.fromkeys(told))

    def _listed(self, route: Route) -> ListedModel:
        price = self._price_of(route)(0)
        facts = self.prices.facts(route.model)
        return ListedModel(
            provider=route.provider.name,
            model=route.model,
            prompt_usd=float(price.prompt),
            cached_usd=float(price.cached),
            output_usd=float(price.output),
            prompt_tokens_max=facts.prompt_tokens_max,
            output_tokens_max=facts.output_tokens_max,
            retired=facts.retired,
            instead=facts.instead,
            local=route.local,
            assumed=not route.local and not self.prices.knows(route.model),
        )

    def _price_of(self, route: Route) -> Callable[[int], Price]:
        """What this route costs today, by the length of the prompt."""
        day = self._day()
        return lambda tokens: FREE if route.local else self.prices.price(route.model, day, tokens)

    def _day(self) -> str:
        return self.clock.now().date().isoformat()


def _of_code(settings: Settings) -> tuple[Purpose, ...]:
    """The calls for an app that is written as a whole; a look at its pictures is one more."""
    look: tuple[Purpose, ...] = ("repair_code",) if settings.picture_critique == "on" else ()
    return "write_code", *look


def _assumed(model: str) -> str:
    return (
        f"The price of {model} is not known; quotes and caps count ${ASSUMED.prompt} for a million prompt tokens and "
        f"${ASSUMED.output} for a million output tokens. Set PRAXEO_MODEL_PRICES to "
        f"{model}=prompt/cached/output."
    )


def without_models(records: RecordStore, clock: Clock, ids: Ids, settings: SettingsOf) -> Models:
    """Models where none is configured: there is nothing to ask, but the ledger can be read."""
    ledger = Ledger(
        records=records,
        clock=clock,
        ids=ids,
        settings=settings,
        everybody_microusd=0,
        pause=lambda seconds: None,
        random=lambda: 0.0,
    )
    return Models(routes=(), prices=PriceList(own={}), ledger=ledger, clock=clock)
