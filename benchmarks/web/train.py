"""Train the main-content model and write src/praxeo/sources/documents/html/main_content.json.

    python3 -m venv /tmp/train && /tmp/train/bin/pip install -r benchmarks/web/train.in \
        -r requirements/runtime.lock
    PYTHONPATH=src /tmp/train/bin/python benchmarks/web/train.py [--write] [--texts FILE]

Without --write it only prints the out-of-fold figures: five folds, no domain in two of them.
A unit's label is the share of its words that an alignment of page and gold text matches.
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

from praxeo.sources.documents.html.encoding import decoded
from praxeo.sources.documents.html.features import feature_rows
from praxeo.sources.documents.html.main_content import best_share
from praxeo.sources.documents.html.page_facts import page_facts
from praxeo.sources.documents.html.page_view import PageView
from praxeo.sources.documents.html.text_units import TextUnitWalker
from praxeo.sources.documents.html.tree import parse_html

MODEL = Path(__file__).resolve().parents[2] / "src/praxeo/sources/documents/html/main_content.json"
FOLDS = 5
ROUNDS = 250
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


@dataclass(kw_only=True, slots=True)
class Sample:
    """One page: a row of features and a label per unit."""

    case: corpus.Case
    texts: list[str]
    words: list[int]
    table: Any
    labels: Any

    @property
    def weights(self) -> Any:
        """Long units weigh more, but a page of many units does not drown the others."""
        roots = np.sqrt(np.maximum(1, np.array(self.words, dtype=float)))
        return roots / roots.sum() * len(roots) ** 0.5


def sample(case: corpus.Case, score: Any) -> tuple[Sample, list[str]]:
    text = decoded(case.html)
    root = parse_html(text)
    walker = TextUnitWalker()
    walker.walk(root)
    units = [unit for unit in walker.units if not unit.hidden]
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


def fitted(samples: list[Sample]) -> Any:
    full = [s for s in samples if len(s.labels)]
    data = lightgbm.Dataset(
        np.vstack([s.table for s in full]),
        np.concatenate([s.labels for s in full]),
        weight=np.concatenate([s.weights for s in full]),
    )
    return lightgbm.train(dict(PARAMETERS), data, ROUNDS)


def out_of_fold(samples: list[Sample], score: Any) -> dict[str, str]:
    """Print the figures of pages that the model had not seen; their texts by page."""
    texts = {}
    by_type: dict[str, list[dict[str, float]]] = defaultdict(list)
    for fold in range(FOLDS):
        held = [s for s in samples if fold_of(s) == fold]
        model = fitted([s for s in samples if fold_of(s) != fold])
        for s in held:
            text = ""
            if len(s.labels):
                kept = best_share(model.predict(s.table), np.array(s.words, dtype=float))
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


def fold_of(s: Sample) -> int:
    return zlib.crc32(s.case.domain.encode()) % FOLDS


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
                nodes.append([round(node["leaf_value"], 5)])
                continue
            at = len(nodes)
            split = number[names[node["split_feature"]]]
            nodes.append([split, float(f"{node['threshold']:.7g}"), 0, 0])
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
        MODEL.write_text(written(fitted(samples), names), "utf-8")
        print(f"wrote {MODEL.name}: {MODEL.stat().st_size:,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
