"""Conversations about an app that a model wrote: five turns by words, by hand in the code and by hand in the spec.

The model of this machine answers by the smallest edits of what it is shown, as a good one would. What anyone wrote
bears a mark; after each turn every mark so far has to be in the app or its spec, and the app has to be proven.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from model_runs import RECORDINGS, Workshop, recorded_answer

from praxeo.domain.access import local_user
from praxeo.domain.records import CodeSnippet, Example

EDIT = "<<<<<<< SEARCH\n{}\n=======\n{}\n>>>>>>> REPLACE\n"
FOLLOWS, CHANGES = "You keep a learning app", "You change a learning app"
BUTTON = re.compile(r'data-control="go">([^<]*)<')


def bounds(text: str) -> dict[str, str]:
    """The most that each slider of a spec goes to, by its name."""
    found = re.findall(r"^- (\w+): slider from [\d.]+ to ([\d.]+)", text, re.M)
    return dict(found)


def widened(code: str, wanted: dict[str, str]) -> str:
    """The edits by which the sliders of the code go as far as its spec says."""
    edits = []
    for name, most in wanted.items():
        slider = re.search(rf'data-control="{name}" min="[\d.]+" max="[\d.]+"', code)
        assert slider is not None, name
        new = re.sub(r'max="[\d.]+"', f'max="{most}"', slider[0])
        if new != slider[0]:
            edits.append(EDIT.format(slider[0], new))
    return "".join(edits)


def obliging(words: str, config: dict[str, Any]) -> str:
    """What a good model answers to a request or to a spec that was changed."""
    if FOLLOWS in words:
        spec, code = _after(words, "The spec as it stands now:"), _after(words, "The code:")
        return widened(code, bounds(spec)) or "UNCHANGED: The app does so already."
    if CHANGES not in words:
        return recorded_answer(RECORDINGS)(words, config)
    code, request = _after(words, "The code:"), _after(words, "The owner's request:")
    if named := re.search(r"Call the button (\w+)", request):
        shown = BUTTON.search(code)
        assert shown is not None
        return EDIT.format(shown[0], f'data-control="go">{named[1]}<')
    spec, most = _after(words, "The spec:"), re.search(r"as far as (\d+)", request)
    assert most is not None
    old = bounds(spec)["angle"]
    of_spec = EDIT.format(f"angle: slider from 5 to {old}", f"angle: slider from 5 to {most[1]}")
    of_spec += EDIT.format(
        f"swing: number from -{old} to {old}", f"swing: number from -{most[1]} to {most[1]}"
    )
    return f"SPEC\n{of_spec}CODE\n{widened(code, {'angle': most[1]})}"


def _after(words: str, head: str) -> str:
    """What stands between the marks after this line of a prompt."""
    return words.partition(head)[2].partition(">>>\n")[2].partition("\n<<<end")[0]


@dataclass
class Conversation:
    """One app and what its owner does to it; `spec_marks` and `code_marks` have to stay."""

    shop: Workshop
    seed: int
    spec_marks: list[str] = field(default_factory=list)
    code_marks: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.example = self.shop.make(
            self.shop.add("the-pendulum"), route="bespoke", offline_fallback=False
        )
        assert not self.shop.work()
        self.turns = [
            self.words_look,
            self.words_rule,
            self.hand_code,
            self.hand_spec,
            self.hand_fact,
        ]
        random.Random(self.seed).shuffle(self.turns)

    def now(self) -> Example:
        return self.shop.example(self.example)

    def spec(self) -> str:
        examples = self.shop.praxeo.examples
        return examples.spec_text(examples.spec(local_user(), self.now().spec_id))

    def code(self) -> str:
        snippet = self.shop.records.get(CodeSnippet, self.now().code_snippet_id)
        assert snippet is not None
        return self.shop.praxeo.examples.code(snippet).decode()

    def words_look(self) -> None:
        self._ask(f"Call the button Swing{self.seed}, please.")
        self.code_marks.append(f">Swing{self.seed}<")

    def words_rule(self) -> None:
        most = 62 + self.seed
        self._ask(f"Let the bob go from as far as {most} degrees.")
        self.spec_marks.append(f"angle: slider from 5 to {most}")
        self.code_marks.append(f'max="{most}"')

    def hand_code(self) -> None:
        mine = f"<p>Words of my own, number {self.seed}.</p>"
        text = self.code().replace("</h1>", f"</h1>\n{mine}", 1)
        before = self.now()
        self.shop.praxeo.edits.edit_code(
            local_user(), before.id, text=text, based_on=before.code_snippet_id
        )
        self.code_marks.append(mine)

    def hand_spec(self) -> None:
        most = f"3.{1 + self.seed % 9}"
        self._write(
            lambda text: text.replace("slider from 0.2 to 3 in", f"slider from 0.2 to {most} in")
        )
        self.spec_marks.append(f"slider from 0.2 to {most} in")
        self.code_marks.append(f'max="{most}"')

    def hand_fact(self) -> None:
        mine = f"- Say what swings, number {self.seed}."
        self._write(lambda text: text.replace("## Goals\n", f"## Goals\n{mine}\n"))
        self.spec_marks.append(mine)

    def lost(self) -> list[str]:
        """The marks that are not there any more."""
        spec, code = self.spec(), self.code()
        return [mark for mark in self.spec_marks if mark not in spec] + [
            mark for mark in self.code_marks if mark not in code
        ]

    def _write(self, change: Callable[[str], str]) -> None:
        before = self.now()
        text = change(self.spec())
        assert text != self.spec()
        self.shop.praxeo.edits.edit_spec(
            local_user(), before.id, text=text, based_on=before.spec_id
        )

    def _ask(self, words: str) -> None:
        before = self.now()
        self.shop.praxeo.change_requests.create(
            local_user(), before.id, words=words, based_on=before.code_snippet_id
        )
