"""Whether a question of the source points at what stood before it: "Why is this argument naive?"."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.lexicon import word_set

FEWEST_BEFORE = 8  # words of a question before a word that may point back within it

_POINTS = re.compile(r"\b(?:this|these|those) (?P<what>[a-z][\w-]*)", re.IGNORECASE)
_BARE = re.compile(r"^(?:why|how|when|where|what|who|is|are|does|do|did|was|were|can|could|should|would|will)\s+(?:\w+\s+)?(?:this|that|it|they|these|those)\b", re.IGNORECASE)  # fmt: skip
# "How long does it take …", "is it possible …": the word points forward.
_FORWARD = re.compile(
    r"\bit (?:take|takes|took|cost|costs|mean|means|possible|necessary|important|matter|important|better|safe|legal|true|rain|called)\b"
)
_OF_THEMSELVES = word_set("day days century year years world life time way kind type sort country earth planet moment")  # fmt: skip


def points_before(question: str) -> bool:
    """Whether a word in it stands for something that was said before, and not in the question itself."""
    if _BARE.search(question) and not _FORWARD.search(question) and "," not in question:
        return True
    for found in _POINTS.finditer(question):
        what = found["what"].lower()
        said = question[: found.start()].lower()
        if (
            what not in _OF_THEMSELVES
            and what.rstrip("s")[:6] not in said
            and len(said.split()) < FEWEST_BEFORE
        ):
            return True
    return False


def is_of_another(term: str, meaning: str) -> bool:
    """Whether a meaning is a sentence that says what something else is: of "Bézier curve", "A spline is a curve which …"."""
    found = _SAYS_WHAT_IS.match(meaning)
    if found is None:
        return False
    names = {word[:4] for word in key(term).split()}
    initials = "".join(word[0] for word in found["what"].lower().split())
    return not names & {word[:4] for word in key(found["what"]).split()} and key(term) != initials


def leans_back(statement: str) -> bool:
    """Whether a statement takes up what was said before it: by "this", "it", "also", "however"."""
    return bool(_TAKES_UP.search(statement))


_SAYS_WHAT_IS = re.compile(
    r"(?:An?|The) (?P<what>(?:(?!that\b|which\b|who\b|where\b)[\w-]+ ){1,5}?)(?:is|are) (?:an?\b|the\b|(?:im|un|in)?\w+(?:able|ible|al|ic|ous)\.?$)"
)
_TAKES_UP = re.compile(
    r"^(?:it|they|this|these|those|that|he|she|but|and|or|so|thus|hence|therefore|however|moreover|furthermore|also|instead|again|besides|nevertheless|"
    r"for (?:example|instance)|in (?:this|that|such|other|addition|fact|contrast|turn|short)|as (?:a result|such)|once|then|another|unlike|indeed|finally)\b|"
    r"\b(?:this|these|those|such|however|therefore|thus|also|instead|mentioned|above|below|earlier|previous|later|here|i|we|our|us|you|your)\b|"
    r"^the (?:same|other|latter|former|above|following|next|last|result|example|problem|idea|first|second)\b",
    re.IGNORECASE,
)
