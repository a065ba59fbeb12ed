"""How the gate judges statements written by hand: `python benchmarks/claims/by_hand.py FILE.tsv [-v]`.

Each line of the file: kind (light: a light rewording; para: a free one; false: a falsehood in the source's
own words), source, statement, beginning of the sentence that bears or contradicts it. `unseen.tsv` was
written before its author had read a rule, and no rule was fitted to it.
"""

from __future__ import annotations

import sys
from collections import Counter
from functools import cache
from pathlib import Path

from praxeo.claims.gate import Gate
from praxeo.claims.statements import Claim
from praxeo.sources.documents.readers import read

ROOT = Path(__file__).resolve().parents[2]


@cache
def gate_of(source: str) -> Gate:
    return Gate.of(read("markdown", ROOT / source))


def main() -> None:
    tally: Counter[tuple[str, str]] = Counter()
    for line in Path(sys.argv[1]).read_text("utf-8").splitlines():
        if line.startswith("#") or not line:
            continue
        kind, source, text, beginning = line.split("\t")
        gate = gate_of(source)
        for pointed, hint in (("pointed to", _references(gate, beginning)), ("searched for", ())):
            found = gate.judge(Claim(text=text, key=text), references=hint)
            verdict = "proven" if found.proven and found.verdict == "restated" else found.verdict
            beside = bool(set(found.evidence) & set(_references(gate, beginning)))
            tally[f"{kind}, {pointed}", verdict] += 1
            tally[f"{kind}, {pointed}", "beside"] += beside
            if "-v" in sys.argv:
                print(kind, pointed, verdict, found.against, text, sep=" | ")
    for name in sorted({name for name, _ in tally}):
        counted = {
            v: tally[name, v] for v in ("quoted", "proven", "restated", "not_found", "beside")
        }
        whole = sum(n for v, n in counted.items() if v != "beside")
        print(
            f"{name:22} of {whole}: "
            + ", ".join(f"{v} {n / whole:.2f}" for v, n in counted.items())
        )


def _references(gate: Gate, beginning: str) -> tuple[str, ...]:
    plain = "".join(beginning.split("*"))
    return tuple(p.reference for p in gate.places.all if plain in p.text)[:1]


if __name__ == "__main__":
    main()
