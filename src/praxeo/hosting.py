"""Host names, origins and addresses as they may stand in the environment."""

from __future__ import annotations

import re
from collections.abc import Mapping

from praxeo.environment import bad_setting

_HOST = re.compile(r"[\w.-]+|\[[0-9a-fA-F:.]+\]")  # without a port
_ORIGIN = re.compile(rf"https?://(?:{_HOST.pattern})(?::\d{{1,5}})?")
_ADDRESS = re.compile(rf"{_ORIGIN.pattern}(?:/(?!\.\.?(?:/|$))[\w.~-]+)*")
# Where each is asked unless another address is given; "" for those that everybody runs for themselves.
SEARCH_ENGINES = {
    "mediawiki": "",
    "searxng": "",
    "brave": "https://api.search.brave.com",
    "tavily": "https://api.tavily.com",
    "gemini": "https://generativelanguage.googleapis.com",
}
OWN_LIBRARY, ZIM = "library", "zim"  # search without a network: what was read before, and files
_CONTACT = re.compile(r"(?:https?://|mailto:)[!-'*-~]{3,200}")  # it stands in a header, in brackets


def bind_address(given: Mapping[str, str], name: str) -> str:
    """What to listen on; an IPv6 address may stand in brackets, as an URL has it."""
    return given[name].removeprefix("[").removesuffix("]")


def address(given: Mapping[str, str], name: str) -> str:
    """An address that others are made of by adding a path, or ""; it may have a path itself.

    Raises Refused("bad_setting").
    """
    found = given[name].rstrip("/")
    if found and not _ADDRESS.fullmatch(found):
        raise bad_setting(
            name, "has to be an address such as https://apps.example.org or one with a path"
        )
    return found


def origins(given: Mapping[str, str], name: str, *, of_apps: str) -> tuple[str, ...]:
    """Origins as browsers send them. The origin of the apps is none: what runs there may not use the API.

    Raises Refused("bad_setting").
    """
    found = tuple(origin.lower() for origin in listed(given[name]))
    for origin in found:
        if not _ORIGIN.fullmatch(origin):
            raise bad_setting(
                name, f"has to hold origins such as https://example.org; {origin!r} is none"
            )
        if f"{given[of_apps].lower()}/".startswith(f"{origin}/"):
            raise bad_setting(
                name, "may not hold the origin of the apps, which may not use the API"
            )
    return found


def hosts(given: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Host names without a port. Raises Refused("bad_setting")."""
    found = listed(given[name])
    for host in found:
        if not _HOST.fullmatch(host):
            raise bad_setting(
                name, f"has to hold names such as praxeo.example.org; {host!r} is none"
            )
    return found


def contact(given: Mapping[str, str], name: str) -> str:
    """Where somebody can be written to, or "". Raises Refused("bad_setting")."""
    found = given[name]
    if found and not _CONTACT.fullmatch(found):
        raise bad_setting(
            name, "has to be an address such as https://school.example or mailto:it@school.example"
        )
    return found


def search_engines(given: Mapping[str, str], name: str) -> tuple[tuple[str, str], ...]:
    """Kind and address (of a file: path) of each search engine. Raises Refused("bad_setting")."""
    found = []
    for part in listed(given[name]) if given[name] != "off" else ():
        kind, _, place = part.partition(":")
        place = place or SEARCH_ENGINES.get(kind, "")
        if not _is_engine(kind, place):
            raise bad_setting(
                name,
                "has to be off, or to hold library, zim:FILE, mediawiki:URL, searxng:URL, brave, tavily or gemini, "
                f"separated by commas; {part[:100]!r} is none",
            )
        found.append((kind, place))
    return tuple(found)


def _is_engine(kind: str, place: str) -> bool:
    if kind == OWN_LIBRARY:
        return not place
    if kind == ZIM:
        return place.endswith(".zim")
    return kind in SEARCH_ENGINES and bool(_ADDRESS.fullmatch(place))


def listed(text: str) -> tuple[str, ...]:
    """The parts of a list with commas."""
    return tuple(part.strip().rstrip("/") for part in text.split(",") if part.strip())
