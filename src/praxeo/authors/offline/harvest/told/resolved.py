"""Sentences whose opening "it" or "he" is what the text is about, with its name in the place of the pronoun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from praxeo.authors.offline.harvest.topic_names import name_pattern, topic_name
from praxeo.authors.offline.material import Sentence

FEWEST_PRONOUNS = 4  # "he" or "she" in a text about a person, most of them of one kind
_OPENS = re.compile(
    r"^(?P<when>In (?:\w+ )?\d{3,4}, )?(?P<who>It|He|She|They|Its|His|Her|Their|it|he|she|they|its|his|her|their)(?= [a-z])"
)
_NOT_THE_THING = re.compile(
    r"^(?:In (?:\w+ )?\d{3,4}, )?[Ii]t (?:is|was|has been|had been|will be|may be|can be|would be|seems?|appears?|takes?|took)(?: \w+)? (?:that|to|not|clear|possible|known|estimated|thought|believed|said|argued|likely|unclear|important|necessary|common|generally|widely|often|also (?:possible|known)|only|until|when|because|\w+ed that)\b"
)
_ACTS = re.compile(  # "Amphibian brains consist of …" is about brains
    r"\s?[,(]|\s(?:is|are|was|were|has|have|had|can|could|may|will|does|do|did|also|often|usually|became|remains?|consists?|includes?|contains?|covers?|lies?|uses?|refers?|means)\b"
)
_OWNS = {"its", "his", "her", "their"}
_PERSONS = {"he": "he", "his": "he", "she": "she", "her": "she"}


@dataclass(frozen=True, kw_only=True)
class Resolved:
    """A sentence with what it says by itself, and the sentence that names whom its pronoun means."""

    sentence: Sentence
    said: str
    named_by: Sentence | None = None

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The evidence, in the order of the text."""
        return (self.named_by, self.sentence) if self.named_by else (self.sentence,)


class Resolver:
    """Puts the topic's name for pronouns, sentence by sentence, in reading order."""

    def __init__(self, title: str, sentences: Sequence[Sentence]) -> None:
        self.name = topic_name(title)
        self._names = re.compile(rf"^(?:(?:The|An?) )?{name_pattern(self.name)}\b(?!['’-])") if self.name else None  # fmt: skip
        self._person = _person_of(self.name, sentences)
        self._last: Sentence | None = None
        self._named: Sentence | None = None
        self._about = False
        self.shown = self.name
        self.plural = False

    def resolved(self, sentence: Sentence) -> Resolved:
        """What the sentence says with the topic's name for its opening pronoun, where that is safe."""
        said = sentence.prompt
        if self._names is None:
            return Resolved(sentence=sentence, said=said)
        opened = self._names.match(said)
        opened = opened if opened and (self._person or _ACTS.match(said[opened.end() :])) else None
        if opened and not self._person:
            self.shown = opened[0]
            self.plural = bool(re.match(r"\s(?:are|were|have|do|consist|include)\b", said[opened.end() :]))  # fmt: skip
        pronoun = _OPENS.match(said)
        made, about, named_by = said, bool(opened), None
        self._named = sentence if opened else self._named
        if pronoun and self._means_topic(sentence, pronoun["who"].lower(), said):
            owner = self._owner() if pronoun["who"].lower() in _OWNS else self._inside(bool(pronoun["when"]))  # fmt: skip
            made, about = said[: pronoun.start("who")] + owner + said[pronoun.end("who") :], True
            named_by = self._named
        self._last, self._about = sentence, about
        return Resolved(sentence=sentence, said=made, named_by=named_by)

    def _means_topic(self, sentence: Sentence, who: str, said: str) -> bool:
        last = self._last
        follows = last is not None and last.block is sentence.block and last.number + 1 == sentence.number  # fmt: skip
        if self._person:
            first = last is None or last.block is not sentence.block
            return _PERSONS.get(who) == self._person and (first or (follows and self._about))
        if who in _PERSONS or not follows or not self._about or _NOT_THE_THING.match(said):
            return False
        return (who in ("they", "their")) == self.plural

    def _inside(self, inside: bool) -> str:
        return self.shown[:1].lower() + self.shown[1:] if inside and self.shown.startswith(("The ", "A ", "An ")) else self.shown  # fmt: skip

    def _owner(self) -> str:
        return f"{self.shown}’" if self.shown.endswith("s") else f"{self.shown}’s"


def _person_of(name: str, sentences: Sequence[Sentence]) -> str:
    """ "he" or "she" where a text with a person's name for its title says so again and again."""
    words = name.split()
    if len(words) < 2 or not all(word[:1].isupper() for word in words):
        return ""
    text = " ".join(sentence.text for sentence in sentences)
    he, she = (len(re.findall(rf"\b{w}\b", text, re.IGNORECASE)) for w in ("he", "she"))
    most = max(he, she)
    if most < max(FEWEST_PRONOUNS, len(sentences) // 12):
        return ""
    return "he" if he >= 3 * she else "she" if she >= 3 * he else ""
