"""Whether prompt and answer can be understood without the lines around them in the source."""

from __future__ import annotations

import re

from praxeo.authors.offline.lexicon import (
    GENERIC,
    frequency,
    points_elsewhere,
    speaks_of_its_author,
    word_set,
)
from praxeo.authors.offline.material import Candidate

_START = re.compile(r"^[\"“‘'(\[¿¡]*")


_DANGLING = re.compile(
    r"^(?:this|that|these|those|it|its|they|their|them|he|she|his|her|such|both|neither|each of|"
    r"one of (?:these|them|the)|some of (?:these|them)|another|other|others|the (?:other|others|same|"
    r"former|latter|first|second|third|next|last|two|three|four|above|rest|result|results|following|"
    r"authors?|researchers?|study|studies|paper|article|reason|difference|idea|goal|key|point|problem|question|answer|"
    r"process|method|approach|technique|example|latter|term|word|effect|list|table|figure|"
    r"participants|subjects|patients|sample|samples|group|model|system|program|function|code|output|"
    r"image|diagram|graph|company|team|user|book|chapter|section|course|document|report|project|product|test|"
    r"(?:\w+ )?(?:ingredients?|propert(?:y|ies)|efficacy|activity|reduction|extracts?|mixture|tutorial|package|"
    r"framework|dataset|website|event|game|film|movie|author|speaker|decision|change|refusal|finding|findings|"
    r"rule|law|plan|bill|question|problem|shift|trend|increase|decrease|difference|situation|tool|option|options)(?! of\b))"
    r"(?= (?:is|are|was|were|has|have|had|can|will|would|may|does|do|did|of|that|which|to|for|in|on|\w+s|\w+ed)\b)"
    r"|the (?:second|third|fourth|fifth|final|next|other|(?:first|last)(?= (?:step|part|stage|phase|unit|section|type|kind|one|point|reason|option|method|thing|group|row|column|line|case|example|question|of)s?\b)|latter|former|above|following|remaining) \w+|an? (?:second|third|similar|different|further|separate|related|better|new) |so|then|instead|whereas|and|but|for (?:example|instance|this|these|that)|in (?:this|that|these|such|both|each|addition|turn|some cases)|"
    r"at (?:this|that)|by (?:this|that|doing)|with (?:this|that|these)|from (?:this|that|these|here|there)|"
    r"on (?:this|that|these)|to do (?:this|so|that)|after (?:this|that)|because of (?:this|that|these)|due to (?:this|these|that)|despite (?:this|that|these)|"
    r"under (?:this|these)|as (?:such|you|we|mentioned|noted|shown|with|a consequence)|here|there|now|"
    r"similarly|likewise|also|again|later|meanwhile|otherwise|afterwards?|eventually|soon|next|"
    r"(?:\w+ ){1,2}then|first|second|third|yes|no|well|perhaps|maybe|sometimes|or|nor|yet|if so|like this|unlike (?:this|these)|rather|still|even so|too|more)\b",
    re.IGNORECASE,
)


_DEMONSTRATIVE = re.compile(
    r"\b(?:this|these|those)\s+(?!is\b|are\b)[A-Za-z]|\b(?:to|for|of|on|in|with|by|from) that (?!is\b|are\b|can\b)\w+|\bsuch (?:a|an)\b(?! as)|\bdo(?:es|ing)? so\b|"
    r"\b(?:of|to|for|with|by|from|like|about|on) (?:this|these|that|those)(?= (?:is|are|was|were|will|can|has|have)\b|[.,;]|$)|"
    r"\b(?:is|are|was|were|been|be) \w+ there\b|"
    r"\bthe (?:same|latter|former|other|others|aforementioned|said|present (?:study|work|paper))\b",
)


_LATE_PRONOUN = re.compile(r"\b(?:he|she|his|her|hers)\b", re.IGNORECASE)


_ASKED_SUBJECT = re.compile(
    r"^(?:What|Where|How|How long|How much|In which year) \w+ the (?:\w+(?:al|ed|ive|ic) )?(\w+) (\w+)"
)


_TELLING = frozenset({"of", "that", "which", "in", "for", "to", "between", "from", "with"})


_SOME_THING = word_set(
    """initiative programme agency agreement dimension report bill deal organisation organization
    committee institution department authors researchers firm brand store shop device platform"""
)


_MAY_BE_RESOLVED = re.compile(r"(?:It|They|The (?:two|three|four|five|six|seven|eight)) ")


_OPEN_END = re.compile(
    r"\bthe (?:company|firm|initiative|bill|deal)\b(?! (?:of|that|which))|\banother \w+ (?:that|which)\b|"
    r"\bsimilar (?:move|way|approach|effect)\b|"
    r"\bhim\b|\bjust as \w+\b(?! as)|\b(?:for|of|in) the same[.,”]",
    re.IGNORECASE,
)


_DATED_PRONOUN = re.compile(
    r"(?:In|On|By) (?:\w+ )?(?:\d{1,2} )?(?:\d{4}|____),? (?:it|they|he|she|this|these|that|those)\b"
)


_ASKED_OF_IT = re.compile(r"\b(?:for|of|to|with|by|from|in|on) (?:it|them)[?]$")


_BARE_THE = re.compile(
    r"The (?:cause|reason|result|answer|problem|solution|effect)s? (?:is|are|was|were)\b"
)


_ADDS_TO_OTHERS = re.compile(
    r"^(?:Actually|Of course|For the first time|The obvious \w+)\b|\bof course\b|\bthe following\.$|"
    r"\bas follows\.?$|\bthis convention\b|\byet\.$|\bfor the first time$",
)


_HEDGED_CAUSE = re.compile(
    r"\b(?:might|may|could|can) (?:also )?be (?:due|attributed|because|related|linked)\b"
)


def leans_on_others(text: str) -> bool:
    """Whether no item on a sentence can stand alone, as far as its words tell without grammar."""
    bare = _START.sub("", text)
    opens_loosely = _DANGLING.match(bare) and not _MAY_BE_RESOLVED.match(bare)
    return bool(opens_loosely or points_elsewhere(text) or speaks_of_its_author(text))


def self_contained(candidate: Candidate) -> bool:
    """A learner understands prompt and answer without the lines around them."""
    for text in _spoken(candidate):
        bare = _START.sub("", text)
        if _DANGLING.match(bare) or points_elsewhere(text) or speaks_of_its_author(text):
            return False
        if _DEMONSTRATIVE.search(text):
            return False
        pronoun = _LATE_PRONOUN.search(text)
        if pronoun and not _has_name(text[: pronoun.start()]):
            return False
        asked = _ASKED_SUBJECT.match(text)
        if asked and (asked[1] in GENERIC or asked[1] in _SOME_THING) and asked[2] not in _TELLING:
            return False
        if _ASKED_OF_IT.search(text) or _BARE_THE.match(text) or _DATED_PRONOUN.match(text):
            return False
        if _OPEN_END.search(text) or _HEDGED_CAUSE.search(text) or _ADDS_TO_OTHERS.search(text):
            return False
    return True


def _has_name(text: str) -> bool:
    """Whether a person or thing is named before a pronoun."""
    first, _, rest = text.strip().partition(" ")
    return bool(re.search(r"\b[A-Z][a-z]+", rest)) or (
        first[:1].isupper() and frequency(first) < 4.0
    )


def _spoken(candidate: Candidate) -> list[str]:
    """The texts of a candidate that must stand alone."""
    if candidate.rule.startswith(("code", "table", "two_columns")) and candidate.kind != "terms":
        told = [candidate.answer] if candidate.rule == "code_does" else []
        return [candidate.prompt, *told]
    if candidate.kind == "cloze":
        return [candidate.prompt.replace("____", candidate.answer)]
    if candidate.kind == "terms":
        return [candidate.answer]
    if candidate.rule == "counted":
        return [candidate.subject]
    if candidate.kind == "choice" or candidate.rule == "because":
        quoted = candidate.prompt.partition("“")[2].rpartition("”")[0]
        return [quoted]
    return [candidate.prompt, candidate.answer]
