"""How much practice the offline author finds in real documents, and whether it keeps its promises.

    python benchmarks/author/run.py            the documents, the gate's table, the share of marked units
    python benchmarks/author/run.py --brief    the gate's table and the share of marked units
    python benchmarks/author/run.py --items    every item with its evidence, for reading
    python benchmarks/author/run.py --only web:4041 --items

Documents of ../shared/corpora (relative to the repository) are left out where that is absent.
"""

from __future__ import annotations

import argparse
import math
import re
import time
from collections import Counter
from collections.abc import Iterator

from gate_table import print_table
from marked_units import print_shares

from praxeo.authors.offline.author import write_spec
from praxeo.authors.offline.cleaning import holds, key
from praxeo.domain.blocks import Extraction
from praxeo.domain.errors import Refused
from praxeo.domain.sentences import evidence_text, split_sentences
from praxeo.domain.spec import (
    ActivityKind,
    Card,
    Choice,
    Cloze,
    Event,
    Item,
    Link,
    Pair,
    SpecDocument,
    Step,
    Term,
)
from praxeo.spec.rules import document_faults
from sources import DOCUMENTS, load

KEY_SHARE = 0.2  # of the sentences count as key sentences
SHORT = {
    "terms": "term", "flashcards": "card", "cloze": "gap", "choice": "choi", "matching": "mtch",
    "ordering": "ordr", "timeline": "time", "cause_effect": "caus", "concept_map": "map", "recall": "rcll",
}  # fmt: skip


def answers(item: Item) -> list[str]:
    """The texts of an item that must stand in its evidence."""
    match item:
        case Term():
            return [item.term, item.definition]
        case Card():
            return item.back.split("; ")
        case Cloze() | Choice():
            return [item.answer]
        case Pair():
            return [item.left, item.right]
        case Step():
            return [item.text]
        case Event():
            return [item.when, item.text]
        case Link():
            return [item.start, item.label, item.end]


def shown(item: Item) -> str:
    """An item on one line."""
    match item:
        case Term():
            return f"{item.term} := {item.definition}"
        case Card():
            return f"Q {item.front}  A {item.back}"
        case Cloze():
            return f"{item.before}[[{item.answer}]]{item.after}"
        case Choice():
            return f"Q {item.question}  *{item.answer}* / " + " / ".join(item.distractors)
        case Pair():
            return f"{item.left} = {item.right}"
        case Step():
            return item.text
        case Event():
            return f"{item.when} | {item.text}"
        case Link():
            return f"{item.start} -({item.label})-> {item.end}"


def quotes(extraction: Extraction) -> dict[str, str]:
    """The text of every possible evidence reference."""
    found: dict[str, str] = {}
    for block in extraction.blocks:
        found[block.id] = block.text
        number = 1
        while (text := evidence_text(block, number)) is not None:
            found[f"{block.id}.{number}"] = text
            number += 1
    return found


def items_of(spec: SpecDocument) -> Iterator[tuple[ActivityKind, Item]]:
    for section in spec.sections:
        for activity in section.activities:
            for item in activity.items:
                yield activity.kind, item


def duplicates(spec: SpecDocument) -> int:
    """Items of the same kind of question with the same answer on the same sentence."""
    seen: Counter[tuple[str, ...]] = Counter()
    for _, item in items_of(spec):
        asked = answers(item)[-1] if not isinstance(item, Cloze) else item.answer
        seen[(key(asked), *item.evidence)] += 1
    return sum(count - 1 for count in seen.values())


def bad_options(spec: SpecDocument, quote: dict[str, str]) -> int:
    """Choices with equal options, options of another kind, or options that the evidence names."""
    bad = 0
    for _, item in items_of(spec):
        if not isinstance(item, Choice):
            continue
        options = [item.answer, *item.distractors]
        evidence = " ".join(quote[r] for r in item.evidence)
        same = len({key(option) for option in options}) == len(options)
        digits = len({bool(re.fullmatch(r"[\d.,\s%-]+", option)) for option in options}) == 1
        named = any(f" {key(d)} " in f" {key(evidence)} " for d in item.distractors)
        bad += not (same and digits and len(item.distractors) >= 2 and not named)
    return bad


def key_sentences(extraction: Extraction) -> set[str]:
    """The fifth of all sentences with the most of the document's own frequent rare words."""
    sentences = {
        f"{b.id}.{n}": b.text[s:e]
        for b in extraction.blocks
        if b.kind in ("paragraph", "list_item")
        for n, (s, e) in enumerate(split_sentences(b.text), 1)
        if 6 <= len(b.text[s:e].split()) <= 45
    }
    bags = {ref: set(key(text).split()) for ref, text in sentences.items()}
    spread = Counter(word for bag in bags.values() for word in bag)
    total = max(1, len(bags))

    def weight(bag: set[str]) -> float:
        useful = [spread[w] * math.log(total / spread[w]) for w in bag if len(w) > 3]
        return sum(useful) / math.sqrt(len(bag) or 1)

    ranked = sorted(bags, key=lambda ref: (-weight(bags[ref]), ref))
    return set(ranked[: round(KEY_SHARE * len(ranked))])


def measure(kind: str, address: str, *, show: bool) -> dict[str, float] | None:
    extraction = load(address)
    if extraction is None:
        print(f"{address}: left out, the corpora are not here")
        return None
    started = time.perf_counter()
    try:
        spec = write_spec(extraction, name=address)
    except Refused as refusal:
        print(f"{kind[:18]:18} {address[-28:]:28} refused: {refusal.message}")
        return None
    seconds = time.perf_counter() - started
    quote = quotes(extraction)
    found = list(items_of(spec))
    words = sum(len(b.text.split()) for b in extraction.blocks)
    used = {r for _, item in found for r in item.evidence}
    important = key_sentences(extraction)
    answered = sum(
        all(holds(" ".join(quote[r] for r in item.evidence), a) for a in answers(item))
        for _, item in found
    )
    counts = Counter(SHORT[k] for k, _ in found)
    practised = sum(bool(s.activities) for s in spec.sections)
    faults = len(document_faults(spec)) if spec.sections else 0
    row = {
        "words": words, "items": len(found), "per1000": 1000 * len(found) / max(1, words),
        "sections": len(spec.sections), "practised": practised,
        "answered": 100 * answered / len(found) if found else 100.0,
        "duplicates": duplicates(spec), "bad_options": bad_options(spec, quote),
        "covered": 100 * len(important & used) / max(1, len(important)), "faults": faults,
        "seconds": seconds,
    }  # fmt: skip
    by_kind = " ".join(f"{counts[s]:4d}" for s in SHORT.values())
    print(
        f"{kind[:18]:18} {address[-28:]:28} {words:6d} {len(found):4d} {row['per1000']:5.1f} {by_kind} "
        f"{practised:3d}/{len(spec.sections):<3d} {row['answered']:5.1f} {row['duplicates']:3.0f} "
        f"{row['bad_options']:3.0f} {row['covered']:5.1f} {faults:3d} {seconds:5.1f}"
    )
    if show:
        for section in spec.sections:
            print(f"\n== {section.id} {section.title}")
            for activity in section.activities:
                for item in activity.items:
                    print(f"   {activity.kind:12} {shown(item)}  {{{' '.join(item.evidence)}}}")
                    for reference in item.evidence:
                        print(f"        {reference}: {quote[reference][:300]}")
    return row


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--items", action="store_true", help="print every item with its evidence")
    parser.add_argument("--only", action="append", help="this document only (may be repeated)")
    parser.add_argument("--brief", action="store_true", help="without the documents")
    chosen = parser.parse_args()
    if not chosen.brief:
        measure_documents(chosen)
    print_table()
    print_shares()


def measure_documents(chosen: argparse.Namespace) -> None:
    """A line for each document, and their sum."""
    documents = [d for d in DOCUMENTS if not chosen.only or d[1] in chosen.only]
    documents += [("chosen", a) for a in chosen.only or [] if a not in {d[1] for d in DOCUMENTS}]
    heads = " ".join(f"{name:>4}" for name in SHORT.values())
    print(f"{'kind of text':18} {'document':28} {'words':>6} {'item':>4} {'/1000':>5} {heads} practd  "
          f"answ% dup bad cover flt   sec")  # fmt: skip
    rows = [r for kind, address in documents if (r := measure(kind, address, show=chosen.items))]
    if rows:
        total = sum(r["words"] for r in rows)
        print(
            f"{len(rows)} documents, {total} words, {sum(r['items'] for r in rows)} items "
            f"({1000 * sum(r['items'] for r in rows) / total:.1f} per 1,000 words), "
            f"answered {min(r['answered'] for r in rows):.1f} % at least, "
            f"{sum(r['duplicates'] for r in rows):.0f} duplicates, {sum(r['bad_options'] for r in rows):.0f} bad choices, "
            f"{sum(r['faults'] for r in rows):.0f} faults, {total / sum(r['seconds'] for r in rows):.0f} words/s"
        )


if __name__ == "__main__":
    main()
