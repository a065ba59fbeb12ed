"""What a check of an app found: the report that is kept with the app's code and shown to people."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

from praxeo.domain.errors import Refused
from praxeo.domain.records import CheckStatus

REPORT_FORMAT = 1
NOT_RUN = "Not run in a browser"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One fault of an app. `code` is stable, `message` a sentence for a teacher, `where` the place."""

    code: str
    message: str
    where: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
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


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckReport:
    """The verdict on one app. `seconds` holds the time of each part of the check by its name.

    `findings` are cut off after a documented number; `finding_count` counts them all. `browser` is
    the version that ran the app, "" if none did; `sizes` are the windows it was run in.
    """

    status: CheckStatus
    summary: str
    content_hash: str
    findings: tuple[Finding, ...] = ()
    finding_count: int = 0
    counts: CheckCounts = CheckCounts()
    seconds: tuple[tuple[str, float], ...] = ()
    browser: str = ""
    sizes: tuple[str, ...] = ()

    def to_json(self) -> str:
        """The report as JSON text, the same for the same report."""
        fields = asdict(self)
        fields["seconds"] = {name: round(spent, 3) for name, spent in self.seconds}
        return json.dumps({"format": REPORT_FORMAT, **fields}, ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str) -> CheckReport:
        """The report that `to_json` wrote. Refused("bad_report") for any other text."""
        try:
            fields: dict[str, Any] = json.loads(text)
            if fields.pop("format") != REPORT_FORMAT:
                raise ValueError("another format")
            counts = fields.pop("counts")
            counts["keyboard_kinds"] = tuple(counts["keyboard_kinds"])
            return cls(
                findings=tuple(Finding(**finding) for finding in fields.pop("findings")),
                counts=CheckCounts(**counts),
                seconds=tuple(fields.pop("seconds").items()),
                sizes=tuple(fields.pop("sizes")),
                **fields,
            )
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise Refused("bad_report", "This is not a check report of this Praxeo.") from error
