"""What a law says, when a thing occurs, what a quantity measures: English sentences that say no more than that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.grammar import is_term_text
from praxeo.authors.offline.harvest.textbook_sentences import takes_up
from praxeo.authors.offline.material import Candidate, Sentence
from praxeo.authors.offline.sense.standing_alone import leans_on_others
from praxeo.domain.spec import Card

RULE = "law"
SHORTEST, LONGEST = 5, 30  # words of an answer

_LAW = re.compile(
    r"^(?P<term>(?:The )?[A-Za-z][\w’'-]*(?: [a-z][\w’'-]*){0,4}?) (?P<verb>states|says|holds|occurs|arises|measures|describes|expresses) (?P<rest>(?:that|when|how|where)\b.+)\.$"
)
_ASKS = {
    "that": ("states", "says", "holds"),
    "when": ("occurs", "arises"),
    "where": ("occurs",),
    "how": ("measures", "describes", "expresses"),
}
_BASE = {"states": "state", "says": "say", "holds": "hold", "occurs": "occur", "arises": "arise",
         "measures": "measure", "describes": "describe", "expresses": "express"}  # fmt: skip
_LAW_LIKE = re.compile(
    r"\b(?:law|principle|theory|rule|theorem|hypothesis|model|effect|paradox|doctrine)\b"
)


def told_laws(every: Sequence[Sentence]) -> Iterator[Candidate]:
    """A card for each such sentence: "When does resonance occur?"."""
    for sentence in every:
        text = sentence.prompt
        law = _LAW.match(text)
        if law is None or takes_up(text) or leans_on_others(text) or ";" in text:
            continue
        term, verb, answer = law["term"], law["verb"], law["rest"].removeprefix("that ").lstrip()
        opener = law["rest"].split()[0].rstrip(",")
        if verb not in _ASKS[opener] or not SHORTEST <= count_words(answer) <= LONGEST:
            continue
        if not is_term_text(term.removeprefix("The ")) or (opener == "that" and not _LAW_LIKE.search(term)):  # fmt: skip
            continue
        yield _card(sentence, term, verb, opener, answer)


def _card(sentence: Sentence, term: str, verb: str, opener: str, answer: str) -> Candidate:
    named = term[:1].lower() + term[1:]
    if opener in ("when", "where"):
        question = f"{opener.capitalize()} does {named} {_BASE[verb]}?"
    else:
        question = f"What does {named} {_BASE[verb]}?"
    return Candidate(
        kind="flashcards",
        item=Card(front=question, back=answer, evidence=(sentence.reference,)),
        prompt=question,
        answer=answer,
        quote=sentence.text,
        rule=RULE,
        subject=term.removeprefix("The "),
    )
