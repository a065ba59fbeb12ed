"""Notes of journal articles: in the text, behind it, and below tables, each with its sign."""

from __future__ import annotations

from pathlib import Path

from praxeo.domain.blocks import Extraction
from praxeo.sources.documents.readers import read
from praxeo.sources.documents.validation import validate

TABLE = (
    '<table-wrap><label>Table 1</label><caption><p>Heights.</p></caption><table><tr><td>Hull<xref ref-type="table-fn" '
    'rid="t1">a</xref></td><td>7 m</td></tr><tr><td>Dover</td><td>6 m</td></tr></table><table-wrap-foot><fn id="t1">'
    "<label>a</label><p>At spring tide.</p></fn><p>Measured in 2019.</p></table-wrap-foot></table-wrap>"
)


def article(tmp_path: Path, body: str, back: str = "") -> Extraction:
    path = tmp_path / "article.xml"
    path.write_text(
        "<?xml version='1.0'?><article xmlns:xlink='http://www.w3.org/1999/xlink'><front><article-meta><title-group><article-title>Tides</article-title>"
        f"</title-group></article-meta></front><body><sec><title>Results</title>{body}</sec></body><back>{back}</back></article>"
    )
    return read(validate(path).label, path)


def shown(found: Extraction) -> list[str]:
    return [block.text for block in found.blocks][2:]


def test_notes_in_and_behind_the_text_bear_the_signs_that_it_refers_by(tmp_path: Path) -> None:
    body = '<p>Water rises<xref ref-type="fn" rid="f1">1</xref> twice a day.<fn><label>2</label><p>A note inside.</p></fn></p>'
    back = '<fn-group><fn id="f1"><label>1</label><p>In most places.</p></fn></fn-group><sec><p>Funding.</p></sec>'
    found = article(tmp_path, body, back)
    assert shown(found) == [
        "Water rises [1] twice a day.[2]",
        "[2] A note inside.",
        "[1] In most places.",
    ]
    assert found.warnings == ()
    assert {line.kind: line.kept for line in found.ledger}["notes"] == 2


def test_notes_of_a_table_follow_it_and_their_signs_are_no_letters_of_its_cells(
    tmp_path: Path,
) -> None:
    for body in (f"{TABLE}<p>End.</p>", f"<p>{TABLE}</p><p>End.</p>"):
        found = article(tmp_path, body)
        assert shown(found) == [
            "Table 1 Heights.",
            "Hull [a] | 7 m\nDover | 6 m",
            "[a] At spring tide.",
            "Measured in 2019.",
            "End.",
        ]
        assert found.warnings == ()


def test_an_appendix_is_read(tmp_path: Path) -> None:
    back = "<app-group><app><title>Appendix A</title><p>More heights.</p></app></app-group>"
    assert shown(article(tmp_path, "<p>Water rises.</p>", back)) == [
        "Water rises.",
        "Appendix A",
        "More heights.",
    ]


def test_a_glossary_behind_the_text_is_read(tmp_path: Path) -> None:
    back = "<glossary><title>Words</title><def-list><def-item><term>ebb</term><def><p>falling water</p></def></def-item></def-list></glossary>"
    found = article(tmp_path, "<p>Water rises.</p>", back)
    assert shown(found) == ["Water rises.", "Words", "ebb: falling water"]
    assert found.warnings == ()
