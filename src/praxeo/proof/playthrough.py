"""One run of an app in one window: every section entered, every exercise answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from itertools import groupby
from typing import Any, Literal

from praxeo.domain.checks import Finding
from praxeo.ports.browser import AppPage
from praxeo.ports.proving import Picture
from praxeo.proof.lines import DESKTOP, NARROW_PIXELS, activity_line, line_of, section_line
from praxeo.proof.notes import CheckNotes, fault_name
from praxeo.proof.plan import Plan, SectionPlan, as_json
from praxeo.proof.scope import Scope, whole_scope
from praxeo.proof.words import told, told_trouble

# Sections as one page each, or one screen after the other: the way in which learners meet them first.
Layout = Literal["all", "steps"]

ENOUGH_FINDINGS = 12  # an app with so many faults is not played on
AUDIT_SECONDS = 60.0  # axe-core on a long view of a busy machine
THOROUGH = 2  # exercises of an activity after which the state of the whole app is compared
AUDIT_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Playthrough:
    """An app that is being played in one window, and what was found in it so far.

    `size` names the window and is the part of the check that this run is; `window` is how large it
    is. What is found is told to the `notes` at the end, pictures and finished parts at once.
    """

    page: AppPage
    plan: Plan
    size: str
    window: tuple[int, int] = (0, 0)
    notes: CheckNotes = field(default_factory=CheckNotes)
    findings: list[Finding] = field(default_factory=list)
    answers: int = 0
    audits: int = 0

    @property
    def enough(self) -> bool:
        return len(self.findings) >= ENOUGH_FINDINGS

    def note(self, found: Iterable[Sequence[str]]) -> None:
        """Keep findings that a script in the page made, each sentence once, and how it looks."""
        names = self.plan.named()
        for code, place, detail in found:
            line = line_of(code, place, detail, self.plan, self.size)
            self._keep(replace(told(code, place, detail, names, self.size), line=line))
            if self.notes.wants_fault_of(line):
                self.ask("show", place)
                self.picture(line, fault_name(line))

    def _keep(self, finding: Finding) -> None:
        if finding not in self.findings:
            self.findings.append(finding)

    def picture(self, line: str, name: str) -> None:
        """Keep with a line what the window shows."""
        width, height = self.window
        png = self.page.screenshot()
        self.notes.show(line, Picture(name=name, width=width, height=height, png=png))

    def ask(self, call: str, argument: object = None, **options: Any) -> Any:
        """Call a function of the player in the page."""
        return self.page.run(
            f"argument => window.praxeoCheck.{call}(argument)", argument, **options
        )

    def start(self) -> bool:
        """Wait until the app is ready; whether it can be played."""
        self.page.run(script("player.js"))
        if not self.ask("ready"):
            self.note([("not_ready", "", "")])
            return False
        plan = {
            "total": len(self.plan.exercises),
            "sections": [section.id for section in self.plan.sections],
        }
        self.note(self.ask("start", plan))
        if any(finding.code == "no_state" for finding in self.findings):
            return False
        self.notes.done(self.size, "start")
        return True

    def prepare_audits(self, axe: str) -> None:
        """Put axe-core into the page."""
        self.page.run(f"() => {{ {axe}\n}}")

    def audit(self) -> None:
        """Let axe-core look at what is shown."""
        with self.notes.timed("accessibility"):
            self.note(self.ask("audit", {"tags": AUDIT_RULES}, seconds=AUDIT_SECONDS))
        self.audits += 1

    def play(
        self,
        *,
        wrongs: str,
        audited: frozenset[str],
        progress: Callable[[float], None],
        scope: Scope | None = None,
        layout: Layout = "all",
    ) -> None:
        """Answer every exercise in `scope` (of the app) wrong and right.

        `audited` names the sections for axe-core, `layout` how sections are to be shown meanwhile.
        """
        scope = scope or whole_scope(self.plan)
        self.arrange(layout)
        sections = [section for section in self.plan.sections if section.id in scope.sections]
        total = max(1, sum(len(section.exercises) for section in sections))
        played = 0
        for section in sections:
            if self.enough:
                return
            self._enter(section, short=wrongs != "all")
            if section.id in audited:
                self.audit()
            for number in self._play_section(section, wrongs, scope, layout):
                played += number
                progress(played / total)
            if section.id in audited:
                self.audit()
        if scope.whole and not self.enough:
            with self.notes.timed("progress"):
                self.note(self.ask("finish", {"ids": [each.id for each in self.plan.exercises]}))
            self.notes.done(self.size, "evidence", "progress")

    def _enter(self, section: SectionPlan, *, short: bool) -> None:
        line = section_line(section.id)
        with self.notes.timed(line):
            self.note(self.ask("enter", {"section": as_json(section), "short": short}))
        if self.size == DESKTOP and self.notes.wants_section():
            self.picture(line, line)
        self.notes.done(self.size, line)

    def arrange(self, layout: Layout) -> None:
        """Have the sections shown that way from now on."""
        self.note(self.ask("arrange", {"layout": layout, "staged": self.plan.staged}))

    def _play_section(
        self, section: SectionPlan, wrongs: str, scope: Scope, layout: Layout
    ) -> Iterator[int]:
        """Play the section as it asks; gives how many exercises were gone through after each few."""
        activity_of = {one.id: each.id for each in section.activities for one in each.exercises}
        thorough = {one.id for each in section.activities for one in each.exercises[:THOROUGH]}
        in_turn = section.staged if layout == "steps" else section.exercises
        left = {each.id: len(each.exercises) for each in section.activities}
        for activity, exercises in groupby(in_turn, key=lambda one: activity_of[one.id]):
            some = [{**as_json(one), "thorough": one.id in thorough} for one in exercises]
            if activity in scope.activities and self._play_some(activity, some, wrongs):
                left[activity] -= len(some)
                if not left[activity]:
                    self.notes.done(self.size, activity_line(activity))
            yield len(some)

    def _play_some(self, activity: str, some: list[dict[str, Any]], wrongs: str) -> bool:
        """Play these exercises of an activity; whether all of them were played."""
        waiting = some
        with self.notes.timed(activity_line(activity)):
            while waiting and not self.enough:
                result = self.ask("play", {"exercises": waiting, "wrongs": wrongs})
                self.note(result["findings"])
                self.answers += result["answers"]
                waiting = waiting[result["played"] :]
        return not waiting

    def narrow(self, height: int) -> None:
        """See that nothing has to be scrolled sideways in the narrowest window."""
        self.page.resize(NARROW_PIXELS, height)
        self.window = (NARROW_PIXELS, height)
        places = ["home", *(section.id for section in self.plan.sections)]
        with self.notes.timed("width"):
            self.note(self.ask("narrow", {"places": places}, seconds=AUDIT_SECONDS))
        self.notes.done(self.size, "width")

    def close(self) -> None:
        """Keep what the browser itself reported, and hand over all that was found."""
        for trouble in self.page.troubles():
            finding = told_trouble(trouble, self.size)
            line = line_of(finding.code, "", "", self.plan, self.size)
            self._keep(replace(finding, line=line))
        self.notes.findings.extend(self.findings)


def script(name: str) -> str:
    """The source of a script that is run in the page."""
    return files("praxeo.proof").joinpath(name).read_text("utf-8")


def sections_with_every_kind(plan: Plan) -> frozenset[str]:
    """A few sections that together hold every kind of activity of the app."""
    chosen: set[str] = set()
    seen: set[str] = set()
    while True:
        gains = [
            (len({activity.kind for activity in section.activities} - seen), section)
            for section in plan.sections
        ]
        gain, best = max(gains, key=lambda pair: pair[0])
        if gain == 0:
            return frozenset(chosen)
        chosen.add(best.id)
        seen |= {activity.kind for activity in best.activities}
