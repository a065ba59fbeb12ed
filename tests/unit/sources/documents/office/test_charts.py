"""A chart's points stand at their own places, shown as the chart shows them."""

from __future__ import annotations

from lxml import etree

from praxeo.domain.blocks import Extraction, Metadata
from praxeo.sources.documents.block_list import BlockList
from praxeo.sources.documents.office.chart_points import POINTS_AT_MOST
from praxeo.sources.documents.office.charts import add_chart

NAMES = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def points(*texts: str | None) -> str:
    return "".join(
        f'<c:pt idx="{at}"><c:v>{text}</c:v></c:pt>' for at, text in enumerate(texts) if text
    )


def strings(*texts: str | None) -> str:
    return f"<c:strRef><c:strCache>{points(*texts)}</c:strCache></c:strRef>"


def numbers(*texts: str | None, code: str = "General") -> str:
    return f"<c:numRef><c:numCache><c:formatCode>{code}</c:formatCode>{points(*texts)}</c:numCache></c:numRef>"


def series(name: str, along: str, values: str, more: str = "") -> str:
    return f"<c:ser><c:tx>{strings(name)}</c:tx><c:cat>{along}</c:cat><c:val>{values}</c:val>{more}</c:ser>"


def read(*drawn: str, title: str = "") -> Extraction:
    plot = f"<c:plotArea><c:barChart>{''.join(drawn)}</c:barChart></c:plotArea>"
    blocks = BlockList()
    add_chart(
        etree.fromstring(
            f"<c:chartSpace {NAMES}><c:chart>{title}{plot}</c:chart></c:chartSpace>".encode()
        ),
        blocks,
    )
    return blocks.extraction(Metadata())


def tables(*drawn: str) -> list[str]:
    return [block.text for block in read(*drawn).blocks if block.kind == "table"]


def test_a_value_stays_at_its_category_where_another_has_none() -> None:
    (table,) = tables(series("Rain", strings("Mon", "Tue", "Wed"), numbers("4", None, "7")))
    assert table == "Rain\nMon | 4\nTue | \nWed | 7"


def test_numbers_lose_the_digits_that_only_storing_brought_and_keep_their_percent_and_dates() -> (
    None
):
    along = numbers("43831", "43862", code="yyyy\\-mm\\-dd")
    (table,) = tables(series("Share", along, numbers("8.1999999999999993E-2", "0.5", code="0.0%")))
    assert table == "Share\n2020-01-01 | 8.2%\n2020-02-01 | 50.0%"
    (table,) = tables(series("pH", strings("sea"), numbers("8.1999999999999993")))
    assert table == "pH\nsea | 8.2"


def test_categories_of_two_levels_are_named_by_both() -> None:
    levels = (
        f"<c:lvl>{points('Jan', 'Feb', 'Jan')}</c:lvl><c:lvl>{points('2023', None, '2024')}</c:lvl>"
    )
    along = (
        f"<c:multiLvlStrRef><c:multiLvlStrCache>{levels}</c:multiLvlStrCache></c:multiLvlStrRef>"
    )
    (table,) = tables(series("Rain", along, numbers("1", "2", "3")))
    assert table == "Rain\n2023 Jan | 1\n2023 Feb | 2\n2024 Jan | 3"


def test_series_along_other_places_have_a_table_of_their_own() -> None:
    first = (
        f"<c:ser><c:xVal>{numbers('1', '2')}</c:xVal><c:yVal>{numbers('10', '20')}</c:yVal></c:ser>"
    )
    second = f"<c:ser><c:xVal>{numbers('5')}</c:xVal><c:yVal>{numbers('50')}</c:yVal><c:bubbleSize>{numbers('9')}</c:bubbleSize></c:ser>"
    assert tables(first, second) == ["1 | 10\n2 | 20", "5 | 50 | 9"]


def test_a_series_without_categories_stands_beside_the_others() -> None:
    bare = f"<c:ser><c:tx>{strings('Old')}</c:tx><c:val>{numbers('3')}</c:val></c:ser>"
    (table,) = tables(series("New", strings("Mon"), numbers("4")), bare)
    assert table == "New | Old\nMon | 4 | 3"


def test_waterfalls_and_trees_are_read_with_their_categories() -> None:
    data = (
        f'<cx:chartSpace xmlns:cx="urn:x" {NAMES}><cx:chartData><cx:data id="0"><cx:strDim type="cat"><cx:lvl><cx:pt idx="0">Profit</cx:pt></cx:lvl></cx:strDim>'
        '<cx:numDim type="val"><cx:lvl formatCode="General"><cx:pt idx="0">12</cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData>'
        "<cx:chart><cx:title><cx:tx><cx:rich><a:p><a:r><a:t>Year</a:t></a:r></a:p></cx:rich></cx:tx></cx:title></cx:chart></cx:chartSpace>"
    )
    blocks = BlockList()
    add_chart(etree.fromstring(data.encode()), blocks)
    found = blocks.extraction(Metadata())
    assert [(b.kind, b.text) for b in found.blocks] == [
        ("caption", "Year"),
        ("table", "Profit | 12"),
    ]
    assert found.warnings == ()


def test_points_beyond_the_limit_are_told() -> None:
    many = [str(number) for number in range(POINTS_AT_MOST + 1)]
    found = read(series("Rain", numbers(*many), numbers(*many)))
    assert [warning.code for warning in found.warnings] == ["cut_off"]


def test_what_a_chart_says_and_no_table_shows_is_told() -> None:
    label = "<c:dLbls><c:dLbl><c:tx><c:rich><a:p><a:r><a:t>highest</a:t></a:r></a:p></c:rich></c:tx></c:dLbl></c:dLbls>"
    found = read(series("Rain", strings("Mon"), numbers("4"), label))
    (warning,) = found.warnings
    assert (warning.code, warning.details) == ("text_lost", {"count": 1, "words": "“highest”"})
