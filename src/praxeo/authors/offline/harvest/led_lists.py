"""Lists that a heading or a line names as a set: "Causes of erosion", "The advantages of … are:"; to be recalled whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from praxeo.authors.offline.cleaning import count_words, even
from praxeo.authors.offline.harvest.lists import SourceList, name_of
from praxeo.authors.offline.harvest.procedures import orders
from praxeo.authors.offline.lexicon import points_elsewhere
from praxeo.authors.offline.material import Candidate, sentences_of
from praxeo.authors.offline.outline import clean_title
from praxeo.authors.offline.phrases import Phrases
from praxeo.domain.spec import Card

RULE = "led_list"
FEWEST, MOST = 3, 7  # members
SHORTEST_LEAD, LONGEST_LEAD = 2, 18  # words

_SET = (
    r"(?:types|kinds|forms|parts|components|elements|causes|reasons|functions|roles|advantages|benefits|disadvantages|drawbacks|limitations|"
    r"symptoms|signs|principles|characteristics|properties|features|factors|stages|phases|effects|consequences|uses|applications|"
    r"methods|techniques|strategies|categories|classes|layers|levels|criteria|sources|risks|purposes|strengths|weaknesses|duties|rights|"
    r"criticisms|assumptions|dimensions|branches|aims|measures|conditions|roles)"
)
_COUNTS = re.compile(
    rf"(?:Several|Many|A number of|Two|Three|Four|Five|Six|Seven) (?:[a-z]+ )?{_SET} [^.]*\.$"
)  # "Several factors affect …"
_NAMES_SET = re.compile(rf"\b{_SET}\b", re.IGNORECASE)
_HEADING = re.compile(rf"^(?:(?:the|main|key|basic|common|major|some|general|typical|important) )*{_SET} (?:of|for|in) \S", re.IGNORECASE)  # fmt: skip
_NOT_ALONE = re.compile(
    r"\b(?:this|these|those|that|it|its|they|them|their|we|our|us|you|your|i|my|here|above|below|such|other|also|additional|another|following example|"
    r"he|she|his|her|e\.g|example|examples|option|options|button|menu|dialog|window|version|release|supported|available)\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"\s*(?:,?\s*(?:such as|including|like)|\b(?:the )?following|as follows|the ones? below|namely)\s*$", re.IGNORECASE)  # fmt: skip
_MEMBER_OF_NO_SET = re.compile(r"https?://|[{}<>=|]|\.(?:com|org|py|txt|html?)\b|^\W|^(?:and|or|but|click|see|note|if|when|you|we)\b", re.IGNORECASE)  # fmt: skip


def led_list(source_list: SourceList, phrases: Phrases) -> Iterator[Candidate]:
    """A list with the name of what it lists, if each member has a name and the set stands by itself."""
    items = source_list.items
    if not FEWEST <= len(items) <= MOST or source_list.nested or _has_order(source_list):
        return
    named = _front(source_list)
    members = [name_of(item) for item in items]
    if not named or not all(members) or any(map(_MEMBER_OF_NO_SET.search, members)):
        return
    if len({m.lower() for m in members}) != len(members) or any(m.endswith("?") for m in members):
        return
    front, lead, reference = named
    evidence = (*((reference,) if reference else ()), *source_list.evidence)
    question, back = phrases.list_of.format(front), "; ".join(members)
    yield Candidate(
        kind="flashcards",
        item=Card(front=question, back=back, evidence=evidence),
        prompt=question,
        answer=back,
        quote=" ".join([lead, *(item.text for item in items)]),
        rule=RULE,
        subject=front,
    )


def _has_order(source_list: SourceList) -> bool:
    """Whether numbers are those of steps; a numbered set is one as any other."""
    lead = source_list.lead.text if source_list.lead else ""
    return any(item.number for item in source_list.items) and orders(f"{source_list.topic} {lead}")


def _front(source_list: SourceList) -> tuple[str, str, str] | None:
    """What the list is called, the text that says so, and its reference: a line before it, else a heading."""
    lead = source_list.lead
    if lead is None or not lead.text.strip():
        return None
    if lead.kind == "heading":
        title = clean_title(lead.text).rstrip(" :")
        fit = _HEADING.match(title) and not _NOT_ALONE.search(title)
        return (title, lead.text, lead.id) if fit else None
    last = sentences_of(lead)[-1]
    text = even(last.prompt)
    if lead.kind != "paragraph" or not (text.endswith(":") or _COUNTS.match(text)):
        return None
    front = text.rstrip(" :.")
    if not SHORTEST_LEAD <= count_words(front) <= LONGEST_LEAD or not front[:1].isupper():
        return None
    if _NOT_ALONE.search(front) or points_elsewhere(_FOLLOWING.sub("", front)):
        return None
    return (front, last.text, last.reference) if _NAMES_SET.search(front) else None
