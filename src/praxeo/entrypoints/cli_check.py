"""The command that runs an app and says whether it holds: check."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from praxeo.domain.checks import CheckReport, LineState
from praxeo.domain.errors import Refused
from praxeo.entrypoints.cli_output import configuration, leave, print_json, print_text

STATE_MARKS: dict[LineState, str] = {"passed": "ok  ", "failed": "FAIL", "not_run": "-   "}


def check(file: Path, spec: Path | None, as_json: bool) -> None:
    """Run the app, print its report, and leave with the code of what it came to."""
    from praxeo.spec.text import parse_spec
    from praxeo.wiring.product import opened_checker

    html = _text_of(file, "HTML file")
    document = parse_spec(_text_of(spec, "spec")) if spec else None
    with opened_checker(configuration()) as checker:
        outcome = checker(html, progress=lambda share: None, spec=document)
    if as_json:
        print_json(json.loads(outcome.report))
    else:
        print_text("\n".join(_told(CheckReport.from_json(outcome.report.decode()))))
    leave({"passed": 0, "failed": 4}.get(outcome.status, 5))


def _text_of(file: Path, what: str) -> str:
    try:
        return file.read_text("utf-8")
    except UnicodeDecodeError as fault:
        raise Refused("not_text", f"{file.name} is no {what} in UTF-8.") from fault


def _told(report: CheckReport) -> Iterator[str]:
    from praxeo.proof.lines import sentence

    yield f"{report.status}: {report.summary}"
    for line in report.lines:
        time = f" ({line.seconds:.1f} s)" if line.seconds >= 0.05 else ""
        yield f"{STATE_MARKS[line.state]}  {sentence(line)}{time}"
        for finding in report.findings:
            if finding.line == line.code:
                yield f"      {finding.message}"
