"""Of what chapters mark themselves, how much becomes practice: terms, own questions, sets, dates, steps.

The chapters are written for this and lie in `tests/golden/marked`; `units.json` beside them names by hand
what each of them marks. A unit counts as practised if an item asks it or gives it as its answer.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

from praxeo.authors.offline.author import write_spec
from praxeo.authors.offline.cleaning import even
from praxeo.domain.spec import SpecDocument
from praxeo.sources.documents.text.markdown import read_markdown_file

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "golden" / "marked"


def practised_units() -> Iterator[tuple[str, str, list[str], list[str]]]:
    """For each chapter and kind of unit: its name, the kind, all units, and those that are practised."""
    for name, kinds in json.loads((FOLDER / "units.json").read_text("utf-8")).items():
        spec = write_spec(read_markdown_file(FOLDER / f"{name}.md"), name=name)
        asked = _words_of(spec)
        for kind, units in kinds.items():
            yield name, kind, units, [unit for unit in units if even(unit).lower() in asked]


def _words_of(spec: SpecDocument) -> str:
    texts: list[str] = []
    for section in spec.sections:
        for activity in section.activities:
            for item in activity.items:
                own = dataclasses.asdict(item)
                own.pop("evidence")
                for value in own.values():
                    texts += [value] if isinstance(value, str) else list(value)
    return even(" | ".join(texts)).lower()


def print_shares() -> None:
    """A line for each chapter, and the share of all."""
    total = done = 0
    for name, kind, units, practised in practised_units():
        total, done = total + len(units), done + len(practised)
        missing = [unit for unit in units if unit not in practised]
        told = f"   without: {', '.join(missing)}" if missing else ""
        print(f"{name:22} {kind:10} {len(practised):3d} of {len(units):3d}{told}")
    print(f"marked units that become practice: {done} of {total} ({100 * done / total:.0f} %)")
