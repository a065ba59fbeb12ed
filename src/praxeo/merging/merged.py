"""What a merge gives: text on which both sides agree, and regions in which a person has to choose."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from praxeo.domain.errors import Refused

Choice = Literal["ours", "theirs", "text"]

FORMAT = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """A conflict: what stood there before, what the person made of it, what was written anew.

    Each side is "" where it has nothing there. `place` says where it is, in words ("Section: Waves").
    """

    base: str
    ours: str
    theirs: str
    place: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Resolution:
    """What a person wants in place of one region: one side, or a `text` of their own."""

    choice: Choice
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Merged:
    """A merged text from start to end, as agreed texts and regions."""

    parts: tuple[str | Region, ...]

    @property
    def regions(self) -> tuple[Region, ...]:
        return tuple(part for part in self.parts if isinstance(part, Region))

    def text(self) -> str:
        """The whole text; only of a merge without regions."""
        assert not self.regions
        return "".join(part for part in self.parts if isinstance(part, str))

    def resolved(self, resolutions: Sequence[Resolution]) -> str:
        """The whole text with each region, in order, as a person resolved it.

        Raises Refused("resolutions_missing") unless there is one for every region.
        """
        if len(resolutions) != len(self.regions):
            raise Refused(
                "resolutions_missing",
                f"There are {len(self.regions)} conflicts; say for each of them what shall stand there.",
            )
        answers = iter(resolutions)
        return "".join(
            part if isinstance(part, str) else _chosen(part, next(answers)) for part in self.parts
        )

    def to_json(self) -> str:
        """The stored form; `from_json` reads it."""
        parts = [part if isinstance(part, str) else _fields(part) for part in self.parts]
        return json.dumps({"format": FORMAT, "parts": parts}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> Merged:
        """The merge that `to_json` wrote. Refused("bad_merge") for any other text."""
        try:
            fields: dict[str, Any] = json.loads(text)
            if fields["format"] != FORMAT:
                raise ValueError("another format")
            parts = tuple(
                part if isinstance(part, str) else Region(**part) for part in fields["parts"]
            )
        except (ValueError, TypeError, KeyError) as error:
            raise Refused("bad_merge", "This is not a merge of this Praxeo.") from error
        return cls(parts=parts)


def joined(parts: Sequence[str | Region]) -> Merged:
    """The parts as a merge, with neighbouring texts put together and empty ones left out."""
    made: list[str | Region] = []
    texts: list[str] = []
    for part in (*parts, None):
        if isinstance(part, str):
            texts.append(part)
            continue
        if together := "".join(texts):
            made.append(together)
        texts = []
        if part:
            made.append(part)
    return Merged(parts=tuple(made))


def _chosen(region: Region, resolution: Resolution) -> str:
    if resolution.choice == "text":
        return resolution.text
    return region.ours if resolution.choice == "ours" else region.theirs


def _fields(region: Region) -> dict[str, str]:
    return {
        "base": region.base,
        "ours": region.ours,
        "theirs": region.theirs,
        "place": region.place,
    }
