"""Where models are asked: "gemini:gemini-3.8-flash", "openai:http://127.0.0.1:8080/v1#name", …"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast, get_args
from urllib.parse import urlsplit

from praxeo.domain.errors import Refused
from praxeo.models.prices import PREFERRED

Kind = Literal["gemini", "openai", "scripted"]
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
RECORDED = "recorded"  # the one model of recorded answers


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelAddress:
    """A model and the place to ask it: `place` is an URL or a folder, "" for Gemini."""

    kind: Kind
    model: str
    place: str = ""

    @property
    def is_free(self) -> bool:
        """Whether it costs nothing: a model on this machine, or a recorded answer."""
        return self.kind == "scripted" or urlsplit(self.place).hostname in LOCAL_HOSTS


def read_addresses(text: str) -> tuple[ModelAddress, ...]:
    """The models of PRAXEO_MODELS in their order. Raises Refused("bad_setting")."""
    entries = [entry.strip() for entry in text.split(",") if entry.strip()]
    found = [address for entry in entries for address in _read(entry)]
    return tuple(dict.fromkeys(found))


def _read(entry: str) -> list[ModelAddress]:
    kind, _, rest = entry.partition(":")
    if kind not in get_args(Kind):
        raise _bad(entry)
    if kind == "gemini":
        names = [rest.strip()] if rest.strip() else list(PREFERRED)
        return [ModelAddress(kind="gemini", model=name) for name in names]
    place, _, model = (
        rest.strip().rpartition("#") if kind == "openai" else (rest.strip(), "", RECORDED)
    )
    if (
        not place
        or not model
        or (kind == "openai" and urlsplit(place).scheme not in ("http", "https"))
    ):
        raise _bad(entry)
    return [ModelAddress(kind=cast(Kind, kind), model=model, place=place.rstrip("/"))]


def _bad(entry: str) -> Refused:
    return Refused(
        "bad_setting",
        f"PRAXEO_MODELS has an entry that is not understood: {entry}. Write gemini, gemini:NAME, "
        "openai:URL#NAME or scripted:FOLDER.",
    )
