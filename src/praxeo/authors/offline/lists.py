"""Lists: "Term: meaning" items, numbered steps, and enumerations under a lead-in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from praxeo.authors.offline.cleaning import count_words, even, without_citations
from praxeo.authors.offline.definitions import Definition
from praxeo.authors.offline.lexicon import points_elsewhere, word_set
from praxeo.authors.offline.material import Candidate, Part, Sentence, sentences_of
from praxeo.authors.offline.phrases import Phrases
from praxeo.domain.blocks import Block
from praxeo.domain.spec import Card, Step

FEWEST_STEPS, MOST_STEPS = 3, 9
LONGEST_STEP = 22  # words
LONGEST_LEAD_TERM = 6  # words
FEWEST_MEMBERS, MOST_MEMBERS = 2, 6
LONGEST_MEMBER = 9  # words

_LEAD = re.compile(
    r"^(?P<term>[^:–—]{2,60}?)\s*(?P<mark>:|\s[–—-]\s)\s*(?P<meaning>\S.*)$", re.DOTALL
)
_ORDERED_TOPIC = re.compile(
    r"\b(?:steps?|how to|procedure|process|instructions?|stages?|phases?|sequence|directions|recipe|method|workflow|"
    r"schritte|anleitung|ablauf|étapes|pasos|follow|in order|install|set ?up|getting started|cycle|works?)\b",
    re.IGNORECASE,
)
_UNORDERED_TOPIC = re.compile(
    r"\b(?:tips|ways|reasons|best|top|trends|ideas|mistakes|things|tools|benefits|types|kinds|examples|"
    r"questions|objectives|references|rules|principles|factors|advantages|myths|facts|contents|goals|features)\b",
    re.IGNORECASE,
)
_ENUMERATING = re.compile(
    r"\b(?:are|include|includes|were|consists? of|comprises?|contains?|is made (?:up )?of|umfassen|sind|sont|son|"
    r"comprennent|incluyen)(?: the following)?(?: \w+){0,2}:$|^(?:the )?(?:two|three|four|five|six)\b.*:$",
    re.IGNORECASE,
)


LABELS = word_set(
    """pros cons recommendations recommendation advantages disadvantages benefits drawbacks features
    example examples note notes tip tips price cost rating verdict summary ingredients author date
    where when who what why how bonus warning caution important requirements includes duration
    location contact website phone email address category source sources materials"""
) | {"best for", "how it works", "key takeaway", "key takeaways", "pro tip", "suitable for"}
_CODE_LIKE = re.compile(r"[()\[\]_=<>{}]|\w\.\w|^--?\w")
_FURTHER = re.compile(r",?\s(?:for|to|such as|like|that|which|because|so)\s")
# A step that says its own place in the order leaves nothing to find out.
_TELLS_PLACE = re.compile(
    r"\b(?:first|second|third|fourth|fifth|finally|lastly|last|next|step \d|then|begin|start by)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class SourceList:
    """The items of one list of a source, and the paragraph or heading that leads in."""

    items: tuple[Block, ...]
    lead: Block | None
    topic: str


def lists_of(part: Part) -> list[SourceList]:
    """The lists of a section; items of another depth are left out, other blocks end a list."""
    found: list[SourceList] = []
    run: list[Block] = []
    topic, before = part.title, None
    lead: Block | None = None
    for block in (*part.practised, None):
        if block is not None and block.kind == "list_item":
            if not run:
                lead = before
            if not run or block.level == run[0].level:
                run.append(block)
            continue
        if run:
            found.append(SourceList(items=tuple(run), lead=lead, topic=topic))
            run = []
        if block is not None and block.kind == "heading":
            topic = even(block.text)
        before = block
    return found


def listed_definitions(source_list: SourceList) -> list[Definition]:
    """ "Osmosis: the movement of water ..." items, where the list is made of them."""
    found = [d for item in source_list.items if (d := _led(item, source_list.topic))]
    bold = [d for d in found if d.rule == "list_bold"]
    if len(found) >= 2 and len(found) * 2 >= len(source_list.items):
        return found
    return bold


def _led(item: Block, topic: str) -> Definition | None:
    match = _LEAD.match(item.text)
    if match is None or len(match["term"].split()) > LONGEST_LEAD_TERM:
        return None
    marks = [m for m in item.marks if m.start <= 1 and m.end >= len(match["term"].rstrip()) - 1]
    own = sentences_of(item, topic)
    sentence = next((s for s in own if s.start + len(s.text) > match.start("meaning")), None)
    if sentence is None:
        return None
    end = sentence.start + len(sentence.text)
    meaning = without_citations(item.text[match.start("meaning") : end]).rstrip(" .;,")
    term = even(match["term"]).strip("*_`“”\"' ")
    if not term or count_words(meaning) < 3 or term.lower() in LABELS:
        return None
    code = any(m.style == "code" for m in marks) or bool(_CODE_LIKE.search(term))
    return Definition(
        term=term,
        meaning=meaning,
        sentence=_whole(item, own, sentence, topic),
        rule="code_list" if code else "list_bold" if marks else "list_lead",
        plural=term.endswith("s"),
        proper=sum(word[:1].isupper() for word in term.split()) > 1,
        strength=1.5 if marks else 0.8,
    )


def _whole(item: Block, own: list[Sentence], last: Sentence, topic: str) -> Sentence:
    """The sentence that holds term and meaning; the first one where both are in it."""
    if last.number == 1:
        return last
    end = last.start + len(last.text)
    return Sentence(block=item, number=own[0].number, start=0, text=item.text[:end], topic=topic)


def ordered_steps(source_list: SourceList) -> list[Candidate]:
    """The steps of a numbered list that tells how something is done or happens."""
    items = source_list.items
    lead = source_list.lead.text if source_list.lead else ""
    where = f"{source_list.topic} {lead}"
    if not FEWEST_STEPS <= len(items) <= MOST_STEPS or not all(item.number for item in items):
        return []
    if not _ORDERED_TOPIC.search(where) or _UNORDERED_TOPIC.search(lead or source_list.topic):
        return []
    steps = [_step(item) for item in items]
    if any(step is None for step in steps):
        return []
    texts = [text for step in steps if step for text in [step[0]]]
    if len({text.lower() for text in texts}) != len(texts) or any(map(_TELLS_PLACE.search, texts)):
        return []
    return [
        Candidate(
            kind="ordering",
            item=Step(text=step[0], evidence=(step[1],)),
            prompt=step[0],
            answer=step[0],
            quote=item.text,
            rule="numbered_steps",
            score=3.0,
            group=f"steps {items[0].id}",
        )
        for step, item in zip(steps, items, strict=True)
        if step
    ]


def _step(item: Block) -> tuple[str, str] | None:
    own = sentences_of(item)
    if not own:
        return None
    text = own[0].prompt.rstrip(" .:;")
    if not 2 <= count_words(text) <= LONGEST_STEP or points_elsewhere(text):
        return None
    return text, own[0].reference


def enumerations(source_list: SourceList, phrases: Phrases) -> list[Candidate]:
    """ "The three kinds of rock are:" with short items: name them from memory."""
    lead, items = source_list.lead, source_list.items
    if lead is None or lead.kind != "paragraph" or not FEWEST_MEMBERS <= len(items) <= MOST_MEMBERS:
        return []
    own = sentences_of(lead)
    if not own or not own[-1].prompt.endswith(":") or not _ENUMERATING.search(own[-1].prompt):
        return []
    members = [_member(item) for item in items]
    if any(not 1 <= count_words(m) <= LONGEST_MEMBER for m in members):
        return []
    front = phrases.list_of.format(f"“{own[-1].prompt}”")
    back = "; ".join(members)
    evidence = (own[-1].reference, *(f"{item.id}.1" for item in items))
    return [
        Candidate(
            kind="flashcards",
            item=Card(front=front, back=back, evidence=evidence),
            prompt=front,
            answer=back,
            quote=" ".join([own[-1].text, *(item.text for item in items)]),
            rule="list_members",
            score=2.5,
        )
    ]


def _member(item: Block) -> str:
    first = sentences_of(item)[0].prompt if item.text.strip() else ""
    match = _LEAD.match(first)
    name = without_citations(match["term"] if match else first).rstrip(" .;,")
    if count_words(name) > LONGEST_MEMBER:
        name = _FURTHER.split(name, maxsplit=1)[0]
    return name
