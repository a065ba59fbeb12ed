"""One run of an app in one window: every section entered, every exercise answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

from praxeo.domain.checks import Finding
from praxeo.generation.checks.plan import Plan, SectionPlan, as_json
from praxeo.generation.checks.words import told, told_trouble
from praxeo.ports_browser import AppPage

ENOUGH_FINDINGS = 12  # an app with so many faults is not played on
AUDIT_SECONDS = 60.0  # axe-core on a long view of a busy machine
THOROUGH = 2  # exercises of an activity after which the state of the whole app is compared
NARROW_PIXELS = 320
AUDIT_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Run:
    """An app that is being played, and what was found in it so far."""

    page: AppPage
    plan: Plan
    size: str
    findings: list[Finding] = field(default_factory=list)
    answers: int = 0
    audits: int = 0

    @property
    def enough(self) -> bool:
        return len(self.findings) >= ENOUGH_FINDINGS

    def note(self, found: Iterable[Sequence[str]]) -> None:
        """Keep findings that a script in the page made, each sentence once."""
        names = self.plan.named()
        for code, place, detail in found:
            self.keep(told(code, place, detail, names, self.size))

    def keep(self, finding: Finding) -> None:
        if finding not in self.findings:
            self.findings.append(finding)

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
        return not any(finding.code == "no_state" for finding in self.findings)

    def prepare_audits(self, axe: str) -> None:
        """Put axe-core into the page."""
        self.page.run(f"() => {{ {axe}\n}}")

    def audit(self) -> None:
        """Let axe-core look at what is shown."""
        self.note(self.ask("audit", {"tags": AUDIT_RULES}, seconds=AUDIT_SECONDS))
        self.audits += 1

    def play(
        self, *, wrongs: str, audited: frozenset[str], progress: Callable[[float], None]
    ) -> None:
        """Answer every exercise wrong and right; `audited` names the sections for axe-core."""
        played = 0
        for section in self.plan.sections:
            if self.enough:
                return
            self.note(self.ask("enter", {"section": as_json(section), "short": wrongs != "all"}))
            if section.id in audited:
                self.audit()
            for share in self._play_section(section, wrongs):
                progress((played + share) / max(1, len(self.plan.exercises)))
            played += len(section.exercises)
            if section.id in audited:
                self.audit()
        if not self.enough:
            self.note(self.ask("finish", {"ids": [each.id for each in self.plan.exercises]}))

    def _play_section(self, section: SectionPlan, wrongs: str) -> Iterable[int]:
        waiting = [
            {**as_json(exercise), "thorough": place < THOROUGH}
            for activity in section.activities
            for place, exercise in enumerate(activity.exercises)
        ]
        while waiting and not self.enough:
            result = self.ask("play", {"exercises": waiting, "wrongs": wrongs})
            self.note(result["findings"])
            self.answers += result["answers"]
            waiting = waiting[result["played"] :]
            yield len(section.exercises) - len(waiting)

    def narrow(self, height: int) -> None:
        """See that nothing has to be scrolled sideways in the narrowest window."""
        self.page.resize(NARROW_PIXELS, height)
        places = ["home", *(section.id for section in self.plan.sections)]
        self.note(self.ask("narrow", {"places": places}, seconds=AUDIT_SECONDS))

    def close(self) -> None:
        """Keep what the browser itself reported."""
        for trouble in self.page.troubles():
            self.keep(told_trouble(trouble, self.size))


def script(name: str) -> str:
    """The source of a script that is run in the page."""
    return files("praxeo.generation.checks").joinpath(name).read_text("utf-8")


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
