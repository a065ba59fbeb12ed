"""Formulas of a spec in its app: shown as MathML, asked and judged by their line of text."""

from __future__ import annotations

import re

import pytest

from praxeo.compile.app import RuntimeFiles, build_payload, compile_app
from praxeo.compile.prose import plain_paragraphs, prose_html
from praxeo.domain.spec import Activity, Card, Choice, Cloze, Goal, Item, Section, SpecDocument
from praxeo.proof.plan import read_plan

RUNTIME = RuntimeFiles(
    template='%PRAXEO_CSS%<script id="praxeo-payload" type="application/json">%PRAXEO_PAYLOAD%</script>',
    script="",
    style="body{}",
    formula_style="@font-face{}",
)
SQUARE = "<math><msup><mi>x</mi><mn>2</mn></msup></math>"
BLOCK = SQUARE.replace("<math>", '<math display="block">')


def spec(kind: str, item: Item, prose: str = "") -> SpecDocument:
    activity = Activity(kind=kind, title="T", items=(item,))  # type: ignore[arg-type]
    return SpecDocument(
        title="T",
        language="en",
        source="",
        author="",
        summary="About $`x^2`$.",
        goals=(Goal(text="Tell $`x^2`$."),),
        sections=(Section(id="s1", title="S", prose=prose, activities=(activity,)),),
    )


def test_an_item_is_asked_in_words_and_shown_with_its_formula() -> None:
    card = Card(front="What is $`x^2`$ & <b>?", back="$`\\undefined`$", evidence=())
    payload = build_payload(spec("flashcards", card), None)
    (item,) = payload["sections"][0]["activities"][0]["items"]
    assert (item["front"], item["back"]) == ("What is x² & <b>?", "\\undefined")
    assert payload["formulas"] == {
        "Tell x².": f"Tell {SQUARE}.",
        "What is x² & <b>?": f"What is {SQUARE} &amp; &lt;b&gt;?",
        "\\undefined": "<code>\\undefined</code>",
    }
    assert payload["goals"][0]["text"] == "Tell x²."
    assert payload["summary"] == "About x²."


def test_a_gap_that_is_a_formula_is_judged_by_its_line_of_text() -> None:
    gap = Cloze(
        before="It is ", answer="$`10^{23}`$", after=" big.", accept=("$`x_1`$",), evidence=()
    )
    (item,) = build_payload(spec("cloze", gap), None)["sections"][0]["activities"][0]["items"]
    assert (item["answer"], item["accept"]) == ("10²³", ["x₁"])


def test_options_that_are_said_alike_stay_different() -> None:
    choice = Choice(
        question="Which?",
        answer="$`v`$",
        distractors=("$`{v}{}`$", "$`w`$"),
        evidence=(),
    )
    (item,) = build_payload(spec("choice", choice), None)["sections"][0]["activities"][0]["items"]
    assert [item["answer"], *item["distractors"]] == ["v", "{v}{}", "w"]


def test_the_font_of_formulas_comes_with_them_alone() -> None:
    card = Card(front="a", back="b", evidence=())
    with_prose = spec("flashcards", card, prose="See $`x^2`$.")
    plain = SpecDocument(
        title="T", language="en", source="", author="", sections=(with_prose.sections[0],)
    )
    assert "@font-face" in compile_app(plain, None, runtime=RUNTIME)
    without = spec("flashcards", card).sections
    bare = SpecDocument(title="T", language="en", source="", author="", sections=without)
    assert "@font-face" not in compile_app(bare, None, runtime=RUNTIME)
    assert "formulas" not in build_payload(bare, None)


def test_the_check_looks_for_the_signs_of_a_formula_on_the_page() -> None:
    card = Card(front="What is $`x^2`$?", back="$`\\frac{a}{b}`$", evidence=())
    app = compile_app(spec("flashcards", card), None, runtime=RUNTIME)
    (exercise,) = read_plan(app).exercises
    assert exercise.formulas == {"What is x²?": "What is x2?", "a/b": "ab"}


@pytest.mark.parametrize(
    ("prose", "made"),
    [
        ("An $`x^2`$.", f"<p>An {SQUARE}.</p>"),
        ("An \\$`x^2`$.", "<p>An $<code>x^2</code>$.</p>"),
        ("`` $`x`$ ``", "<p><code>$`x`$</code></p>"),
        ("```math\nx^2\n```", f"<p>{BLOCK}</p>"),
        ("~~~math\nx^2\n~~~", "<pre><code>x^2\n</code></pre>"),
        ("$`\\no{}`$ <b>", "<p><code>\\no{}</code> &lt;b&gt;</p>"),
        ("\ue0000. and $`x^2`$", f"<p>\ue0000. and {SQUARE}</p>"),
        ("- $`x^2`$\n- b $`x^2`$", f"<ul>\n<li>{SQUARE}</li>\n<li>b {SQUARE}</li>\n</ul>"),
    ],
)
def test_prose_shows_its_formulas_and_nothing_else_gets_through(prose: str, made: str) -> None:
    assert prose_html(prose) == made


def test_a_summary_says_its_formulas_in_words() -> None:
    assert plain_paragraphs("As $`x^2`$ and \\$`y`$.") == "As x² and $`y`$."


def test_a_formula_cannot_bring_markup_into_an_app() -> None:
    evil = "$`\\text{<img src=x onerror=alert(1)>}`$"
    payload = build_payload(spec("flashcards", Card(front=evil, back="b", evidence=())), None)
    shown = "".join(payload["formulas"].values()) + prose_html(evil)
    assert not re.search(r"<img|<script", shown)
