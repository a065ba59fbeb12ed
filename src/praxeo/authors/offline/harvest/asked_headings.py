"""Headings that ask ("What is a vaccine?") with the answer that the text below them gives."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.authors.offline.cleaning import count_words, even, without_citations
from praxeo.authors.offline.harvest.key_sentences import key_sentence
from praxeo.authors.offline.material import Candidate, sentences_of
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block
from praxeo.domain.spec import Card

SHORTEST_QUESTION = 4  # words
FEWEST_MEMBERS, MOST_MEMBERS = 2, 8
LONGEST_MEMBER = 8  # words

_NOT_A_QUESTION = re.compile(
    r"^(?:ever|ready|did you|do you|want|need|looking|have you|so|still|got|where (?:did|do|to) (?:it|we|you)|what[’']?s next|"
    r"why not|sound|are you|should (?:i|you)|can (?:i|we)|what (?:should|do|can) (?:i|you|we)|how (?:do|can|should) (?:i|we)|"
    r"when should|who are we|why (?:choose|us|use|trust))\b|\b(?:this|these|that|those|it|they|we|us|our|my)\b(?! (?:take|cost|mean|matter|difficult|cheaper|hard|easy|possible|necessary|worth|better|safe))",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(?:[A-Z]?[\d.]*\d[.)]?|[A-Z][.)])\s+")
_ASKS_FOR_LIST = re.compile(
    r"^(?:what|which)\s(?:are|were|\w+\s(?:are|is|can|do|does|should))\b", re.IGNORECASE
)


def heading_questions(placed: Sequence[RoledBlock]) -> list[Candidate]:
    """Recall cards for the headings that ask what the text below them answers."""
    found = []
    for index, one in enumerate(placed[:-1]):
        if one.block.kind != "heading" or one.role in ("key", "references") or not _asks(one.block):
            continue
        question = _question(one.block)
        following = tuple(p.block for p in placed[index + 1 : index + 2 + MOST_MEMBERS])
        made = _members(question, following)
        made = made or _answer(question, following)
        found += [made] if made else []
    return found


def _question(block: Block) -> str:
    """A heading without its number ("A.1", "3)") and without a lead such as "Introduction -- "."""
    return re.sub(r"^(?:.{1,40}\s(?:--|–|—)\s)", "", _NUMBER.sub("", even(block.text)))


def _asks(block: Block) -> bool:
    question = _question(block)
    if not question.endswith(("?", "？")) or len(question.split()) < SHORTEST_QUESTION:
        return False
    return not _NOT_A_QUESTION.search(question)


def _members(question: str, following: tuple[Block, ...]) -> Candidate | None:
    """ "What are the parts of a cell?" answered by the short items of the list below."""
    if not _ASKS_FOR_LIST.match(question):
        return None
    items: list[Block] = []
    for block in following[1 if following[0].kind == "paragraph" else 0 :]:
        if block.kind != "list_item":
            break
        items.append(block)
    names = [_name(item) for item in items]
    if not FEWEST_MEMBERS <= len(items) <= MOST_MEMBERS or not all(names):
        return None
    evidence = tuple(f"{item.id}.1" for item in items)
    back = "; ".join(names)
    return Candidate(
        kind="recall",
        item=Card(front=question, back=back, evidence=evidence),
        prompt=question,
        answer=back,
        quote=" ".join(item.text for item in items),
        rule="heading_list",
        score=2.6,
    )


def _name(item: Block) -> str:
    own = sentences_of(item)
    first = own[0].prompt if own else ""
    name = without_citations(re.split(r":\s|\s[–—-]\s", first, maxsplit=1)[0]).rstrip(" .;,")
    return name if 1 <= count_words(name) <= LONGEST_MEMBER else ""


def _answer(question: str, following: tuple[Block, ...]) -> Candidate | None:
    """The sentence below that answers it, to be recalled and compared."""
    found = key_sentence(question, following)
    if found is None:
        return None
    back, own = found
    evidence = tuple(sentence.reference for sentence in own)
    return Candidate(
        kind="recall",
        item=Card(front=question, back=back, evidence=evidence),
        prompt=question,
        answer=back,
        quote=" ".join(sentence.text for sentence in own),
        rule="heading_answer",
        score=2.5,
    )
