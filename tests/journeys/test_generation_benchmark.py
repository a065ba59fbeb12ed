"""A small part of benchmarks/generation runs each night: three sound apps, eleven planted faults."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from devtools.loopback.gemini import LoopbackGemini
from praxeo.adapters.memory import MemoryRecords
from praxeo.domain.checks import CheckReport
from praxeo.domain.errors import Refused
from praxeo.ports.models import Completion, Prompt
from praxeo.ports.proving import CheckOutcome
from praxeo.proof.checker import AppChecker
from praxeo.spec.text import parse_spec

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks" / "generation"))

import faults  # noqa: E402
import live  # noqa: E402
import run as benchmark  # noqa: E402

pytestmark = pytest.mark.nightly
APPS = {app.name: app for app in benchmark.all_apps()}
SMALL = ("half_adder", "turnstile", "fractions_add")
OWN = [
    ("half_adder", 0),
    ("half_adder", 3),
    ("turnstile", 0),
    ("turnstile", 2),
    ("fractions_add", 1),
]
GENERAL = [
    ("half_adder", "state of a moment ago"),
    ("half_adder", "missing label"),
    ("turnstile", "external request"),
    ("turnstile", "keys do nothing"),
    ("fractions_add", "wrong range"),
    ("equation_water", "wrong range"),
]  # fmt: skip


def status(checker: AppChecker, spec: str, html: str) -> Any:
    return checker(html, progress=lambda _share: None, spec=parse_spec(spec)).status


@pytest.mark.browser
@pytest.mark.parametrize("name", SMALL)
def test_a_sound_app_passes(name: str, checker: AppChecker) -> None:
    assert status(checker, APPS[name].spec, APPS[name].html) == "passed"


@pytest.mark.browser
@pytest.mark.parametrize(("name", "number"), OWN)
def test_a_fault_in_its_logic_is_caught(name: str, number: int, checker: AppChecker) -> None:
    app = APPS[name]
    planted = app.faults[number]
    html = app.html.replace(planted.old, planted.new)
    assert status(checker, app.spec, html) == "failed"


@pytest.mark.browser
@pytest.mark.parametrize(("name", "kind"), GENERAL)
def test_a_general_fault_is_caught(name: str, kind: str, checker: AppChecker) -> None:
    html = faults.plants_in(kind, APPS[name].html)
    assert html is not None
    assert status(checker, APPS[name].spec, html) == "failed"


def test_the_benchmark_is_as_large_as_it_says_and_every_fault_changes_its_app() -> None:
    trials = list(benchmark.trials(APPS.values()))
    sound = {trial.app: trial.html for trial in trials if not trial.kind}
    faulty = [trial for trial in trials if trial.kind]
    assert len(sound) >= 40
    assert len({trial.family for trial in trials}) >= 12
    assert len(faulty) >= 160
    assert all(trial.html != sound[trial.app] for trial in faulty)
    assert len({(trial.app, trial.html) for trial in faulty}) == len(faulty)
    assert {trial.kind for trial in faulty} >= set(faults.GENERAL)
    page = (ROOT / "benchmarks" / "generation" / "README.md").read_text("utf-8")
    assert f"{len(sound)} bespoke apps as they are and with {len(faulty)} planted faults" in page


@pytest.mark.browser
def test_a_model_is_evaluated_by_the_same_apps_without_and_with_repair(
    checker: AppChecker, tmp_path: Path
) -> None:
    half, full = APPS["half_adder"], APPS["turnstile"]
    planted = full.faults[0]

    def answer(words: str, config: dict[str, Any]) -> str:
        if "You mend a learning app" in words:
            return f"<<<<<<< SEARCH\n{planted.new}\n=======\n{planted.old}\n>>>>>>> REPLACE\n"
        broken = full.html.replace(planted.old, planted.new)
        return f"```html\n{half.html if 'title: A half adder' in words else broken}\n```"

    with LoopbackGemini(answer=answer).running() as address:
        models = live.models_of(
            {
                "PRAXEO_MODELS": "gemini",
                "GEMINI_API_KEY": "loopback-key",
                "PRAXEO_GEMINI_URL": address,
                "PRAXEO_DATA_DIR": str(tmp_path),
            }
        )
        written = list(live.evaluate([half, full], models, checker))
    assert [each.right_after for each in written] == [0, 1]
    assert "without repair 1 (50.0%), with repair 2 (100.0%)" in live.table(written, models)


@pytest.mark.parametrize(
    ("code", "tried"),
    [("cap_reached", ["patch"]), ("code_unusable", ["patch", "part", "whole"])],
)
def test_what_ends_a_job_s_repairs_ends_the_benchmark_s_too(code: str, tried: list[str]) -> None:
    app, report = APPS["half_adder"], CheckReport(status="failed", summary="No.", content_hash="")
    asked: list[str] = []

    def ask(prompt: Prompt, **_: Any) -> Completion:
        asked.append(prompt.purpose)
        if len(asked) > 1:
            raise Refused(code, "No more.")
        return Completion(text=f"```html\n{app.html}\n```", finish="stop", provider="p", model="m")

    def failing(_html: str, **_: Any) -> CheckOutcome:
        return CheckOutcome(status="failed", summary="No.", report=report.to_json().encode())

    models = live.Models(ask, MemoryRecords(), ("m",))
    (written,) = live.evaluate([app], models, failing)
    assert written.right_after is None
    assert written.told == "No." + "".join(f" ({name}: {code})" for name in tried)
