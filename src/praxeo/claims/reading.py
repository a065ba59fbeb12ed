"""A text as the rules read it: its terms in order, and what denies, orders and bounds them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from praxeo.claims.numerals import counted
from praxeo.claims.phrases import in_one_word
from praxeo.claims.word_lists import (
    AUXILIARIES,
    BE,
    BREAKS,
    CASES,
    FUNCTION_WORDS,
    JOINERS,
    LINKS,
    MELTED,
    NEGATORS,
    ONE,
    POINTERS,
    PREPOSITIONS,
    PRONOUNS,
    STRONG,
    WEAK,
)
from praxeo.claims.words import is_number, stem_of, tokens_of

REMEMBERED_TEXTS = 8192
DENIED_REACH = 1  # terms after "not" that it denies; word order tells no more
_SENTENCE_END = re.compile(r"[.!?:…|]\W*$|\n\W*$")
_CLAUSE_END = re.compile(r"[,;:()–—|\n]|[.!?]\s")


@dataclass(frozen=True)
class Term:
    """A number or a word that carries sense.

    `lead` is the preposition or link right before it ("" for none), `phrase` that of the words it stands among,
    `article` the German one that tells its case; `joined` whether "and", "or" or a comma
    is, `be` whether a form of "be" is; `spelled` is a number in letters. `name` is a capital letter where no sentence begins, `first` one where a sentence does.
    """

    key: str
    stem: str
    clause: int
    lead: str
    phrase: str
    article: str
    link: str
    joined: bool
    be: bool
    spelled: bool
    name: bool
    first: bool
    denied: bool
    number: bool


@dataclass(frozen=True)
class Reading:
    """`words` are all of the text; `strong` and `links` are told by the first of their row."""

    terms: tuple[Term, ...]
    words: frozenset[str]
    negations: int
    strong: frozenset[str]
    strong_at: tuple[tuple[str, int], ...]  # and the term after it
    weak: frozenset[str]
    links: tuple[tuple[str, int], ...]  # and the term after it
    pointing: frozenset[int]  # the clauses in which a pronoun stands for something
    ones: frozenset[int]  # the terms after "one"
    breaks: tuple[int, ...]  # the term after "but", "while", ";"

    @cached_property
    def stems(self) -> frozenset[str]:
        """Of words that carry sense, without numbers."""
        return frozenset(term.stem for term in self.terms if not term.number)

    @cached_property
    def forms(self) -> frozenset[str]:
        """All words without their endings."""
        return frozenset(map(stem_of, self.words))

    @cached_property
    def names(self) -> frozenset[str]:
        """Words with a capital where no sentence begins."""
        return frozenset(term.key for term in self.terms if term.name)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """All numbers, whether in digits or in words."""
        return frozenset(term.key for term in self.terms if term.number)


@lru_cache(maxsize=REMEMBERED_TEXTS)
def read_text(text: str) -> Reading:
    """The text as the rules read it."""
    return _Reader().read(text)


class _Reader:
    def __init__(self) -> None:
        self.terms: list[Term] = []
        self.links: list[tuple[str, int]] = []
        self.breaks: list[int] = []
        self.ones: list[int] = []
        self.pointing: list[int] = []
        self.strong: list[tuple[str, int]] = []
        self.clause = self.reach = self.negations = 0
        self.lead = self.link = self.phrase = self.article = ""
        self.joined = self.be = self.breaking = self.after_term = False

    def read(self, text: str) -> Reading:
        end, words = 0, set()
        for token in in_one_word(tuple(counted(tokens_of(text)))):
            between = text[end : token.start]
            begins = not end or bool(_SENTENCE_END.search(between))
            if end and _CLAUSE_END.search(between):
                self._boundary(between)
            end, key = token.end, token.key
            words.add(key)
            if key in PRONOUNS:
                self.pointing.append(self.clause)
            if key in ONE:
                self.ones.append(len(self.terms))
            if key in STRONG:
                self.strong.append((STRONG[key], len(self.terms)))
            numeral = token.text in ("I", "A", "a") and self.after_term and token.text != "a"
            self._break(key)
            self.after_term = numeral or not self._function(key)
            if self.after_term:
                self._term(key, token.text, begins)
            else:
                self.phrase = self.phrase if key in JOINERS else ""
                self.article = key if key in CASES else ""
        return Reading(
            terms=tuple(self.terms),
            words=frozenset(words),
            negations=self.negations,
            strong=frozenset(name for name, _ in self.strong),
            strong_at=tuple(self.strong),
            weak=frozenset(words & WEAK),
            links=tuple(self.links),
            pointing=frozenset(self.pointing),
            ones=frozenset(self.ones),
            breaks=tuple(self.breaks),
        )

    def _boundary(self, between: str) -> None:
        self.clause += 1
        self.reach, self.joined, self.link, self.lead, self.phrase = 0, "," in between, "", "", ""
        self.breaking = ";" in between

    def _break(self, key: str) -> None:
        """Note where another subject begins: not where the verb or a pronoun follows."""
        if self.breaking and key not in AUXILIARIES and key not in POINTERS:
            self.breaks.append(len(self.terms))
        self.breaking = key in BREAKS

    def _function(self, key: str) -> bool:
        """Take in a word that only bounds or denies others."""
        if key in NEGATORS or key.endswith(("n't", "n’t")):
            self.reach, self.negations = DENIED_REACH, self.negations + 1
            self.lead = "without" if key in ("without", "ohne") else self.lead
        elif key in LINKS:
            self.clause += 1
            self.lead = self.link = LINKS[key]
            self.links.append((self.lead, len(self.terms)))
        elif key in BE:
            self.be = True
        elif key in PREPOSITIONS:
            self.lead = MELTED.get(key, key)
        elif key in JOINERS:
            self.joined = True
        else:
            return key in FUNCTION_WORDS
        return True

    def _term(self, key: str, text: str, begins: bool) -> None:
        number, capital = is_number(key), text[0].isupper() and len(text) > 1
        if self.terms and (self.terms[-1].name or self.terms[-1].first) and not capital:
            self.phrase = self.article = ""  # the noun or name was its end
        if key.endswith(("'s", "’s")):
            self.lead = self.lead or "of"  # the dance's angle: the angle of the dance
        self.terms.append(
            Term(
                key=key,
                stem=key if number else stem_of(key),
                clause=self.clause,
                lead=self.lead,
                phrase=self.lead or self.phrase,
                article=self.article,
                link=self.link,
                joined=self.joined,
                be=self.be,
                spelled=number and text[0].isalpha(),
                name=capital and not begins and not number,
                first=capital and begins and not number,
                denied=self.reach > 0,
                number=number,
            )
        )
        self.phrase = self.lead or self.phrase
        self.lead, self.joined, self.be = "", False, False
        self.reach = max(0, self.reach - 1)
