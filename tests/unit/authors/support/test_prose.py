"""A model's own words are held against the source too: numbers and names that it never names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from praxeo.authors.support.prose import MARK, Named, hold_prose
from praxeo.domain.blocks import Block, Extraction, Metadata

SOURCE = (
    "An enzyme lowers the activation energy by 40 percent. In 1877 Wilhelm Kühne coined the word."
)


def named(text: str = SOURCE, language: str = "en") -> Named:
    metadata = Metadata(media_type="text/plain", content_hash="0" * 64, language=language)
    blocks = (Block(id="b1", kind="paragraph", text=text),)
    return Named.of(Extraction(metadata=metadata, blocks=blocks))


@pytest.mark.parametrize(
    "prose",
    [
        "",
        "Watch what happens to the energy. There are three things to try.",
        "Kühne gave them their name in 1877.",
        "By how much do you think they lower it? By 40 percent.",
        "# Berlin 1999\n\n| 17 | Paris |\n\n    code = 99",
    ],
)
def test_words_that_lead_over_are_left_alone(prose: str) -> None:
    assert hold_prose(prose, named(), drop=False).text == prose
    assert hold_prose(prose, named(), drop=True).text == prose


@pytest.mark.parametrize(
    "wrong",
    [
        "They save up to 90 percent.",
        "It was found by Louis Pasteur.",
        "In 1,877 cases it is so: 3.5.",
    ],
)
def test_a_number_or_a_name_that_the_source_never_names_is_marked_or_dropped(wrong: str) -> None:
    prose = f"Enzymes lower it. {wrong} Try it.\n\nGo on."
    marked = hold_prose(prose, named(), drop=False)
    assert marked.text == f"Enzymes lower it. {wrong} {MARK} Try it.\n\nGo on."
    assert marked.beyond == (wrong,)
    dropped = hold_prose(prose, named(), drop=True)
    assert dropped.text == "Enzymes lower it. Try it.\n\nGo on."
    assert dropped.beyond == (wrong,)


def test_where_all_nouns_have_capitals_only_numbers_are_judged() -> None:
    german = named("Ein Enzym senkt die Energie.", "de")
    assert hold_prose("Sieh auf den Schieber.", german, drop=True).beyond == ()
    assert hold_prose("Es sind 12 Schieber.", german, drop=True).text == ""


@given(st.text(alphabet="aB1 .!?\n{}|#`", max_size=60))
def test_nothing_but_marks_is_added_and_what_is_kept_keeps_its_order(prose: str) -> None:
    marked = hold_prose(prose, named(), drop=False)
    assert marked.text.count(MARK) == len(marked.beyond)
    assert marked.text.replace(f" {MARK}", "").strip() == prose.strip()
    dropped = iter(prose)
    assert all(sign in dropped for sign in hold_prose(prose, named(), drop=True).text)
