"""The quote before a run: what it will probably take, from the source's size and what was paid so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median_low

from praxeo.domain.model_records import LedgerEntry
from praxeo.models.prices import Price, in_dollars
from praxeo.ports.models import Purpose, Tokens

TOKENS_PER_WORD = (1.3, 1.5, 2.5)  # few, usual, many: depends on the language
INSTRUCTION_TOKENS = (600, 900, 3_000)  # of the prompt around the source
REPAIRS_MAX = 3
ENOUGH_ENTRIES = 5  # of history, before it counts for more than the guess below
# What is written of a source grows with it; the prompts of all else hold a spec and code instead of the source.
OF_THE_SOURCE: frozenset[Purpose] = frozenset({"write_spec", "read_video"})
OTHER_PROMPT_TOKENS = (2_500, 4_000, 12_000)
# Output tokens and seconds before anything is known: least, usual, most.
GUESSES: Mapping[Purpose, tuple[tuple[int, int, int], tuple[float, float, float]]] = {
    "write_spec": ((1_200, 2_200, 6_000), (10.0, 40.0, 150.0)),
    "write_code": ((3_000, 4_300, 20_000), (30.0, 90.0, 300.0)),
    "repair_code": ((100, 1_000, 12_000), (5.0, 25.0, 150.0)),
    "edit_spec": ((100, 500, 4_000), (3.0, 10.0, 60.0)),
    "edit_code": ((200, 1_000, 8_000), (4.0, 20.0, 120.0)),
}
OUTPUT_PER_WORD = (0.3, 1.0, 2.0)  # more of a spec for each word beyond the first thousand
GROWING_WORDS = (1_000, 8_000)
NO_PROMPTS: Mapping[Purpose, str] = {}
# What may have to be asked for again, and how often: it stands at the upper end only.
AGAIN: Mapping[Purpose, tuple[Purpose, int]] = {
    "write_code": ("repair_code", REPAIRS_MAX),
    "edit_spec": ("edit_spec", 1),
    "edit_code": ("edit_code", 1),
}


@dataclass(frozen=True, kw_only=True)
class Range:
    """What is the least, the probable and the most of something."""

    low: int
    likely: int
    high: int


@dataclass(frozen=True, kw_only=True)
class Quote:
    """What a run will take. `entries` is how many paid calls it rests on; 0 means a mere guess.

    `high` has all the repairs that a run may try. They are not charged if they fail, but they count in the
    caps: `cap_microusd` is the most that the run can cost in any case. `left_microusd` is what the
    tightest cap leaves now; if the probable price is more, `refusal` says so with what to do, else it is "".
    `small_billions` is how large the model is, in billions of parameters, if it is so small that it is asked a
    section at a time and can hardly write whole apps; else 0.
    """

    model: str
    tokens: Range
    microusd: Range
    seconds: Range
    cap_microusd: int
    entries: int
    left_microusd: int = 0
    refusal: str = ""
    small_billions: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Left:
    """What the tightest cap leaves now, and how a person calls that cap."""

    microusd: int
    words: str


@dataclass(frozen=True, kw_only=True)
class _Call:
    tokens: tuple[Tokens, Tokens, Tokens]
    seconds: tuple[float, float, float]


def quote(
    *,
    words: int,
    purposes: Sequence[Purpose],
    model: str,
    price: Callable[[int], Price],
    history: Sequence[LedgerEntry],
    cap_microusd: int,
    left: Left | None = None,
    prompts: Mapping[Purpose, str] = NO_PROMPTS,
) -> Quote:
    """The quote for a source of so many words; every purpose is one call, code may be repaired.

    `price` is that of the model for a prompt of so many tokens. `prompts` names the prompt of a purpose that has
    several: specs of bespoke apps are shorter than those of compiled ones, so each kind has a history of its own.
    """
    paid = [entry for entry in history if entry.model == model and entry.outcome == "answered"]
    kinds = {purpose: _of_kind(purpose, paid, prompts.get(purpose, "")) for purpose in GUESSES}
    calls = [_call(purpose, words, kinds[purpose]) for purpose in purposes]
    for again, times in (AGAIN[purpose] for purpose in purposes if purpose in AGAIN):
        calls += [_at_most(_call(again, words, kinds[again]))] * times

    def cost(tokens: Tokens) -> int:
        return price(tokens.prompt).of(tokens)

    money = [sum(cost(call.tokens[at]) for call in calls) for at in range(3)]
    return Quote(
        model=model,
        tokens=_range([sum(_total(call.tokens[at]) for call in calls) for at in range(3)]),
        microusd=_range([min(amount, cap_microusd) for amount in money]),
        seconds=_range([sum(call.seconds[at] for call in calls) for at in range(3)]),
        cap_microusd=cap_microusd,
        entries=len(paid),
        left_microusd=max(left.microusd, 0) if left else cap_microusd,
        refusal=_refusal(money[1], left) if left else "",
    )


def _refusal(likely: int, left: Left) -> str:
    if likely <= left.microusd:
        return ""
    return (
        f"This will probably cost {in_dollars(likely)}; the cap of {left.words} leaves "
        f"{in_dollars(max(left.microusd, 0))}. Raise the cap in the settings, or go on without a model."
    )


def usual_output(purpose: Purpose) -> int:
    """The tokens of a usual answer, where nothing better is known."""
    return GUESSES[purpose][0][1] if purpose in GUESSES else 0


def _of_kind(purpose: Purpose, paid: Sequence[LedgerEntry], prompt: str) -> Sequence[LedgerEntry]:
    """The calls of this purpose, of this prompt alone where there are enough of them."""
    entries = [entry for entry in paid if entry.purpose == purpose]
    alike = [entry for entry in entries if entry.prompt_version.partition(" ")[0] == prompt]
    return alike if len(alike) >= ENOUGH_ENTRIES else entries


def _call(purpose: Purpose, words: int, entries: Sequence[LedgerEntry]) -> _Call:
    known = len(entries) >= ENOUGH_ENTRIES
    prompts, cached = _prompts(purpose, words, entries if known else ())
    output, seconds = _guess(purpose, words)
    if known:
        output = _written(purpose, prompts[1], entries)
        low, likely, high = _spread([round(entry.seconds * 1000) for entry in entries])
        seconds = (low / 1000, likely / 1000, high / 1000)
    few, usual, many = (
        Tokens(prompt=prompt, cached=round(prompt * cached), output=out)
        for prompt, out in zip(prompts, output, strict=True)
    )
    return _Call(tokens=(few, usual, many), seconds=seconds)


def _guess(purpose: Purpose, words: int) -> tuple[tuple[int, int, int], tuple[float, float, float]]:
    (few, usual, many), seconds = GUESSES[purpose]
    if purpose not in OF_THE_SOURCE:
        return (few, usual, many), seconds
    more = max(min(words, GROWING_WORDS[1]) - GROWING_WORDS[0], 0)
    low, likely, high = (round(more * rate) for rate in OUTPUT_PER_WORD)
    return (few + low, usual + likely, many + high), seconds


def _prompts(
    purpose: Purpose, words: int, entries: Sequence[LedgerEntry]
) -> tuple[tuple[int, int, int], float]:
    """The tokens of the prompt, and which share of them is usually read from the provider's cache."""
    if purpose in OF_THE_SOURCE:
        few, usual, many = (
            round(words * rate) + around
            for rate, around in zip(TOKENS_PER_WORD, INSTRUCTION_TOKENS, strict=True)
        )
        told = (few, usual, many)
    elif entries:
        told = _spread([entry.prompt_tokens for entry in entries])
    else:
        told = OTHER_PROMPT_TOKENS
    shares = [entry.cached_tokens / max(entry.prompt_tokens, 1) for entry in entries]
    return told, median_low(shares) if shares else 0.0


def _written(purpose: Purpose, prompt: int, entries: Sequence[LedgerEntry]) -> tuple[int, int, int]:
    """The output tokens by history: where it grows with the source, for a source of this size."""
    pairs = [
        (entry.prompt_tokens, entry.output_tokens + entry.thinking_tokens) for entry in entries
    ]
    slope = _slope(pairs) if purpose in OF_THE_SOURCE else 0.0
    low, likely, high = _spread([round(out + slope * (prompt - size)) for size, out in pairs])
    return max(low, 0), max(likely, 0), max(high, 0)


def _slope(pairs: Sequence[tuple[int, int]]) -> float:
    """By how much one grows with the other: the middle of all pairs' slopes, which no outlier moves."""
    slopes = [
        (more - less) / (large - small)
        for at, (small, less) in enumerate(pairs)
        for large, more in pairs[at + 1 :]
        if abs(large - small) * 2 > max(large, small)  # else chance alone makes it steep
    ]
    return min(max(median_low(slopes), 0.0), 2.0) if len(slopes) >= ENOUGH_ENTRIES else 0.0


def _at_most(call: _Call) -> _Call:
    """A call that is made only if things go badly."""
    nothing = Tokens()
    return _Call(tokens=(nothing, nothing, call.tokens[2]), seconds=(0.0, 0.0, call.seconds[2]))


def _spread(values: Sequence[int]) -> tuple[int, int, int]:
    """The tenth, the half and the ninety-fifth of a hundred."""
    ordered = sorted(values)
    low, likely, high = (ordered[int((len(ordered) - 1) * share)] for share in (0.1, 0.5, 0.95))
    return low, likely, max(high, ordered[-1] if len(ordered) < 20 else high)


def _total(tokens: Tokens) -> int:
    return tokens.prompt + tokens.output


def _range(values: Sequence[float]) -> Range:
    low, likely, high = (round(value) for value in values)
    return Range(low=low, likely=likely, high=high)
