"""Prompts are files with a version; this is the only place that fills them in.

A file begins with a head ("prompt: name version", "purpose: …", "output tokens: …"), then come the
parts `# System` and `# Message`. Only the message has places to fill ("{{source}}"). What comes from
outside goes in fenced, with a word that its author cannot know, and the system part never changes.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import count
from typing import Any, cast, get_args

from praxeo.ports.models import BytesPart, Prompt, Purpose, TextPart
from praxeo.sources.documents.sanitization import fence

NONCE_HEX_DIGITS = 32
NAMES = (
    "write_spec",
    "write_section",
    "write_bespoke_spec",
    "write_code",
    "follow_spec",
    "repair_patch",
    "repair_part",
    "critique",
    "edit_spec",
    "edit_code",
)

_PLACE = re.compile(r"\{\{([a-z]+)\}\}")
_FILE = re.compile(
    r"prompt: (?P<version>\S+ \d+)\npurpose: (?P<purpose>\S+)\noutput tokens: (?P<tokens>\d+)\n"
    r"\n# System\n(?P<system>.*?)\n\n# Message\n(?P<message>.*)",
    re.DOTALL,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class PromptFile:
    """A prompt before it is filled in. `version` is its name with its number ("write_spec 1")."""

    version: str
    purpose: Purpose
    output_tokens_max: int
    system: str
    message: str


@cache
def load_prompt(name: str) -> PromptFile:
    """The prompt file of that name."""
    found = _FILE.fullmatch(prompt_text(name))
    assert found is not None, f"{name}.md is not a prompt file"
    assert found["purpose"] in get_args(Purpose), f"{name}.md has an unknown purpose"
    return PromptFile(
        version=found["version"],
        purpose=cast(Purpose, found["purpose"]),
        output_tokens_max=int(found["tokens"]),
        system=found["system"],
        message=found["message"].strip("\n"),
    )


def prompt_text(name: str) -> str:
    """The file as it stands."""
    return files("praxeo.authors.prompts").joinpath(f"{name}.md").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Fence:
    """Puts what comes from outside between marks.

    `secret` is this installation's own, so that nobody who writes a source can know the word in the
    marks; the word is made of the secret and the text that comes first, so that the same work has the
    same prompt, and that one prompt begins as the one before it where only what follows has changed:
    providers charge less for a beginning that they know. A model has seen the word and might give it
    away in what it wrote; a text that holds it gets another one.
    """

    secret: bytes

    def nonce(self, made_of: Mapping[str, str], beside: Iterable[str] = ()) -> str:
        """The word for these texts: one that stands neither in them nor in those `beside` them."""
        present = (*made_of.values(), *beside)
        return next(
            word
            for number in count()
            if not any((word := self._word(made_of, number)) in text for text in present)
        )

    def _word(self, made_of: Mapping[str, str], number: int) -> str:
        digest = hmac.new(self.secret, f"{number}\n".encode(), digestmod=hashlib.sha256)
        for name in sorted(made_of):
            data = made_of[name].encode("utf-8", "surrogatepass")
            digest.update(f"{name} {len(data)}\n".encode())
            digest.update(data)
        return digest.hexdigest()[:NONCE_HEX_DIGITS]


def render(
    name: str,
    texts: Mapping[str, str],
    *,
    fence_with: Fence,
    schema: Mapping[str, Any] | None = None,
    images: tuple[bytes, ...] = (),
) -> Prompt:
    """The prompt with these texts in their places, each fenced; an empty one leaves its place empty.

    The places are filled in one pass: a text that looks like a place stays a text. `images` are PNG.
    """
    file = load_prompt(name)
    first = next((place for place in _PLACE.findall(file.message) if texts.get(place)), "")
    made_of = {"system": file.system, first: texts.get(first, "")}
    nonce = fence_with.nonce(made_of, texts.values())

    def filled(place: re.Match[str]) -> str:
        if place[1] == "nonce":
            return nonce
        text = texts.get(place[1], "")
        return fence(text, nonce) if text else ""

    message = _PLACE.sub(filled, file.message).rstrip("\n")
    return Prompt(
        purpose=file.purpose,
        version=file.version,
        system=file.system,
        parts=(
            TextPart(text=message),
            *(BytesPart(data=image, media_type="image/png") for image in images),
        ),
        schema=schema,
        output_tokens_max=file.output_tokens_max,
    )
