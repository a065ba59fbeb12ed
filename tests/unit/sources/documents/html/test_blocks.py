"""HTML element trees become ordered blocks that keep structure and drop what nobody sees."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from praxeo.domain.blocks import Block, Locator, ReadingWarning
from praxeo.domain.errors import Refused
from praxeo.sources.documents.html.blocks import blocks_from_html
from praxeo.sources.documents.html.tree import parse_html


def texts(html: str) -> list[str]:
    return [block.text for block in blocks_from_html(html)]


def only(html: str) -> Block:
    (block,) = blocks_from_html(html)
    return block


def test_headings_keep_their_level_and_paragraphs_their_order() -> None:
    blocks = blocks_from_html("<h1>Cells</h1>An introduction.<h3>Parts</h3><p>The nucleus.</p>")
    assert [(b.id, b.kind, b.level, b.text) for b in blocks] == [
        ("b1", "heading", 1, "Cells"),
        ("b2", "paragraph", 0, "An introduction."),
        ("b3", "heading", 3, "Parts"),
        ("b4", "paragraph", 0, "The nucleus."),
    ]


def test_offsets_count_characters_from_the_start_and_keep_the_given_place() -> None:
    root = parse_html("<p>One</p><p>Three</p>")
    blocks = blocks_from_html(root, first_id=7, place=Locator(chapter=2))
    assert [(b.id, b.locator.chapter, b.locator.offset) for b in blocks] == [
        ("b7", 2, 0),
        ("b8", 2, 4),
    ]


def test_strong_emphasis_and_code_become_marks_on_the_text() -> None:
    block = only("<p>A <b>bold</b> and <em>fine</em> <code>x = 1</code> word</p>")
    marked = {(block.text[m.start : m.end], m.style) for m in block.marks}
    assert block.text == "A bold and fine x = 1 word"
    assert marked == {("bold", "strong"), ("fine", "emphasis"), ("x = 1", "code")}


def test_nested_lists_keep_depth_and_printed_numbers() -> None:
    blocks = blocks_from_html(
        "<ol start=3><li>three<ul><li>inner</li></ul></li><li value=9>nine</li></ol>"
        "<ol type=a><li>first</li></ol><ol type=I><li value=4>four</li></ol>"
    )
    assert [(b.kind, b.level, b.number, b.text) for b in blocks] == [
        ("list_item", 1, "3.", "three"),
        ("list_item", 2, "", "inner"),
        ("list_item", 1, "9.", "nine"),
        ("list_item", 1, "a.", "first"),
        ("list_item", 1, "IV.", "four"),
    ]


def test_the_second_paragraph_of_a_list_item_is_a_paragraph() -> None:
    blocks = blocks_from_html("<ul><li><p>Item</p><p>More about it</p></li></ul>")
    assert [b.kind for b in blocks] == ["list_item", "paragraph"]


def test_a_table_keeps_spans_headers_and_caption() -> None:
    caption, table = blocks_from_html(
        "<table><caption>Sizes</caption><thead><tr><th rowspan=2>Name<th colspan=2>Size</tr>"
        "<tr><th>cm<th>in</tr></thead><tr><td>Leaf<td>5<td>2</table>"
    )
    assert (caption.kind, caption.text) == ("caption", "Sizes")
    places = [(c.text, c.row, c.column, c.row_span, c.column_span, c.header) for c in table.cells]
    assert places == [
        ("Name", 0, 0, 2, 1, True),
        ("Size", 0, 1, 1, 2, True),
        ("cm", 1, 1, 1, 1, True),
        ("in", 1, 2, 1, 1, True),
        ("Leaf", 2, 0, 1, 1, False),
        ("5", 2, 1, 1, 1, False),
        ("2", 2, 2, 1, 1, False),
    ]
    assert table.text == "Name | Size\ncm | in\nLeaf | 5 | 2"


def test_a_table_that_only_lays_out_the_page_becomes_its_contents() -> None:
    blocks = blocks_from_html(
        "<table><tr><td><h2>News</h2><p>Text of the news.</p></td><td>Menu</td></tr></table>"
    )
    assert [b.kind for b in blocks] == ["heading", "paragraph", "paragraph"]


def test_code_keeps_its_lines_and_its_declared_language() -> None:
    block = only('<pre><code class="language-Python">def f():\n    <b>return</b> 1\n</code></pre>')
    assert (block.kind, block.language) == ("code", "python")
    assert block.text == "def f():\n    return 1"
    assert block.marks == ()


def test_line_numbers_beside_code_are_left_out() -> None:
    html = (
        '<table><tr><td class="gutter"><pre>1\n2</pre></td>'
        '<td class="code"><pre>a = 1\nb = 2</pre></td></tr></table>'
    )
    assert texts(html) == ["a = 1\nb = 2"]


def test_a_short_term_and_its_definition_are_one_item() -> None:
    block = only("<dl><dt>Enzyme</dt><dd>A <i>catalyst</i> of life</dd></dl>")
    assert (block.kind, block.text) == ("list_item", "Enzyme: A catalyst of life")
    assert {(block.text[m.start : m.end], m.style) for m in block.marks} == {
        ("Enzyme", "strong"),
        ("catalyst", "emphasis"),
    }


def test_figure_captions_and_quotes_are_kept() -> None:
    blocks = blocks_from_html(
        "<figure><img src=x><figcaption>Fig. <i>1</i></figcaption></figure>"
        "<blockquote>To be</blockquote>"
    )
    assert [(b.kind, b.text) for b in blocks] == [("caption", "Fig. 1"), ("paragraph", "To be")]


def test_two_line_breaks_part_paragraphs_and_one_does_not() -> None:
    assert texts("<div>one<br>two<br><br>three</div>") == ["one\ntwo", "three"]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display: none">secret</p>',
        "<p hidden>secret</p>",
        '<div aria-hidden="true"><p>secret</p></div>',
        '<p>seen <span style="font-size:0">secret</span></p>',
        '<p>seen <span style="font-size: 0.5px">secret</span></p>',
        '<p style="color:#fff;background:white">secret</p>',
        '<body><p>seen <font style="color: white">secret</font></p>',
        '<p style="position:absolute; left:-9999px">secret</p>',
        '<p style="visibility:hidden">secret</p>',
    ],
)
def test_text_that_nobody_sees_is_dropped_and_counted(hidden: str) -> None:
    warnings: list[ReadingWarning] = []
    blocks = blocks_from_html("<p>Open text</p>" + hidden, warnings=warnings)
    assert "secret" not in " ".join(block.text for block in blocks)
    assert [(w.code, w.message.split()[0]) for w in warnings] == [("hidden_text_removed", "6")]


@pytest.mark.parametrize(
    "folded",
    [
        '<div role="tabpanel" hidden>answer</div>',
        '<div class="accordion-body" style="display:none">answer</div>',
        '<div class="faq__answer" aria-hidden="true">answer</div>',
        '<div hidden id="S:1">answer</div>',
        '<p style="color:#fff" class="on-dark">answer</p>',
        '<p hidden="until-found">answer</p>',
    ],
)
def test_text_that_one_click_shows_is_kept(folded: str) -> None:
    assert "answer" in texts(folded)


@pytest.mark.parametrize("name", ["script", "style", "template", "iframe", "object", "svg"])
def test_active_and_foreign_elements_give_no_text(name: str) -> None:
    assert texts(f"<p>before</p><{name}>alert(1)</{name}><p>after</p>") == ["before", "after"]


def test_what_only_browsers_without_scripts_show_is_not_read() -> None:
    assert texts("<p>Seen.</p><noscript><p>Turn on scripts.</p></noscript>") == ["Seen."]


def test_a_heading_that_swallowed_the_page_does_not_swallow_the_paragraphs() -> None:
    blocks = blocks_from_html("<h1>Title<div><p>First.</p><p>Second.</p></div></h1>")
    assert [b.text for b in blocks] == ["Title", "First.", "Second."]


def test_deep_nesting_is_read_without_recursion() -> None:
    assert texts("<div>" * 1500 + "<p>deep</p>" + "</div>" * 1500) == ["deep"]


def test_text_below_the_deepest_element_that_is_read_is_said_to_be_missing() -> None:
    warnings: list[ReadingWarning] = []
    blocks = blocks_from_html("<p>start</p>" + "<div>" * 5000 + "deep", warnings=warnings)
    assert [block.text for block in blocks] == ["start"]
    assert [warning.code for warning in warnings] == ["nested_too_deep"]


def test_elements_that_xhtml_closes_at_once_do_not_swallow_the_chapter() -> None:
    chapter = (
        '<?xml version="1.0" encoding="iso-8859-1"?><html xmlns="http://www.w3.org/1999/xhtml">'
        '<head><title/><script src="a.js"/></head><body><p><a id="p1"/>Caf\xe9</p></body></html>'
    )
    (block,) = blocks_from_html(chapter.encode("iso-8859-1"))
    assert block.text == "Café"


def test_xhtml_with_a_namespace_is_read_like_html() -> None:
    from lxml import etree

    root = etree.fromstring(
        b'<html xmlns="http://www.w3.org/1999/xhtml"><body><h2>Chapter</h2><p>Text</p></body></html>'
    )
    assert [(b.kind, b.text) for b in blocks_from_html(root)] == [
        ("heading", "Chapter"),
        ("paragraph", "Text"),
    ]


def test_a_page_without_any_element_is_refused() -> None:
    with pytest.raises(Refused) as caught:
        blocks_from_html("  ")
    assert caught.value.code == "empty_page"


FRAGMENTS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<ul><li>", "</li></ul>", "<b>", "</b>", "<table><tr><td>",
     "</table>", "<h2>", "</h2>", "<pre>", "</pre>", "<br>", "text ", "more", "<dl><dt>", "<dd>",
     "<span hidden>", "</span>", "<td colspan=9999999999>", "<ol start=-5>", "&lt;", "\n"]
)  # fmt: skip


@settings(deadline=None)  # a busy machine is no fault of the code
@given(st.lists(FRAGMENTS, min_size=1, max_size=40).map("".join))
def test_any_tag_soup_gives_blocks_whose_marks_and_offsets_fit(html: str) -> None:
    try:
        blocks = blocks_from_html(html)
    except Refused:
        return
    assert [b.id for b in blocks] == [f"b{n}" for n in range(1, len(blocks) + 1)]
    for block in blocks:
        assert block.text.strip()
        assert all(0 <= m.start < m.end <= len(block.text) for m in block.marks)
        assert (block.kind == "table") == bool(block.cells)
    offsets = [b.locator.offset or 0 for b in blocks]
    assert offsets == sorted(offsets)


@settings(deadline=None)  # a busy machine is no fault of the code
@given(st.lists(st.text("abc é", min_size=1), min_size=1, max_size=8))
def test_every_visible_word_is_kept_in_order(paragraphs: list[str]) -> None:
    html = "".join(f"<p>{text}</p>" for text in paragraphs)
    assert " ".join(texts(html)).split() == " ".join(paragraphs).split()


def test_a_caption_that_is_kept_from_screen_readers_is_seen_by_others() -> None:
    assert texts("<figure><figcaption aria-hidden=true>Figure 1: A cell</figcaption></figure>") == [
        "Figure 1: A cell"
    ]


@pytest.mark.parametrize(
    ("link", "read"),
    [
        ('<a class="headerlink" href="#fit">¶</a>', "fit: Trains the model on data."),
        ('<a href="#note">see the note</a>', "fitsee the note: Trains the model on data."),
        ('<a href="https://example.org/">#</a>', "fit#: Trains the model on data."),
    ],
)
def test_signs_that_link_to_their_own_place_are_not_read(link: str, read: str) -> None:
    assert texts(f"<dl><dt>fit{link}</dt><dd>Trains the model on data.</dd></dl>") == [read]


@pytest.mark.parametrize(
    "markup",
    [
        '<dl class="glossary"><dt id="b">bark<a class="headerlink" href="#b">¶</a></dt><dd><p>Outer layer of a tree.</p></dd></dl>',
        "<dl><div><dt>bark</dt><dd>Outer layer of a tree.</dd></div></dl>",
        "<dl><dt><p><b>bark</b></p></dt><dd><div>Outer layer of a tree.</div></dd></dl>",
        "<DL><DT>bark<DD>Outer layer of a tree.</DL>",
        '<table class="dl"><tr><td><b>bark</b></td><td>Outer layer of a tree.</td></tr></table>',
        '<table class="variablelist"><colgroup><col></colgroup><tbody><tr><td><p><span class="term">bark</span></p></td>'
        "<td><p>Outer layer of a tree.</p></td></tr></tbody></table>",
        '<div class="hdlist"><table><tr><td>bark</td><td><p>Outer layer of a tree.</p></td></tr></table></div>',
    ],
)
def test_terms_arrive_with_their_meanings_however_a_page_sets_them_out(markup: str) -> None:
    block = only(markup)
    assert (block.kind, block.text) == ("list_item", "bark: Outer layer of a tree.")
    assert {(m.start, m.end) for m in block.marks if m.style == "strong"} == {(0, 4)}


def test_a_table_that_is_not_called_a_glossary_stays_one() -> None:
    rows = "<tr><td>bark</td><td>2 cm</td></tr><tr><td>wood</td><td>40 cm</td></tr>"
    assert [block.kind for block in blocks_from_html(f"<table>{rows}</table>")] == ["table"]
    headed = f'<table class="glossary"><tr><th>Part</th><th>Width</th></tr>{rows}</table>'
    assert [block.kind for block in blocks_from_html(headed)] == ["table"]


def test_words_of_buttons_side_by_side_are_words_each() -> None:
    block = only("<p><button>Paris</button><button>Rome</button></p>")
    assert block.text == "Paris Rome"
