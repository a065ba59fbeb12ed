"""Scripted histories of one example, in which a person, an author, a model that is asked in words and
accidents change it in turn.

The oracle knows nothing of merging. Everything anyone writes bears a mark that stands nowhere else. After each edit
it compares the marks of what the person was given with those of what they sent: new marks are
*written*, missing ones *taken out*. An edit is lost if later a written mark is not in the current text, or one
that was taken out is there again, without the person having chosen so: by a further edit, by
restoring another version, or by settling a conflict. A line that a person took out of the code counts for as
long as the compiled code has it.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from doomed_records import DoomedRecords, Killed
from fickle_author import FickleAuthor, compile_lines
from obliging_model import Answer, ObligingModel
from plain_praxeo import HandClock, add_text, outside_in_memory

from praxeo.adapters.sqlite import SqliteRecords
from praxeo.app import Praxeo, build
from praxeo.domain.access import local_user
from praxeo.domain.records import CodeSnippet, Example, Spec
from praxeo.domain.spec import Activity, Card, Section, SpecDocument
from praxeo.jobs.worker import Worker
from praxeo.merging.merged import Resolution
from praxeo.spec.text import parse_spec, print_spec

MARK = re.compile(r"\b[MHC]\d+(?:v\d+)?\b")
OWNER = "local"
EDITS = 14  # in one history
KILL_SHARE = 0.25  # of the times that jobs run


def marks(text: str) -> frozenset[str]:
    return frozenset(MARK.findall(text))


@dataclass
class Oracle:
    """What must be in the current text, and what must not."""

    written: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()

    def edited(self, before: str, after: str) -> None:
        gone, new = marks(before) - marks(after), marks(after) - marks(before)
        self.written = (self.written - gone) | new
        self.removed = (self.removed - new) | gone

    def settled(self, offered: str, after: str) -> None:
        """Of what a conflict offered, the person chose what is in the text now."""
        left = marks(offered) - marks(after)
        self.written -= left
        self.removed = (self.removed - marks(after)) | left

    def lost(self, text: str) -> frozenset[str]:
        return (self.written - marks(text)) | (self.removed & marks(text))


@dataclass
class History:
    """One example and everything that happens to it; `losses` is what the oracle found."""

    seed: int
    sqlite: Path | None = None
    dice: random.Random = field(init=False)
    done: Counter[str] = field(default_factory=Counter)
    losses: list[str] = field(default_factory=list)
    of_spec: Oracle = field(default_factory=Oracle)
    of_code: Oracle = field(default_factory=Oracle)
    known: dict[str, tuple[frozenset[str], frozenset[str]]] = field(default_factory=dict)
    written: int = 0

    def __post_init__(self) -> None:
        self.dice = random.Random(self.seed)
        self.author = FickleAuthor(self.dice)
        self.model = ObligingModel()
        self.doomed = DoomedRecords()
        outside = replace(
            outside_in_memory(),
            records=SqliteRecords(self.sqlite) if self.sqlite else self.doomed,
            author=self.author,
            compiler=compile_lines,
            ask=self.model,
            fence_secret=lambda: b"a secret of this installation",
        )
        self.praxeo: Praxeo = build(outside)
        self.example_id = add_text(self.praxeo).id
        self.work()
        self.ask_oracle("start")

    def run(self) -> History:
        """All edits of this history, each followed by its job and by the oracle's question."""
        steps: list[Callable[[], None]] = [
            *[self.edit_spec] * 5,
            *[self.edit_code] * 3,
            *[self.remake] * 5,
            *[self.ask_for_change] * 3,
            self.restore_spec,
            self.restore_code,
        ]
        for _ in range(EDITS):
            step = self.settle if self.example().merge_id else self.dice.choice(steps)
            step()
            self.done[step.__name__] += 1
            self.work()
            self.ask_oracle(step.__name__)
        return self

    def example(self) -> Example:
        return self.praxeo.examples.get(local_user(), self.example_id)

    def spec(self) -> str:
        return self.praxeo.examples.spec_text(
            self.praxeo.examples.spec(local_user(), self.example().spec_id)
        )

    def code(self) -> str:
        snippet = self.praxeo.examples.code_snippet(local_user(), self.example().code_snippet_id)
        return self.praxeo.examples.code(snippet).decode()

    def work(self) -> None:
        """Run the jobs; now and then the process is killed in the midst of it."""
        if self.dice.random() < KILL_SHARE and self.sqlite is None:
            self.doomed.saves_left = self.dice.randint(1, 9)
        clock = self.praxeo.outside.clock
        assert isinstance(clock, HandClock)
        for turn in range(20):
            worker = Worker(praxeo=self.praxeo, name=f"test-{turn}")
            try:
                while worker.run_one():
                    pass
            except Killed:
                self.done["kill"] += 1
            if self.example().status != "making":
                self.doomed.saves_left = 0
                return
            clock.move(1000)
        raise AssertionError("the job did not end")

    def ask_oracle(self, step: str) -> None:
        example = self.example()
        assert example.status == "ready", (self.seed, step, example.reason)
        code = self.code()
        snippet = self.praxeo.examples.code_snippet(local_user(), example.code_snippet_id)
        if snippet.machine_id:
            base = self.praxeo.examples.code_snippet(local_user(), snippet.machine_id)
            machine = marks(self.praxeo.examples.code(base).decode())
        else:
            machine = marks(code)
        self.of_code.removed &= machine
        for name, oracle, text in (
            ("spec", self.of_spec, self.spec()),
            ("code", self.of_code, code),
        ):
            if lost := oracle.lost(text):
                self.losses.append(f"history {self.seed}, {step}: {sorted(lost)} of the {name}")
        self.known[example.spec_id] = (self.of_spec.written, self.of_spec.removed)
        self.known[example.code_snippet_id] = (self.of_code.written, self.of_code.removed)

    def mark(self, kind: str) -> str:
        self.written += 1
        return f"{kind}{self.written}"

    def remake(self) -> None:
        self.author.change()
        self.praxeo.edits.again(local_user(), self.example_id)

    def edit_spec(self) -> None:
        before = self.spec()
        document = parse_spec(before)
        for _ in range(self.dice.randint(1, 2)):
            document = self.dice.choice(
                [
                    *[self._reword_card] * 2,
                    self._drop_card,
                    self._add_card,
                    self._reword_prose,
                    self._rename,
                    self._add_section,
                    self._drop_section,
                    self._reorder,
                ]
            )(document)
        after = print_spec(document)
        self.praxeo.edits.edit_spec(
            local_user(), self.example_id, text=after, based_on=self.example().spec_id
        )
        self.of_spec.edited(before, after)

    def edit_code(self) -> None:
        before = self.code()
        lines = before.split("\n")
        place = self.dice.randrange(2, len(lines) - 2)
        what = self.dice.choice(["add", "change", "drop"])
        new = [f"<p>{self.mark('C')}</p>"] * (what != "drop")
        lines[place : place + (what != "add")] = new
        after = "\n".join(lines)
        self.praxeo.edits.edit_code(
            local_user(), self.example_id, text=after, based_on=self.example().code_snippet_id
        )
        self.of_code.edited(before, after)

    def ask_for_change(self) -> None:
        """Ask for a change in words; the model obliges, says no, writes nonsense or breaks the app."""
        answer: Answer = self.dice.choice(
            ["edit", "edit", "edit", "unchanged", "nonsense", "wrong", "fault"]
        )
        example, before = self.example(), self.spec()
        line = self.dice.choice([line for line in before.split("\n") if MARK.search(line)])
        after = before
        if before.count(line) == 1 and answer in {"edit", "wrong"}:
            mark = self.mark("H") + " wrong" * (answer == "wrong")  # what the check calls a fault
            words = MARK.sub(mark, line, count=1)
            self.model.says(answer, line, words)
            after = before.replace(line, words)
        else:
            answer = "unchanged" if answer in {"edit", "wrong"} else answer
            self.model.says(answer)
        request = self.praxeo.change_requests.create(
            local_user(), example.id, words="Say it otherwise."
        )
        self.work()
        request = self.praxeo.change_requests.get(local_user(), request.id)
        self.done[f"asked, {request.reason_code or request.outcome}"] += 1
        if request.outcome == "changed":
            self.of_spec.edited(before, after)
            return
        assert request.reason, (self.seed, request)
        now = self.example()
        assert (now.spec_id, now.code_snippet_id) == (example.spec_id, example.code_snippet_id)

    def restore_spec(self) -> None:
        versions = self.praxeo.examples.specs(local_user(), self.example_id, limit=200).records
        chosen = self.dice.choice([spec for spec in versions if spec.id in self.known])
        self.praxeo.edits.restore_spec(local_user(), chosen.id)
        self.of_spec = Oracle(*self.known[chosen.id])

    def restore_code(self) -> None:
        versions = self.praxeo.examples.code_snippets(
            local_user(), self.example_id, limit=200
        ).records
        chosen = self.dice.choice(
            [code for code in versions if code.id in self.known and code.spec_id in self.known]
        )
        self.praxeo.edits.restore_code(local_user(), chosen.id)  # with the spec that it was made of
        self.of_code = Oracle(*self.known[chosen.id])
        self.of_spec = Oracle(*self.known[chosen.spec_id])

    def settle(self) -> None:
        """Look at the conflicts and choose, or leave things as they are."""
        merge = self.praxeo.merges.get(local_user(), self.example().merge_id)
        regions = self.praxeo.merges.regions(merge)
        assert len(regions) == merge.conflict_count > 0
        self.done[f"conflict in {merge.subject}"] += len(regions)
        if self.dice.random() < 0.1:
            self.praxeo.merges.set_aside(local_user(), merge.id)
            return
        chosen = [
            Resolution(choice="theirs" if self.dice.random() < 0.5 else "ours") for _ in regions
        ]
        version = self.praxeo.merges.resolve(local_user(), merge.id, chosen)
        text = (
            self.praxeo.examples.spec_text(version)
            if isinstance(version, Spec)
            else self.praxeo.examples.code(version).decode()
        )
        oracle = self.of_spec if isinstance(version, Spec) else self.of_code
        assert isinstance(version, Spec | CodeSnippet)
        for region, resolution in zip(regions, chosen, strict=True):
            wanted = region.theirs if resolution.choice == "theirs" else region.ours
            if not marks(wanted) <= marks(text):
                self.losses.append(f"history {self.seed}: a choice had no effect: {wanted}")
            oracle.settled(region.ours + region.theirs, text)

    def _section(self, document: SpecDocument) -> tuple[int, Section]:
        place = self.dice.randrange(len(document.sections))
        return place, document.sections[place]

    def _with(self, document: SpecDocument, place: int, section: Section) -> SpecDocument:
        sections = [*document.sections[:place], section, *document.sections[place + 1 :]]
        return renumbered(document, sections)

    def _cards(self, document: SpecDocument, change: Callable[[list[Card]], None]) -> SpecDocument:
        place, section = self._section(document)
        if not section.activities:
            return document
        cards = [item for item in section.activities[0].items if isinstance(item, Card)]
        change(cards)
        activity = replace(section.activities[0], items=tuple(cards))
        return self._with(document, place, replace(section, activities=(activity,)))

    def _reword_card(self, document: SpecDocument) -> SpecDocument:
        def change(cards: list[Card]) -> None:
            place = self.dice.randrange(len(cards))
            words = MARK.sub(self.mark("H"), cards[place].back)
            cards[place] = replace(cards[place], back=words, evidence=())

        return self._cards(document, change)

    def _drop_card(self, document: SpecDocument) -> SpecDocument:
        def change(cards: list[Card]) -> None:
            if len(cards) > 1:
                del cards[self.dice.randrange(len(cards))]

        return self._cards(document, change)

    def _add_card(self, document: SpecDocument) -> SpecDocument:
        def change(cards: list[Card]) -> None:
            card = Card(front="What do I add?", back=f"My own {self.mark('H')}", evidence=())
            cards.insert(self.dice.randint(0, len(cards)), card)

        return self._cards(document, change)

    def _reword_prose(self, document: SpecDocument) -> SpecDocument:
        place, section = self._section(document)
        prose = MARK.sub(self.mark("H"), section.prose)
        return self._with(document, place, replace(section, prose=prose))

    def _rename(self, document: SpecDocument) -> SpecDocument:
        place, section = self._section(document)
        return self._with(document, place, replace(section, title=f"Mine {self.mark('H')}"))

    def _add_section(self, document: SpecDocument) -> SpecDocument:
        card = Card(front="What is mine?", back=f"This {self.mark('H')}", evidence=())
        activity = Activity(kind="flashcards", title="Own", items=(card,))
        section = Section(id="s0", title=f"Own {self.mark('H')}", activities=(activity,))
        sections = list(document.sections)
        sections.insert(self.dice.randint(0, len(sections)), section)
        return renumbered(document, sections)

    def _drop_section(self, document: SpecDocument) -> SpecDocument:
        place = self.dice.randrange(len(document.sections))
        left = [section for number, section in enumerate(document.sections) if number != place]
        return renumbered(document, left) if len(left) > 1 else document

    def _reorder(self, document: SpecDocument) -> SpecDocument:
        sections = list(document.sections)
        self.dice.shuffle(sections)
        return renumbered(document, sections)


def renumbered(document: SpecDocument, sections: list[Section]) -> SpecDocument:
    numbered = (replace(section, id=f"s{place}") for place, section in enumerate(sections, 1))
    return replace(document, sections=tuple(numbered))
