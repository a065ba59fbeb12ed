"""Sources that contradict each other are shown beside each other; others never are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from praxeo.domain.blocks import Block, Extraction, Metadata, ReadSource
from praxeo.sources.combining.joining import joined

FOUND_LEAST = 0.85
FALSE_MOST = 0.01
# A fact with what can be changed in it: its number, its name, and where it is denied.
FACTS = [
    ("The bridge over the river was opened in {} and carried two lanes of traffic.", "1932", "1947", "was opened", "was not opened"),
    ("A healthy adult heart beats about {} times in each minute of rest.", "70", "90", "beats", "never beats"),
    ("The steam engine of {} had a separate condenser for its steam.", "Watt", "Newcomen", "had", "had not"),
    ("Light from the nearest star needs {} years to reach the telescope.", "4", "9", "needs", "never needs"),
    ("The vaccine against smallpox was described by {} after long trials.", "Jenner", "Pasteur", "was described", "was not described"),
    ("Granite contains about {} percent quartz together with feldspar and mica.", "30", "55", "contains", "never contains"),
    ("The first printed atlas was drawn by {} for merchants and captains.", "Ortelius", "Mercator", "was drawn", "was not drawn"),
    ("Bees of one hive visit up to {} flowers before they return home.", "100", "800", "visit", "never visit"),
    ("The canal through the desert saves ships {} days of their voyage.", "10", "16", "saves", "never saves"),
    ("The comet was predicted by {} from older records of its orbit.", "Halley", "Kepler", "was predicted", "was not predicted"),
    ("Glass melts in the furnace at {} degrees and is blown by hand.", "1400", "900", "melts", "never melts"),
    ("The parliament passed the reform with {} votes after a long debate.", "312", "298", "passed", "never passed"),
    ("The mould that kills bacteria was noticed by {} in his laboratory.", "Fleming", "Koch", "was noticed", "was not noticed"),
    ("Each kidney filters roughly {} litres of blood plasma every day.", "90", "40", "filters", "never filters"),
    ("The tower leans by {} metres because its ground is soft clay.", "4", "7", "leans", "never leans"),
    ("The telephone was patented by {} on a morning in spring.", "Bell", "Gray", "was patented", "was not patented"),
    ("Honey keeps its flavour for {} months in a closed jar.", "24", "36", "keeps", "never keeps"),
    ("Copper conducts heat {} times better than ordinary stainless steel.", "25", "60", "conducts", "never conducts"),
    ("The periodic table was arranged by {} according to atomic weight.", "Mendeleev", "Dalton", "was arranged", "was not arranged"),
    ("A falling stone covers {} metres during its first second.", "5", "12", "covers", "never covers"),
    ("The island became independent in {} after a peaceful vote.", "1962", "1974", "became", "never became"),
    ("The circulation of blood was shown by {} through careful measurement.", "Harvey", "Galen", "was shown", "was not shown"),
    ("The library holds {} manuscripts written on parchment before printing.", "3000", "5200", "holds", "never holds"),
    ("Salmon swim {} kilometres upstream until they reach their spawning ground.", "900", "300", "swim", "never swim"),
    ("The element radium was isolated by {} from tonnes of ore.", "Curie", "Rutherford", "was isolated", "was not isolated"),
]  # fmt: skip
PAIRS = [(fact.format(one), fact.format(other)) for fact, one, other, _, _ in FACTS] + [
    (fact.format(one), fact.format(one).replace(so, denied)) for fact, one, _, so, denied in FACTS
]


def part(name: str, *sentences: str) -> tuple[ReadSource, Extraction]:
    blocks = [Block(id="b1", kind="heading", text=name, level=1)]
    blocks += (
        Block(id=f"b{number}", kind="paragraph", text=text)
        for number, text in enumerate(sentences, 2)
    )
    metadata = Metadata(media_type="text/html", content_hash="0" * 64, language="en")
    return ReadSource(title=name, kind="web_page_input"), Extraction(
        metadata=metadata, blocks=tuple(blocks)
    )


def told(one: list[str], other: list[str]) -> list[dict[str, str | int]]:
    whole = joined([part("One", *one), part("Other", *other)], "Both")
    return [each.details for each in whole.warnings if each.code == "sources_disagree"]


def test_what_two_sources_say_otherwise_is_found() -> None:
    found = 0
    for first, second in PAIRS:
        others = [fact.format(one) for fact, one, *_ in FACTS if fact.format(one) not in first]
        shown = [(each["first"], each["second"]) for each in told([first], [*others[:10], second])]
        assert set(shown) <= {(first, second)}
        found += shown == [(first, second)]
    print(f"contradictory pairs found: {found} of {len(PAIRS)}")
    assert found >= FOUND_LEAST * len(PAIRS)


def test_what_has_nothing_to_do_with_each_other_does_not_disagree() -> None:
    sentences = [fact.format(one) for fact, one, *_ in FACTS]
    pairs = [(a, b) for a in sentences for b in sentences if a < b]
    false = sum(bool(told([a], [b])) for a, b in pairs)
    print(f"unrelated pairs called contradictory: {false} of {len(pairs)}")
    assert false <= FALSE_MOST * len(pairs)


@pytest.mark.parametrize("fact", [fact.format(one) for fact, one, *_ in FACTS])
def test_the_same_said_twice_does_not_disagree(fact: str) -> None:
    first, rest = fact.split(" ", 1)
    assert told([fact], [fact, f"Indeed {first.lower()} {rest}"]) == []


def test_a_source_does_not_disagree_with_itself() -> None:
    whole = joined([part("One", *PAIRS[0]), part("Other", "The sea is wide and deep today.")], "B")
    assert "sources_disagree" not in [each.code for each in whole.warnings]


def test_both_sentences_and_their_sources_are_shown() -> None:
    first, second = PAIRS[0]
    (shown,) = told([first], [second])
    titles = (shown["first_title"], shown["second_title"], shown["differ"])
    assert titles == ("One", "Other", "number")


def test_a_capital_makes_no_name_where_every_noun_has_one() -> None:
    def of(name: str, sentence: str) -> tuple[ReadSource, Extraction]:
        source, read = part(name, sentence)
        return source, replace(read, metadata=replace(read.metadata, language="de"))

    def codes(one: str, other: str) -> list[str]:
        return [w.code for w in joined([of("A", one), of("B", other)], "C").warnings]

    fact = "Die Brücke über den Fluss trägt im Sommer {} Wagen am Tag."
    assert codes(fact.format(90), fact.format(120)) == ["sources_disagree"]
    assert codes(fact.format(90), fact.format(90).replace("Fluss", "Graben")) == []
