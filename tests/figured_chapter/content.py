"""A chapter with figures and formulas, made by rule, that tests write in one format or another and look for again.

It has five sections with four figures and six formulas each. Nothing in it is twice the same, so that a
figure at the wrong place, or with another's caption, is found.
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
    """ "name = base^power", each with a value of its own."""

    number: int

    @property
    def parts(self) -> tuple[str, str, str]:
        """The letter on the left, the base and the power."""
        letters = "uvwxyz"
        return letters[self.number % 6], "abcdefgh"[self.number % 8], str(self.number + 1)

    @property
    def tex(self) -> str:
        name, base, power = self.parts
        return f"{name} = {base}^{{{power}}}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A heading, a paragraph, a figure or a formula of the chapter."""

    heading: str = ""
    text: str = ""
    figure: Figure | None = None
    formula: Formula | None = None


def chapter() -> list[Part]:
    """The parts in reading order, below the title."""
    parts: list[Part] = []
    figures, formulas = iter(range(1, FIGURES + 1)), iter(range(1, FORMULAS + 1))
    for section in range(1, SECTIONS + 1):
        parts.append(Part(heading=f"How a {SUBJECTS[section]} behaves {PLACES[section]}"))
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
