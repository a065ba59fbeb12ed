"""An author that changes its mind, and a compiler that gives each thing of a spec its own line.

Everything that it writes bears a mark of its own, such as M12v3: the third wording of its thing 12.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

from praxeo.domain.blocks import Extraction
from praxeo.domain.spec import Activity, Card, Section, SpecDocument
from praxeo.ports.authoring import Authored

WORDS = [
    "light",
    "moves",
    "through",
    "glass",
    "more",
    "slowly",
    "than",
    "through",
    "air",
    "and",
    "bends",
    "towards",
    "the",
    "normal",
]


@dataclass
class Thing:
    """One card or paragraph; `wording` grows when the author puts it in other words."""

    number: int
    filler: str
    wording: int = 1

    @property
    def text(self) -> str:
        return f"{self.filler} M{self.number}v{self.wording}"


@dataclass
class FickleAuthor:
    """Holds what the next spec will say; `change` is what a new model or a new prompt would do."""

    dice: random.Random
    made: int = 0
    sections: list[tuple[Thing, Thing, list[Thing]]] = field(default_factory=list)
    dropped: list[Thing] = field(default_factory=list)

    def __post_init__(self) -> None:
        for _ in range(3):
            self.sections.append((self._thing(), self._thing(), [self._thing() for _ in range(4)]))

    def __call__(self, extraction: Extraction, *, name: str) -> Authored:
        sections = tuple(
            Section(
                id=f"s{place}",
                title=f"Part {title.number}",
                reading=("b1",),
                prose=f"{prose.text}.\n\nA second paragraph stands here.",
                activities=(
                    Activity(
                        kind="flashcards",
                        title="Remember",
                        items=tuple(
                            Card(
                                front=f"What of {card.filler}?", back=card.text, evidence=("b1.1",)
                            )
                            for card in cards
                        ),
                    ),
                ),
            )
            for place, (title, prose, cards) in enumerate(self.sections, 1)
        )
        document = SpecDocument(
            title="Light", language="en", source=name, author="fickle 1", sections=sections
        )
        return Authored(document=document)

    def change(self) -> None:
        """One to three changes of mind."""
        for _ in range(self.dice.randint(1, 3)):
            self.dice.choice(
                [self._reword, self._reword, self._drop, self._bring_back, self._add, self._reorder]
            )()

    def _thing(self) -> Thing:
        self.made += 1
        return Thing(number=self.made, filler=" ".join(self.dice.sample(WORDS, 6)))

    def _cards(self) -> list[Thing]:
        return self.dice.choice(self.sections)[2]

    def _reword(self) -> None:
        place = self.dice.randrange(len(self.sections))
        title, prose, cards = self.sections[place]
        if self.dice.random() < 0.3:
            self.sections[place] = (title, replace(prose, wording=prose.wording + 1), cards)
        else:
            number = self.dice.randrange(len(cards))
            cards[number] = replace(cards[number], wording=cards[number].wording + 1)

    def _drop(self) -> None:
        cards = self._cards()
        if len(cards) > 1:
            self.dropped.append(cards.pop(self.dice.randrange(len(cards))))

    def _bring_back(self) -> None:
        if self.dropped:
            self._cards().append(self.dropped.pop(self.dice.randrange(len(self.dropped))))

    def _add(self) -> None:
        cards = self._cards()
        cards.insert(self.dice.randint(0, len(cards)), self._thing())

    def _reorder(self) -> None:
        self.dice.shuffle(self.sections)


def compile_lines(spec: SpecDocument, extraction: Extraction | None) -> str:
    """A page in which every title, paragraph and card has a line."""
    lines = ["<!doctype html>", f"<title>{spec.title}</title>"]
    for section in spec.sections:
        lines += [
            f"<h2>{section.title}</h2>",
            *(f"<p>{p}</p>" for p in section.prose.split("\n") if p),
        ]
        for activity in section.activities:
            for item in activity.items:
                assert isinstance(item, Card)
                lines += [f"<dl><dt>{item.front}</dt>", f"<dd>{item.back}</dd></dl>"]
    return "\n".join([*lines, "</html>", ""])
