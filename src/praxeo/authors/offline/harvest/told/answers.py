"""Whether what a sentence tells answers a question on its own."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import count_words

LONGEST = 24  # words

_END = re.compile(
    r"; | – | — |,? (?:but|although|though|whereas|however|so that|and (?:it|they|is|are|was|were|has|have|can|this|these)|"
    r"aber|jedoch|obwohl|sodass|während|mais|bien que|tandis que|alors que|pero|aunque|mientras que)\b"
)
_LEANS = re.compile(
    r"\b(?:it|they|them|he|she|him|her|his|hers|this|these|those|such|following|above|below|here|there|we|us|our|you|your|also|example|same|other|others|"
    r"dies\w*|jene\w*|solche\w*|folgende\w*|hier|dort|wir|uns\w*|auch|er|es|man|daran|davon|dazu|darin|dabei|dafür|andere[nrms]?|"
    r"cet|cette|ces|cela|ici|là|nous|notre|vous|votre|suivante?s?|ci-dessus|ci-dessous|aussi|elles?|ils?|eux|autres?|"
    r"est[aeo]s?|es[aeo]s?|aquí|allí|nosotros|nuestr\w+|siguientes?|también|ello|ellos|ellas?|otr[oa]s?)\b",
    re.IGNORECASE,
)
_OF_THE_SUBJECT = re.compile(
    r"\b(?:it|they|them|there|er|sie|es|dort|ihn|ils?|elles?|ellos|ellas?)\b", re.IGNORECASE
)
_VAGUE = re.compile(
    r"^(?:approximately |about |a |an |aus |in |de |en |d['’]|por |of )?(?:several|many|various|different|a number|a variety|a lot|some|numerous|multiple|mehrere[nrs]?|viele[nr]?|verschiedene[nrs]?|"
    r"einige[nr]?|plusieurs|diverse?s?|différent\w*|nombreu\w+|vari[oa]s|divers[oa]s|much[oa]s|distint[oa]s|algun[oa]s|(?:two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|"
    r"deux|trois|quatre|cinq|six|sept|dos|tres|cuatro|cinco|seis|siete|\d+) [\w-]+(?: [\w-]+)?)\b[^:,]*$",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(r"(?:approximately|about|around|nearly|almost) ", re.IGNORECASE)
_ODD = re.compile(r"[\[\]{}<>=|\\_~^#*]|\d{3,}|\?|\bhttps?|\be\.g|\bi\.e|…|\.\.\.")
_HANGS = re.compile(
    r"\b(?:and|or|of|the|an?|to|for|with|in|by|from|that|which|as|und|oder|der|die|das|von|mit|für|de|la|le|les|du|des|et|ou|que|qui|y|o|el|los|las|del|con|por|para)$",
    re.IGNORECASE,
)


def cut_answer(text: str) -> str:
    """The answer without a second statement."""
    end = _END.search(text)
    return (text[: end.start()] if end else text).strip(" ,;:.")


def answers_alone(text: str, *, of_subject: bool = False) -> bool:
    """Whether an answer is whole, says something, and needs no other sentence.

    `of_subject`: what gives a reason may take up what the question names, by "it" or "they".
    """
    leaning = _OF_THE_SUBJECT.sub("", text) if of_subject else text
    if _ROUGHLY.match(text):
        return False
    if not 1 <= count_words(text) <= LONGEST or _LEANS.search(leaning) or _VAGUE.match(text):
        return False
    if _ODD.search(text) or _HANGS.search(text) or text.count("(") != text.count(")"):
        return False
    return (
        text.count("“") + text.count("„") in (text.count("”"), text.count("“") * 2)
        or "“" not in text
    )
