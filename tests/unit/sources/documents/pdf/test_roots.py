"""Roots and large signs of mathematics within lines of text, whose parts stand on lines of their own."""

from __future__ import annotations

from praxeo.sources.documents.ledger import Ledger
from praxeo.sources.documents.pdf.inline_roots import with_roots
from praxeo.sources.documents.pdf.large_signs import with_large_signs
from praxeo.sources.documents.pdf.page import Face, Page, Rule, Word

SERIF = Face("Serif", False, False, False)
LARGE = Face("CMEX10", False, False, False)


def word(
    text: str,
    left: float,
    right: float,
    baseline: float = 100,
    size: float = 10,
    face: Face = SERIF,
) -> Word:
    return Word(
        text, (left, baseline - 0.8 * size, right, baseline + 0.2 * size), baseline, size, face, 0
    )


def sign(text: str, left: float, right: float, face: Face = SERIF) -> Word:
    """A sign that hangs from its baseline, beside text whose baseline is at 100."""
    return Word(text, (left, 84, right, 102), 91, 10, face, 0)


def page(*words: Word, bar: tuple[float, float] | None = None) -> Page:
    rules = (Rule((bar[0], 90.8, bar[1], 91.0), True),) if bar else ()
    return Page(number=1, width=595, height=842, words=words, rules=rules)


def told(read: Page) -> list[tuple[str, float]]:
    return [(found.text, found.baseline) for found in read.words]


SUM_OF_SQUARES = [
    word("a", 118, 123),
    word("2", 123, 127, baseline=97, size=7),
    word("+", 130, 135),
    word("b", 138, 143),
    word("2", 143, 147, baseline=97, size=7),
]


def test_a_root_over_a_sum_keeps_its_sign_and_what_it_covers() -> None:
    read = with_roots(
        page(
            word("is", 90, 100),
            sign("√", 108, 118),
            *SUM_OF_SQUARES,
            word("for", 152, 165),
            bar=(118, 147),
        )
    )
    assert told(read) == [("is", 100), ("√(a² + b²)", 100), ("for", 100)]


def test_the_degree_of_a_root_stands_before_it() -> None:
    degree = word("3", 110, 113, baseline=95, size=6)
    read = with_roots(
        page(word("of", 90, 100), sign("√", 108, 118), degree, word("V", 118, 126), bar=(118, 126))
    )
    assert told(read) == [("of", 100), ("³√V", 100)]


def test_a_root_over_a_fraction_is_left_to_its_picture() -> None:
    words = (
        sign("√", 108, 118),
        word("1", 120, 125, baseline=97),
        word("N", 120, 125, baseline=106),
    )
    assert with_roots(page(*words, bar=(118, 127))).words == words


def test_a_line_that_begins_elsewhere_is_no_bar_of_a_root() -> None:
    words = (sign("√", 108, 118), word("a", 118, 123), word("b", 160, 165))
    assert with_roots(page(*words, bar=(140, 180))).words == words


def test_a_sum_named_as_a_letter_stands_in_its_line_with_its_limits() -> None:
    ledger = Ledger()
    read = with_large_signs(
        page(
            word("the", 90, 103),
            sign("P", 106, 115, LARGE)._replace(box=(106, 90, 115, 103)),
            word("n", 116, 120, baseline=95, size=7),
            word("i=1", 116, 126, baseline=103, size=7),
            word("x", 128, 133),
        ),
        ledger,
    )
    assert told(read) == [("the", 100), ("∑ᵢ₌₁ⁿ", 100), ("x", 100)]
    assert ledger.words_elsewhere["pn"] == 1


def test_a_letter_in_another_face_is_a_letter() -> None:
    words = (word("P", 106, 115), word("x", 117, 122))
    assert with_large_signs(page(*words), Ledger()).words == words
