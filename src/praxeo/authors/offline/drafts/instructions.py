"""Questions out of instructions and lists in prose: "Before X, do Y", "The three kinds of X are ..."."""

from __future__ import annotations

import re
from typing import Any

from praxeo.authors.offline.cleaning import words
from praxeo.authors.offline.lexicon import word_set
from praxeo.authors.offline.material import Candidate, Sentence
from praxeo.domain.spec import Card

SHORTEST_SIDE = 3  # words
LONGEST_CONDITION = 16
LONGEST_ACTION = 26

_WHEN = re.compile(
    r"^(?P<when>(?:Before|After|Once|When|If|While|Until|As soon as|Whenever|To|In order to)\s[^,;:]+?),\s(?:then\s|be sure to\s|make sure to\s|make sure you\s|you (?:should|must|need to|have to)\s|always\s|please\s)?(?P<action>[a-z][^;]+?)[.!]$"
)
_NUMBER = r"(?:two|three|four|five|six|seven|eight)"
_ARE = re.compile(
    rf"^(?:The\s)(?P<what>{_NUMBER}\s[a-z][^,;:]{{3,70}}?)\s(?P<verb>are|were|include):?\s(?P<list>[^.;]+,?\s(?:and|or)\s[^.;]+)\.$"
)
_THERE_ARE = re.compile(
    rf"^There are\s(?P<what>{_NUMBER}\s[a-z][^,;:.]{{3,70}}?)(?::|,\s(?:namely|which are|i\.e\.,?))\s(?P<list>[^.;]+,?\s(?:and|or)\s[^.;]+)\.$"
)
_TELLS_WHICH = re.compile(r"\b(?:of|in|for|that|which|to|when|by)\b|-")
_EXAMPLES = re.compile(
    r"^(?:Some |Common |Typical |Other )?(?P<what>[Ee]xamples of [a-z][^,;:]{3,60}?)\s(?:are|include)\s(?P<list>[^.;]+)\.$"
)
_LOOSE = re.compile(
    r"\b(?:it|its|they|them|their|this|that|these|those|he|she|one|so|here|there|above|below|we|our|us)\b",
    re.IGNORECASE,
)
_NOT_AN_ACTION = word_set(
    """it this that there the a an you your we i they he she these those some most many all one no not
    people everyone everything what which if when while make sure let remember note keep think imagine
    consider see know look feel free try contact visit call click check read learn thank please"""
)


def instruction_cards(sentence: Sentence, doc: Any) -> list[Candidate]:
    """At most one card on an instruction or on a list inside a sentence."""
    for make in (_enumerated, _action):
        made = make(sentence, doc)
        if made is not None:
            return [made]
    return []


def _action(sentence: Sentence, doc: Any) -> Candidate | None:
    match = _WHEN.match(sentence.prompt)
    if match is None:
        return None
    when, action = match["when"], match["action"]
    if not SHORTEST_SIDE <= len(words(when)) <= LONGEST_CONDITION:
        return None
    if not SHORTEST_SIDE <= len(words(action)) <= LONGEST_ACTION:
        return None
    if action.split()[0].lower() in _NOT_AN_ACTION or _LOOSE.search(when) or _LOOSE.search(action):
        return None
    start = len(sentence.prompt) - len(sentence.prompt[match.start("action") :])
    first = next((t for t in doc if t.idx == start), None)
    if (
        first is None
        or first.tag_ not in {"VB", "VBP"}
        or any(k.dep_ in {"nsubj", "nsubjpass"} for k in first.children)
    ):
        return None
    condition = when[:1].lower() + when[1:]
    return _card(sentence, f"What should you do {condition}?", action, "instruction", 2.1)


def _enumerated(sentence: Sentence, doc: Any) -> Candidate | None:
    text = sentence.prompt
    for pattern in (_ARE, _THERE_ARE):
        match = pattern.match(text)
        if match is not None and 3 <= len(words(match["list"])) <= LONGEST_ACTION:
            if _LOOSE.search(match["what"]) or not _TELLS_WHICH.search(match["what"]):
                return None
            return _card(
                sentence, f"What are the {match['what']}?", match["list"], "enumeration", 2.6
            )
    match = _EXAMPLES.match(text)
    if match is None or _LOOSE.search(match["what"]) or len(words(match["list"])) > LONGEST_ACTION:
        return None
    what = match["what"][:1].lower() + match["what"][1:]
    return _card(sentence, f"Which {what} are given?", match["list"], "enumeration", 2.2)


def _card(sentence: Sentence, front: str, back: str, rule: str, score: float) -> Candidate:
    return Candidate(
        kind="flashcards",
        item=Card(front=front, back=back, evidence=(sentence.reference,)),
        prompt=front,
        answer=back,
        quote=sentence.text,
        rule=rule,
        score=score,
    )
