"""What a source sums up itself, under "Key points" or "Summary", to be told in one's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from praxeo.authors.offline.harvest.recalled.cards import WORDS, told_card
from praxeo.authors.offline.harvest.recalled.lines import is_debris
from praxeo.authors.offline.harvest.recalled.listed_points import listed_points
from praxeo.authors.offline.harvest.recalled.points import chosen_points
from praxeo.authors.offline.harvest.recalled.words import RecallWords
from praxeo.authors.offline.material import Candidate, Sentence, sentences_of
from praxeo.authors.offline.outline import clean_title
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.roles.words import role_of_heading

RULE = "section_key_points"
_CONCLUDES = re.compile(
    r"conclusi|wrap|fazit|schluss", re.IGNORECASE
)  # where what was said is praised rather than told


def key_points(placed: Sequence[RoledBlock], language: str, phrases: Phrases, title: str) -> Iterator[Candidate]:  # fmt: skip
    """A recall card for each list or passage in which the source says itself what matters."""
    words = WORDS.get(language)
    summed = [one for one in placed if one.role == "summary" and one.block.kind != "heading"] if words else []  # fmt: skip
    for (above, heading), own in groupby(summed, key=lambda one: (one.above, one.topic)):
        whole = next((one for one in reversed(above) if not role_of_heading(one)), title)
        direct = role_of_heading(heading) == "summary" and bool(whole)
        points = _points(heading, list(own), whole, words) if words and direct else ()
        if points:
            topic = clean_title(whole)
            yield told_card(phrases.key_points.format(topic), topic, points, RULE)


def _points(
    heading: str, own: Sequence[RoledBlock], whole: str, words: RecallWords
) -> Sequence[Sentence]:
    listed = listed_points(own, words, share=0.0)
    if listed:
        return listed
    if _CONCLUDES.search(heading):
        return ()
    told = [s for one in own if one.block.kind == "paragraph" for s in sentences_of(one.block) if not is_debris(s.text, words)]  # fmt: skip
    return chosen_points(whole, told, (whole,), words) if told else ()
