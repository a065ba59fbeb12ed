"""Models as people see them: addresses, prices, quotes, faults, caps and the ledger's sums."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import partial
from importlib import resources
from pathlib import Path

import pytest

from devtools.loopback.gemini import LoopbackGemini
from praxeo.adapters.gemini import GeminiProvider
from praxeo.config import read_config
from praxeo.domain.access import local_user, system_actor
from praxeo.domain.errors import Refused
from praxeo.domain.model_records import LedgerEntry
from praxeo.domain.records import Settings, created
from praxeo.models.addresses import ModelAddress, read_addresses
from praxeo.models.prices import PREFERRED, read_prices, read_table
from praxeo.models.quotes import quote
from praxeo.models.routes import Route
from praxeo.models.service import Models
from praxeo.ports.models import Tokens
from tests.unit.models.model_fixtures import MODEL, a_prompt, a_run, desk

NO_PRICES = read_prices("")


class Listing:
    """A provider that has every model."""

    name = "openai"

    def models(self) -> tuple[str, ...]:
        return ("large",)


def models_of(*routes: Route) -> Models:
    table = desk(*routes)
    return Models(
        routes=routes, prices=table.ask.prices, ledger=table.ask.ledger, clock=table.clock
    )


def test_addresses_are_read_in_their_order() -> None:
    found = read_addresses(
        "gemini:gemini-3.5-flash, openai:http://127.0.0.1:8080/v1/#qwen, scripted:recordings, gemini",
    )
    assert found == (
        ModelAddress(kind="gemini", model="gemini-3.5-flash"),
        ModelAddress(kind="openai", model="qwen", place="http://127.0.0.1:8080/v1"),
        ModelAddress(kind="scripted", model="recorded", place="recordings"),
        *(ModelAddress(kind="gemini", model=name) for name in PREFERRED),
    )
    assert read_addresses("") == ()


@pytest.mark.parametrize(
    "text",
    ["gpt", "openai:", "openai:http://x.example/v1", "openai:ftp://x#y", "scripted:", "gemini-3.8"],
)
def test_an_address_that_is_not_understood_is_refused(text: str) -> None:
    with pytest.raises(Refused, match="PRAXEO_MODELS") as refusal:
        read_config({"PRAXEO_MODELS": text})
    assert refusal.value.code == "bad_setting"


def test_a_model_without_a_known_price_is_counted_at_an_assumed_one_and_that_is_said() -> None:
    far = {"PRAXEO_MODELS": "openai:https://models.example/v1#large"}
    prices = read_config(far).models.prices
    assert not prices.knows("large")
    assert prices.price("large", "2026-11-27", 1).of(Tokens(output=3)) == 75
    models = models_of(Route(provider=Listing(), model="large"))
    (fault,) = models.faults()
    assert "$25 for a million output tokens" in fault
    assert "PRAXEO_MODEL_PRICES" in fault
    assert models.listed(local_user())[0].assumed
    config = read_config({**far, "PRAXEO_MODEL_PRICES": "large=0.5/0.05/2"})
    assert config.models.prices.price("large", "2026-11-27", 1).of(Tokens(output=3)) == 6


def test_a_newer_table_goes_before_the_built_in_one(tmp_path: Path) -> None:
    table = tmp_path / "prices.json"
    price = {"prompt": "1", "cached": "0.1", "output": "2"}
    new = {"name": MODEL, "source": "https://prices.example, 2027-02-01", "prices": [price]}
    table.write_text(json.dumps({"models": [new, {**new, "name": "gemini-5", "instead": "x"}]}))
    prices = read_config({"PRAXEO_PRICE_TABLE": str(table)}).models.prices
    assert prices.price(MODEL, "2027-02-01", 1).of(Tokens(output=10)) == 20
    assert prices.knows("gemini-5")
    assert prices.price("gemini-4-neon", "2027-02-01", 1).of(Tokens(output=10)) == 150
    for wrong in (
        "[]",
        "{",
        '{"models": [{"name": "x"}]}',
        json.dumps({"models": [{**new, "prices": [{**price, "output": "-1"}]}]}),
    ):
        table.write_text(wrong)
        with pytest.raises(Refused, match="prices"):
            read_config({"PRAXEO_PRICE_TABLE": str(table)})
    with pytest.raises(Refused, match="PRAXEO_PRICE_TABLE"):
        read_config({"PRAXEO_PRICE_TABLE": str(tmp_path / "nowhere")})


def test_every_price_of_the_table_has_its_source_and_the_day_it_was_read() -> None:
    text = resources.files("praxeo.models").joinpath("prices.json").read_text("utf-8")
    for facts in read_table(text).values():
        assert re.search(r"^https://.*, 2026-\d\d-\d\d$", facts.source), facts.name
        assert facts.prices or facts.retired, facts.name


@pytest.mark.parametrize(
    ("figures", "bespoke_cap"),
    [("2/0.2/10", 90_000), ("5/0.5/25", 250_000), ("15/1.5/75", 700_000)],
)
def test_a_run_is_refused_before_its_first_call_or_not_at_all(
    figures: str, bespoke_cap: int
) -> None:
    table = desk(Route(provider=Listing(), model="large"), prices=f"large={figures}")
    models = Models(
        routes=table.ask.routes, prices=table.ask.prices, ledger=table.ask.ledger, clock=table.clock
    )
    settings = created(Settings, table.clock.now(), id="set_local", owner="local")
    run = a_run(job_id="job_9")
    table.settings["run_cap_microusd"] = settings.run_cap_microusd
    assert models.refusal(settings, run, words=600, bespoke=True) == ""
    table.settings["run_cap_microusd"] = bespoke_cap // 2
    low = replace(settings, run_cap_microusd=bespoke_cap // 2)
    refusal = models.refusal(low, run, words=600, bespoke=True)
    assert "Raise the cap in the settings" in refusal


@pytest.mark.parametrize("text", ["x", "x=1/2", "x=1/2/y", "x=-1/0/0", "x=1/2/9999999"])
def test_prices_that_cannot_be_are_refused(text: str) -> None:
    with pytest.raises(Refused, match="PRAXEO_MODEL_PRICES"):
        read_prices(text)


@pytest.mark.parametrize(
    ("model", "day", "tokens", "microusd"),
    [
        (MODEL, "2026-12-31", Tokens(prompt=1000, output=100), 1125),
        (MODEL, "2027-01-01", Tokens(prompt=1000, output=100), 2250),
        (MODEL, "2026-12-31", Tokens(prompt=1000, cached=1000, thinking=100), 450),
        (MODEL, "2026-12-31", Tokens(prompt=1), 1),
        ("gemini-3.1-pro-preview", "2026-11-27", Tokens(prompt=200_000, output=1), 400_012),
        ("gemini-3.1-pro-preview", "2026-11-27", Tokens(prompt=200_001, output=1), 800_022),
        ("nobody-knows", "2026-11-27", Tokens(prompt=10**6), 5_000_000),
        ("gemini-4-argon", "2026-11-30", Tokens(output=10), 100),
        ("gemini-4-argon", "2026-12-01", Tokens(output=10), 200),
    ],
)
def test_a_price_goes_by_day_length_and_cache(
    model: str, day: str, tokens: Tokens, microusd: int
) -> None:
    assert NO_PRICES.price(model, day, tokens.prompt).of(tokens) == microusd


def an_entry(number: int, **fields: object) -> LedgerEntry:
    from datetime import UTC, datetime

    standard = {
        "day": "2026-11-27",
        "example_id": "exa_1",
        "job_id": "job_1",
        "purpose": "write_spec",
        "prompt_version": "write_spec 1",
        "provider": "gemini",
        "model": MODEL,
        "status": "settled",
        "outcome": "answered",
        "output_tokens": 1000 + number,
        "seconds": 20.0,
    }
    moment = datetime(2026, 11, 27, tzinfo=UTC)
    return created(LedgerEntry, moment, id=f"led_{number}", owner="local", **{**standard, **fields})


def test_a_quote_is_a_range_that_history_makes_narrower() -> None:
    def quoted(history: list[LedgerEntry], words: int = 3000, cap: int = 10**9):  # type: ignore[no-untyped-def]
        return quote(
            words=words,
            purposes=("write_spec",),
            model=MODEL,
            price=partial(NO_PRICES.price, MODEL, "2026-11-27"),
            history=history,
            cap_microusd=cap,
        )

    guess = quoted([])
    assert guess.entries == 0
    assert 0 < guess.microusd.low < guess.microusd.likely < guess.microusd.high
    known = quoted([an_entry(number) for number in range(30)])
    assert known.entries == 30
    assert known.seconds.low == known.seconds.high == 20
    assert known.microusd.high - known.microusd.low < guess.microusd.high - guess.microusd.low
    failed = [an_entry(number, outcome="model_cut") for number in range(30)]
    assert quoted(failed).entries == 0
    assert quoted([], words=30_000).microusd.likely > 2 * guess.microusd.likely
    assert quoted([], cap=100).microusd.high == 100


def test_a_quote_for_bespoke_code_has_the_repairs_at_its_upper_end_only() -> None:
    models = models_of(Route(provider=GeminiProvider(None), model=MODEL))  # type: ignore[arg-type]
    settings = created(Settings, models.clock.now(), id="set_local", owner="local")
    bespoke = models.quote(settings, words=3000, bespoke=True)
    compiled = models.quote(settings, words=3000, bespoke=False)
    assert bespoke is not None
    assert compiled is not None
    assert bespoke.microusd.high - bespoke.microusd.likely > bespoke.microusd.likely
    assert compiled.microusd.likely < bespoke.microusd.likely
    assert models.quote(replace(settings, author="offline"), words=3000, bespoke=True) is None
    assert models_of().quote(settings, words=3000, bespoke=True) is None


def test_a_retired_model_and_one_that_is_not_listed_say_what_to_set(
    gemini: GeminiProvider, server: LoopbackGemini
) -> None:
    models = models_of(
        Route(provider=gemini, model=MODEL),
        Route(provider=gemini, model="gemini-2.5-flash"),
        Route(provider=gemini, model="gemini-9-flash"),
    )
    retired, _, missing = models.faults()
    assert retired == (
        "gemini-2.5-flash was retired on 2026-10-16; set PRAXEO_MODELS to "
        "gemini:gemini-3.8-flash instead."
    )
    assert "does not list gemini-9-flash" in missing
    assert MODEL in missing
    server.keys = frozenset()
    assert models.faults()[0] == "The key for Gemini was refused; set another one."


def test_the_ledger_is_listed_and_added_up(gemini: GeminiProvider) -> None:
    table = desk(Route(provider=gemini, model=MODEL))
    for number in range(3):
        run = a_run(example_id=f"exa_{number % 2}", job_id=f"job_{number}")
        table.ask(a_prompt(f"Number {number}."), run=run)
    models = Models(
        routes=table.ask.routes,
        prices=table.ask.prices,
        ledger=table.ask.ledger,
        clock=table.clock,
    )
    whole, first = models.totals(local_user()), models.totals(local_user(), example_id="exa_0")
    assert (whole.calls, first.calls) == (3, 2)
    assert whole.price_microusd == whole.charged_microusd == table.spent("day")
    assert models.totals(local_user(), day="2026-11-27") == whole
    assert models.totals(local_user(), day="2026-11-26").calls == 0
    assert models.totals(system_actor("other"), example_id="exa_0").calls == 0
    assert [spent.spent_microusd for spent in models.spent(local_user())] == [
        table.spent("day")
    ] * 2
    newest = models.ledger.list("local", limit=1).records[0]
    assert newest.job_id == "job_2"


def test_a_recorded_model_is_wired_from_the_environment(tmp_path: Path) -> None:
    from praxeo.wiring.product import build_praxeo

    (tmp_path / "a.json").write_text('{"purpose": "write_spec", "text": "# A spec"}')
    config = read_config(
        {
            "DATABASE_URL": "memory:",
            "BLOBS_URL": "memory:",
            "PRAXEO_MODELS": f"scripted:{tmp_path}",
        }
    )
    praxeo = build_praxeo(config)
    assert praxeo.outside.ask is not None
    assert praxeo.outside.ask(a_prompt(), run=a_run(cap_microusd=0)).text == "# A spec"
    assert praxeo.models.faults() == ()
    assert praxeo.models.totals(local_user()).calls == 1
    praxeo.outside.close()
    none = build_praxeo(
        read_config(
            {"DATABASE_URL": "memory:", "BLOBS_URL": "memory:", "PRAXEO_LOCAL_MODELS": "off"}
        )
    )
    assert none.outside.ask is None
    none.outside.close()
