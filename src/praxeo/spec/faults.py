"""What can be wrong with a spec, told so that a person can mend it line by line."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.domain.errors import Refused

SHOWN_FAULTS = 5  # faults quoted in the message; all of them are in `faults`


class Sentence(str):
    """What is wrong, in English. By `code` and `details` it can be said in another language."""

    code: str
    details: dict[str, str | int]


def said(code: str, english: str, **details: str | int) -> Sentence:
    """The sentence with its details, which it names in braces."""
    sentence = Sentence(english.format(**details))
    sentence.code, sentence.details = code, details
    return sentence


def control_character(field: str) -> Sentence:
    """That a field holds what no text may hold."""
    return said(
        "control_character", "Its {field} holds a control character; take it out.", field=field
    )


@dataclass(frozen=True)
class Fault:
    """One thing to mend. `line` counts from 1; it is 0 when the spec did not come from a text.

    `message` is a `Sentence` where other languages can say it.
    """

    line: int
    message: str

    @property
    def code(self) -> str:
        """What it is called, "" where it is told in English alone."""
        return self.message.code if isinstance(self.message, Sentence) else ""

    @property
    def details(self) -> dict[str, str | int]:
        """What its sentence names."""
        return self.message.details if isinstance(self.message, Sentence) else {}

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
