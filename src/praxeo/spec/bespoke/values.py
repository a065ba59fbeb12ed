"""The names, texts and values that may stand in the bespoke part of a spec."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator

from praxeo.domain.acceptance import Control, ControlValue
from praxeo.spec.bespoke.expression_text import RESERVED
from praxeo.spec.marks import FORBIDDEN

RANGED = ("slider", "number")


def name_fault(name: str) -> str:
    """What is wrong with a name, "" if it is good."""
    if not name.isidentifier() or unicodedata.normalize("NFKC", name) != name or len(name) > 40:
        return (
            f"“{name[:50]}” is not a name: letters, digits and _ only, a letter first, at most 40."
        )
    if name.startswith("_"):
        return f"“{name}” begins with _; begin with a letter."
    return (
        f"“{name}” means something in tests; take another name."
        if name.casefold() in RESERVED
        else ""
    )


def finite(*numbers: float) -> bool:
    """Whether a person could have meant these numbers."""
    return all(math.isfinite(number) and abs(number) <= 1e15 for number in numbers)


def text_faults(text: str) -> Iterator[str]:
    """What is wrong with a quoted text."""
    if FORBIDDEN.search(text):
        yield "It holds a control character; take it out."
    if "\n" in text:
        yield "A text in a test stands on one line."


def value_faults(control: Control, value: ControlValue) -> Iterator[str]:
    """Why a control cannot be set to a value."""
    name, kind = control.name, control.kind
    if kind == "button":
        yield f"“{name}” is a button; press it."
    elif kind in RANGED:
        if isinstance(value, bool) or not isinstance(value, int | float):
            yield f"“{name}” takes a number."
        elif not finite(value):
            yield f"“{name}” takes a number that a person can write."
        elif kind == "slider" and control.least is not None and control.most is not None:
            steps = (value - control.least) / control.step
            if not control.least <= value <= control.most:
                least, most = f"{control.least:g}", f"{control.most:g}"
                yield f"The slider “{name}” goes from {least} to {most}, not to {value:g}."
            elif abs(steps - round(steps)) > 1e-6:
                yield f"The slider “{name}” has steps of {control.step:g}; {value:g} is between two."
    elif kind == "toggle" and not isinstance(value, bool):
        yield f"“{name}” is set to on or to off."
    elif kind in ("select", "text"):
        if not isinstance(value, str):
            yield f"“{name}” is set to a text in quotation marks."
        elif kind == "select" and value not in control.choices:
            yield f"“{name}” has no choice “{value}”."
        else:
            yield from text_faults(value)
