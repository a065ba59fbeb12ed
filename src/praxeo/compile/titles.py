"""An app under the name that a person gave its example: the same app with another title, and nothing else."""

from __future__ import annotations

import html
import re

from praxeo.compile.script_json import script_json
from praxeo.domain.records import Example

_TITLE = re.compile(r"(<title\b[^>]*>)(.*?)(</title>)", re.DOTALL | re.IGNORECASE)
# The beginning of what a compiled app holds; see `compile_app`.
_PAYLOAD = re.compile(
    r'(<script type="application/json" id="praxeo-payload">\s*\{"format":\d+,"title":)"(?:[^"\\]|\\.)*"'
)
_HEADING = re.compile(r"(<h1\b[^>]*>)([^<>]*)(</h1>)", re.IGNORECASE)


def under_its_name(example: Example, app: bytes) -> bytes:
    """The app as it is shown: under the example's name if a person gave it one, else as it was made.

    A version is stored, checked and compared as it was made; it is named where it goes out.
    """
    return titled(app, example.title) if example.named_by_hand else app


def titled(app: bytes, title: str) -> bytes:
    """The HTML of an app with this title in the browser's tab and in the app itself.

    An app that was written as a whole has it in its tab, and in its first heading if that repeats the
    title. What is no UTF-8 or has no title stays as it is.
    """
    try:
        text = app.decode()
    except UnicodeDecodeError:
        return app
    found = _TITLE.search(text)
    if found is None:
        return app
    shown = html.escape(title)
    text = f"{text[: found.start()]}{found[1]}{shown}{found[3]}{text[found.end() :]}"
    text, compiled = _PAYLOAD.subn(lambda payload: payload[1] + script_json(title), text, count=1)
    if not compiled:
        earlier = html.unescape(found[2]).strip()
        text = _HEADING.sub(
            lambda heading: (
                heading[1] + shown + heading[3]
                if html.unescape(heading[2]).strip() == earlier
                else heading[0]
            ),
            text,
            count=1,
        )
    return text.encode()
