"""What a text is about is asked from the first sentences under its title or heading, whatever they say beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Term
from praxeo.sources.documents.text.markdown import read_markdown_file

MORE = "Some of it is told here at length for those who like to read of it in the evening."


def terms(text: str, folder: Path) -> dict[str, str]:
    (folder / "source.md").write_text(text, "utf-8")
    spec = write_spec(read_markdown_file(folder / "source.md"), name="source.md")
    items = [item for s in spec.sections for a in s.activities for item in a.items]
    return {item.term: item.definition for item in items if isinstance(item, Term)}


@pytest.mark.parametrize(
    ("title", "sentence", "term", "meaning"),
    [
        ("Albedo", "Albedo or reflection coefficient, derived from Latin albedo, is the reflecting power of a surface.", "Albedo", "the reflecting power of a surface"),
        ("Alkanes", "In organic chemistry, an alkane, or paraffin (a historical name), is a hydrocarbon that has single bonds only.", "Alkane", "a hydrocarbon that has single bonds only"),
        ("Clara Brandt", "Clara Maria Brandt (12 May 1820 – 3 June 1890) was a German botanist and painter of mosses.", "Clara Maria Brandt", "a German botanist and painter of mosses"),
        ("Walkers", "A walker is a device that helps people to keep their balance.", "Walker", "a device that helps people to keep their balance"),
    ],
)  # fmt: skip
def test_the_subject_of_a_title_is_asked(
    title: str, sentence: str, term: str, meaning: str, tmp_path: Path
) -> None:
    assert terms(f"# {title}\n\n{sentence} {MORE}\n", tmp_path) == {term: meaning}


@pytest.mark.parametrize(
    "sentence",
    [
        "Adobe is one of the best building materials that there are.",
        "Adobe is a member of a large family of materials.",
        "Adobe is the Spanish word for a brick of mud that was dried in the sun.",
        "Adobe walls are a feature of the houses that stand in the desert.",
    ],
)
def test_what_a_sentence_says_of_it_beside_is_not(sentence: str, tmp_path: Path) -> None:
    assert terms(f"# Adobe\n\n{sentence} {MORE}\n", tmp_path) == {}


@pytest.mark.parametrize(
    ("language", "sentence", "term"),
    [
        ("fr", "Saint-Marin est un pays minuscule enclavé dans la péninsule italienne.", "Saint-Marin"),
        ("fr", "Aujourd’hui est un jour de fête pour les gens de la vallée.", None),
        ("es", "Santa Lucía es una isla en el Caribe oriental.", "Santa Lucía"),
        ("es", "Actualmente es una ciudad del norte de la provincia.", None),
        ("de", "Seitdem ist die Politik des Landes von Streit bestimmt.", None),
    ],
)  # fmt: skip
def test_a_name_needs_no_article_to_be_defined(
    language: str, sentence: str, term: str | None, tmp_path: Path
) -> None:
    filler = {"fr": "Les gens de la vallée aiment les fêtes et les chants du soir.", "es": "Las personas del valle cantan por la noche con mucha alegría.", "de": "Die Leute im Tal singen am Abend und freuen sich über das Fest."}  # fmt: skip
    found = terms(f"# Europa\n\n{sentence} {filler[language]}\n", tmp_path)
    assert list(found) == ([term] if term else [])
