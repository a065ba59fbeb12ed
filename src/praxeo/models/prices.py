"""The table of models: what they are called, what they cost, how much they take, which are gone.

Prices are the provider's own for paid use, in US dollars for a million tokens, as published on
2026-10-07 (https://ai.google.dev/gemini-api/docs/pricing). `PRAXEO_MODEL_PRICES` overrides them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal, InvalidOperation

from praxeo.domain.errors import Refused
from praxeo.ports.models import Tokens

PROMPT_TOKENS_MAX = 1_048_576
OUTPUT_TOKENS_MAX = 65_536
DOLLARS_MAX = Decimal(100_000)  # for a million tokens; more is a slip


@dataclass(frozen=True, kw_only=True)
class Price:
    """US dollars for a million tokens; as millionths of a dollar, for one. Holds from the day `since`
    on for prompts of more than `over` tokens. `output` holds for thinking too."""

    prompt: Decimal
    cached: Decimal
    output: Decimal
    since: str = ""
    over: int = 0

    def of(self, tokens: Tokens) -> int:
        """What these tokens cost, in millionths of a US dollar, rounded up."""
        fresh = tokens.prompt - tokens.cached
        cost = self.prompt * fresh + self.cached * tokens.cached
        cost += self.output * (tokens.output + tokens.thinking)
        return int(cost.to_integral_value(ROUND_CEILING))


FREE = Price(prompt=Decimal(0), cached=Decimal(0), output=Decimal(0))


@dataclass(frozen=True, kw_only=True)
class ModelFacts:
    """What is known of a model. `retired` is the day from which it answers no more ("" if none is
    known), `instead` the model to set then. A price that comes later in the list holds rather."""

    name: str
    prices: tuple[Price, ...] = ()
    retired: str = ""
    instead: str = ""
    prompt_tokens_max: int = PROMPT_TOKENS_MAX
    output_tokens_max: int = OUTPUT_TOKENS_MAX


def dollars(prompt: str, cached: str, output: str, *, since: str = "", over: int = 0) -> Price:
    """A price from its three figures for a million tokens."""
    return Price(
        prompt=Decimal(prompt),
        cached=Decimal(cached),
        output=Decimal(output),
        since=since,
        over=over,
    )


PREFERRED = ("gemini-3.8-flash", "gemini-3.5-flash-lite")
_NOW = PREFERRED[0]
MODELS: tuple[ModelFacts, ...] = (
    ModelFacts(
        name="gemini-3.8-flash",
        prices=(
            dollars("0.75", "0.075", "3.75"),
            dollars("1.50", "0.15", "7.50", since="2027-01-01"),
        ),
    ),
    ModelFacts(name="gemini-3.5-flash", prices=(dollars("1.50", "0.15", "9.00"),)),
    ModelFacts(name="gemini-3.5-flash-lite", prices=(dollars("0.30", "0.03", "2.50"),)),
    ModelFacts(
        name="gemini-3.1-flash-lite",
        prices=(dollars("0.25", "0.025", "1.50"),),
        retired="2027-05-07",
        instead="gemini-3.5-flash-lite",
    ),
    ModelFacts(
        name="gemini-3.1-pro-preview",
        prices=(
            dollars("2.00", "0.20", "12.00"),
            dollars("4.00", "0.40", "18.00", over=200_000),
        ),
    ),
    ModelFacts(name="gemini-3-pro-preview", retired="2026-03-09", instead=_NOW),
    ModelFacts(name="gemini-2.5-pro", retired="2026-10-16", instead="gemini-3.1-pro-preview"),
    ModelFacts(name="gemini-2.5-flash", retired="2026-10-16", instead=_NOW),
    ModelFacts(name="gemini-2.0-flash", retired="2026-06-01", instead=_NOW),
    ModelFacts(name="gemini-2.0-flash-lite", retired="2026-06-01", instead=_NOW),
)
_BY_NAME = {model.name: model for model in MODELS}


@dataclass(frozen=True, kw_only=True)
class PriceList:
    """What each model costs: the table, with the installation's own figures before it."""

    own: Mapping[str, Price]

    def knows(self, model: str) -> bool:
        """Whether there is a price for this model."""
        return model in self.own or bool(facts_of(model).prices)

    def price(self, model: str, day: str, prompt_tokens: int) -> Price:
        """The price on this day for a prompt of this length; nothing for a model without a price."""
        if model in self.own:
            return self.own[model]
        holding = [
            price
            for price in facts_of(model).prices
            if price.since <= day and (prompt_tokens > price.over or not price.over)
        ]
        return holding[-1] if holding else FREE


def facts_of(model: str) -> ModelFacts:
    """What the table says of a model; of one that it does not name, nothing but usual limits."""
    return _BY_NAME.get(model) or ModelFacts(name=model)


def read_prices(text: str) -> PriceList:
    """The list with own prices such as "my-model=0.30/0.03/2.50": prompt, cached, output.

    Raises Refused("bad_setting").
    """
    own: dict[str, Price] = {}
    for entry in filter(None, (part.strip() for part in text.split(","))):
        name, equals, figures = entry.partition("=")
        values = figures.split("/")
        if not equals or len(values) != 3:
            raise _bad_prices()
        try:
            price = dollars(*values)
        except InvalidOperation as fault:
            raise _bad_prices() from fault
        if not all(
            0 <= value <= DOLLARS_MAX for value in (price.prompt, price.cached, price.output)
        ):
            raise _bad_prices()
        own[name.strip()] = price
    return PriceList(own=own)


def _bad_prices() -> Refused:
    return Refused(
        "bad_setting",
        "PRAXEO_MODEL_PRICES holds entries such as my-model=0.30/0.03/2.50, separated by commas: US "
        "dollars for a million prompt, cached and output tokens.",
    )


def in_dollars(microusd: int) -> str:
    """An amount for a person, such as "$0.0123"."""
    return f"${microusd / 1_000_000:.4f}".rstrip("0").rstrip(".") if microusd else "$0"
