"""Cards out of sentences that tell one fact outright, in English, German, French and Spanish."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from praxeo.authors.offline.cleaning import count_words, key
from praxeo.authors.offline.harvest.told.answers import answers_alone, cut_answer
from praxeo.authors.offline.harvest.told.clauses import told_in
from praxeo.authors.offline.harvest.told.form import Told
from praxeo.authors.offline.harvest.told.matched import told_by_form
from praxeo.authors.offline.harvest.told.resolved import Resolved, Resolver
from praxeo.authors.offline.harvest.told.subjects import names_itself, without_article
from praxeo.authors.offline.material import Candidate, Sentence
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.sense.pointing import leans_back
from praxeo.authors.offline.sense.standing_alone import leans_on_others
from praxeo.authors.offline.sense.unknown import speaks_of_untold
from praxeo.authors.offline.siblings import gives_away
from praxeo.domain.spec import Card

LONGEST_QUESTION, LONGEST_SENTENCE = 22, 40  # words

_HEDGED = re.compile(
    r"\b(?:nicht|kein\w*|nie|vielleicht|möglicherweise|wahrscheinlich|könnten?|dürften?|hier|"
    r"ne|n['’]\w+|pas|jamais|peut-être|probablement|pourrai\w+|ici|no|nunca|quizás?|tal vez|probablemente|podrían?|aquí)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:recent|recently|currently|today|nowadays|ongoing|last year|this year|next year|perhaps|possibly|probably|maybe|said to|thought|believed|supposed|reportedly|allegedly|may|might|could)\b"
)
_UNTOLD_REASON = re.compile(
    r"^(?:because of|due to) (?:the|its|their) [a-z]+(?: [a-z]+)?$|[“\"]"
)  # "the injury": which?
_REASON = re.compile(r",? (?:because|weil|parce qu|porque)\b")


@dataclass(frozen=True, kw_only=True)
class _Text:
    """A source by the keys of its running text and of its title and headings."""

    body: str
    headings: str

    def names(self, told: Told) -> bool:
        """Whether what is asked about can be understood without the lines around it."""
        if speaks_of_untold(told.question, self.headings):
            return False
        also = not told.beside or names_itself(told.beside, self.body, self.headings, named=False)
        return also and names_itself(told.subject, self.body, self.headings, named=told.past)


def told_facts(
    placed: Sequence[RoledBlock], sentences: Sequence[Sentence], language: str, title: str
) -> Iterator[Candidate]:
    """A card for each; of a question that two sentences answer, none."""
    body = (key(p.block.text) for p in placed if p.role in ("body", "summary"))
    heads = (key(p.block.text) for p in placed if p.block.kind == "heading")
    text = _Text(
        body=" | ".join(["", *body, ""]), headings=" | ".join(["", key(title), *heads, ""])
    )
    every = _resolved(sentences, language, title)
    found = [(one, told) for one, told in _told(every, language) if text.names(told)]
    times = Counter(key(told.question) for _, told in found)
    for one, told in found:
        if times[key(told.question)] == 1 and _is_answered(told):
            yield _card(one, told)


def _resolved(sentences: Sequence[Sentence], language: str, title: str) -> list[Resolved]:
    if language != "en":
        return [Resolved(sentence=one, said=one.prompt) for one in sentences]
    resolver = Resolver(title, sentences)
    return [resolver.resolved(one) for one in sentences]


def _told(every: Sequence[Resolved], language: str) -> Iterator[tuple[Resolved, Told]]:
    """Every sentence that tells something by itself, with what it tells."""
    fit = [one for one in every if _stands(one.said, language)]
    texts = [one.said for one in fit]
    if language == "en":
        names = {w for text in texts for w in re.findall(r"(?<=[a-z,] )[A-Z][\w’'-]+", text)}
        told = told_in(texts, names)
    else:
        told = [told_by_form(text.strip().rstrip("."), language) for text in texts]
    yield from ((one, made) for one, made in zip(fit, told, strict=True) if made is not None)


def _stands(said: str, language: str) -> bool:
    """Whether a sentence is whole, flat and clear of what stands before it."""
    if not said.endswith(".") or not said[:1].isupper() or count_words(said) > LONGEST_SENTENCE:
        return False
    main = _REASON.split(said, maxsplit=1)[0]
    if language == "en":
        return not (_UNSURE.search(main) or leans_back(main) or leans_on_others(main))
    return not _HEDGED.search(main)


def _is_answered(told: Told) -> bool:
    """Whether the answer stands alone and is not in the question."""
    if count_words(told.question) > LONGEST_QUESTION or ";" in told.question:
        return False
    if told.beside:
        return True  # a sentence that sets two things apart names both
    if told.rule.endswith("when"):
        return True  # a date is a date
    answer = cut_answer(told.answer)
    reason = told.rule.endswith("why")
    if reason and _UNTOLD_REASON.search(answer):
        return False
    return answers_alone(answer, of_subject=reason) and (reason or not gives_away(answer, told.question))  # fmt: skip


def _card(one: Resolved, told: Told) -> Candidate:
    answer = told.answer if told.beside else cut_answer(told.answer)
    return Candidate(
        kind="flashcards",
        item=Card(
            front=told.question, back=answer, evidence=tuple(s.reference for s in one.sentences)
        ),
        prompt=told.question,
        answer=answer,
        quote=" ".join(s.text for s in one.sentences),
        rule=told.rule,
        subject=f"{without_article(told.subject)} {told.rule}",
    )
