"""English sentences that say what one thing is to another: "The capital of Peru is Lima", "The largest group is …"."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.drafts.clauses import Clause, end_of_first
from praxeo.authors.offline.grammar import FORMS_OF_BE, child, text_between
from praxeo.authors.offline.harvest.told.form import PREFIX, Told
from praxeo.authors.offline.lexicon import word_set

MAY_TELL = r"^(?:The|Its|[A-Z][\w-]+['’]s?) [^,;:]{4,90} (?:is|are|was|were) "

_LOOSE = word_set(
    """result results goal aim problem reason idea fact question answer point issue case study part number majority rest lack use way
    need effect effects work purpose example difference evidence example remainder history view views period role status
    concept term word phrase presence introduction attempt approach course nature extent possibility total line
    most some many same first last next second third previous following other latter former most only one"""
)
PERSONS = word_set(
    """founder author leader king queen president father mother wife husband son daughter brother sister teacher inventor discoverer figure
    person man woman human american african european asian briton israeli russian afghan citizen people member astronaut scientist actor actress athlete player pilot ruler emperor commander director composer painter writer architect minister chairman head successor predecessor"""
)
_ANY_ONE = re.compile(r"(?:an?|some|many|several|most|no|another) ", re.IGNORECASE)
_SAYS_WHAT_FOR = re.compile(
    r"(?:the|an?) [a-z]"
)  # "is the central theme of …": the other way round
_OWN = re.compile(r"['’]s [a-z]")
LONGEST = 14  # words of an answer

_OPEN = re.compile(r"^(?:that|to|not|now|still|also|often|usually|about|very|more|less|as|in|on|at|by|for|from|under|of|so|too|similar|one of|part of|a (?:lot|matter|result|part|subject|topic|source|major|key|good|great|number|very|common)|an (?:important|example|attempt|integral))\b", re.IGNORECASE)  # fmt: skip
_JOINED = re.compile(r",? (?:which|who|where|while|with|but|although|as|since|because|when|after|and (?:is|are|was|were|has|have|had|it|they|the)) |; | \(|: | – | — |, (?:[a-z]+ing|[a-z]+ed|an?|the [a-z]+) ")  # fmt: skip


def attribute_of(clause: Clause) -> Told | None:
    """What the thing is that the subject names by what it is to another; None for any other sentence."""
    doc, root, subject = clause.doc, clause.root, clause.subject
    told = child(root, "attr")
    if (
        root.lower_ not in FORMS_OF_BE - {"be"}
        or told is None
        or told.pos_ not in {"NOUN", "PROPN", "NUM"}
    ):
        return None
    owned = any(k.dep_ == "poss" for k in subject.children)
    related = any(k.dep_ == "prep" and k.lower_ in {"of", "for", "between", "in"} for k in subject.children)  # fmt: skip
    extreme = any(
        k.tag_ == "JJS" or k.lower_ in {"main", "primary", "chief"} for k in subject.lefts
    )
    if subject.lower_ in _LOOSE or not (owned or related or extreme) or subject.pos_ != "NOUN":
        return None
    if _ANY_ONE.match(clause.shown) or not (
        owned or related or clause.doc[subject.i - 1].pos_ == "NOUN"
    ):
        return None
    answer = text_between(doc, root.i + 1, end_of_first(doc))
    cut = _JOINED.search(answer)
    answer = (answer[: cut.start()] if cut else answer).strip(" ,.")
    if (
        _OPEN.match(answer)
        or _OWN.search(answer)
        or _SAYS_WHAT_FOR.match(answer)
        or not 1 <= count_words(answer) <= LONGEST
    ):
        return None
    who = "Who" if is_person(subject.lemma_.lower()) and answer[:1].isupper() else "What"
    return Told(
        rule=f"{PREFIX}attribute",
        question=f"{who} {root.text} {clause.shown}?",
        answer=answer,
        subject=clause.shown,
        past=False,
    )


def is_person(noun: str) -> bool:
    """Whether a noun, in small letters, is said of people."""
    return noun in PERSONS or (len(noun) > 5 and noun.endswith(("ist", "man", "woman", "ese")))
