"""The sentence that answers a question in a heading, out of the first ones below it; none where none clearly does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from praxeo.authors.offline.boilerplate import is_practisable
from praxeo.authors.offline.cleaning import count_words, key
from praxeo.authors.offline.lexicon import GENERIC
from praxeo.authors.offline.material import Sentence, sentences_of
from praxeo.authors.offline.sense.standing_alone import leans_on_others
from praxeo.domain.blocks import Block

MOST_SENTENCES = 5  # of the text below a heading that are looked at
SHORTEST, LONGEST = 6, 45  # words of an answer
SHORTEST_WORD, STEM = 3, 6  # letters

_YES_NO = re.compile(r"^(?:is|are|was|were|does|do|did|can|could|has|have|will)\b", re.IGNORECASE)
_VERDICT = re.compile(r"^(?:yes|no)\b[.,:;!]?", re.IGNORECASE)
_FORMS = (  # how a question begins, and what a sentence that answers it has
    (re.compile(r"^why\b", re.IGNORECASE), re.compile(r"\b(?:because|since|due to|owing to|so that|in order to|as a result|caused by)\b", re.IGNORECASE)),
    (re.compile(r"^(?:what (?:is|are|was|were|does .* mean)|who (?:is|was|are|were))\b", re.IGNORECASE), re.compile(r"\b(?:is|are|was|were|means?|refers? to|denotes?)\b", re.IGNORECASE)),
    (re.compile(r"^when\b", re.IGNORECASE), re.compile(r"\b\d{3,4}\b|\b(?:when|after|before|during|until|century)\b", re.IGNORECASE)),
    (re.compile(r"^how (?:does|do|is|are|did|was|were)\b", re.IGNORECASE), re.compile(r"\b(?:by|through|using|via|when|works?|process)\b", re.IGNORECASE)),
)  # fmt: skip
_QUOTES = re.compile(r"[\"“”«»]|\[[^\]]*\]")
_EVASIVE = re.compile(
    r"^(?:there (?:are|is)|you\b|it depends|if you|when it comes|the answer|in (?:this|short|other)|the following|here|unfortunately|unlike|"
    r"many people|most people|some people|we[’' ]|let|before|great question|to (?:answer|quote|understand)|considering|as (?:we|you|a|an|the))",
    re.IGNORECASE,
)


def key_sentence(question: str, below: Sequence[Block]) -> tuple[str, tuple[Sentence, ...]] | None:
    """The answer and the sentences that it stands in. `below` are the blocks under the question."""
    paragraphs = takewhile(lambda block: block.kind == "paragraph", below)
    first = [s for block in paragraphs for s in sentences_of(block)][:MOST_SENTENCES]
    if _YES_NO.match(question):
        return _verdict(question, first)
    form = next((told for asks, told in _FORMS if asks.match(question)), None)
    if form is None:
        return None
    wanted = _stems(question)
    for sentence in first:
        text = sentence.prompt
        if (
            form.search(text)
            and _stands(text)
            and len(wanted & _stems(text)) * 2 >= len(wanted)
            and _tells_more(wanted, text)
        ):
            return text, (sentence,)
    return None  # fmt: skip


def _verdict(question: str, first: list[Sentence]) -> tuple[str, tuple[Sentence, ...]] | None:
    """ "Yes." or "No" with the sentence that says why."""
    said = _VERDICT.match(first[0].text) if first else None
    if said is None:
        return None
    own = first[:2] if count_words(first[0].text) < SHORTEST else first[:1]
    text = " ".join(sentence.text for sentence in own)
    rest = text[said.end() :].strip()
    shared = _stems(question) & _stems(rest)
    stands = _stands(rest) and bool(shared) and len({s.block.id for s in own}) == 1
    return (text, tuple(own)) if stands else None


def _stands(text: str) -> bool:
    if _EVASIVE.match(text) or text.endswith((":", "?")) or _QUOTES.search(text):
        return False
    return SHORTEST <= count_words(text) <= LONGEST and is_practisable(text) and not leans_on_others(text)  # fmt: skip


def _tells_more(wanted: Iterable[str], text: str) -> bool:
    return len(_stems(text) - set(wanted)) >= SHORTEST // 2


def _stems(text: str) -> set[str]:
    return {w[:STEM] for w in key(text).split() if len(w) > SHORTEST_WORD and w not in GENERIC | _ASKING}  # fmt: skip


_ASKING = frozenset(["what", "which", "when", "where", "does", "have", "with", "from", "that", "this", "mean", "means", "into", "about", "called", "also"])  # fmt: skip
