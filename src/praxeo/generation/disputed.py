"""Where several apps agree with each other and not with a test, the test is put to a person."""

from __future__ import annotations

from collections.abc import Sequence

from praxeo.domain.checks import CheckReport

APPS_MIN = (
    3  # the first one and two that were mended in different ways: one mistake is not made so often
)


def disputed(reports: Sequence[CheckReport]) -> str:
    """What a person should decide: which step of a test every app contradicts in the same way.

    "" unless these are enough apps that fail nothing but the same acceptance tests, with the same values.
    """
    seen = [_contradictions(report) for report in reports]
    if len(seen) < APPS_MIN or not seen[0] or any(each != seen[0] for each in seen):
        return ""
    expected, found = min(seen[0])
    return (
        f"{len(seen)} apps that were written apart agree with each other and not with the test: “{expected}”. "
        f"Each gave: {found} The test may be wrong; no further repair was paid for."
    )


def _contradictions(report: CheckReport) -> frozenset[tuple[str, str]]:
    """The steps that do not hold, and what was found; none where anything else is wrong with the app."""
    findings = report.findings
    if not all(finding.expected and finding.seen for finding in findings):
        return frozenset()
    if report.finding_count > len(findings):
        return frozenset()
    return frozenset((finding.expected, finding.seen) for finding in findings)
