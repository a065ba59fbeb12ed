"""What documents mark in ways of their own: bold terms in running text, entries under no heading that says so, single dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from praxeo.authors.offline.author import write_spec
from praxeo.domain.spec import Card, Event, SpecDocument, Term
from praxeo.sources.documents.text.markdown import read_markdown_file


def spec_of(text: str, folder: Path) -> SpecDocument:
    (folder / "source.md").write_text(text, "utf-8")
    return write_spec(read_markdown_file(folder / "source.md"), name="source.md")


def terms_of(text: str, folder: Path) -> dict[str, str]:
    spec = spec_of(text, folder)
    every = (item for s in spec.sections for a in s.activities for item in a.items)
    return {item.term: item.definition for item in every if isinstance(item, Term)}


def cards_of(text: str, folder: Path) -> dict[str, str]:
    spec = spec_of(text, folder)
    every = (item for s in spec.sections for a in s.activities for item in a.items)
    return {item.front: item.back for item in every if isinstance(item, Card)}


SAID = {
    "is when": ("A **boycott** is when buyers refuse the goods of a seller.", "boycott", "when buyers refuse the goods of a seller"),
    "how a quantity is": ("**Viscosity** refers to how easily a liquid flows.", "Viscosity", "how easily a liquid flows"),
    "people of the past": ("**Navvies** were men who dug canals and railway cuttings by hand.", "Navvies", "men who dug canals and railway cuttings by hand"),
    "with its reason": ("A **bottleneck** is anything that holds up the rest because it works too slowly.", "bottleneck", "anything that holds up the rest because it works too slowly"),
    "named after a bare phrase": ("Frozen rain below the cloud is called **sleet**.", "sleet", "Frozen rain below the cloud"),
    "named in a second clause": ("Rain wets the soil; water that sinks to the rock is known as **groundwater**.", "groundwater", "water that sinks to the rock"),
    "what comes of it": ("When two masses of air meet near the ground, the result is a **front**.", "front", "when two masses of air meet near the ground"),
    "the name last": ("The reaction of a metal with oxygen is **oxidation**.", "oxidation", "The reaction of a metal with oxygen"),
    "named behind another clause": ("Villagers lost their fields, and the move of people to the towns is called **rural flight**.", "rural flight", "the move of people to the towns"),
    "what it does": ("Behind the dam lies the **spillway**, which carries the flood around the wall.", "spillway", "carries the flood around the wall"),
    "or": ("The river carries a fine powder, or **silt**, to the sea.", "silt", "a fine powder"),
    "in brackets": ("**Drought** (a long time without rain) harms the fields.", "Drought", "a long time without rain"),
    "a participle with its clause": ("The **low water** is the height of the sea, measured while the tide turns.", "low water", "the height of the sea, measured while the tide turns"),
    "told in general": ("A **reservoir** stores water for the dry months.", "reservoir", "stores water for the dry months"),
}  # fmt: skip
LESSON = (
    "# Weather and work\n\n## Learning objectives\n\n- Explain the water cycle.\n\n## The text\n\n"
)


@pytest.mark.parametrize("case", SAID)
def test_a_bold_term_is_asked_by_what_its_sentence_says_it_is(case: str, tmp_path: Path) -> None:
    sentence, term, meaning = SAID[case]
    assert terms_of(f"{LESSON}{sentence} Nothing else is said of it.\n", tmp_path) == {
        term: meaning
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "The price of bread at the mill is **high**.",
        "It is called **drizzle**.",
        "Similarly, the drops on the other side of the cloud are called **mist drops**.",
        "The theory links this change of a cloud over time, called **glaciation**, with rain.",
        "The **mill** is not only a house of stone but also a home.",
        "**Ann Miller** is an Australian based in the north of the land.",
        "The latitudinal angle is called **ecliptic latitude**, and the latitudinal angle is called **galactic latitude**.",
        "The people who ask are **patients** and the person who helps them is the **nurse**.",
        "Drops form around tiny grains, which are called **nuclei**.",
        "A cloud is drawn on the map by a set of small signs that's called a **symbol**.",
    ],
)
def test_bold_words_that_their_sentence_does_not_explain_are_not_asked(
    sentence: str, tmp_path: Path
) -> None:
    assert terms_of(f"{LESSON}{sentence}\n", tmp_path) == {}


def test_bold_entries_under_any_heading_are_asked(tmp_path: Path) -> None:
    text = (
        "# People of a ship\n\n## Who works where\n\n**Helmsman** The sailor who holds the wheel.\n\n**Purser.** The officer who keeps the accounts.\n\n"
        "**Stoker:** fires were fed by him all day.\n\n**Lookout** - a sailor who watches the sea for danger.\n"
    )
    assert terms_of(text, tmp_path) == {
        "Helmsman": "The sailor who holds the wheel",
        "Purser": "The officer who keeps the accounts",
        "Stoker": "fires were fed by him all day",
        "Lookout": "a sailor who watches the sea for danger",
    }


def test_features_options_and_factors_are_no_terms(tmp_path: Path) -> None:
    entries = "- **Speed**: pages load in a second\n- **Weight**: the ship sinks deeper when laden\n- **Wind**: gusts push the bow to the side\n"
    for heading in ("Features", "Factors of drift", "Options"):
        assert terms_of(f"# Ships\n\nShips move.\n\n## {heading}\n\n{entries}", tmp_path) == {}


OTHER_KINDS = {
    "minutes": "# Minutes of the club\n\n**Chair:** Mrs Hall opened the meeting at seven.\n\n**Treasurer:** the balance is 1,240 pounds.\n\n**Secretary:** two members have moved away.\n\nA **working party** meets on the first Saturday.\n",
    "an offer": "# A new pump\n\nThe pump is quiet.\n\n- **Pressure**: water rises nine metres high\n- **Service**: parts are delivered within a day\n- **Warranty**: covers all moving parts for five years\n",
    "a recipe": "# Plum cake\n\n- **Flour**: 400 g, sifted twice\n- **Butter**: soft, cut into cubes\n- **Plums**: ripe but firm, halved\n\nThe cake was first baked in 1952.\n",
    "a life": "# Mary Ellis\n\n- **Early years (1921):** school in Hull\n- **Career (1948):** head of the herbarium\n- **Last years (1990):** a garden by the sea\n",
    "an advertisement": "# Gardener wanted\n\nA **trial period** lasts six months. **Part-time** means at least twenty hours.\n\n- **Planting**: the beds of the park are laid out anew\n- **Pruning**: trees and hedges are cut in winter\n- **Advice**: visitors ask and somebody answers\n",
    "questions of customers": "# Library card\n\n## Frequently asked questions\n\n**What does it cost?**\n\nCards are free for children. Adults pay ten pounds a year.\n\n**Can it be renewed online?** Yes, up to three times.\n",
}


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_what_teaches_nothing_is_not_asked(kind: str, tmp_path: Path) -> None:
    spec = spec_of(OTHER_KINDS[kind], tmp_path)
    assert [item for s in spec.sections for a in s.activities for item in a.items] == []


def test_a_date_that_a_lesson_tells_alone_is_asked(tmp_path: Path) -> None:
    text = f"{LESSON}In 1712 Thomas Newcomen built a steam engine for the mines of Dudley.\n"
    assert cards_of(text, tmp_path) == {
        "When did this happen? “Thomas Newcomen built a steam engine for the mines of Dudley.”": "1712"
    }


def test_a_year_after_its_era_stands_in_a_timeline(tmp_path: Path) -> None:
    text = f"{LESSON}Vesuvius buried Pompeii in AD 79. Krakatoa exploded near Java in 1883. Mount St Helens erupted in Washington in 1980.\n"
    spec = spec_of(text, tmp_path)
    events = [i for s in spec.sections for a in s.activities for i in a.items]
    assert [event.when for event in events if isinstance(event, Event)] == ["AD 79", "1883", "1980"]


def test_bold_questions_of_a_review_are_asked_with_what_answers_them(tmp_path: Path) -> None:
    text = f"{LESSON}Rain falls.\n\n## Review\n\n**1. Which three states has water?** Ice, liquid water and vapour.\n\n**2. Why does it rain on hills?** Because rising air cools down there.\n"
    assert cards_of(text, tmp_path) == {
        "Which three states has water?": "Ice, liquid water and vapour.",
        "Why does it rain on hills?": "Because rising air cools down there.",
    }


def test_a_set_that_a_line_announces_is_recalled_as_a_whole(tmp_path: Path) -> None:
    text = f"{LESSON}Sailors watch for the following signs of a storm:\n\n1. Falling air pressure\n2. Long swell from the west\n3. High thin clouds\n"
    assert cards_of(text, tmp_path) == {
        "Complete from memory: “Sailors watch for the following signs of a storm”": "Falling air pressure; Long swell from the west; High thin clouds"
    }


@pytest.mark.parametrize("heading", ["What you should be able to do", "Today you will learn"])
def test_goals_are_known_by_more_headings(heading: str, tmp_path: Path) -> None:
    spec = spec_of(f"# Sails\n\n## {heading}\n\n- name three sails\n- tie a bowline\n\n## Sails\n\nA sail catches the wind.\n", tmp_path)  # fmt: skip
    assert [goal.text for goal in spec.goals] == ["Name three sails", "Tie a bowline"]


def test_a_table_of_one_column_is_read(tmp_path: Path) -> None:
    assert spec_of("# Ships\n\n| English |\n| --- |\n| bow |\n| stern |\n\nShips have two ends.\n", tmp_path).sections  # fmt: skip


def test_names_with_their_dates_in_brackets_are_a_timeline(tmp_path: Path) -> None:
    text = f"{LESSON}- **Hastings (October 1066):** the Normans win\n- **Bouvines (July 1214):** the emperor flees\n- **Crécy (August 1346):** archers beat knights\n"
    spec = spec_of(text, tmp_path)
    events = [i for s in spec.sections for a in s.activities for i in a.items]
    assert [event.text for event in events if isinstance(event, Event)] == ["Hastings", "Bouvines", "Crécy"]  # fmt: skip


def test_a_chapter_on_programs_is_asked_for_what_it_sets_out(tmp_path: Path) -> None:
    entries = "1. _Fail early_ (FE): a wrong file is refused as soon as it is opened\n2. _Least surprise_ (LS): a command does what its name says\n3. _Single source_ (SS): every setting is stored in one file\n"
    text = "## Principles\n\nThe software of a server reads files.\n\n" + entries
    assert len(terms_of(f"# Chapter 9: Design\n\n{text}", tmp_path)) == 3
    assert terms_of(f"# The server\n\n{text}", tmp_path) == {}


def test_two_entries_are_terms_where_a_line_counts_them(tmp_path: Path) -> None:
    entries = "- **Warm front**: warm air slides over cold air\n- **Cold front**: cold air pushes in under the warm\n"
    assert set(terms_of(f"{LESSON}There are two kinds of front:\n\n{entries}", tmp_path)) == {"Warm front", "Cold front"}  # fmt: skip


def test_how_a_thing_comes_about_is_put_in_order(tmp_path: Path) -> None:
    steps = (
        "1. Rain fills the cracks.\n2. The water freezes at night.\n3. The ice widens the cracks.\n"
    )
    spec = spec_of(f"# Rocks\n\nRocks break.\n\n## How a rock turns to rubble\n\n{steps}", tmp_path)
    assert "ordering" in [activity.kind for s in spec.sections for activity in s.activities]
