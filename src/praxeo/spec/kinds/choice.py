"""Choice: a question with one right option among others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from praxeo.domain.spec import Choice
from praxeo.spec.faults import Fault, SpecInvalid, said
from praxeo.spec.formula_text import compared
from praxeo.spec.kinds.form import Body, Ending, Form, question_of
from praxeo.spec.lines import Line
from praxeo.spec.marks import ends_like_evidence, write_marks, write_unevidenced

LEAST_DISTRACTORS = 2
_OPTION = re.compile(r"[ \t]*[-*][ \t]+\[([ xX])\](?=[ \t]|$)")


def _read_choice(body: Body) -> Choice:
    question = question_of(body)
    right: list[str] = []
    wrong: list[str] = []
    misplaced: Line | None = None
    while (line := body.lines.peek_item_line()) and (found := _OPTION.match(line.words.shadow)):
        body.lines.take()
        words = line.words[found.end() :].strip()
        (wrong if found.group(1) == " " else right).append(words.text)
        if ends_like_evidence(words.shadow):
            misplaced = line
    if misplaced:
        told = said(
            "evidence_misplaced",
            "The evidence of a choice stands at the end of its question, not of an option.",
        )
        raise SpecInvalid((Fault(misplaced.number, told),))
    if len(right) != 1:
        raise body.refuse(
            said(
                "right_options",
                "It needs exactly one right option marked [x], not {count}.",
                count=len(right),
            )
        )
    return Choice(
        question=question.text,
        answer=right[0],
        distractors=tuple(wrong),
        evidence=body.evidence,
    )


def _write_choice(item: Choice, ending: Ending) -> str:
    options = [f"  - [x] {write_unevidenced(item.answer)}"]
    options += [f"  - [ ] {write_unevidenced(wrong)}" for wrong in item.distractors]
    question = f"- Q: {write_marks(item.question, *ending.misread)}{ending.evidence}"
    return "\n".join([question, *options])


def _faults(item: Choice) -> Iterator[str]:
    if len(item.distractors) < LEAST_DISTRACTORS:
        yield said(
            "wrong_options_few",
            "It needs at least {least} wrong options (in the text marked [ ]).",
            least=LEAST_DISTRACTORS,
        )
    options = Counter(compared(option) for option in (item.answer, *item.distractors))
    for option, times in options.items():
        if option and times > 1:  # of empty ones it is said that they are empty
            yield said("option_twice", "The option “{option}” stands there twice.", option=option)


CHOICE = Form(
    heading="Choice",
    example="- Q: Question? {}\n  - [x] the right answer\n  - [ ] a wrong one\n  - [ ] another wrong one",
    read=_read_choice,
    write=_write_choice,
    faults=_faults,
)
