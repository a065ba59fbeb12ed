"""The forms of sentences that tell one fact of their subject, and the question that each answers."""

from __future__ import annotations

import re
from dataclasses import dataclass

PREFIX = "told_"  # of the rules that these forms are rated by


@dataclass(frozen=True, kw_only=True)
class Form:
    """How a sentence tells something.

    `said` matches it without its stop: `s` is what it tells something about (None where `o` stands in the
    question instead), `v` its verb, `a` what answers `asks`. In `asks` stand these groups by name. `named` asks for a subject that has a name: of what was so once, "the
    temple" may be any. `whole` takes the whole sentence for the answer.
    """

    rule: str
    said: re.Pattern[str]
    asks: str
    named: bool = False
    whole: bool = False


@dataclass(frozen=True, kw_only=True)
class Told:
    """A question and its answer, what it asks about, and whether it tells what was so once.

    `beside` is the other of two things that a sentence sets apart, "" for any other sentence.
    """

    rule: str
    question: str
    answer: str
    subject: str
    past: bool
    beside: str = ""


def form(rule: str, said: str, asks: str, *, named: bool = False, whole: bool = False) -> Form:
    """A form whose pattern spans the sentence."""
    return Form(
        rule=PREFIX + rule, said=re.compile(rf"^{said}$"), asks=asks, named=named, whole=whole
    )


def question_of(found: re.Match[str], told: Form, subject: str) -> str:
    """The question, with the groups of the sentence in their places."""
    groups = {name: text or "" for name, text in found.groupdict().items()} | {"s": subject}
    return re.sub(r"\s{2,}", " ", told.asks.format(**groups))
