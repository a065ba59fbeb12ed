"""Whether what is asked has one answer, which is worth knowing and is not given away."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import key, singular, words
from praxeo.authors.offline.lexicon import (
    COMMON_WORD,
    GENERIC,
    PRONOUNS,
    QUANTIFIERS,
    frequency,
)
from praxeo.authors.offline.material import Candidate
from praxeo.domain.spec import Choice, Cloze

SHORTEST_REST = 5  # words beside the gap


SHORTEST_MEANING = 3  # words beside the gap, where they are the meaning of the term


FEWEST_DISTRACTORS = 2


_CROWD = re.compile(
    r"^What (?:do|did|can|must|should) (?:most |many |some )?(?:\w+ists|\w+ians|contributors|users|developers|sponsors|researchers|"
    r"experts|people|customers|employees|workers|companies|organi[sz]ations|businesses|readers|visitors|students|teachers|"
    r"authors|members|participants)\b",
    re.IGNORECASE,
)


_COULD_BE_ANY = re.compile(
    r"^(?:\w+ ){0,5}?____ (?:\([^)]*\) )?(?:(?:has|have) (?:also )?been (?:widely )?(?:used|tried|shown|considered|found)|(?:should|must|will|may|might|could)\b|"
    r"(?:has|have) (?:\w+, )*\w+,? and \w+ (?:activity|properties|effects)|for an? )",
)


_VAGUE_GAP = re.compile(
    r"^____ (?:is|are|was|were|can be|has been|have been|has|have|had|plays?|makes?|provides?|offers?|helps?) "
    r"(?:very |also |often |so |quite |more |most )?(?:important|essential|crucial|key|critical|necessary|useful|common|popular|"
    r"an? (?:important|key|major|great|crucial|vital|significant|common|critical|essential|big|good|popular)\b)",
    re.IGNORECASE,
)


_MEANING_FOLLOWS = re.compile(
    r"____(?: \([^)]*\))? (?:is|are|was|were) (?:an?|the|any|one)\b|(?:called|known as) (?:an? |the )?____"
)


_IN_A_LIST = re.compile(
    r"(?:such as|like|including|e\.g\.|for example|especially|, and|, or|, and/or),? (?:the |an? )?____|"
    r": (?:[^.]*, )?____,|"
    r"____,? (?:and|or) (?!then|so|is|are|was|can|has)\w+[,.]|____, (?:\w+ ){1,3}?(?:and|or) "
)


def specific_answer(candidate: Candidate) -> bool:
    """The answer names something: not a pronoun, a quantity word or a word of every day."""
    if candidate.kind not in ("cloze", "choice", "terms"):
        return True
    name = candidate.item.term if candidate.kind == "terms" else candidate.answer  # type: ignore[union-attr]
    parts = name.lower().split()
    if candidate.rule.startswith(("table", "code", "date")):
        return True
    if not parts or parts[0] in PRONOUNS | QUANTIFIERS - {"no", "only"}:
        return False
    if len(parts) == 1:
        return parts[0] not in GENERIC and frequency(parts[0]) < COMMON_WORD
    return not all(part in GENERIC for part in parts)


def one_answer(candidate: Candidate) -> bool:
    """What is asked pins the answer down."""
    prompt = candidate.prompt
    if candidate.kind == "flashcards":
        return not (candidate.rule in ("object", "subject") and _CROWD.match(prompt))
    if candidate.kind != "cloze":
        return True
    rest = [w for w in words(prompt.replace("____", " ")) if frequency(w) < 5.7]
    defines = candidate.rule == "defined_term" or _MEANING_FOLLOWS.search(prompt)
    if len(rest) < (SHORTEST_MEANING if defines else SHORTEST_REST) or _VAGUE_GAP.match(prompt):
        return False
    return not (
        _COULD_BE_ANY.match(prompt) or prompt.startswith("____:") or _IN_A_LIST.search(prompt)
    )


def not_leaked(candidate: Candidate) -> bool:
    """The prompt does not give the answer away."""
    if candidate.kind in ("recall", "ordering", "timeline", "concept_map"):
        return True
    if candidate.kind == "terms":
        term = {_stem(w) for w in candidate.item.term.lower().split()}  # type: ignore[union-attr]
        meaning = {_stem(w.lower()) for w in words(candidate.answer)}
        return len(term & meaning) * 2 < len(term) + (len(term) > 1)
    if candidate.rule.startswith("code"):
        return True
    shown = f" {key(candidate.prompt)} "
    answer = key(candidate.answer)
    if f" {answer} " in shown:
        return False
    if candidate.kind in ("cloze", "choice") and len(answer) > 4:
        stems = {w[:6] for w in answer.split() if len(w) > 3 and w not in GENERIC}
        leaked = stems & {w[:6] for w in shown.split()}
        return len(leaked) * 2 < len(stems) + (len(stems) > 1) * 1 or not stems
    return True


def _stem(word: str) -> str:
    """What "reload" and "reloading" share."""
    return singular(word).removesuffix("ing")


def good_options(candidate: Candidate) -> bool:
    """At least two distractors, all different, and none that is the answer in other words."""
    if not isinstance(candidate.item, Choice):
        return True
    options = [candidate.item.answer, *candidate.item.distractors]
    names = [key(option) for option in options]
    if len(names) - 1 < FEWEST_DISTRACTORS or len(set(names)) != len(names):
        return False
    right = set(names[0].split())
    if candidate.rule.startswith(("table", "code")):
        return True
    return not any(
        set(other.split()) <= right or right <= set(other.split()) for other in names[1:]
    )


def real_gap(candidate: Candidate) -> bool:
    """The gap is where the item says, and nothing but the answer is missing."""
    if not isinstance(candidate.item, Cloze):
        return True
    item = candidate.item
    return bool(item.answer.strip()) and item.answer not in (item.before, item.after)
