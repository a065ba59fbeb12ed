"""Oscillators, throws and graphs."""

from __future__ import annotations

from collections.abc import Iterator

from apps.pages import App, Planted, button, output, page, select, slider, spec


def apps() -> Iterator[App]:
    yield from oscillators()
    yield from throws()
    yield from graphs()


def oscillators() -> Iterator[App]:
    """A spring, a damped spring and a swinging charge: the same motion, other questions."""
    for name, title, first, second, period, damping in (
        ("spring", "A mass on a spring", ("mass", 0.5, 4, 1, "kg"), ("stiffness", 5, 50, 20, "N/m"),
         "2 * Math.PI * Math.sqrt(num('mass') / num('stiffness'))", 0.0),
        ("circuit", "A coil and a capacitor", ("inductance", 0.5, 4, 1, "H"), ("capacity", 0.5, 2, 1, "F"),
         "2 * Math.PI * Math.sqrt(num('inductance') * num('capacity'))", 0.0),
        ("damped", "A spring that comes to rest", ("mass", 0.5, 4, 1, "kg"), ("stiffness", 5, 50, 20, "N/m"),
         "2 * Math.PI * Math.sqrt(num('mass') / num('stiffness'))", 0.3),
    ):  # fmt: skip
        script = f"""
const DAMPING = {damping}
let time = 0, running = false, before = 0
const omega = () => 2 * Math.PI / period()
const period = () => {period}
const place = () => Math.exp(-DAMPING * time) * Math.cos(omega() * time)
function state() {{
  const speed = -Math.exp(-DAMPING * time) * omega() * Math.sin(omega() * time)
  return {{ time, period: period(), place: place(), energy: place() ** 2 + (speed / omega()) ** 2, running }}
}}
function render() {{
  const now = state()
  show('time', now.time.toFixed(2)); show('period', now.period.toFixed(3)); show('place', now.place.toFixed(3))
  show('running', running ? 'moving' : 'at rest')
  $('#weight').setAttribute('cx', 150 + 100 * now.place)
}}
function frame(at) {{
  if (!running) return
  time += (at - before) / 1000
  before = at
  render()
  requestAnimationFrame(frame)
}}
function stop() {{ time = 0; running = false; render() }}
on('go', () => {{
  if (running) return
  running = true
  before = performance.now()
  requestAnimationFrame(frame)
  render()
}})
on('pause', () => {{ running = false; render() }})
on('{first[0]}', stop)
on('{second[0]}', stop)
onReset(() => {{ control('{first[0]}').value = {first[3]}; control('{second[0]}').value = {second[3]}; stop() }})
"""
        body = (
            '<svg viewBox="0 0 300 60" role="img" aria-label="The moving weight"><circle id="weight" cx="250" cy="30" r="12"/></svg>'
            + slider(first[0], f"{first[0].title()} in {first[4]}", *first[1:4], 0.5)
            + slider(second[0], f"{second[0].title()} in {second[4]}", *second[1:4], 0.5)
            + button("go", "Let go") + button("pause", "Pause") + output("time", "Time", "s") + output("period", "Period", "s")
            + output("place", "Place") + output("running", "It is")
        )  # fmt: skip
        known = "2 * pi * sqrt(mass / stiffness)" if name != "circuit" else "2 * pi * sqrt(inductance * capacity)"  # fmt: skip
        energy = "Then energy stays within 1 %." if not damping else "Then energy falls."
        tests = f"""
### Test: The period follows the formula
- For any {first[0]}, {second[0]}.
- Then period = {known} ± 0.1 %.

### Test: More of the first makes it slower
- Sweep {first[0]} from {first[1]} to {first[2]} in 5 steps.
- Then period rises.

### Test: What becomes of the energy
- For any {first[0]}, {second[0]}, in 3 samples.
- Press go.
- Watch for 10 s every 0.5 s.
- {energy}
- Then always -1 <= place <= 1.
- Then at some time place < 0.

### Test: After one period it is back
- Press go.
- Wait {round(6.283185 * (0.05**0.5 if name != "circuit" else 1), 3)} s.
- Then place = {1 if not damping else 0.656} ± 0.05.

### Test: Pause stops the time
- Press go.
- Wait 1 s.
- Press pause.
- Remember time as paused.
- Wait 1 s.
- Then time = paused and running is no.

### Test: Reset brings all back
- Set {first[0]} to 2.
- Set {second[0]} to {second[2]}.
- By keyboard, press go.
- Wait 1 s.
- Then running is yes and time > 0.9.
- Reset.
- Then everything is as at the start.
"""
        yield App(
            name, "oscillator",
            spec(
                title, "The learner sets two quantities, lets go and watches how the place changes with time.",
                f'- {first[0]}: slider from {first[1]} to {first[2]} in steps of 0.5, in "{first[4]}", starts at {first[3]}\n'
                f'- {second[0]}: slider from {second[1]} to {second[2]} in steps of 0.5, in "{second[4]}", starts at {second[3]}\n- go: button\n- pause: button',
                '- time: number from 0, in "s"\n- period: number from 0, in "s"\n- place: number from -1 to 1\n'
                "- energy: number from 0 to 1.001, not shown\n- running: yes or no",
                tests, "Say what the period of an oscillation depends on.",
            ),
            page(title, "What makes the swing slower?", body, script),
            (
                Planted("wrong formula", "2 * Math.PI * Math.sqrt(", "Math.PI * Math.sqrt("),
                Planted("wrong formula", "Math.cos(omega() * time)", "Math.cos(omega() * time * 1.2)"),
                Planted("lost state on reset", f"control('{second[0]}').value = {second[3]}; ", ""),
                Planted("time goes on", "on('pause', () => { running = false; render() })", "on('pause', () => { render() })"),
                Planted("wrong unit", "time += (at - before) / 1000", "time += (at - before) / 100"),
                Planted("timer not stopped", "time = 0; running = false; render()", "time = 0; render()"),
            ),
        )  # fmt: skip


def throws() -> Iterator[App]:
    """How far, how high, and whether it hits: with the gravity of three places."""
    for name, title, gravity, extra in (
        ("throw", "Throwing a ball", {"Earth": 9.81}, ""),
        ("moon_shot", "A cannon on three worlds", {"Earth": 9.81, "Moon": 1.62, "Mars": 3.71}, "world"),
        ("target", "Hit the target", {"Earth": 9.81}, "target"),
    ):  # fmt: skip
        worlds = ", ".join(f"{world}: {g}" for world, g in gravity.items())
        hits = "Math.abs(range() - num('target')) <= 1" if extra == "target" else "false"
        script = f"""
const GRAVITY = {{ {worlds} }}
const g = () => GRAVITY[{"control('world').value" if extra == "world" else "'Earth'"}]
const angle = () => num('angle') * Math.PI / 180
const range = () => num('speed') ** 2 * Math.sin(2 * angle()) / g()
const height = () => (num('speed') * Math.sin(angle())) ** 2 / (2 * g())
const flight = () => 2 * num('speed') * Math.sin(angle()) / g()
let shots = 0, verdict = 'not thrown yet'
function state() {{ return {{ range: range(), height: height(), flight: flight(), shots, verdict }} }}
function render() {{
  show('range', range().toFixed(1)); show('height', height().toFixed(1)); show('flight', flight().toFixed(2))
  show('shots', shots); show('verdict', verdict)
  $('#path').setAttribute('d', `M 10 110 Q ${{10 + range() / 2}} ${{110 - 2 * height()}} ${{10 + range()}} 110`)
}}
on('throw', () => {{ shots += 1; verdict = {hits} ? 'hit' : 'thrown'; render() }})
on('speed', render)
on('angle', render)
{"on('world', render)" if extra == "world" else "on('target', render)" if extra == "target" else ""}
onReset(() => {{
  control('speed').value = 20
  control('angle').value = 30
  {"control('world').value = 'Earth'" if extra == "world" else "control('target').value = 30" if extra == "target" else ""}
  shots = 0
  verdict = 'not thrown yet'
  render()
}})
"""
        body = (
            '<svg viewBox="0 0 320 120" role="img" aria-label="The path of the ball"><path id="path" d=""/></svg>'
            + slider("speed", "Speed in m/s", 5, 40, 20) + slider("angle", "Angle in °", 5, 85, 30)
            + (select("world", "World", *gravity) if extra == "world" else "")
            + (slider("target", "Distance of the target in m", 10, 60, 30) if extra == "target" else "")
            + button("throw", "Throw") + output("range", "Range", "m") + output("height", "Greatest height", "m")
            + output("flight", "In the air", "s") + output("shots", "Throws") + output("verdict", "The ball is")
        )  # fmt: skip
        more = {
            "world": "### Test: On the Moon it flies six times as far\n- Remember range as here.\n- Set world to \"Moon\".\n"
            "- Then range = here * 9.81 / 1.62 ± 0.5 %.\n- Set world to \"Mars\".\n- Then range = here * 9.81 / 3.71 ± 0.5 %.\n",
            "target": "### Test: A throw to the target hits, another one does not\n- Set target to 35.\n- Press throw.\n- Then verdict is \"hit\".\n"
            "- Set target to 40.\n- Press throw.\n- Then verdict is \"thrown\" and shots = 2.\n",
            "": "",
        }[extra]  # fmt: skip
        tests = f"""
### Test: Forty-five degrees carry farthest
- Set speed to 20.
- Set angle to 45.
- Then range = 400 / 9.81 ± 0.5 %.
- Remember range as best.
- Set angle to 40.
- Then range < best.

### Test: Known values at twenty metres per second
- Set angle to 30.
- Then range = 35.3 ± 0.5 %.
- Then height = 5.1 ± 1 %.
- Then flight = 2.04 ± 1 %.

### Test: Steeper is higher and longer
- Sweep angle from 5 to 85 in 6 steps.
- Then height rises.
- Then flight rises.

### Test: Angles that add up to ninety carry equally far
- Set angle to 20.
- Remember range as flat.
- Set angle to 70.
- Then range = flat ± 0.1 %.

{more}
### Test: Throws are counted, and reset begins anew
- Press throw 3 times.
- Then shots = 3.
- By keyboard, press throw.
- Then shots = 4.
- Set speed to 40.
- Reset.
- Then everything is as at the start.
"""
        controls = '- speed: slider from 5 to 40, in "m/s", starts at 20\n- angle: slider from 5 to 85, in "°", starts at 30\n'
        if extra == "world":
            controls += f'- world: select of {", ".join(f"{chr(34)}{w}{chr(34)}" for w in gravity)}, starts at "Earth"\n'
        if extra == "target":
            controls += '- target: slider from 10 to 60, in "m", starts at 30\n'
        yield App(
            name, "projectile",
            spec(
                title, "The learner sets speed and angle, throws, and reads how far and how high the ball goes.",
                controls + "- throw: button",
                '- range: number from 0, in "m"\n- height: number from 0, in "m"\n- flight: number from 0, in "s"\n'
                '- shots: whole number from 0\n- verdict: one of "not thrown yet", "thrown", "hit"', tests,
            ),
            page(title, "At which angle does the ball fly farthest?", body, script),
            (
                Planted("wrong formula", "Math.sin(2 * angle())", "Math.sin(angle())"),
                Planted("wrong formula", "/ (2 * g())", "/ g()"),
                Planted("wrong unit", "* Math.PI / 180", "* Math.PI / 200"),
                Planted("off-by-one score", "shots += 1;", "shots += 2;"),
                Planted("lost state on reset", "  shots = 0\n", ""),
                Planted("dead handler", "on('angle', render)\n", ""),
                *((Planted("wrong boundary", "<= 1 ?", "<= 6 ?"),) if extra == "target" else ()),
                *((Planted("wrong data", "Moon: 1.62", "Moon: 2.62"),) if extra == "world" else ()),
            ),
        )  # fmt: skip


def graphs() -> Iterator[App]:
    """A line, a parabola and growth, drawn from their coefficients."""
    for name, title, formula, text, tests in (
        ("line", "A straight line", "a * x + b", "a * x + b", "- Set a to 2.\n- Set b to -1.\n- Set x to 3.\n- Then y = 5.\n- Set x to 0.\n- Then y = -1.\n- Set a to -3.\n- Set x to -5.\n- Then y = 14."),
        ("parabola", "A parabola", "a * x * x + b", "a * x ^ 2 + b", "- Set a to 2.\n- Set b to -1.\n- Set x to 3.\n- Then y = 17.\n- Set x to -3.\n- Then y = 17.\n- Set a to -1.\n- Set x to 0.\n- Then y = -1."),
        ("growth", "Growth by a factor", "a * 2 ** x + b", "a * 2 ^ x + b", "- Set a to 2.\n- Set b to -1.\n- Set x to 3.\n- Then y = 15.\n- Set x to 0.\n- Then y = 1.\n- Set x to -1.\n- Then y = 0."),
    ):  # fmt: skip
        script = f"""
const f = (x) => {{ const a = num('a'), b = num('b'); return {formula} }}
function values() {{ return [-2, -1, 0, 1, 2].map(f) }}
function state() {{ return {{ y: f(num('x')), values: values() }} }}
function render() {{
  show('y', f(num('x')).toFixed(3))
  show('values', values().join(', '))
  const points = []
  for (let x = -5; x <= 5; x += 0.25) points.push(`${{100 + 20 * x}},${{60 - f(x)}}`)
  $('#curve').setAttribute('points', points.join(' '))
}}
on('a', render)
on('b', render)
on('x', render)
onReset(() => {{ control('a').value = 1; control('b').value = 0; control('x').value = 1; render() }})
"""
        body = (
            '<svg viewBox="0 0 200 120" role="img" aria-label="The graph"><polyline id="curve" style="fill: none"/></svg>'
            + slider("a", "Factor a", -3, 3, 1) + slider("b", "Constant b", -5, 5, 0) + slider("x", "Place x", -5, 5, 1)
            + output("y", "Value at x") + output("values", "Values at -2 to 2")
        )  # fmt: skip
        yield App(
            name, "graph plotter",
            spec(
                title, "The learner moves the coefficients and sees the graph and its values follow.",
                "- a: slider from -3 to 3, starts at 1\n- b: slider from -5 to 5, starts at 0\n- x: slider from -5 to 5, starts at 1",
                "- y: number\n- values: list of numbers",
                f"### Test: Known points\n{tests}\n\n### Test: The value follows the formula everywhere\n- For any a, b, x, in 8 samples.\n- Then y = {text}.\n\n"
                "### Test: The table has the values around zero\n- Set a to 3.\n- Set b to 2.\n"
                f"- Then item(values, 3) = {5 if name == 'growth' else 2} and count(values) = 5.\n- Remember item(values, 5) as right.\n- Set x to 2.\n- Then y = right.\n\n"
                "### Test: Reset brings the first graph back\n- By keyboard, set a to -2.\n- Set b to 4.\n- Set x to 5.\n- Reset.\n- Then everything is as at the start.\n",
            ),
            page(title, "What do a and b do to the graph?", body, script),
            (
                Planted("wrong formula", f"return {formula} }}", f"return {formula.replace('+ b', '- b')} }}"),
                Planted("dead handler", "on('b', render)\n", ""),
                Planted("lost state on reset", "control('x').value = 1; ", ""),
                Planted("wrong data", "[-2, -1, 0, 1, 2]", "[-2, -1, 0, 2]"),
                Planted("text lies", "f(num('x')).toFixed(3)", "f(num('x') + 0.1).toFixed(3)"),
            ),
        )  # fmt: skip
