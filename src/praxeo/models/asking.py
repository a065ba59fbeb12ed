"""`Ask`: what stands between a feature and the models. Each answer is kept before it is given back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import BoundedSemaphore
from typing import TypeVar

from praxeo.domain.cancellation import Cancelled, cancellation
from praxeo.domain.errors import PraxeoError, Refused
from praxeo.domain.model_records import StoredCompletion
from praxeo.domain.writing_heard import tell_written
from praxeo.models.answers import Asked, Declined, whole_answer
from praxeo.models.backoff import Backoff
from praxeo.models.calls import unless_cancelled
from praxeo.models.completions import Completions, RightToAsk
from praxeo.models.entered_call import EnteredCall
from praxeo.models.ledger import Ledger
from praxeo.models.prices import FREE, Price, PriceList
from praxeo.models.routes import Chosen, Route, nothing_chosen, routes_for
from praxeo.models.token_bounds import output_within, tokens_at_most
from praxeo.observability import logs
from praxeo.ports.clock import Clock
from praxeo.ports.models import (
    Completion,
    ModelRun,
    ModelUnavailable,
    Prompt,
    TextPart,
    Tokens,
)

T = TypeVar("T")
UNUSABLE = frozenset({"model_malformed", "answer_too_long"})  # though every call was answered
OnText = Callable[[str], None]
LOOK_SECONDS = 0.5  # how soon somebody who waits for a turn hears that nobody wants it any more


@dataclass(frozen=True, kw_only=True, slots=True)
class AskModels:
    """An `Ask` over several models, each asked when those before it gave no answer.

    `seconds` is the most that one call may take, `turns` bounds how many are made at once.
    """

    routes: Sequence[Route]
    prices: PriceList
    completions: Completions
    ledger: Ledger
    clock: Clock
    backoff: Backoff
    pause: Callable[[float], None]
    turns: BoundedSemaphore
    seconds: float
    chosen: Chosen = nothing_chosen

    def __call__(
        self, prompt: Prompt, *, run: ModelRun, on_text: OnText | None = None
    ) -> Completion:
        troubles: list[PraxeoError] = []
        for route in self._in_order(prompt, run):
            try:
                return _Asking(self, route, run, on_text).answer(prompt)
            except (Declined, ModelUnavailable) as trouble:
                troubles.append(trouble)
                logs.warning(
                    "A model gave no answer.",
                    model=route.model,
                    code=trouble.code,
                    example_id=run.example_id,
                )
        raise _verdict(troubles)

    def _in_order(self, prompt: Prompt, run: ModelRun) -> Sequence[Route]:
        """The routes, first of all one whose answer is there already."""

        def is_kept(route: Route) -> bool:
            return self.completions.has(
                prompt, run=run, provider=route.provider.name, model=route.model
            )

        routes = routes_for(run.owner, self.routes, self.chosen)
        return sorted(routes, key=lambda route: not is_kept(route))


class _Asking:
    """One question to one model until it is answered whole."""

    def __init__(self, ask: AskModels, route: Route, run: ModelRun, on_text: OnText | None) -> None:
        self._ask, self._route, self._run, self._on_text = ask, route, run, on_text
        self._turns: list[Asked] = []

    def answer(self, prompt: Prompt) -> Completion:
        used: tuple[str, ...] = ()
        try:
            completion = whole_answer(prompt, self._asked)
            used = completion.ledger_entry_ids
            return completion
        except ModelUnavailable as trouble:
            if (
                trouble.code in UNUSABLE
            ):  # asked anew, it may do better; else its parts stay paid for
                self._ask.completions.forget([asked.stored_id for asked in self._turns])
            raise
        finally:
            paid = [asked.ledger_entry_id for asked in self._turns if asked.paid]
            self._ask.ledger.waive(self._run.owner, [one for one in paid if one not in used])

    def _asked(self, prompt: Prompt) -> Asked:
        """One answer, after as many tries as there may be."""
        asked = self._patiently(lambda: self._turn(prompt))
        self._turns.append(asked)
        return asked

    def _patiently(self, act: Callable[[], T]) -> T:
        tried = 0
        while True:
            tried += 1
            try:
                return act()
            except ModelUnavailable as trouble:
                wait = self._ask.backoff.wait_after(trouble, tried)
                if wait is None:
                    raise
                self._ask.pause(wait)

    def _turn(self, prompt: Prompt) -> Asked:
        """The answer that is kept, or else that of a call."""
        with _turn_of(self._ask.turns):
            stored = self._ask.completions.take(
                prompt, run=self._run, provider=self._route.provider.name, model=self._route.model
            )
            paid = stored.status == "asked"
            if paid:
                stored = self._called(prompt, stored)
            elif self._on_text:
                self._on_text(self._ask.completions.text(stored))
        return Asked(
            completion=self._ask.completions.completion(stored),
            ledger_entry_id=stored.ledger_entry_id,
            stored_id=stored.id,
            paid=paid,
        )

    def _called(self, prompt: Prompt, asked: StoredCompletion) -> StoredCompletion:
        """The answer of a call, entered before it is made and when it has ended."""
        call = self._entered(prompt, asked)
        heard: list[str] = []
        written = 0

        def hear(text: str) -> None:
            nonlocal written
            cancellation().check()
            heard.append(text)
            written += len(text)
            tell_written(written)
            if self._on_text:
                self._on_text(text)

        try:
            with call.right.held():
                completion = unless_cancelled(
                    lambda: self._route.provider.complete(
                        call.prompt,
                        model=self._route.model,
                        seconds=self._ask.seconds,
                        on_text=hear,
                    )
                )
            if completion.finish == "cut":
                raise ModelUnavailable(
                    "model_cut", "The model's answer broke off.", tokens=completion.tokens
                )
        except (ModelUnavailable, Cancelled) as trouble:
            call.broke_off(trouble, "".join(heard))
            raise
        return call.answered(completion)

    def _entered(self, prompt: Prompt, asked: StoredCompletion) -> EnteredCall:
        ask, route = self._ask, self._route
        try:
            fitted, most, price = self._fitted(prompt)
            entry, saved = ask.ledger.open(
                self._run,
                prompt,
                provider=route.provider.name,
                model=route.model,
                most_microusd=most,
                along=lambda entry: ask.completions.renewed(asked, entry.id),
            )
        except PraxeoError:
            ask.completions.forget([asked.id])
            raise
        assert isinstance(saved, StoredCompletion)
        return EnteredCall(
            completions=ask.completions,
            ledger=ask.ledger,
            clock=ask.clock,
            prompt=fitted,
            entry=entry,
            right=RightToAsk(ask.completions, saved),
            price=price,
        )

    def _fitted(self, prompt: Prompt) -> tuple[Prompt, int, Price]:
        """The prompt with an output limit that the model and the caps allow, the most that its call can cost, and at
        which price. The prompt is counted exactly where the bound is too coarse."""
        ask, model = self._ask, self._route.model
        if self._route.local:
            return prompt, 0, FREE
        day = ask.clock.now().date().isoformat()
        wanted = min(prompt.output_tokens_max, ask.prices.facts(model).output_tokens_max)
        bound = tokens_at_most(prompt)
        price = ask.prices.price(model, day, bound)
        if not price.output and not price.prompt:
            return prompt, 0, price
        most, left = (
            price.of(Tokens(prompt=bound, output=wanted)),
            ask.ledger.left_microusd(self._run),
        )
        words_only = all(isinstance(part, TextPart) for part in prompt.parts)
        if words_only and most <= left:
            return replace(prompt, output_tokens_max=wanted), most, price
        exact = self._patiently(lambda: self._route.provider.count_tokens(prompt, model=model))
        price = ask.prices.price(model, day, exact)
        output = output_within(left, price, exact, wanted, prompt.purpose)
        fitted = replace(prompt, output_tokens_max=output)
        return fitted, price.of(Tokens(prompt=exact, output=output)), price


@contextmanager
def _turn_of(turns: BoundedSemaphore) -> Iterator[None]:
    """While inside, one of the turns is taken. Raises Cancelled if nobody wants to wait any more."""
    while not turns.acquire(timeout=LOOK_SECONDS):
        cancellation().check()
    try:
        yield
    finally:
        turns.release()


def _verdict(troubles: Sequence[PraxeoError]) -> PraxeoError:
    """What to tell when no model answered: that all decline, or the trouble most likely to pass."""
    if not troubles:
        return ModelUnavailable(
            "no_model",
            "There is no model to ask; set PRAXEO_MODELS, or choose one on this machine in the settings.",
            retryable=False,
        )
    if all(isinstance(trouble, Declined) for trouble in troubles):
        details = ", ".join(dict.fromkeys(getattr(t, "detail", "") for t in troubles))
        return Refused(
            "model_blocked",
            f"No configured model will write about this source (given reason: {details}).",
        )
    unavailable = [trouble for trouble in troubles if isinstance(trouble, ModelUnavailable)]
    return next((trouble for trouble in unavailable if trouble.retryable), unavailable[0])
