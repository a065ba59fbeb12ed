"""What a model answers to a change asked for in words: located edits of a spec, of code, or of both together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from praxeo.authors.model.addresses import addresses_added
from praxeo.authors.model.changes import Wish
from praxeo.domain.errors import Refused
from praxeo.merging.located import Applied, apply_edits

Accept = Callable[[str], object]

_BOTH = re.compile(
    r"(?P<before>.*?)^\W*SPEC\W*$(?P<spec>.*?)(?:^\W*CODE\W*$(?P<code>.*))?\Z",
    re.DOTALL | re.MULTILINE,
)
_EDIT = "<<<<<<<"


@dataclass(frozen=True, kw_only=True)
class Changed:
    """The edited text, and the spec that was edited with code ("" where it stays)."""

    applied: Applied
    spec: str


def applied_edits(wish: Wish, answer: str, accept: Accept, accept_spec: Accept | None) -> Changed:
    """What the answer makes of the wish's text; Refused where an edit does not fit or what it makes cannot be."""
    text = wish.code or wish.spec
    of_spec, of_text = _by_subject(answer) if wish.code and accept_spec else ("", answer)
    edited = apply_edits(wish.spec, of_spec) if of_spec else None
    spec = edited.text if edited and edited.changed else ""
    if spec and accept_spec:
        _refuse_addresses(wish, spec)
        accept_spec(spec)
    if spec and _EDIT not in of_text:
        unchanged = Applied(text=text, changed=False, hunks=0, lines_added=0, lines_removed=0)
        return Changed(applied=unchanged, spec=spec)
    applied = apply_edits(text, of_text)
    if not wish.code:
        _refuse_addresses(wish, applied.text)
    accept(applied.text)
    return Changed(applied=applied, spec=spec)


def _by_subject(answer: str) -> tuple[str, str]:
    """The edits of the spec, which come first under a line of their own, and those of the code."""
    both = _BOTH.match(answer)
    if both is None or _EDIT in both["before"]:
        return "", answer
    return both["spec"], both["code"] or ""


def _refuse_addresses(wish: Wish, text: str) -> None:
    """Refuse a spec with an address that nobody asked for: what it was made from may have ordered that."""
    if added := addresses_added(f"{wish.spec}\n{wish.request}", text):
        raise Refused(
            "address_added",
            f"The change would put an address into the spec that was not asked for: {added[0][:100]}. Name it in the "
            "request if it is meant.",
        )
