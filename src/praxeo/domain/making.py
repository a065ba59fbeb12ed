"""The state of a making: what each step of a job that makes an app gave, for the steps after it.

It is stored with the job as texts by name (`Job.outputs`), so that work goes on after a kill and after
a change of release.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from praxeo.domain.records import CodeSnippet, Spec

_FINDINGS, _UNUSABLE = "findings_", "repair_"
_CALLS, _REPAIR_CALLS = "calls", "repair_calls"
_TEXTS = ("spec_id", "code_snippet_id", "merge_id", "awaited", "best", "stopped", "looked_at")


@dataclass(frozen=True, kw_only=True, slots=True)
class Making:
    """How far a making is.

    `spec_id` and `code_snippet_id` are the versions that it goes on with, `merge_id` the merge that it
    waits for instead; `awaited` ("spec") is what a person wants to look at before it goes on. `findings` counts, by code snippet, what the check of each try found; `best` is the
    try that counts. `repairs` is the number of the last repair; `unusable` says, by number, why an answer
    to one could not be used, `stopped` why none is tried any more. `looked_at` is the try whose pictures a model was shown. `calls` of models are what a change in
    words was paid with, `repair_calls` the last repair.
    """

    spec_id: str = ""
    code_snippet_id: str = ""
    merge_id: str = ""
    awaited: str = ""
    best: str = ""
    findings: Mapping[str, int] = field(default_factory=dict)
    repairs: int = 0
    repair_calls: tuple[str, ...] = ()
    unusable: Mapping[int, str] = field(default_factory=dict)
    stopped: str = ""
    looked_at: str = ""
    calls: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        """Whether it waits for a person."""
        return bool(self.merge_id or self.awaited)

    def checked(self, code_snippet_id: str, findings: int, *, best: bool) -> Making:
        """After the check of this try, which may be the best one so far."""
        return replace(
            self,
            findings={**self.findings, code_snippet_id: findings},
            best=code_snippet_id if best else self.best,
        )

    def gave_up(self, number: int, trouble: str, *, stopped: bool) -> Making:
        """After this repair came to nothing; `stopped`: none after it is tried."""
        return replace(
            self,
            repairs=number,
            unusable={**self.unusable, number: trouble},
            stopped=trouble if stopped else self.stopped,
        )

    def outputs(self) -> dict[str, str]:
        """It as a job stores it; what is not known (yet) is left out."""
        texts = {name: getattr(self, name) for name in _TEXTS}
        texts |= {f"{_FINDINGS}{key}": str(count) for key, count in self.findings.items()}
        texts |= {f"{_UNUSABLE}{number}": trouble for number, trouble in self.unusable.items()}
        if self.repairs:
            texts["repairs"] = str(self.repairs)
        if self.repairs or self.looked_at:
            texts[_REPAIR_CALLS] = ",".join(self.repair_calls)
        if self.calls:
            texts[_CALLS] = ",".join(self.calls)
        return {name: text for name, text in texts.items() if text or name == _REPAIR_CALLS}


NOTHING_YET = Making()


def going_on_with(version: Spec | CodeSnippet) -> Making:
    """What a step gave that made this version."""
    if isinstance(version, Spec):
        return Making(spec_id=version.id)
    return Making(code_snippet_id=version.id)


def making_of(outputs: Mapping[str, str]) -> Making:
    """The state that a job stores, of this release or one before."""
    unusable = {
        int(name.removeprefix(_UNUSABLE)): text
        for name, text in outputs.items()
        if name.startswith(_UNUSABLE) and name != _REPAIR_CALLS
    }
    findings = {
        name.removeprefix(_FINDINGS): int(text)
        for name, text in outputs.items()
        if name.startswith(_FINDINGS)
    }
    return Making(
        **{name: outputs.get(name, "") for name in _TEXTS},
        findings=findings,
        repairs=int(outputs.get("repairs", "0")),
        repair_calls=_listed(outputs.get(_REPAIR_CALLS, "")),
        unusable=unusable,
        calls=_listed(outputs.get(_CALLS, "")),
    )


def _listed(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(",")))
