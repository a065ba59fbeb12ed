"""A cell shows its number as its format writes it, and never loses a digit that matters."""

from __future__ import annotations

import pytest

from praxeo.sources.documents.office.cell_formats import shown
from praxeo.sources.documents.office.number_formats import format_of


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("12", '0.0" kg"', "12 kg"),
        ("-5", '0.0\\ "°C"', "-5 °C"),
        ("12.5", "#,##0.00 [$€-407]", "12.5 €"),
        ("-12", "$#,##0.00_);\\($#,##0.00\\)", "-$12"),
        ("3", "# ##0 €", "3 €"),
        ("7", '_-* #,##0.00\\ "€"_-', "7 €"),
        ("1067", "00000", "01067"),
        ("5", '"No. "000', "No. 005"),
        ("9780316000000", "General", "9780316000000"),
        ("123456789012", "0", "123456789012"),
        ("0.30000000000000004", "General", "0.3"),
        ("1200000", '0.0,,"M"', "1200000"),  # shown in millions: the stored number says it
        ("0.125", "0.0%", "12.5%"),
        ("43831", "dd.mm.yyyy", "2020-01-01"),
        ("5", "[Red]0", "5"),
        ("5", "@", "5"),
        ("nan", '0" kg"', "nan"),
        ("1e999", "0%", "1e999"),
    ],
)
def test_a_number_is_shown_as_its_format_writes_it(value: str, code: str, text: str) -> None:
    assert shown(value, float(value), format_of(code)) == text
