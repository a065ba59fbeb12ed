"""All candidate items of a source: each extractor runs over each section, in a fixed order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from praxeo.authors.offline import english
from praxeo.authors.offline.abbreviations import abbreviations_in, count_uses
from praxeo.authors.offline.antecedents import with_antecedents
from praxeo.authors.offline.asked_headings import heading_questions
from praxeo.authors.offline.boilerplate import (
    is_practisable,
    is_research_part,
    is_scholarly,
    reports_a_study,
)
from praxeo.authors.offline.causes import cause_card, cause_pair, causes_in
from praxeo.authors.offline.choices import definition_choice
from praxeo.authors.offline.cleaning import key
from praxeo.authors.offline.code import code_definition, code_facts, ordered_lines, printed_values
from praxeo.authors.offline.decks import deck_cards
from praxeo.authors.offline.definition_filter import LIST_RULES, telling_definitions
from praxeo.authors.offline.definitions import Definition, definitions_in
from praxeo.authors.offline.events import event_in, timeline, year_gap
from praxeo.authors.offline.gaps import gap, is_plain
from praxeo.authors.offline.grammar import ARTICLES, is_address, is_present, is_sentence
from praxeo.authors.offline.instructions import instruction_cards
from praxeo.authors.offline.keyterms import Vocabulary, note_phrases, note_structure
from praxeo.authors.offline.lists import enumerations, listed_definitions, lists_of, ordered_steps
from praxeo.authors.offline.material import Candidate, Part, Sentence
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.questions import question_cards, year_question
from praxeo.authors.offline.recall import key_sentences, recall_candidates
from praxeo.authors.offline.standing_alone import leans_on_others
from praxeo.authors.offline.statements import statement_of
from praxeo.authors.offline.tables import grids_of, table_facts, table_pairs
from praxeo.domain.spec import Term

STOPS = (".", "!", ".”", '."', ".)")  # what a whole statement ends with


@dataclass(kw_only=True)
class Proposals:
    """The candidates of one section, all kinds together.

    `recall` holds what may be asked from memory, best first; `plain` its plain sentences, which are
    asked only where a source supports nothing else.
    """

    candidates: list[Candidate] = field(default_factory=list)
    recall: list[Candidate] = field(default_factory=list)
    plain: list[Candidate] = field(default_factory=list)


def propose(parts: list[Part], *, language: str, phrases: Phrases) -> list[Proposals]:
    """Per section, everything that could be asked about it. Nothing is judged here."""
    english_text = language.split("-")[0].lower() == "en"
    vocabulary = Vocabulary()
    for part in parts:
        note_structure(vocabulary, part.practised)
    scholarly = is_scholarly(" ".join(s.text for part in parts for s in part.sentences))
    parsed = _parsed(parts, scholarly=scholarly) if english_text else [[] for _ in parts]
    for pairs in parsed:
        for _, doc in pairs:
            note_phrases(vocabulary, doc)
    vocabulary.names -= vocabulary.ordinary
    if scholarly:
        parsed = [[(s, doc) for s, doc in pairs if is_present(doc)] for pairs in parsed]
    definitions = [_definitions(part, pairs) for part, pairs in zip(parts, parsed, strict=True)]
    every = [sentence for part in parts for sentence in part.sentences]
    definitions = telling_definitions(_without_labels(definitions), every)
    for definition in (d for found in definitions for d in found):
        vocabulary.raise_to(definition.term, 2.0)
    uses = count_uses(" ".join(s.text for part in parts for s in part.sentences))
    told = [
        {s.reference: statement_of(doc, vocabulary.names) for s, doc in pairs if is_plain(doc)}
        for pairs in parsed
    ]
    result = []
    for index, (part, pairs) in enumerate(zip(parts, parsed, strict=True)):
        nearest = sorted(range(len(parts)), key=lambda other: (abs(other - index), other))
        others = [d for other in nearest for d in definitions[other]]
        defined = frozenset(d.sentence.reference for d in definitions[index] if d.rule != "called")
        recall = recall_candidates(part, vocabulary, phrases, told[index], defined)
        plain = key_sentences(part, vocabulary, phrases, told[index] if english_text else None)
        own = Proposals(recall=recall if english_text else plain, plain=plain)
        own.candidates += _from_definitions(definitions[index], others, phrases)
        own.candidates += _from_structure(part, uses, phrases)
        own.candidates += _from_grammar(part, pairs, vocabulary)
        if english_text:
            own.candidates += _from_code(part)
        result.append(own)
    return result


def term_candidate(definition: Definition) -> Candidate:
    """A definition as a glossary entry."""
    sentence = definition.sentence
    return Candidate(
        kind="terms",
        item=Term(
            term=definition.term, definition=definition.meaning, evidence=(sentence.reference,)
        ),
        prompt=definition.term,
        answer=definition.meaning,
        quote=sentence.text,
        rule=definition.rule,
        score=3.0 + definition.strength,
    )


def _from_definitions(
    own: list[Definition], others: list[Definition], phrases: Phrases
) -> list[Candidate]:
    found = [term_candidate(definition) for definition in own]
    for definition in own:
        choice = definition_choice(definition, others, phrases)
        if choice is not None:
            found.append(choice)
            continue
        made = gap(definition.sentence, definition.term, rule="defined_term", score=2.2)
        found += [made] if made else []
    return found


def _from_structure(part: Part, uses: dict[str, int], phrases: Phrases) -> list[Candidate]:
    found = deck_cards(part) + heading_questions(part)
    for source_list in lists_of(part):
        found += ordered_steps(source_list) + enumerations(source_list, phrases)
    for grid in grids_of(part):
        found += table_pairs(grid, phrases) + table_facts(grid, phrases)
    for sentence in part.sentences:
        found += abbreviations_in(sentence, uses, phrases)
    return found


def _from_grammar(
    part: Part, pairs: list[tuple[Sentence, Any]], vocabulary: Vocabulary
) -> list[Candidate]:
    found: list[Candidate] = []
    events = [event for sentence, _ in pairs if (event := event_in(sentence))]
    found += timeline(events, f"timeline {part.title}")
    docs = {sentence.reference: doc for sentence, doc in pairs}
    for event in events:
        doc = docs[event.sentence.reference]
        made = year_question(
            event.text, event.when, event.sentence, doc, vocabulary.names
        ) or year_gap(event)
        found += [made] if made else []
    whole = [(s, doc) for s, doc in pairs if s.prompt.endswith(STOPS) and not is_address(doc)]
    for sentence, doc in pairs:
        found += instruction_cards(sentence, doc)
    for sentence, doc, meant in with_antecedents(whole, vocabulary):
        for cause in causes_in(sentence, doc, vocabulary.names):
            found.append(cause_card(cause))
            if cause.paired:
                found.append(cause_pair(cause, f"causes {part.title}"))
        found += question_cards(sentence, doc, vocabulary, meant)
    return found


def _from_code(part: Part) -> list[Candidate]:
    found = [card for sentence in part.sentences for card in code_facts(sentence)]
    for block in part.practised:
        if block.kind == "code":
            found += printed_values(block)
    return found + ordered_lines(part)


def _parsed(parts: list[Part], *, scholarly: bool) -> list[list[tuple[Sentence, Any]]]:
    """The sentences worth parsing with their grammar, per section; one stream through the parser.

    Of a research paper only what it states as known is asked about, not its methods and results.
    """
    chosen = [
        [
            s
            for s in part.sentences
            if is_practisable(s.text)
            and not reports_a_study(s.text)
            and not leans_on_others(s.prompt)
            and not (scholarly and is_research_part(s.topic))
        ]
        for part in parts
    ]
    docs = english.parse([s.prompt for sentences in chosen for s in sentences])
    return [list(_paired(sentences, docs)) for sentences in chosen]


def _paired(sentences: list[Sentence], docs: Iterator[Any]) -> Iterator[tuple[Sentence, Any]]:
    for sentence in sentences:
        doc = next(docs, None)
        if doc is not None:
            yield sentence, doc


def _without_labels(definitions: list[list[Definition]]) -> list[list[Definition]]:
    """Without what several lists of a source begin with ("Pros: ...", "Price: ..."): no terms."""
    times = Counter(key(d.term) for found in definitions for d in found if d.rule in LIST_RULES)
    return [
        [d for d in found if d.rule not in LIST_RULES or times[key(d.term)] == 1]
        for found in definitions
    ]


def _telling(listed: list[Definition]) -> list[Definition]:
    """Those that say what a thing is; others tell what to do or praise it ("Scalability: Suitable for ...")."""
    docs = english.parse([definition.meaning for definition in listed])
    return [
        definition
        for definition, doc in zip(listed, docs, strict=True)
        if definition.rule.startswith("code")
        or (doc[0].lower_ in ARTICLES and not (is_address(doc) or is_sentence(doc)))
    ]


def _definitions(part: Part, pairs: list[tuple[Sentence, Any]]) -> list[Definition]:
    """The definitions of a section, one for each term: the strongest, else the first."""
    listed = [d for source_list in lists_of(part) for d in listed_definitions(source_list)]
    found = _telling(listed) if pairs else listed
    found += [d for sentence in part.sentences if (d := code_definition(sentence))]
    found += [d for sentence, doc in pairs for d in definitions_in(sentence, doc)]
    best: dict[str, Definition] = {}
    for definition in found:
        name = key(definition.term)
        if name not in best or definition.strength > best[name].strength:
            best[name] = definition
    return list(best.values())
