"""What a text is about, in the words of its first sentences: "Albedo, or …, is the share of light that …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from praxeo.authors.offline.boilerplate import is_practisable
from praxeo.authors.offline.cleaning import capital, count_words, even, key
from praxeo.authors.offline.concepts import Definition
from praxeo.authors.offline.harvest.definition_filter import telling_definitions
from praxeo.authors.offline.harvest.english_definitions import cut_meaning
from praxeo.authors.offline.harvest.topic_names import name_pattern, topic_name
from praxeo.authors.offline.material import Sentence, sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock

RULE = "titled"
FIRST_SENTENCES = 2  # below a heading, of which one may say what it names
SHORTEST_MEANING, LONGEST_CUT, LONGEST_WHOLE = 4, 34, 42  # words

_SCOPE = r"(?:(?:In|As|Within|Among)\s[^,.;]{3,60},\s)?"
_BESIDE = r"(?:\s?\([^()]*\)|,?\s(?:or|also|sometimes|often|commonly|usually|formerly|better|generally|known|called|from|derived|short|abbreviated|in)\s[^,()]{2,90}(?:,(?!\s(?:is|are|was|were)\b)[^,()]{2,60}){0,3},?|,\s[^,()]{2,80},)"
_ENGLISH = rf"^{_SCOPE}(?:(?:The|An?|the|an?)\s)?(?P<term>%s){_BESIDE}{{0,3}},?\s(?P<verb>is|are|was|were)\s(?P<meaning>(?:an?|the|any|(?<=are\s)[a-z-]+,?\s[a-z-]+,?\s(?:[a-z-]+\s)?(?:of|that|which|in|from|with))\s.+)\.$"
_BESIDES = re.compile(
    r", (?=(?:\w+ed|\w+ing|written|known|which|who|where|with|and) )"
)  # what is told beside what it is
_HANGS = re.compile(r",? (?:including|especially|such as|for example)$")
_BRACKETS = re.compile(r"\s?\([^()]*\)")
_LEANS = re.compile(
    r"\b(?:this|these|those|such a|above|below|following|article|word|term|name|here|we|our|you|your|member|home to|important|major|significant|opposite|growing|"
    r"best|fastest|among|simplest)\b|^(?:the )?most\b|^(?:an? |the )?(?:part|result|source|key|core|list|act of|number of|example)\b(?! of (?:the |a |an )?[a-z]+ \w+ \w+ \w+)",
    re.IGNORECASE,
)


def topic_definitions(placed: Iterable[RoledBlock], title: str) -> list[Definition]:
    """The definition of the title's subject and of that of each heading, from the sentences right below it, in English."""
    body = (p for p in placed if p.role in ("body", "summary") and p.block.kind == "paragraph")
    every = [s for one in body for s in sentences_of(one.block, one.topic)]
    found = list(_defined(every, title))
    return telling_definitions([found], every)[0]


def _defined(every: Sequence[Sentence], title: str) -> Iterator[Definition]:
    told: set[str] = set()
    seen: dict[str, int] = {}
    for sentence in every:
        heading = sentence.topic or title
        seen[heading] = seen.get(heading, 0) + 1
        if seen[heading] > FIRST_SENTENCES:
            continue
        name = topic_name(heading)
        if name and key(name) not in told and (made := _of(sentence, name)):
            told.add(key(name))
            yield made


def _of(sentence: Sentence, name: str) -> Definition | None:
    said = even(sentence.prompt)
    form = re.match(_ENGLISH % name_pattern(name), said)
    if form is None or not is_practisable(_BRACKETS.sub("", said)):
        return None
    whole = form["meaning"]
    meaning = cut_meaning(whole) or cut_meaning(_BESIDES.split(whole, maxsplit=1)[0])
    if meaning is None and LONGEST_CUT < count_words(whole) <= LONGEST_WHOLE and ", " not in whole:
        meaning = whole
    if (
        meaning is None
        or _HANGS.search(meaning)
        or count_words(meaning) < SHORTEST_MEANING
        or _LEANS.search(meaning)
    ):
        return None
    return Definition(
        term=capital(form["term"]),
        meaning=meaning,
        sentence=sentence,
        rule=RULE,
        plural=form["verb"] in ("are", "were"),
        proper=name[:1].isupper() and " " in name,
    )
