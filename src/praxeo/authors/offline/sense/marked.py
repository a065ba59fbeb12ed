"""Checks for what a source marks itself: entries, labels, own questions. Worth asking they are; whole they must be."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import count_words, key
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.sense.giveaways import goes_round, names_stem
from praxeo.authors.offline.sense.pointing import is_of_another, points_before
from praxeo.authors.offline.siblings import is_short_name
from praxeo.domain.spec import Card, Choice, Pair, Term

MARKED = frozenset(
    {
        "glossary",
        "glossary_told",
        "glossary_does",
        "term_table",
        "label",
        "label_beside_code",
        "own_choice",
        "own_question",
        "faq",
        "marked_beside",
        "marked_beside_taught",
        "bold_said",
        "led_list_taught",
        "lone_date_taught",
        "bold_said_taught",
        "bold_label_taught",
        "named_before_taught",
        "counted",
        "led_list",
        "heading_answer",
        "section_recall",
        "section_recall_taught",
        "section_points",
        "section_key_points",
        "section_list",
        "section_list_taught",
        "section_points_taught",
        "section_asked",
        "section_asked_taught",
        "stated_formula",
        "compared",
        "answered_below",
        "label_told",
        "label_told_taught",
        "counted_taught",
        "faq_taught",
        "dated_taught",
        "gap_text",
        "bold_told_taught",
        "answered_heading_taught",
        "numbered_steps",
        "own_matching",
        "own_order",
    }
)
_OF_WORDS = frozenset({"counted", "counted_taught", "glossary", "glossary_told"})
OWN_QUESTIONS = frozenset({"own_choice", "own_question"})
LONGEST_QUESTION, LONGEST_ANSWER = 80, 80  # words
LONGEST_TOLD = 120  # words of a section that is told in one's own
FEWEST_NEW_WORDS = 2  # that a meaning says beside its term
FIRST_WORDS_OF_MEANING = 5  # in which a term that stands there whole is not explained
LONGEST_CUT_NAME, FIRST_WORDS = 5, 4  # letters; words of a meaning that may begin with the term
_DEBRIS = re.compile(
    r"\[(?:edit|bearbeiten|modifier|editar|citation needed|\d+)\]|�|[□▪►]|https?://|www\.|©|all rights reserved|creative commons|"
    r"\s,\s*[,.]|\b(?:in|see|of|by|figure|siehe|in der) [,.](?:\s|$)|\(\s*[,;.]?\s*\)|\.{4,}|\bISBN\b|^\W*$|\wâs\b|Â(?:\s|$)|[{}]|\b(?:des|der|im|am) \d{1,2}$",
    re.IGNORECASE,
)
_EQUATION = re.compile(r"\w\s=\s")  # a question may give values: "with f = 0.25 m"
_CUT_OFF = re.compile(  # where a meaning cannot end
    r"\b(?:by|of|the|and|or|with|for|from|to|concerning|including|regarding|der|die|das|und|oder|von|mit|de|la|le|et|ou|par|y|o|con|bsw|bspw|bzw|z\. ?B|d\. ?h|e\. ?g|i\. ?e|p\. ?ex|p\. ?ej)\.?$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:figure|fig\.|table|diagram|graph|image|picture|photo\w*|map|illustration|passage|excerpt|chart|video|link|equation|exercise|"
    r"abbildung|abb\.|tabelle|grafik|bild|schaubild|textstelle|figura|tabla|imagen|gráfico|schéma|tableau|graphique|image)s?\b"
    r"(?= (?:above|below|\d|[A-Z]\b|shows?\b|shown|to the|on the|at the|oben|unten|zeigt|ci-dessus|ci-dessous|anterior|siguiente|in (?:the )?(?:text|chapter)))|"
    r"\b(?:following|above|below|preceding|previous|folgende\w*|obige\w*|ci-dessus|suivante?|siguiente) "
    r"(?:figure|table|diagram|graph|image|picture|passage|excerpt|chart|map|example|code|abbildung|tabelle|grafik|text|image|figura|tabla)s?\b|"
    r"\b(?:see|siehe|voir|véase) (?:figure|table|section|chapter|page|abschnitt|kapitel|seite|abbildung|tabelle|p\.|\d)|"
    r"(?:with|in|by) the following \w+$|\b(?:above|below|previous|earlier)[.,;]|\b(?:in|from) (?:the )?(?:question|exercise|problem|aufgabe) \d|\bprevious (?:question|problem)\b",
    re.IGNORECASE,
)
_NO_MEANING = re.compile(
    r"^(?:see|siehe|voir|véase|also (?:called|known as)|(?:previously|formerly|originally|sometimes|commonly) (?:known|called)|auch|same as|another (?:name|word) for|synonym\w*|short for|abbreviation (?:of|for)|plural of)\b|^(?:an? )?(?:(?:informal|older|other) )?synonym (?:for|of)(?: \S+){1,4}$",
    re.IGNORECASE,
)
_OF_TWO = re.compile(r"\b(?:vs|versus)\b", re.IGNORECASE)
_PRAISE = re.compile(r"^(?:(?:ein|eine|ein sehr|sehr)\s)?(?:sehr |modern|leistungs(?:stark|fähig)|kompakt|zentral)\w*\s", re.IGNORECASE)  # fmt: skip
_LOOSE = re.compile(
    r"^(?:this|these|those|it|they|such|another|like a|comme|cet|cette|ces|he|she|can refer|may refer|dies\w*|es|sie|er|hier|solche|wenn|falls|wird|werden|kann|ist|sind|hat|haben|"
    r"c['’]est|ce|cela|il|elle|ils|elles|es decir|este|esta|esto|if you|when you)\b",
    re.IGNORECASE,
)


_REACTION = re.compile(r"\S \+ \S.* \S \+ \S|\((?:aq|l|s|g)\)")  # a line of a formula, not words
_OF_WHOM = re.compile(  # "He appointed five leaders", "Seven others paid"
    r"^[“„«\s]*(?:actuellement |en la actualidad |\w+mente |heute )?(?:he|she|it|they|ils?|elles?|on|er|sie|es|él|ell[ao]s?|se|along the way|the (?:two|three|four|five|six) \w+(?! of\b))\b|\bothers\b",
    re.IGNORECASE,
)


_SAYS_WHAT_IT_WILL_CALL = re.compile(
    r"\b(?:in this (?:document|book|text|chapter|manual)|from now on|I will|we will|we call)\b",
    re.IGNORECASE,
)
_SUCH = re.compile(
    r"^the (?:\d(?:st|nd|rd|th)|last|next|same|other) |\b(?:of|with|for|by) (?:such|these|those|this)\b(?! as)|\b(?:is|are) another\b",
    re.IGNORECASE,
)
_NO_DEFINITION = re.compile(  # a whole sentence that begins so tells about its term, but not what it is
    r"^(?:With|When|If|From|Beginning|Since|During|More properly|Normally|Usually|Sometimes|Often|There|For|To(?=[^.;]*,\s(?:it|they|you|we|one|use|an?|the)\b)|Because|Although|While|Depending|Some|Many|You|We|Every|All|Each|"
    r"Im Gegensatz|Anders als|Unlike|In contrast|Contrairement|A diferencia|Mit|Wenn|Falls|Bei|Beim|Oft|Manchmal|Um|Für|Normalerweise|Viele|Einige|Man|Aus|Jede\w*|Alle|Avec|Si|Quand|Lorsqu\w*|Pour|Certain\w*|Normalement|"
    r"Vous|On|Représentez|Toutes|Con|Cuando|Normalmente|Puede|Compare|Tod[oa]s|De|Para|Muchos|Algunos)\b"
)


def unbroken(candidate: Candidate) -> bool:
    """All of it came over: no holes, no debris, brackets in pairs, not longer than one can hold in mind."""
    prompt, answer = candidate.prompt, candidate.answer
    longest = LONGEST_TOLD if candidate.rule.startswith("section_") else LONGEST_ANSWER
    if count_words(prompt) > LONGEST_QUESTION or count_words(answer) > longest:
        return False
    texts = [prompt, answer, *_options(candidate)]
    if candidate.rule not in OWN_QUESTIONS and any(map(_EQUATION.search, texts)):
        return False
    return not any(
        _DEBRIS.search(text) or text.count("(") != text.count(")") or text.count("“") < text.count("”")
        for text in texts
    )  # fmt: skip


def says_something(candidate: Candidate) -> bool:
    """A meaning says more than its term; a question is one."""
    if not isinstance(candidate.item, Term):
        return count_words(candidate.prompt) >= 2 or isinstance(candidate.item, Pair) or candidate.rule == "own_order"  # fmt: skip
    term = {word[:5] for word in key(candidate.item.term).split()}
    told = key(candidate.answer).split()
    new = {word for word in told if len(word) > 2 and word[:5] not in term}
    least = 1 if is_short_name(candidate.item.term) else FEWEST_NEW_WORDS
    if len(new) < least or _NO_MEANING.match(candidate.answer):
        return False
    name = f" {key(candidate.item.term)} "
    again = name in f" {' '.join(told[:FIRST_WORDS_OF_MEANING])} "
    return not (
        again
        or goes_round(key(candidate.item.term).split(), told)
        or names_stem(candidate.item.term, told)
        or _is_cut_name(candidate.item.term, told)
    )


def _is_cut_name(term: str, told: list[str]) -> bool:
    """Whether a term is but the beginning of a word that its meaning begins with: "arch: the architecture of …"."""
    short = term.lower()
    return short.isalpha() and any(
        word.startswith(short) and word != short and len(short) <= LONGEST_CUT_NAME
        for word in told[:FIRST_WORDS]
    )


def understood(candidate: Candidate) -> bool:
    """Nothing in it needs a picture, a passage or the lines around it."""
    texts = (candidate.prompt, candidate.answer) if isinstance(candidate.item, Card | Choice) else (candidate.answer,)  # fmt: skip
    if any(_ELSEWHERE.search(text) for text in texts):
        return False
    if _REACTION.search(f"{candidate.prompt} {candidate.answer}") and candidate.rule in _OF_WORDS:
        return False
    if candidate.rule.startswith("counted") and _OF_WHOM.search(
        candidate.subject or candidate.prompt
    ):
        return False
    if candidate.rule in OWN_QUESTIONS and points_before(candidate.prompt):
        return False
    if not isinstance(candidate.item, Term):
        return True
    if _OF_TWO.search(candidate.prompt) or _PRAISE.match(candidate.answer):
        return False
    if _SAYS_WHAT_IT_WILL_CALL.search(candidate.answer) or is_of_another(
        candidate.item.term, candidate.answer
    ):
        return False
    if _SUCH.search(candidate.answer) or _CUT_OFF.search(candidate.answer):
        return False
    return not (_LOOSE.match(candidate.answer) or _NO_DEFINITION.match(candidate.answer))


def options_differ(candidate: Candidate) -> bool:
    """No two options are one."""
    options = [key(option) for option in _options(candidate)]
    return len(set(options)) == len(options)


def _options(candidate: Candidate) -> tuple[str, ...]:
    item = candidate.item
    return (item.answer, *item.distractors) if isinstance(item, Choice) else ()
