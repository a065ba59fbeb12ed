"""What the author offers beside what it shows: its drafts, and concepts with terms to stand beside them."""

from __future__ import annotations

from pathlib import Path

from praxeo.authors.offline.author import drafts, offered
from praxeo.sources.documents.text.markdown import read_markdown_file

GLOSSARY = """# Cells

## Glossary
- **Mitochondrion**: an organelle that releases energy from sugar.
- **Chloroplast**: an organelle that makes sugar from light.
- **Ribosome**: an organelle that builds proteins from amino acids.
- **Vacuole**: an organelle that stores water and waste.
- **Nucleus**: an organelle that keeps the genetic material.
"""


def test_concepts_name_the_terms_that_may_stand_beside_them(tmp_path: Path) -> None:
    path = tmp_path / "cells.md"
    path.write_text(GLOSSARY, "utf-8")
    extraction = read_markdown_file(path)
    offer = offered(extraction, name="cells.md")
    terms = {concept.term: concept for concept in offer.concepts}
    assert set(terms) == {"Mitochondrion", "Chloroplast", "Ribosome", "Vacuole", "Nucleus"}
    siblings = terms["Ribosome"].siblings
    assert len(siblings) >= 3
    assert "Ribosome" not in siblings
    assert terms["Ribosome"].evidence
    assert offer.drafts == drafts(extraction, name="cells.md")
