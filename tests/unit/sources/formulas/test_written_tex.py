"""MathML of a source becomes TeX that is read back as the same formula, so that a person can edit it."""

from __future__ import annotations

import pytest
from lxml import etree

from praxeo.sources.documents.xml_parsing import parse_xml
from praxeo.sources.formulas.reading import read_mathml, read_tex
from praxeo.sources.formulas.same_formula import same_formula
from praxeo.sources.formulas.tex import mathml_of_tex
from praxeo.sources.formulas.written_tex import written_tex

FORMULAS = r"""
E = mc^2
F = ma
a^2 + b^2 = c^2
x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}
\frac{1}{2} m v^2
6.02 \times 10^{23}
\sum_{k=1}^{n} k = \frac{n(n+1)}{2}
\prod_{i=1}^n a_i
\int_0^\infty e^{-x^2} dx = \frac{\sqrt{\pi}}{2}
\lim_{x \to 0} \frac{\sin x}{x} = 1
\sin^2 \alpha + \cos^2 \alpha = 1
\log_{10} 1000 = 3
\ln e = 1
\sqrt[3]{27} = 3
\frac{d}{dx} x^n = n x^{n-1}
\frac{\partial f}{\partial x}
\nabla \cdot \vec{E} = \frac{\rho}{\varepsilon_0}
\vec{F} = q(\vec{E} + \vec{v} \times \vec{B})
\oint \vec{B} \cdot d\vec{l} = \mu_0 I
\binom{n}{k} = \frac{n!}{k!(n-k)!}
\left( \frac{a}{b} \right)^n
\left[ \frac{x+1}{x-1} \right]
\left\{ 1, 2, 3 \right\}
\left| x - a \right| < \delta
\|x\| = \sqrt{x_1^2 + x_2^2}
\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}
\begin{bmatrix} a & b \\ c & d \end{bmatrix}
\det \begin{vmatrix} a & b \\ c & d \end{vmatrix} = ad - bc
f(x) = \begin{cases} x & x \geq 0 \\ -x & x < 0 \end{cases}
A \cup B
A \cap B = \emptyset
x \in A
x \notin B
A \subseteq B
\forall x \exists y
p \land q \Rightarrow r
\neg p \lor q
\mathbb{R} \subset \mathbb{C}
\alpha, \beta, \gamma, \delta, \epsilon
\Gamma, \Delta, \Theta, \Lambda, \Omega
\theta = \arctan \frac{y}{x}
\pi \approx 3.14159
e^{i\pi} + 1 = 0
z = re^{i\varphi}
\bar{x} = \frac{1}{n} \sum_{i=1}^{n} x_i
\sigma^2 = \frac{1}{n} \sum (x_i - \bar{x})^2
\hat{y} = \beta_0 + \beta_1 x
P(A \mid B) = \frac{P(A \cap B)}{P(B)}
\mu = E(X)
\chi^2 = \sum \frac{(O-E)^2}{E}
\dot{x} = v
\ddot{x} = a
\tilde{f}
\overline{AB}
\underline{x}
\overbrace{a + b}^{c}
\underbrace{x + y}_{z}
PV = nRT
v = \lambda f
T = 2\pi \sqrt{\frac{l}{g}}
G \frac{m_1 m_2}{r^2}
\frac{V}{R}
\Delta x \Delta p \geq \frac{\hbar}{2}
\lambda = \frac{h}{p}
E_k = \frac{p^2}{2m}
\rho = \frac{m}{V}
p = \frac{F}{A}
Q = mc \Delta T
\eta = \frac{W}{Q_H}
S = k \ln W
U = RI
\frac{1}{R} = \frac{1}{R_1} + \frac{1}{R_2}
C = \frac{Q}{U}
a_n = a_1 + (n-1)d
S_n = \frac{a_1(1-q^n)}{1-q}
(a+b)^2 = a^2 + 2ab + b^2
x^{y^z}
x_{i_j}
x_{ij}^{kl}
\frac{\frac{a}{b}}{c}
\sqrt{1 + \sqrt{1 + x}}
\lfloor x \rfloor
\lceil x \rceil
\langle u, v \rangle
a \equiv b
a \neq b
x \to \infty
x \mapsto x^2
a \leq b \leq c
1, 2, \ldots, n
a_1 + \cdots + a_n
\max_{x} f(x)
\min(a, b)
\gcd(a,b)
90^\circ
\text{area} = \pi r^2
v_{\text{max}}
\mathrm{H_2O}
10\,\mathrm{m/s}
\mathrm{d}x
f'(x)
f''(x)
\iint_D f
\int f(x) dx = F(x) + C
\frac{dy}{dx}
y = mx + b
A = \frac{1}{2} b h
V = \frac{4}{3} \pi r^3
d = \sqrt{(x_2 - x_1)^2 + (y_2 - y_1)^2}
\tan \theta = \frac{\sin \theta}{\cos \theta}
\angle ABC
a \perp b
a \parallel b
A \times B
50\%
\{x \mid x > 0\}
a \cdot b
6 \div 2 = 3
\overset{!}{=}
\underset{x}{y}
\operatorname{rank} A
A \rightleftharpoons B
\frac{[C]^c}{[A]^a}
K_a = \frac{[H^+][A^-]}{[HA]}
\mathbf{v}
""".strip().splitlines()


def math(inner: str) -> etree._Element:
    return etree.fromstring(f'<math xmlns="http://www.w3.org/1998/Math/MathML">{inner}</math>')


def test_more_than_a_hundred_formulas_come_back_as_they_were() -> None:
    assert len(FORMULAS) > 100
    lost = []
    for tex in FORMULAS:
        for display in (False, True):
            made = parse_xml(mathml_of_tex(tex, display=display).encode())
            again = read_mathml(made, display=display)
            assert again.formula is not None
            back = read_tex(again.formula.tex, display=display)
            if not again.formula.tex or "".join(back.text.split()) != "".join(again.text.split()):
                lost.append((tex, again.formula.tex, back.text))
    assert lost == []


@pytest.mark.parametrize(
    ("inner", "tex"),
    [
        ("<mi>F</mi><mo>=</mo><mi>m</mi><mo>&#x2062;</mo><mi>a</mi>", "F = ma"),
        (
            "<mrow><mi>y</mi><mo>=</mo><mfrac><mn>1</mn><msqrt><mi>x</mi><mo>+</mo><mn>1</mn></msqrt></mfrac></mrow>",
            r"y = \frac{1}{\sqrt{x + 1}}",
        ),
        (
            "<munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>k</mi>",
            r"\sum\limits_{k = 1}^{n} k",
        ),
        ("<msup><mn>10</mn><mrow><mo>−</mo><mn>19</mn></mrow></msup>", "10^{- 19}"),
        ("<mi>sin</mi><mo>&#x2061;</mo><mi>α</mi>", r"\sin \alpha"),
        ("<mn>1,000</mn><mtext> m²</mtext>", r"1{,}000 \text{ m²}"),
        (
            "<mrow><mo>(</mo><mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable><mo>)</mo></mrow>",
            r"\left( \begin{matrix} a & b \end{matrix} \right)",
        ),
        ("<mi mathvariant='normal'>d</mi><mi>x</mi>", r"\mathrm{d} x"),
        ("<mtext>50% of {x} &amp; y_1</mtext>", r"\text{50\% of \{x\} \& y\_1}"),
    ],
)
def test_the_tex_is_what_a_person_would_write(inner: str, tex: str) -> None:
    assert written_tex(math(inner), display=False) == tex


@pytest.mark.parametrize(
    "inner",
    [
        "<mmultiscripts><mi>U</mi><mprescripts/><mn>92</mn><mn>238</mn></mmultiscripts>",
        "<menclose notation='updiagonalstrike'><mn>5</mn></menclose>",
        "<msup><mi>x</mi></msup>",
        "<mi>x</mi><mglyph/>",
        "<mrow>" * 150 + "<mi>x</mi>" + "</mrow>" * 150,
    ],
)
def test_what_tex_cannot_say_has_none(inner: str) -> None:
    assert written_tex(math(inner), display=False) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<msup><mn>10</mn><mn>23</mn></msup>", "<mn>1023</mn>"),
        ("<msup><mi>x</mi><mn>2</mn></msup>", "<msub><mi>x</mi><mn>2</mn></msub>"),
        (
            "<mfrac><mi>a</mi><mi>b</mi></mfrac>",
            "<mfrac linethickness='0'><mi>a</mi><mi>b</mi></mfrac>",
        ),
        ("<msqrt><mi>a</mi></msqrt><mi>b</mi>", "<msqrt><mi>a</mi><mi>b</mi></msqrt>"),
        ("<mi mathvariant='normal'>m</mi>", "<mi>m</mi>"),
        (
            "<mtable><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr></mtable>",
            "<mtable><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable>",
        ),
    ],
)
def test_formulas_that_say_something_else_are_not_the_same(one: str, other: str) -> None:
    assert same_formula(math(one), math(one))
    assert not same_formula(math(one), math(other))


def test_the_tex_that_a_source_has_is_kept() -> None:
    annotated = (
        "<semantics><mi>x</mi><annotation encoding='application/x-tex'>{x}</annotation></semantics>"
    )
    found = read_mathml(math(annotated))
    assert found.formula is not None
    assert found.formula.tex == "{x}"
