"""Formulas of a source come into items: by their place, or wherever their text can be nothing else."""

from __future__ import annotations

import pytest

from praxeo.authors.offline.author import drafts, write_spec
from praxeo.authors.support.source_formulas import SourceFormulas
from praxeo.domain.blocks import Block, Extraction, Metadata
from praxeo.domain.spec import Activity, Card, Choice, Cloze, Item, Section, Term
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.text.markdown import read_markdown


def blocks(markdown: str) -> tuple[Block, ...]:
    found = BlockList()
    read_markdown(markdown, found)
    return tuple(found.blocks)


LAW = "The energy of a mass $a$ at rest is $E = ac^2$. A cat is an animal, $x$ is none.\n\nThen $v^2$ grows."


@pytest.mark.parametrize(
    ("item", "carried"),
    [
        (
            Card(front="What is the energy of a mass?", back="It is E = ac².", evidence=("b1.1",)),
            Card(
                front="What is the energy of a mass?",
                back="It is $`E = ac^2`$.",
                evidence=("b1.1",),
            ),
        ),
        (
            Term(term="a cat", definition="A cat is an animal, x is none.", evidence=("b1.2",)),
            Term(term="a cat", definition="A cat is an animal, $`x`$ is none.", evidence=("b1.2",)),
        ),
        (
            Cloze(
                before="The energy of a mass a at rest is ",
                answer="E = ac²",
                after=".",
                evidence=("b1.1",),
            ),
            Cloze(
                before="The energy of a mass $`a`$ at rest is ",
                answer="$`E = ac^2`$",
                after=".",
                evidence=("b1.1",),
            ),
        ),
        (
            Choice(
                question="Which?", answer="E = ac²", distractors=("v²", "ev²"), evidence=("b1",)
            ),
            Choice(
                question="Which?",
                answer="$`E = ac^2`$",
                distractors=("$`v^2`$", "ev²"),  # as it stands in the source, and a part of a word
                evidence=("b1",),
            ),
        ),
        (
            Card(front="Written $`E`$ already", back="E = ac²", evidence=("b1",)),
            Card(front="Written $`E`$ already", back="E = ac²", evidence=("b1",)),
        ),
    ],
)
def test_an_item_takes_the_formulas_of_its_source(item: Item, carried: Item) -> None:
    section = Section(
        id="s1",
        title="S",
        activities=(Activity(kind="terms", title="T", items=(item,)),),
    )
    (made,) = SourceFormulas.of(blocks(LAW)).in_sections((section,))
    assert made.activities[0].items == (carried,)


def test_a_gap_that_cuts_a_formula_is_known() -> None:
    formulas = SourceFormulas.of(blocks(LAW))
    before = "The energy of a mass a at rest is "
    cut = Cloze(before=f"{before}E = ", answer="ac²", after=".", evidence=("b1.1",))
    whole = Cloze(before=before, answer="E = ac²", after=".", evidence=("b1.1",))
    assert formulas.cut(cut)
    assert not formulas.cut(whole)


STATED = (
    "# Mechanics\n\nThe rest energy of a body is $E = mc^2$. The work of a constant force is $W = Fs$. "
    "The momentum of a body is $p = mv$.\n\nEvery quadratic equation is solved by the formula:\n\n"
    "$$x = \\frac{-b}{2a}$$\n\nHydrogen burns to water: $\\ce{2H2 + O2 -> 2H2O}$.\n"
)


def test_what_a_source_states_by_a_formula_is_offered_as_a_choice_among_its_formulas() -> None:
    extraction = Extraction(metadata=Metadata(language="en"), blocks=blocks(STATED))
    spec = write_spec(extraction, name="m.md")
    shown = [item for s in spec.sections for a in s.activities for item in a.items]
    held = [draft.item for draft in drafts(extraction, name="m.md")]
    asked = {
        item.question if isinstance(item, Choice) else item.front: item
        for item in (*shown, *held)
        if isinstance(item, Choice | Card)
    }
    energy = asked["The rest energy of a body is …"]
    assert isinstance(energy, Choice)
    assert energy.answer == "$`E = mc^2`$"
    assert set(energy.distractors) == {"$`W = Fs`$", "$`p = mv`$", "$`x = \\frac{-b}{2a}`$"}
    block = asked["Every quadratic equation is solved by the formula …"]
    assert block.evidence == ("b3.1", "b4.1")
    water = asked["Hydrogen burns to water …"]
    assert isinstance(water, Card)  # no other reaction stands in the source
    assert water.back == "$`\\ce{2H2 + O2 -> 2H2O}`$"


def test_a_glossary_with_formulas_is_practised_with_them() -> None:
    text = (
        "# Physics\n\n## Glossary\n\n"
        "- **Rest energy**: the energy of a body that does not move, $E = mc^2$\n"
        "- **Momentum**: the product of mass and speed of a body, $p = mv$\n"
        "- **Power**: the work that is done in each unit of time, $P = \\frac{W}{t}$\n"
    )
    extraction = Extraction(metadata=Metadata(language="en"), blocks=blocks(text))
    spec = write_spec(extraction, name="p.md")
    terms = [i for s in spec.sections for a in s.activities for i in a.items if isinstance(i, Term)]
    assert [term.definition.partition(", ")[2] for term in terms] == [
        "$`E = mc^2`$",
        "$`p = mv`$",
        "$`P = \\frac{W}{t}`$",
    ]
