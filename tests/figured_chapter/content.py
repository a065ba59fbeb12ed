"""A chapter with figures and formulas, made by rule, that tests write in one format or another and look for again.

It has five sections with two definitions, four figures and six formulas each, and behind them questions with their
key and a glossary, as chapters of textbooks do. Nothing in it is twice the same, so that a figure at the wrong
place, or with another's caption, is found.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.unit.sources.documents.pictures.drawn import bytes_of, drawing, photograph

TITLE = "Waves on water"
SECTIONS = 5
FIGURES = 20
FORMULAS = 30
SUBJECTS = (
    "crest",
    "trough",
    "swell",
    "ripple",
    "breaker",
    "current",
    "shoal",
    "harbour",
    "tide",
    "surf",
)
MEANINGS = (
    "the highest line of a wave",
    "the lowest line between two waves",
    "a wave that has left the wind which raised it",
    "a small wave that surface tension drives back",
    "a wave whose top falls forward onto the shore",
    "a body of water that moves on in one direction",
    "a place where the sea floor rises near the surface",
    "a sheltered basin in which ships lie safely",
    "the rise and fall of the sea by the pull of the Moon",
    "the white water of waves that break on a beach",
)
PLACES = (
    "off the cape",
    "in the bay",
    "near the pier",
    "over the reef",
    "along the beach",
    "in the channel",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """`name` is its file's; `caption` begins with its number, and ends with the credit where it has one."""

    number: int
    name: str
    data: bytes
    alt: str
    caption: str
    credit: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Formula:
    """ "name = …" of one of five forms (a power, a fraction, a root, an index, a fraction in brackets), each with a
    value of its own.
    """

    number: int

    @property
    def parts(self) -> tuple[str, str, str]:
        """The letter on the left, and what the form is made of."""
        letters = "uvwxyz"
        return letters[self.number % 6], "abcdefgh"[self.number % 8], str(self.number + 1)

    @property
    def leaves(self) -> list[str]:
        """What is read from left to right, but the sign of equality."""
        name, base, value = self.parts
        return [
            name,
            *(
                (base, value),
                (base, value),
                (base, "+", value),
                (base, value),
                ("(", base, value, ")", "2"),
            )[self.number % 5],
        ]

    @property
    def tex(self) -> str:
        name, base, value = self.parts
        forms = (
            f"{base}^{{{value}}}",
            rf"\frac{{{base}}}{{{value}}}",
            rf"\sqrt{{{base} + {value}}}",
            f"{base}_{{{value}}}",
            rf"\left(\frac{{{base}}}{{{value}}}\right)^{{2}}",
        )
        return f"{name} = {forms[self.number % 5]}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A heading, a paragraph, an item of a list, a figure or a formula of the chapter. What stands between
    asterisks in a text is set in bold.
    """

    heading: str = ""
    text: str = ""
    item: bool = False
    figure: Figure | None = None
    formula: Formula | None = None


def chapter() -> list[Part]:
    """The parts in reading order, below the title."""
    parts: list[Part] = []
    figures, formulas = iter(range(1, FIGURES + 1)), iter(range(1, FORMULAS + 1))
    for section in range(1, SECTIONS + 1):
        parts.append(Part(heading=f"How a {SUBJECTS[section]} behaves {PLACES[section]}"))
        parts += [Part(text=f"A **{term}** is {meaning}.") for term, meaning in _terms(section)]
        for place in range(FIGURES // SECTIONS):
            number = next(figures)
            parts.append(
                Part(text=_prose(section, place, f"Figure {number} shows it at one moment."))
            )
            parts.append(Part(formula=Formula(number=next(formulas))))
            parts.append(Part(figure=figure(number)))
            parts.append(
                Part(text=_prose(section, place + 10, "What happens next depends on the depth."))
            )
        parts += [Part(formula=Formula(number=next(formulas))) for _ in range(2)]
        parts.append(Part(text=_prose(section, 30, "The next section takes this further.")))
    return [*parts, *_at_the_end()]


def _terms(section: int) -> list[tuple[str, str]]:
    """The two subjects that a section defines."""
    return list(zip(SUBJECTS, MEANINGS, strict=True))[2 * section - 2 : 2 * section]


def _at_the_end() -> list[Part]:
    """Questions with their key, and a glossary, as textbooks have them behind a chapter."""
    parts = [Part(heading="Review questions")]
    for number, (term, meaning) in enumerate(list(zip(SUBJECTS, MEANINGS, strict=True))[::2], 1):
        parts.append(Part(text=f"{number}. What is called a {term}?"))
        at = 2 * number - 2
        others = [MEANINGS[(at + more) % 10] for more in (3, 5, 7)]
        options = [*others[: number % 4], meaning, *others[number % 4 :]]
        parts += [
            Part(text=f"{letter}) {option}") for letter, option in zip("abcd", options, strict=True)
        ]
        parts.append(Part(text=f"Answer: {'abcd'[min(number % 4, 3)]}"))
    parts.append(Part(heading="Glossary"))
    parts += [
        Part(text=f"**{term}**: {meaning}", item=True)
        for term, meaning in zip(SUBJECTS, MEANINGS, strict=True)
    ]
    return parts


def figure(number: int) -> Figure:
    """One of the figures: every fifth is a photograph with a credit, the others are charts."""
    subject, place = SUBJECTS[number % 10], PLACES[number % 6]
    is_photograph = number % 5 == 0
    if is_photograph:
        data = bytes_of(photograph(900, 600, seed=number), "JPEG")
    else:
        data = bytes_of(drawing(320 + 20 * number, 240 + 10 * number, seed=number))
    credit = f"Photo: Station {number}, CC BY 4.0." if is_photograph else ""
    said = f"Figure {number}: The {subject} {place}, hour {number} of the survey."
    return Figure(
        number=number,
        name=f"wave-{number}.{'jpg' if is_photograph else 'png'}",
        data=data,
        alt=f"{'A photograph' if is_photograph else 'Bars'} of the {subject} at hour {number}",
        caption=f"{said} {credit}".strip(),
        credit=credit,
    )


def _prose(section: int, place: int, end: str) -> str:
    subject, where = SUBJECTS[(section + place) % 10], PLACES[(section * place) % 6]
    return (
        f"In case {section}.{place} the {subject} {where} carries energy from where the wind blew to where the water "
        f"becomes shallow, while the water itself hardly moves on. A float that rides on the {subject} goes round in "
        f"a circle and comes back to the place where it was, as observers have noted for case {section}.{place}. {end}"
    )
