"""How single signs, names and words of a formula are written in TeX."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Sequence

NAMED_FUNCTIONS = """
    arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max
    min sec sin sinh sup tan tanh"""
NAMED_SIGNS = """
    × times · cdot ⋅ cdot ÷ div ± pm ∓ mp ∗ ast ∘ circ ≤ leq ≥ geq ≠ neq ≈ approx ≡ equiv ∼ sim ≅ cong ∝ propto
    → to ← leftarrow ↔ leftrightarrow ⇒ Rightarrow ⇐ Leftarrow ⇔ Leftrightarrow ↦ mapsto ⟶ longrightarrow
    ∈ in ∉ notin ⊂ subset ⊆ subseteq ⊃ supset ∪ cup ∩ cap ∅ emptyset ∧ land ∨ lor ¬ neg ∀ forall ∃ exists
    ∑ sum ∏ prod ∫ int ∬ iint ∮ oint ⋃ bigcup ⋂ bigcap ∂ partial ∇ nabla ∞ infty … ldots ⋯ cdots ⋮ vdots ⋱ ddots
    ⊥ perp ∥ parallel ∠ angle ⊕ oplus ⊗ otimes ∖ setminus ⌊ lfloor ⌋ rfloor ⌈ lceil ⌉ rceil ⟨ langle ⟩ rangle
    ‖ | ℏ hbar ℓ ell ⇌ rightleftharpoons { { } } % % # # & & _ _ $ $ † dagger"""
LIKE_LATIN = "ALPHA BETA EPSILON ZETA ETA IOTA KAPPA MU NU OMICRON RHO TAU CHI"

FUNCTIONS = frozenset(NAMED_FUNCTIONS.split())
LIMITED = frozenset("∑∏∐⋃⋂⋁⋀⨁⨂∫∬∭∮") | {"lim", "max", "min", "sup", "inf", "det", "gcd"}
"""Operators that have their limits over and under them."""
SIGNS = dict(
    zip(NAMED_SIGNS.split()[::2], (f"\\{n}" for n in NAMED_SIGNS.split()[1::2]), strict=True)
)
BLACKBOARD = {"ℝ": "R", "ℂ": "C", "ℕ": "N", "ℤ": "Z", "ℚ": "Q"}
SIGNS |= {sign: rf"\mathbb{{{letter}}}" for sign, letter in BLACKBOARD.items()}
SIGNS |= {"−": "-", "\\": r"\backslash", "′": "'", "″": "''", "ˆ": r"\hat{}", "~": r"\sim"}
SIGNS |= dict.fromkeys("\u2061\u2062\u2063\u2064\ufe00", "")
BRACKETS = frozenset("()[]|/") | {*"{}⟨⟩⌊⌋⌈⌉‖"}
GREEK = re.compile(r"GREEK (SMALL|CAPITAL) LETTER (FINAL SIGMA|[A-Z]+)")
VARIANTS = {"ϵ": "epsilon", "ε": "varepsilon", "ϕ": "phi", "φ": "varphi", "ϑ": "vartheta"}
VARIANTS |= {"ϱ": "varrho", "ς": "varsigma", "ϖ": "varpi"}
MEANS_SOMETHING = re.compile(r"[\\{}$%#&_^~]")
COMES_CLOSE = re.compile(r"[\w(\[)\].!']$", re.ASCII)
ENDS_IN_NAME = re.compile(r"\\[A-Za-z]+$")
FOLLOWS_CLOSE = frozenset(string.ascii_letters + string.digits + "()[],.!'")
IN_WORDS = {"\\": r"\backslash ", "^": r"\hat{}", "~": r"\sim "}


def in_a_row(parts: Sequence[str]) -> str:
    """Parts of TeX behind each other: letters, numbers and brackets close together, all else with a space."""
    row = ""
    for part in filter(None, parts):
        close = (
            COMES_CLOSE.search(row) and not ENDS_IN_NAME.search(row) and part[0] in FOLLOWS_CLOSE
        )
        row += part if not row or close else f" {part}"
    return row


def brackets(sign: str) -> str:
    """A bracket as `\\left` takes it, "" for what is none."""
    return SIGNS.get(sign, sign) + " " * (sign in "⟨⟩⌊⌋⌈⌉") if sign in BRACKETS else ""


def sign_in_tex(sign: str) -> str:
    """An operator, or several signs in a row."""
    if sign in FUNCTIONS:
        return rf"\{sign}"
    if len(sign) > 1 and sign.isalpha():
        return rf"\operatorname{{{sign}}}"
    return in_a_row([SIGNS[one] if one in SIGNS else _letter(one) for one in sign if one.strip()])


def name_in_tex(name: str, *, upright: bool) -> str:
    """A variable or the name of a function."""
    if len(name) == 1:
        letter = SIGNS[name] if name in SIGNS else _letter(name)
        return rf"\mathrm{{{letter}}}" if upright and name.isalpha() else letter
    if name in FUNCTIONS:
        return rf"\{name}"
    return rf"\mathrm{{{words(name)}}}" if name.isalnum() else sign_in_tex(name)


def words(text: str) -> str:
    """Text with the signs that mean something in TeX written as themselves."""
    return MEANS_SOMETHING.sub(lambda sign: IN_WORDS.get(sign[0], f"\\{sign[0]}"), text)


def _letter(sign: str) -> str:
    if sign in VARIANTS:
        return f"\\{VARIANTS[sign]}"
    found = GREEK.fullmatch(unicodedata.name(sign, ""))
    if (
        found is None
        or found[2] == "OMICRON"
        or (found[1] == "CAPITAL" and found[2] in LIKE_LATIN.split())
    ):
        return sign
    name = found[2].lower().replace("lamda", "lambda")
    return f"\\{name.title() if found[1] == 'CAPITAL' else name}"
