"""Counted sets: "The three kinds of rock are …" with exactly three members, in a sentence or in a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from praxeo.authors.offline.cleaning import count_words, even, key
from praxeo.authors.offline.harvest.lists import SourceList, name_of
from praxeo.authors.offline.material import Candidate, Sentence, sentences_of
from praxeo.authors.offline.phrases import Phrases
from praxeo.domain.spec import Card

FEWEST, MOST = 2, 8  # members
LONGEST_MEMBER = 12  # words
LONGEST_FRONT = 20  # words
LATEST_COUNT = 100  # characters before it

_COUNT = {
    word: number
    for number, words in {
        2: "two zwei deux dos", 3: "three drei trois tres", 4: "four vier quatre cuatro", 5: "five fünf cinq cinco",
        6: "six sechs seis", 7: "seven sieben sept siete", 8: "eight acht huit ocho",
    }.items()
    for word in words.split()
}  # fmt: skip
_WORDS = "|".join(_COUNT)
_SAYS_COUNT = re.compile(rf"\b(?P<count>{_WORDS}|(?<![\d.])[2-8](?= [a-zäöüé]))\s+(?!(?:is|are|was|were|has|have|of|and|or|to|ist|sind|est|sont|es|son)\b)(?P<what>[^\W\d]\w*(?:\s\w+){{0,7}})", re.IGNORECASE)  # fmt: skip
_LINK = re.compile(
    r":\s+|\s(?:are|were|sind|waren|lauten|heißen|sont|étaient|son|eran)(?: the following| folgende| les suivants?)?:?\s+",
    re.IGNORECASE,
)
_SPLIT = re.compile(
    r",?\s+(?:and|und|sowie|et|y|e)\s+|[,;]\s+|\s*\(?\b[1-8i]+[.)]\s+", re.IGNORECASE
)
_NAMES = re.compile(  # how a member begins that follows "are"
    r"(?:an?\s|the\s|der\s|die\s|das\s|eine?\s|les?\s|la\s|l['’]|une?\s|el\s|los\s|las\s|una?\s|[A-ZÄÖÜ]|[\w-]+$)"
)
_OPENS_LOOSELY = re.compile(r"(?:esto|eso|est[aeo]s|cela|ceci|dies|das heißt|somit|daher|deshalb|jedoch|aber|und|dann|c['’]est[- ]à[- ]dire|donc|ainsi|mais|es decir|así|pero|por (?:eso|tanto)|that (?:is|means)|erstens|zweitens|drittens|außerdem|primero|segundo|además|premièrement|deuxièmement|for example|for instance|like \w|the (?:first|second|third|last|next) (?:line|part|one|row)|if|when|whenever|unless|in section|yet|but|and|so|thus|hence|however|moreover|therefore|then|also|again|otherwise)\b", re.IGNORECASE)  # fmt: skip
_POINTS_WITHIN = re.compile(
    r", (?:however|though|therefore|then|too),|\b(?:here )?called$", re.IGNORECASE
)
_TAIL = re.compile(r"\w- [a-z]|\((?:though|but|although|not|if|see|e\.g\.)\b", re.IGNORECASE)
_ENDS_LOOSELY = re.compile(r"\W*:$")
_JOINING = re.compile(r"^(?:and|or|und|sowie|et|y)\s", re.IGNORECASE)
_COUNT_FIRST = re.compile(rf"(?:the |die |les |los |las )?(?:{_WORDS}|[2-8])\b", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"(?:Se (?:presentan?|dividen?|componen?|encuentran?|forman?)|Constan?|Tienen?|Es|Son|Está|Están)\b"
)  # Spanish: of what before
_THERE_ARE = re.compile(
    r"(?:^|, )(?:there (?:are|were)|es gibt|il y a|existen|hay)\b", re.IGNORECASE
)
_OF_WHAT = re.compile(
    r"\b(?:of|in|for|to|that|which|der|des|von|bei|im|de|du|des|d['’]\w+|del)\b", re.IGNORECASE
)
_LOOSE = re.compile(
    r"\b(?:let|below|above|it|its|they|them|we|our|you|your|this|these|sie|wir|ils|elles|nous|vous)\b",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(
    r"\b(?:them|they|each|sie|ihnen|jede[rsn]?|ils|elles|chacune?|ellos|ellas|cada|se (?:l[eoa]s )?(?:llaman|conocen))\b|^(?:Les|Los|Las)\s(?:voici|encontr\w+)\b",
    re.IGNORECASE,
)
_POINTS = re.compile(
    r"^(?:only\b|and\b|the (?:class|function|method|program|command|system|tool|library|object|module|remaining|other)\b)|"
    r"\b(?:viz|more than|less than|shown on|window|dialog|menu|preferences|settings|einstellungen|fenster|menü|need|needs|remain|remaining|folgende\w*|will be|returned|our|we|you|your|it|its|they|one or|fold|up to|at least|about|these|those|this|following (?:\w+ )?(?:example|figure|table)|diese|jene|ces|estos|estas|year|years|time|times|ago|percent|"
    r"page|pages|reason why|main reasons|next|last|first|other|jahre?n?|tage?n?|mal|ans|fois|años|veces)\b",
    re.IGNORECASE,
)


def counted_in_sentence(sentence: Sentence, phrases: Phrases) -> Iterator[Candidate]:
    """A sentence that counts what it then lists, if the numbers agree."""
    text = sentence.prompt
    count = _SAYS_COUNT.search(text)
    start = text.find(":", count.end()) if count else -1
    link = _LINK.search(text, max(start, count.end("count"))) if count else None
    if (
        not count
        or not link
        or count.start() > LATEST_COUNT
        or count_words(text[: link.end()]) > LONGEST_FRONT
    ):
        return
    front = text[: link.end()].strip().rstrip(":")
    members = [
        _JOINING.sub("", even(m))
        for m in _SPLIT.split(text[link.end() :].rstrip(" ."))
        if m and m.strip()
    ]
    if len(members) != number_of(count["count"]) or _POINTS.search(front):
        return
    if ":" not in link[0] and not all(map(_NAMES.match, members)):
        return  # "are considered …", "are joined …": the verb goes on
    if not _stands_alone(front, count.end("count")) or _LOOSE.search(" ; ".join(members)):
        return
    if (
        _OPENS_LOOSELY.match(front)
        or _POINTS_WITHIN.search(front)
        or any(map(_is_broken, (front, *members)))
    ):
        return
    if all(1 <= count_words(m) <= LONGEST_MEMBER for m in members) and _telling(members):
        yield _candidate(f"{front} …", members, sentence.text, (sentence.reference,), phrases)


def counted_list(source_list: SourceList, phrases: Phrases) -> Iterator[Candidate]:
    """A list whose lead, or heading, says how many it has: name them from memory."""
    lead, items = source_list.lead, source_list.items
    if lead is None or not FEWEST <= len(items) <= MOST or source_list.role in ("questions", "key"):
        return
    last = _counting(sentences_of(lead))
    if (
        last is None
        or lead.kind not in ("paragraph", "heading", "list_item")
        or last.prompt.endswith("?")
    ):
        return
    count = _SAYS_COUNT.search(last.prompt)
    names = [_ENDS_LOOSELY.sub("", name_of(item)) for item in items]
    if (
        not count
        or number_of(count["count"]) != len(items)
        or not all(names)
        or not _telling(names)
    ):
        return
    if _POINTS.search(last.prompt) or count_words(last.prompt) > LONGEST_FRONT:
        return
    if not _stands_alone(last.prompt, count.end("count")):
        return
    front = _front(last.prompt, names)
    if (
        _OPENS_LOOSELY.match(front)
        or _POINTS_WITHIN.search(front)
        or any(map(_is_broken, (front, *names)))
    ):
        return
    evidence = (last.reference, *source_list.evidence)
    quote = " ".join([last.text, *(item.text for item in items)])
    yield _candidate(front, names, quote, evidence, phrases)


def _counting(own: Sequence[Sentence]) -> Sentence | None:
    """The last sentence of a lead, or the one before it that counts what the last only takes up ("You meet them in …:")."""
    takes_up = len(own) > 1 and own[-1].text.rstrip().endswith(":")
    if takes_up and _TAKES_UP.search(own[-1].text) and not _SAYS_COUNT.search(own[-1].prompt):
        return own[-2]
    return own[-1] if own else None


def _front(lead: str, names: list[str]) -> str:
    """The lead without the members that it names itself: "three colours: red, blue and green"."""
    said, _, rest = lead.partition(": ")
    told = f" {key(rest)} "
    return (said if all(f" {key(n)} " in told for n in names) else lead).rstrip(" :.")


def _is_broken(text: str) -> bool:
    """Whether something of it is missing: half of a pair of brackets or quotes, a word cut by the end of a line."""
    odd = (
        text.count("(") != text.count(")")
        or text.count('"') % 2
        or text.count("“") != text.count("”")
    )
    return bool(odd or text.startswith("(") or text.endswith("…") or _TAIL.search(text))


def number_of(word: str) -> int:
    """The number that a counting word stands for."""
    return int(word) if word.isdigit() else _COUNT[word.lower()]


def _stands_alone(front: str, after: int) -> bool:
    """Whether a lead says of what there are so many: "There are two main types" does not."""
    if _LOOSE.search(front) or not front[:1].isupper():
        return False
    if _COUNT_FIRST.match(front) and not _OF_WHAT.search(front):
        return False
    if _NO_SUBJECT.match(front):
        return False
    return not _THERE_ARE.search(front) or bool(_OF_WHAT.search(front[after:]))


def _telling(members: list[str]) -> bool:
    different = len({member.lower() for member in members}) == len(members)
    return different and all(any(c.isalpha() for c in m) and m.lower() != "not" for m in members)


def _candidate(
    front: str, members: list[str], quote: str, evidence: tuple[str, ...], phrases: Phrases
) -> Candidate:
    question, back = phrases.list_of.format(front), "; ".join(members)
    return Candidate(
        kind="flashcards",
        item=Card(front=question, back=back, evidence=evidence),
        prompt=question,
        answer=back,
        quote=quote,
        rule="counted",
        subject=front,
    )
