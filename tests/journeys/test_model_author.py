"""Through Google's own SDK to a proven app: a PDF, a pasted text and a topic's stored text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from praxeo.adapters.sandbox.document_reader import extract
from praxeo.domain.input_records import InputType
from praxeo.domain.records import CodeSnippet
from praxeo.proof.checker import AppChecker
from praxeo.sources.documents.extraction_json import to_json

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "generation"))

import model_runs
from model_runs import Workshop

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def pdf_of(text: str, path: Path) -> Path:
    """The text as a PDF, printed by the browser's own hand."""
    from playwright.sync_api import sync_playwright

    from praxeo.adapters.browser import find_chromium

    lines = [line for line in text.split("\n") if line]
    body = "".join(
        f"<h{line.count('#')}>{line.strip('# ')}</h{line.count('#')}>"
        if line[0] == "#"
        else f"<p>{line}</p>"
        for line in lines
    )
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find_chromium(""), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(body)
        page.pdf(path=str(path))
        browser.close()
    return path


def given(shop: Workshop, source: str, kind: InputType, file: Path | None = None) -> Any:
    """The input, and what was read of the file if one is given."""
    added = shop.add(source, kind)
    if file is None:
        return added
    blob = shop.praxeo.outside.blobs.put(
        f"{kind}s/{added.id}", to_json(extract(file, name=file.name)).encode()
    )
    from praxeo.domain.records import changed

    return shop.records.save(changed(added, shop.clock.now(), extraction_blob=blob.key))[0]


@pytest.mark.parametrize(
    ("source", "how"),
    [("the-pendulum", "pdf"), ("sorting-race", "pasted"), ("functional-harmony", "topic")],
)
def test_it_becomes_a_ready_bespoke_app(
    source: str, how: str, checker: AppChecker, tmp_path: Path
) -> None:
    text = model_runs.SOURCES[source].read_text("utf-8")
    file = None
    if how == "pdf":
        file = pdf_of(text, tmp_path / f"{source}.pdf")
    elif how == "pasted":
        file = tmp_path / "Pasted text.txt"
        file.write_text(text, "utf-8")
    kind: InputType = "topic_input" if how == "topic" else "document_input"
    server = model_runs.gemini()
    with (
        server.running() as address,
        model_runs.workshop(address, checker, key="loopback-key", seconds=30.0) as shop,
    ):
        example = shop.make(
            given(shop, source, kind, file), kind, route="bespoke", offline_fallback=False
        )
        assert not shop.work()
        made = shop.example(example)
        assert (made.status, made.reason) == ("ready", "")
        assert [warning.code for warning in made.warnings] == []
        app = shop.records.get(CodeSnippet, made.code_snippet_id)
        assert app is not None
        assert app.check_summary.startswith("All ")
        assert len(server.calls) == 2
