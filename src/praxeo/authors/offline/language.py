"""The language that the author works in: as it was read, else by its smallest words."""

from __future__ import annotations

import re
from collections import Counter

from praxeo.authors.offline.harvest.language_names import taught_in
from praxeo.authors.offline.lexicon import word_set
from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.language import HITS_AT_LEAST, LEAD_OVER_SECOND, LISTS

SAMPLE = 2_000  # characters of text that are looked at where a source is too short for the reader to tell
MOST_LOOKED_AT = 10  # times that much of a long one
FEWEST_HITS = 2
CLEARLY = 8  # times the small words of the language that was read
_ARABIC = re.compile(r"[\u0600-\u06ff]")

_SMALL = {
    "en": word_set("the and of is are in to that which with for from by an i you what"),
    "de": word_set(
        "der die das und ist sind von mit ein eine einer den dem des wird durch für im zu auf ich man nicht"
    ),
    "fr": word_set("le la les et est des du une un dans qui par pour sont au je il elle"),
    "es": word_set("el los las y es del una un en que por para con son se yo me"),
}


def is_in(text: str, language: str) -> bool:
    """Whether a text may be in that language: no other known one has clearly more of its small words."""
    uses = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    hits = {tongue: sum(uses[word] for word in small) for tongue, small in _SMALL.items()}
    own = hits.get(language, 0)
    return language not in hits or max(hits.values()) < max(2 * own, own + FEWEST_HITS + 1)


def language_told(text: str) -> str:
    """The known language that a text has most small words of, "" where it has none or two have as many."""
    uses = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    hits = sorted((sum(uses[w] for w in small), tongue) for tongue, small in _SMALL.items())
    return hits[-1][1] if hits[-1][0] > hits[-2][0] else ""


def language_of(extraction: Extraction) -> str:
    """The primary tag, such as "de"; "en" where nothing tells. What was read yields to what the text says clearly."""
    if taught := _of_vocabulary(extraction):
        return taught
    stated = extraction.metadata.language.split("-")[0].lower()
    hits = _hits(extraction)
    best = max(hits, key=lambda tongue: hits[tongue])
    if stated:
        clear = stated in hits and hits[best] > CLEARLY * hits[stated] + FEWEST_HITS
        return best if clear else stated
    text = " ".join(block.text for block in extraction.blocks)[:SAMPLE]
    if len(_ARABIC.findall(text)) * 2 > len(text):
        return "ar"
    return _another(text, hits[best]) or (best if hits[best] >= FEWEST_HITS else "en")


def _another(text: str, most: int) -> str:
    """A language that the author has no grammar of, where a short text has clearly more of its small words; "" else."""
    uses = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    told = {tongue: sum(uses[word] for word in small) for tongue, small in LISTS.items()}
    (best, hits), (_, second) = sorted(told.items(), key=lambda pair: -pair[1])[:2]
    clear = hits >= HITS_AT_LEAST and hits > LEAD_OVER_SECOND * max(second, most)
    return best if clear and best not in _SMALL else ""


def _of_vocabulary(extraction: Extraction) -> str:
    """The language that the heads of vocabulary tables are in: that of the learners, whatever the words are."""
    tables = [block for block in extraction.blocks if block.kind == "table"]
    heads = [[cell.text for cell in table.cells if cell.row == 0] for table in tables]
    told = [tongue for head in heads if len(head) == 2 and (tongue := taught_in(*head))]
    return told[0] if told and len(told) * 2 >= len(tables) else ""


def _hits(extraction: Extraction) -> dict[str, int]:
    """How often each language's small words stand in the running text, looked at evenly."""
    prose = [b.text for b in extraction.blocks if b.kind in ("paragraph", "list_item")]
    prose = prose or [block.text for block in extraction.blocks]
    step = max(1, sum(map(len, prose)) // (MOST_LOOKED_AT * SAMPLE))
    uses = Counter(re.findall(r"[^\W\d_]+", " ".join(prose[::step]).lower()))
    return {tongue: sum(uses[word] for word in small) for tongue, small in _SMALL.items()}
