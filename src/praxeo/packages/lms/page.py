"""The files of every package for a learning platform: the app in a frame that reaches nothing of the platform, with a
page around it that speaks for it.

A platform serves a package from its own origin, where a script has the rights of whoever is signed in. So no file of
it is an app that could be opened: the app is a string, which the page puts into a sandbox without an origin.
"""

from __future__ import annotations

from html import escape
from typing import Literal

from praxeo.compile.script_json import script_json
from praxeo.domain.app_guard import GUARD
from praxeo.domain.app_policy import APP_POLICY, SANDBOX
from praxeo.packages.packing import Packing

Standard = Literal["scorm12", "scorm2004", "cmi5"]
PAGE, FILES = "index.html", ("index.html", "app.js", "page.js")

# What a document may say of itself: `sandbox` counts only in a header, and stands at the frame.
_POLICY = APP_POLICY.removeprefix(f"sandbox {SANDBOX}; ")
_DOCTYPE = b"<!doctype html>"
# A frame without an address has the policy of the page around it too, so that one has to allow what an app needs.
# Where the page speaks to a record store, that may stand anywhere; the app's own policy keeps the app from it.
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'unsafe-inline'; \
style-src 'unsafe-inline'; img-src data:; font-src data:;{reaches} base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>html, body {{ margin: 0; height: 100% }} body {{ display: flex; flex-direction: column }}
iframe {{ display: block; flex: 1; min-height: 0; width: 100%; border: 0 }}</style>
</head>
<body>
<script src="app.js"></script>
<script src="page.js"></script>
</body>
</html>
"""


def page_files(packing: Packing, standard: Standard) -> dict[str, str]:
    """`FILES` by their names, for a platform that speaks this standard."""
    practice = packing.practice
    packed = {
        "standard": standard,
        "title": practice.title,
        "exercises": {
            exercise: group.row.played for group in practice.groups for exercise in group.exercises
        },
        "app": boxed(packing.app),
    }
    page = _PAGE.format(
        language=escape(practice.language),
        title=escape(practice.title),
        reaches=" connect-src *;" if standard == "cmi5" else "",
    )
    app = f"window.praxeoPackage = {script_json(packed)}\n"
    return dict(zip(FILES, (page, app, packing.page()), strict=True))


def boxed(app: bytes) -> str:
    """The app with policy and guard before anything of its own; no header of a platform brings them."""
    policy = f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
    guard = GUARD.removeprefix(_DOCTYPE).decode()
    own = app.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    return f"{_DOCTYPE.decode()}{policy}{guard}{own}"
