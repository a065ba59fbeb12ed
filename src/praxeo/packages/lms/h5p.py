"""H5P packages: the app as content of a library of its own, which any H5P player runs.

The libraries of H5P's own kinds of content are other people's and are not packed along; a package that only named
them would open nowhere but where each of them is installed in a fitting version. So the package brings the one library
that it needs, and what learners see is the app that was proven.
"""

from __future__ import annotations

import base64
import json

from praxeo.packages.archive import zipped
from praxeo.packages.lms.page import boxed
from praxeo.packages.packing import Packing

LIBRARY = "Praxeo.App"
VERSION = (1, 0, 0)  # of the library: raised whenever its script changes what it does with content
_CHARACTERS_MAX = 100_000_000
_FOLDER = f"{LIBRARY}-{VERSION[0]}.{VERSION[1]}"
_LIBRARY = {
    "title": "Praxeo app",
    "machineName": LIBRARY,
    "majorVersion": VERSION[0],
    "minorVersion": VERSION[1],
    "patchVersion": VERSION[2],
    "runnable": 1,
    "author": "Praxeo",
    "license": "Apache-2.0",
    "coreApi": {"majorVersion": 1, "minorVersion": 19},
    "preloadedJs": [{"path": "app.js"}],
    "embedTypes": ["iframe"],
}
_NAME = {"name": "title", "type": "text", "label": "Title", "importance": "high"}
_HIDDEN = {"type": "text", "widget": "none", "importance": "low", "maxLength": _CHARACTERS_MAX}
# Platforms keep of a content what this names, and nothing else.
_SEMANTICS = [
    _NAME,
    {"name": "app", "label": "The app, as base64", **_HIDDEN},
    {"name": "exercises", "label": "The ids of its exercises, as base64", **_HIDDEN},
]


def h5p(packing: Packing) -> bytes:
    """A package for H5P: Moodle, WordPress, Drupal and players without a platform."""
    practice = packing.practice
    title = practice.title or "Praxeo"
    meta = {
        "title": title[:255],
        "language": practice.language or "und",
        "defaultLanguage": practice.language or "und",
        "mainLibrary": LIBRARY,
        "embedTypes": ["iframe"],
        "license": "U",
        "preloadedDependencies": [
            {"machineName": LIBRARY, "majorVersion": VERSION[0], "minorVersion": VERSION[1]}
        ],
    }
    content = {
        "title": title,
        "app": _base64(boxed(packing.app)),
        "exercises": _base64(json.dumps(practice.exercises)),
    }
    return zipped(
        {
            "h5p.json": json.dumps(meta, ensure_ascii=False),
            "content/content.json": json.dumps(content, ensure_ascii=False),
            f"{_FOLDER}/library.json": json.dumps(_LIBRARY),
            f"{_FOLDER}/semantics.json": json.dumps(_SEMANTICS),
            f"{_FOLDER}/app.js": packing.page(),
        }
    )


def _base64(text: str) -> str:
    """Signs that platforms, which escape what means something in HTML, leave as they are."""
    return base64.b64encode(text.encode()).decode()
