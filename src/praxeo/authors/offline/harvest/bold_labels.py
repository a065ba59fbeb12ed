"""Entries that a text sets out one after the other, each begun by its marked term, under no heading that calls them a glossary.

Whatever their form: "**Polymorphism** The ability …", "**Offeror.** The party who …", "**Loose coupling:** classes depend …". English alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from praxeo.authors.offline.cleaning import count_words, key
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.entries import Entry, entry_of
from praxeo.authors.offline.harvest.glossary import definition_of
from praxeo.authors.offline.harvest.no_labels import is_label_of_its_text, tells_what_to_do
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block

RULE = "bold_label"
FEWEST_TOGETHER = 3  # under one heading
FEWEST_SURE = 2  # that begin as meanings do, and a third of all
FEWEST_COUNTED = 2  # where a line says that there are two
MOST = 0.6  # of the blocks of a list
LONGEST_TERM = 5  # words
SHORTEST_MEANING, LONGEST_MEANING = 3, 32  # words

STEM = 5  # letters by which words are one

_OF_ANOTHER = re.compile(r"[A-Z][\w-]+ (?:is|are|has|have|was|were)\b")
_NO_TERM = re.compile(
    r"^\d|[?!=<>_{}/\"]|\w\(|\b(?:is|are|can|has|have|do|does|will|we|you|your|our)\b"
)
_LEANS = re.compile(
    r"^(?:how|what|where|which|who\w*|whether|in|on|at|for|with|by|from|to|as|of|this|these|those|that|it|they|he|she|here|there|then|also|and|or|but|so|if|because|please|see|note|e\.g|for example|yes|no|must|should|can|may|will|not|"
    r"\d|our|we|i)\b|\b(?:this|these|those|we|our|us|here|above|below|later|following)\b|[?!:]$|→|^\w{3,}(?<!s)s (?:the|an?|it|them)\b",
    re.IGNORECASE,
)
_OF_A_PROGRAM = re.compile(
    r"\b(?:options?|parameters?|settings?|preferences|propert(?:y|ies)|features?|menus?|returns?|usage|install\w*|configur\w*|api|attributes?|arguments?|flags?|why|benefits|commands?|fields?|index|letter|factors?|causes?|effects?|reasons?|advantages|disadvantages|consequences|tips|rules|examples?)\b",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"(?:an?|any|anything|anyone|how) \w|the (?:[\w-]+ ){1,3}?(?:that|who|which|whose|of|in|for|by|to|from|with|between)\b",
    re.IGNORECASE,
)
_OF_TWO = re.compile(
    r"\b[Tt]wo (?:\w+ )?(?:types|kinds|forms|stages|phases|parts|groups|classes|ways)\b[^.?!]*:$"
)
_CODE = re.compile(r"\w_\w|[a-z][A-Z]|::|\bNULL\b|\w\(\)")
_WHEN = re.compile(r"\s\([^()]*\d{3,4}[^()]*\)$")  # a date behind a name
_PRAISES = re.compile(
    r"\b(?:powerful|popular|valuable|great|best|easy|easily|free|user-friendly|responsive|extensive|leading|seamless\w*|robust|modern|fast|flexible|simple|comprehensive|intuitive|custom\w*|optimi[sz]ed)\b",
    re.IGNORECASE,
)


def bold_labels(placed: Sequence[RoledBlock]) -> Iterator[Definition]:
    """The entries of runs in which most blocks are such."""
    body = (one for one in placed if one.role in ("body", "summary"))
    for _, run in groupby(body, key=lambda one: (one.topic, one.block.kind, one.block.level)):
        own = list(run)
        if own[0].block.kind not in ("list_item", "paragraph") or _OF_A_PROGRAM.search(
            own[0].topic
        ):
            continue
        pairs = [(entry, one) for one in own if (entry := _entry(one.block))]
        listed = own[0].block.kind == "list_item"
        counted = _two_are_told(placed, own[0].index)
        least = FEWEST_COUNTED if counted else FEWEST_TOGETHER
        if len(pairs) < max(least, MOST * len(own) if listed else 0):
            continue
        times = Counter(key(entry.meaning) for entry, _ in pairs)
        praised = sum(bool(_PRAISES.search(entry.meaning)) for entry, _ in pairs)
        if praised * 2 > len(pairs):
            continue  # what something is praised for
        sure = sum(bool(_SURE.match(entry.meaning)) for entry, _ in pairs)
        if not counted and (sure < FEWEST_SURE or sure * 3 < len(pairs)):
            continue  # points of an agenda, of an offer, of a life
        for entry, one in pairs:
            entry = replace(entry, term=_WHEN.sub("", entry.term).strip("“”"))
            if _tells(entry) and times[key(entry.meaning)] == 1:
                yield definition_of(entry, one, RULE)


def _two_are_told(placed: Sequence[RoledBlock], index: int) -> bool:
    """Whether the line before a list says that it is of two: "There are two main types:"."""
    before = next((one.block.text for one in placed if one.index == index - 1), "")
    return bool(_OF_TWO.search(before))


def _entry(block: Block) -> Entry | None:
    """The entry that a block is, of a marked term; one with no sign behind it goes on with a capital."""
    entry = entry_of(block)
    lead = next((m for m in block.marks if m.start <= 1 and m.style == "strong"), None)
    if entry is None and lead and block.text[lead.end :].lstrip()[:1].isupper():
        entry = entry_of(block, bare=True)
    return entry if entry and entry.bold and not entry.code else None


def _names_it(entry: Entry) -> bool:
    """Whether a meaning gives its term away: says what tells it from others of its kind again, or is of another thing."""
    first = entry.term.lower().split()[0][:STEM]
    told = entry.meaning.lower().split()
    again = (
        any(word.strip('“"(').startswith(first) for word in told) if len(first) == STEM else False
    )
    return again or bool(_OF_ANOTHER.match(entry.meaning))


def _tells(entry: Entry) -> bool:
    if count_words(entry.term) > LONGEST_TERM or is_label_of_its_text(entry.term):
        return False
    if _NO_TERM.search(entry.term) or not SHORTEST_MEANING <= count_words(entry.meaning) <= LONGEST_MEANING:  # fmt: skip
        return False
    if _CODE.search(f"{entry.term} {entry.meaning}"):
        return False
    if _LEANS.search(entry.meaning) or _PRAISES.search(entry.meaning):
        return False
    return not (_names_it(entry) or tells_what_to_do(entry.meaning, "en"))
