"""Whether a text speaks of "the ceremony" or "the island" that only the lines around it in the source tell."""

from __future__ import annotations

import re

from praxeo.authors.offline.lexicon import word_set

_THE = re.compile(
    r"\b[Tt]he (?P<what>[a-z]+(?:-[a-z]+)?)\b(?! (?:of|in|for|that|which|who|between|against|on|at|to|from|with|[A-Z])\b)(?! ?[a-z]+ (?:of|in|for)\b)"
)
_UNTOLD = word_set(
    """procedure process method technique practice case decision term word name group movement party event film book novel play poem
    story character ceremony award mission crew company organization organisation government region area territory country nation
    city island continent population war battle treaty law court god gods king queen hero author result results effect effects problem issue question idea
    theory model data test value values device observer observers team project program programme expedition insignia building house town village
    article painting song album band show series game match season club school university church army fleet ship reaction experiment
    study report bill act document agreement text version site place collection system period"""
)
STEM = 6  # letters by which a word is known again


def speaks_of_untold(text: str, known: str) -> bool:
    """Whether it does. `known` is what a learner has before: the title and headings of the source, in small letters."""
    stems = {word[:STEM].rstrip("s") for word in known.lower().split()}
    return any(
        found["what"] in _UNTOLD and found["what"][:STEM].rstrip("s") not in stems
        for found in _THE.finditer(text)
    )
