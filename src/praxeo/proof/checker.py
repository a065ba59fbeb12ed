"""The check of apps; what it needs is loaded when the first app comes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from praxeo.domain.checks import CheckReport
from praxeo.domain.spec import SpecDocument
from praxeo.ports.browser import Browser
from praxeo.ports.metrics import UNMEASURED, Metrics
from praxeo.ports.proving import CheckOutcome, Progress

if TYPE_CHECKING:
    from praxeo.proof.bespoke import BespokeCheck
    from praxeo.proof.run import CompiledCheck

ENOUGH_FINDINGS = 6


@dataclass(frozen=True, kw_only=True)
class AppChecker:
    """Checks apps in a browser; without one it says that it did not run them.

    `axe` is the source of axe-core, `timer` gives seconds that only grow, `now` the time in UTC. After
    `enough` findings a bespoke app is not looked at further.
    """

    browser: Browser | None
    axe: str
    timer: Callable[[], float]
    now: Callable[[], datetime]
    enough: int = ENOUGH_FINDINGS
    metrics: Metrics = UNMEASURED

    def __call__(
        self,
        html: str,
        *,
        progress: Progress,
        spec: SpecDocument | None = None,
        line: str = "",
        earlier: bytes = b"",
    ) -> CheckOutcome:
        """The verdict. A fault of the app is an outcome, never an error.

        With a `line` only that is run, and the `earlier` report brought up to date. That raises
        NotFound("line_not_found") and, as nothing would be learnt, Unavailable("no_browser").
        """
        from praxeo.proof.bespoke import BespokeCheck
        from praxeo.proof.reporting import brought_up_to_date
        from praxeo.proof.run import CompiledCheck

        before = CheckReport.from_json(earlier.decode()) if line else None
        check: CompiledCheck | BespokeCheck
        if spec and spec.bespoke:
            check = BespokeCheck(self, html, progress, spec.bespoke, line)
            report = check.report()
        else:
            check = CompiledCheck(self, html, progress, line)
            report = check.report(spec)
        if before:
            report = brought_up_to_date(before, report, line)
        self.metrics.note({"result": report.status}, praxeo_checks_total=1)
        earlier_lines = before.lines if before else ()
        new = {n for each in report.lines if each not in earlier_lines for n in each.pictures}
        return CheckOutcome(
            status=report.status,
            summary=report.summary,
            report=report.to_json().encode("utf-8"),
            pictures=tuple(each for each in check.notes.pictures if each.name in new),
            keeps=tuple({name for each in report.lines for name in each.pictures} - new),
        )
