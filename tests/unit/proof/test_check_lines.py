"""The lines of a report: every finding has one, the verdict follows from them, a part enters honestly."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from praxeo.compile.app import compile_app
from praxeo.domain.checks import CheckCounts, CheckLine, CheckReport, Finding, LineState, status_of
from praxeo.domain.errors import NotFound, Unavailable
from praxeo.proof.lines import SENTENCES, PlannedLine, line_of, planned_lines, sentence
from praxeo.proof.notes import CheckNotes
from praxeo.proof.plan import read_plan
from praxeo.proof.reporting import brought_up_to_date
from praxeo.proof.scope import scope_of, whole_scope
from praxeo.proof.words import SENTENCES as FINDINGS
from tests.unit.proof.checked_apps import PAIRS, RUNTIME, TERMS, check, spec

ROOT = Path(__file__).resolve().parents[3]
PLAN = read_plan(compile_app(spec(TERMS, PAIRS), None, runtime=RUNTIME))
LINES = planned_lines(PLAN, with_spec=True)
FORMAT_1 = {
    "format": 1,
    "status": "passed",
    "summary": "Fine.",
    "content_hash": "0" * 64,
    "findings": [{"code": "dialog", "message": "A dialog.", "where": "phone"}],
    "finding_count": 1,
    "counts": {"sections": 1, "keyboard_kinds": ["terms"]},
    "seconds": {"static": 0.1},
    "browser": "Chromium 1",
    "sizes": ["1280×900"],
}


def line(code: str, state: LineState, **fields: int) -> CheckLine:
    return CheckLine(code=code, kind=code, state=state, **fields)  # type: ignore[arg-type]


def report(*lines: CheckLine, findings: tuple[Finding, ...] = ()) -> CheckReport:
    return CheckReport(
        status=status_of(lines),
        summary="",
        content_hash="0" * 64,
        lines=lines,
        findings=findings,
        counts=CheckCounts(exercises=3, keyboard_exercises=3, keyboard_whole_app=True, audits=4),
    )


def test_a_report_of_an_earlier_release_is_read_without_lines() -> None:
    read = CheckReport.from_json(json.dumps(FORMAT_1))
    assert (read.lines, read.findings[0].code, read.findings[0].line) == ((), "dialog", "")


@pytest.mark.parametrize(
    ("states", "status"),
    [
        (["passed", "passed"], "passed"),
        (["passed", "not_run"], "not_run"),
        (["not_run", "failed", "passed"], "failed"),
        ([], "not_run"),
    ],
)
def test_an_app_has_passed_only_if_every_line_has(states: list[LineState], status: str) -> None:
    assert status_of(tuple(line(f"l{n}", state) for n, state in enumerate(states))) == status


def test_there_is_a_line_for_every_section_and_every_activity() -> None:
    codes = [each.code for each in LINES]
    assert len(codes) == len(set(codes))
    told = {each.kind: each.fields for each in LINES}
    assert told["section"] == {"section": "One"}
    assert {each.fields["activity"] for each in LINES if each.kind == "activity"} == {
        "Terms",
        "Pairs",
    }
    assert "evidence" not in codes, "an app without quotes has nothing to prove about them"


@pytest.mark.parametrize("code", FINDINGS)
def test_every_finding_belongs_to_a_line_that_the_report_has(code: str) -> None:
    exercise = PLAN.exercises[0].id
    codes = {each.code for each in LINES} | {"evidence"}
    for place in ("", "s1", exercise):
        for part in ("desktop", "keyboard"):
            assert line_of(code, place, "", PLAN, part) in codes


def test_a_finding_about_an_exercise_belongs_to_its_activity() -> None:
    activity = PLAN.sections[0].activities[0]
    exercise = activity.exercises[0].id
    assert line_of("no_reaction", exercise, "check", PLAN, "phone") == f"activity.{activity.id}"
    assert line_of("no_reaction", exercise, "evidence", PLAN, "phone") == "evidence"
    assert line_of("no_reaction", exercise, "", PLAN, "keyboard") == "keyboard"


def test_a_line_is_passed_only_when_all_of_its_parts_were_done_without_a_fault() -> None:
    planned = (PlannedLine(code="start", kind="start", parts=frozenset({"desktop", "phone"})),)
    notes = CheckNotes()
    notes.done("desktop", "start")
    assert notes.judged(planned, {}, "")[0].state == "not_run"
    notes.done("phone", "start")
    assert notes.judged(planned, {}, "")[0].state == "passed"
    notes.findings.append(Finding(code="no_heading", message="", line="start"))
    assert notes.judged(planned, {}, "")[0].state == "failed"


def test_without_a_browser_only_what_the_text_shows_is_proven() -> None:
    html = compile_app(spec(TERMS, PAIRS), None, runtime=RUNTIME)
    states = {
        each.kind: each.state
        for each in CheckReport.from_json(check(html, doc=spec(TERMS, PAIRS)).report.decode()).lines
    }
    assert states["file"] == states["content"] == "passed"
    assert states["outside"] == states["activity"] == states["errors"] == "not_run"


def test_a_line_that_passes_again_makes_only_itself_better() -> None:
    fault = Finding(code="accessibility", message="Pale.", line="accessibility")
    before = report(
        line("start", "passed"),
        line("keyboard", "failed", finding_count=1),
        line("accessibility", "failed", finding_count=1),
        findings=(Finding(code="keyboard_no_effect", message="Stuck.", line="keyboard"), fault),
    )
    again = replace(
        report(
            line("start", "not_run"), line("keyboard", "passed"), line("accessibility", "not_run")
        ),
        seconds=(("static", 0.5), ("keyboard", 1.5)),
    )
    after = brought_up_to_date(before, again, "keyboard")
    assert [each.state for each in after.lines] == ["passed", "passed", "failed"]
    assert after.findings == (fault,)
    assert (after.status, after.finding_count, after.summary) == ("failed", 1, "Pale.")
    assert after.lines[1].seconds == 2.0
    last = report(
        line("start", "not_run"), line("keyboard", "not_run"), line("accessibility", "passed")
    )
    assert brought_up_to_date(after, last, "accessibility").status == "passed"


def test_skipping_what_was_never_proven_does_not_make_an_app_ready() -> None:
    before = report(line("start", "not_run"), line("keyboard", "failed", finding_count=1))
    again = report(line("start", "not_run"), line("keyboard", "passed"))
    after = brought_up_to_date(before, again, "keyboard")
    assert after.status == "not_run"
    assert after.summary == "1 of 2 lines of the report have not been proven yet."


def test_a_fault_that_is_met_in_passing_is_entered_too() -> None:
    crash = Finding(code="crash", message="It crashed.", line="errors")
    before = report(line("keyboard", "passed"), line("errors", "passed"))
    again = report(
        line("keyboard", "passed"), line("errors", "failed", finding_count=1), findings=(crash,)
    )
    after = brought_up_to_date(before, again, "keyboard")
    assert (after.status, after.findings) == ("failed", (crash,))


@pytest.mark.parametrize("code", ["", "nowhere", "activity.x"])
def test_a_line_that_the_report_lacks_cannot_be_proven_again(code: str) -> None:
    with pytest.raises(NotFound):
        brought_up_to_date(report(line("start", "passed")), report(line("start", "passed")), code)


def test_a_line_is_not_taken_back_because_there_is_no_browser() -> None:
    html = compile_app(spec(TERMS), None, runtime=RUNTIME)
    earlier = check(html).report
    with pytest.raises(Unavailable):
        check(html, line="keyboard", earlier=earlier)
    again = CheckReport.from_json(check(html, line="file", earlier=earlier).report.decode())
    assert again.lines[0].state == "passed"


def test_one_line_runs_no_more_than_it_needs_and_no_less_than_a_whole_check() -> None:
    activity = PLAN.sections[0].activities[1].id
    one = scope_of(PLAN, f"activity.{activity}", frozenset())
    assert (one.activities, one.whole, one.windows) == (
        frozenset({activity}),
        False,
        frozenset({"desktop", "phone"}),
    )
    assert scope_of(PLAN, "errors", frozenset()) == scope_of(PLAN, "", frozenset())
    assert scope_of(PLAN, "", frozenset()) == whole_scope(PLAN)
    assert scope_of(PLAN, "file", frozenset()).windows == frozenset()
    for planned in LINES:
        windows = planned.parts - {"static"}
        assert windows <= scope_of(PLAN, planned.code, frozenset()).windows


def test_every_kind_of_line_is_a_sentence_here_and_in_the_reference() -> None:
    page = (ROOT / "docs" / "reference" / "checks.md").read_text("utf-8")
    for planned in LINES:
        shown = sentence(CheckLine(code=planned.code, kind=planned.kind, fields=planned.fields))
        assert shown[0] in "“" or shown[0].isupper()
        assert "{" not in shown
    assert {kind for kind in SENTENCES if f"| `{kind}` |" not in page} == set()


def test_the_studio_says_every_line_in_every_language() -> None:
    folder = ROOT / "web" / "studio" / "src" / "i18n"
    tables = sorted(folder.glob("*/proving.ts"))
    assert len(tables) >= 2
    for path in tables:
        text = path.read_text("utf-8")
        said = dict(re.findall(r"'proof\.line\.(\w+)':\s*'([^\n]*)'", text))
        for kind, english in SENTENCES.items():
            wanted = set(re.findall(r"\{(\w+)\}", english))
            assert set(re.findall(r"\{(\w+)\}", said[kind])) == wanted, (
                f"{path.parent.name}: {kind}"
            )
