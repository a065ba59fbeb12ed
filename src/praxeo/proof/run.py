"""Check an app: look at its text, then run it as its readers will, and report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial

from praxeo.domain.checks import CheckCounts, CheckReport, Finding
from praxeo.domain.errors import Refused, Unavailable
from praxeo.domain.records import utc_text
from praxeo.domain.spec import SpecDocument
from praxeo.ports.browser import AppHung, AppLost, Browser
from praxeo.ports.proving import Progress
from praxeo.proof.bespoke import HOW_TO_GET_ONE
from praxeo.proof.check_tools import CheckTools
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
from praxeo.proof.reporting import new_report
from praxeo.proof.scope import Scope, scope_of
from praxeo.proof.static import check_static
from praxeo.proof.words import told

SHARES = {DESKTOP: (0.1, 0.5), PHONE: (0.5, 0.85), KEYBOARD: (0.85, 1.0)}


@dataclass
class CompiledCheck:
    """One check while it goes on; of one line of the report, if one is given."""

    checker: CheckTools
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
        audits = audited if scope.audits and self.checker.axe else frozenset[str]()
        for name, steps in (
            (DESKTOP, partial(self._desktop, scope, audits)),
            (PHONE, partial(self._phone, scope, audits)),
            (KEYBOARD, self._keyboard),
        ):
            if any(finding.code == "app_hung" for finding in self.notes.findings):
                break
            if name in scope.windows:
                self._run(plan, self.checker.browser, name, steps, whole=scope.whole)
            self.progress(SHARES[name][1])
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
            with (
                self._timed(name),
                browser.open(self.html, width=size[0], height=size[1]) as page,
            ):
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

    def _desktop(self, scope: Scope, audited: frozenset[str], run: Playthrough) -> None:
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

    def _phone(self, scope: Scope, audited: frozenset[str], run: Playthrough) -> None:
        run.picture("start", PHONE)
        progress = self._share(PHONE)
        run.play(wrongs="last", audited=frozenset(), progress=progress, scope=scope, layout="steps")
        if scope.narrow and not run.enough:
            run.narrow(WINDOWS[PHONE][1])
        if scope.audits and self.checker.axe and not run.enough:
            run.page.prefer(dark=True)
            run.prepare_audits(self.checker.axe)
            self._audit_phone(run, sorted(audited)[:1])
            self.notes.done(PHONE, "accessibility")

    def _audit_phone(self, run: Playthrough, sections: list[str]) -> None:
        """The start, and a section both ways: an exercise on its screen, and all at once."""
        if run.ask("goTo", "home"):
            run.audit()
        for place in sections:
            if run.plan.staged and run.ask("goTo", place) and run.ask("toExercise"):
                run.audit()
            run.arrange("all")
            if run.ask("goTo", place):
                run.audit()

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
