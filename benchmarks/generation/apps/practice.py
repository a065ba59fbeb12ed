"""Quizzes, chemistry, music, timers and labels."""

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
    slider,
    spec,
    toggle,
)


def apps() -> Iterator[App]:
    yield from quizzes()
    yield from equations()
    yield from music()
    yield from timers()
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


def music() -> Iterator[App]:
    """Intervals, the pitch of notes, and beats and bars."""
    notes = ["C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"]
    script = f"""
const NOTES = {json.dumps(notes, ensure_ascii=False)}
const NAMES = ['unison', 'minor second', 'major second', 'minor third', 'major third', 'fourth', 'tritone', 'fifth', 'minor sixth', 'major sixth', 'minor seventh', 'major seventh']
const steps = () => (NOTES.indexOf(control('upper').value) - NOTES.indexOf(control('lower').value) + 12) % 12
function state() {{ return {{ steps: steps(), interval: NAMES[steps()] }} }}
function render() {{ show('steps', steps()); show('interval', NAMES[steps()]) }}
on('lower', render)
on('upper', render)
onReset(() => {{ control('lower').value = 'C'; control('upper').value = 'C'; render() }})
"""
    listed = ", ".join(f'"{note}"' for note in notes)
    yield App(
        "intervals", "music",
        spec(
            "Intervals", "The learner chooses a lower and an upper note and reads the interval upwards.",
            f'- lower: select of {listed}, starts at "C"\n- upper: select of {listed}, starts at "C"',
            "- steps: whole number from 0 to 11\n- interval: text",
            "### Test: Known intervals\n- Set upper to \"G\".\n- Then interval is \"fifth\" and steps = 7.\n- Set upper to \"E\".\n- Then interval is \"major third\".\n- Set lower to \"A\".\n- Set upper to \"C\".\n- Then interval is \"minor third\" and steps = 3.\n- Set lower to \"F\".\n- Set upper to \"B\".\n- Then interval is \"tritone\".\n\n"
            "### Test: An interval and its inversion fill the octave\n- Set lower to \"D\".\n- Set upper to \"A♯\".\n- Remember steps as there.\n- Set lower to \"A♯\".\n- Set upper to \"D\".\n- Then steps + there = 12.\n\n"
            "### Test: By keyboard, and reset\n- By keyboard, set lower to \"E\".\n- By keyboard, set upper to \"G♯\".\n- Then interval shows \"major third\".\n- Reset.\n- Then everything is as at the start.\n",
        ),
        page("Intervals", "How far is it from note to note?", select("lower", "Lower note", *notes) + select("upper", "Upper note", *notes) + output("steps", "Half steps") + output("interval", "Interval"), script),
        (
            Planted("wrong formula", "+ 12) % 12", "+ 11) % 12"),
            Planted("wrong data", "'minor third', 'major third'", "'major third', 'minor third'"),
            Planted("dead handler", "on('lower', render)\n", ""),
            Planted("lost state on reset", "control('upper').value = 'C'; render", "render"),
        ),
    )  # fmt: skip
    script = """
const pitch = () => num('tuning') * 2 ** ((num('note') - 69) / 12)
function state() { return { pitch: pitch(), octave: Math.floor(num('note') / 12) - 1 } }
function render() { show('pitch', pitch().toFixed(2)); show('octave', state().octave) }
on('note', render)
on('tuning', render)
onReset(() => { control('note').value = 69; control('tuning').value = 440; render() })
"""
    yield App(
        "pitch", "music",
        spec(
            "The pitch of notes", "The learner chooses a key by its number (69 is the concert pitch A) and the tuning, and reads the frequency.",
            '- note: slider from 21 to 108, starts at 69\n- tuning: number from 415 to 466, in "Hz", starts at 440',
            '- pitch: number from 20 to 5000, in "Hz"\n- octave: whole number from 0 to 8',
            "### Test: Known pitches\n- Then pitch = 440 and octave = 4.\n- Set note to 60.\n- Then pitch = 261.63 ± 0.01 and octave = 4.\n- Set note to 81.\n- Then pitch = 880 and octave = 5.\n- Set note to 21.\n- Then pitch = 27.5.\n\n"
            "### Test: Another tuning shifts all\n- Set note to 57.\n- Set tuning to 415.\n- Then pitch = 207.5.\n\n### Test: Higher keys sound higher\n- Sweep note from 21 to 108 in 6 steps.\n- Then pitch rises.\n\n"
            "### Test: Twelve keys up is twice the pitch\n- For any note from 21 to 96, tuning.\n- Then pitch = tuning * 2^((note - 69) / 12) ± 0.01 %.\n- Then octave = floor(note / 12) - 1.\n\n"
            "### Test: By keyboard, and reset\n- By keyboard, set note to 70.\n- By keyboard, set tuning to 432.\n- Reset.\n- Then everything is as at the start.\n",
        ),
        page("The pitch of notes", "How often does it swing in a second?", slider("note", "Key", 21, 108, 69) + number("tuning", "Tuning of A in Hz", 415, 466, 440) + output("pitch", "Pitch", "Hz") + output("octave", "Octave"), script),
        (
            Planted("wrong formula", "(num('note') - 69) / 12", "(num('note') - 69) / 11"),
            Planted("off-by-one", "Math.floor(num('note') / 12) - 1", "Math.floor((num('note') - 1) / 12) - 1"),
            Planted("dead handler", "on('tuning', render)\n", ""),
            Planted("text lies", "pitch().toFixed(2)", "(pitch() + 1).toFixed(2)"),
        ),
    )  # fmt: skip


def timers() -> Iterator[App]:
    """A stopwatch with laps, a countdown, and a metronome."""
    script = """
let passed = 0, since = null, laps = []
const time = () => passed + (since === null ? 0 : (Date.now() - since) / 1000)
function state() { return { time: time(), laps, running: since !== null } }
function render() {
  show('time', time().toFixed(1)); show('laps', laps.map((lap) => lap.toFixed(1)).join(', ') || 'none'); show('running', since === null ? 'stopped' : 'running')
}
setInterval(render, 100)
on('toggle', () => { if (since === null) since = Date.now(); else { passed = time(); since = null } render() })
on('lap', () => { laps.push(Math.round(time() * 10) / 10); render() })
onReset(() => { passed = 0; since = null; laps = []; render() })
"""
    yield App(
        "stopwatch", "timer",
        spec(
            "A stopwatch", "The learner starts and stops the watch with one button and notes laps with another.",
            "- toggle: button\n- lap: button", '- time: number from 0, in "s"\n- laps: list of numbers from 0\n- running: yes or no',
            "### Test: It runs and stops\n- Press toggle.\n- Wait 3 s.\n- Then time = 3 ± 0.01 and running is yes.\n- Press toggle.\n- Wait 2 s.\n- Then time = 3 ± 0.01.\n- Press toggle.\n- Wait 1 s.\n- Then time = 4 ± 0.01.\n\n"
            "### Test: Laps are kept in order\n- Press toggle.\n- Wait 1.5 s.\n- Press lap.\n- Wait 2 s.\n- Press lap.\n- Then laps = [1.5, 3.5].\n\n"
            "### Test: The time rises while it runs\n- Press toggle.\n- Watch for 2 s every 0.2 s.\n- Then time rises.\n\n"
            "### Test: By keyboard, and reset\n- By keyboard, press toggle.\n- Wait 2 s.\n- By keyboard, press lap.\n- Reset.\n- Then everything is as at the start.\n- Wait 1 s.\n- Then time = 0.\n",
        ),
        page("A stopwatch", "How long does it take?", button("toggle", "Start or stop") + button("lap", "Lap") + output("time", "Time", "s") + output("laps", "Laps") + output("running", "It is"), script).replace("|| 'none'", "|| '–'"),
        (
            Planted("lost state", "passed = time(); since = null", "since = null"),
            Planted("timer not stopped", "passed = 0; since = null; laps", "passed = 0; laps"),
            Planted("lost state on reset", "laps = []; render() })", "render() })"),
            Planted("wrong unit", "(Date.now() - since) / 1000", "(Date.now() - since) / 1100"),
            Planted("wrong order", "laps.push(", "laps.unshift("),
        ),
    )  # fmt: skip
    script = """
let left = 10, timer = 0, rings = 0
function state() { return { left, rings, running: timer !== 0 } }
function render() { show('left', left); show('rings', rings); show('running', timer ? 'running' : 'waiting') }
function stop() { clearTimeout(timer); timer = 0 }
function tick() {
  left -= 1
  if (left > 0) timer = setTimeout(tick, 1000)
  else { rings += 1; timer = 0 }
  render()
}
on('go', () => { if (!timer && left > 0) timer = setTimeout(tick, 1000); render() })
on('seconds', () => { stop(); left = num('seconds'); render() })
onReset(() => { stop(); control('seconds').value = 10; left = 10; rings = 0; render() })
"""
    yield App(
        "countdown", "timer",
        spec(
            "An egg timer", "The learner sets the seconds, starts the timer, and it rings once at zero.",
            '- seconds: slider from 5 to 60 in steps of 5, in "s", starts at 10\n- go: button',
            '- left: whole number from 0 to 60, in "s"\n- rings: whole number from 0\n- running: yes or no',
            "### Test: It counts down and rings once\n- Set seconds to 5.\n- Press go.\n- Wait 4 s.\n- Then left = 1 and rings = 0.\n- Wait 1 s.\n- Then left = 0 and rings = 1 and running is no.\n- Wait 5 s.\n- Then left = 0 and rings = 1.\n\n"
            "### Test: Setting it anew stops it\n- Press go.\n- Wait 2 s.\n- Set seconds to 30.\n- Then left = 30 and running is no.\n- Wait 3 s.\n- Then left = 30.\n\n"
            "### Test: It never goes up\n- Press go 2 times.\n- Watch for 12 s every 1 s.\n- Then left never rises.\n- Then always left >= 0.\n- Then left = 0.\n\n"
            "### Test: By keyboard, and reset while it runs\n- By keyboard, set seconds to 20.\n- By keyboard, press go.\n- Wait 3 s.\n- Then left = 17.\n- Reset.\n- Then everything is as at the start.\n- Wait 2 s.\n- Then left = 10.\n",
        ),
        page("An egg timer", "When does it ring?", slider("seconds", "Seconds", 5, 60, 10, 5) + button("go", "Start") + output("left", "Seconds left") + output("rings", "Rings") + output("running", "It is"), script),
        (
            Planted("timer not stopped", "onReset(() => { stop(); ", "onReset(() => { "),
            Planted("off-by-one", "if (left > 0) timer = setTimeout", "if (left > 1) timer = setTimeout"),
            Planted("timer not stopped", "on('seconds', () => { stop(); ", "on('seconds', () => { "),
            Planted("several timers", "if (!timer && left > 0)", "if (left > 0)"),
        ),
    )  # fmt: skip
    script = """
let beat = 0, bar = 0, timer = 0
function state() { return { beat, bar, pause: 60 / num('tempo') } }
function render() { show('beat', beat); show('bar', bar); show('pause', (60 / num('tempo')).toFixed(3)) }
function tick() {
  beat += 1
  if (beat > num('meter') || bar === 0) { beat = 1; bar += 1 }
  render()
  timer = setTimeout(tick, 60000 / num('tempo'))
}
function stop() { clearTimeout(timer); timer = 0; beat = 0; bar = 0; render() }
on('go', () => { if (!timer) tick() })
on('halt', stop)
on('tempo', render)
on('meter', stop)
onReset(() => { control('tempo').value = 60; control('meter').value = 4; stop() })
"""
    yield App(
        "metronome", "music",
        spec(
            "A metronome", "The learner sets tempo and metre, starts the metronome and sees beats and bars counted.",
            '- tempo: slider from 40 to 200 in steps of 10, in "beats a minute", starts at 60\n- meter: number from 2 to 7, starts at 4\n- go: button\n- halt: button',
            '- beat: whole number from 0 to 7\n- bar: whole number from 0\n- pause: number from 0.3 to 1.5, in "s"',
            "### Test: Four beats make a bar\n- Press go.\n- Then beat = 1 and bar = 1.\n- Wait 3 s.\n- Then beat = 4 and bar = 1.\n- Wait 1 s.\n- Then beat = 1 and bar = 2.\n\n"
            "### Test: In three-four time at twice the tempo\n- Set tempo to 120.\n- Set meter to 3.\n- Press go.\n- Wait 1.5 s.\n- Then beat = 1 and bar = 2.\n- Then pause = 0.5.\n\n"
            "### Test: Halt begins anew\n- Press go.\n- Wait 2 s.\n- Press halt.\n- Then beat = 0 and bar = 0.\n- Wait 3 s.\n- Then beat = 0.\n\n"
            "### Test: By keyboard, and reset\n- By keyboard, set tempo to 90.\n- By keyboard, set meter to 5.\n- By keyboard, press go.\n- Then bar = 1.\n- Reset.\n- Then everything is as at the start.\n",
        ),
        page("A metronome", "How long is a bar?", slider("tempo", "Beats a minute", 40, 200, 60, 10) + number("meter", "Beats in a bar", 2, 7, 4) + button("go", "Start") + button("halt", "Halt") + output("beat", "Beat") + output("bar", "Bar") + output("pause", "From beat to beat", "s"), script),
        (
            Planted("off-by-one", "if (beat > num('meter')", "if (beat >= num('meter')"),
            Planted("wrong unit", "60000 / num('tempo')", "50000 / num('tempo')"),
            Planted("timer not stopped", "clearTimeout(timer); timer = 0; beat", "timer = 0; beat"),
            Planted("lost state on reset", "control('meter').value = 4; ", ""),
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
