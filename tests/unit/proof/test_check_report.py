"""The report of a check: written and read back, and honest about what was not done."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxeo.compile.app import compile_app
from praxeo.domain.checks import CheckCounts, CheckLine, CheckReport, Finding
from praxeo.domain.errors import Refused, Unavailable
from praxeo.domain.spec import Activity, Card
from praxeo.proof.plan import missing_from, read_plan
from praxeo.proof.words import SENTENCES, told
from tests.unit.proof.checked_apps import PAIRS, RUNTIME, TERMS, check, spec

ROOT = Path(__file__).resolve().parents[3]
WORDS = st.text("abc <>&\"'{}[]é→", min_size=1, max_size=8).map(lambda text: f"x{text}")


class NoBrowser:
    """A browser that cannot be started."""

    def version(self) -> str:
        raise Unavailable("no_browser", "Chromium could not be started.")


def test_a_report_is_read_back_as_it_was_written() -> None:
    report = CheckReport(
        status="failed",
        summary="Größe",
        content_hash="0" * 64,
        lines=(
            CheckLine(
                code="activity.s1a1",
                kind="activity",
                fields={"activity": "Größe", "exercises": 2},
                state="failed",
                finding_count=1,
                seconds=0.5,
                checked_at="2026-01-02T03:04:05.000000Z",
                pictures=("fault.activity.s1a1",),
            ),
        ),
        findings=(Finding(code="no_reaction", message="Nothing happens.", where="“x”, phone"),),
        finding_count=3,
        counts=CheckCounts(exercises=2, keyboard_kinds=("cloze", "terms")),
        seconds=(("static", 0.25), ("phone", 1.5)),
        browser="Chromium 1",
        sizes=("1280×900",),
    )
    assert CheckReport.from_json(report.to_json()) == report


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"format": 3}', '{"format": 2, "counts": {}}', '{"format": 2, "lines": 3}'],
)
def test_what_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        CheckReport.from_json(text)


def test_without_a_browser_the_app_is_not_said_to_have_passed() -> None:
    outcome = check(compile_app(spec(TERMS, PAIRS), None, runtime=RUNTIME))
    report = json.loads(outcome.report)
    assert outcome.status == "not_run"
    assert outcome.summary.startswith("Not run in a browser: no Chromium was found")
    assert report["counts"]["exercises"] == 2
    assert report["counts"]["answers"] == 0
    assert report["browser"] == ""


def test_a_browser_that_does_not_start_is_told_as_the_reason() -> None:
    html = compile_app(spec(TERMS), None, runtime=RUNTIME)
    outcome = check(html, NoBrowser())  # type: ignore[arg-type]
    assert outcome.status == "not_run"
    assert outcome.summary == "Not run in a browser: Chromium could not be started."


def test_an_app_with_a_static_fault_fails_without_being_run() -> None:
    html = compile_app(spec(TERMS), None, runtime=RUNTIME).replace("start()", "fetch('/x')")
    outcome = check(html)
    assert outcome.status == "failed"
    assert "fetch" in outcome.summary


@pytest.mark.parametrize(
    "html",
    [
        '<!doctype html><html lang="en"><title>x</title></html>',
        '<!doctype html><html lang="en"><title>x</title>'
        '<script type="application/json" id="praxeo-payload">{"format": 1}</script></html>',
        '<!doctype html><html lang="en"><title>x</title>'
        '<script type="application/json" id="praxeo-payload">[</script></html>',
    ],
)
def test_a_page_that_is_no_app_of_praxeo_fails(html: str) -> None:
    (finding, *_) = json.loads(check(html).report)["findings"]
    assert finding["code"] == "no_payload"
    assert "--spec" in finding["message"]  # what to do about it


def test_an_item_of_the_spec_that_the_app_lacks_is_missed() -> None:
    html = compile_app(spec(TERMS), None, runtime=RUNTIME)
    findings = json.loads(check(html, doc=spec(TERMS, PAIRS)).report)["findings"]
    assert [finding["code"] for finding in findings] == ["spec_item_missing"]
    assert "“Pairs” in “One”" in findings[0]["message"]


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6))
def test_whatever_is_compiled_the_app_holds_every_item_of_its_spec(
    sides: list[tuple[str, str]],
) -> None:
    items = tuple(Card(front=front, back=back, evidence=()) for front, back in sides)
    doc = spec(Activity(kind="flashcards", title="Cards", items=items), PAIRS)
    html = compile_app(doc, None, runtime=RUNTIME)
    plan = read_plan(html)
    assert list(missing_from(plan, doc)) == []
    assert [(each.front, *each.answers) for each in plan.exercises[:-1]] == sides
    assert len({each.id for each in plan.exercises}) == len(plan.exercises)


@pytest.mark.parametrize("code", SENTENCES)
def test_every_finding_is_a_sentence_about_a_named_place(code: str) -> None:
    finding = told(code, "i1", "detail  with {braces}", {"i1": "“What is it?”"}, "phone")
    assert "{" not in finding.message.replace("{braces}", "")
    assert finding.where == "“What is it?”, phone"
    assert finding.message[0].isupper()


def test_every_code_of_a_finding_is_explained_in_the_reference() -> None:
    page = (ROOT / "docs" / "reference" / "checks.md").read_text("utf-8")
    folder = ROOT / "src" / "praxeo" / "proof"
    source = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    codes = {*SENTENCES, *re.findall(r'(?:code=|_finding\(\s*|": \()"([a-z_]+)"', source)}
    assert {"forbidden_call", "too_large", "console_message"} <= codes
    assert {code for code in codes if f"`{code}`" not in page} == set()
