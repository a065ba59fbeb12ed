"""How many tokens words may be, where nobody has counted them."""

from __future__ import annotations

from collections.abc import Mapping

from praxeo.models.prices import Price
from praxeo.ports.models import Prompt, Purpose, TextPart, Tokens

TOKENS_AROUND_PART = 64  # roles, names and separators that a provider puts around each part
CHARACTERS_PER_TOKEN = 3  # a careful guess at what was written when no usage is told


def tokens_at_most(prompt: Prompt) -> int:
    """A bound for the tokens of the words of a prompt: no token is shorter than a byte."""
    words = [prompt.system, *(part.text for part in prompt.parts if isinstance(part, TextPart))]
    words += [text for turn in prompt.turns for text in (turn.answer, turn.next)]
    return sum(len(text.encode("utf-8", "replace")) + TOKENS_AROUND_PART for text in words)


def tokens_guessed(prompt: Prompt, text: str) -> Tokens:
    """A careful guess at what a call took that read this prompt and wrote this text."""
    return Tokens(
        prompt=tokens_at_most(prompt) // CHARACTERS_PER_TOKEN,
        output=-(-len(text) // CHARACTERS_PER_TOKEN),
    )


# Output without which an answer of its kind is not worth asking for; what a cap leaves beyond it is room enough.
LEAST_OUTPUT: Mapping[Purpose, int] = {"write_spec": 4_000, "write_code": 6_000}
LEAST_OTHER = 1_000


def output_within(left: int, price: Price, prompt: int, wanted: int, purpose: Purpose) -> int:
    """The output limit that so many millionths of a dollar pay for beside such a prompt; what is wanted where
    that is not worth asking for, so that the refusal names what it would have cost."""
    if not price.output:
        return wanted
    room = int((left - price.of(Tokens(prompt=prompt))) / price.output)
    least = min(LEAST_OUTPUT.get(purpose, LEAST_OTHER), wanted)
    return min(room, wanted) if room >= least else wanted
