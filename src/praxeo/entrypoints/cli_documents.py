"""Commands that look at one file and touch no library: extract, check."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from praxeo.domain.checks import CheckReport, LineState
from praxeo.domain.errors import Refused
from praxeo.entrypoints.cli_output import configuration, leave, print_json, print_text
from praxeo.sources.documents.formats import readable

File = Annotated[
    Path, typer.Argument(exists=True, dir_okay=False, readable=True, metavar="FILE", help="A file.")
]


STATE_MARKS: dict[LineState, str] = {"passed": "ok  ", "failed": "FAIL", "not_run": "-   "}


class Format(StrEnum):
    """How `extract` prints what it read."""

    MARKDOWN = "markdown"
    JSON = "json"
    TEXT = "text"


Document = Annotated[
    Path,
    typer.Argument(
        exists=True, dir_okay=False, readable=True, metavar="FILE", help=f"{readable()}."
    ),
]


def extract(
    file: Document,
    format: Annotated[Format, typer.Option(help="How to print it.")] = Format.MARKDOWN,
    json_too: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """Read a document or web page and print what it says.

    Documents are told apart by their content. JSON holds every block with its place in the document.

    praxeo extract paper.pdf > paper.md
    praxeo extract slides.pptx --format json
    """
    from praxeo.sources.documents.extraction_json import to_json
    from praxeo.sources.documents.markdown_out import render_markdown, render_text
    from praxeo.wiring.alone import read_document

    extraction = read_document(file, name=file.name)
    if json_too or format is Format.JSON:
        print_json(json.loads(to_json(extraction)))
    elif format is Format.TEXT:
        print_text(render_text(extraction))
    else:
        print_text(render_markdown(extraction))


def check(
    file: File,
    spec: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, readable=True, help="Hold it to this spec."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole report.")] = False,
) -> None:
    """Run an app in a browser, try out every exercise, and say whether it holds.

    Prints what was to be proven line by line: "ok", "FAIL" with what was found, or "-" for what was not
    looked at to its end. An app that Praxeo compiled says itself what is to be tried out. Any other page needs a
    spec with acceptance tests, which are run (docs/reference/acceptance-tests.md says how to write one).

    praxeo check app.html
    praxeo check pendulum.html --spec pendulum.md
    praxeo check app.html --json > report.json
    """
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
