"""All that the structures of a source give: definitions, and items that are what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from praxeo.authors.offline import english
from praxeo.authors.offline.concepts import Definition, concepts_of
from praxeo.authors.offline.families import genus_of
from praxeo.authors.offline.harvest.abbreviations import abbreviations_in, count_uses
from praxeo.authors.offline.harvest.alike_entries import alike_entries
from praxeo.authors.offline.harvest.asked_headings import heading_questions
from praxeo.authors.offline.harvest.asked_in_bold import asked_in_bold
from praxeo.authors.offline.harvest.bold_explained import bold_explained
from praxeo.authors.offline.harvest.bold_labels import bold_labels
from praxeo.authors.offline.harvest.bold_lines import bold_lines
from praxeo.authors.offline.harvest.bold_naming import bold_naming
from praxeo.authors.offline.harvest.bold_terms import bold_terms
from praxeo.authors.offline.harvest.code import code_facts, ordered_lines, printed_values
from praxeo.authors.offline.harvest.comparisons import compared
from praxeo.authors.offline.harvest.counted_sets import counted_in_sentence, counted_list
from praxeo.authors.offline.harvest.dated_romance import dated_in_words
from praxeo.authors.offline.harvest.dated_sentences import dated_questions
from praxeo.authors.offline.harvest.decks import deck_cards
from praxeo.authors.offline.harvest.doubt import without_doubtful
from praxeo.authors.offline.harvest.exercises.practice import exercise_candidates
from praxeo.authors.offline.harvest.faq import faq_cards
from praxeo.authors.offline.harvest.formulas import formula_questions
from praxeo.authors.offline.harvest.gap_texts import gap_texts
from praxeo.authors.offline.harvest.glossary import glossary_definitions, saying_what
from praxeo.authors.offline.harvest.keyed import keyed_questions
from praxeo.authors.offline.harvest.label_pairs import label_pairs
from praxeo.authors.offline.harvest.labels import label_definitions
from praxeo.authors.offline.harvest.led_lists import led_list
from praxeo.authors.offline.harvest.lists import lists_of, nested_lists
from praxeo.authors.offline.harvest.lone_dates import lone_dates
from praxeo.authors.offline.harvest.named_before import named_before
from praxeo.authors.offline.harvest.named_bold import named_bold
from praxeo.authors.offline.harvest.paired_points import paired_points
from praxeo.authors.offline.harvest.procedures import ordered_steps
from praxeo.authors.offline.harvest.prose import prose_definitions, prose_sentences
from praxeo.authors.offline.harvest.recalled.key_points import key_points
from praxeo.authors.offline.harvest.recalled.sections import section_recall
from praxeo.authors.offline.harvest.said_bold import said_bold
from praxeo.authors.offline.harvest.sections_of_dates import dates_of
from praxeo.authors.offline.harvest.short_answers import answered_headings
from praxeo.authors.offline.harvest.sorting import sorted_things
from praxeo.authors.offline.harvest.tables import grids_of, table_facts, table_pairs
from praxeo.authors.offline.harvest.term_tables import table_definitions
from praxeo.authors.offline.harvest.told.facts import told_facts
from praxeo.authors.offline.harvest.told_bold import told_bold
from praxeo.authors.offline.harvest.told_laws import told_laws
from praxeo.authors.offline.harvest.told_steps import told_steps
from praxeo.authors.offline.harvest.twins import without_twins
from praxeo.authors.offline.harvest.typed_numbers import with_typed_numbers
from praxeo.authors.offline.harvest.vocabulary import vocabulary_cards
from praxeo.authors.offline.material import Candidate, Sentence
from praxeo.authors.offline.phrases import Phrases
from praxeo.authors.offline.roles.blocks import RoledBlock
from praxeo.authors.offline.sheets.practice import as_questions, sheet_candidates


@dataclass(frozen=True, kw_only=True)
class Harvest:
    """The concepts of a source, and the candidates that its structures are."""

    concepts: list[Definition]
    candidates: list[Candidate]


def harvest(
    placed: Sequence[RoledBlock],
    language: str,
    phrases: Phrases,
    *,
    scholarly: bool,
    title: str = "",
) -> Harvest:
    """Everything that the source marks, best sources first. `language` is a primary tag such as "de"."""
    sheet = sheet_candidates(placed, phrases)
    placed = as_questions(placed, sheet)
    definitions = _definitions(placed, language, scholarly=scholarly, title=title)
    vocabulary = vocabulary_cards(placed)
    listed = {block for card in vocabulary for block in _blocks(card)}
    definitions = [one for one in definitions if one.sentence.block.id not in listed]
    candidates = deck_cards(placed, phrases) + vocabulary
    candidates += _from_questions(placed, sheet, language, phrases) + _from_lists(placed, phrases)
    told_apart = compared(placed, phrases)
    taken = listed | {d.sentence.block.id for d in definitions}
    taken |= {block for one in told_apart for block in _blocks(one)}
    taken |= {block for one in candidates for block in one.taken}
    candidates += told_apart + _from_tables(placed, phrases, taken)
    dates = dates_of(placed, language)
    candidates += sorted_things(placed, phrases) + dates
    candidates += _from_headings(placed) + formula_questions(placed)
    sentences = list(prose_sentences(placed, scholarly=scholarly))
    candidates += _from_sentences(placed, sentences, language, phrases)
    candidates += _dated(placed, sentences, dates, language)
    candidates += told_facts(placed, sentences, language, title)
    candidates += [] if scholarly else _recalled(placed, language, phrases, title)
    if language != "de":  # where it was not seen that they may be asked as terms
        candidates += label_pairs(definitions, phrases)
    definitions = [one for one in definitions if not one.sentence.block.is_doubtful]
    candidates = without_doubtful(candidates, placed)
    concepts = without_twins(concepts_of(definitions))
    return Harvest(
        concepts=_with_genus(concepts) if language == "en" else concepts, candidates=candidates
    )


def _recalled(
    placed: Sequence[RoledBlock], language: str, phrases: Phrases, title: str
) -> list[Candidate]:
    """What is told in one's own words: main points, and sections."""
    points = key_points(placed, language, phrases, title)
    return [*points, *section_recall(placed, language, phrases, title)]


def _dated(
    placed: Sequence[RoledBlock], sentences: list[Sentence], dates: list[Candidate], language: str
) -> Iterator[Candidate]:
    """Dates that no timeline holds, also where a heading says that dates are below it."""
    if language == "en":
        return iter(lone_dates(placed, dates))
    on_line = {reference for one in dates for reference in one.evidence}
    if language == "de":
        return dated_questions(placed, on_line)
    below = prose_sentences([replace(p, role="body") for p in placed if p.role == "dates"], scholarly=False)  # fmt: skip
    told = [s for s in (*sentences, *below) if s.reference not in on_line]
    return dated_in_words(told, language)


def _definitions(
    placed: Sequence[RoledBlock], language: str, *, scholarly: bool, title: str
) -> list[Definition]:
    """All that a source says of what its terms mean, the best places first."""
    return [
        *saying_what(list(glossary_definitions(placed)), language),
        *table_definitions(placed),
        *(bold_labels(placed) if language == "en" else ()),
        *label_definitions(placed, language),
        *alike_entries(placed, language),
        *bold_naming(placed, language),
        *bold_explained(placed, language),
        *bold_lines(placed, language),
        *bold_terms(placed, "strong", *(("emphasis",) if language == "en" else ())),
        *told_bold(placed),
        *named_before(placed),
        *(named_bold(placed) if language == "en" else ()),
        *(said_bold(placed) if language == "en" else ()),
        *prose_definitions(placed, language, scholarly=scholarly, title=title),
    ]


def _from_questions(
    placed: Sequence[RoledBlock], sheet: list[Candidate], language: str, phrases: Phrases
) -> list[Candidate]:
    """What the source asks itself: gap texts, exercises of several parts, and of what is left its questions."""
    taken = {block for one in sheet for block in one.taken}
    open_ones = [one for one in placed if one.block.kind == "heading" or one.block.id not in taken]
    worked = sheet + gap_texts(open_ones) + exercise_candidates(open_ones, phrases)
    taken |= {block for one in worked for block in one.taken}
    left = [one for one in placed if one.block.kind == "heading" or one.block.id not in taken]
    pairs = paired_points(left) + ([] if language == "en" else asked_in_bold(left))
    answered = {block for one in pairs for block in one.taken}
    left = [one for one in left if one.block.id not in answered]
    own = keyed_questions(left, phrases)
    return worked + pairs + ([_rated_together(c) for c in own] if language == "en" else own)


def _rated_together(own: Candidate) -> Candidate:
    """In English, answers that stand below their questions were rated with those that a key tells."""
    return replace(own, rule="own_question") if own.rule == "answered_below" else own


def _blocks(candidate: Candidate) -> set[str]:
    return {reference.partition(".")[0] for reference in candidate.evidence}


def _with_genus(concepts: list[Definition]) -> list[Definition]:
    """The concepts with the head nouns of their meanings, which tell what may stand beside them."""
    docs = english.parse([concept.meaning for concept in concepts])
    return [
        replace(c, genus=c.genus or genus_of(doc)) for c, doc in zip_longest(concepts, docs) if c
    ]


def _from_lists(placed: Sequence[RoledBlock], phrases: Phrases) -> list[Candidate]:
    found = told_steps(placed)
    for source_list in lists_of(with_typed_numbers(placed)):
        if source_list.role in ("body", "summary"):
            found += ordered_steps(source_list, phrases)
            found += list(counted_list(source_list, phrases)) or list(
                led_list(source_list, phrases)
            )
    for source_list in nested_lists(placed):
        found += counted_list(source_list, phrases)
    return found


def _from_tables(
    placed: Sequence[RoledBlock], phrases: Phrases, taken: set[str]
) -> list[Candidate]:
    found: list[Candidate] = []
    for grid in grids_of(placed):
        if grid.block.id not in taken:
            found += table_pairs(grid, phrases) + table_facts(grid, phrases)
    return found


def _from_headings(placed: Sequence[RoledBlock]) -> list[Candidate]:
    """What headings ask and the text below them answers."""
    return answered_headings(placed) + faq_cards(placed) + heading_questions(placed)


def _from_sentences(
    placed: Sequence[RoledBlock], sentences: list[Sentence], language: str, phrases: Phrases
) -> list[Candidate]:
    uses = count_uses(" ".join(one.block.text for one in placed))
    found: list[Candidate] = []
    for sentence in sentences:
        found += counted_in_sentence(sentence, phrases)
        found += abbreviations_in(sentence, uses, phrases)
    if language == "en":
        found += told_laws(sentences)
        found += _said_once([fact for sentence in sentences for fact in code_facts(sentence)])
        for one in placed:
            if one.block.kind == "code" and one.role == "body":
                found += printed_values(one.block) + ordered_lines(one.block)
    return found


def _said_once(facts: list[Candidate]) -> list[Candidate]:
    """Those whose question is asked once: of what does many things, "what does it do" has as many answers."""
    times = Counter(fact.prompt for fact in facts)
    return [fact for fact in facts if times[fact.prompt] == 1]
