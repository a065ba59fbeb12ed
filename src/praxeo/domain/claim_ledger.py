"""The ledger of an example's claims: what each item says, where its source says so, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ClaimVerdict = Literal["quoted", "restated", "not_found", "own"]


@dataclass(frozen=True, kw_only=True)
class Span:
    """A place of a source: a sentence of a block (0: the whole block), with its words.

    `source` counts from 0 among the sources of the example; `label` names the place to a reader.
    """

    source: int
    block: str
    sentence: int
    text: str
    label: str


@dataclass(frozen=True, kw_only=True)
class ClaimRecord:
    """One claim. `exercise` is that of the app in which it is asked: the item itself, or all of its activity. `own`: it names no place, its editor answers for it.

    `proven`: its own words stand there, or the rules find nothing against it and nearly all its words there;
    else a reader has to compare. `against` are the rules that refuse it or leave it in doubt. `checked_by` is
    the version of the rules, `checked_at` when this version of the spec was kept and so judged.
    `confirmed_by` is the person who has held it against its sentences and stands by it, `confirmed_at` when ("" where
    nobody has). `asked_again`: somebody did, but the claim, its sentences or the rules have changed since.
    """

    item: str
    exercise: str
    section: str
    activity: str
    text: str
    verdict: ClaimVerdict
    proven: bool
    spans: tuple[Span, ...]
    against: tuple[str, ...]
    checked_by: str
    checked_at: str
    confirmed_by: str = ""
    confirmed_at: str = ""
    asked_again: bool = False


@dataclass(frozen=True, kw_only=True)
class ClaimLedger:
    """All claims of a spec in its order, and how many have each verdict; how many are proven, and
    how many of the others a person stands by."""

    spec_id: str
    claims: tuple[ClaimRecord, ...]
    quoted: int
    restated: int
    proven: int
    not_found: int
    own: int
    confirmed: int
