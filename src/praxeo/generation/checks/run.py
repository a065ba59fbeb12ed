"""Check an app: look at its text, then run it as its readers will, and report."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from praxeo.domain.checks import NOT_RUN, CheckCounts, CheckReport, Finding
from praxeo.domain.errors import Refused, Unavailable
from praxeo.domain.records import CheckStatus
from praxeo.domain.spec import SpecDocument
from praxeo.generation.checks.keyboard import KeyboardRun, play_by_keyboard
from praxeo.generation.checks.plan import Plan, missing_from, read_plan
from praxeo.generation.checks.played import Run, sections_with_every_kind
from praxeo.generation.checks.static import check_static
from praxeo.generation.checks.words import told
from praxeo.ports import CheckOutcome, Picture, Progress
from praxeo.ports_browser import AppHung, AppLost, Browser

DESKTOP = (1280, 900)
PHONE = (390, 844)
MAXIMUM_FINDINGS = 50  # kept in a report
HOW_TO_GET_ONE = "no Chromium was found (Debian: apt install chromium)"
SHARES = {"desktop": (0.1, 0.5), "phone": (0.5, 0.85), "keyboard": (0.85, 1.0)}


@dataclass(frozen=True, kw_only=True)
class AppChecker:
    """Checks apps in a browser; without one it says that it did not run them.

    `axe` is the source of axe-core, `timer` gives seconds that only grow.
    """

    browser: Browser | None
    axe: str
    timer: Callable[[], float]

    def __call__(
        self, html: str, *, progress: Progress, spec: SpecDocument | None = None
    ) -> CheckOutcome:
        """The verdict. A fault of the app is an outcome, never an error."""
        check = _Check(self, html, progress)
        report = check.report(spec)
        return CheckOutcome(
            status=report.status,
            summary=report.summary,
            report=report.to_json().encode("utf-8"),
            pictures=tuple(check.pictures),
        )


@dataclass
class _Check:
    """One check while it goes on."""

    checker: AppChecker
    html: str
    progress: Progress
    findings: list[Finding] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    answers: int = 0
    audits: int = 0
    keyboard: KeyboardRun = field(default_factory=KeyboardRun)

    def report(self, spec: SpecDocument | None) -> CheckReport:
        plan = self._look(spec)
        browser = self.checker.browser
        if plan is None or self.findings:
            return self._report(plan)
        if browser is None:
            return self._report(plan, not_run=HOW_TO_GET_ONE)
        try:
            version = browser.version()
        except Unavailable as missing:
            return self._report(plan, not_run=missing.message.rstrip("."))
        self._run_all(plan, browser)
        return self._report(plan, browser=version)

    def _look(self, spec: SpecDocument | None) -> Plan | None:
        with self._timed("static"):
            self.findings.extend(check_static(self.html))
            try:
                plan = read_plan(self.html)
            except Refused as refused:
                self.findings.append(Finding(code=refused.code, message=refused.message))
                return None
            for place, name in missing_from(plan, spec) if spec else ():
                self.findings.append(told("spec_item_missing", place, "", {place: name}, "spec"))
        self.progress(SHARES["desktop"][0])
        return plan

    def _run_all(self, plan: Plan, browser: Browser) -> None:
        audited = sections_with_every_kind(plan) if plan.sections else frozenset[str]()
        for name, steps in (
            ("desktop", lambda run: self._desktop(run, audited)),
            ("phone", lambda run: self._phone(run, audited)),
            ("keyboard", self._keyboard),
        ):
            if any(finding.code == "app_hung" for finding in self.findings):
                return
            size = PHONE if name == "phone" else DESKTOP
            with self._timed(name):
                self._run(plan, browser, name, size, steps)
            self.progress(SHARES[name][1])

    def _run(
        self,
        plan: Plan,
        browser: Browser,
        name: str,
        size: tuple[int, int],
        steps: Callable[[Run], None],
    ) -> None:
        """Open the app in a window of its own and take these steps in it."""
        findings: list[Finding] = []
        try:
            with browser.open(self.html, width=size[0], height=size[1]) as page:
                run = Run(page=page, plan=plan, size=name, findings=findings)
                try:
                    if run.start():
                        steps(run)
                finally:
                    run.close()
                    self.answers += run.answers
                    self.audits += run.audits
        except (AppHung, AppLost) as lost:
            findings.append(Finding(code=lost.code, message=lost.message, where=name))
        self.findings.extend(findings)

    def _desktop(self, run: Run, audited: frozenset[str]) -> None:
        self._picture(run, "desktop", DESKTOP)
        if self.checker.axe:
            run.prepare_audits(self.checker.axe)
            run.audit()
        run.play(
            wrongs="all",
            audited=audited if self.checker.axe else frozenset(),
            progress=self._share("desktop"),
        )
        if self.checker.axe and not run.enough:
            for place in ("review", "glossary"):
                if run.ask("goTo", place):
                    run.audit()

    def _phone(self, run: Run, audited: frozenset[str]) -> None:
        self._picture(run, "phone", PHONE)
        run.play(wrongs="last", audited=frozenset(), progress=self._share("phone"))
        if run.enough:
            return
        run.narrow(PHONE[1])
        if self.checker.axe:
            run.page.prefer(dark=True)
            run.prepare_audits(self.checker.axe)
            for place in ("home", *sorted(audited)[:1]):
                if run.ask("goTo", place):
                    run.audit()

    def _keyboard(self, run: Run) -> None:
        self.keyboard = play_by_keyboard(run)

    def _picture(self, run: Run, name: str, size: tuple[int, int]) -> None:
        png = run.page.screenshot()
        self.pictures.append(Picture(name=name, width=size[0], height=size[1], png=png))

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

    def _report(self, plan: Plan | None, *, browser: str = "", not_run: str = "") -> CheckReport:
        exercises = plan.exercises if plan else ()
        counts = CheckCounts(
            sections=len(plan.sections) if plan else 0,
            activities=sum(len(section.activities) for section in plan.sections) if plan else 0,
            exercises=len(exercises),
            answers=self.answers,
            keyboard_exercises=self.keyboard.exercises,
            keyboard_kinds=self.keyboard.kinds,
            keyboard_whole_app=self.keyboard.whole_app,
            audits=self.audits,
        )
        status: CheckStatus = "failed" if self.findings else "not_run" if not_run else "passed"
        return CheckReport(
            status=status,
            summary=_summary(self.findings, counts, not_run),
            content_hash=hashlib.sha256(self.html.encode("utf-8")).hexdigest(),
            findings=tuple(self.findings[:MAXIMUM_FINDINGS]),
            finding_count=len(self.findings),
            counts=counts,
            seconds=tuple(self.seconds.items()),
            browser=browser,
            sizes=tuple(f"{w}×{h}" for w, h in (DESKTOP, PHONE)) if browser else (),
        )


def _summary(findings: list[Finding], counts: CheckCounts, not_run: str) -> str:
    if findings:
        more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        return f"{findings[0].message}{more}"
    if not_run:
        return f"{NOT_RUN}: {not_run}."
    keyboard = (
        "all of them also by keyboard alone"
        if counts.keyboard_whole_app
        else f"{counts.keyboard_exercises} also by keyboard alone, one of each kind"
    )
    audited = "" if counts.audits else " Accessibility was not examined: axe-core is missing."
    return f"All {counts.exercises} exercises were answered right and wrong, {keyboard}.{audited}"
