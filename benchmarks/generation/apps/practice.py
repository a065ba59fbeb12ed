"""Quizzes, chemistry and labels."""

from __future__ import annotations

import json
from collections.abc import Iterator

from apps.pages import (
    App,
    Planted,
    button,
    field,
    number,
    output,
    page,
    select,
    spec,
    toggle,
)


def apps() -> Iterator[App]:
    yield from quizzes()
    yield from equations()
    yield from labels()


def quizzes() -> Iterator[App]:
    """Choosing, typing, and true or false."""
    for name, title, kind, questions in (
        ("capitals", "Capitals of Europe", "select", [("France", "Paris", "Rome"), ("Italy", "Rome", "Bern"), ("Austria", "Vienna", "Paris"), ("Norway", "Oslo", "Vienna")]),
        ("symbols", "Symbols of the elements", "text", [("iron", "Fe", "Ir"), ("gold", "Au", "Go"), ("sodium", "Na", "So")]),
        ("true_false", "True or false", "toggle", [("A whale is a mammal", "on", "off"), ("The Sun is a planet", "off", "on"), ("Ice floats on water", "on", "off"), ("Sound is faster than light", "off", "on")]),
    ):  # fmt: skip
        read = (
            "control('answer').checked ? 'on' : 'off'"
            if kind == "toggle"
            else "control('answer').value.trim()"
        )
        clear = (
            "control('answer').checked = false"
            if kind == "toggle"
            else "control('answer').selectedIndex = 0"
            if kind == "select"
            else "control('answer').value = ''"
        )
        script = f"""
const QUESTIONS = {json.dumps([(q, a) for q, a, _ in questions])}
let at = 0, score = 0, answered = 0, feedback = 'Answer, then check.'
function state() {{ return {{ question: at < QUESTIONS.length ? QUESTIONS[at][0] : 'done', score, answered, feedback }} }}
function render() {{ for (const [name, value] of Object.entries(state())) show(name, value) }}
on('check', () => {{
  if (at >= QUESTIONS.length) {{ feedback = 'All are answered.'; render(); return }}
  const right = {read} === QUESTIONS[at][1]
  if (right) score += 1
  answered += 1
  feedback = right ? 'Right.' : `No, it is ${{QUESTIONS[at][1]}}.`
  at += 1
  {clear}
  render()
}})
on('answer', () => {{ feedback = 'Now check.'; render() }})
onReset(() => {{ at = 0; score = 0; answered = 0; feedback = 'Answer, then check.'; {clear}; render() }})
"""
        choices = tuple(sorted({a for _, a, _ in questions} | {w for _, _, w in questions}))
        control = {
            "select": select("answer", "Your answer", *choices),
            "text": field("answer", "Your answer"),
            "toggle": toggle("answer", "It is true"),
        }[kind]
        listed = (
            f"- answer: select of {', '.join(json.dumps(c) for c in choices)}"
            if kind == "select"
            else f"- answer: {kind}" + (", starts off" if kind == "toggle" else "")
        )

        def put(value: str, kind: str = kind) -> str:
            return f"- Set answer to {value if kind == 'toggle' else json.dumps(value)}.\n- Press check.\n"

        everything = "".join(
            put(a) + f"- Then score = {n}.\n" for n, (_, a, _) in enumerate(questions, 1)
        )
        first, second = questions[0], questions[1]
        yield App(
            name, "quiz",
            spec(
                title, "The learner answers one question after the other, is told at once, and sees the score.",
                f"{listed}\n- check: button", f"- question: text\n- score: whole number from 0 to {len(questions)}\n- answered: whole number from 0 to {len(questions)}\n- feedback: text",
                f"### Test: All right gives the full score\n{everything}- Then question is \"done\" and answered = {len(questions)}.\n\n"
                f"### Test: A wrong answer counts nothing and tells the right one\n{put(first[2])}- Then score = 0 and answered = 1.\n- Then feedback shows \"{first[1]}\".\n{put(second[1])}- Then score = 1.\n- Then feedback is \"Right.\".\n\n"
                f"### Test: After the last question nothing more counts\n{everything}- Press check.\n- Then answered = {len(questions)} and score = {len(questions)}.\n\n"
                f"### Test: The questions come in order\n- Then question is {json.dumps(first[0])}.\n{put(first[1])}- Then question is {json.dumps(second[0])}.\n\n"
                f"### Test: By keyboard, and reset\n- By keyboard, set answer to {first[1] if kind == 'toggle' else json.dumps(first[1])}.\n- By keyboard, press check.\n- Then score = 1.\n- Reset.\n- Then everything is as at the start.\n",
            ),
            page(title, "How many do you know?", output("question", "Question") + control + button("check", "Check") + output("feedback", "Feedback") + output("score", "Score") + output("answered", "Answered"), script),
            (
                Planted("off-by-one score", "let at = 0, score = 0", "let at = 0, score = 1"),
                Planted("off-by-one score", "if (right) score += 1", "score += 1"),
                Planted("wrong judgement", "=== QUESTIONS[at][1]", "=== QUESTIONS[0][1]"),
                Planted("lost state on reset", "score = 0; answered = 0; feedback = 'Answer", "answered = 0; feedback = 'Answer"),
                Planted("wrong data", json.dumps([(q, a) for q, a, _ in questions]), json.dumps([(q, a if n else w) for n, (q, a, w) in enumerate(questions)])),
            ),
        )  # fmt: skip


def equations() -> Iterator[App]:
    """Balancing chemical equations: atoms are counted on both sides."""
    for name, title, parts, elements, solution in (
        ("water", "Making water", ("H₂", "O₂", "H₂O"), {"H": (2, 0, 2), "O": (0, 2, 1)}, (2, 1, 2)),
        ("methane", "Burning methane", ("CH₄", "O₂", "CO₂", "H₂O"), {"C": (1, 0, 1, 0), "H": (4, 0, 0, 2), "O": (0, 2, 2, 1)}, (1, 2, 1, 2)),
        ("rust", "Iron rusts", ("Fe", "O₂", "Fe₂O₃"), {"Fe": (1, 0, 2), "O": (0, 2, 3)}, (4, 3, 2)),
    ):  # fmt: skip
        names = "abcd"[: len(parts)]
        script = f"""
const ATOMS = {json.dumps(elements)}
const numbers = () => {json.dumps(list(names))}.map(num)
const count = (element, from, to) => numbers().slice(from, to).reduce((sum, n, i) => sum + n * ATOMS[element][from + i], 0)
const left = () => Object.keys(ATOMS).map((element) => count(element, 0, 2))
const right = () => Object.keys(ATOMS).map((element) => count(element, 2, {len(parts)}))
const balanced = () => left().every((n, i) => n === right()[i])
function state() {{ return {{ left: left(), right: right(), balanced: balanced() }} }}
function render() {{ show('left', left().join(', ')); show('right', right().join(', ')); show('balanced', balanced() ? 'Balanced.' : 'Not balanced.') }}
for (const name of {json.dumps(list(names))}) on(name, render)
onReset(() => {{ for (const name of {json.dumps(list(names))}) control(name).value = 1; render() }})
"""
        ones = [
            [sum(each[:2]) for each in elements.values()],
            [sum(each[2:]) for each in elements.values()],
        ]
        settle = "".join(f"- Set {n} to {s}.\n" for n, s in zip(names, solution, strict=True))
        double = "".join(f"- Set {n} to {2 * s}.\n" for n, s in zip(names, solution, strict=True))
        off = f"- Set {names[1]} to {solution[1] + 1}.\n"
        yield App(
            f"equation_{name}", "chemistry",
            spec(
                title, f"The learner sets the numbers before {', '.join(parts)} until as many atoms of each element ({', '.join(elements)}) stand on both sides.",
                "\n".join(f"- {n}: number from 1 to 9, starts at 1" for n in names),
                "- left: list of numbers from 0\n- right: list of numbers from 0\n- balanced: yes or no",
                f"### Test: At first atoms are missing\n- Then left = {ones[0]} and right = {ones[1]} and balanced is no.\n\n### Test: The right numbers balance it\n{settle}- Then balanced is yes and left = right.\n{off}- Then balanced is no.\n\n"
                f"### Test: Twice as many balance it too\n{double}- Then balanced is yes.\n\n### Test: Balanced means equal\n- For any {', '.join(names)}, in 6 samples.\n- Then balanced = (left = right).\n\n"
                f"### Test: By keyboard, and reset\n- By keyboard, set a to 4.\n- By keyboard, set {names[-1]} to 3.\n- Then count(left) = {len(elements)}.\n- Reset.\n- Then everything is as at the start.\n",
            ),
            page(title, f"How many of each? {' + '.join(parts[:2])} → {' + '.join(parts[2:])}", "".join(number(n, f"Number of {p}", 1, 9, 1) for n, p in zip(names, parts, strict=True)) + f"<p>Atoms of {', '.join(elements)}:</p>" + output("left", "Left") + output("right", "Right") + output("balanced", "Equation"), script),
            (
                Planted("wrong data", json.dumps(elements), json.dumps(elements).replace('"O": [0, 2', '"O": [0, 3')),
                Planted("wrong judgement", "left().every(", "left().some("),
                Planted("lost state on reset", "control(name).value = 1; render()", "control(name).value = 1"),
                Planted("dead handler", f"for (const name of {json.dumps(list(names))}) on(name", f"for (const name of {json.dumps(list(names[1:]))}) on(name"),
            ),
        )  # fmt: skip


def labels() -> Iterator[App]:
    """Naming the parts of a flower, a cell and a book."""
    for name, title, parts in (
        ("cell", "Parts of a cell", {"control centre": "nucleus", "power plant": "mitochondrion", "outer wall": "membrane"}),
        ("flower", "Parts of a flower", {"attracts insects": "petal", "makes pollen": "stamen", "becomes the fruit": "ovary", "protects the bud": "sepal"}),
    ):  # fmt: skip
        names = [f"part{n}" for n in range(1, len(parts) + 1)]
        answers = list(parts.values())
        shuffled = ["choose", *sorted(answers)]
        script = f"""
const RIGHT = {json.dumps(answers)}
let checked = false, tries = 0
const given = () => {json.dumps(names)}.map((name) => control(name).value)
const right = () => given().filter((each, i) => each === RIGHT[i]).length
function state() {{ return {{ right: checked ? right() : 0, tries, solved: checked && right() === RIGHT.length }} }}
function render() {{ const now = state(); show('right', now.right); show('tries', tries); show('solved', now.solved ? 'All right.' : 'Not yet.') }}
for (const name of {json.dumps(names)}) on(name, () => {{ checked = false; render() }})
on('check', () => {{ checked = true; tries += 1; render() }})
onReset(() => {{ checked = false; tries = 0; for (const name of {json.dumps(names)}) control(name).value = 'choose'; render() }})
"""
        listed = ", ".join(f'"{each}"' for each in shuffled)
        settle = "".join(f'- Set {n} to "{a}".\n' for n, a in zip(names, answers, strict=True))
        yield App(
            f"label_{name}", "labelling",
            spec(
                title, "The learner chooses the name of each part and checks; the number of right ones is told, and a change has to be checked again.",
                "\n".join(f'- {n}: select of {listed}, starts at "choose"' for n in names) + "\n- check: button",
                f"- right: whole number from 0 to {len(parts)}\n- tries: whole number from 0\n- solved: yes or no",
                f"### Test: All right names solve it\n{settle}- Press check.\n- Then right = {len(parts)} and solved is yes and tries = 1.\n- Then the page shows \"All right.\".\n\n"
                f"### Test: A wrong name does not count\n{settle}- Set {names[0]} to \"{answers[1]}\".\n- Press check.\n- Then right = {len(parts) - 1} and solved is no.\n\n"
                f"### Test: A change has to be checked again\n{settle}- Press check.\n- Set {names[1]} to \"choose\".\n- Then solved is no and right = 0.\n- Press check.\n- Then right = {len(parts) - 1} and tries = 2.\n\n"
                f"### Test: By keyboard, and reset\n- By keyboard, set {names[-1]} to \"{answers[-1]}\".\n- By keyboard, press check.\n- Then right = 1.\n- Reset.\n- Then everything is as at the start.\n",
            ),
            page(title, "Which name belongs where?", "".join(select(n, f"What {what}" if name == "flower" else f"The {what}", *shuffled) for n, what in zip(names, parts, strict=True)) + button("check", "Check") + output("right", "Right") + output("tries", "Tries") + output("solved", "Result"), script),
            (
                Planted("wrong data", json.dumps(answers), json.dumps([answers[1], answers[0], *answers[2:]])),
                Planted("off-by-one score", "tries += 1", "tries += 2"),
                Planted("lost state on reset", "checked = false; tries = 0; for", "checked = false; for"),
                Planted("stale result", "on(name, () => { checked = false; render() })", "on(name, () => { render() })"),
            ),
        )  # fmt: skip
