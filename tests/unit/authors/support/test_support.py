"""Support is found by looking, not by being told: true claims are found, altered ones refused."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from praxeo.authors.support.claims import Claim, claim_of
from praxeo.authors.support.finding import SourceIndex
from praxeo.domain.blocks import Block, Extraction, Metadata
from praxeo.domain.spec import UNSUPPORTED, Card, Choice, Cloze, Event, Link, Pair, Step, Term
from praxeo.sources.documents.readers import read

ROOT = Path(__file__).resolve().parents[4]
QUOTES_FOUND_LEAST = 0.95
ALTERED_REFUSED_LEAST = 0.9


def source(*texts: str, kind: str = "paragraph", heading: str = "") -> SourceIndex:
    blocks = [Block(id="b1", kind="heading", level=1, text=heading)] if heading else []
    for text in texts:
        blocks.append(Block(id=f"b{len(blocks) + 1}", kind=kind, text=text))  # type: ignore[arg-type]
    metadata = Metadata(media_type="text/plain", content_hash="0" * 64)
    return SourceIndex.of(Extraction(metadata=metadata, blocks=tuple(blocks)))


def supported(index: SourceIndex, text: str, key: str = "", quote: str = "") -> tuple[str, ...]:
    return index.support(Claim(text=text, key=key or text), quote=quote)


ENZYMES = source(
    "An enzyme is a protein. It lowers the activation energy of a reaction by 40 percent.",
    "Heat does not destroy ribozymes. In 1877 Wilhelm Kühne coined the word enzyme.",
    heading="Enzymes",
)


@pytest.mark.parametrize(
    ("claim", "place"),
    [
        ("An enzyme is a protein.", "b2.1"),
        ("Enzymes lower the activation energy of reactions by 40 percent", "b2.2"),
        ("Wilhelm Kühne coined the word “enzyme” in 1877", "b3.2"),
        ("Ribozymes are not destroyed by heat.", "b3.1"),
    ],
)
def test_a_claim_in_other_words_is_led_to_its_sentence(claim: str, place: str) -> None:
    assert supported(ENZYMES, claim) == (place,)


@pytest.mark.parametrize(
    "claim",
    [
        "Enzymes lower the activation energy of reactions by 60 percent",  # another number
        "Louis Pasteur coined the word enzyme in 1877",  # another name
        "Wilhelm Kühne coined the word enzyme in 1879",
        "Heat destroys ribozymes.",  # not denied
        "An enzyme is not a protein.",  # denied
        "Enzymes raise the activation energy of a reaction by 40 percent",  # the opposite
        "Vitamins are cofactors of many enzymes.",  # said nowhere
        "",
    ],
)
def test_a_false_claim_is_unsupported_whatever_its_author_quotes(claim: str) -> None:
    for quote in ("", "It lowers the activation energy", "In 1877 Wilhelm Kühne coined the word"):
        assert supported(ENZYMES, claim, quote=quote) == UNSUPPORTED


def test_a_true_quote_does_not_support_what_it_does_not_say() -> None:
    claim = "Enzymes cure influenza within 40 hours"
    assert supported(ENZYMES, claim, quote="An enzyme is a protein.") == UNSUPPORTED


def test_an_answer_has_to_stand_there_even_if_the_question_does() -> None:
    choice = Choice(
        question="Which word did Wilhelm Kühne coin in 1877?",
        answer="vitamin",
        distractors=("enzyme", "protein"),
        evidence=(),
    )
    assert ENZYMES.support(claim_of(choice), block="b3") == UNSUPPORTED


def test_a_quote_is_found_whatever_its_marks_and_over_sentences() -> None:
    quote = "an enzyme is a  PROTEIN — it lowers the “activation energy”"
    assert [place.reference for place in ENZYMES.quoted(quote)] == ["b2.1", "b2.2"]
    assert ENZYMES.quoted("an enzyme is no protein") == ()
    assert ENZYMES.quoted("enzyme") == ()  # too little to be a quote


def test_rows_of_a_table_and_lines_of_code_are_places() -> None:
    table = source("Enzyme | Optimum\nPepsin | pH 2\nTrypsin | pH 8", kind="table")
    assert supported(table, "Pepsin: pH 2") == ("b1.2",)
    assert supported(table, "Pepsin: pH 8") == UNSUPPORTED
    code = source("git add .\ngit commit -m message", kind="code")
    assert supported(code, "git commit -m message") == ("b1.2",)


def test_a_name_before_a_pronoun_counts_and_any_other_does_not() -> None:
    index = source("Marie Curie was born in Warsaw. She won the Nobel Prize in 1903.", "Bohr won.")
    assert supported(index, "Marie Curie won the Nobel Prize in 1903") == ("b1.2",)
    assert supported(index, "Bohr won the Nobel Prize in 1903") == UNSUPPORTED


def test_every_kind_of_item_makes_a_claim_with_its_answer() -> None:
    items = (
        Term(term="a", definition="b", evidence=()),
        Card(front="a", back="b", evidence=()),
        Cloze(before="a ", answer="b", after=" c", evidence=()),
        Choice(question="a", answer="b", distractors=("x", "y"), evidence=()),
        Pair(left="a", right="b", evidence=()),
        Event(when="b", text="a", evidence=()),
        Link(start="a", label="l", end="b", evidence=()),
        Step(text="b", evidence=()),
    )
    for item in items:
        claim = claim_of(item)
        assert claim.key == "b"
        assert "b" in claim.text
        assert "x" not in claim.text


def alterations() -> ModuleType:
    """The changes that the benchmark makes: benchmarks/generation/alterations.py."""
    path = ROOT / "benchmarks" / "generation" / "alterations.py"
    spec = importlib.util.spec_from_file_location("alterations", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["alterations"] = module
    spec.loader.exec_module(module)
    return module


def test_sentences_are_found_and_altered_ones_refused_as_often_as_promised() -> None:
    """The benchmark support.py does the same on hundreds of pages."""
    tally: Counter[tuple[str, bool]] = Counter()
    for seed, path in enumerate(sorted((ROOT / "samples").glob("*.md"))):
        extraction = read("markdown", path)
        index = SourceIndex.of(extraction)
        for pair in alterations().pairs(extraction, most=30, seed=seed):
            found = supported(index, pair.sentence, quote=pair.sentence) != UNSUPPORTED
            refused = supported(index, pair.altered, quote=pair.sentence) == UNSUPPORTED
            tally["found", found] += 1
            tally["refused", refused] += 1
    assert tally.total() >= 150
    assert tally["found", True] >= QUOTES_FOUND_LEAST * (tally.total() / 2)
    assert tally["refused", True] >= ALTERED_REFUSED_LEAST * (tally.total() / 2)
