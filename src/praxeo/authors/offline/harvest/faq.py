"""Questions that are often asked, each with the paragraph below it as the answer: in lists of meanings, bold, as headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.authors.offline.cleaning import count_words, even
from praxeo.authors.offline.material import Candidate
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.domain.blocks import Block
from praxeo.domain.spec import Card

SHORTEST_QUESTION, SHORTEST_ANSWER, LONGEST_ANSWER = 3, 4, 60  # words

_FAQ = re.compile(
    r"\b(?:f\.?a\.?q\.?s?|frequently asked|common(?:ly asked)? questions|questions (?:and|&) answers|q ?& ?a|häufig\w*(?: gestellte)? fragen|fragen und antworten|"
    r"foire aux questions|questions fréquentes|questions (?:et )?réponses|preguntas (?:más )?frecuentes|preguntas y respuestas)\b",
    re.IGNORECASE,
)
_REVIEW = re.compile(
    r"\b(?:review|revision|recap|check (?:your|yourself)|quick (?:check|questions))\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(?:Q\s*\d*\s*[:.]|\d{1,2}(?:\.\d{1,2})*[.)]?)\s+")
# What an answer refers to that is not in it, or that is no knowledge of the subject.
_LEANS = re.compile(
    r"^(?:this|that|these|those|it depends|see|yes[,.]? (?:this|it)|no[,.]? (?:this|it)|siehe|das hängt|dies|voir|cela|véase|esto)\b|[:]$",
    re.IGNORECASE,
)
_ASKS_FOR_ONESELF = re.compile(
    r"\b(?:I|my|me|ich|mein\w*|mir|mich|je|mon|ma|mes|yo|mis?|me)\b", re.IGNORECASE
)  # "Why is my dough …?": whoever asks could be anybody
_OF_A_PERSON = re.compile(
    r"\b(?:I|my|me|we|our|us|you|your|ich|mein\w*|wir|uns\w*|Sie|Ihr\w*|je|j['’]\w+|mon|nous|notre|nos|vous|votre|yo|mi|nosotros|nuestr\w+|usted)\b"
)


def is_often_asked(path: Sequence[str]) -> bool:
    """Whether headings say that the questions below them are asked often: answers may be opinions there."""
    return bool(_FAQ.search(" ".join(path)))


def faq_cards(placed: Sequence[RoledBlock]) -> list[Candidate]:
    """A card for each question whose answer is one paragraph that can be understood alone."""
    found = []
    for at, one in enumerate(placed):
        among = one.role in ("questions", "summary") and _REVIEW.search(one.topic)
        if not (among or is_often_asked((*one.above, one.topic))):
            continue
        question, within = _asked(one.block)
        if not question or (not within and at + 1 == len(placed)):
            continue
        answer = one if within else placed[at + 1]
        after = placed[at + 2].block if at + 2 < len(placed) and not within else None
        back = within or _alone(answer, after)
        if back and _is_knowledge(question, back):
            found.append(_card(question, back, one.block, answer.block))
    return found


def _asked(block: Block) -> tuple[str, str]:
    """The question of a block and the answer in it; "" for neither."""
    text = even(block.text)
    bold = next((m for m in block.marks if m.style == "strong" and m.start <= 4), None)
    if block.kind == "heading" or (bold and bold.end >= len(block.text) - 1):
        asked, told = text, ""
    elif bold and block.text[: bold.end].rstrip().endswith(("?", "؟")):
        asked, told = even(block.text[: bold.end]), even(block.text[bold.end :])
    else:
        return "", ""
    asked = _NUMBER.sub("", asked)
    fit = asked.endswith(("?", "؟")) and count_words(asked) >= SHORTEST_QUESTION
    return (asked, told) if fit else ("", "")


def _alone(answer: RoledBlock, after: Block | None) -> str:
    """The text of an answer of one paragraph, "" where more of it follows in a list or a table."""
    if answer.block.kind not in ("paragraph", "list_item") or _asked(answer.block)[0]:
        return ""
    if answer.block.number or (
        after and after.kind in ("table", "code", "list_item") and not _asked(after)[0]
    ):
        return ""
    return even(answer.block.text)


def _is_knowledge(question: str, back: str) -> bool:
    if not SHORTEST_ANSWER <= count_words(back) <= LONGEST_ANSWER or back.endswith("?"):
        return False
    return not (
        _LEANS.search(back) or _OF_A_PERSON.search(f"{_ASKS_FOR_ONESELF.sub('', question)} {back}")
    )


def _card(question: str, back: str, asked: Block, answer: Block) -> Candidate:
    evidence = tuple(dict.fromkeys((asked.id, answer.id)))
    return Candidate(
        kind="flashcards",
        item=Card(front=question, back=back, evidence=evidence),
        prompt=question,
        answer=back,
        quote=" ".join(dict.fromkeys((asked.text, answer.text))),
        rule="faq",
        subject=question,
        taken=evidence,
    )
