"""Tables as offices and companies set them: sums under short rules, leaders, labels of several lines, text around."""

from __future__ import annotations

import pytest

from praxeo.sources.documents.pdf.page import Word
from praxeo.sources.documents.pdf.tables import find_tables
from tests.unit.sources.documents.pdf.tables.table_pages import (
    LETTER,
    PITCH,
    PLAIN,
    SIZE,
    Sheet,
    texts,
    write_prose,
)

ACCOUNTS = [
    ["Winch sales", "$85,832", "$161,267"],
    ["Lever costs", "49,569", "789,130"],
    ["Belt exports", "953,204", "123,832"],
    ["Total walls", "$477,917", "$398,400"],
    ["Brake sales", "42,836", "677,101"],
    ["Pulley repairs", "856,655", "546,426"],
    ["Total bread", "$450,362", "$221,323"],
]


def _accounts(sheet: Sheet, top: float, *, dots: bool) -> float:
    y = top
    for label, *money in ACCOUNTS:
        x = sheet.write(60, y, label)
        while dots and x < 200:
            x += 4
            sheet.words.append(
                Word(".", (x, y - 8, x + 2, y + 2), y, SIZE, PLAIN, len(sheet.words))
            )
        for right, text in zip((280, 360), money, strict=True):
            sheet.write(right - LETTER * len(text), y, text)
        if label.startswith("Total"):
            sheet.across(y - PITCH + 3, 230, 360)
        y += PITCH
    return y


def test_labels_and_leaders_stay_with_the_figures_over_which_short_rules_run() -> None:
    sheet = Sheet()
    write_prose(sheet, 50, 60, 400, 4)
    bottom = _accounts(sheet, 130, dots=True)
    write_prose(sheet, 50, bottom + 20, 400, 4)
    (table,) = find_tables(sheet.page())
    assert texts(table) == ACCOUNTS


@pytest.mark.parametrize("left", [40.0, 60.0])
def test_text_between_the_rules_of_two_tables_stays_outside(left: float) -> None:
    sheet = Sheet()
    sheet.across(110, 60, 360)
    bottom = _accounts(sheet, 124, dots=False)
    write_prose(sheet, left, bottom + 12, 440, 5)
    sheet.across(bottom + 90, 60, 360)
    _accounts(sheet, bottom + 104, dots=False)
    prose = {
        index
        for index, word in enumerate(sheet.words)
        if bottom < word.baseline < bottom + 80 and word.face == PLAIN
    }
    tables = find_tables(sheet.page())
    assert not prose & frozenset().union(*(table.words for table in tables))
    assert [texts(table) for table in tables] == [ACCOUNTS, ACCOUNTS]


def test_long_labels_beside_figures_are_no_prose() -> None:
    sheet = Sheet()
    sheet.across(88, 60, 360)
    for x, text in ((60, "Item"), (260, "2019"), (330, "2020")):
        sheet.write(x, 100, text)
    sheet.across(104, 60, 360)
    y = 116.0
    names = ["Axle exports", "Valve stocks", "Cam sales"]
    for name in names:
        sheet.write(60, y, f"{name} of all the places in the")
        for x in (250, 320):
            sheet.write(x, y, "942,590")
        sheet.write(60, y + PITCH, "north, with those of the sea and")
        sheet.write(60, y + 2 * PITCH, "the lakes")
        y += 3 * PITCH
    sheet.across(y - 8, 60, 360)
    (table,) = find_tables(sheet.page())
    rest = "of all the places in the north, with those of the sea and the lakes"
    assert texts(table)[1:] == [[f"{name} {rest}", "942,590", "942,590"] for name in names]
