"""Runs of the model author with 30 % random faults: `python benchmarks/generation/chaos.py [runs [seed]]`.

Real: Google's SDK over HTTP, the wire, the ledger, caps, stored completions, jobs with their retries, kills
at random saves (a quarter of the runs), repairs. The check is the real one in Chromium, but each
different app is run once and its verdict remembered, or 500 runs would take hours. Waiting between tries
costs no time.
"""

from __future__ import annotations

import hashlib
import random
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from model_runs import RECORDINGS, ROOT, SOURCES, Workshop, gemini, workshop

from devtools.loopback.recorded import recorded_answer
from praxeo.adapters.browser import ChromiumBrowser, find_chromium
from praxeo.adapters.clock import SystemClock
from praxeo.domain.model_records import Spending, StoredCompletion
from praxeo.domain.records import CodeSnippet, Job, Spec
from praxeo.domain.spec import SpecDocument
from praxeo.ports.proving import Checker, CheckOutcome, Progress
from praxeo.proof.checker import AppChecker
from praxeo.spec.text import parse_spec

FAULT_SHARE = 0.3
FAULTS = (
    "busy_429", "error_500", "overloaded_503", "cut", "no_finish", "stream_error", "broken_json",
    "malformed", "truncated", "safety", "recitation", "slow_drip", "empty", "hang",
)  # fmt: skip
KILLED_SHARE = 0.25
RUN_SECONDS_MAX = 120.0
CAPS = (2_000_000, 2_000_000, 500_000, 60_000, 5_000)  # some runs can pay for little or nothing
TRUE_REASONS = frozenset(
    {"check_failed", "code_unusable", "spec_unusable", "cap_reached", "model_blocked", "model_malformed"}
    | {"model_busy", "model_timeout", "model_unreachable", "model_cut", "answer_too_long", "too_little_text"}
)  # fmt: skip


@dataclass
class Remembered:
    """A checker that runs each different app once. Apps of equal text for equal tests get equal verdicts."""

    checker: Checker
    verdicts: dict[str, CheckOutcome] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(
        self,
        html: str,
        *,
        progress: Progress,
        spec: SpecDocument | None = None,
        line: str = "",
        earlier: bytes = b"",
    ) -> CheckOutcome:
        key = hashlib.sha256(f"{html}\0{spec.bespoke if spec else ''}".encode()).hexdigest()
        with self.lock:
            if key not in self.verdicts:
                self.verdicts[key] = self.checker(html, progress=progress, spec=spec)
        return self.verdicts[key]


def careless(seed: int) -> Callable[[str, dict[str, Any]], str]:
    """Recorded answers of a model that makes mistakes: broken apps, repairs that fit or do not."""
    chance, good = random.Random(seed), recorded_answer(RECORDINGS)
    edit = "<<<<<<< SEARCH\n{}\n=======\n{}\n>>>>>>> REPLACE\n"

    def answer(words: str, config: dict[str, Any]) -> str:
        lot = chance.random()
        if "You mend a learning app" in words:
            if lot < 0.4:
                return edit.format("dataset.ready = 'never'", "dataset.ready = 'true'")
            return edit.format("no such line", "x") if lot < 0.7 else "I am sorry."
        text = good(words, config)
        if "<!doctype" in text:
            if lot < 0.25:
                return text.replace("dataset.ready = 'true'", "dataset.ready = 'never'")
            if lot < 0.35:
                return text[: len(text) // 2]
        return text

    return answer


def one_run(seed: int, checker: Checker) -> tuple[str, list[str]]:
    """How a run ended, and what about that is wrong."""
    chance = random.Random(seed)
    server = gemini(careless(seed), share=FAULT_SHARE, kinds=FAULTS, seed=seed)
    cap, begun = chance.choice(CAPS), time.monotonic()
    with (
        server.running() as address,
        workshop(address, checker, key="loopback-key", seed=seed, run_cap_microusd=cap) as shop,
    ):
        source = shop.add(chance.choice(sorted(SOURCES)))
        example = shop.make(source, route="bespoke", offline_fallback=False)
        if chance.random() < KILLED_SHARE:
            shop.records.saves_left, shop.records.after = (
                chance.randint(2, 40),
                chance.random() < 0.5,
            )
        if shop.work():
            shop.records.saves_left = 10**9
            shop.clock.pause(300)
            assert not shop.work()
        now = shop.example(example)
        wrong = list(faults_of(shop, now, cap))
    if time.monotonic() - begun > RUN_SECONDS_MAX:
        wrong.append("it took too long")
    return (now.status if now.status == "ready" else f"{now.status}: {now.reason_code}"), wrong


def faults_of(shop: Workshop, example: Any, cap: int) -> Any:
    """Everything that must not be after a run."""
    records, blobs = shop.records, shop.praxeo.outside.blobs
    snippets = records.list(CodeSnippet, {"example_id": example.id}, limit=100).records
    specs = records.list(Spec, {"example_id": example.id}, limit=100).records
    if example.status not in ("ready", "failed"):
        yield f"it is {example.status}"
    if example.status == "failed" and (
        example.reason_code not in TRUE_REASONS or not example.reason
    ):
        yield f"failed without a true reason: {example.reason_code} {example.reason}"
    job = records.get(Job, example.job_id)
    if job is None or job.status not in ("done", "failed", "dead"):
        yield "its job has no end"
    if example.status == "ready":
        app = records.get(CodeSnippet, example.code_snippet_id)
        if app is None or app.check_status != "passed":
            yield "ready without a passed check"
    for versions in (snippets, specs):
        if [each.number for each in versions] != list(range(1, len(versions) + 1)):
            yield "a version is missing"
    for snippet in snippets:
        if not blobs.exists(snippet.code_blob) or (
            snippet.check_status != "pending" and not blobs.exists(snippet.report_blob)
        ):
            yield "a version has lost its code or its report"
    tests = {parse_spec(shop.praxeo.examples.spec_text(spec)).bespoke for spec in specs}
    if len(tests) > 1 or len({snippet.spec_id for snippet in snippets}) > 1:
        yield "a repair changed the spec"
    yield from money_faults(shop, cap)


def money_faults(shop: Workshop, cap: int) -> Any:
    """No cap is passed, and each answer is charged once."""
    entries = shop.ledger()
    charged = [entry for entry in entries if entry.charged]
    stored = shop.records.list(StoredCompletion, {"owner": "local"}, limit=200).records
    paid = Counter(each.ledger_entry_id for each in stored if each.status == "answered")
    if sum(entry.price_microusd for entry in entries) > cap:
        yield "the cap was passed"
    runs = shop.records.list(Spending, {"owner": "local"}, limit=200).records
    if any(spending.spent_microusd > cap for spending in runs if spending.scope == "run"):
        yield "the cap was passed"
    if any(count > 1 for count in paid.values()):
        yield "a call was paid for two answers"
    if any(entry.id not in paid for entry in charged):
        yield "a call was charged that gave no answer"
    if any(entry.status == "open" for entry in entries):
        yield "a call was left open"


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    path = find_chromium("")
    browser = ChromiumBrowser(path) if path else sys.exit("This needs Chromium.")
    axe = (ROOT / "web" / "dist" / "axe" / "axe.min.js").read_text("utf-8")
    checker = Remembered(
        AppChecker(browser=browser, axe=axe, timer=time.monotonic, now=SystemClock().now)
    )
    ends: Counter[str] = Counter()
    wrongs: list[str] = []
    begun = time.monotonic()
    for seed in range(first, first + runs):
        end, wrong = one_run(seed, checker)
        ends[end] += 1
        wrongs += [f"run {seed}: {each}" for each in wrong]
        if (seed - first + 1) % 50 == 0:
            print(f"{seed - first + 1} runs, {time.monotonic() - begun:.0f} s", flush=True)
    browser.close()
    for end, count in ends.most_common():
        print(f"{count:5}  {end}")
    print(f"{len(checker.verdicts)} different apps were run in the browser")
    print("\n".join(wrongs) or "nothing lost, nothing hung, no cap passed, nothing charged twice")
    sys.exit(bool(wrongs))


if __name__ == "__main__":
    main()
