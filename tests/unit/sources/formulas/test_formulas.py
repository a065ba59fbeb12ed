"""Formulas of any source become MathML that an app may show, one line of text, and their TeX."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from praxeo.compile.html import block_html
from praxeo.domain.blocks import Block, Formula, Mark
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.extraction_json import from_json, to_json
from praxeo.sources.documents.html.blocks import blocks_from_html
from praxeo.sources.documents.html.file import read_html_file
from praxeo.sources.documents.markdown_out import render_markdown
from praxeo.sources.documents.text.markdown import read_markdown, read_markdown_file
from praxeo.sources.formulas.allowed import shown_again
from praxeo.sources.formulas.reading import read_mathml, read_omml, read_tex
from praxeo.sources.formulas.tex import DEEPEST_GROUP, LONGEST_CHARACTERS

OMML = "http://schemas.openxmlformats.org/officeDocument/2006/math"


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        ("E = mc^2", "E = mc²"),
        (r"\frac{a}{b}", "a/b"),
        (r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}", "x = (−b ± √(b² − 4ac))/(2a)"),
        (r"6.02 \times 10^{23}", "6.02 × 10²³"),
        (r"\{1, 2\}", "{1, 2}"),
        (r"\|x\| = \sqrt{x_1^2 + x_2^2}", "‖x‖ = √(x₁² + x₂²)"),
        (r"\sum_{k=1}^{n} k", "∑_(k=1)ⁿ k"),
        (r"\sin x", "sin x"),
        (r"\frac{1}{2} m v^2", "½mv²"),
        (r"\frac{a}{b} c", "(a/b)c"),
        (r"\frac{a}{b} + c", "a/b + c"),
        (r"\sqrt[3]{x}", "∛x"),
        (r"{\displaystyle {\frac {1}{2}}}", "1/2"),
        (r"\begin{eqnarray} a &=& b \label{e1} \\ c &=& d \end{eqnarray}", "a = b; c = d"),
        ("a<b>c", "a < b > c"),
    ],
)
def test_tex_is_read_as_a_person_would_say_it(tex: str, text: str) -> None:
    found = read_tex(tex)
    assert found.text == text
    assert found.formula
    assert found.formula.tex == " ".join(tex.split())
    assert "\\" not in found.formula.mathml


@pytest.mark.parametrize(
    "tex",
    [
        r"\undefinedcommand{x}",
        r"\ce{A ->C[a] B}",
        "\\frac{1}{" * (DEEPEST_GROUP * 50),
        "{" * 100_000,
        "x^" * 50_000,
        r"\left(" * 20_000,
        "x+" * LONGEST_CHARACTERS,
        r"\def\a{\a\a}\a",
        "",
    ],
)
def test_what_cannot_be_read_is_its_tex_and_never_half_of_it(tex: str) -> None:
    found = read_tex(tex)
    assert found.formula is None
    assert found.text == " ".join(tex.split())


def math(inner: str) -> etree._Element:
    return etree.fromstring(f'<math xmlns="http://www.w3.org/1998/Math/MathML">{inner}</math>')


@pytest.mark.parametrize(
    "inner",
    [
        "<mtext><img src='x' onerror='alert(1)'/></mtext>",
        "<mi href='javascript:alert(1)'>x</mi>",
        "<maction actiontype='statusline#http://x'><mi>x</mi></maction>",
        "<annotation-xml encoding='text/html'><script>alert(1)</script></annotation-xml>",
        "<mstyle style='background:url(http://x)' class='a' id='b'><mi>x</mi></mstyle>",
        "<mglyph src='http://x'/><ms>&lt;script&gt;alert(1)&lt;/script&gt;</ms>",
    ],
)
def test_nothing_but_mathml_comes_through(inner: str) -> None:
    made = read_mathml(math(inner)).formula
    assert made
    lowered = made.mathml.lower()
    for sign in (
        "<script",
        "<img",
        "href",
        "onerror",
        "style=",
        "src=",
        "url(",
        "maction",
        "<annotation",
    ):
        assert sign not in lowered
    assert shown_again(made.mathml) == made.mathml


@pytest.mark.parametrize(
    ("inner", "text", "mathml"),
    [
        ("<menclose notation='updiagonalstrike'><mn>12</mn></menclose>", "1\u03362\u0336", None),
        (
            "<menclose notation='box'><mi>x</mi></menclose>",
            "x",
            "<math><mrow><mi>x</mi></mrow></math>",
        ),
        (
            "<mi>f</mi><mfenced><mi>x</mi><mi>y</mi></mfenced>",
            "f(x,y)",
            '<math><mi>f</mi><mrow><mo stretchy="true" form="prefix">(</mo><mi>x</mi><mo>,</mo><mi>y</mi>'
            '<mo stretchy="true" form="postfix">)</mo></mrow></math>',
        ),
    ],
)
def test_no_bracket_is_invented_or_lost_and_what_is_struck_stays_struck(
    inner: str, text: str, mathml: str | None
) -> None:
    found = read_mathml(math(inner))
    assert found.text == text
    assert (found.formula and found.formula.mathml) == mathml


def test_a_formula_past_the_limits_is_its_text_alone() -> None:
    deep = "<mrow>" * 150 + "<mi>x</mi>" + "</mrow>" * 150
    assert read_mathml(math(deep)).formula is None
    wide = "<mi>x</mi>" * 6000
    assert read_mathml(math(wide)).formula is None


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_stored_mathml_is_written_anew_or_not_at_all(text: str) -> None:
    made = shown_again(text)
    assert made == "" or (made.startswith("<math") and shown_again(made) == made)


@pytest.mark.parametrize(
    "stored", ['<!DOCTYPE m [<!ENTITY a "b">]><math>&a;</math>', "<svg></svg>", "<math><mi>x", ""]
)
def test_what_is_no_stored_mathml_shows_nothing(stored: str) -> None:
    assert shown_again(stored) == ""


def omml(inner: str) -> etree._Element:
    return etree.fromstring(f'<m:oMath xmlns:m="{OMML}">{inner}</m:oMath>')


def run(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


@pytest.mark.parametrize(
    ("inner", "mathml"),
    [
        (
            f"<m:f><m:num>{run('1')}</m:num><m:den>{run('2')}</m:den></m:f>",
            "<mfrac><mn>1</mn><mn>2</mn></mfrac>",
        ),
        (
            f"<m:sSup><m:e>{run('c')}</m:e><m:sup>{run('2')}</m:sup></m:sSup>",
            "<msup><mi>c</mi><mn>2</mn></msup>",
        ),
        (
            f'<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e>{run("x")}</m:e></m:rad>',
            "<msqrt><mi>x</mi></msqrt>",
        ),
        (
            f'<m:d><m:dPr><m:begChr m:val=""/></m:dPr><m:e>{run("x")}</m:e></m:d>',
            '<mrow><mi>x</mi><mo form="postfix" stretchy="true">)</mo></mrow>',
        ),
        (
            f'<m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr><m:sub>{run("1")}</m:sub><m:sup>{run("n")}</m:sup>'
            f"<m:e>{run('k')}</m:e></m:nary>",
            '<mrow><munderover><mo largeop="true">∑</mo><mn>1</mn><mi>n</mi></munderover><mi>k</mi></mrow>',
        ),
    ],
)
def test_office_equations_keep_their_structure(inner: str, mathml: str) -> None:
    made = read_omml(omml(inner)).formula
    assert made
    assert made.mathml == f"<math>{mathml}</math>"


PAGE = """<html><body><p>Rest: <span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi>
<msup><mi>c</mi><mn>2</mn></msup></mrow><annotation encoding="application/x-tex">E = mc^2</annotation></semantics></math></span>
<span class="katex-html" aria-hidden="true">E=mc2</span></span>.</p>
<p>Two: <span class="MathJax_Preview">a/b</span><script type="math/tex">\\frac{a}{b}</script>.</p>
<p>Three: <mjx-container><mjx-math aria-hidden="true">x</mjx-math><mjx-assistive-mml><math><msqrt><mi>x</mi></msqrt></math></mjx-assistive-mml></mjx-container>.</p>
<p>Wiki: <span class="mwe-math-element"><span style="display: none"><math><mfrac><mn>1</mn><mn>2</mn></mfrac></math></span>
<img class="mwe-math-fallback-image-inline" src="x.svg" alt="{\\displaystyle \\frac{1}{2}}"></span>.</p>
<p>Picture: <img class="mwe-math-fallback-image-inline" src="x.svg" alt="{\\displaystyle x^{2}}">.</p>
<p>Text: \\(y^2\\) and <code>\\(no\\)</code>.</p><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td><math><msup><mi>x</mi><mn>2</mn></msup></math></td></tr></table>
</body></html>"""


def test_pages_give_each_formula_once() -> None:
    blocks = blocks_from_html(PAGE)
    assert [block.text for block in blocks] == [
        "Rest: E = mc².",
        "Two: a/b.",
        "Three: √x.",
        "Wiki: 1/2.",
        "Picture: x².",
        "Text: y² and \\(no\\).",
        "a | b\n1 | x²",
    ]
    (rest,) = [mark.formula for mark in blocks[0].marks if mark.formula]
    assert rest.tex == "E = mc^2"


MARKDOWN = r"""The norm $\|x\|$, the set $\{1, 2\}$, \(a_1 * b_2\) and $a<b>c$ are formulas. It costs $5 or $7.

$$
F = G \frac{m_1 m_2}{r^2} \\
a = b
$$
"""


def test_markdown_inside_formulas_is_not_read_and_money_is_text(tmp_path: Path) -> None:
    blocks = BlockList()
    read_markdown(MARKDOWN, blocks)
    assert [block.text for block in blocks.blocks] == [
        "The norm ‖x‖, the set {1, 2}, a₁∗b₂ and a < b > c are formulas. It costs $5 or $7.",
        "F = Gm₁m₂/r²; a = b",
    ]
    file = tmp_path / "a.md"
    file.write_text(MARKDOWN, "utf-8")
    written = render_markdown(read_markdown_file(file))
    for tex in (r"$\|x\|$", r"$\{1, 2\}$", "$a_1 * b_2$", "$a<b>c$"):
        assert tex in written


def test_a_formula_survives_being_stored_and_is_shown_in_its_place(tmp_path: Path) -> None:
    file = tmp_path / "a.html"
    file.write_text(PAGE, "utf-8")
    stored = from_json(to_json(read_html_file(file)))
    first = next(block for block in stored.blocks if block.text.startswith("Rest"))
    assert block_html(first).startswith("Rest: <math>")
    assert block_html(first).endswith("</math>.")


def test_a_forged_formula_of_an_archive_shows_its_text() -> None:
    forged = Mark(start=0, end=1, style="formula", formula=Formula(mathml="<script>x</script>"))
    assert block_html(Block(id="b1", kind="paragraph", text="x.", marks=(forged,))) == "x."


@pytest.mark.parametrize(
    "tex", ["x^2" + "[" * 300, r"\langle x| " * 60, "{(" * 40 + "}" * 40, r"f\{([" * 40]
)
def test_brackets_that_stay_open_cost_no_time(tex: str) -> None:
    started = time.process_time()
    assert read_tex(tex).formula is None
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "tex",
    [
        "[0,1) " * 30,
        r"\left( \frac{a}{b} \right. " * 20,
        r"\begin{aligned}" + r"f(x &= (y \\ " * 20 + r"\end{aligned}",
    ],
)
def test_brackets_of_half_open_ranges_and_of_lines_are_read(tex: str) -> None:
    assert read_tex(tex).formula is not None
