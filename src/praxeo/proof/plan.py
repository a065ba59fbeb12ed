"""What an app has to show and to accept, read from its payload, for the check to play it."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Literal

from praxeo.compile.app import OWN, Payload, build_activities
from praxeo.domain.errors import Refused
from praxeo.domain.spec import KINDS, ActivityKind, Asked, Item, SpecDocument

# How a card is answered where it is more than uncovered.
CardWay = Literal["picked", "typed", "listed"]

_PAYLOAD = re.compile(
    r'<script\b[^>]*\bid="praxeo-payload"[^>]*>(.*?)</script', re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"<[^>]*>")
_BLOCK_END = re.compile(r"</(?:p|li|h[3-6]|pre|td|th|blockquote|span)>")  # span: a note of the app


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A pair of an exercise, or a step (its text stands on the right)."""

    left: str
    right: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """Evidence as the app has to show it."""

    ref: str
    text: str
    label: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ExercisePlan:
    """How one exercise is answered right and wrong; only the fields of its kind are set.

    `played` is how it is worked (`domain.spec.Played`, or a `CardWay`), `answers` are the texts that a learner is told after a wrong answer.
    `formulas` are the texts that are shown with formulas, and the signs of these that then stand on the page.
    `meanings` say of wrong options what they are, which is told to whoever has chosen one; `explanations` are told to all.
    """

    id: str
    kind: str
    played: str
    name: str
    answers: tuple[str, ...] = ()
    front: str = ""
    wrong: tuple[str, ...] = ()
    before: str = ""
    after: str = ""
    accepted: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    formulas: dict[str, str] = field(default_factory=dict)
    evidence: tuple[Quote, ...] = ()
    meanings: dict[str, str] = field(default_factory=dict)
    explanations: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ActivityPlan:
    """An activity and its exercises."""

    id: str
    kind: str
    title: str
    exercises: tuple[ExercisePlan, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SectionPlan:
    """A section: what is to be read in it, and its activities.

    `stages` are the ids of its exercises in the order in which it asks them screen by screen.
    """

    id: str
    title: str
    texts: tuple[str, ...]
    activities: tuple[ActivityPlan, ...]
    stages: tuple[str, ...] = ()

    @property
    def exercises(self) -> tuple[ExercisePlan, ...]:
        return tuple(exercise for activity in self.activities for exercise in activity.exercises)

    @property
    def staged(self) -> tuple[ExercisePlan, ...]:
        """The exercises as they come screen by screen."""
        places = {exercise: place for place, exercise in enumerate(self.stages)}
        return tuple(sorted(self.exercises, key=lambda one: places.get(one.id, len(places))))


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """Everything that the check plays, in the order of the app."""

    sections: tuple[SectionPlan, ...]

    @property
    def exercises(self) -> tuple[ExercisePlan, ...]:
        return tuple(exercise for section in self.sections for exercise in section.exercises)

    @property
    def staged(self) -> bool:
        """Whether the app shows its sections screen by screen, and all at once for those who want it."""
        return any(section.stages for section in self.sections)

    def named(self) -> dict[str, str]:
        """Names for people of everything that has an id."""
        names = {exercise.id: exercise.name for exercise in self.exercises}
        for section in self.sections:
            names[section.id] = f"section “{section.title}”"
            names |= {a.id: f"“{a.title}” in “{section.title}”" for a in section.activities}
        return names


def as_json(plan: ExercisePlan | SectionPlan) -> dict[str, Any]:
    """The plan as the scripts in the page read it."""
    return asdict(plan)


def read_plan(app: str) -> Plan:
    """The plan of a compiled app. Refused("no_payload") if this is not an app of Praxeo."""
    found = _PAYLOAD.search(app)
    try:
        payload: Payload = json.loads(found.group(1)) if found else {}
        if payload["format"] != 1:
            raise ValueError("another format")
        beside = _Beside(
            quotes=payload["evidence"],
            formulas={text: _words(shown) for text, shown in payload.get("formulas", {}).items()},
            meanings={text: told["text"] for text, told in payload.get("meanings", {}).items()},
        )
        sections = (_section(section, beside) for section in payload["sections"])
        return Plan(sections=tuple(sections))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        told = (
            "This page holds no content of an app that Praxeo compiled, so there is nothing in it to try out. "
            "What was written as a whole is proven by the tests of its spec, which docs/reference/acceptance-tests.md says how to write: "
            "praxeo check FILE --spec SPEC.md."
        )
        raise Refused("no_payload", told) from error


def missing_from(app: Plan, spec: SpecDocument) -> Iterator[tuple[str, str]]:
    """Activities and exercises of the spec that the app's content lacks: id and name."""
    held = {activity.id for section in app.sections for activity in section.activities}
    held |= {exercise.id for exercise in app.exercises}
    for section, activities in zip(spec.sections, build_activities(spec), strict=True):
        for activity in activities:
            for plan in (_activity(activity, _Beside()),):
                if plan.id not in held:
                    yield plan.id, f"“{plan.title}” in “{section.title}”"
                for exercise in plan.exercises:
                    if exercise.id not in held and exercise.id != plan.id:
                        yield exercise.id, exercise.name


@dataclass(frozen=True, kw_only=True, slots=True)
class _Beside:
    """What an app tells beside its items: quotes by reference, signs and meanings by text."""

    quotes: dict[str, Any] = field(default_factory=dict)
    formulas: dict[str, str] = field(default_factory=dict)
    meanings: dict[str, str] = field(default_factory=dict)


def _section(section: dict[str, Any], beside: _Beside) -> SectionPlan:
    texts = [*_prose_texts(section["prose"])]
    for block in section["reading"]:
        rows = block.get("rows")
        cells = [cell["text"] for row in rows for cell in row] if rows else []
        texts += cells or [_words(block["html"])]
    return SectionPlan(
        id=section["id"],
        title=section["title"],
        texts=tuple(text for text in texts if text.strip()),
        activities=tuple(_activity(activity, beside) for activity in section["activities"]),
        stages=tuple(
            exercise for stage in section.get("stages", ()) for exercise in stage["exercises"]
        ),
    )


def _prose_texts(prose: str) -> Iterator[str]:
    for part in _BLOCK_END.split(prose):
        yield _words(part)


def _words(markup: str) -> str:
    return html.unescape(_TAG.sub("", markup))


def _activity(activity: dict[str, Any], beside: _Beside) -> ActivityPlan:
    formulas = beside.formulas
    kind, title, items = activity["kind"], activity["title"], activity["items"]
    played = {"kind": kind, "played": KINDS[kind].played}
    asked = [_asked(kind, item) for item in items]
    if KINDS[kind].whole:
        references = [reference for item in items for reference in item["evidence"]]
        rows = tuple(Row(left=each.front, right=each.answers[0]) for each in asked)
        told = (*(row.right for row in rows), *_explanations(items))
        whole = ExercisePlan(
            id=activity["id"],
            name=f"“{title}”",
            rows=rows,
            answers=tuple(row.right for row in rows),
            formulas={text: formulas[text] for text in told if text in formulas},
            evidence=_quotes(references, beside.quotes),
            explanations=_explanations(items),
            **played,
        )
        exercises = [whole]
    else:
        exercises = [
            ExercisePlan(
                id=item["id"],
                name=f"“{_item(kind, item).asked().name}” ({title})",
                formulas={
                    text: formulas[text]
                    for text in (*_shown(each), *_explanations([item]))
                    if text in formulas
                },
                evidence=_quotes(item["evidence"], beside.quotes),
                explanations=_explanations([item]),
                meanings={w: beside.meanings[w] for w in each.wrong if w in beside.meanings},
                **asdict(each),
                **(played | _way(item)),
            )
            for item, each in zip(items, asked, strict=True)
        ]
    return ActivityPlan(id=activity["id"], kind=kind, title=title, exercises=tuple(exercises))


def _asked(kind: ActivityKind, item: dict[str, Any]) -> Asked:
    """How the app asks an item: a term that is chosen or typed by its meaning, with what it takes and offers."""
    asked = _item(kind, item).asked()
    options, typed = item.get("options", ()), item.get("typed", ())
    if kind == "terms" and (options or typed):
        asked = replace(asked, front=asked.answers[0], answers=(asked.front,))
    if options:
        return replace(asked, wrong=tuple(options))
    return replace(asked, accepted=tuple(typed)) if typed else asked


def _way(item: dict[str, Any]) -> dict[str, Any]:
    """How a card is answered beside being uncovered; the parts of a list as rows."""
    if listed := item.get("listed"):
        return {"played": "listed", "rows": tuple(Row(left="", right=part[0]) for part in listed)}
    ways: dict[str, CardWay] = {"options": "picked", "typed": "typed"}
    return next(({"played": way} for name, way in ways.items() if item.get(name)), {})


def _explanations(items: list[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(item["explanation"] for item in items if "explanation" in item)


def _shown(asked: Asked) -> tuple[str, ...]:
    """The texts of an item that stand on the page."""
    return (asked.front, asked.before, asked.after, *asked.answers)


def _item(kind: ActivityKind, item: dict[str, Any]) -> Item:
    """The item of the spec that an app's item was made of. KeyError, TypeError if it is none."""
    made: Any = KINDS[kind].item
    held = {field.name: item[field.name] for field in fields(made)}
    found: Item = made(**{n: tuple(v) if isinstance(v, list) else v for n, v in held.items()})
    return found


def _quotes(references: list[str], quotes: dict[str, Any]) -> tuple[Quote, ...]:
    return tuple(
        Quote(ref=reference, text=quotes[reference]["text"], label=quotes[reference]["label"])
        for reference in dict.fromkeys(references)
        if reference != OWN and reference in quotes
    )
