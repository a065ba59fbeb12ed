"""Train the two models of main content: main_content.json and second_look.json in src/praxeo/sources/documents/html.

    python3 -m venv /tmp/train && /tmp/train/bin/pip install -r benchmarks/web/train.in \
        -r requirements/runtime.lock
    PYTHONPATH=src /tmp/train/bin/python benchmarks/web/train.py [--write] [--texts FILE]

Without --write it only prints the out-of-fold figures: five folds, no domain in two of them.
A unit's label is the share of its words that an alignment of page and gold text matches. The second model learns
from what first models say of pages whose domains they have not seen.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import zlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import corpus
import lightgbm
import numpy as np
from rapidfuzz.distance import LCSseq
from resiliparse.extract.html2text import extract_plain_text

from praxeo.sources.documents.html.consent import without_consent
from praxeo.sources.documents.html.encoding import decoded
from praxeo.sources.documents.html.features import feature_rows
from praxeo.sources.documents.html.held_back import walked
from praxeo.sources.documents.html.main_content import best_share
from praxeo.sources.documents.html.page_facts import page_facts
from praxeo.sources.documents.html.page_view import PageView
from praxeo.sources.documents.html.said_once import recurrences, said_once
from praxeo.sources.documents.html.second_look import groups_of, second_look
from praxeo.sources.documents.html.tree import parse_html

MODELS = Path(__file__).resolve().parents[2] / "src/praxeo/sources/documents/html"
FOLDS = 5
ROUNDS, SECOND_ROUNDS = 250, 200
GRAM = 4
PARAMETERS = {
    "objective": "cross_entropy",
    "learning_rate": 0.06,
    "num_leaves": 24,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "num_threads": 1,
    "seed": 1,
    "deterministic": True,
    "verbose": -1,
}
SECOND = PARAMETERS | {"learning_rate": 0.05, "num_leaves": 16, "min_data_in_leaf": 100}


@dataclass(kw_only=True, slots=True)
class Sample:
    """One page: a row of features and a label per unit."""

    case: corpus.Case
    texts: list[str]
    words: list[int]
    table: Any
    labels: Any
    groups: dict[str, Any]
    again: list[tuple[int, int]]

    @property
    def weights(self) -> Any:
        """Long units weigh more, but a page of many units does not drown the others."""
        roots = np.sqrt(np.maximum(1, np.array(self.words, dtype=float)))
        return roots / roots.sum() * len(roots) ** 0.5


def sample(case: corpus.Case, score: Any) -> tuple[Sample, list[str]]:
    text = decoded(case.html)
    root = parse_html(text)
    units = without_consent([unit for unit in walked(root).units if not unit.hidden])
    verdict = extract_plain_text(text, main_content=True, alt_texts=False)
    view = PageView(units=units, facts=page_facts(root), verdicts=[verdict])
    rows = feature_rows(view)
    names = sorted(rows[0]) if rows else []
    gold = score.TOKEN.findall(case.gold["text"].lower())
    return Sample(
        case=case,
        texts=[unit.text for unit in units],
        words=[len(words) for words in view.words],
        table=np.array([[row[name] for name in names] for row in rows]),
        labels=labels(view.words, gold),
        groups=groups_of(view),
        again=recurrences(view),
    ), names


def labels(units: list[list[str]], gold: list[str]) -> Any:
    """Share of each unit's words that are in the gold text, in its order and in runs."""
    numbers: dict[str, int] = {}
    page = [numbers.setdefault(w, len(numbers)) for words in units for w in words]
    wanted = [numbers.setdefault(w, len(numbers)) for w in gold]
    hit = np.zeros(len(page), dtype=bool)
    if page and wanted:
        for step in LCSseq.opcodes(page, wanted):
            if step.tag == "equal":
                hit[step.src_start : step.src_end] = True
    grams = set(zip(*(gold[i:] for i in range(GRAM)), strict=False))
    result, start = [], 0
    for words in units:
        own = hit[start : start + len(words)]
        start += len(words)
        share = float(own.mean()) if len(words) else 0.0
        if len(words) < GRAM:
            result.append(share if share >= 0.5 else 0.0)
            continue
        covered = np.zeros(len(words), dtype=bool)
        for i in range(len(words) - GRAM + 1):
            if tuple(words[i : i + GRAM]) in grams:
                covered[i : i + GRAM] = True
        lone = share if share >= 0.75 else 0.0
        result.append(float((own & covered).mean()) if covered.any() else lone)
    return np.array(result)


def fitted(tables: list[Any], samples: list[Sample], parameters: Any, rounds: int) -> Any:
    data = lightgbm.Dataset(
        np.vstack(tables),
        np.concatenate([s.labels for s in samples]),
        weight=np.concatenate([s.weights for s in samples]),
    )
    return lightgbm.train(dict(parameters), data, rounds)


def first_model(samples: list[Sample]) -> Any:
    return fitted([s.table for s in samples], samples, PARAMETERS, ROUNDS)


def second_table(s: Sample, likely: Any) -> Any:
    """The features of the units beside what `likely`, the verdicts of a first model, say of all of them."""
    more = second_look(said_once(likely, s.again), np.array(s.words, dtype=float), s.groups)
    return np.hstack([s.table, np.column_stack([more[name] for name in sorted(more)])])


def second_model(samples: list[Sample]) -> Any:
    """Learns from first models of all folds of the samples but the one of the page."""
    tables: dict[str, Any] = {}
    for fold in range(FOLDS):
        model = first_model([s for s in samples if fold_of(s, "second") != fold])
        for s in samples:
            if fold_of(s, "second") == fold:
                tables[s.case.id] = second_table(s, model.predict(s.table))
    return fitted([tables[s.case.id] for s in samples], samples, SECOND, SECOND_ROUNDS)


def likelihoods(s: Sample, first: Any, second: Any) -> Any:
    """As the reader joins what both models say."""
    likely = first.predict(s.table)
    joined = (said_once(likely, s.again) + second.predict(second_table(s, likely))) / 2
    return said_once(joined, s.again)


def out_of_fold(samples: list[Sample], score: Any) -> dict[str, str]:
    """Print the figures of pages that the model had not seen; their texts by page."""
    texts = {}
    by_type: dict[str, list[dict[str, float]]] = defaultdict(list)
    for fold in range(FOLDS):
        held = [s for s in samples if fold_of(s) == fold]
        seen = [s for s in samples if fold_of(s) != fold and len(s.labels)]
        first, second = first_model(seen), second_model(seen)
        for s in held:
            text = ""
            if len(s.labels):
                kept = best_share(likelihoods(s, first, second), np.array(s.words, dtype=float))
                text = "\n".join(t for t, k in zip(s.texts, kept, strict=True) if k)
            texts[s.case.id] = text
            by_type[s.case.gold["type"]].append(score.score_case(s.case.gold, text))
    every = [c for cs in by_type.values() for c in cs]
    means = {t: score.mean(c["f1"] for c in cs) for t, cs in sorted(by_type.items())}
    total = score.summary(every)
    print("out of fold:", " ".join(f"{k}={v:.4f}" for k, v in total.items()), end=" ")
    print(f"type_f1={score.mean(means.values()):.4f}")
    print("by type:", " ".join(f"{t}={v:.3f}" for t, v in means.items()))
    return texts


def fold_of(s: Sample, of: str = "") -> int:
    return zlib.crc32((of + s.case.domain).encode()) % FOLDS


def written(model: Any, names: list[str]) -> str:
    """The model in the form that praxeo.sources.documents.html.model reads, one tree a line."""
    trees, deepest = [], 0
    used = sorted(
        {n for n, gain in zip(names, model.feature_importance("gain"), strict=True) if gain > 0}
    )
    number = {name: i for i, name in enumerate(used)}
    for tree in model.dump_model()["tree_info"]:
        nodes: list[list[float]] = []
        stack = [(tree["tree_structure"], -1, 0, 0)]
        while stack:
            node, parent, side, depth = stack.pop()
            deepest = max(deepest, depth)
            if parent >= 0:
                nodes[parent][side] = len(nodes)
            if "leaf_value" in node:
                nodes.append([round(node["leaf_value"], 3)])
                continue
            at = len(nodes)
            split = number[names[node["split_feature"]]]
            nodes.append([split, float(f"{node['threshold']:.4g}"), 0, 0])
            stack.append((node["right_child"], at, 3, depth + 1))
            stack.append((node["left_child"], at, 2, depth + 1))
        trees.append(json.dumps(nodes, separators=(",", ":")))
    head = json.dumps(used)
    return (
        f'{{"features": {head},\n"depth": {deepest},\n"trees": [\n' + ",\n".join(trees) + "\n]}\n"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--write", action="store_true", help="train on all pages and write the model"
    )
    parser.add_argument("--only-write", action="store_true", help="the same without the figures")
    parser.add_argument("--texts", type=Path, help="keep the out-of-fold texts for run.py")
    arguments = parser.parse_args()
    if not corpus.present():
        print(corpus.ABSENT, file=sys.stderr)
        return 2
    score = corpus.scorer()
    start = time.perf_counter()
    samples, names = [], []
    for case in corpus.cases():
        made, found = sample(case, score)
        samples.append(made)
        names = found or names
    print(f"{len(samples)} pages, {len(names)} features, {time.perf_counter() - start:.0f} s")
    if not arguments.only_write:
        texts = out_of_fold(samples, score)
        if arguments.texts:
            arguments.texts.write_text(json.dumps(texts), "utf-8")
    if arguments.write or arguments.only_write:
        full = [s for s in samples if len(s.labels)]
        more = sorted(
            second_look(np.ones(1), np.ones(1), {n: np.zeros(1, int) for n in full[0].groups})
        )
        for name, model, features in (
            ("main_content.json", first_model(full), names),
            ("second_look.json", second_model(full), names + more),
        ):
            (MODELS / name).write_text(written(model, features), "utf-8")
            print(f"wrote {name}: {(MODELS / name).stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
