"""Makes and proves an app of every sample: the gallery that a first visitor opens.

    python -m devtools.gallery samples web/dist/gallery

Runs when the front end is built, so that the apps open at once wherever it is served from. An app whose
bytes were proven before is not run again: its report names their hash.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from praxeo.adapters.sandbox.document_reader import content_hash
from praxeo.config import read_config
from praxeo.domain.app_policy import guarded
from praxeo.domain.blocks import Extraction
from praxeo.domain.checks import CheckReport
from praxeo.domain.errors import PraxeoError, Refused
from praxeo.domain.spec import Choice, Cloze, SpecDocument
from praxeo.embeds.compression import brotli_bytes, gzip_bytes
from praxeo.library.code import exercise_count
from praxeo.library.outcomes import STATUS_AFTER_CHECK
from praxeo.outside import Outside
from praxeo.wiring.product import build_praxeo

APP, REPORT, INDEX = "app.html", "report.json", "index.json"
TEASER_CHARACTERS_MAX = 150  # of a question and its answers that shall fit on a card
OPTIONS_SHOWN = 3
GAP = "……"


def main() -> int:
    """Fill the folder; 1 if an app could not be made or failed its check."""
    samples, out = Path(sys.argv[1]), Path(sys.argv[2])
    config = read_config({**os.environ, "DATABASE_URL": "memory:", "BLOBS_URL": "memory:"})
    praxeo = build_praxeo(config)
    entries, failed = [], 0
    with closing(praxeo.outside):
        for sample in sorted(path for path in samples.iterdir() if path.is_file()):
            try:
                entries.append(add_sample(praxeo.outside, sample, out))
            except PraxeoError as error:
                failed += 1
                print(f"{sample.name}: {error.message}", file=sys.stderr)
    keep_only(out, {entry["name"] for entry in entries})
    _write(out / INDEX, json.dumps({"apps": entries}, ensure_ascii=False).encode())
    return 1 if failed else 0


def add_sample(outside: Outside, sample: Path, out: Path) -> dict[str, Any]:
    """Make, prove and write the app of one sample; gives its entry for the index.

    Raises PraxeoError if the sample is refused, or its app fails its check.
    """
    extraction = outside.read_document(sample, name=sample.name)
    spec = outside.author(extraction, name=sample.name).document
    folder = out / sample.stem
    folder.mkdir(parents=True, exist_ok=True)
    html = outside.compiler(spec, extraction)
    _write(folder / APP, guarded(html.encode()))
    report = _proof(outside, folder, spec, html)
    if report.status == "failed":
        raise Refused("check_failed", report.summary)
    shutil.copy(sample, folder / sample.name)
    return _entry(sample, extraction, spec, report)


def keep_only(out: Path, names: set[str]) -> None:
    """Remove the apps of samples that are no more."""
    for folder in out.iterdir():
        if folder.is_dir() and folder.name not in names:
            shutil.rmtree(folder)


def _proof(outside: Outside, folder: Path, spec: SpecDocument, html: str) -> CheckReport:
    """The report on just these bytes: the stored one if they were proven before, else a new one.

    The file holds the app as it was run: with the guard before it.
    """
    stored = folder / REPORT
    run = content_hash(folder / APP)
    if stored.is_file():
        known = CheckReport.from_json(stored.read_text("utf-8"))
        if known.status == "passed" and known.content_hash == run:
            return known
    outcome = outside.checker(html, progress=lambda _: None, spec=spec)
    report = replace(CheckReport.from_json(outcome.report.decode()), content_hash=run)
    _write(stored, report.to_json().encode())
    return report


def _entry(
    sample: Path, extraction: Extraction, spec: SpecDocument, report: CheckReport
) -> dict[str, Any]:
    return {
        "name": sample.stem,
        "title": spec.title,
        "language": spec.language,
        "source": sample.name,
        "media_type": extraction.metadata.media_type,
        "licence": extraction.metadata.licence,
        "word_count": extraction.metadata.word_count,
        "section_count": len(spec.sections),
        "exercise_count": exercise_count(spec),
        "status": STATUS_AFTER_CHECK[report.status],
        "answer_count": report.counts.answers,
        "browser": report.browser,
        "teaser": next(_teasers(spec), None),
    }


def _teasers(spec: SpecDocument) -> Iterator[dict[str, Any]]:
    """Questions of the app that are short enough to stand on its card; those with answers first."""
    items = [
        item
        for section in spec.sections
        for activity in section.activities
        for item in activity.items
    ]
    for item in items:
        if isinstance(item, Choice):
            options = sorted((item.answer, *item.distractors[: OPTIONS_SHOWN - 1]))
            if len(item.question) + sum(map(len, options)) <= TEASER_CHARACTERS_MAX:
                yield {"question": item.question, "options": options}
    for item in items:
        if isinstance(item, Cloze) and len(item.before + item.after) <= TEASER_CHARACTERS_MAX:
            yield {"question": f"{item.before}{GAP}{item.after}", "options": []}


def _write(path: Path, data: bytes) -> None:
    """The file with its compressed copies, as they are served."""
    path.write_bytes(data)
    path.with_name(f"{path.name}.br").write_bytes(brotli_bytes(data))
    path.with_name(f"{path.name}.gz").write_bytes(gzip_bytes(data))


if __name__ == "__main__":
    sys.exit(main())
