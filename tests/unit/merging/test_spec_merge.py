"""Merges of specs: a person's items, deletions, additions and order stay in a spec written anew."""

from __future__ import annotations

import pytest

from praxeo.merging.merged import Merged, Resolution
from praxeo.merging.spec_merge import merge_specs, removed_ids
from praxeo.spec.text import parse_spec, print_spec

BASE = """---
spec: 1
title: Waves
language: en
source: waves.pdf
author: offline 1
---

Waves carry energy. They do not carry matter along with them.

## Goals
- Say what a wave is. {b1.1}

## Section: Basics
Read: b1-b5

A wave is a disturbance that moves through space and time.

### Terms: Key terms
- **wave**: a disturbance that carries energy {b1.1}
- **crest**: the highest point of a wave {b2.1}
- **trough**: the lowest point of a wave {b2.2}

### Flashcards: Remember
- Q: What does a wave carry?
  A: Energy. {b1.1}

## Section: Sound
Read: b6-b9

### Ordering: How sound reaches the ear
1. A string vibrates. {b6.1}
2. The air is pressed together. {b6.2}
3. The eardrum vibrates. {b6.3}

### Matching: Which belongs to which?
- pitch = frequency {b7.1}
- loudness = amplitude {b7.2}
- timbre = overtones {b7.3}
- echo = reflection {b7.4}
"""


def merge(ours: str, theirs: str, base: str = BASE, **more: frozenset[str]) -> Merged:
    merged = merge_specs(base, ours, theirs, **more)
    if not merged.regions:
        assert print_spec(parse_spec(merged.text())) == merged.text()
    return merged


def changed(*pairs: tuple[str, str], text: str = BASE) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_a_spec_that_only_one_side_changed_is_that_sides() -> None:
    edit = changed(("Energy. {b1.1}", "Energy, not matter. {b1.1}"))
    assert merge(edit, BASE).text() == edit
    assert merge(BASE, edit).text() == edit
    assert merge(edit, edit).text() == edit


def test_edited_deleted_added_and_moved_parts_stay_in_a_spec_that_was_written_anew() -> None:
    sound = BASE[BASE.index("## Section: Sound") :]
    ours = changed(
        ("a disturbance that carries energy {b1.1}", "a disturbance that travels {own}"),  # edited
        ("- **trough**: the lowest point of a wave {b2.2}\n", ""),  # deleted
        ("- Q: What does", "- Q: Who first spoke of waves?\n  A: I did. {own}\n- Q: What does"),
        (sound, ""),
        ("## Section: Basics", sound + "\n## Section: Basics"),  # moved to the front
    )
    theirs = changed(
        ("**crest**: the highest point of a wave", "**crest**: the top of a wave"),
        ("- Say what", "- Explain sound. {b6.1}\n- Say what"),
        (
            "### Flashcards",
            "### Recall: From memory\n- Q: What is a crest?\n  A: The top. {b2.1}\n\n### Flashcards",
        ),
        ("Read: b6-b9", "Read: b6-b12"),
    )
    text = merge(ours, theirs).text()
    assert "travels {own}" in text
    assert "trough" not in text
    assert "I did. {own}" in text
    assert text.index("Section: Sound") < text.index("Section: Basics")
    assert "the top of a wave" in text
    assert "- Explain sound." in text
    assert "### Recall" in text
    assert "Read: b6-b12" in text


def test_a_deleted_item_stays_deleted_even_if_only_its_evidence_is_new() -> None:
    ours = changed(("- **crest**: the highest point of a wave {b2.1}\n", ""))
    assert "crest" not in merge(ours, BASE.replace("{b2.1}", "{b3.1}")).text()


def test_only_what_both_sides_changed_is_a_conflict_and_says_where_it_is() -> None:
    ours = changed(
        ("the highest point", "the uppermost point"), ("Energy. {b1.1}", "Power. {b1.1}")
    )
    theirs = changed(
        ("the highest point", "the very top"), ("timbre = overtones", "timbre = colour")
    )
    merged = merge(ours, theirs)
    (region,) = merged.regions
    assert region.place == "Section: Basics › Terms: Key terms"
    assert (region.base, region.ours, region.theirs) == tuple(
        f"- **crest**: the {words} of a wave {{b2.1}}\n"
        for words in ("highest point", "uppermost point", "very top")
    )
    for choice in ("ours", "theirs"):
        text = merged.resolved([Resolution(choice=choice)])
        assert getattr(region, choice) in text
        assert "Power." in text
        assert "timbre = colour" in text
        parse_spec(text)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("- **crest**: the highest point of a wave {b2.1}\n", ""), ("the highest", "the topmost")),
        (("the highest", "the topmost"), ("- **crest**: the highest point of a wave {b2.1}\n", "")),
        (("title: Waves", "title: All waves"), ("title: Waves", "title: Sound waves")),
        (("Read: b1-b5", "Read: b1-b4"), ("Read: b1-b5", "Read: b2-b5")),
        (("through space and time", "through space"), ("through space and time", "on and on")),
    ],
)
def test_a_deletion_against_a_change_and_two_changes_are_conflicts(
    ours: tuple[str, str], theirs: tuple[str, str]
) -> None:
    assert len(merge(changed(ours), changed(theirs)).regions) == 1


def test_the_steps_of_an_ordering_are_one_thing_since_their_places_mean_something() -> None:
    ours = changed(("1. A string vibrates.", "1. A bow is drawn. {own}\n2. A string vibrates."))
    theirs = changed(("The eardrum vibrates.", "The eardrum swings."))
    (region,) = merge(ours, theirs).regions
    assert "A bow is drawn" in region.ours
    assert "The eardrum swings" in region.theirs


def test_two_deletions_that_together_leave_too_little_are_a_conflict_of_the_activity() -> None:
    ours = changed(("- pitch = frequency {b7.1}\n", ""))
    theirs = changed(("- echo = reflection {b7.4}\n", ""))
    (region,) = merge(ours, theirs).regions
    assert region.place == "Section: Sound › Matching: Which belongs to which?"
    assert "pitch" not in region.ours


def test_lists_that_both_sides_put_in_another_order_are_a_conflict() -> None:
    wave = "- **wave**: a disturbance that carries energy {b1.1}\n"
    crest = "- **crest**: the highest point of a wave {b2.1}\n"
    trough = "- **trough**: the lowest point of a wave {b2.2}\n"
    ours, theirs = (
        BASE.replace(wave + crest + trough, order)
        for order in (crest + wave + trough, trough + crest + wave)
    )
    (region,) = merge(ours, theirs).regions
    assert region.ours == crest + wave + trough
    text = merge(ours, changed(("the highest", "the topmost"))).text()
    assert text.index("**crest**: the topmost") < text.index("**wave**")


def test_prose_is_merged_by_words() -> None:
    ours = changed(("Waves carry energy.", "All waves carry energy."))
    theirs = changed(("matter along with them.", "matter along."))
    assert "All waves carry energy. They do not carry matter along.\n" in merge(ours, theirs).text()


def test_what_a_person_took_out_does_not_come_back_when_a_later_spec_has_it_again() -> None:
    crest = "- **crest**: the highest point of a wave {b2.1}\n"
    paragraph = "A wave is a disturbance that moves through space and time.\n"
    mine = changed((crest, ""), (paragraph, ""))
    removed = removed_ids(BASE, mine, frozenset())
    without_crest = changed((crest, ""), (paragraph, ""), ("Energy.", "Energy only."))
    carried = merge(mine, without_crest, removed=removed).text()
    again = merge(carried, BASE, base=without_crest, removed=removed)
    assert "crest" not in again.text()
    assert "disturbance that moves" not in again.text()
    assert removed_ids(mine, BASE, removed) == frozenset()  # put back by hand


def test_whatever_the_author_adds_a_person_may_take_out_and_the_reverse() -> None:
    sound = BASE[BASE.index("## Section: Sound") :]
    assert "Sound" not in merge(changed((sound, "")), BASE).text()
    light = "\n## Section: Light\nLight is a wave too.\n"
    assert "Section: Light" in merge(BASE + light, changed(("title: Waves", "title: W"))).text()
    assert "Section: Light" in merge(changed((sound, "")), BASE + light).text()
    (region,) = merge(changed((sound, "")), changed(("overtones", "colour"))).regions
    assert (region.place, region.ours) == ("Section: Sound", "")


HEAD = "---\nspec: 1\ntitle: x\nlanguage: en\nsource: x\n---\n\n## Section: x\n"
TERMS = (
    HEAD
    + """
### Terms: Key terms
- **catalyst**: a helper of reactions {b1.1}
- **enzyme**: a catalyst of cells {b2.1}
"""
)


def test_a_fact_that_was_dropped_stays_out_though_an_author_asks_it_in_another_form() -> None:
    ours = TERMS.replace("- **catalyst**: a helper of reactions {b1.1}\n", "")
    removed = removed_ids(TERMS, ours, frozenset())
    theirs = (
        HEAD
        + """
### Terms: Key terms
- **enzyme**: a catalyst of cells {b2.1}

### Choice: Check yourself
- Q: Which of these is a helper of reactions? {b1.1}
  - [x] Catalyst
  - [ ] a
  - [ ] b
- Q: What begins with c? {b3.1}
  - [x] catalyst
  - [ ] a
  - [ ] b
"""
    )
    text = merge_specs(TERMS, ours, theirs, removed=removed).text()
    assert "a helper of reactions" not in text
    assert "What begins with c?" in text
    back = removed_ids(ours, TERMS, removed)
    assert "a helper of reactions" in merge_specs(ours, TERMS, theirs, removed=back).text()


def test_an_item_that_was_said_in_other_words_is_no_dropped_fact() -> None:
    ours = TERMS.replace("**catalyst**: a helper of reactions", "**helper**: what helps")
    removed = removed_ids(TERMS, ours, frozenset())
    merged = merge_specs(TERMS, ours, TERMS, removed=removed)
    assert merged.text() == ours
