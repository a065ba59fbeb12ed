"""What a check of an app found: the report that is kept with the app's code and shown to people."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from praxeo.domain.errors import Refused
from praxeo.domain.records import CheckStatus

REPORT_FORMAT = 2
READABLE_FORMATS = (1, REPORT_FORMAT)  # a report of format 1 has no lines
NOT_RUN = "Not run in a browser"

LineState = Literal["passed", "failed", "not_run"]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One fault of an app. `code` is stable, `message` a sentence for a teacher, `where` the place.

    `line` is the code of the line of the report that it belongs to. Of an acceptance test, `expected` is
    the step that does not hold, `seen` what was found instead, `steps` what had been done until then.
    `details` is what the sentence names.
    """

    code: str
    message: str
    where: str = ""
    line: str = ""
    expected: str = ""
    seen: str = ""
    steps: str = ""
    details: dict[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class CheckLine:
    """One thing that was to be proven, as a person reads it and has it proven again.

    `code` is unique in the report and stable, `kind` says which sentence it is (`activity`), `fields`
    what the sentence names. `not_run` means that it was not looked at to its end and so is not
    proven. `finding_count` counts also findings that the report cuts off. `pictures` are names of
    screenshots: what was looked at first, then the moment of a fault.
    """

    code: str
    kind: str
    fields: dict[str, str | int] = field(default_factory=dict)
    state: LineState = "not_run"
    finding_count: int = 0
    seconds: float = 0.0
    checked_at: str = ""
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CheckCounts:
    """What was looked at. `answers` counts answers given and judged, over all window sizes.

    `keyboard_exercises` were done with real key presses alone, of the kinds in `keyboard_kinds`;
    `keyboard_whole_app` says that these were all exercises of the app. `audits` counts the views
    that axe-core examined.
    """

    sections: int = 0
    activities: int = 0
    exercises: int = 0
    answers: int = 0
    keyboard_exercises: int = 0
    keyboard_kinds: tuple[str, ...] = ()
    keyboard_whole_app: bool = False
    audits: int = 0


@dataclass(frozen=True, kw_only=True)
class CheckReport:
    """The verdict on one app. `seconds` holds the time of each part of the check by its name.

    `lines` say in order what was proven; the verdict follows from them alone. `findings` are cut off after a documented number; `finding_count` counts them all. `browser` is
    the version that ran the app, "" if none did; `sizes` are the windows it was run in.
    """

    status: CheckStatus
    summary: str
    content_hash: str
    lines: tuple[CheckLine, ...] = ()
    findings: tuple[Finding, ...] = ()
    finding_count: int = 0
    counts: CheckCounts = CheckCounts()
    seconds: tuple[tuple[str, float], ...] = ()
    browser: str = ""
    sizes: tuple[str, ...] = ()

    def first_fault(self) -> str:
        """What the first line that does not hold says; the summary if no finding of it was kept."""
        failed = [line.code for line in self.lines if line.state == "failed"]
        for code in failed:
            for finding in self.findings:
                if finding.line == code:
                    return finding.message
        return self.summary

    def to_json(self) -> str:
        """The report as JSON text, the same for the same report."""
        fields = asdict(self)
        fields["seconds"] = {name: round(spent, 3) for name, spent in self.seconds}
        return json.dumps({"format": REPORT_FORMAT, **fields}, ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str) -> CheckReport:
        """The report that `to_json` wrote, now or in an earlier release.

        Refused("bad_report") for any other text.
        """
        try:
            fields: dict[str, Any] = json.loads(text)
            if fields.pop("format") not in READABLE_FORMATS:
                raise ValueError("another format")
            counts = fields.pop("counts")
            counts["keyboard_kinds"] = tuple(counts["keyboard_kinds"])
            return cls(
                lines=tuple(_line(line) for line in fields.pop("lines", ())),
                findings=tuple(Finding(**finding) for finding in fields.pop("findings")),
                counts=CheckCounts(**counts),
                seconds=tuple(fields.pop("seconds").items()),
                sizes=tuple(fields.pop("sizes")),
                **fields,
            )
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise Refused("bad_report", "This is not a check report of this Praxeo.") from error


def status_of(lines: tuple[CheckLine, ...]) -> CheckStatus:
    """The verdict that follows from the lines: an app has passed if every single one has."""
    states = {line.state for line in lines}
    if "failed" in states:
        return "failed"
    return "passed" if states == {"passed"} else "not_run"


def _line(fields: dict[str, Any]) -> CheckLine:
    return CheckLine(**{**fields, "pictures": tuple(fields["pictures"])})
