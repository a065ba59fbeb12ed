"""The same thing said otherwise is kept, in English and German; what only looks the same is not."""

from __future__ import annotations

import importlib
import sys
from collections import Counter
from pathlib import Path

import pytest

from praxeo.claims.gate import Gate
from praxeo.claims.statements import Claim
from praxeo.domain.blocks import Block, Extraction, Metadata

ROOT = Path(__file__).resolve().parents[3]
LIGHT_KEPT_LEAST = {"en": 0.93, "de": 0.93}  # of the first half; only ever raised
FREE_SHOWN_LEAST = {"en": 0.9, "de": 0.7}
FALSE_VOUCHED_MOST = 0.07


def source(*texts: str) -> Gate:
    metadata = Metadata(media_type="text/plain", content_hash="0" * 64)
    blocks = tuple(
        Block(id=f"b{n}", kind="paragraph", text=text) for n, text in enumerate(texts, 1)
    )
    return Gate.of(Extraction(metadata=metadata, blocks=blocks))


@pytest.mark.parametrize(
    ("claim", "says"),
    [
        ("No fewer than 63 men died.", "At least 63 men died."),
        ("The dance's angle shows the direction.", "The angle of the dance shows the direction."),
        ("Blood is kept in one direction by four valves.", "Four valves keep blood in one direction."),
        ("When the length is halved, the frequency doubles.", "Halving the length doubles the frequency."),
        ("The bridge collapsed after four months.", "The bridge collapsed four months later."),
        ("Because they breathe air, whales must surface.", "Whales breathe air, so they must surface."),
        ("In 1963 the prize was given to Maria Mayer.", "The prize was given to Maria Mayer in 1963."),
        ("Salt comes to fields with irrigation.", "Irrigation brings salt to fields."),
        ("The flight took 2.5 hours.", "The flight took two and a half hours."),
        ("The club has 21 members.", "The club has twenty-one members."),
        ("The town has 3,200,000 inhabitants.", "The town has 3.2 million inhabitants."),
        ("A quarter of the land is desert.", "25 percent of the land is desert."),
        ("The fall lasted 1 minute.", "The fall lasted one minute."),
        ("The 18th century saw many wars.", "The eighteenth century saw many wars."),
        ("Although it is small, the ant is strong.", "The ant is small but strong."),
        ("Before they hatch, the eggs are kept warm.", "The eggs are kept warm until they hatch."),
        ("No light escapes from a black hole.", "Light cannot escape from a black hole."),
        ("Of all metals, iron is the most common.", "Iron is the most common metal."),
        ("Mammals like these feed on nothing but grass.", "Mammals like these feed only on grass."),
        ("In the first half of the year, half of the staff left.", "Half of the staff left in the first half of the year."),
        ("Durch kleine Öffnungen nehmen die Pflanzen Kohlendioxid auf.",
         "Die Pflanzen nehmen Kohlendioxid durch kleine Öffnungen auf."),
        ("Den Minister setzte der König ab.", "Der König setzte den Minister ab."),
        ("Der Minister wurde vom König abgesetzt.", "Der König setzte den Minister ab."),
    ],
)  # fmt: skip
def test_a_sentence_that_is_turned_round_is_kept(claim: str, says: str) -> None:
    found = source(says).judge(Claim(text=claim, key=claim))
    assert (found.verdict, found.proven, found.evidence) == ("restated", True, ("b1.1",))


@pytest.mark.parametrize(
    ("claim", "says"),
    [
        ("The bridge is longer in winter than in summer.", "The bridge is longer in summer than in winter."),
        ("The men fell out of step.", "The men fell in step."),
        ("The emperor freed all people.", "The emperor freed all poor people."),
        ("Five operators do the work of one hand.", "One operator does the work of five hands."),
        ("It spreads through bad air and not through water.", "It spreads through water and not through bad air."),
        ("Iron rusts with water or oxygen.", "Iron rusts with water and oxygen."),
        ("One drone mates with a new queen.", "Ten to twenty drones mate with a new queen."),
        ("A third of the land is desert.", "25 percent of the land is desert."),
        ("The club has 22 members.", "The club has twenty-one members."),
        ("The town has 3 inhabitants.", "The town has 3.2 million inhabitants."),
        ("Because the ant is small, it is strong.", "Although the ant is small, it is strong."),
        ("The wolf descends from the tame dog.", "The tame dog descends from the wolf."),
        ("The body uses a fifth of the brain's energy.", "The brain uses a fifth of the body's energy."),
        ("Sedimentary rock is broken into large slabs that drift.", "It is broken into large slabs that drift."),
        ("Der Minister setzte den König ab.", "Der König setzte den Minister ab."),
        ("Der Wolf stammt vom Hund ab.", "Der Hund stammt vom Wolf ab."),
        ("Der Limes war nicht mehr als 500 Kilometer lang.", "Der Limes war mehr als 500 Kilometer lang."),
        ("Sie wurde vor fünf Jahren Bauzeit eröffnet.", "Sie wurde nach fünf Jahren Bauzeit eröffnet."),
    ],
)  # fmt: skip
def test_what_only_looks_the_same_is_not_vouched_for(claim: str, says: str) -> None:
    assert not source(says).judge(Claim(text=claim, key=claim), quote=says).proven


def test_a_bound_is_no_opposite_of_over_in_a_sentence_that_says_much_else() -> None:
    says = "The old lift carries eight people over the river, and a ride up the tower takes two minutes."
    claim = "The lift carries at most eight people."
    assert source(says).judge(Claim(text=claim, key=claim), quote=says).verdict == "restated"


def test_who_points_to_a_place_may_say_it_freely_but_only_of_what_the_source_is_about() -> None:
    gate = source("Nobody caught in its path survives without shelter.", "Hot ash flows downhill.")
    free, strange = "Whoever is in the way of the ash dies.", "Cheese grows on the moon."
    found = gate.judge(Claim(text=free, key=free), references=("b1.1",))
    assert (found.verdict, found.proven, found.evidence) == ("restated", False, ("b1.1",))
    assert gate.judge(Claim(text=strange, key=strange), references=("b1.1",)).verdict == "not_found"


@pytest.mark.parametrize("language", ["en", "de"])
def test_statements_by_hand_are_judged_as_well_as_promised(language: str) -> None:
    """The benchmark halves.py sums up the second half as well."""
    sys.path.insert(0, str(ROOT / "benchmarks" / "claims"))
    try:
        halves = importlib.import_module("halves")
    finally:
        sys.path.pop(0)
    tally: Counter[tuple[str, str]] = Counter()
    for each, way, verdict, beside, _ in halves.judged("first", language):
        if way == "pointed to":
            tally[each.kind, verdict] += 1
            tally[each.kind, "all"] += 1
            tally[each.kind, "shown"] += verdict == "restated" and beside
    assert tally["light", "proven"] >= LIGHT_KEPT_LEAST[language] * tally["light", "all"]
    assert tally["free", "shown"] >= FREE_SHOWN_LEAST[language] * tally["free", "all"]
    assert tally["free", "proven"] == 0
    vouched = tally["false", "proven"] + tally["false", "quoted"]
    assert vouched <= FALSE_VOUCHED_MOST * tally["false", "all"]
