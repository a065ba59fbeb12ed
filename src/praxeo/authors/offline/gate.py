"""The gate: an item that fails one of these checks is dropped, and the reason is known.

Every check is named, reads only the candidate, and returns True when the candidate passes.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from praxeo.authors.offline.boilerplate import reports_a_study
from praxeo.authors.offline.cleaning import holds, key, singular, words
from praxeo.authors.offline.lexicon import (
    COMMON_WORD,
    GENERIC,
    PRONOUNS,
    QUANTIFIERS,
    frequency,
    points_elsewhere,
    speaks_of_its_author,
    word_set,
)
from praxeo.authors.offline.material import Candidate
from praxeo.domain.spec import Choice, Cloze, Link

LONGEST_PROMPT = 45  # words
LONGEST_GAP_SENTENCE = 36  # words
SHORTEST_REST = 5  # words beside the gap
SHORTEST_MEANING = 3  # words beside the gap, where they are the meaning of the term
LONGEST_ANSWER = 50  # words
FEWEST_DISTRACTORS = 2

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
_FRAGMENT = re.compile(r"^____, an? [^,]*\.$|\b\w\.\?$")  # a gap with no verb; "of its T.?"
_HEDGED_CAUSE = re.compile(
    r"\b(?:might|may|could|can) (?:also )?be (?:due|attributed|because|related|linked)\b"
)
_WRONG_CASE = re.compile(
    r"\b(?:does|do|did|about|can|must|should|is|are|was|were) (?:A|An|The) [a-z]"
)
_LOWERED_NAME = re.compile(r"\b([a-z]\w+) ([A-Z][a-z]\w*)")
_ABOUT_THE_TEXT = re.compile(
    r"^(?:presents?|introduces?|explains?|describes?|provides? (?:an?|the|some) (?:overview|number|introduction|summary)|"
    r"discusses|covers|outlines|shows how|summari[sz]es|lists|reviews|gives an overview)\b",
    re.IGNORECASE,
)
_NO_STATEMENT = re.compile(r"[?？]$|^(?:How|Why|Whether|What) |^When [^,]+$")
_DOCUMENT_TALK = re.compile(
    r"\b(?:the|this|our|presented|following|accompanying|alternative|each|these|all) (?:\w+ )?(?:course|courses|tutorials?|"
    r"lectures?|exercises|notebooks?|materials|textbook|lessons?|workshop|curriculum|slides)\b",
    re.IGNORECASE,
)
_LOOSE_TAIL = re.compile(r"\b(?:that|which|who) \w+[.”]*$")
_CROWD = re.compile(
    r"^What (?:do|did|can|must|should) (?:most |many |some )?(?:\w+ists|\w+ians|contributors|users|developers|sponsors|researchers|"
    r"experts|people|customers|employees|workers|companies|organi[sz]ations|businesses|readers|visitors|students|teachers|"
    r"authors|members|participants)\b",
    re.IGNORECASE,
)
_COULD_BE_ANY = re.compile(
    r"^(?:\w+ ){0,5}?____ (?:\([^)]*\) )?(?:(?:has|have) (?:also )?been (?:widely )?(?:used|tried|shown|considered|found)|(?:should|must|will|may|might|could)\b|"
    r"(?:has|have) (?:\w+, )*\w+,? and \w+ (?:activity|properties|effects)|for an? )",
)
_ODD = re.compile(
    r"\w[‑-] (?!and\b|or\b|to\b)[a-z]{2,}|"
    r"[âÃ](?![a-z])|â[a-z]{1,2}\b|[□�•▪►→←↑↓✓✔✗|{}<>\\^_~#]|\.{3}|…|\s[,;]|\(\s*\)|\[\s*\]|\b(?!(?:die|der|das|sie|had|that|nous|vous)\b)(\w{3,}) \1\b|…"
)
_VAGUE_GAP = re.compile(
    r"^____ (?:is|are|was|were|can be|has been|have been|has|have|had|plays?|makes?|provides?|offers?|helps?) "
    r"(?:very |also |often |so |quite |more |most )?(?:important|essential|crucial|key|critical|necessary|useful|common|popular|"
    r"an? (?:important|key|major|great|crucial|vital|significant|common|critical|essential|big|good|popular)\b)",
    re.IGNORECASE,
)


_MEANING_FOLLOWS = re.compile(
    r"____(?: \([^)]*\))? (?:is|are|was|were) (?:an?|the|any|one)\b|(?:called|known as) (?:an? |the )?____"
)
_IN_A_LIST = re.compile(
    r"(?:such as|like|including|e\.g\.|for example|especially|, and|, or|, and/or),? (?:the |an? )?____|"
    r": (?:[^.]*, )?____,|"
    r"____,? (?:and|or) (?!then|so|is|are|was|can|has)\w+[,.]|____, (?:\w+ ){1,3}?(?:and|or) "
)


def examine(candidate: Candidate) -> tuple[str, ...]:
    """The names of the checks that the candidate fails; empty when it may be shown."""
    return tuple(name for name, passes in CHECKS.items() if not passes(candidate))


def leans_on_others(text: str) -> bool:
    """Whether no item on a sentence can stand alone, as far as its words tell without grammar."""
    bare = _START.sub("", text)
    opens_loosely = _DANGLING.match(bare) and not _MAY_BE_RESOLVED.match(bare)
    return bool(opens_loosely or points_elsewhere(text) or speaks_of_its_author(text))


def answered_by_evidence(candidate: Candidate) -> bool:
    """The answer stands literally in the evidence (each part of it, where it has several)."""
    return all(holds(candidate.quote, part) for part in candidate.answer.split("; "))


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


def grammatical(candidate: Candidate) -> bool:
    """Whole sentences, balanced brackets and quotes, no debris of layout."""
    text = candidate.prompt.replace("____", "gap")
    if candidate.kind in ("cloze", "recall") and candidate.rule not in (
        "heading_question",
        "heading_list",
    ):
        whole = candidate.answer if candidate.kind == "recall" else text
        if not re.match(
            r"[\"“‘'(\[¿¡«]*(?:[^\W_a-zß-öø-ÿ$€£]|[a-z]{1,2}[A-Z]|gap\b|[$€£])", whole
        ) or not re.search(r"[.!?。！？।][\"”’')\]»]*$", whole):
            return False
    if candidate.kind == "recall" and _NO_STATEMENT.search(candidate.answer):
        return False
    if _FRAGMENT.search(candidate.prompt):
        return False
    if _WRONG_CASE.search(text) or any(
        first not in {"the", "a", "an"} and f"{first.capitalize()} {second}" in candidate.quote
        for first, second in _LOWERED_NAME.findall(candidate.prompt)
    ):
        return False
    for part in (text, candidate.answer):
        if part.count("(") != part.count(")") or part.count("[") != part.count("]"):
            return False
        if part.count("“") != part.count("”") + part.count("„") or part.count('"') % 2:
            return False
    if candidate.kind == "recall":
        return not _ODD.search(candidate.answer)
    return candidate.rule.startswith("code") or not (
        _ODD.search(text) or _ODD.search(candidate.answer)
    )


def specific_answer(candidate: Candidate) -> bool:
    """The answer names something: not a pronoun, a quantity word or a word of every day."""
    if candidate.kind not in ("cloze", "choice", "terms"):
        return True
    name = candidate.item.term if candidate.kind == "terms" else candidate.answer  # type: ignore[union-attr]
    parts = name.lower().split()
    if candidate.rule.startswith(("table", "code", "date")):
        return True
    if not parts or parts[0] in PRONOUNS | QUANTIFIERS - {"no", "only"}:
        return False
    if len(parts) == 1:
        return parts[0] not in GENERIC and frequency(parts[0]) < COMMON_WORD
    return not all(part in GENERIC for part in parts)


def one_answer(candidate: Candidate) -> bool:
    """What is asked pins the answer down."""
    prompt = candidate.prompt
    if candidate.kind == "flashcards":
        return not (candidate.rule in ("object", "subject") and _CROWD.match(prompt))
    if candidate.kind != "cloze":
        return True
    rest = [w for w in words(prompt.replace("____", " ")) if frequency(w) < 5.7]
    defines = candidate.rule == "defined_term" or _MEANING_FOLLOWS.search(prompt)
    if len(rest) < (SHORTEST_MEANING if defines else SHORTEST_REST) or _VAGUE_GAP.match(prompt):
        return False
    return not (
        _COULD_BE_ANY.match(prompt) or prompt.startswith("____:") or _IN_A_LIST.search(prompt)
    )


def fit_length(candidate: Candidate) -> bool:
    """Neither prompt nor answer is longer than one can hold in mind."""
    size = len(words(candidate.prompt))
    if size > (LONGEST_GAP_SENTENCE if candidate.kind == "cloze" else LONGEST_PROMPT):
        return False
    return 1 <= len(words(candidate.answer)) <= LONGEST_ANSWER or candidate.rule.startswith("code")


def not_leaked(candidate: Candidate) -> bool:
    """The prompt does not give the answer away."""
    if candidate.kind in ("recall", "ordering", "timeline", "concept_map"):
        return True
    if candidate.kind == "terms":
        term = {_stem(w) for w in candidate.item.term.lower().split()}  # type: ignore[union-attr]
        meaning = {_stem(w.lower()) for w in words(candidate.answer)}
        return len(term & meaning) * 2 < len(term) + (len(term) > 1)
    if candidate.rule.startswith("code"):
        return True
    shown = f" {key(candidate.prompt)} "
    answer = key(candidate.answer)
    if f" {answer} " in shown:
        return False
    if candidate.kind in ("cloze", "choice") and len(answer) > 4:
        stems = {w[:6] for w in answer.split() if len(w) > 3 and w not in GENERIC}
        leaked = stems & {w[:6] for w in shown.split()}
        return len(leaked) * 2 < len(stems) + (len(stems) > 1) * 1 or not stems
    return True


def _stem(word: str) -> str:
    """What "reload" and "reloading" share."""
    return singular(word).removesuffix("ing")


def general_statement(candidate: Candidate) -> bool:
    """It asks what is so, not what one study found or what somebody happened to report."""
    if candidate.rule.startswith(("table", "code", "abbreviation", "heading")):
        return True
    return not reports_a_study(candidate.quote)


_BY_STRUCTURE = frozenset({"table_fact", "table_pair", "numbered_steps", "abbreviation"})


def worth_asking(candidate: Candidate) -> bool:
    """It is about the subject, not about the document, and not half of a thought."""
    text = candidate.answer
    if candidate.rule not in _BY_STRUCTURE and _DOCUMENT_TALK.search(candidate.quote):
        return False
    if candidate.kind == "choice" and candidate.rule == "definition_choice":
        text = candidate.prompt.partition("“")[2]
    if candidate.kind in ("terms", "choice") and _ABOUT_THE_TEXT.match(text):
        return False
    if candidate.rule == "about" and ":" in candidate.answer.partition(" ")[2][:60]:
        return False
    if candidate.rule == "because" and _LOOSE_TAIL.search(candidate.prompt):
        return False
    if candidate.kind == "concept_map" and isinstance(candidate.item, Link):
        return holds(candidate.quote, f"{candidate.item.label} {candidate.item.end}") and (
            candidate.item.end.lower() not in GENERIC and frequency(candidate.item.end) < 5.0
        )
    return True


def good_options(candidate: Candidate) -> bool:
    """At least two distractors, all different, and none that is the answer in other words."""
    if not isinstance(candidate.item, Choice):
        return True
    options = [candidate.item.answer, *candidate.item.distractors]
    names = [key(option) for option in options]
    if len(names) - 1 < FEWEST_DISTRACTORS or len(set(names)) != len(names):
        return False
    right = set(names[0].split())
    if candidate.rule.startswith(("table", "code")):
        return True
    return not any(
        set(other.split()) <= right or right <= set(other.split()) for other in names[1:]
    )


def real_gap(candidate: Candidate) -> bool:
    """The gap is where the item says, and nothing but the answer is missing."""
    if not isinstance(candidate.item, Cloze):
        return True
    item = candidate.item
    return bool(item.answer.strip()) and item.answer not in (item.before, item.after)


CHECKS: dict[str, Callable[[Candidate], bool]] = {
    check.__name__: check
    for check in (
        answered_by_evidence,
        self_contained,
        grammatical,
        specific_answer,
        one_answer,
        fit_length,
        not_leaked,
        general_statement,
        worth_asking,
        good_options,
        real_gap,
    )
}


def _spoken(candidate: Candidate) -> list[str]:
    """The texts of a candidate that must stand alone."""
    if candidate.rule.startswith(("code", "table")) and candidate.kind != "terms":
        told = [candidate.answer] if candidate.rule == "code_does" else []
        return [candidate.prompt, *told]
    if candidate.kind == "cloze":
        return [candidate.prompt.replace("____", candidate.answer)]
    if candidate.kind == "terms":
        return [candidate.answer]
    if candidate.rule in ("definition_choice", "because", "list_members"):
        quoted = candidate.prompt.partition("“")[2].rpartition("”")[0]
        return [quoted]
    return [candidate.prompt, candidate.answer]
