"""H5P packages: what platforms read of them, and that what they filter leaves the app whole."""

from __future__ import annotations

import base64
import html
import io
import json
import re
import zipfile
from typing import Any

import pytest

from praxeo.packages.lms.h5p import h5p
from praxeo.packages.packing import Packing

ALLOWED = re.compile(r"\.(json|js|css)$")  # of what players take as files of a library


@pytest.fixture
def files(packing: Packing) -> dict[str, str]:
    archive = zipfile.ZipFile(io.BytesIO(h5p(packing)))
    return {name: archive.read(name).decode() for name in archive.namelist()}


def read(files: dict[str, str], name: str) -> Any:
    return json.loads(files[name])


def test_the_package_names_its_library_and_brings_it(files: dict[str, str]) -> None:
    meta, library = read(files, "h5p.json"), read(files, "Praxeo.App-1.0/library.json")
    assert meta["mainLibrary"] == library["machineName"]
    (dependency,) = meta["preloadedDependencies"]
    named = {"machineName": "Praxeo.App", "majorVersion": 1, "minorVersion": 0}
    assert dependency == named
    assert named.items() <= library.items()
    assert library["runnable"] == 1
    assert [f"Praxeo.App-1.0/{each['path']}" in files for each in library["preloadedJs"]] == [True]
    assert re.fullmatch(r"[\w0-9\-.]{1,255}", library["machineName"])
    assert all(ALLOWED.search(name) for name in files)


def test_the_library_describes_all_of_its_content(files: dict[str, str]) -> None:
    described = {each["name"]: each for each in read(files, "Praxeo.App-1.0/semantics.json")}
    content = read(files, "content/content.json")
    assert set(described) == set(content)
    for name, value in content.items():
        assert described[name]["type"] == "text"
        assert len(value) <= described[name].get("maxLength", 255)


def test_what_platforms_escape_and_filter_leaves_the_app_whole(files: dict[str, str]) -> None:
    content = read(files, "content/content.json")
    for name in ("app", "exercises"):
        assert html.escape(content[name]) == content[name]
    app = base64.b64decode(content["app"]).decode()
    assert app.startswith("<!doctype html><meta http-equiv=")
    assert app.index("Content-Security-Policy") < app.index("How Enzymes Work")
    assert len(json.loads(base64.b64decode(content["exercises"]))) == 14


def test_the_same_app_gives_the_same_bytes(packing: Packing) -> None:
    assert h5p(packing) == h5p(packing)
