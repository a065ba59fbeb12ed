"""Check an app: look at its text, then run it as its readers will, and report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

from praxeo.domain.checks import CheckCounts, CheckReport, Finding
from praxeo.domain.errors import Refused, Unavailable
from praxeo.domain.records import utc_text
from praxeo.domain.spec import SpecDocument
from praxeo.ports.browser import AppHung, AppLost, Browser
from praxeo.ports.metrics import UNMEASURED, Metrics
from praxeo.ports.proving import CheckOutcome, Progress
from praxeo.proof.bespoke import HOW_TO_GET_ONE, BespokeCheck
from praxeo.proof.keyboard import KeyboardPlaythrough, play_by_keyboard
from praxeo.proof.lines import (
    DESKTOP,
    KEYBOARD,
    PHONE,
    STATIC,
    WINDOWS,
    PlannedLine,
    line_of,
    planned_lines,
)
from praxeo.proof.notes import CheckNotes
from praxeo.proof.plan import Plan, missing_from, read_plan
from praxeo.proof.playthrough import Playthrough, sections_with_every_kind
from praxeo.proof.reporting import brought_up_to_date, new_report
from praxeo.proof.scope import Scope, scope_of
from praxeo.proof.static import check_static
from praxeo.proof.words import told

ENOUGH_FINDINGS = 6
SHARES = {DESKTOP: (0.1, 0.5), PHONE: (0.5, 0.85), KEYBOARD: (0.85, 1.0)}


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
        before = CheckReport.from_json(earlier.decode()) if line else None
        check: _Check | BespokeCheck
        if spec and spec.bespoke:
            check = BespokeCheck(self, html, progress, spec.bespoke, line)
            report = check.report()
        else:
            check = _Check(self, html, progress, line)
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


@dataclass
class _Check:
    """One check while it goes on; of one line of the report, if one is given."""

    checker: AppChecker
    html: str
    progress: Progress
    line: str
    notes: CheckNotes = field(init=False)
    seconds: dict[str, float] = field(default_factory=dict)
    answers: int = 0
    audits: int = 0
    keyboard: KeyboardPlaythrough = field(default_factory=KeyboardPlaythrough)

    def __post_init__(self) -> None:
        self.notes = CheckNotes(timer=self.checker.timer)

    def report(self, spec: SpecDocument | None) -> CheckReport:
        plan = self._look(spec)
        planned = planned_lines(plan, with_spec=spec is not None)
        if plan is None or self.notes.findings:
            return self._report(plan, planned)
        audited = sections_with_every_kind(plan) if plan.sections else frozenset[str]()
        scope = scope_of(plan, self.line, audited)
        if not scope.windows:
            return self._report(plan, planned)
        try:
            if self.checker.browser is None:
                raise Unavailable("no_browser", f"{HOW_TO_GET_ONE}.", retryable=False)
            version = self.checker.browser.version()
        except Unavailable as missing:
            if self.line:
                raise
            return self._report(plan, planned, not_run=missing.message.rstrip("."))
        self._run_all(plan, self.checker.browser, scope, audited)
        return self._report(plan, planned, browser=version)

    def _look(self, spec: SpecDocument | None) -> Plan | None:
        with self._timed(STATIC), self.notes.timed("file"):
            for finding in check_static(self.html):
                self._keep(finding, None)
            try:
                plan = read_plan(self.html)
            except Refused as refused:
                self._keep(Finding(code=refused.code, message=refused.message), None)
                return None
            for place, name in missing_from(plan, spec) if spec else ():
                self._keep(told("spec_item_missing", place, "", {place: name}, "spec"), plan)
        self.notes.done(STATIC, "file", "outside", "content")
        self.progress(SHARES[DESKTOP][0])
        return plan

    def _keep(self, finding: Finding, plan: Plan | None, part: str = STATIC) -> None:
        line = line_of(finding.code, "", "", plan, part)
        self.notes.findings.append(replace(finding, line=line))

    def _run_all(self, plan: Plan, browser: Browser, scope: Scope, audited: frozenset[str]) -> None:
        looked_at = audited if scope.audits and self.checker.axe else frozenset[str]()
        for name, steps in (
            (DESKTOP, lambda run: self._desktop(run, scope, looked_at)),
            (PHONE, lambda run: self._phone(run, scope, looked_at)),
            (KEYBOARD, self._keyboard),
        ):
            if any(finding.code == "app_hung" for finding in self.notes.findings):
                return
            if name in scope.windows:
                with self._timed(name):
                    self._run(plan, browser, name, steps, whole=scope.whole)
            self.progress(SHARES[name][1])

    def _run(
        self,
        plan: Plan,
        browser: Browser,
        name: str,
        steps: Callable[[Playthrough], None],
        *,
        whole: bool,
    ) -> None:
        """Open the app in a window of its own and take these steps in it."""
        size = WINDOWS[name]
        try:
            with browser.open(self.html, width=size[0], height=size[1]) as page:
                run = Playthrough(page=page, plan=plan, size=name, window=size, notes=self.notes)
                try:
                    if run.start():
                        steps(run)
                        if whole and not run.enough:
                            self.notes.done(name, "outside", "errors")
                finally:
                    run.close()
                    self.answers += run.answers
                    self.audits += run.audits
        except (AppHung, AppLost) as lost:
            self._keep(Finding(code=lost.code, message=lost.message, where=name), plan, name)

    def _desktop(self, run: Playthrough, scope: Scope, audited: frozenset[str]) -> None:
        run.picture("start", DESKTOP)
        audits = scope.audits and self.checker.axe
        if audits:
            run.prepare_audits(self.checker.axe)
            run.audit()
        run.play(wrongs="all", audited=audited, progress=self._share(DESKTOP), scope=scope)
        if audits and not run.enough:
            for place in ("review", "glossary"):
                if run.ask("goTo", place):
                    run.audit()
            self.notes.done(DESKTOP, "accessibility")

    def _phone(self, run: Playthrough, scope: Scope, audited: frozenset[str]) -> None:
        run.picture("start", PHONE)
        run.play(wrongs="last", audited=frozenset(), progress=self._share(PHONE), scope=scope)
        if scope.narrow and not run.enough:
            run.narrow(WINDOWS[PHONE][1])
        if scope.audits and self.checker.axe and not run.enough:
            run.page.prefer(dark=True)
            run.prepare_audits(self.checker.axe)
            for place in ("home", *sorted(audited)[:1]):
                if run.ask("goTo", place):
                    run.audit()
            self.notes.done(PHONE, "accessibility")

    def _keyboard(self, run: Playthrough) -> None:
        with self.notes.timed("keyboard"):
            self.keyboard = play_by_keyboard(run)
        if not run.enough:
            self.notes.done(KEYBOARD, "keyboard")

    def _share(self, name: str) -> Callable[[float], None]:
        start, end = SHARES[name]
        return lambda share: self.progress(start + (end - start) * share)

    @contextmanager
    def _timed(self, name: str) -> Iterator[None]:
        start = self.checker.timer()
        try:
            yield
        finally:
            self.seconds[name] = self.checker.timer() - start

    def _report(
        self,
        plan: Plan | None,
        planned: tuple[PlannedLine, ...],
        *,
        browser: str = "",
        not_run: str = "",
    ) -> CheckReport:
        counts = CheckCounts(
            sections=len(plan.sections) if plan else 0,
            activities=sum(len(section.activities) for section in plan.sections) if plan else 0,
            exercises=len(plan.exercises) if plan else 0,
            answers=self.answers,
            keyboard_exercises=self.keyboard.exercises,
            keyboard_kinds=self.keyboard.kinds,
            keyboard_whole_app=self.keyboard.whole_app,
            audits=self.audits,
        )
        told_later: dict[str, dict[str, str | int]] = {
            "keyboard": {"exercises": self.keyboard.exercises},
            "accessibility": {"views": self.audits},
        }
        return new_report(
            self.html,
            lines=self.notes.judged(planned, told_later, utc_text(self.checker.now())),
            findings=self.notes.findings,
            counts=counts,
            seconds=tuple(self.seconds.items()),
            browser=browser,
            sizes=tuple(f"{w}×{h}" for w, h in (WINDOWS[DESKTOP], WINDOWS[PHONE]))
            if browser
            else (),
            not_run=not_run,
        )
