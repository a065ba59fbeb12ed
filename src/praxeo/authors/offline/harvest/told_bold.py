"""Terms printed bold of which their sentence tells what they do: "The **rudder** steers the boat", "**DNS** (…) übersetzt …"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import even, looks_plural
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.no_labels import is_label_of_its_text, tells_what_to_do
from praxeo.authors.offline.material import Sentence, sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Mark

RULE = "bold_told"
FEWEST_TOGETHER = 3  # under one heading: fewer are words that are stressed
LONGEST_TERM = 4  # words
SHORTEST_MEANING, LONGEST_MEANING = 4, 28  # words

_ARTICLE = re.compile(
    r"(?:(?:an?|the|der|die|das|eine?|les?|la|une?|des|el|los|las|una?)\s|l[’'])?", re.IGNORECASE
)
_BRACKET = re.compile(r"\s*(?:\([^()]{2,60}\))?\s*")
_IS = re.compile(  # what a thing is, or may do, is told elsewhere or not enough
    r"(?:is|are|was|were|has|have|can|may|must|should|ist|sind|war|waren|hat|haben|kann|können|muss|müssen|soll\w*|heißt|wird|werden|wurden?|"
    r"est|sont|était|a|ont|peut|peuvent|doit|es|son|era|ha|han|puede|pueden|debe|se|ne|no|nicht|not|and|or|und|oder|et|ou|y|o|of|von|der|des|de|du|del)\b"
)
_OF_ANY = re.compile(r"An?\s")
_VERB = re.compile(r"[a-zäöüßéèêàçíóúñ]{3,}(?=\s)")
_LEANS = re.compile(
    r"\b(?:this|these|those|it|they|them|dies\w*|jene\w*|es|sie|ihn|ce|cet|cette|ces|cela|ils?|elles?|esto|est[ae]s?|auch|also|aussi|también|nicht|never|not|pas|"
    r"here|hier|ici|aquí|above|below|oben|unten)\b|[:?!]$",
    re.IGNORECASE,
)


def told_bold(placed: Sequence[RoledBlock]) -> list[Definition]:
    """What sentences that begin with a bold term tell of it, where several do so under one heading."""
    found: list[Definition] = []
    for one in placed:
        if one.role in ("body", "summary", "glossary") and one.block.kind in (
            "paragraph",
            "list_item",
        ):
            found += _told_in(one)
    together = Counter(made.sentence.topic for made in found)
    return [m for m in found if together[m.sentence.topic] >= FEWEST_TOGETHER or _is_general(m)]


def _is_general(made: Definition) -> bool:
    """Whether an English sentence tells of its term in general: "A **commercial bank** takes deposits and makes loans"."""
    text = made.sentence.text
    return bool(_OF_ANY.match(text)) and made.term.lower() in text[: len(made.term) + 5].lower()


def _told_in(one: RoledBlock) -> Iterator[Definition]:
    marks = [mark for mark in one.block.marks if mark.style == "strong"]
    for sentence in sentences_of(one.block, one.topic) if marks else ():
        begins = (
            m for m in marks if sentence.start <= m.start < sentence.start + len(sentence.text)
        )
        first = next(begins, None)
        made = _of(sentence, first) if first else None
        if made:
            yield made


def _of(sentence: Sentence, mark: Mark) -> Definition | None:
    text = sentence.block.text
    if not _ARTICLE.fullmatch(text[sentence.start : mark.start]):
        return None
    term = _ARTICLE.sub("", even(text[mark.start : mark.end]).strip(' ,.:“”"„«»'), count=1)
    rest = text[mark.end : sentence.start + len(sentence.text)]
    meaning = even(rest[_BRACKET.match(rest).end() :]).rstrip(" .")  # type: ignore[union-attr]
    if not term or not 1 <= len(term.split()) <= LONGEST_TERM or is_label_of_its_text(term):
        return None
    if not SHORTEST_MEANING <= len(meaning.split()) <= LONGEST_MEANING or _LEANS.search(meaning):
        return None
    if not _VERB.match(meaning) or _IS.match(meaning) or tells_what_to_do(meaning):
        return None
    return Definition(
        term=term, meaning=meaning, sentence=sentence, rule=RULE, plural=looks_plural(term)
    )
