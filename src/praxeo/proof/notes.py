"""What a check has found out so far about each line of its report."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from praxeo.domain.checks import CheckLine, Finding
from praxeo.ports.proving import Picture
from praxeo.proof.lines import PlannedLine

FAULT_PICTURES = 12  # in one check; a line has one at most
SECTION_PICTURES = 24  # the first sections of a long app


def _no_time() -> float:
    return 0.0


@dataclass
class CheckNotes:
    """Notes parts done, time spent, findings and pictures by the code of their line.

    `timer` gives seconds that only grow.
    """

    timer: Callable[[], float] = _no_time
    findings: list[Finding] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    _done: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    _shown: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def done(self, part: str, *lines: str) -> None:
        """Note that this part of these lines was gone through to its end."""
        for line in lines:
            self._done[line].add(part)

    @contextmanager
    def timed(self, line: str) -> Iterator[None]:
        """While inside, time is spent on this line."""
        start = self.timer()
        try:
            yield
        finally:
            self._seconds[line] += self.timer() - start

    def show(self, line: str, picture: Picture) -> None:
        """Keep a picture that belongs to a line."""
        self.pictures.append(picture)
        self._shown[line].append(picture.name)

    def wants_fault_of(self, line: str) -> bool:
        """Whether a picture of a fault in this line would still be kept."""
        faults = [picture.name for picture in self.pictures if picture.name.startswith("fault.")]
        return len(faults) < FAULT_PICTURES and fault_name(line) not in faults

    def wants_section(self) -> bool:
        """Whether a picture of one more section would still be kept."""
        kept = sum(picture.name.startswith("section.") for picture in self.pictures)
        return kept < SECTION_PICTURES

    def judged(
        self, planned: tuple[PlannedLine, ...], told: dict[str, dict[str, str | int]], when: str
    ) -> tuple[CheckLine, ...]:
        """The lines with their verdicts. `told` holds what sentences name beyond what was planned."""
        return tuple(self._judged(line, told.get(line.code, {}), when) for line in planned)

    def _judged(self, line: PlannedLine, told: dict[str, str | int], when: str) -> CheckLine:
        found = sum(finding.line == line.code for finding in self.findings)
        judged = CheckLine(
            code=line.code,
            kind=line.kind,
            fields={**line.fields, **told},
            state="failed" if found else "not_run",
            finding_count=found,
            seconds=round(self._seconds[line.code], 3),
            checked_at=when,
            pictures=tuple(self._shown[line.code]),
        )
        if not found and line.parts <= self._done[line.code]:
            return replace(judged, state="passed")
        return judged


def fault_name(line: str) -> str:
    """The name of the picture that shows a line's fault."""
    return f"fault.{line}"
