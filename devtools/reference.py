"""The generated part of docs/reference; `python -m devtools.reference` writes it anew.

A test compares the files with what is generated here, so that the documentation cannot fall behind.
"""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

from devtools.raised_errors import raised_errors
from praxeo.app import build
from praxeo.domain.spec import KINDS
from praxeo.entrypoints.api.application import ApiOptions, create_api
from praxeo.entrypoints.cli_commands import COMMANDS
from praxeo.entrypoints.cli_help import COLUMNS_MAX, general_help, help_of
from praxeo.entrypoints.cli_output import EXIT_CODES
from praxeo.environment import VARIABLES
from praxeo.outside import Outside
from praxeo.ports.metrics import METRICS
from praxeo.sources.documents.formats import FORMATS, readable
from praxeo.spec.forms import FORMS

ROOT = Path(__file__).parents[1]
FOLDER = "docs/reference"
MADE_BY = "Made by `python -m devtools.reference`; edit the source, not this page."
MADE = f"<!-- {MADE_BY} -->"


def pages() -> dict[str, str]:
    """The generated files by their path."""
    return {
        f"{FOLDER}/settings.md": settings_page(),
        f"{FOLDER}/cli.md": cli_page(),
        f"{FOLDER}/api.md": api_page(),
        f"{FOLDER}/openapi.json": json.dumps(description(), indent=1, ensure_ascii=False) + "\n",
        f"{FOLDER}/errors.md": errors_page(),
        f"{FOLDER}/formats.md": formats_page(),
        f"{FOLDER}/metrics.md": metrics_page(),
        "web/studio/src/i18n/formats.ts": formats_script(),
        "web/studio/src/editor/kinds.ts": kinds_script(),
        "README.md": filled("README.md", "formats", readable()),
        f"{FOLDER}/app-contract.md": filled(f"{FOLDER}/app-contract.md", "kinds", kinds_table()),
        f"{FOLDER}/spec-grammar.md": filled(f"{FOLDER}/spec-grammar.md", "kinds", kinds_examples()),
    }


def settings_page() -> str:
    """Every environment variable."""
    rows = [f"| `{v.name}` | `{v.default}` | {v.meaning} |" for v in VARIABLES]
    return _page(
        "Settings",
        "Praxeo is set up by environment variables alone. None of them is needed to start.",
        "| Variable | Default | Meaning |\n| --- | --- | --- |\n"
        + "\n".join(rows).replace("``", ""),
    )


def metrics_page() -> str:
    """Every metric."""
    rows = [
        f"| `{name}` | {metric.kind} | {', '.join(metric.labels) or '–'} | {metric.says} |"
        for name, metric in METRICS.items()
    ]
    return _page(
        "Metrics",
        "On a box `PRAXEO_METRICS_PORT=8402` opens `http://127.0.0.1:8402/metrics`, which Prometheus and its like read. "
        "On AWS the same names stand in the namespace `Praxeo` of CloudWatch, for each function; the alarms rest on "
        "them. Labels hold routes, lanes and models, never titles or people.",
        "| Metric | Kind | Labels | What it says |\n| --- | --- | --- | --- |\n" + "\n".join(rows),
    )


def cli_page() -> str:
    """Every command with its help, and the exit codes."""
    parts = [
        f"## praxeo {command.name}\n\n```text\n{help_of(command, COLUMNS_MAX)}```"
        for command in COMMANDS
    ]
    codes = "\n".join(f"| {code} | {meaning} |" for code, meaning in EXIT_CODES.items())
    return _page(
        "The command line",
        "Data goes to standard output, progress and messages to standard error. Everything that "
        "prints data prints JSON with `--json`.",
        f"```text\n{general_help(COMMANDS, COLUMNS_MAX)}```",
        *parts,
        f"## Exit codes\n\n| Code | Meaning |\n| --- | --- |\n{codes}",
    )


def description() -> dict[str, object]:
    """The OpenAPI description, without an installation behind it."""
    nothing: dict[str, object] = dict.fromkeys(
        (
            *(
                "records",
                "blobs",
                "clock",
                "ids",
                "read_document",
                "draw_page",
                "web",
                "name_pictures",
            ),
            *("author", "compiler", "checker"),
        )
    )
    outside = Outside(**nothing, upload_bytes_max=0)  # type: ignore[arg-type]
    return create_api(build(outside), ApiOptions()).openapi()


def api_page() -> str:
    """Every operation of the API in one line; openapi.json has the rest."""
    rows = [
        f"| `{method.upper()} {path}` | {operation['description'].splitlines()[0]} |"
        for path, operations in description()["paths"].items()  # type: ignore[attr-defined]
        for method, operation in operations.items()
    ]
    return _page(
        "The HTTP API",
        "A running Praxeo describes itself at `/v1/openapi.json`; [openapi.json](openapi.json) is "
        "the same file.",
        "| Operation | What it does |\n| --- | --- |\n" + "\n".join(rows),
        "## What holds for all of them",
        "- **Errors** are problem details (RFC 9457, `application/problem+json`) with a stable "
        "`code`; [errors.md](errors.md) lists them.\n"
        "- **Lists** hold `records` and a `cursor`: send it back as `?cursor=` for the next page; it "
        "is empty at the end. Cursors are opaque.\n"
        "- **ETags.** Every record answers with one; `If-None-Match` gives 304. Changes and "
        "deletions of a record need `If-Match` (428 without, 412 if it was changed meanwhile).\n"
        "- **`Idempotency-Key`** on a POST makes it take effect once, however often it is sent.\n"
        "- **Bodies** are JSON and say so (415). They have at most 64 KB and 2,000 values, and more only "
        "where a spec, code or a document is sent (413).\n"
        "- **Jobs.** `GET /v1/jobs/{job_id}?wait=20` with `If-None-Match` answers when there is "
        "news, with 304 when the time is over.\n"
        "- **Who may.** On one's own machine there is no login. Requests for other host names and "
        "changes from pages of other origins are refused.",
        "## From a document to an app",
        "```sh\n"
        "api=http://127.0.0.1:8400/v1\n"
        'id=$(curl -s $api/document_inputs --json \'{"name": "enzymes.pdf"}\' | jq -r .id)\n'
        "curl -s -X PUT $api/document_inputs/$id/content --data-binary @enzymes.pdf\n"
        "curl -s -X POST $api/document_inputs/$id/confirm\n"
        'curl -s $api/examples --json "{\\"input_id\\": \\"$id\\"}"\n'
        "```",
    )


def formats_page() -> str:
    """Every format of documents, by what a person calls it."""
    rows = [
        f"| {format.words[0]} | {' '.join(format.suffixes)} | `{format.media_type}` |"
        for format in FORMATS
    ]
    return _page(
        "Formats",
        "What a document is, its bytes tell; its name and its suffix are never asked.",
        "| Format | Usual suffixes | Media type |\n| --- | --- | --- |\n" + "\n".join(rows),
    )


def formats_script() -> str:
    """The list of formats as it stands in the studio's sentences."""
    lists = "".join(f"  {language}: '{readable(language)}',\n" for language in ("en", "de"))
    return f"/** {MADE_BY} */\nexport const readable = {{\n{lists}}} as const\n"


def kinds_script() -> str:
    """The kinds of activities as the studio's editor offers them."""
    rows = "".join(
        f"  {{ heading: {json.dumps(form.heading)}, items: {_text(form.example)} }},\n"
        for form in FORMS.values()
    )
    return f"/** {MADE_BY} */\nexport const KINDS = [\n{rows}] as const\n"


def kinds_table() -> str:
    """What an app holds of each kind of activity."""
    rows = [
        f"| `{kind}` | {', '.join(f'`{name}`' for name in _own_fields(row.item))} | {row.played} | "
        f"{'all items are one exercise' if row.whole else 'each item is an exercise'} |"
        for kind, row in KINDS.items()
    ]
    head = "| `kind` | fields of its items | played as | exercises |\n| --- | --- | --- | --- |\n"
    return f"\n{head}" + "\n".join(rows) + "\n"


def kinds_examples() -> str:
    """How each kind of activity is written."""
    parts = [
        f"### {form.heading}: …\n{form.example.replace('{}', '{b12.3}')}" for form in FORMS.values()
    ]
    return "\n```markdown\n" + "\n\n".join(parts) + "\n```\n"


def _own_fields(item: type) -> list[str]:
    return [field.name for field in fields(item) if field.name != "evidence"]


def _text(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def filled(page: str, name: str, text: str) -> str:
    """A page written by hand, with this text between its marks of that name."""
    whole = (ROOT / page).read_text("utf-8")
    before, start, rest = whole.partition(f"<!-- {name} -->")
    _, end, after = rest.partition(f"<!-- /{name} -->")
    assert end, f"{page} has no marks for {name}"
    return f"{before}{start}{text}{end}{after}"


def errors_page() -> str:
    """Every code that Praxeo raises on purpose, found in its source."""
    rows = [
        f"| `{found.code}` | {found.status} | {found.sentence} |"
        for found in sorted(raised_errors(), key=lambda found: found.code)
    ]
    return _page(
        "Errors",
        "Every error has a stable code and a sentence that says what to do. In the API it is a "
        "problem detail with this status, on the command line it decides the exit code. "
        "“…” stands for a part that depends on the case.",
        "| Code | HTTP | Sentence |\n| --- | --- | --- |\n" + "\n".join(dict.fromkeys(rows)),
    )


def _page(title: str, *parts: str) -> str:
    return "\n\n".join([MADE, f"# {title}", *parts]) + "\n"


def main() -> None:
    """Write all generated files."""
    for name, text in pages().items():
        (ROOT / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
