"""A lecture of five minutes that is spoken becomes a proven app whose items lead to the right second, by one command."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from devtools.lectures import Lecture, lecture

pytestmark = [pytest.mark.browser, pytest.mark.nightly]

ROOT = Path(__file__).resolve().parents[2]
MAKING_SECONDS = 900
LATE_SECONDS = 2  # by which a place may lie before the slide that it is of
ITEMS_MIN = 8


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Lecture:
    path = tmp_path_factory.mktemp("talk") / "lecture.mp4"
    made = lecture(path, seed=5, slides=16, seconds=(18.5, 20), voice=True)
    path.with_suffix(".vtt").write_text(made.captions, "utf-8")
    return made


def praxeo(home: Path, *arguments: str) -> str:
    own = {"PRAXEO_DATA_DIR": str(home), "PRAXEO_WEB_DIR": str(ROOT / "web" / "dist")}
    done = subprocess.run(
        [sys.executable, "-m", "praxeo.entrypoints.cli", *arguments],
        env={**os.environ, **own},
        cwd=home,
        capture_output=True,
        text=True,
        timeout=MAKING_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def second_of(label: str) -> int:
    parts = [int(part) for part in label.split(":")]
    return sum(part * 60**place for place, part in enumerate(reversed(parts)))


@pytest.mark.parametrize("with_captions", [True, False], ids=["captions", "slides alone"])
def test_it_becomes_a_proven_app_whose_items_lead_to_the_right_second(
    talk: Lecture, tmp_path: Path, with_captions: bool
) -> None:
    given = ("--captions", str(talk.path.with_suffix(".vtt"))) if with_captions else ()
    example = json.loads(praxeo(tmp_path, "make", str(talk.path), *given, "--json"))
    assert example["status"] == "ready", example
    praxeo(tmp_path, "export", example["id"], "-o", "lecture.html")
    html = (tmp_path / "lecture.html").read_text("utf-8")
    payload: dict[str, Any] = json.loads(
        re.findall(r'id="praxeo-payload">(.*?)</script>', html, re.S)[0]
    )
    assert len(payload["evidence"]) >= ITEMS_MIN
    for quote in payload["evidence"].values():
        second = second_of(quote["label"].split(", ")[-1])
        number = max(n for n, start in enumerate(talk.starts) if start <= second + LATE_SECONDS)
        topic = talk.topics[number]
        lines = (topic.title, topic.said, *topic.lines)
        assert any(quote["text"].rstrip(".") in f"{line}." for line in lines), quote
