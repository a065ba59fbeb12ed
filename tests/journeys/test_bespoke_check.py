"""A bespoke app is held to its acceptance tests: faults are planted, and each has to be found."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from praxeo.adapters.browser import ChromiumBrowser
from praxeo.domain.checks import CheckReport
from praxeo.domain.spec import SpecDocument
from praxeo.proof.checker import AppChecker
from praxeo.proof.playthrough import script
from praxeo.spec.text import parse_spec

pytestmark = pytest.mark.browser

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "acceptance-tests.md"


@pytest.fixture(scope="module")
def spec() -> SpecDocument:
    return parse_spec(re.findall(r"```markdown\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)[0])


@pytest.fixture(scope="module")
def pendulum() -> str:
    return (ROOT / "samples" / "recordings" / "pendulum.html").read_text("utf-8")


def report(checker: AppChecker, html: str, spec: SpecDocument) -> dict[str, Any]:
    outcome = checker(html, progress=lambda _share: None, spec=spec)
    told: dict[str, Any] = json.loads(outcome.report)
    assert told["status"] == outcome.status
    return told


def test_the_worked_example_passes_its_tests_at_both_sizes(
    checker: AppChecker, pendulum: str, spec: SpecDocument
) -> None:
    told = report(checker, pendulum, spec)
    assert told["findings"] == []
    assert told["status"] == "passed"
    assert told["summary"].startswith("All 4 acceptance tests passed at both sizes, in 12 runs")


FAULTS = {
    "a wrong formula": ("2 * Math.PI * Math.sqrt", "6.5 * Math.sqrt", "test_failed"),
    "energy that is not kept": (
        "sim.omega -= gravity() / length() * Math.sin(sim.theta) * STEP",
        "sim.omega -= gravity() / length() * Math.sin(sim.theta) * STEP * 1.02 + sim.omega * 0.0001",
        "test_failed",
    ),
    "a dead button": ("$('[data-control=go]').addEventListener", "$('h1').addEventListener", "control_dead"),
    "a state that lies": ("now[name].toFixed(2)", "(now[name] * 1.1).toFixed(2)", "text_differs"),
    "a reset that forgets a control": ("inputs.angle.value = 20;", "", "reset_incomplete"),
    "a reset that stops nothing": (
        "  inputs.length.value = 1; inputs.angle.value = 20; inputs.place.value = 'Earth'\n  start()",
        "  inputs.length.value = 1; inputs.angle.value = 20; inputs.place.value = 'Earth'\n  start(); sim.running = true; frame(before)",
        "reset_incomplete",
    ),
    "a control that is not there": ('data-control="angle"', 'data-controls="angle"', ""),
    "a control without a name": ("<label>Length in m <input", "<label><input", "control_unnamed"),
    "a control that keys do not reach": ('data-control="go"', 'data-control="go" tabindex="-1"', "keyboard_unreachable"),
    "another range": ('min="0.2"', 'min="0.1"', "control_differs"),
    "a missing choice": ("<option>Moon</option>", "<option>Mars</option>", "control_differs"),
    "a value that leaves its range": ("sim.theta / DEGREE,", "9 * sim.theta / DEGREE,", "state_illegal"),
    "a broken value": ("length() / gravity()", "length() / gravity", "state_illegal"),
    "an endless loop": ("while (owed >= STEP) {", "while (owed >= STEP) { owed += STEP", "app_hung"),
    "a failing script": ("sim.running = true", "sim.running = true; nothing.at.all()", "script_error"),
    "an outside request": ("<main>", "<main><img alt='' src='https://example.org/a.png'>", "external_reference"),
    "an empty page": ("body { margin: 0;", "body { display: none;", "page_empty"),
    "a page too wide": ("max-width: 44rem", "min-width: 25rem", "scrolls_sideways"),
    "never ready": ("dataset.ready = 'true'", "dataset.ready = 'nearly'", "not_ready"),
    "no contrast": ("--ink: #1c2430;", "--ink: #f0efec;", "accessibility"),
    "keys that do nothing": (
        "$('[data-control=go]').addEventListener('click', () => {",
        "$('[data-control=go]').addEventListener('click', (event) => { if (event.detail === 0) return",
        "keyboard_no_effect",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found(
    name: str, browser: ChromiumBrowser, checker: AppChecker, pendulum: str, spec: SpecDocument
) -> None:
    old, new, code = FAULTS[name]
    assert pendulum.count(old) == 1
    answer_seconds, browser.answer_seconds = (
        browser.answer_seconds,
        6.0 if code == "app_hung" else browser.answer_seconds,
    )
    try:
        told = report(checker, pendulum.replace(old, new), spec)
    finally:
        browser.answer_seconds = answer_seconds
    assert told["status"] == "failed"
    if code:
        assert code in [finding["code"] for finding in told["findings"]], told["findings"]


def test_a_failed_test_tells_its_steps_what_was_expected_and_what_was(
    checker: AppChecker, pendulum: str, spec: SpecDocument
) -> None:
    told = report(checker, pendulum.replace("Earth: 9.81", "Earth: 9.0"), spec)
    found = next(each for each in told["findings"] if each["code"] == "test_failed")
    assert "A pendulum of one metre swings in two seconds" in found["where"]
    assert "“period” was 2.09" in found["message"]
    assert "Set length to 1. Set angle to 5. Then period = 2.006 ± 1 %." in found["message"]
    assert found["expected"] == "Then period = 2.006 ± 1 %."
    assert found["seen"].startswith("“period” was 2.09")
    assert found["steps"].startswith("Set length to 1.")
    line = next(each for each in told["lines"] if each["code"] == found["line"])
    assert (line["state"], line["kind"]) == ("failed", "test")
    assert line["pictures"] == [f"fault.{line['code']}"]


def test_every_line_is_proven_when_the_app_is_right_and_one_test_can_be_run_again(
    checker: AppChecker, pendulum: str, spec: SpecDocument
) -> None:
    seen: list[float] = []
    outcome = checker(pendulum, progress=seen.append, spec=spec)
    report = CheckReport.from_json(outcome.report.decode())
    assert [line.code for line in report.lines if line.state != "passed"] == []
    assert [line.kind for line in report.lines].count("test") == 4
    assert {picture.name for picture in outcome.pictures} == {"desktop", "phone"}
    assert seen == sorted(seen)
    line = next(line for line in report.lines if line.kind == "test")
    broken = pendulum.replace("Earth: 9.81", "Earth: 9.0")
    again = checker(broken, progress=seen.append, spec=spec, line=line.code, earlier=outcome.report)
    later = CheckReport.from_json(again.report.decode())
    assert [each.code for each in later.lines if each.state == "failed"] == [line.code]


@pytest.fixture
def clocked(browser: ChromiumBrowser) -> Callable[[str], Any]:
    def run(source: str) -> Any:
        html = '<!doctype html><html lang="en"><title>t</title><body><script>let log = []</script></html>'
        with browser.open(html, width=400, height=300, first=script("time.js")) as page:
            return page.run(f"async () => {{ {source} }}")

    return run


def test_time_passes_only_when_the_check_says_so(clocked: Callable[[str], Any]) -> None:
    told = clocked(
        "setTimeout(() => log.push('a'), 50); setInterval(() => log.push(Date.now() % 1000), 40);"
        "requestAnimationFrame((at) => log.push(Math.round(at)));"
        "Promise.resolve().then(() => log.push('p')); const before = performance.now();"
        "await new Promise((go) => { const c = new MessageChannel(); c.port1.onmessage = go; c.port2.postMessage(0) });"
        "const still = performance.now() === before; await praxeoTime.advance(100);"
        "return [still, performance.now() - before, ...log, new Date().getUTCFullYear()]"
    )
    assert told == [True, 100, "p", 17, 40, "a", 80, 2026]


def test_chance_is_the_same_in_every_run(clocked: Callable[[str], Any]) -> None:
    first = clocked("return [Math.random(), Math.random()]")
    assert first == clocked("return [Math.random(), Math.random()]")
    assert first[0] != first[1]
