"""Of a section with many terms four are matched with their meanings; they stay terms for glossary, options and goals."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Activity, Pair, SpecDocument, Term
from praxeo.sources.documents.text.markdown import read_markdown_file
from praxeo.spec.taught import taught_terms

SOIL = {
    "Humus": "dark matter that is left of dead plants",
    "Loam": "a mixture of sand, silt and clay",
    "Leaching": "the washing out of minerals by rain",
    "Bedrock": "solid stone below everything that is loose",
    "Erosion": "the carrying away of ground by wind",
    "Horizon": "a layer with a colour of its own",
}


def spec_of(entries: dict[str, str], folder: Path) -> SpecDocument:
    lines = "\n".join(f"- **{term}**: {meaning}" for term, meaning in entries.items())
    text = f"# Soil\n\nSoil covers most of the land and feeds nearly everything that lives on it.\n\n## Glossary\n\n{lines}\n"
    (folder / "source.md").write_text(text, "utf-8")
    return write_spec(read_markdown_file(folder / "source.md"), name="source.md")


def activities(spec: SpecDocument) -> list[Activity]:
    return [activity for section in spec.sections for activity in section.activities]


def matched(spec: SpecDocument) -> dict[str, str]:
    pairs = [i for a in activities(spec) if a.kind == "matching" for i in a.items]
    return {pair.right: pair.left for pair in pairs if isinstance(pair, Pair)}


def test_four_of_six_terms_are_matched_and_the_others_asked_alone(tmp_path: Path) -> None:
    spec = spec_of(SOIL, tmp_path)
    assert len(matched(spec)) == 4
    assert matched(spec).items() <= SOIL.items()
    taught = [term for activity in activities(spec) for term in taught_terms(activity)]
    assert {term.term: term.definition for term in taught} == SOIL
    assert all(term.evidence for term in taught)


def test_of_four_terms_each_is_asked_alone(tmp_path: Path) -> None:
    assert matched(spec_of(dict(list(SOIL.items())[:4]), tmp_path)) == {}


@pytest.mark.parametrize(
    "meaning",
    [
        "used where ground is poor",
        "a layer with humus in it",
        "dark matter that is left of dead animals",
        "stone. It is found everywhere below",
    ],
)
def test_a_meaning_that_leaves_doubt_is_not_matched(meaning: str, tmp_path: Path) -> None:
    spec = spec_of({"Subsoil": meaning, **SOIL}, tmp_path)
    assert not {"Subsoil", "Humus"} <= set(matched(spec))


def test_pairs_teach_terms_where_a_meaning_stands_beside_a_name() -> None:
    pair = Pair(left="a layer with a colour", right="Horizon", evidence=("b1.1",))
    activity = Activity(kind="matching", title="Match", items=(pair,))
    assert taught_terms(activity) == (
        Term(term="Horizon", definition="a layer with a colour", evidence=("b1.1",)),
    )
    turned = replace(pair, left="Horizon", right="a layer with a colour")
    assert taught_terms(replace(activity, items=(pair, turned))) == ()
    assert taught_terms(replace(activity, kind="cause_effect")) == ()
