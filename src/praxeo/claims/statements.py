"""What an item of a spec claims, as a statement that a source can be held against."""

from __future__ import annotations

from dataclasses import dataclass

from praxeo.claims.word_lists import QUESTION_WORDS, TRUE_OR_FALSE
from praxeo.claims.words import tokens_of
from praxeo.domain.spec import Card, Choice, Cloze, Event, Item, Link, Pair, Step, Term


@dataclass(frozen=True, kw_only=True)
class Claim:
    """`text` is the whole statement; `key` is the part that must not be wrong (the answer).

    Of what has two sides `lead` is the other one: the question, the term, the left of a pair. The words of
    one side keep their order; which side comes first says nothing.
    """

    text: str
    key: str
    lead: str = ""

    @property
    def asks(self) -> bool:
        """Whether `lead` is a question or a task, whose words need not stand in a source."""
        words = tokens_of(self.lead)
        return (
            self.lead.rstrip().endswith("?")
            or "…" in self.lead
            or bool(words and words[0].key in (*QUESTION_WORDS, "name", "give", "list", "nenne"))
        )

    def without_frame(self) -> Claim | None:
        """Of a statement that is to be judged, the statement and the judgement, without “True or false?”."""
        asked, _, statement = self.lead.partition("?")
        framed = " ".join(asked.casefold().strip(" ¿").split()) in TRUE_OR_FALSE
        return _of_two(statement.strip(), " ", self.key) if framed and statement.strip() else None


def claim_of(item: Item) -> Claim:
    """What the item says is so. Wrong options of a choice claim nothing."""
    match item:
        case Term():
            return _of_two(item.term, ": ", item.definition)
        case Card():
            return _of_two(item.front, " ", item.back)
        case Cloze():
            return Claim(text=f"{item.before}{item.answer}{item.after}", key=item.answer)
        case Choice():
            return _of_two(item.question, " ", item.answer)
        case Pair():
            return _of_two(item.left, ": ", item.right)
        case Step():
            return Claim(text=item.text, key=item.text)
        case Event():
            return Claim(text=f"{item.when}: {item.text}", key=item.when, lead=item.text)
        case Link():
            return Claim(text=f"{item.start} {item.label} {item.end}", key=item.end)


def _of_two(lead: str, between: str, key: str) -> Claim:
    return Claim(text=f"{lead}{between}{key}", key=key, lead=lead)
