"""Themes of embeds: which CSS variables may be set, as docs/reference/bridge.md lists them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from praxeo.domain.errors import Refused
from praxeo.embeds.readability import readable

SCHEME = "scheme"
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_FONT = re.compile(r"[\w ,'\"-]{1,120}")
_RADIUS = re.compile(r"(?:[0-9]|1[0-9]|2[0-4])(?:\.[0-9]{1,2})?px")
_SPACE = re.compile(r"0\.[6-9]|1(?:\.[0-6])?")
_DIRECTION = re.compile(r"ltr|rtl")
_VARIABLES = {
    "--praxeo-accent": (_COLOUR, "a colour such as #0a6 or #00aa66"),
    "--praxeo-surface": (_COLOUR, "a colour such as #fff or #fafafa"),
    "--praxeo-text": (_COLOUR, "a colour such as #111 or #1a1a1a"),
    "--praxeo-font": (_FONT, "names of fonts, separated by commas"),
    "--praxeo-reading-font": (_FONT, "names of fonts, separated by commas"),
    "--praxeo-radius": (_RADIUS, "a length from 0px to 24px"),
    "--praxeo-space": (_SPACE, "a number from 0.6 to 1.6 with one decimal"),
    "--praxeo-direction": (_DIRECTION, "ltr or rtl"),
}
_SCHEMES = ("light", "dark")


def checked_theme(theme: Mapping[str, str]) -> dict[str, str]:
    """The theme, if each of its values is allowed. Refused("bad_theme") names the first that is not."""
    for name, value in theme.items():
        if name == SCHEME:
            if value not in _SCHEMES:
                raise Refused("bad_theme", f"The scheme of a theme is {' or '.join(_SCHEMES)}.")
            continue
        if name not in _VARIABLES:
            known = ", ".join([SCHEME, *_VARIABLES])
            raise Refused("bad_theme", f"A theme cannot set “{name[:60]}”, only {known}.")
        rule, meaning = _VARIABLES[name]
        if not rule.fullmatch(value):
            raise Refused("bad_theme", f"In a theme, {name} is {meaning}.")
    return dict(theme)


def theme_to_save(theme: Mapping[str, str]) -> dict[str, str]:
    """The theme as readers get it: checked, and with colours that can be read. Refused("bad_theme")."""
    return readable(checked_theme(theme))


def theme_json(theme: Mapping[str, str]) -> str:
    """The theme as the wrapper page takes it; "" for none."""
    if not theme:
        return ""
    variables = {name: value for name, value in theme.items() if name != SCHEME}
    message: dict[str, object] = {"variables": variables}
    if SCHEME in theme:
        message[SCHEME] = theme[SCHEME]
    return json.dumps(message, ensure_ascii=False, sort_keys=True)
