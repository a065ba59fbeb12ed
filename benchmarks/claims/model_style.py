"""False marks and planted falsehoods in items of a model's style: `python benchmarks/claims/model_style.py [-v]`.

Each item goes three ways: as a model's answer (its quote says where to look), as a change in words that named
those places (what they do not say is marked `{unsupported}`), and as an edit by hand (what the app and the
ledger tell of it). `recorded.tsv`: the first answers of a model; `by_hand.tsv`: more of the kinds that were
once marked wrongly, and subtle falsehoods. Of every second line of those only sums are printed.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter

from model_items import Given, extraction, falsehoods, given, item_of

from praxeo.claims.gate import Gate
from praxeo.claims.statements import claim_of
from praxeo.claims.verdicts import Judgement
from praxeo.compile.verdicts import judged
from praxeo.domain.spec import Activity, ActivityKind, Evidence, Section, SpecDocument
from praxeo.editing.unsaid import mark_unsaid
from praxeo.sources.formulas.in_text import in_words
from praxeo.spec.forms import FORMS
from praxeo.spec.items import write_item
from praxeo.spec.text import read_spec

WAYS = ("a model's answer", "a change in words", "an edit by hand")
_HEAD = "---\nspec: 1\ntitle: T\nlanguage: en\nsource: s\n---\n\n## Section: S\n"


def main() -> None:
    recorded, by_hand = given("recorded.tsv"), given("by_hand.tsv")
    true = [*recorded, *(row for row in by_hand if row.kind != "false")]
    closed = set(by_hand[1::2])
    sets = {
        "true": true,
        "false, mechanical": list(falsehoods(recorded, random.Random(1))),
        "false, planted": given("planted.tsv"),
        "false, subtle": [row for row in by_hand if row.kind == "false"],
    }
    started = time.process_time()
    found = {name: [(row, judge_three_ways(row)) for row in rows] for name, rows in sets.items()}
    if "-v" in sys.argv:
        _tell_wrong(found, closed)
    for name, rows in found.items():
        show(name, rows)
    count = sum(map(len, sets.values())) * len(WAYS)
    print(
        f"{count / (time.process_time() - started):.0f} judgements a second, sources read as well"
    )
    _speed(true)


def judge_three_ways(row: Given) -> tuple[Judgement, ...]:
    """The verdicts as a model's answer, after a change in words, after an edit by hand."""
    source, gate = extraction(row.source), _gate(row.source)
    quote, places = _pointed(gate, row)
    claim = claim_of(in_words(item_of(row, ())))
    text = _HEAD + _written(row, places)
    marked, _ = mark_unsaid(_HEAD, text, source)
    answered = gate.judge(claim, quote=quote, references=places)
    return answered, _told(row, marked), _told(row, text)


def _told(row: Given, text: str) -> Judgement:
    """What the app made of a spec with this one item tells of it; an exercise need not be whole for that."""
    part = read_spec(text).sections[0].activities[0]
    item = part.items[0].item
    assert item, text
    whole = Activity(kind=row.activity, title="A", items=(item,))  # type: ignore[arg-type]
    document = SpecDocument(
        title="T",
        language="en",
        source="s",
        author="",
        sections=(Section(id="s1", title="S", activities=(whole,)),),
    )
    ((_, found),) = judged(document, extraction(row.source))
    assert found, text
    return found


def show(name: str, rows: list[tuple[Given, tuple[Judgement, ...]]]) -> None:
    for at, way in enumerate(WAYS):
        tally = Counter(_name(found[at]) for _, found in rows)
        parts = (
            f"{each} {tally[each] / len(rows):.3f}"
            for each in ("vouched for", "restated", "not found")
        )
        print(f"{name:18} {len(rows):4} as {way:17}: " + ", ".join(parts))
    kinds = Counter(row.kind for row, _ in rows)
    if len(kinds) > 1:
        marked = Counter(row.kind for row, found in rows if found[0].verdict == "not_found")
        print(
            "  not found, by kind: " + ", ".join(f"{k} {marked[k]}/{n}" for k, n in kinds.items())
        )


def _tell_wrong(
    found: dict[str, list[tuple[Given, tuple[Judgement, ...]]]], closed: set[Given]
) -> None:
    for name, rows in found.items():
        bad = "not found" if name == "true" else "vouched for"
        for row, verdicts in rows:
            ways = [w for w, each in zip(WAYS, verdicts, strict=True) if _name(each) == bad]
            if ways and row not in closed:
                print(name, row.kind, ways, [v.against for v in verdicts], row, sep=" | ")


def _name(found: Judgement) -> str:
    return "vouched for" if found.proven else found.verdict.replace("_", " ")


def _pointed(gate: Gate, row: Given) -> tuple[str, Evidence]:
    """The quote, and the places it stands in; without words the place that is most alike."""
    places = gate.places.quoted(row.words)
    if not places and row.words:
        parts = row.words.split(" + ")
        places = tuple(p for part in parts for p in gate.places.all if part in p.text)
        assert places, row
        places = places[: len(parts)] if len(parts) > 1 else places[:1]
    if not places:
        found = gate.judge(claim_of(in_words(item_of(row, ()))))
        return "", found.evidence or found.nearest or (gate.places.all[0].reference,)
    return " ".join(p.text for p in places), tuple(p.reference for p in places)


def _written(row: Given, places: Evidence) -> str:
    kind: ActivityKind = row.activity  # type: ignore[assignment]
    line = write_item(kind, item_of(row, places), sourced=True, number=1)
    return f"\n### {FORMS[kind].heading}: A\n{line}\n"


_gates: dict[str, Gate] = {}


def _gate(source: str) -> Gate:
    if source not in _gates:
        _gates[source] = Gate.of(extraction(source))
    return _gates[source]


def _speed(rows: list[Given]) -> None:
    """A model's items against indexed sources, the quote given and not."""
    pointed = [
        (_gate(r.source), claim_of(in_words(item_of(r, ()))), _pointed(_gate(r.source), r))
        for r in rows
    ]
    for name, hinted in (("with a quote", True), ("searched for", False)):
        started = time.process_time()
        for gate, claim, (quote, places) in pointed:
            gate.judge(claim, quote=quote if hinted else "", references=places if hinted else ())
        print(f"{len(rows) / (time.process_time() - started):.0f} claims a second {name}")


if __name__ == "__main__":
    main()
