"""The state machine of a deployment: hook, shifting by steps, hook; back at any moment, all at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from tests.release.simulation.plan import Plan
from tests.release.simulation.traffic import Alias, Version

State = Literal["created", "shifting", "succeeded", "rolled_back", "stopped"]
Hook = Callable[[Version], list[str]]  # gives what is wrong with a version
ALL = 100


@dataclass
class Deployment:
    """Moves an alias to `new`. `tick` is called as time goes by; `log` has what happened, by second."""

    plan: Plan
    alias: Alias
    new: Version
    before: Hook
    after: Hook
    state: State = "created"
    reason: str = ""
    percent: int = 0
    log: list[tuple[float, str]] = field(default_factory=list)
    _next: float = 0.0

    def begin(self) -> None:
        """Ask the first hook, then let the first share through."""
        faults = self.before(self.new) if self.plan.before else []
        if faults:
            self._stop("DEPLOYMENT_FAILURE", f"before traffic: {' '.join(faults)}")
            return
        self.alias.new, self.state = self.new, "shifting"
        self._shift()

    def stop(self) -> None:
        """A person stops it."""
        if self.state == "shifting":
            self._stop("DEPLOYMENT_STOP_ON_REQUEST", "stopped by a person")

    def tick(self) -> None:
        """Look at the alarms, and move on if it is time."""
        if self.state != "shifting":
            return
        now = self.alias.now()
        for rule in self.plan.alarms:
            if self.alias.metrics.in_alarm(rule, now):
                self._stop("DEPLOYMENT_STOP_ON_ALARM", f"alarm {rule.name}")
                return
        if now >= self._next:
            if self.percent < ALL:
                self._shift()
            else:
                self._finish()

    def _shift(self) -> None:
        self.percent = min(self.percent + self.plan.percent, ALL)
        self.alias.share = self.percent / ALL
        self._next = self.alias.now() + self.plan.every_seconds
        self._note(f"{self.percent} %")

    def _finish(self) -> None:
        faults = self.after(self.new) if self.plan.after else []
        if faults:
            self._stop("DEPLOYMENT_FAILURE", f"after traffic: {' '.join(faults)}")
            return
        self.alias.stable, self.alias.new, self.alias.share = self.new, None, 0.0
        self.state = "succeeded"
        self._note("succeeded")

    def _stop(self, event: str, reason: str) -> None:
        """Go back, if the event is one of those that roll back; else the alias stays where it is."""
        self.reason, self.state = reason, "stopped"
        if event in self.plan.rolls_back or self.alias.share == 0:
            self.alias.new, self.alias.share, self.percent = None, 0.0, 0
            self.state = "rolled_back"
        self._note(reason)

    def _note(self, what: str) -> None:
        self.log.append((self.alias.now(), what))
