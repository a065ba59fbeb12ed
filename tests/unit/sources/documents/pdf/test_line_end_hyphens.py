"""Hyphens at the ends of lines: those of words stay, those of typesetters go."""

import pytest
from wordfreq import get_frequency_dict

from praxeo.sources.documents.pdf.composing import join_lines, keeps_hyphen
from praxeo.sources.documents.pdf.vocabulary import is_word


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ("photo-", "synthesis", False),
        ("well-", "known", True),
        ("Sauer-", "stoff", False),
        ("COVID-", "19", True),
        ("time-", "table", False),
        ("ste-", "hen.", False),
        ("lie-", "gen", False),
        ("Mög-", "lichkeit", False),
        ("long-", "term", True),
    ],
)
def test_a_hyphen_stays_where_two_words_are_joined_by_it(
    before: str, after: str, kept: bool
) -> None:
    assert keeps_hyphen(before, after) is kept


def test_the_words_are_those_of_the_list_of_frequent_words() -> None:
    frequent = get_frequency_dict("en", wordlist="small")
    assert all(map(is_word, frequent))
    assert not is_word("photosynth")


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["radiation car-", "ries the light"], "radiation carries the light"),
        (["a well-", "known case"], "a well-known case"),
        (["from 2010-", "2011 on"], "from 2010-2011 on"),
        (["cold -", "warm"], "cold - warm"),
        (["Sauer-", "stoff und Was-", "serstoff"], "Sauerstoff und Wasserstoff"),
    ],
)
def test_lines_of_a_cell_are_joined_as_those_of_a_paragraph_are(
    lines: list[str], text: str
) -> None:
    assert join_lines(lines) == text
