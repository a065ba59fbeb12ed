"""The table of models: what they are called, what they cost, how much they take, which are gone.

The table is data with its sources and days (`prices.json`). `PRAXEO_PRICE_TABLE` names a newer one in the same form,
`PRAXEO_MODEL_PRICES` single figures; both go before it. A model that none of them knows is counted at an assumed
price, and that is said.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal, InvalidOperation
from functools import cache
from typing import Any

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
    """What is known of a model. `source` says where its prices stand and when they were read. `retired` is the day from which it answers no more ("" if none is
    known), `instead` the model to set then. A price that comes later in the list holds rather."""

    name: str
    source: str = ""
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


# What a model without a known price is counted at: as a large one of 2026 costs, so that caps hold rather too early.
ASSUMED = dollars("5", "5", "25")


@dataclass(frozen=True, kw_only=True)
class PriceList:
    """What each model costs: the installation's own figures, a newer table, then the built-in one."""

    own: Mapping[str, Price]
    newer: Mapping[str, ModelFacts] = field(default_factory=dict)

    def facts(self, model: str) -> ModelFacts:
        """What is known of a model; of one that no table names, nothing but usual limits."""
        return self.newer.get(model) or facts_of(model)

    def knows(self, model: str) -> bool:
        """Whether there is a price for this model."""
        return model in self.own or bool(self.facts(model).prices)

    def price(self, model: str, day: str, prompt_tokens: int) -> Price:
        """The price on this day for a prompt of this length; an assumed one for a model without a price."""
        if model in self.own:
            return self.own[model]
        holding = [
            price
            for price in self.facts(model).prices
            if price.since <= day and (prompt_tokens > price.over or not price.over)
        ]
        return holding[-1] if holding else ASSUMED


@cache
def _built_in() -> Mapping[str, ModelFacts]:
    from importlib.resources import files  # here: an API starts without the table

    text = files("praxeo.models").joinpath("prices.json").read_text("utf-8")
    return read_table(text)


def facts_of(model: str) -> ModelFacts:
    """What the built-in table says of a model; of one that it does not name, nothing but usual limits."""
    return _built_in().get(model) or ModelFacts(name=model)


def read_table(text: str) -> Mapping[str, ModelFacts]:
    """The models of a table in JSON, by name. Raises Refused("bad_setting")."""
    try:
        models = [_facts(entry) for entry in json.loads(text)["models"]]
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation) as fault:
        raise Refused(
            "bad_setting",
            'A table of prices is JSON as in models/prices.json: {"models": [{"name": …, "source": …, "prices": '
            '[{"prompt": "0.75", "cached": "0.075", "output": "3.75", "since": "2027-01-01", "over": 200000}]}]}.',
        ) from fault
    return {model.name: model for model in models}


def _facts(entry: Mapping[str, Any]) -> ModelFacts:
    prices = tuple(
        dollars(
            str(price["prompt"]),
            str(price["cached"]),
            str(price["output"]),
            since=str(price.get("since", "")),
            over=int(price.get("over", 0)),
        )
        for price in entry.get("prices", ())
    )
    if not all(_is_possible(price) for price in prices):
        raise ValueError(entry["name"])
    return ModelFacts(
        name=str(entry["name"]),
        source=str(entry["source"]),
        prices=prices,
        retired=str(entry.get("retired", "")),
        instead=str(entry.get("instead", "")),
        prompt_tokens_max=int(entry.get("prompt_tokens_max", PROMPT_TOKENS_MAX)),
        output_tokens_max=int(entry.get("output_tokens_max", OUTPUT_TOKENS_MAX)),
    )


def _is_possible(price: Price) -> bool:
    return all(0 <= value <= DOLLARS_MAX for value in (price.prompt, price.cached, price.output))


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
        if not _is_possible(price):
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
