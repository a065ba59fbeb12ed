"""A check that cannot fail is a defect: faults are planted into a good app, and each has to be found."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest

from praxeo.adapters.browser import ChromiumBrowser
from praxeo.adapters.clock import SystemClock
from praxeo.compile.app import RuntimeFiles, compile_app
from praxeo.domain.blocks import Extraction
from praxeo.domain.checks import CheckReport
from praxeo.domain.spec import SpecDocument
from praxeo.ports.browser import AppHung, AppLost
from praxeo.proof.checker import AppChecker
from praxeo.proof.keyboard import play_by_keyboard
from praxeo.proof.lines import SENTENCES, WINDOWS, activity_line
from praxeo.proof.plan import read_plan
from praxeo.proof.playthrough import Layout, Playthrough
from praxeo.spec.text import parse_spec

DESKTOP = WINDOWS["desktop"]
pytestmark = pytest.mark.browser

SMALL = """---
spec: 4
title: Enzymes
language: en
source: enzymes.txt
---

## Section: How enzymes work
Read: b2-b3

### Cloze: Fill the gap
- The [[substrate]] binds to the active site of the enzyme. {b3.1}
  > It fits like a key into its lock.

### Recall: From memory
- Q: What does an enzyme lower?
  A: It lowers the activation energy of a reaction. {b2.3}

### Choice: Check yourself
- Q: What is an enzyme? {b2.2}
  - [x] a catalyst
  - [ ] a product
  - [ ] a cell

### Matching: Match
- amylase = starch {b7.1}
- lipase = fat {b7.2}
- protease = proteins, which are long chains of amino acids {b7.3}

### Ordering: Put the steps in order
1. The substrate binds to the active site. {b3.1}
2. The enzyme changes its shape. {b3.2}
3. The product leaves the active site. {b3.3}

### Terms: Words
- **product**: what an enzyme sets free {b3.3}

### Flashcards: Remember
- Q: What do enzymes digest?
  A: starch; sugar {own}
- Q: True or false? Enzymes are used up.
  A: False {own}
"""

Plant = Callable[[str], str]


@pytest.fixture(scope="module")
def small(runtime: RuntimeFiles, extraction: Extraction) -> str:
    return compile_app(parse_spec(SMALL), extraction, runtime=runtime)


def script(source: str) -> Plant:
    """A fault in the app's program: a script that runs before the runtime."""
    return lambda app: app.replace("<title>", f"<script>{source}</script><title>", 1)


def style(source: str) -> Plant:
    return lambda app: app.replace("</head>", f"<style>{source}</style></head>", 1)


def content(old: str, new: str) -> Plant:
    """A fault between the content and what is shown: the app reads something else than it holds."""
    change = (
        "<script>{const it = document.getElementById('praxeo-payload');"
        f"it.textContent = it.textContent.replaceAll({json.dumps(old)}, {json.dumps(new)})}}</script>"
    )

    def planted(app: str) -> str:
        before, payload, after = app.partition('id="praxeo-payload">')
        return before + payload + after.replace("</script>", f"</script>{change}", 1)

    return planted


def on(event: str, selector: str, action: str) -> Plant:
    """A fault in the handling of an event within something."""
    return script(
        f"addEventListener('{event}', (event) => {{"
        f"const it = event.target.closest?.({json.dumps(selector)}); if (it) {{ {action} }}"
        "}, true)"
    )


def always(selector: str, action: str) -> Plant:
    """A fault in everything of a kind, whenever it is drawn."""
    return script(
        "new MutationObserver(() => { for (const it of document.querySelectorAll("
        f"{json.dumps(selector)})) {{ {action} }} "
        "}).observe(document, { childList: true, subtree: true, attributes: true })"
    )


CHECK = "[data-kind=cloze] [data-action=check]"
TYPED = "[data-kind=terms] [data-action=check]"
TERM = "[data-kind=terms] [data-answer]"
FAULTS: dict[str, tuple[Plant, str]] = {
    "a dead button": (on("click", CHECK, "event.stopImmediatePropagation()"), "no_reaction"),
    "a dead button to uncover an answer": (
        on("click", "[data-action=reveal]", "event.stopImmediatePropagation()"),
        "no_reaction",
    ),
    "a dead button to move a step": (
        on("click", "[data-action=up]", "event.stopImmediatePropagation()"),
        "no_reaction",
    ),
    "a wrong answer key": (
        on("click", CHECK, "document.querySelector('[data-answer]').value += 's'"),
        "right_answer_refused",
    ),
    "another answer": (content("substrate", "product"), "right_answer_not_told"),
    "a wrong pair": (content('"right":"fat"', '"right":"starches"'), "options_differ"),
    "a wrong order": (
        content('"text":"The enzyme changes its shape."', '"text":"Something else."'),
        "options_differ",
    ),
    "every answer is right": (
        on("click", CHECK, "document.querySelector('[data-answer]').value = 'substrate'"),
        "wrong_answer_accepted",
    ),
    "a right term is refused": (
        on("click", TYPED, f"document.querySelector({TERM!r}).value += ' x y'"),
        "right_answer_refused",
    ),
    "every term is right": (
        on("click", TYPED, f"document.querySelector({TERM!r}).value = 'product'"),
        "wrong_answer_accepted",
    ),
    "a part of a list is refused": (content('["sugar"', '["salt"'), "no_reaction"),
    "one of two options is missing": (
        always("[data-option=True]", "it.closest('label, li, div').remove()"),
        "options_differ",
    ),
    "a distractor is missing": (
        always("[data-option][value='a cell']", "it.closest('label, li, div').remove()"),
        "options_differ",
    ),
    "an activity is missing": (always("[data-kind=matching]", "it.remove()"), "activity_missing"),
    "an exercise is missing": (
        always("[data-kind=recall] [data-exercise]", "it.remove()"),
        "exercise_missing",
    ),
    "an activity is hidden": (
        style("[data-kind=matching] { display: none }"),
        "activity_missing",
    ),
    "a question is missing": (
        always(
            "[data-kind=recall] .front", "if (it.textContent !== 'Well?') it.textContent = 'Well?'"
        ),
        "text_missing",
    ),
    "a paragraph is missing": (content("The enzyme then changes", "It changes"), "text_missing"),
    "the answer stands beside the question": (
        always(
            "[data-kind=recall] .front",
            "if (it.childElementCount === 0) it.append(Object.assign(document.createElement('b'),"
            "{ textContent: 'It lowers the activation energy of a reaction.' }))",
        ),
        "answer_given_away",
    ),
    "the right answer is not told": (
        style("[data-feedback] .solution { display: none }"),
        "right_answer_not_told",
    ),
    "an explanation is not told": (
        style("[data-explanation] { display: none }"),
        "explanation_not_told",
    ),
    "what a wrong option is, is not told": (
        style("[data-meaning] { display: none }"),
        "meaning_not_told",
    ),
    "the evidence is another one": (
        content('"text":"The substrate binds', '"text":"The product binds'),
        "evidence_differs",
    ),
    "the evidence does not open": (
        on("click", "[data-action=evidence]", "event.stopImmediatePropagation()"),
        "evidence_missing",
    ),
    "the progress is one too high": (
        script(
            "const root = document.documentElement; let told = '';"
            "new MutationObserver(() => { if (root.dataset.progress === told) return;"
            "const [done, all] = root.dataset.progress.split('/');"
            "told = root.dataset.progress = (+done ? +done + 1 : 0) + '/' + all;"
            "}).observe(root, { attributes: true })"
        ),
        "progress_wrong",
    ),
    "the app is complete too early": (
        always("html", "if (it.dataset.complete !== 'true') it.dataset.complete = 'true'"),
        "complete_wrong",
    ),
    "trying again loses what was done": (
        on(
            "click",
            "[data-action=retry]",
            "const told = window.praxeo.state; window.praxeo.state = () => "
            "({ ...told(), exercises: {} })",
        ),
        "retry_loses_progress",
    ),
    "answers are forgotten": (
        on(
            "click",
            "[data-kind=ordering] [data-action=check]",
            "const told = window.praxeo.state; window.praxeo.state = () => {"
            "const now = told(); const ids = Object.keys(now.exercises);"
            "return { ...now, exercises: { ...now.exercises, [ids[0]]: 'open' } } }",
        ),
        "state_lost",
    ),
    "something lies over a control": (
        style("[data-kind=choice]::after { content: ''; position: fixed; inset: 0; z-index: 99 }"),
        "control_unreachable",
    ),
    "a control is switched off": (
        always("[data-answer]", "if (!it.disabled) it.disabled = true"),
        "control_unreachable",
    ),
    "a section cannot be reached": (
        always("[data-goto=s1]", "it.remove()"),
        "section_unreachable",
    ),
    "a console error": (on("click", CHECK, "console.error('Oh no')"), "console_message"),
    "a failing program": (on("click", CHECK, "undefined.answer"), "script_error"),
    "a request to the outside": (
        on("click", CHECK, "new Image().src = 'https://example.org/spy.gif'"),
        "console_message",
    ),
    "a program that does not start": (script("throw new Error('Oh no')"), "script_error"),
    "an app that never gets ready": (
        always("html[data-ready]", "it.removeAttribute('data-ready')"),
        "not_ready",
    ),
}


@pytest.mark.parametrize(("plant", "code"), FAULTS.values(), ids=FAULTS.keys())
def test_a_planted_fault_is_found(
    plant: Plant, code: str, small: str, browser: ChromiumBrowser
) -> None:
    broken = plant(small)
    assert broken != small
    assert code in codes_of_a_pointer_run(browser, broken, small)


def codes_of_a_pointer_run(
    browser: ChromiumBrowser, app: str, good: str, layout: Layout = "all"
) -> set[str]:
    with browser.open(app, width=DESKTOP[0], height=DESKTOP[1]) as page:
        run = Playthrough(page=page, plan=read_plan(good), size="desktop")
        if run.start():
            run.play(wrongs="all", audited=frozenset(), progress=lambda share: None, layout=layout)
        run.close()
    return {finding.code for finding in run.findings}


@pytest.mark.parametrize("layout", ["all", "steps"])
def test_the_good_app_passes_what_the_faulty_ones_fail(
    layout: Layout, small: str, browser: ChromiumBrowser
) -> None:
    assert codes_of_a_pointer_run(browser, small, small, layout) == set()


# Faults of the way from screen to screen, and some of exercises that have a screen of their own.
STEP_FAULTS: dict[str, tuple[Plant, str]] = {
    **{
        name: FAULTS[name]
        for name in (
            "a dead button",
            "a wrong pair",
            "an exercise is missing",
            "a paragraph is missing",
        )
    },
    "no way on": (always("[data-action=onward]", "it.remove()"), "control_missing"),
    "a way on that leads nowhere": (
        on("click", "[data-action=onward]", "event.stopImmediatePropagation()"),
        "no_reaction",
    ),
    "a screen that is left out": (
        content('"exercises":["i', '"exercises":["x'),
        "exercise_missing",
    ),
    "no choice of how sections are shown": (
        always("[data-action=all]", "it.remove()"),
        "control_missing",
    ),
    "a choice that chooses nothing": (
        on("click", "[data-action=all]", "event.stopImmediatePropagation()"),
        "no_reaction",
    ),
}


@pytest.mark.parametrize(("plant", "code"), STEP_FAULTS.values(), ids=STEP_FAULTS.keys())
def test_a_fault_on_the_way_from_screen_to_screen_is_found(
    plant: Plant, code: str, small: str, browser: ChromiumBrowser
) -> None:
    broken = plant(small)
    # The choice is tried where it has something to change.
    layout: Layout = "all" if "data-action=all" in broken else "steps"
    assert code in codes_of_a_pointer_run(browser, broken, small, layout)


KEYBOARD_FAULTS: dict[str, tuple[Plant, str]] = {
    "a control that Tab passes over": (
        always("[data-kind=choice] input", "if (it.tabIndex !== -1) it.tabIndex = -1"),
        "keyboard_unreachable",
    ),
    "a trap for the focus": (
        on("keydown", "[data-kind=recall]", "if (event.key === 'Tab') event.preventDefault()"),
        "keyboard_unreachable",
    ),
    "a button that only a pointer presses": (
        on("keydown", CHECK, "event.preventDefault()"),
        "keyboard_no_effect",
    ),
    "a select that ignores the arrow keys": (
        on("keydown", "select", "if (event.key.startsWith('Arrow')) event.preventDefault()"),
        "keyboard_no_effect",
    ),
    "a way into a section that is no control": (
        always("[data-goto=s1]", "it.tabIndex === -1 || (it.tabIndex = -1)"),
        "keyboard_unreachable",
    ),
}


@pytest.mark.parametrize(("plant", "code"), KEYBOARD_FAULTS.values(), ids=KEYBOARD_FAULTS.keys())
def test_a_fault_that_only_the_keyboard_meets_is_found(
    plant: Plant, code: str, small: str, browser: ChromiumBrowser
) -> None:
    with browser.open(plant(small), width=DESKTOP[0], height=DESKTOP[1]) as page:
        run = Playthrough(page=page, plan=read_plan(small), size="desktop")
        assert run.start()
        played = play_by_keyboard(run)
    assert code in {finding.code for finding in run.findings}
    assert not played.whole_app


VIEW_FAULTS: dict[str, tuple[Plant, str]] = {
    "a select without a label": (
        always("select", "it.removeAttribute('aria-label'); it.labels[0]?.remove()"),
        "accessibility",
    ),
    "pale letters": (style(":root body * { color: #ccc !important }"), "accessibility"),
    "too wide for a small window": (
        style("[data-section] { min-width: 500px }"),
        "scrolls_sideways",
    ),
}


@pytest.mark.parametrize(("plant", "code"), VIEW_FAULTS.values(), ids=VIEW_FAULTS.keys())
def test_a_view_that_shuts_people_out_is_found(
    plant: Plant, code: str, small: str, browser: ChromiumBrowser, checker: AppChecker
) -> None:
    with browser.open(plant(small), width=DESKTOP[0], height=DESKTOP[1]) as page:
        run = Playthrough(page=page, plan=read_plan(small), size="desktop")
        assert run.start()
        run.prepare_audits(checker.axe)
        run.arrange("all")
        assert run.ask("goTo", "s1")
        run.audit()
        run.narrow(800)
    assert code in {finding.code for finding in run.findings}


def report_of(checker: AppChecker, app: str, spec: SpecDocument | None = None) -> CheckReport:
    outcome = checker(app, progress=lambda share: None, spec=spec)
    return CheckReport.from_json(outcome.report.decode())


def test_an_app_that_hangs_is_stopped_and_the_browser_goes_on(
    small: str, browser: ChromiumBrowser
) -> None:
    impatient = ChromiumBrowser(browser.path, answer_seconds=6)
    checker = AppChecker(browser=impatient, axe="", timer=time.monotonic, now=SystemClock().now)
    hanging = on("click", "[data-kind=choice] [data-action=check]", "for (;;) {}")(small)
    report = report_of(checker, hanging)
    assert report.status == "failed"
    assert "app_hung" in {finding.code for finding in report.findings}
    with impatient.open(small, width=DESKTOP[0], height=DESKTOP[1]) as page:
        assert page.run("() => document.title") == "Enzymes"
    impatient.close()


def test_an_app_that_leads_elsewhere_is_lost_and_not_followed(
    small: str, browser: ChromiumBrowser
) -> None:
    leaving = on("click", CHECK, "window['loca' + 'tion'] = 'https://example.org/'")(small)
    with browser.open(leaving, width=DESKTOP[0], height=DESKTOP[1]) as page:
        run = Playthrough(page=page, plan=read_plan(small), size="desktop")
        assert run.start()
        with pytest.raises((AppLost, AppHung)):
            run.play(wrongs="all", audited=frozenset(), progress=lambda share: None)
        run.close()
    assert "outside_request" in {finding.code for finding in run.findings}


def test_what_the_compiler_lost_is_missed(small: str, checker: AppChecker) -> None:
    report = report_of(checker, small, parse_spec(SMALL.replace("a catalyst", "a substance")))
    assert {finding.code for finding in report.findings} == {"spec_item_missing"}


def test_the_app_with_every_kind_passes_the_whole_check(
    app: str, spec: SpecDocument, checker: AppChecker
) -> None:
    seen: list[float] = []
    outcome = checker(app, progress=seen.append, spec=spec)
    report = CheckReport.from_json(outcome.report.decode())
    assert report.findings == ()
    assert outcome.status == "passed"
    assert report.counts.exercises == 14
    assert report.counts.keyboard_whole_app
    assert len(report.counts.keyboard_kinds) == 10
    assert report.counts.audits >= 8
    assert [picture.name for picture in outcome.pictures] == [
        "desktop",
        "section.s1",
        "section.s2",
        "phone",
    ]
    assert {line.state for line in report.lines} == {"passed"}
    bespoke = {"opens", "controls", "values", "reset", "keys", "test"}
    assert {line.kind for line in report.lines} == set(SENTENCES) - bespoke
    assert all(picture.png.startswith(b"\x89PNG") for picture in outcome.pictures)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_one_line_is_proven_again_and_only_that(small: str, checker: AppChecker) -> None:
    broken = on("click", CHECK, "document.querySelector('[data-answer]').value += 's'")(small)
    quick = AppChecker(browser=checker.browser, axe="", timer=time.monotonic, now=SystemClock().now)
    first = quick(broken, progress=lambda share: None)
    report = CheckReport.from_json(first.report.decode())
    gaps, recall = (activity_line(each.id) for each in read_plan(small).sections[0].activities[:2])
    failed = {line.code: line for line in report.lines if line.state == "failed"}
    assert gaps in failed
    assert recall not in failed
    assert failed[gaps].pictures == (f"fault.{gaps}",)
    assert {picture.name for picture in first.pictures} >= {"desktop", "phone", f"fault.{gaps}"}

    mended = quick(small, progress=lambda share: None, line=gaps, earlier=first.report)
    after = CheckReport.from_json(mended.report.decode())
    states = {line.code: line.state for line in after.lines}
    assert states[gaps] == "passed"
    assert states["keyboard"] == "failed"
    assert after.status == "failed"
    assert mended.pictures == ()
    assert f"fault.{gaps}" not in mended.keeps
    assert {"desktop", "phone"} <= set(mended.keeps)
