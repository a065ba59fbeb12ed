"""Quotes against what was used: each app is quoted by the history of the others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial

from praxeo.domain.model_records import LedgerEntry
from praxeo.domain.records import created
from praxeo.models.prices import Price, read_prices
from praxeo.models.quotes import quote
from praxeo.ports.models import Purpose, Tokens

DAY = datetime(2026, 11, 28, tzinfo=UTC)
# A strong model's first answers for six sources: the words of each, then the tokens of the prompt and of the answer
# (four characters each) of a compiled spec, a bespoke spec and the code of its app.
USED = {
    "compound interest": (472, (1_484, 1_746), (1_484, 1_694), (2_894, 3_005)),
    "French revolution": (576, (1_635, 2_334), (1_635, 1_985), (3_185, 3_029)),
    "Ohm's law": (590, (1_655, 1_963), (1_655, 1_839), (3_039, 3_721)),
    "pendulum": (657, (1_752, 2_533), (1_752, 2_177), (3_377, 4_437)),
    "photosynthesis": (570, (1_626, 2_123), (1_626, 1_770), (2_970, 3_283)),
    "galaxies": (1_228, (2_580, 1_981), (2_580, 1_562), (2_762, 3_217)),
}
PRICES = ("2/0.2/10", "5/0.5/25", "15/1.5/75")
WITHIN = 0.2
HELD = 0.9  # of the quotes, at least


def price_of(figures: str) -> partial[Price]:
    return partial(read_prices(f"m={figures}").price, "m", "2026-11-28")


def calls(source: str, *, bespoke: bool) -> tuple[tuple[str, tuple[int, int]], ...]:
    _, compiled, spec, code = USED[source]
    own = (("write_bespoke_spec 2", spec), ("write_code 2", code))
    return own if bespoke else (("write_spec 2", compiled),)


def history_without(source: str, *, kinds: bool) -> Iterator[LedgerEntry]:
    for other in USED:
        for bespoke in (False, True):
            for version, (prompt, output) in calls(other, bespoke=bespoke):
                if other != source:
                    yield created(
                        LedgerEntry,
                        DAY,
                        id=f"led_{other}_{version}",
                        owner="local",
                        day="2026-11-28",
                        example_id="exa_1",
                        job_id="job_1",
                        purpose="write_code" if "code" in version else "write_spec",
                        prompt_version=version if kinds else "of any kind",
                        provider="x",
                        model="m",
                        status="settled",
                        outcome="answered",
                        prompt_tokens=prompt,
                        output_tokens=output,
                        seconds=30.0,
                    )


def held(*, kinds: bool = True) -> int:
    """How many of 36 quotes (six sources, two routes, three prices) are near what the app did cost."""
    near = 0
    for price in map(price_of, PRICES):
        for source, (words, *_) in USED.items():
            for bespoke in (False, True):
                purposes: tuple[Purpose, ...] = ("write_spec", "write_code")[: 1 + bespoke]
                quoted = quote(
                    words=words,
                    purposes=purposes,
                    model="m",
                    price=lambda tokens, price=price: price(prompt_tokens=tokens),
                    history=tuple(history_without(source, kinds=kinds)),
                    cap_microusd=10**8,
                    prompts={"write_spec": "write_bespoke_spec" if bespoke else "write_spec"},
                )
                used = [Tokens(prompt=p, output=o) for _, (p, o) in calls(source, bespoke=bespoke)]
                true = sum(price(prompt_tokens=tokens.prompt).of(tokens) for tokens in used)
                near += abs(quoted.microusd.likely - true) <= WITHIN * true
    return near


def test_nine_quotes_of_ten_are_within_a_fifth_of_what_an_app_did_cost() -> None:
    assert held() >= HELD * 36


def test_that_needs_a_history_of_each_kind_of_call() -> None:
    assert held(kinds=False) < HELD * 36
