"""Compiling a spec: what the app holds, what it refuses, and that no text of a source can act."""

from __future__ import annotations

import dataclasses
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxeo.compile.app import RuntimeFiles, build_payload, compile_app
from praxeo.compile.html import block_html
from praxeo.compile.prose import UNSUPPORTED_NOTE, prose_html
from praxeo.domain.blocks import Block, Cell, Extraction, Locator, Mark, Metadata, ReadSource
from praxeo.domain.errors import Refused, Unavailable
from praxeo.domain.spec import UNSUPPORTED, Activity, Cloze, Goal, Section, SpecDocument, Term
from praxeo.spec.text import SpecInvalid, parse_spec

RUNTIME = RuntimeFiles(
    template=(
        '<!doctype html><html lang="%PRAXEO_LANG%"><head><title>%PRAXEO_TITLE%</title>'
        "<style>%PRAXEO_CSS%</style></head><body>"
        '<script type="application/json" id="praxeo-payload">%PRAXEO_PAYLOAD%</script>'
        "<script>%PRAXEO_JS%</script></body></html>"
    ),
    script="start()",
    style="body{}",
)
BLOCKS = (
    Block(id="b1", kind="heading", level=1, text="Enzymes", locator=Locator(page=3)),
    Block(
        id="b2",
        kind="paragraph",
        text="A catalyst speeds up a reaction. An enzyme is one.",
        marks=(Mark(start=2, end=10, style="strong"),),
        locator=Locator(page=4, box=(0, 0, 1, 1)),
    ),
    Block(
        id="b3",
        kind="table",
        text="Name | Use\nAmylase | starch",
        cells=(
            Cell(text="Name", row=0, column=0, header=True),
            Cell(text="Use", row=0, column=1, header=True, column_span=2),
            Cell(text="Amylase", row=1, column=0),
        ),
        locator=Locator(slide=7),
    ),
    Block(id="b4", kind="code", text="if x < 1:\n    run()", language="python"),
)
EXTRACTION = Extraction(
    metadata=Metadata(media_type="text/plain", content_hash="0" * 64, title="Enzymes", date="2020"),
    blocks=BLOCKS,
)


def spec(*items: Term, **changes: object) -> SpecDocument:
    activity = Activity(kind="terms", title="Terms", items=items or (term(),))
    section = Section(
        id="s1", title="One", reading=("b1", "b2", "b3", "b4"), activities=(activity,)
    )
    doc = SpecDocument(
        title="Enzymes & <us>",
        language="en",
        source="e.pdf",
        author="offline 1",
        sections=(section,),
    )
    return dataclasses.replace(doc, **changes)  # type: ignore[arg-type]


def term(name: str = "catalyst", *evidence: str) -> Term:
    return Term(term=name, definition="it speeds up", evidence=evidence or ("b2.1",))


def payload_of(html: str) -> dict[str, object]:
    found = re.search(r'id="praxeo-payload">(.*?)</script>', html, re.DOTALL)
    assert found
    payload = json.loads(found.group(1))
    assert isinstance(payload, dict)
    return payload


def test_the_same_spec_gives_the_same_bytes() -> None:
    assert compile_app(spec(), EXTRACTION, runtime=RUNTIME) == compile_app(
        spec(), EXTRACTION, runtime=RUNTIME
    )


def test_the_page_names_its_language_and_its_title_escaped() -> None:
    html = compile_app(spec(language="de"), EXTRACTION, runtime=RUNTIME)
    assert '<html lang="de">' in html
    assert "<title>Enzymes &amp; &lt;us&gt;</title>" in html


def test_evidence_is_quoted_with_the_place_where_it_stands() -> None:
    payload = build_payload(spec(term("a", "b2.1"), term("b", "b3.2", "b4.1")), EXTRACTION)
    assert payload["evidence"] == {
        "b2.1": {"text": "A catalyst speeds up a reaction.", "label": "page 4", "block": "b2"},
        "b3.2": {"text": "Amylase | starch", "label": "slide 7", "block": "b3"},
        "b4.1": {"text": "if x < 1:", "label": "Enzymes", "block": "b4"},
    }


def test_evidence_says_of_which_source_it_is_and_where_that_can_be_visited() -> None:
    page = ReadSource(title="A page", address="https://example.org/a", date="2024-05-01")
    extraction = dataclasses.replace(EXTRACTION, sources=(page,))
    payload = build_payload(spec(term("a", "b2.1")), extraction)
    origin = {"title": "A page", "address": "https://example.org/a", "date": "2024-05-01"}
    assert payload["evidence"]["b2.1"]["origin"] == origin
    assert payload["source"]["origins"] == [origin]
    assert "origins" not in build_payload(spec(term()), EXTRACTION)["source"]


@pytest.mark.parametrize(
    ("language", "locator", "label"),
    [
        ("de", Locator(page=12), "Seite 12"),
        ("de-AT", Locator(slide=3), "Folie 3"),
        ("en", Locator(chapter=2, offset=9), "chapter 2"),
        ("fr", Locator(page=1), "page 1"),
        ("en", Locator(offset=9), ""),
    ],
)
def test_a_place_is_named_in_the_language_of_the_app(
    language: str, locator: Locator, label: str
) -> None:
    block = Block(id="b2", kind="paragraph", text="One sentence.", locator=locator)
    extraction = dataclasses.replace(EXTRACTION, blocks=(block,))
    section = Section(
        id="s1", title="S", activities=(Activity(kind="terms", title="T", items=(term(),)),)
    )
    payload = build_payload(spec(language=language, sections=(section,)), extraction)
    assert payload["evidence"]["b2.1"]["label"] == label


def test_a_table_keeps_its_rows_spans_and_head() -> None:
    table = build_payload(spec(), EXTRACTION)["sections"][0]["reading"][2]
    assert [[cell["text"] for cell in row] for row in table["rows"]] == [
        ["Name", "Use"],
        ["Amylase"],
    ]
    assert table["rows"][0][1] == {
        "text": "Use",
        "header": True,
        "row_span": 1,
        "column_span": 2,
    }


def test_marks_become_elements_and_overlapping_ones_stay_well_nested() -> None:
    block = Block(
        id="b1",
        kind="paragraph",
        text="a<b>c",
        marks=(Mark(start=0, end=3, style="strong"), Mark(start=2, end=9, style="code")),
    )
    assert block_html(block) == (
        "<strong>a&lt;</strong><strong><code>b</code></strong><code>&gt;c</code>"
    )


@given(st.text(), st.lists(st.tuples(st.integers(-3, 30), st.integers(-3, 30)), max_size=4))
def test_no_text_of_a_block_ever_becomes_an_element(
    text: str, spans: list[tuple[int, int]]
) -> None:
    marks = tuple(Mark(start=a, end=b, style="emphasis") for a, b in spans)
    made = block_html(Block(id="b1", kind="paragraph", text=text, marks=marks))
    left = re.sub(r"</?em>", "", made)
    assert "<" not in left
    assert left.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text


@pytest.mark.parametrize(
    ("markdown", "made"),
    [
        ("**Bold** and `code`", "<p><strong>Bold</strong> and <code>code</code></p>"),
        ("## Own heading", "<h3>Own heading</h3>"),
        ("[site](https://x.org)", "<p>site (https://x.org)</p>"),
        ("<https://x.org>", "<p>https://x.org</p>"),
        ("[bad](javascript:alert(1))", "<p>[bad](javascript:alert(1))</p>"),
        ("[near](other.html)", "<p>near</p>"),
        ("![a picture](https://x.org/p.png)", "<p>a picture</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<b onclick=x>", "<p>&lt;b onclick=x&gt;</p>"),
        ("It is 90. {unsupported} So.", f"<p>It is 90.{UNSUPPORTED_NOTE} So.</p>"),
        ("Write {unsupported}", "<p>Write {unsupported}</p>"),
    ],
)
def test_prose_may_be_formatted_but_can_do_nothing(markdown: str, made: str) -> None:
    assert prose_html(markdown) == made


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["[", "](", "javascript:x", ")", "<a href=", "![", "&lt;", "`", "|", "\n", "x"]
        )
        | st.text(max_size=5),
        max_size=12,
    ).map("".join)
)
def test_whatever_the_prose_no_attribute_and_no_foreign_element_gets_through(markdown: str) -> None:
    made = prose_html(markdown)
    tags = re.findall(r"<[^>]*>", made)
    allowed = (
        r"</?(p|br|strong|em|code|pre|[ou]l|li|blockquote|hr|h[3-6]|table|thead|tbody|tr|t[hd])"
    )
    assert all(re.fullmatch(allowed + r"( start=\"\d+\")?\s*/?>", tag) for tag in tags), made


def test_a_source_that_tries_to_leave_its_script_element_stays_in_it() -> None:
    hostile = "</script><script>alert(1)</script>\u2028<!--%PRAXEO_JS%"
    block = Block(id="b2", kind="paragraph", text=hostile)
    extraction = dataclasses.replace(EXTRACTION, blocks=(BLOCKS[0], block, *BLOCKS[2:]))
    html = compile_app(spec(term(hostile, "b2")), extraction, runtime=RUNTIME)
    assert html.count("<script") == 2
    assert html.count("</script>") == 2
    assert html.count("start()") == 1
    assert payload_of(html)["evidence"] == {
        "b2": {"text": hostile, "label": "Enzymes", "block": "b2"}
    }


def test_half_a_character_of_a_source_does_not_keep_the_app_from_being_stored() -> None:
    block = Block(id="b2", kind="paragraph", text="A half \ud83d here.")
    extraction = dataclasses.replace(EXTRACTION, blocks=(BLOCKS[0], block, *BLOCKS[2:]))
    html = compile_app(spec(term("a", "b2")), extraction, runtime=RUNTIME)
    assert "\\ud83d" in html.encode("utf-8").decode("utf-8")


def test_a_place_that_the_source_does_not_have_is_refused_by_name() -> None:
    with pytest.raises(Refused, match=r"“Terms”, item 2: b2\.9") as refused:
        build_payload(spec(term("a"), term("b", "b2.9")), EXTRACTION)
    assert refused.value.code == "evidence_missing"
    with pytest.raises(Refused, match="goal 1: b77"):
        build_payload(spec(goals=(Goal(text="x", evidence=("b77",)),)), EXTRACTION)
    with pytest.raises(Refused, match="Read: b1"):
        build_payload(spec(), None)


def test_a_spec_with_a_fault_is_not_compiled() -> None:
    with pytest.raises(SpecInvalid):
        build_payload(spec(title=""), EXTRACTION)


def test_an_app_needs_no_source_at_all() -> None:
    own = Cloze(before="An ", answer="enzyme", after=".", evidence=())
    section = Section(
        id="s1", title="S", activities=(Activity(kind="cloze", title="C", items=(own,)),)
    )
    payload = build_payload(spec(source="", sections=(section,)), None)
    assert payload["source"] is None
    assert payload["sections"][0]["activities"][0]["items"][0]["evidence"] == []


def test_an_item_of_the_editors_own_says_so() -> None:
    own = dataclasses.replace(term(), evidence=())
    payload = build_payload(spec(own), EXTRACTION)
    assert payload["sections"][0]["activities"][0]["items"][0]["evidence"] == ["own"]
    assert "own" not in payload["evidence"]


def test_an_item_without_support_leads_nowhere_and_says_so() -> None:
    payload = build_payload(spec(dataclasses.replace(term(), evidence=UNSUPPORTED)), EXTRACTION)
    item = payload["sections"][0]["activities"][0]["items"][0]
    assert item["evidence"] == ["unsupported"]
    assert "unsupported" not in payload["evidence"]


def ids(doc: SpecDocument) -> list[str]:
    payload = build_payload(doc, EXTRACTION)
    return [item["id"] for s in payload["sections"] for a in s["activities"] for item in a["items"]]


def test_an_edit_changes_only_the_id_of_the_item_that_was_edited() -> None:
    before = ids(spec(term("a"), term("b"), term("c")))
    after = ids(spec(term("c"), term("new"), term("b", "b2.2"), term("a")))
    assert [after[3], after[2], after[0]] == before


def test_two_items_that_say_the_same_have_different_ids() -> None:
    same = ids(spec(term("a"), term("a")))
    assert len(set(same)) == 2


def test_a_front_end_that_is_not_built_is_told(tmp_path: object) -> None:
    from pathlib import Path

    from praxeo.adapters.runtime_files import load_runtime

    with pytest.raises(Unavailable, match="make setup"):
        load_runtime(Path(str(tmp_path)))


def test_a_spec_of_an_app_that_is_written_as_a_whole_is_not_compiled() -> None:
    page = (Path(__file__).parents[3] / "docs" / "reference" / "acceptance-tests.md").read_text()
    doc = parse_spec(page.split("```markdown\n")[1].split("```")[0])
    with pytest.raises(Refused) as refused:
        compile_app(doc, None, runtime=RUNTIME)
    assert refused.value.code == "spec_is_bespoke"
