"""Check a bespoke app: a general look, then its acceptance tests, in a large and in a small window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from praxeo.domain.acceptance import AcceptanceTest, Bespoke
from praxeo.domain.checks import CheckCounts, CheckReport, Finding
from praxeo.domain.errors import Unavailable
from praxeo.domain.records import utc_text
from praxeo.ports.browser import AppHung, AppLost, Browser
from praxeo.ports.proving import Picture, Progress
from praxeo.proof.acceptance import Failure, Sample, Trial, samples_of, steps_told
from praxeo.proof.appearance import Appearance
from praxeo.proof.check_tools import CheckTools, Window
from praxeo.proof.lines import (
    DESKTOP,
    NARROW_PIXELS,
    PHONE,
    STATIC,
    WINDOWS,
    acceptance_line,
    bespoke_line_of,
    bespoke_lines,
)
from praxeo.proof.notes import CheckNotes, fault_name
from praxeo.proof.playthrough import AUDIT_RULES, AUDIT_SECONDS, script
from praxeo.proof.reporting import new_report
from praxeo.proof.static import check_static
from praxeo.proof.survey import AFTER_SECONDS, Survey
from praxeo.proof.words import told, told_trouble
from praxeo.spec.bespoke.steps import write_step

HOW_TO_GET_ONE = "no Chromium was found (Debian: apt install chromium)"
PHONE_SAMPLES = 2  # of a test with samples; a large window takes all
SHARES = {DESKTOP: (0.1, 0.6), PHONE: (0.6, 1.0)}


@dataclass
class BespokeCheck:
    """One check of one bespoke app while it goes on; of one test alone, if `line` is that of a test."""

    tools: CheckTools
    html: str
    progress: Progress
    spec: Bespoke
    line: str = ""
    notes: CheckNotes = field(init=False)
    seconds: dict[str, float] = field(default_factory=dict)
    audits: int = 0
    runs: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.notes = CheckNotes(timer=self.tools.timer)

    def report(self) -> CheckReport:
        with self._timed(STATIC), self.notes.timed("file"):
            for finding in check_static(self.html):
                self._keep(finding)
        if self.notes.findings:
            return self._report()
        self.notes.done(STATIC, "file", "outside")
        try:
            if self.tools.browser is None:
                raise Unavailable("no_browser", f"{HOW_TO_GET_ONE}.", retryable=False)
            version = self.tools.browser.version()
        except Unavailable as missing:
            if self.line:
                raise
            return self._report(not_run=missing.message.rstrip("."))
        for size in (DESKTOP, PHONE):
            if not self.notes.findings:
                with self._timed(size):
                    self._run(self.tools.browser, size)
            self.progress(SHARES[size][1])
        return self._report(browser=version)

    @property
    def enough(self) -> bool:
        return len(self.notes.findings) >= self.tools.enough

    def _run(self, browser: Browser, size: str) -> None:
        """Everything in one window of this size."""
        width, height = WINDOWS[size]
        try:
            with browser.open(
                self.html, width=width, height=height, first=script("time.js")
            ) as page:
                try:
                    self._look_and_test(Window(page, size))
                finally:
                    for trouble in page.troubles():
                        heard = told_trouble(trouble, size)
                        self._keep(heard)
        except (AppHung, AppLost) as lost:
            self._keep(Finding(code=lost.code, message=lost.message, where=size))
        if not self.enough and not self.line:
            self.notes.done(size, "errors", "outside")

    def _look_and_test(self, window: Window) -> None:
        tests = [test for test in self.spec.tests if self.line == acceptance_line(test.title)]
        if not tests:
            if not self._look_over(window):
                return
            self._drive(window)
        start, end = SHARES[window.size]
        for number, test in enumerate(tests or self.spec.tests, 1):
            if self.enough:
                return
            self._test(window, test)
            self.progress(start + (end - start) * number / len(self.spec.tests))
        if not tests and window.size == PHONE and not self.notes.findings:
            self._narrow(window)

    def _look_over(self, window: Window) -> bool:
        """What can be seen and reached without using anything; whether the app has started."""
        start = self._fresh(window, first=True)
        if start is None:
            return False
        self._picture(window, "opens", window.size)
        survey = Survey(controls=window.controls(self.spec), spec=self.spec, start=start)
        with self.notes.timed("opens"):
            survey.look_over()
        if self.tools.axe:
            self._audit(window, dark=window.size == PHONE)
        if not survey.found:
            with self.notes.timed("keys"):
                survey.walk_by_tab()
        self._note(survey.found, window)
        if not survey.found:
            self.notes.done(window.size, "opens")
        return True

    def _drive(self, window: Window) -> None:
        """Operate everything, then reset, and compare with an app that nobody has touched."""
        if self.notes.findings or self._fresh(window) is None:
            return
        later = window.controls(self.spec).wait(AFTER_SECONDS)
        start = self._fresh(window)
        if start is None:
            return
        survey = Survey(controls=window.controls(self.spec), spec=self.spec, start=start)
        with self.notes.timed("controls"):
            survey.drive()
        if self.tools.axe and not survey.found and window.size == DESKTOP:
            self._audit(window)
        if not survey.found:
            with self.notes.timed("reset"):
                survey.come_back(later)
        if not survey.found and window.size == DESKTOP:
            with self.notes.timed("keys"):
                survey.keys_do_the_same(lambda: self._fresh(window) is not None)
        self._note(survey.found, window)
        if not survey.found:
            self.notes.done(window.size, "controls", "values", "reset", "keys")

    def _test(self, window: Window, test: AcceptanceTest) -> None:
        line = acceptance_line(test.title)
        most = PHONE_SAMPLES if window.size == PHONE else test.samples
        with self.notes.timed(line):
            for sample in samples_of(test, self.spec, most):
                start = self._fresh(window)
                if start is None:
                    return
                self.runs[line] += 1
                trial = Trial(controls=window.controls(self.spec), spec=self.spec, start=start)
                failure = trial.run(test, sample)
                if failure:
                    self._failed(window, test, sample, failure)
                    return
        self.notes.done(window.size, line)

    def _failed(
        self, window: Window, test: AcceptanceTest, sample: Sample, failure: Failure
    ) -> None:
        """Keep what a person or a model needs to mend it: what, the steps, what the browser said."""
        line = acceptance_line(test.title)
        said = told(failure.code, f"“{test.title}”", failure.told, {}, "").message
        heard = " | ".join(each.text for each in window.page.troubles()[:2])[:200]
        errors = f" The browser reported: {heard}" if heard else ""
        steps = steps_told(test, sample, failure)
        message = f"{said} The steps were: {steps}{errors}"
        where = f"test “{test.title}”, {window.size}"
        expected = write_step(test.steps[failure.step - 1])[2:] if failure.step else ""
        self._keep(
            Finding(
                code=failure.code,
                message=message,
                where=where,
                line=line,
                expected=expected,
                seen=failure.told,
                steps=steps,
                details={"where": test.title, "detail": failure.told},
            )
        )
        self._picture(window, line, fault_name(line))

    def _narrow(self, window: Window) -> None:
        """See that nothing has to be scrolled sideways in the narrowest window."""
        if self._fresh(window) is None:
            return
        window.page.resize(NARROW_PIXELS, WINDOWS[PHONE][1])
        if wide := window.controls(self.spec).ask("overflow"):
            self._note([("scrolls_sideways", "", wide)], window)
        self.notes.done(PHONE, "width")

    def _fresh(self, window: Window, *, first: bool = False) -> Appearance | None:
        """Load the app afresh; how it looks, None if it does not start."""
        if not first:
            window.page.restart()
        controls = window.controls(self.spec)
        if not controls.begin():
            self._note([("not_ready", "", "")], window)
            return None
        return controls.look()

    def _audit(self, window: Window, *, dark: bool = False) -> None:
        with self.notes.timed("accessibility"):
            window.page.prefer(dark=dark)
            window.page.run(f"() => {{ {self.tools.axe}\n}}")
            found = window.controls(self.spec).ask("audit", AUDIT_RULES, seconds=AUDIT_SECONDS)
        self._note(
            [("accessibility", where, f"{what}, {count} times") for what, where, count in found],
            window,
        )
        self.notes.done(window.size, "accessibility")
        self.audits += 1

    def _note(self, found: list[tuple[str, str, str]], window: Window) -> None:
        for code, place, detail in found:
            finding = told(code, place, detail, {place: f"“{place}”"}, window.size)
            line = self._keep(finding)
            if self.notes.wants_fault_of(line):
                self._picture(window, line, fault_name(line))

    def _keep(self, finding: Finding) -> str:
        """Keep a finding once; the line that it belongs to."""
        line = finding.line or bespoke_line_of(finding.code)
        finding = replace(finding, line=line)
        if finding not in self.notes.findings:
            self.notes.findings.append(finding)
        return line

    def _picture(self, window: Window, line: str, name: str) -> None:
        width, height = WINDOWS[window.size]
        png = window.page.screenshot()
        self.notes.show(line, Picture(name=name, width=width, height=height, png=png))

    @contextmanager
    def _timed(self, name: str) -> Iterator[None]:
        start = self.tools.timer()
        try:
            yield
        finally:
            self.seconds[name] = self.tools.timer() - start

    def _report(self, *, browser: str = "", not_run: str = "") -> CheckReport:
        told_later: dict[str, dict[str, str | int]] = {
            line: {"runs": count} for line, count in self.runs.items()
        }
        told_later["accessibility"] = {"views": self.audits}
        return new_report(
            self.html,
            lines=self.notes.judged(
                bespoke_lines(self.spec), told_later, utc_text(self.tools.now())
            ),
            findings=self.notes.findings,
            counts=CheckCounts(audits=self.audits),
            seconds=tuple(self.seconds.items()),
            browser=browser,
            sizes=tuple(f"{w}×{h}" for w, h in map(WINDOWS.get, (DESKTOP, PHONE)) if browser),  # type: ignore[misc]
            not_run=not_run,
        )
