"""Chemistry and quantities are read as mhchem and siunitx write them, or refused; never half of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.text.markdown import read_markdown
from praxeo.sources.formulas.definitions import MACROS_AT_MOST, Macros
from praxeo.sources.formulas.reading import read_tex


@pytest.mark.parametrize(
    ("formula", "text"),
    [
        ("H2O", "H₂O"),
        ("2 H2O", "2H₂O"),
        ("1/2H2O", "½H₂O"),
        ("n H2O", "n H₂O"),
        ("CrO4^2-", "CrO₄²⁻"),
        ("[AgCl2]-", "[AgCl₂]⁻"),
        ("Y^{99+}", "Y⁹⁹⁺"),
        ("NH4+", "NH₄⁺"),
        ("(NH4)2S", "(NH₄)₂S"),
        ("^{227}_{90}Th+", "²²⁷₉₀Th⁺"),
        ("^14C", "¹⁴C"),
        ("^0_-1n-", "⁰₋₁n⁻"),
        ("2H2 + O2 -> 2H2O", "2H₂ + O₂ ⟶ 2H₂O"),
        ("A <=> B", "A ⇌ B"),
        ("A ->[H2O] B", "A →[H₂O] B"),
        (r"A ->[\Delta] B", "A →[Δ] B"),
        ("A ->[{heat}][{text below}] B", "A →[heat; text below] B"),
        ("SO4^2- + Ba^2+ -> BaSO4 v", "SO₄²⁻ + Ba²⁺ ⟶ BaSO₄↓"),
        ("Zn + 2HCl -> ZnCl2 + H2 ^", "Zn + 2HCl ⟶ ZnCl₂ + H₂↑"),
        ("H2(aq)", "H₂(aq)"),
        ("CO3^2-_{(aq)}", "CO₃²⁻_(aq)"),
        ("C6H5-CHO", "C₆H₅–CHO"),
        ("N#N", "N≡N"),
        (r"A\bond{...}B", "A⋯B"),
        ("KCr(SO4)2.12H2O", "KCr(SO₄)₂ ⋅ 12H₂O"),
        ("Fe^{II}Fe^{III}2O4", "Fe^II Fe₂^III O₄"),
        ("[Hg^{II}I4]^2-", "[Hg^II I₄]²⁻"),
        ("Cu^2+ + 2e- -> Cu", "Cu²⁺ + 2e⁻ ⟶ Cu"),
        ("{Gluconic Acid} + H2O2", "Gluconic Acid + H₂O₂"),
        ("$n$ CO2 + C", "n CO₂ + C"),
    ],
)
def test_a_chemical_formula_is_read_as_a_chemist_would_say_it(formula: str, text: str) -> None:
    found = read_tex(rf"\ce{{{formula}}}")
    assert found.text == text
    assert found.formula
    assert "\\" not in found.formula.mathml
    assert found.formula.tex == rf"\ce{{{formula}}}"


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\SI{10}{\meter}", "10 m"),
        (r"\SI{9.81}{\metre\per\second\squared}", "9.81 m s⁻²"),
        (r"\SI[per-mode=symbol]{5}{\kilo\gram}", "5 kg"),
        (r"\qty{3.0e8}{\m\per\s}", "3.0 × 10⁸ m s⁻¹"),
        (r"\SI{12}{kg.m^2.s^{-2}}", "12 kg m² s⁻²"),
        (r"\SI{25}{\degreeCelsius}", "25 °C"),
        (r"\si{\newton\metre}", "N m"),
        (r"\num{6.022(14)e23}", "6.022(14) × 10²³"),
        (r"\ang{45}", "45°"),
        (r"\pu{123 kJ/mol}", "123 kJ/mol"),
        (r"\pu{1.2e3 m s-1}", "1.2 × 10³ m s⁻¹"),
        (r"K_w = [\ce{H+}][\ce{OH-}]", "K_w = [H⁺][OH⁻]"),
        (r"\sum_{\substack{i<n\\j<m}} a", "∑_(i<n;j<m) a"),
        (r"\begin{smallmatrix}a&b\\c&d\end{smallmatrix}", "a b; c d"),
        (r"\mbox{if } x", "if x"),
        (r"\binom{n}{k}", "(n; k)"),
        ("x^{ab}c", "x^ab c"),
    ],
)
def test_quantities_and_what_the_converter_does_not_know_are_written_so_that_it_does(
    tex: str, text: str
) -> None:
    found = read_tex(tex)
    assert (found.text, bool(found.formula)) == (text, True)


@pytest.mark.parametrize(
    "tex",
    [
        r"\ce{A ->C[a] B}",
        r"\ce{A\bond{~-}B}",
        r"\ce{H2O",
        r"\ce{}",
        r"\ce{" * 500,
        r"\SI{10}{\frobnicate}",
        r"\SI{ten}{\metre}",
        r"\SI{10}",
        r"\si{\per}",
        r"\num{" + " " * 5_000 + "x}",
    ],
)
def test_what_is_not_known_stands_as_its_tex(tex: str) -> None:
    found = read_tex(tex)
    assert found.formula is None
    assert found.text == " ".join(tex.split())


@given(st.text(alphabet=r"HCONa02+-^_{}()[]<=>.*$\ vxe/#\bond", max_size=40))
def test_whatever_stands_in_a_chemical_formula_is_shown_whole_or_refused(formula: str) -> None:
    found = read_tex(rf"\ce{{{formula}}}")
    assert found.formula is None or "\\ce" not in found.formula.mathml
    assert found.text


def test_what_a_document_defines_holds_for_its_later_formulas() -> None:
    blocks = BlockList()
    read_markdown(
        "$$\\newcommand{\\R}{\\mathbb{R}} \\DeclareMathOperator{\\rank}{rank}$$\n\n"
        "Let $x \\in \\R^n$.\n\n$$\\renewcommand{\\norm}[1]{\\|#1\\|} \\norm{x} = \\rank A$$\n",
        blocks,
    )
    assert [block.text for block in blocks.blocks] == ["Let x ∈ ℝⁿ.", "‖x‖ = rank A"]
    kept = blocks.blocks[0].marks[0].formula
    assert kept
    assert kept.tex == r"x \in \mathbb{R}^n"  # which can be read without the document


def test_macros_that_grow_without_end_are_refused() -> None:
    macros: Macros = {}
    assert read_tex(r"\def\a{\a\a}\a", macros=macros).formula is None
    for number in range(MACROS_AT_MOST + 10):
        name = "".join(chr(97 + int(digit)) for digit in str(number))
        read_tex(rf"\def\z{name}{{x}}", macros=macros)
    assert len(macros) == MACROS_AT_MOST
