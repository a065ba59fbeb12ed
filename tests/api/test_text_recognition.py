"""Text recognition: what there is of it is told, and reading does as the settings say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from plain_praxeo import add_text, outside_in_memory, read_document, run_all
from starlette.testclient import TestClient

from praxeo.app import Praxeo, build
from praxeo.domain.blocks import Extraction
from praxeo.domain.pages import OcrWish
from praxeo.entrypoints.api.application import ApiOptions, create_api


class Engine:
    """Has learned three things, one of which is no language."""

    def version(self) -> str:
        return "Tesseract 5.3.0"

    def languages(self) -> tuple[str, ...]:
        return ("chi_tra", "deu", "osd")


def client_of(praxeo: Praxeo) -> TestClient:
    return TestClient(create_api(praxeo, ApiOptions()), base_url="http://localhost:8400")


def test_what_recognises_scans_is_told_with_its_languages() -> None:
    client = client_of(build(replace(outside_in_memory(), text_recognition=Engine())))
    assert client.get("/v1/settings/text_recognition").json() == {
        "engine": "Tesseract 5.3.0",
        "languages": [{"name": "chi_tra", "tag": "zh-Hant"}, {"name": "deu", "tag": "de"}],
        "can_be_installed": True,
    }


def test_where_there_is_none_it_is_told_whether_it_can_be_installed() -> None:
    for remote in (False, True):
        client = client_of(build(replace(outside_in_memory(), remote=remote)))
        told = client.get("/v1/settings/text_recognition").json()
        assert told == {"engine": "", "languages": [], "can_be_installed": not remote}


@pytest.mark.parametrize(
    ("change", "wish"),
    [
        ({}, OcrWish()),
        ({"ocr": "off"}, OcrWish(on=False)),
        ({"ocr_language": "deu"}, OcrWish(language="deu")),
        ({"language": "de"}, OcrWish(likely="de")),
    ],
)
def test_reading_does_as_the_settings_say(change: dict[str, str], wish: OcrWish) -> None:
    heard: list[object] = []

    def noted(path: Path, *, name: str, ocr: OcrWish, **more: object) -> Extraction:
        heard.append(ocr)
        return read_document(path, name=name)

    praxeo = build(replace(outside_in_memory(), read_document=noted))
    client = client_of(praxeo)
    if change:
        assert client.patch("/v1/settings", json=change, headers={"If-Match": '"0"'}).is_success
    add_text(praxeo)
    run_all(praxeo)
    assert heard == [wish]


@pytest.mark.parametrize(
    "bad", [{"ocr": "maybe"}, {"ocr_language": "--psm"}, {"ocr_language": "a" * 40}]
)
def test_settings_that_mean_nothing_are_refused(bad: dict[str, str]) -> None:
    client = client_of(build(outside_in_memory()))
    assert client.patch("/v1/settings", json=bad, headers={"If-Match": '"0"'}).status_code == 422
