"""The report of a check: its verdict, its one sentence, and how a part that was run again enters it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from praxeo.domain.checks import (
    NOT_RUN,
    CheckCounts,
    CheckLine,
    CheckReport,
    Finding,
    status_of,
)
from praxeo.domain.errors import NotFound

MAXIMUM_FINDINGS = 50  # kept in a report


def new_report(
    html: str,
    *,
    lines: tuple[CheckLine, ...],
    findings: Sequence[Finding],
    counts: CheckCounts,
    seconds: tuple[tuple[str, float], ...],
    browser: str,
    sizes: tuple[str, ...],
    not_run: str,
) -> CheckReport:
    """The report on an app. `not_run` is why there was no browser, if that is so."""
    return CheckReport(
        status=status_of(lines),
        summary=_summary(lines, findings, counts, not_run),
        content_hash=hashlib.sha256(html.encode("utf-8")).hexdigest(),
        lines=lines,
        findings=tuple(findings[:MAXIMUM_FINDINGS]),
        finding_count=len(findings),
        counts=counts,
        seconds=seconds,
        browser=browser,
        sizes=sizes,
    )


def brought_up_to_date(before: CheckReport, again: CheckReport, line: str) -> CheckReport:
    """The earlier report with what was found when one of its lines was run again.

    Only that line can become better by it. A fault that was met in passing is entered as well, and
    no other line is taken for proven. Raises NotFound("line_not_found").
    """
    new = {each.code: each for each in again.lines if each.code == line or each.state == "failed"}
    if line not in new or line not in {each.code for each in before.lines}:
        raise NotFound("line_not_found", "The report has no such line; check the whole app again.")
    spent = sum(spent for _, spent in again.seconds)
    new[line] = replace(new[line], seconds=round(spent, 3))
    lines = tuple(new.get(each.code, each) for each in before.lines)
    findings = [
        *(finding for finding in before.findings if finding.line not in new),
        *(finding for finding in again.findings if finding.line in new),
    ]
    counts = _counts(before.counts, again.counts, line)
    return replace(
        before,
        status=status_of(lines),
        summary=_summary(lines, findings, counts, ""),
        lines=lines,
        findings=tuple(findings[:MAXIMUM_FINDINGS]),
        finding_count=sum(each.finding_count for each in lines),
        counts=counts,
        browser=again.browser or before.browser,
        sizes=again.sizes or before.sizes,
    )


def _counts(before: CheckCounts, again: CheckCounts, line: str) -> CheckCounts:
    """What was looked at by now: the numbers of the line's own part are the newest."""
    counts = replace(before, answers=max(before.answers, again.answers))
    if line in ("keyboard", "errors"):
        counts = replace(
            counts,
            keyboard_exercises=again.keyboard_exercises,
            keyboard_kinds=again.keyboard_kinds,
            keyboard_whole_app=again.keyboard_whole_app,
        )
    return replace(counts, audits=again.audits) if line == "accessibility" else counts


def _summary(
    lines: tuple[CheckLine, ...], findings: Sequence[Finding], counts: CheckCounts, not_run: str
) -> str:
    total = sum(line.finding_count for line in lines)
    if findings:
        more = f" (and {total - 1} more)" if total > 1 else ""
        return f"{findings[0].message}{more}"
    if not_run:
        return f"{NOT_RUN}: {not_run}."
    unproven = [line for line in lines if line.state != "passed"]
    if [line.code for line in unproven] == ["accessibility"] and not counts.audits:
        return "Accessibility was not examined: axe-core is missing."
    tests = [line for line in lines if line.kind == "test"]
    if tests and not unproven:
        runs = sum(int(line.fields["runs"]) for line in tests)
        count = "The acceptance test" if len(tests) == 1 else f"All {len(tests)} acceptance tests"
        return f"{count} passed at both sizes, in {runs} runs from a fresh start."
    if unproven:
        return f"{len(unproven)} of {len(lines)} lines of the report have not been proven yet."
    keyboard = (
        "all of them also by keyboard alone"
        if counts.keyboard_whole_app
        else f"{counts.keyboard_exercises} also by keyboard alone, one of each kind"
    )
    return f"All {counts.exercises} exercises were answered right and wrong, {keyboard}."
