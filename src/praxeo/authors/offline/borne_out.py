"""The last look before an item is shown: whether the places that it names bear it out.

What every app's items are held against when it is compiled holds back here what would be marked there: a
key that was taken for another question's, a meaning that belongs to the entry before.
"""

from __future__ import annotations

from praxeo.authors.offline.harvest import decks, vocabulary
from praxeo.authors.offline.judging import Judged
from praxeo.authors.offline.material import Candidate
from praxeo.domain.blocks import Extraction

_AS_WRITTEN = frozenset({decks.RULE, vocabulary.RULE})  # somebody wrote them to be asked


def hold_what_is_not_borne_out(judged: Judged, extraction: Extraction) -> Judged:
    """The same, with the shown items that their places do not say among the held back.

    Items of one exercise (the steps of a list, the pairs of a table) stay together: what is left of it
    without one of them may be wrong where the whole is not.
    """
    # Imported here: the gate's lists of words are of no use to what only asks for an author's words.
    from praxeo.claims.gate import Gate
    from praxeo.claims.statements import claim_of

    alone = [each for each in judged.shown if not each.group and each.rule not in _AS_WRITTEN]
    gate = Gate.near(extraction, (place for each in alone for place in each.item.evidence))

    def is_borne_out(candidate: Candidate) -> bool:
        item = candidate.item
        return gate.judge_at(claim_of(item), item.evidence).verdict != "not_found"

    refused = {id(each) for each in alone if not is_borne_out(each)}
    return Judged(
        shown=[each for each in judged.shown if id(each) not in refused],
        held=[*judged.held, *(each for each in judged.shown if id(each) in refused)],
    )
