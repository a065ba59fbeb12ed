"""Whether a sentence answers the question above it at once: told rather than sold, and of nobody in particular."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import count_words

SHORTEST_QUESTION, LONGEST_QUESTION = 3, 20  # words
SHORTEST_ANSWER, LONGEST_ANSWER = 4, 35  # words of what is told

_ASKS = re.compile(
    r"^¿?(?:what|why|how|when|where|who|whose|which|was|wie|wieso|weshalb|warum|wozu|wann|wo|woher|wohin|wer|wem|wen|welche[rsmn]?|"
    r"qu[’']\w+|que|comment|pourquoi|quand|où|qui|quel(?:le)?s?|combien|qué|cómo|por qué|para qué|cuándo|dónde|quién(?:es)?|cuál(?:es)?|cuánt[oa]s?)\b",
    re.IGNORECASE,
)
_ASKS_FOR_SEVERAL = re.compile(
    r"^¿?(?:what are|which (?:are|\w+s are)|was sind|welche \w+ (?:gibt|sind|hat|haben)|quel(?:le)?s sont|cuáles son)\b",
    re.IGNORECASE,
)
_WHAT_IS = re.compile(r"^what (?:is|are)\b", re.IGNORECASE)
_SAYS_WHAT = re.compile(r"\b(?:is|are) (?!\w+ed\b)\w|\bmeans?\b|\brefers? to\b", re.IGNORECASE)
_SEVERAL = re.compile(r",| (?:and|or|und|oder|et|ou|y|o) ")
_VERDICT = re.compile(r"^(?:yes|no|ja|nein|oui|non|sí)\b[\s,.:;–—-]", re.IGNORECASE)
_OF_US = re.compile(
    r"\b(?:(?i:we|our|us|you|your|yours|this|these)|wir|uns|unser\w*|(?<=[a-zäöüß,] )(?:Sie|Ihr\w*)|du (?=bist|hast|kannst|musst|willst|sollst)|dein\w*|dies\w*|nous|notre|nos|vous|votre|vos|ce|cette|ces|"
    r"nosotros|nuestr\w+|usted\w*|tu|tus|est[ae]s?)\b"
)
_LEANS = re.compile(
    r"^(?:this|that|these|those|it depends|.{0,80}\bdepends? on|.{0,80}\bhängt\b|.{0,80}\bdépend\b|.{0,80}\bdepende\b|see|here|there|as|many people|some people|viele (?:menschen|leute)|manche|beaucoup de gens|muchas? (?:personas|gente)|good question|the (?:answer|following)|siehe|das hängt|dies\w*|hier|"
    r"voir|cela|ça|voici|il y a|véase|esto|eso|aquí|depende)\b|[:?]$",
    re.IGNORECASE,
)
_OPINION = re.compile(  # what sells, advises or guesses rather than tells
    r"\b(?:best|top|key|important|importance|benefits?|advantages?|trends?|strateg\w+|improve\w*|enhance\w*|optimi[sz]\w*|crucial|essential|robust|leading|consider|may|might|"
    r"wichtig\w*|vorteile?\w*|(?<!am )beste[nrs]?|meilleure?s?|avantages?|important\w*|mejor(?:es)?|ventajas?|importancia)\b",
    re.IGNORECASE,
)
_NAMES_NOTHING = re.compile(  # "Who is it for?", but not "How long does it take?"
    r"\b(?:is|are|was|were|does|do|did|can) (?:it|they|he|she)\b(?! (?:take|cost|last|rain|snow))|\b(?:ist|sind|war|kann|hat) (?:es|er|sie)\b",
    re.IGNORECASE,
)
_WHO = re.compile(r"^¿?(?:who|wer|qui|quién(?:es)?)\b", re.IGNORECASE)
STEM = 5  # letters of a word that a sentence about the same has, too
_I = re.compile(r"\b(?:I|my|me|ich|mein\w*|mich|je|j[’']\w+|mon|mes|yo|mi|mis)\b")


def is_question(text: str) -> bool:
    """Whether a line asks one thing, of nobody in particular."""
    fit = text.endswith(("?", "؟")) and text.count("?") == 1
    return (
        fit
        and SHORTEST_QUESTION <= count_words(text) <= LONGEST_QUESTION
        and not _OF_US.search(text)
    )


def is_answer(question: str, told: str) -> bool:
    """Whether what is told may stand as the answer of a card."""
    if not SHORTEST_ANSWER <= count_words(told) <= LONGEST_ANSWER or not told.endswith((".", "!")):
        return False
    if _OPINION.search(f"{question} {told}") or _NAMES_NOTHING.search(question):
        return False
    if _LEANS.search(told) or _OF_US.search(told) or _I.search(told):
        return False
    if _ASKS_FOR_SEVERAL.match(question) and not _SEVERAL.search(told):
        return False  # it says how many there are, or begins to tell
    if _WHAT_IS.match(question) and not _SAYS_WHAT.search(told):
        return False
    if _WHO.match(question) and not _shares_word(question, told):
        return False  # it tells who is well known, and only later who did it
    return bool(_ASKS.match(question)) != bool(_VERDICT.match(told))


def _shares_word(question: str, told: str) -> bool:
    asked, said = ({w[:STEM] for w in re.findall(r"\w+", text.lower()) if len(w) >= STEM} for text in (question, told))  # fmt: skip
    return bool(asked & said)
