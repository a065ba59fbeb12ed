"""The gallery: apps of the samples, made and proven when the front end is built."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from plain_praxeo import outside_in_memory

from devtools.gallery import add_sample, keep_only
from praxeo.domain.checks import CheckCounts, CheckReport
from praxeo.domain.errors import Refused
from praxeo.domain.records import CheckStatus
from praxeo.domain.spec import SpecDocument
from praxeo.outside import Outside
from praxeo.ports.proving import CheckOutcome, Progress

Judge = Callable[[CheckStatus], tuple[Outside, list[str]]]


@pytest.fixture
def judged_as() -> Judge:
    """A Praxeo whose check gives this verdict, and the pages that it was asked to run."""

    def judging(status: CheckStatus) -> tuple[Outside, list[str]]:
        run: list[str] = []

        def check(
            html: str, *, progress: Progress, spec: SpecDocument | None = None
        ) -> CheckOutcome:
            run.append(html)
            report = CheckReport(
                status=status,
                summary="The verdict.",
                content_hash=hashlib.sha256(html.encode()).hexdigest(),
                counts=CheckCounts(answers=7),
            )
            return CheckOutcome(
                status=status, summary=report.summary, report=report.to_json().encode(), pictures=()
            )

        return replace(outside_in_memory(), checker=check), run

    return judging


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    file = tmp_path / "enzymes.txt"
    file.write_text("The enzyme binds the substrate.\nHeat denatures it.")
    return file


def test_a_sample_becomes_an_app_with_its_source_and_its_proof(
    judged_as: Judge, sample: Path, tmp_path: Path
) -> None:
    outside, _ = judged_as("passed")
    entry = add_sample(outside, sample, tmp_path / "out")
    folder = tmp_path / "out" / "enzymes"
    app = (folder / "app.html").read_bytes()
    assert gzip.decompress((folder / "app.html.gz").read_bytes()) == app
    assert (folder / "enzymes.txt").read_bytes() == sample.read_bytes()
    report = json.loads((folder / "report.json").read_text())
    assert report["content_hash"] == hashlib.sha256(app).hexdigest()
    assert (entry["status"], entry["exercise_count"], entry["answer_count"]) == ("ready", 2, 7)


def test_bytes_that_were_proven_are_not_run_again_but_others_are(
    judged_as: Judge, sample: Path, tmp_path: Path
) -> None:
    outside, run = judged_as("passed")
    for _ in range(2):
        add_sample(outside, sample, tmp_path / "out")
    assert len(run) == 1
    changed = replace(outside, compiler=lambda spec, extraction: f"<p>{spec.title}")
    add_sample(changed, sample, tmp_path / "out")
    assert len(run) == 2


def test_an_app_that_was_not_run_is_called_unproven_and_run_when_it_can_be(
    judged_as: Judge, sample: Path, tmp_path: Path
) -> None:
    outside, run = judged_as("not_run")
    assert add_sample(outside, sample, tmp_path / "out")["status"] == "unproven"
    add_sample(outside, sample, tmp_path / "out")
    assert len(run) == 2


def test_an_app_that_failed_its_check_does_not_get_into_the_gallery(
    judged_as: Judge, sample: Path, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="The verdict"):
        add_sample(judged_as("failed")[0], sample, tmp_path / "out")
    keep_only(tmp_path / "out", set())
    assert list((tmp_path / "out").iterdir()) == []
