"""Read and write the Markdown form of a spec, as docs/reference/spec-grammar.md defines it."""

from __future__ import annotations

from functools import lru_cache

from praxeo.domain.errors import TooLarge
from praxeo.domain.spec import SpecDocument
from praxeo.spec.faults import Fault, SpecInvalid
from praxeo.spec.lines import Lines
from praxeo.spec.marks import FORBIDDEN
from praxeo.spec.placed_parts import PlacedSpec
from praxeo.spec.printing import print_spec
from praxeo.spec.reader import SpecReader

__all__ = [
    "Fault",
    "SpecInvalid",
    "parse_spec",
    "print_spec",
    "read_spec",
    "refuse_new_faults",
    "sound_spec",
]

MAXIMUM_CHARACTERS = 10_000_000  # of a spec text; a 300-page book's is about a tenth of it
KEPT_CHARACTERS = 400_000  # of a text that is remembered; longer ones are seldom asked for again
KEPT_TEXTS = 4


def parse_spec(text: str) -> SpecDocument:
    """The spec that `text` says; SpecInvalid lists every line that is against the grammar."""
    placed = read_spec(text)
    if placed.faults:
        raise SpecInvalid(_in_order(placed.faults))
    return placed.document()


def sound_spec(text: str) -> SpecDocument:
    """The spec without the goals and items that have faults; SpecInvalid if none can be made of the rest."""
    placed = read_spec(text)
    if placed.blocking:
        raise SpecInvalid(_in_order(placed.blocking))
    return placed.document()


def refuse_new_faults(text: str, *before: str) -> None:
    """SpecInvalid with the faults of a text that none of the texts before had."""
    known = {fault.message for each in before for fault in read_spec(each).faults}
    if new := [fault for fault in read_spec(text).faults if fault.message not in known]:
        raise SpecInvalid(_in_order(new))


def read_spec(text: str) -> PlacedSpec:
    """All that `text` says, with its lines and its faults; SpecInvalid if it does not begin like a spec.

    The texts that were read last are remembered: a request and the steps after it ask for the same ones.
    """
    return _remembered(text).copy() if len(text) <= KEPT_CHARACTERS else _read(text)


def _read(text: str) -> PlacedSpec:
    if len(text) > MAXIMUM_CHARACTERS:
        raise TooLarge(
            "spec_too_large", f"The spec is longer than {MAXIMUM_CHARACTERS:,} characters."
        )
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    reader = SpecReader(Lines(text.split("\n")))
    for number, line in enumerate(reader.lines.texts):
        if FORBIDDEN.search(line):
            reader.fault(number + 1, "It holds a control character; take it out.")
            reader.lines.texts[number] = FORBIDDEN.sub("\ufffd", line)
    return reader.read()


def _in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(set(faults), key=lambda fault: fault.line))


_remembered = lru_cache(maxsize=KEPT_TEXTS)(_read)
