"""What the gate says of a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from praxeo.domain.spec import Evidence

Verdict = Literal["quoted", "restated", "not_found"]


@dataclass(frozen=True, kw_only=True)
class Judgement:
    """A verdict, and the references that bear it. `proven`: a rule or the words themselves vouch for it.

    `against` are the rules that refuse it or leave it in doubt; `nearest` is what the source says instead.
    """

    verdict: Verdict
    proven: bool
    evidence: Evidence = ()
    against: tuple[str, ...] = ()
    nearest: Evidence = ()


NOT_FOUND = Judgement(verdict="not_found", proven=False)
