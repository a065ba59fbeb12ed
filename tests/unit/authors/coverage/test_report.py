"""The coverage of a spec says which main ideas are practised, by what, and why others are only read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from praxeo.authors.coverage.covering import coverage_of
from praxeo.authors.coverage.report import Coverage
from praxeo.authors.offline.author import write_spec
from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.text.markdown import read_markdown_file

SAMPLES = Path(__file__).parents[4] / "samples"
LEAF = (
    "# Leaves\n\n## Cells\n\nThe **chloroplast** holds the green pigment of a leaf. Light falls on every chloroplast. "
    "A **stoma** is an opening that lets gas in and out of a leaf. The **cuticle** covers it.\n\n"
    "## Water\n\nWater rises through the wood of the stem because it evaporates from the leaves. "
    "This keeps the plant cool. It also carries salts to the leaves of the plant.\n\n"
    "## Glossary\n\n- **mesophyll**: layer of green cells inside a leaf\n"
)


def read(text: str, folder: Path) -> Extraction:
    (folder / "leaf.md").write_text(text, "utf-8")
    return read_markdown_file(folder / "leaf.md")


def covered(extraction: Extraction) -> Coverage:
    return coverage_of(write_spec(extraction, name="leaf.md"), extraction.blocks)


def test_each_idea_says_where_it_stands_and_what_practises_it(tmp_path: Path) -> None:
    coverage = covered(read(LEAF, tmp_path))
    reasons = {idea.text: idea.reason for idea in coverage.ideas}
    assert reasons["stoma"] == reasons["mesophyll"] == "practised"
    assert reasons["chloroplast"] == "uncertain"
    assert coverage.practised == sum(reason == "practised" for reason in reasons.values())
    stoma = next(idea for idea in coverage.ideas if idea.text == "stoma")
    assert stoma.practised_by == ("stoma",)
    assert stoma.evidence.startswith("b")


def test_a_section_that_marks_nothing_has_its_weightiest_sentence_as_its_idea(tmp_path: Path) -> None:  # fmt: skip
    text = LEAF.partition("## Glossary")[0].replace("## Water", "## How it rises")
    ideas = [i for i in covered(read(text, tmp_path)).ideas if i.reason == "unmarked"]
    assert [idea.text.split()[0] for idea in ideas] == ["Water"]
    assert ideas[0].practised_by == ()


def test_what_a_person_takes_out_is_only_read_from_then_on(tmp_path: Path) -> None:
    extraction = read(LEAF, tmp_path)
    spec = write_spec(extraction, name="leaf.md")
    bare = replace(spec, sections=tuple(replace(s, activities=()) for s in spec.sections))
    before, after = (coverage_of(each, extraction.blocks) for each in (spec, bare))
    assert before.practised > 0
    assert after.practised == 0
    assert {i.text for i in after.ideas} <= {i.text for i in before.ideas}


def test_every_sample_has_ideas_and_none_twice() -> None:
    for path in sorted(SAMPLES.glob("*.md")):
        coverage = covered(read_markdown_file(path))
        texts = [idea.text.lower() for idea in coverage.ideas]
        assert 5 <= len(texts) <= 60
        assert len(set(texts)) == len(texts)


def test_a_source_that_is_gone_has_no_ideas(tmp_path: Path) -> None:
    spec = write_spec(read(LEAF, tmp_path), name="leaf.md")
    assert coverage_of(spec, ()) == Coverage(ideas=(), practised=0)
