"""The words of a passage as support is judged by: stems, numbers, names and what is denied."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

REMEMBERED_PASSAGES = 8192
STEM_LETTERS_LEAST = 4  # shorter words are compared whole
ALIKE_LETTERS_LEAST = 5  # "activate" and "activation" share more than this
ALIKE_SHARE_LEAST = 0.7
SAME_SHARE = 0.85
NEGATION_REACH = 1  # content words after "not" that it denies; word order tells no more
_ENDINGS = ("ations", "ation", "ities", "ity", "ings", "ing", "ies", "ied", "ed", "es", "ly", "s")

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*"
    r"|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"  # each sign of Chinese, Japanese, Korean
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_SENTENCE_END = re.compile(r"[.!?:…]\W*$|\n\W*$")


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NUMBER_WORDS = {
    word: str(number)
    for words in (
        "zero one two three four five six seven eight nine ten eleven twelve",
        "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    )
    for number, word in enumerate(words.split())
} | {"thirteen": "13", "fifteen": "15", "twenty": "20", "thirty": "30", "hundred": "100"}
_NOT_A_COUNT = _set("one")  # "one of them" counts nothing
NEGATORS = _set(
    """not no never none neither nor without cannot nothing nobody hardly
    nicht kein keine keinen keiner keinem nie niemals ohne weder noch nichts
    ne pas jamais sans aucun aucune ni sin nunca ningún ninguna non mai senza"""
)
FUNCTION_WORDS = _set(
    """a an the this that these those it its they them their he she his her him we our us you your i
    me my is are was were be been being am do does did done has have had having will would shall
    should can could may might must of in on at by for from to into onto with within as if than then
    and or but so because while when where which who whom whose what why how there here also very
    such some any each both all most many more much only just about over under between through
    during per via up out off again further once other another own same too else yet say says called
    known name names named mean means describe explain following according refers refer
    der die das den dem des ein eine einen einem einer eines es er sie ihr ihre wir uns ich du und
    oder aber denn weil wenn als wie was wer wo wann warum welche welcher welches ist sind war waren
    wird werden wurde hat haben hatte kann können muss müssen soll zu zum zur im in an am auf aus bei
    mit von vom für über unter durch um nach vor auch nur noch sehr sich man so dass damit
    le la les un une des du de et ou mais que qui dans sur par pour avec est sont était
    el los las una y o pero que en por para con es son fue"""
)
POINTERS = _set(
    """it its they them their this these those such he she his her him who which
    er sie es ihr ihre ihrem ihren dieser diese dieses sein seine il elle ils elles ce cette"""
)
_OPPOSITES = tuple(
    (frozenset(left.split()), frozenset(right.split()))
    for left, right in (
        ("increase increases increased rise rises rose raise raises more higher greater faster",
         "decrease decreases decreased fall falls fell lower lowers less fewer smaller slower"),
        ("before earlier", "after later"),
        ("always every", "never"),
        ("first", "last"),
        ("above", "below"),
        ("inside internal", "outside external"),
        ("hot warm", "cold cool"),
        ("positive", "negative"),
        ("maximum most", "minimum least"),
        ("begin begins began start starts started", "end ends ended stop stops stopped"),
    )
)  # fmt: skip
_DENYING = ("un", "in", "im", "ir", "dis", "non", "anti")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or number and where it stands in the text."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The form in which tokens are compared."""
        return number_of(self.text) or self.text.casefold().replace("’", "'")


@dataclass(frozen=True, slots=True)
class Passage:
    """What stands in a text. `names` are capitalised where no sentence begins; `first` where one does."""

    words: frozenset[str]  # as written, in small letters
    stems: frozenset[str]  # of content words
    numbers: frozenset[str]
    names: frozenset[str]
    first: frozenset[str]
    denied: frozenset[str]  # stems that stand under a negation
    affirmed: frozenset[str]  # stems that stand under none
    negations: int


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words and numbers of a text, in order."""
    return tuple(Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text))


@lru_cache(maxsize=REMEMBERED_PASSAGES)
def read_passage(text: str) -> Passage:
    """The text as support is judged by."""
    words: set[str] = set()
    stems: set[str] = set()
    numbers: set[str] = set()
    names: set[str] = set()
    first: set[str] = set()
    denied: set[str] = set()
    affirmed: set[str] = set()
    reach = end = negations = 0
    for token in tokens_of(text):
        key, begins = token.key, not end or bool(_SENTENCE_END.search(text[end : token.start]))
        if begins or any(mark in text[end : token.start] for mark in ",;("):
            reach = 0
        end = token.end
        words.add(key)
        if key[0].isdigit():
            numbers.add(key)
            continue
        if key in NEGATORS or key.endswith(("n't", "n’t")):
            reach, negations = NEGATION_REACH, negations + 1
            continue
        if key in FUNCTION_WORDS:
            continue
        stem = stem_of(key)
        stems.add(stem)
        (denied if reach else affirmed).add(stem)
        reach = max(0, reach - 1)
        if token.text[0].isupper():
            (first if begins else names).add(key)
    return Passage(
        words=frozenset(words),
        stems=frozenset(stems),
        numbers=frozenset(numbers),
        names=frozenset(names),
        first=frozenset(first),
        denied=frozenset(denied),
        affirmed=frozenset(affirmed),
        negations=negations,
    )


def number_of(word: str) -> str:
    """The number that a word stands for, with a point for the decimal mark, "" if for none."""
    if word[0].isdigit():
        if _THOUSANDS.fullmatch(word):
            return re.sub("[.,]", "", word)
        return word.replace(",", ".")
    lowered = word.casefold()
    return "" if lowered in _NOT_A_COUNT else _NUMBER_WORDS.get(lowered, "")


def stem_of(word: str) -> str:
    """A word without its ending, so that "binds" and "binding" are the same."""
    word = word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= STEM_LETTERS_LEAST - 1:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > STEM_LETTERS_LEAST and word[-1] in "ey" else word


def alike(stem: str, stems: frozenset[str]) -> bool:
    """Whether one of `stems` is this one or has the same beginning."""
    if stem in stems:
        return True
    if len(stem) < ALIKE_LETTERS_LEAST:
        return False
    head = stem[:ALIKE_LETTERS_LEAST]
    return any(
        other.startswith(head)
        and _shared(stem, other) >= ALIKE_SHARE_LEAST * max(len(stem), len(other))
        for other in stems
    )


def _shared(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count


def contradicts(claim: Passage, source: Passage) -> bool:
    """Whether the claim denies what the source affirms or the other way round, by its words.

    Where both say almost the same words, they also have to deny equally often.
    """
    shared = len(claim.stems & source.stems)
    same = shared >= SAME_SHARE * len(claim.stems | source.stems) > 0
    if same and claim.negations != source.negations:
        return True
    for stem in claim.stems & source.stems:
        if (stem in claim.denied) != (stem in source.denied) and not (
            (stem in claim.denied and stem in source.denied)
            or (stem in claim.affirmed and stem in source.affirmed)
        ):
            return True
    for left, right in _OPPOSITES:
        for one, other in ((left, right), (right, left)):
            only_claim = claim.words & one and not source.words & one
            if only_claim and source.words & other and not claim.words & other:
                return True
    return _turned(claim.stems, source.stems) or _turned(source.stems, claim.stems)


def _turned(stems: frozenset[str], others: frozenset[str]) -> bool:
    """Whether one of `stems` is a word of `others` with a denying prefix ("impossible")."""
    return any(
        stem.startswith(prefix)
        and len(stem) - len(prefix) >= ALIKE_LETTERS_LEAST
        and stem[len(prefix) :] in others - stems
        for stem in stems - others
        for prefix in _DENYING
    )
