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
from pathlib import Path

from made_layouts import LAYOUTS, Made
from marked_documents import items_of

from praxeo.authors.offline.author import write_spec
from praxeo.sources.documents.text.markdown import read_markdown_file

WORDS = json.loads((Path(__file__).resolve().parent / "marks" / "words.json").read_text("utf-8"))


def made(language: str, chance: random.Random) -> tuple[str, list[tuple[str, Made]]]:
    """One document with a layout of each kind, in a random order; and what it marks."""
    words = WORDS[language]
    parts = []
    for kind, layouts in LAYOUTS.items():
        name = chance.choice(sorted(layouts))
        parts.append((f"{kind}: {name}", layouts[name](words, chance)))
    chance.shuffle(parts)
    text = "\n\n".join(part.text for _, part in parts)
    keys = "\n\n".join(part.key for _, part in parts if part.key)
    key = f"\n\n## {words['heads']['key']}\n\n{keys}\n" if keys else ""
    return f"# {language}\n\n{words['read']}\n\n{text}{key}", parts


def main() -> None:
    """Print the share of each kind and layout, and of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("--seeds", type=int, default=4)
    parser.add_argument("--missing", action="store_true")
    asked = parser.parse_args()
    total, done, wrong = Counter[tuple[str, str]](), Counter[tuple[str, str]](), 0
    for language in WORDS:
        for seed in range(asked.seeds):
            text, parts = made(language, random.Random(f"{language} {seed}"))
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "made.md"
                path.write_text(text, "utf-8")
                items = items_of(write_spec(read_markdown_file(path), name="made.md"))
            told = [(a.lower(), b.lower()) for _, a, b in items]
            for name, part in parts:
                for unit in part.units:
                    left, right = unit[0].lower(), unit[1].lower()
                    found = any((left in a and right in b) or (right in a and left in b) for a, b in told)  # fmt: skip
                    total[name, language] += 1
                    done[name, language] += found
                    if asked.missing and not found:
                        print(f"{language} {seed} {name}: {unit[0]} => {unit[1]}")
                    for a, b in told:
                        same = a == left if name.startswith("matching") else a.endswith(left)
                        if part.keyed and same and right not in b:
                            wrong += 1
                            print(
                                f"wrong key? {language} {seed} {name}: {a} -> {b} (wanted {right})"
                            )
    for name in sorted({pair[0] for pair in total}):
        row = [f"{done[name, t]}/{total[name, t]}" for t in WORDS if total[name, t]]
        print(f"{name:48} {' '.join(row)}")
    for at in WORDS:
        got, every = (sum(n for (_, t), n in counts.items() if t == at) for counts in (done, total))
        print(f"{at}: {got} of {every} ({100 * got / every:.0f} %)")
    print(f"made marks: {done.total()} of {total.total()} ({100 * done.total() / total.total():.0f} %), {wrong} wrong keys")  # fmt: skip


if __name__ == "__main__":
    main()
