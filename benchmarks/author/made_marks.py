"""Documents made by seed: every kind of mark, in every layout that writers use, in four languages; what is practised?

    python benchmarks/author/made_marks.py [--seeds 4] [--missing]

The texts come from `marks/words.json`, the layouts from `made_layouts.py`. Each document mixes one layout of each
kind with what else stands on such a page. Counted is, for each kind and layout, how many of its units one item asks
with their answer, and how many are asked with another's (wrong keys).
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from made_layouts import LAYOUTS, Made
from marked_documents import items_of

from praxeo.authors.offline.author import write_spec
from praxeo.sources.documents.text.markdown import read_markdown_file

WORDS = json.loads((Path(__file__).resolve().parent / "marks" / "words.json").read_text("utf-8"))


def made(language: str, chance: random.Random) -> tuple[str, list[tuple[str, Made]]]:
    """One document with a layout of each kind, in a random order; and what it marks."""
    words = {**WORDS[language], "numbers": iter(range(1, 100))}  # of exercises
    parts = []
    for kind, layouts in LAYOUTS.items():
        name = chance.choice(sorted(layouts))
        parts.append((f"{kind}: {name}", layouts[name](words, chance)))
    chance.shuffle(parts)
    text = "\n\n".join(part.text for _, part in parts)
    keys = "\n\n".join(part.key for _, part in parts if part.key)
    key = f"\n\n## {words['heads']['key']}\n\n{keys}\n" if keys else ""
    return f"# {language}\n\n{words['read']}\n\n{text}{key}", parts


@dataclass(kw_only=True)
class MadeShares:
    """How many units there were by kind with layout and language, how many are practised, and what is not, or wrong."""

    total: Counter[tuple[str, str]] = field(default_factory=Counter)
    done: Counter[tuple[str, str]] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def share(self) -> float:
        """Of all units, those that are practised."""
        return self.done.total() / self.total.total()


def counted(seeds: int) -> MadeShares:
    """So many documents in each language, made, practised and counted."""
    result = MadeShares()
    for language in WORDS:
        for seed in range(seeds):
            text, parts = made(language, random.Random(f"{language} {seed}"))
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "made.md"
                path.write_text(text, "utf-8")
                items = items_of(write_spec(read_markdown_file(path), name="made.md"))
            told = [(asked.lower(), answer.lower()) for _, asked, answer in items]
            for name, part in parts:
                _count(result, f"{language} {seed}", name, part, told)
    return result


def _count(
    result: MadeShares, document: str, name: str, part: Made, told: list[tuple[str, str]]
) -> None:
    language = document.split()[0]
    for unit in part.units:
        left, right = unit[0].lower(), unit[1].lower()
        found = any((left in a and right in b) or (right in a and left in b) for a, b in told)
        result.total[name, language] += 1
        result.done[name, language] += found
        if not found:
            result.missing.append(f"{document} {name}: {unit[0]} => {unit[1]}")
        for a, b in told if part.keyed else ():
            same = a == left if name.startswith("matching") else a.endswith(left)
            if same and right not in b:
                result.wrong.append(f"{document} {name}: {a} -> {b} (wanted {right})")


def main() -> None:
    """Print the share of each kind and layout, and of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--missing", action="store_true")
    asked = parser.parse_args()
    result = counted(asked.seeds)
    for line in (*result.wrong, *(result.missing if asked.missing else ())):
        print(line)
    for name in sorted({pair[0] for pair in result.total}):
        row = [f"{result.done[name, t]}/{n}" for t in WORDS if (n := result.total[name, t])]
        print(f"{name:48} {' '.join(row)}")
    for at in WORDS:
        got, every = (sum(n for (_, t), n in c.items() if t == at) for c in (result.done, result.total))  # fmt: skip
        print(f"{at}: {got} of {every} ({100 * got / every:.0f} %)")
    total, done = result.total.total(), result.done.total()
    print(f"made marks: {done} of {total} ({100 * result.share():.0f} %), {len(result.wrong)} wrong keys")  # fmt: skip


if __name__ == "__main__":
    main()
