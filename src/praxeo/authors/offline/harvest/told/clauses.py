"""English sentences taken apart by their grammar: what a thing consists of, why it is so, who did what in a year."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from praxeo.authors.offline import english
from praxeo.authors.offline.cleaning import capital, count_words
from praxeo.authors.offline.drafts.clauses import (
    Clause,
    clause_of,
    cut_statement,
    end_of_first,
)
from praxeo.authors.offline.grammar import child, last_of_clause, text_between
from praxeo.authors.offline.harvest.told import attributes, occasions
from praxeo.authors.offline.harvest.told.attributes import is_person
from praxeo.authors.offline.harvest.told.form import PREFIX, Told
from praxeo.authors.offline.harvest.told.verbs import (
    ACTIVE,
    DID,
    MADE,
    PASSIVE,
    PLACED,
    PLACES,
)

_VERBS = "|".join(
    sorted({verb.rstrip("e")[:6] for verb in (*ACTIVE, *PASSIVE, *PLACED, *MADE, *DID)})
)
_MAY_TELL = re.compile(
    rf"{attributes.MAY_TELL}|{occasions.MAY_TELL}|\bbecause\b|\b(?:due|owing|thanks) to\b|\bas a result of\b|\b(?:as|since) (?:it|they) |, which is why |\bby \w+ing\b|\bin order to\b|\bused (?:to|for)\b|^In (?:\w+ )?\d{{1,4}}\b|\b(?:{_VERBS})|\b(?:is|was|became) the (?:first|only|\w+est|most|(?:second|third|fourth) \w+est)\b"
)
_OPENS = re.compile(
    r"^(?P<when>In (?:(?:\w+ )?\d{3,4}|\d{1,4}(?= (?:BC|AD|BCE|CE)))(?: (?:BC|AD|BCE|CE))?),? (?=\S)"
)
_IS_WHY = re.compile(r"^(?P<why>[^;]+), which is why (?P<what>[^;]+)\.$")
_REASON = re.compile(
    r"^(?:because|in order to|due to|owing to|thanks to|as a result of|(?:as|since) (?:it|they) (?:is|are|was|were|has|have|had|can|do|does|did)\b)"
)
_LARGELY = re.compile(
    r",? (?:largely|mainly|partly|mostly|primarily|simply|chiefly|only|often|in part)$"
)
_SAYING = frozenset(
    {
        "say",
        "state",
        "claim",
        "think",
        "believe",
        "argue",
        "hold",
        "suggest",
        "remain",
        "note",
        "find",
        "observe",
        "show",
    }
)
_EVALUATED = re.compile(
    r"\b(?:is|are|was|were|be) (?:very|rather|quite|so|too|particularly|especially|somewhat|often|sometimes) \w"
)
_STATES = frozenset({"be", "become", "die", "have"})
_VOLUMES = re.compile(
    r"(?:volumes|books|works|essays|many|several|some|numerous|extensively|little|much|similar|new|questions|an? (?:new|similar|second|different)) "
)
FEWEST_STATED = (
    2  # words of what a thing is, of which a reason is asked: "willing" alone is half a thought
)


def told_in(texts: Sequence[str], names: set[str]) -> list[Told | None]:
    """For each sentence what it tells; None for most. `names` keep their capital in a question."""
    fit = [text for text in texts if _MAY_TELL.search(text)]
    docs = english.parse([_core(text) for text in fit])
    found = {text: _told(text, doc, names) for text, doc in zip(fit, docs, strict=False)}
    return [found.get(text) for text in texts]


def _core(text: str) -> str:
    """The clause that is asked: without the year before it, or what follows "which is why"."""
    why = _IS_WHY.match(text)
    core = f"{why['what']}." if why else _OPENS.sub("", text)
    return core[:1].upper() + core[1:]


def _told(text: str, doc: Any, names: set[str]) -> Told | None:
    clause = clause_of(doc, names, any_subject=True)
    if clause is None or clause.root.i + 1 >= len(doc):
        return None
    made = _by_forms(text, clause, doc)
    if made is None or not clause.before:
        return made
    asked = made.question[:1].lower() + made.question[1:]
    return replace(made, question=f"{clause.before} {asked}")


def _by_forms(text: str, clause: Clause, doc: Any) -> Told | None:
    opened = _OPENS.match(text)
    when = f" {opened['when'][:1].lower()}{opened['when'][1:]}" if opened else ""
    why = _IS_WHY.match(text)
    if why:
        return _made("why", f"Why {_turned(clause)} {_rest(clause, len(doc))}", why["why"], clause)
    forms: tuple[Callable[[Clause, str], Told | None], ...] = (_why, _how, _by_verb, _where, _maker, _extreme, _did)  # fmt: skip
    made = next((made for each in forms if (made := each(clause, when))), None)
    if made is None and not when:
        more = (attributes.attribute_of, occasions.agent_of, occasions.occasion_of)
        made = next((told for each in more if (told := each(clause))), None)
    return made


def _turned(clause: Clause) -> str:
    """Verb and subject as a question has them: "do leaves turn", "is the sky"."""
    if clause.root.lemma_ == "be" and clause.root.text != "be":
        return f"{clause.root.text} {clause.shown}"
    return f"{clause.auxiliary} {clause.shown} {clause.verb}"


def _rest(clause: Clause, end: int) -> str:
    """What stands between the verb and a token."""
    last = min(end - 1, last_of_clause(clause.doc))
    return (
        text_between(clause.doc, clause.root.i + 1, last).rstrip(" ,")
        if last > clause.root.i
        else ""
    )


def _answer(clause: Clause, start: int) -> str:
    return (
        text_between(clause.doc, start, end_of_first(clause.doc)).rstrip(" ,")
        if start < len(clause.doc)
        else ""
    )


def _why(clause: Clause, when: str) -> Told | None:
    starts = [
        t.i
        for t in clause.doc
        if _REASON.match(clause.doc[t.i : t.i + 3].text) and t.i > clause.root.i
    ]
    if clause.root.lemma_ in _SAYING or _EVALUATED.search(clause.doc.text):
        return None
    if (
        len(starts) != 1
        or "," in _rest(clause, starts[0] - 1)
        or not _of_the_verb(clause, starts[0])
    ):
        return None
    rest = _LARGELY.sub("", f" {_rest(clause, starts[0])}").strip()
    if clause.root.lemma_ in _STATES and count_words(rest) < FEWEST_STATED:
        return None
    return _made(
        "why",
        f"Why {_turned(clause)} {rest}{when}",
        _answer(clause, starts[0]),
        clause,
    )


def _of_the_verb(clause: Clause, start: int) -> bool:
    """Whether a reason is that of the main clause, not of a clause within it."""
    token = clause.doc[start]
    verbs = [t for t in token.ancestors if t.pos_ in {"VERB", "AUX"} and t.dep_ != "auxpass"]
    own = verbs[1:] if token.dep_ in {"mark", "aux"} or token.lower_ == "in" else verbs
    return not own or own[0] == clause.root or token.head == clause.root


def _how(clause: Clause, when: str) -> Told | None:
    by = next(
        (
            k
            for k in clause.root.children
            if k.lower_ == "by" and (act := child(k, "pcomp")) and act.tag_ == "VBG"
        ),
        None,
    )
    rest = _rest(clause, by.i) if by is not None else ""
    if by is None or by.i < clause.root.i + 2 or "," in rest:
        return None
    return _made("how", f"How {_turned(clause)} {rest}{when}", _answer(clause, by.i), clause)


def _by_verb(clause: Clause, when: str) -> Told | None:
    """By the table: "What does the wall consist of?", "What is a lever used for?"."""
    doc, root = clause.doc, clause.root
    after = doc[root.i + 1].lower_
    if (
        clause.passive
        and root.lower_ == "used"
        and after in ("to", "for")
        and clause.auxiliary != "can"
    ):
        return _made(
            "use", f"What {_turned(clause)} for{when}", _answer(clause, root.i + 1), clause
        )
    table = PASSIVE.get(root.lower_, {}) if clause.passive else ACTIVE.get(root.lemma_, {})
    if clause.auxiliary == "can":
        return None  # what a thing can do others can, too
    particle = after if after in table else ""
    if particle not in table or (
        not particle and not clause.passive and child(root, "dobj") is None
    ):
        return None
    start = root.i + 1 + bool(particle) + (particle == "up")
    asked = f"What {_turned(clause)} {'up of' if particle == 'up' else particle}{when}"
    return _made(table[particle], asked, _answer(clause, start), clause)


def _where(clause: Clause, when: str) -> Told | None:
    doc, root = clause.doc, clause.root
    if root.lemma_ == "take" and doc[root.i + 1].lower_ == "place" and root.i + 2 < len(doc):
        start = root.i + 2
    elif clause.passive and root.lower_ in PLACED:
        start = root.i + 1
    else:
        return None
    if doc[start].lower_ not in PLACES:
        return None
    place = " place" if root.lemma_ == "take" else ""
    return _made("place", f"Where {_turned(clause)}{place}{when}", _answer(clause, start), clause)


def _maker(clause: Clause, when: str) -> Told | None:
    doc, root = clause.doc, clause.root
    after = doc[root.i + 1].lower_
    if (
        clause.passive
        and root.lower_ in MADE
        and after == "by"
        and doc[root.i + 2].pos_ in {"PROPN", "DET"}
    ):
        return _made(
            "maker", f"By whom {_turned(clause)}{when}", _answer(clause, root.i + 2), clause
        )
    if (
        clause.passive
        or root.lower_ not in DID
        or clause.subject.pos_ != "PROPN"
        or child(root, "dobj") is None
    ):
        return None
    made = cut_statement(_answer(clause, root.i + 1))
    if not re.match(r"the |[A-Z]", made) or _VOLUMES.match(made):
        return None
    return Told(
        rule=f"{PREFIX}maker",
        question=f"Who {root.text} {made}{when}?",
        answer=capital(clause.shown) if clause.doc[0].pos_ == "PROPN" else clause.shown,
        subject=clause.shown,
        past=True,
    )


def _extreme(clause: Clause, when: str) -> Told | None:
    told = child(clause.root, "attr")
    if (
        clause.root.lemma_ not in {"be", "become"}
        or told is None
        or clause.doc[clause.root.i + 1].lower_ != "the"
    ):
        return None
    if not any(t.tag_ in {"JJS", "RBS"} or t.lower_ in {"first", "only"} for t in told.lefts):
        return None
    told_of = cut_statement(_answer(clause, clause.root.i + 1))
    named = [t for t in clause.doc[clause.subject.left_edge.i : clause.root.i] if t.pos_ == "PROPN"]
    if (
        not named
        or clause.auxiliary not in {"is", "are", "was", "were", "did"}
        or " and " in told_of
    ):
        return None
    who = (
        "Who"
        if is_person(told.lemma_.lower())
        else "Which"
        if clause.root.lemma_ == "be"
        else "What"
    )
    asked = f"{who} {clause.root.text} {told_of}{when}?"
    return Told(
        rule=f"{PREFIX}extreme",
        question=asked,
        answer=clause.shown,
        subject=clause.shown,
        past=True,
    )


def _did(clause: Clause, when: str) -> Told | None:
    if not when or clause.auxiliary != "did" or clause.root.lemma_ in _STATES:
        return None
    if clause.shown.startswith("the ") and not clause.subject.text[:1].isupper():
        return None  # "the official": which?
    deed = text_between(clause.doc, clause.root.i, end_of_first(clause.doc)).rstrip(" ,")
    return _made("deed", f"What did {clause.shown} do{when}", deed, clause)


def _made(rule: str, asked: str, answer: str, clause: Clause) -> Told:
    past = clause.root.tag_ == "VBD" or clause.auxiliary in {"was", "were", "did", "had"}
    question = re.sub(r"\s{2,}", " ", asked).strip() + "?"
    return Told(
        rule=PREFIX + rule, question=question, answer=answer, subject=clause.shown, past=past
    )
