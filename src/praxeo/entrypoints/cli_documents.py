"""The command that reads one document and touches no library: extract."""

from __future__ import annotations

import json
from pathlib import Path

from praxeo.entrypoints.cli_output import print_json, print_text


def extract(file: Path, format: str, json_too: bool) -> None:
    """Read the document in a process of its own and print it."""
    from praxeo.sources.documents.extraction_json import to_json
    from praxeo.sources.documents.markdown_out import render_markdown, render_text
    from praxeo.wiring.alone import read_document

    extraction = read_document(file, name=file.name)
    if json_too or format == "json":
        print_json(json.loads(to_json(extraction)))
    elif format == "text":
        print_text(render_text(extraction))
    else:
        print_text(render_markdown(extraction))
