"""Commands of TeX that the converter does not know, and how each is written instead."""

from __future__ import annotations

from praxeo.sources.formulas.arguments import Rewrite
from praxeo.sources.formulas.chemistry import tex_of_chemistry
from praxeo.sources.formulas.units import (
    tex_of_number,
    tex_of_physical_unit,
    tex_of_quantity,
    tex_of_unit,
)

# Name → how many arguments it takes, and what is written of them.
COMMANDS: dict[str, tuple[int, Rewrite]] = {
    "ce": (1, lambda given: f"{{{tex_of_chemistry(given[0])}}}"),
    "pu": (1, lambda given: f"{{{tex_of_physical_unit(given[0])}}}"),
    "SI": (2, lambda given: f"{{{tex_of_quantity(*given)}}}"),
    "qty": (2, lambda given: f"{{{tex_of_quantity(*given)}}}"),
    "si": (1, lambda given: f"{{{tex_of_unit(given[0])}}}"),
    "unit": (1, lambda given: f"{{{tex_of_unit(given[0])}}}"),
    "num": (1, lambda given: f"{{{tex_of_number(given[0])}}}"),
    "ang": (1, lambda given: f"{tex_of_number(given[0])}°"),
    "substack": (1, lambda given: rf"\begin{{subarray}}{{c}}{given[0]}\end{{subarray}}"),
}
