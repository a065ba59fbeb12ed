"""What can be wrong with a spec, told so that a person can mend it line by line."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.domain.errors import Refused

SHOWN_FAULTS = 5  # faults quoted in the message; all of them are in `faults`


@dataclass(frozen=True)
class Fault:
    """One thing to mend. `line` counts from 1; it is 0 when the spec did not come from a text."""

    line: int
    message: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.message}" if self.line else self.message


class SpecInvalid(Refused):
    """The spec breaks the grammar; `faults` holds every fault that was found, in order."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        count = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
        told = " ".join(str(fault) for fault in faults[:SHOWN_FAULTS])
        more = " …" if len(faults) > SHOWN_FAULTS else ""
        super().__init__("spec_invalid", f"The spec has {count}. {told}{more}")
        self.faults = faults
