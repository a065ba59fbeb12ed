"""Through Google's own SDK to a proven app: a PDF, a pasted text and a topic's stored text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from praxeo.adapters.sandbox.document_reader import extract
from praxeo.domain.access import local_user
from praxeo.domain.input_records import InputType
from praxeo.domain.records import CodeSnippet
from praxeo.proof.checker import AppChecker
from praxeo.sources.documents.extraction_json import to_json

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks" / "generation"))

import model_runs
from model_runs import Workshop

EDIT = "<<<<<<< SEARCH\n{}\n=======\n{}\n>>>>>>> REPLACE\n"
BOUND = ('min="5" max="60"', 'min="5" max="70"')

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


def test_a_bound_its_test_and_its_code_change_by_one_request(checker: AppChecker) -> None:
    """The answer holds edits of spec and code; the changed app is run against the changed tests."""
    good, edit = model_runs.recorded_answer(model_runs.RECORDINGS), EDIT.format
    of_spec = edit("angle: slider from 5 to 60, in", "angle: slider from 5 to 70, in")
    of_spec += edit("swing: number from -60 to 60", "swing: number from -70 to 70")
    of_spec += edit(
        "- For any length, angle from 10 to 40,", "- For any length, angle from 10 to 70,"
    )
    both = f"SPEC\n{of_spec}CODE\n{edit(*BOUND)}"

    def answer(words: str, config: dict[str, Any]) -> str:
        return both if "You change a learning app" in words else good(words, config)

    server = model_runs.gemini(answer)
    with (
        server.running() as address,
        model_runs.workshop(address, checker, key="loopback-key", seconds=30.0) as shop,
    ):
        example = shop.make(shop.add("the-pendulum"), route="bespoke", offline_fallback=False)
        assert not shop.work()
        before, praxeo = shop.example(example), shop.praxeo
        request = praxeo.change_requests.create(
            local_user(),
            before.id,
            words="Let the bob go from as far as 70 degrees, and prove it.",
            based_on=before.code_snippet_id,
        )
        assert not shop.work()
        done, now = praxeo.change_requests.get(local_user(), request.id), shop.example(example)
        assert (done.outcome, done.reason) == ("changed", "")
        assert (now.status, now.spec_id) == ("ready", done.spec_id)
        app = shop.records.get(CodeSnippet, now.code_snippet_id)
        assert app is not None
        assert app.check_summary.startswith("All ")
        old, new = (
            praxeo.examples.code(shop.records.get(CodeSnippet, each.code_snippet_id))
            for each in (before, now)
        )  # type: ignore[arg-type]
        assert new.decode() == old.decode().replace(*BOUND)
