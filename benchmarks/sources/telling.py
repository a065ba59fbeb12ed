"""Texts by seed: facts that no page of the world states, as sentences with their numbers and names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

KINDS = (
    *(
        "bridge",
        "canal",
        "mill",
        "lighthouse",
        "library",
        "harbour",
        "quarry",
        "theatre",
        "railway",
    ),
    *("orchard", "observatory", "glasshouse", "ferry", "market", "brewery", "museum", "aqueduct"),
)
LOOKS = (
    *(
        "old",
        "northern",
        "stone",
        "royal",
        "wooden",
        "upper",
        "western",
        "iron",
        "small",
        "painted",
    ),
    *("narrow", "round", "southern", "lower", "great", "hidden"),
)
STARTS = (
    "Kor",
    "Mel",
    "Tar",
    "Vin",
    "Os",
    "Bel",
    "Ruh",
    "Sten",
    "Lu",
    "Gra",
    "Pel",
    "Dor",
    "Ny",
    "Ast",
)
ENDS = ("vane", "dorf", "mere", "lund", "by", "wick", "tona", "ford", "garn", "sey", "holm", "brae")
# With "{thing}", "{number}" and "{name}"; each has both a number and a name, or can be denied.
FORMS = (
    "The {thing} was finished in {number} after a design by the engineer {name}.",
    "In {number} the council bought the {thing} from the family {name} for its visitors.",
    "About {number} visitors a year walk from the station {name} to the {thing}.",
    "The walls of the {thing} rise {number} metres above the river {name}.",
    "A fire in {number} destroyed the roof of the {thing}, as the chronicle of {name} reports.",
    "Workers from {name} needed {number} days to repair the foundations of the {thing}.",
    "The painter {name} showed the {thing} in a picture of {number} that hangs in its hall.",
    "The {thing} holds {number} carved figures that came from workshops in {name}.",
)
LED_IN = ("", "According to the town's records, ", "As far as is known, ")


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """One statement; `form` with its parts."""

    form: str
    thing: str
    number: int
    name: str

    def said(self) -> str:
        return self.form.format(thing=self.thing, number=self.number, name=self.name)

    def reworded(self) -> str:
        """The same in slightly other words."""
        said = self.said()
        for word, other in ((" after a design by", ", following a design by"), ("About ", "Roughly "),
                            (" destroyed ", " ruined "), (" needed ", " took "), (" bought ", " acquired ")):  # fmt: skip
            if word in said:
                return said.replace(word, other, 1)
        return said.replace("The ", "This ", 1) if said.startswith("The ") else said


def facts(chance: Random, count: int) -> Iterator[Fact]:
    """So many facts about things of their own."""
    for _ in range(count):
        thing = f"{chance.choice(LOOKS)} {chance.choice(KINDS)} of {name(chance)}"
        number = chance.randint(1_021, 1_969)
        yield Fact(form=chance.choice(FORMS), thing=thing, number=number, name=name(chance))


def name(chance: Random) -> str:
    return (
        chance.choice(STARTS) + chance.choice(ENDS) + chance.choice(("", "", "a", "en", "is", "or"))
    )


def contradicted(fact: Fact, by: str, chance: Random) -> str:
    """The statement with another number, another name, or denied, as another page would put it."""
    if by == "number":
        said = fact.said().replace(str(fact.number), str(fact.number + chance.randint(3, 60)))
    elif by == "name":
        said = fact.said().replace(fact.name, name(chance) + "son")
    else:
        said = denied(fact.said())
    lead = chance.choice(LED_IN)
    return lead + (said[0].lower() + said[1:] if lead and not said.startswith(fact.thing) else said)


def denied(said: str) -> str:
    for word, other in (
        (" was finished", " was not finished"), (" bought", " never bought"), (" walk ", " do not walk "),
        (" rise ", " do not rise "), (" destroyed", " did not destroy"), (" needed", " did not need"),
        (" showed", " never showed"), (" holds", " does not hold"),
    ):  # fmt: skip
        if word in said:
            return said.replace(word, other, 1)
    raise AssertionError(said)
