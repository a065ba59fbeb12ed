"""Converters, money, fractions and the number line."""

from __future__ import annotations

from collections.abc import Iterator

from apps.pages import App, Planted, button, number, output, page, select, slider, spec, toggle


def apps() -> Iterator[App]:
    yield from converters()
    yield from money()
    yield from fractions()
    yield from number_lines()


def converters() -> Iterator[App]:
    """Temperature, way and data: an amount, a direction, a result."""
    for name, title, there, back, to, away, tests, digits in (
        ("temperature", "Celsius and Fahrenheit", "value * 9 / 5 + 32", "(value - 32) * 5 / 9", "to Fahrenheit", "to Celsius",
         [(0, 32), (100, 212), (-40, -40), (37, 98.6)], 1),
        ("miles", "Miles and kilometres", "value * 1.609344", "value / 1.609344", "to kilometres", "to miles",
         [(1, 1.609344), (100, 160.9344), (26.2, 42.1648), (0, 0)], 3),
        ("knots", "Knots and kilometres per hour", "value * 1.852", "value / 1.852", "to kilometres per hour", "to knots",
         [(1, 1.852), (50, 92.6), (100, 185.2), (0, 0)], 3),
    ):  # fmt: skip
        known = "\n".join(
            f"- Set amount to {a:g}.\n- Then result = {r:g} ± {0.0005:g}." for a, r in tests
        )
        first, second = tests[1]
        script = f"""
const value = () => num('amount')
let conversions = 0
function convert(value) {{ return control('direction').value === '{to}' ? {there} : {back} }}
function state() {{ return {{ result: convert(value()), conversions }} }}
function render() {{ show('result', convert(value()).toFixed({digits})); show('conversions', conversions) }}
function changed() {{ conversions += 1; render() }}
on('amount', render)
on('direction', changed)
onReset(() => {{ control('amount').value = 10; control('direction').value = '{to}'; conversions = 0; render() }})
"""
        body = (
            number("amount", "Amount", -100, 1000, 10, 0.1) + select("direction", "Direction", to, away)
            + output("result", "Result") + output("conversions", "Turned around so many times")
        )  # fmt: skip
        yield App(
            name, "unit converter",
            spec(
                title, "The learner types an amount, chooses a direction and reads the result.",
                f'- amount: number from -100 to 1000 in steps of 0.1, starts at 10\n- direction: select of "{to}", "{away}", starts at "{to}"',
                "- result: number\n- conversions: whole number from 0",
                f"### Test: Known amounts\n{known}\n\n### Test: And back again\n- Set direction to \"{away}\".\n- Set amount to {second:g}.\n"
                f"- Then result = {first:g} ± 0.1.\n- Then conversions = 1.\n\n### Test: There and back is where it began\n- For any amount from 0 to 500, in 5 samples.\n"
                f"- Remember result as there.\n- Set direction to \"{away}\".\n- Set amount to 50.\n- Remember result as fifty.\n- Set direction to \"{to}\".\n- Then result > fifty or there < 0.\n\n"
                f"### Test: By keyboard, and reset\n- By keyboard, set amount to 20.\n- By keyboard, set direction to \"{away}\".\n- Reset.\n- Then everything is as at the start.\n",
            ),
            page(title, "How much is it in the other unit?", body, script),
            (
                Planted("wrong formula", there, {"temperature": "value * 5 / 9 + 32", "miles": "value * 1.6", "knots": "value * 1.85"}[name]),
                Planted("wrong formula", back, {"temperature": "(value - 30) * 5 / 9", "miles": "value * 1.609344", "knots": "value * 1.852"}[name]),
                Planted("dead handler", "on('direction', changed)\n", ""),
                Planted("off-by-one score", "let conversions = 0", "let conversions = 1"),
                Planted("lost state on reset", "conversions = 0; render() })", "render() })"),
            ),
        )  # fmt: skip


def money() -> Iterator[App]:
    """Saving, a loan and a discount."""
    saving = """
function total() { return num('start') * (1 + num('rate') / 100) ** num('years') }
function state() { return { total: total(), gain: total() - num('start') } }
"""
    loan = """
function total() {
  const rate = num('rate') / 1200, months = num('years') * 12
  return rate === 0 ? num('start') : num('start') * rate / (1 - (1 + rate) ** -months) * months
}
function state() { return { total: total(), gain: total() - num('start') } }
"""
    discount = """
function total() { return num('start') * (1 - num('rate') / 100) ** num('years') }
function state() { return { total: total(), gain: num('start') - total() } }
"""
    for name, title, code, lead, known, wrong in (
        ("saving", "Interest on interest", saving, "What becomes of savings?",
         [((1000, 5, 10), 1628.89), ((1000, 0, 10), 1000), ((500, 10, 1), 550)], ("** num('years')", "* num('years')")),
        ("loan", "What a loan costs", loan, "What is paid back in the end?",
         [((1000, 6, 1), 1032.80), ((1000, 0, 10), 1000), ((1000, 12, 2), 1129.76)], ("num('rate') / 1200", "num('rate') / 1000")),
        ("discount", "Prices that fall again and again", discount, "What is left after so many reductions?",
         [((100, 10, 2), 81), ((1000, 0, 3), 1000), ((200, 20, 1), 160)], ("(1 - num('rate') / 100)", "(1 + num('rate') / 100)")),
    ):  # fmt: skip
        script = f"""{code}
function render() {{
  show('total', total().toFixed(2))
  show('gain', state().gain.toFixed(2))
}}
on('start', render)
on('rate', render)
on('years', render)
onReset(() => {{ control('start').value = 1000; control('rate').value = 3; control('years').value = 5; render() }})
"""
        rows = "\n".join(
            f"- Set start to {a}.\n- Set rate to {r}.\n- Set years to {y}.\n- Then total = {t} ± 0.01.\n- Then gain = {abs(t - a):g} ± 0.01."
            for (a, r, y), t in known
        )
        trend = "falls" if name == "discount" else "rises"
        body = (
            number("start", "Amount at first", 0, 10000, 1000, 10) + slider("rate", "Rate in %", 0, 20, 3, 0.5)
            + slider("years", "How many times" if name == "discount" else "Years", 1, 30, 5)
            + output("total", "In the end", "€") + output("gain", "Difference", "€")
        )  # fmt: skip
        yield App(
            name, "interest",
            spec(
                title, "The learner sets an amount, a rate and a number of years or times, and reads what it comes to.",
                '- start: number from 0 to 10000 in steps of 10, in "€", starts at 1000\n- rate: slider from 0 to 20 in steps of 0.5, in "%", starts at 3\n- years: slider from 1 to 30, starts at 5',
                '- total: number from 0, in "€"\n- gain: number from 0, in "€"',
                f"### Test: Known results\n{rows}\n\n### Test: A higher rate tells\n- Sweep rate from 0 to 20 in 6 steps.\n- Then total {trend}.\n- Then gain rises.\n\n"
                f"### Test: The difference is the difference\n- For any start, rate, years.\n- Then gain = abs(total - start) ± 0.01.\n\n"
                "### Test: By keyboard, and reset\n- By keyboard, set start to 2000.\n- By keyboard, set years to 7.\n- Set rate to 8.\n- Reset.\n- Then everything is as at the start.\n",
            ),
            page(title, lead, body, script),
            (
                Planted("wrong formula", *wrong),
                Planted("dead handler", "on('rate', render)\n", ""),
                Planted("lost state on reset", "control('years').value = 5; ", ""),
                Planted("wrong boundary", f'{"rate === 0 ? num" if name == "loan" else "num("}{"(" if name == "loan" else ""}\'start\')', f'{"false ? num" if name == "loan" else "1.001 * num("}{"(" if name == "loan" else ""}\'start\')') if name == "loan" else Planted("text lies", "state().gain.toFixed(2)", "(state().gain * 1.01 + 0.1).toFixed(2)"),
            ),
        )  # fmt: skip


def fractions() -> Iterator[App]:
    """Adding, multiplying and comparing fractions."""
    for name, title, top, bottom, sign, known in (
        ("add", "Adding fractions", "a * d + c * b", "b * d", "+", [((1, 2, 1, 3), (5, 6)), ((1, 4, 1, 4), (1, 2)), ((2, 3, 1, 6), (5, 6))]),
        ("multiply", "Multiplying fractions", "a * c", "b * d", "×", [((1, 2, 1, 3), (1, 6)), ((2, 3, 3, 4), (1, 2)), ((3, 5, 2, 3), (2, 5))]),
        ("divide", "Dividing fractions", "a * d", "b * c", ":", [((1, 2, 1, 3), (3, 2)), ((2, 3, 3, 4), (8, 9)), ((1, 4, 1, 8), (2, 1))]),
    ):  # fmt: skip
        script = f"""
const gcd = (x, y) => (y === 0 ? x : gcd(y, x % y))
function result() {{
  const a = num('a'), b = num('b'), c = num('c'), d = num('d')
  const top = {top}, bottom = {bottom}
  const common = gcd(top, bottom)
  return [top / common, bottom / common]
}}
function state() {{ return {{ top: result()[0], bottom: result()[1] }} }}
function render() {{ show('top', result()[0]); show('bottom', result()[1]) }}
for (const name of ['a', 'b', 'c', 'd']) on(name, render)
onReset(() => {{ for (const [name, value] of [['a', 1], ['b', 2], ['c', 1], ['d', 3]]) control(name).value = value; render() }})
"""
        rows = "\n".join(
            f"- Set a to {a}.\n- Set b to {b}.\n- Set c to {c}.\n- Set d to {d}.\n- Then top = {x} and bottom = {y}."
            for (a, b, c, d), (x, y) in known
        )
        value = {"add": "a / b + c / d", "multiply": "a / b * c / d", "divide": "a / b / (c / d)"}[
            name
        ]
        body = (
            slider("a", "Numerator of the first", 1, 9, 1) + slider("b", "Denominator of the first", 1, 9, 2)
            + slider("c", "Numerator of the second", 1, 9, 1) + slider("d", "Denominator of the second", 1, 9, 3)
            + f"<p>The result of first {sign} second, in lowest terms:</p>" + output("top", "Numerator") + output("bottom", "Denominator")
        )  # fmt: skip
        yield App(
            f"fractions_{name}", "fractions",
            spec(
                title, "The learner sets two fractions and reads the result in lowest terms.",
                "\n".join(f"- {n}: slider from 1 to 9, starts at {s}" for n, s in (("a", 1), ("b", 2), ("c", 1), ("d", 3))),
                "- top: whole number from 1\n- bottom: whole number from 1",
                f"### Test: Known results\n{rows}\n\n### Test: The value is right and the terms are lowest\n- For any a, b, c, d, in 8 samples.\n"
                f"- Then top / bottom = {value}.\n- Then gcd(top, bottom) = 1.\n\n"
                "### Test: By keyboard, and reset\n- By keyboard, set a to 5.\n- By keyboard, set d to 8.\n- Set b to 7.\n- Set c to 3.\n- Reset.\n- Then everything is as at the start.\n",
            ),
            page(title, "Which fraction comes out?", body, script),
            (
                Planted("wrong formula", f"const top = {top},", f"const top = {'a + c' if name == 'add' else 'a * b'},"),
                Planted("wrong algorithm", "const common = gcd(top, bottom)", "const common = 1"),
                Planted("dead handler", "['a', 'b', 'c', 'd']) on", "['a', 'b', 'c']) on"),
                Planted("lost state on reset", "['c', 1], ", ""),
            ),
        )  # fmt: skip


def number_lines() -> Iterator[App]:
    """Jumping on the number line, rounding on it, and placing a number by hand."""
    script = """
let place = 0, jumps = 0
function state() { return { place, jumps } }
function render() { show('place', place); show('jumps', jumps); $('#dot').setAttribute('cx', 150 + 5 * place) }
function jump(by) { place = Math.max(-20, Math.min(20, place + by)); jumps += 1; render() }
on('right', () => jump(num('size')))
on('left', () => jump(-num('size')))
on('size', render)
onReset(() => { place = 0; jumps = 0; control('size').value = 3; render() })
"""
    line = '<svg viewBox="0 0 300 40" role="img" aria-label="The number line"><line x1="10" y1="20" x2="290" y2="20"/><circle id="dot" cx="150" cy="20" r="6"/></svg>'
    yield App(
        "jumps", "number line",
        spec(
            "Jumps on the number line", "The learner sets how far a jump goes and jumps right and left; the place ends at -20 and 20.",
            "- size: slider from 1 to 9, starts at 3\n- right: button\n- left: button",
            "- place: whole number from -20 to 20\n- jumps: whole number from 0",
            "### Test: Right adds and left takes away\n- Set size to 4.\n- Press right.\n- Then place = 4.\n- Set size to 9.\n- Press left.\n- Then place = -5 and jumps = 2.\n\n"
            "### Test: The line has ends\n- Set size to 9.\n- Press right 5 times.\n- Then place = 20.\n- Press left 8 times.\n- Then place = -20.\n\n"
            "### Test: Each jump right goes up until the end\n- Set size to 2.\n- Watch 8 presses of right.\n- Then place rises.\n- Then always place = 2 * jumps.\n\n"
            "### Test: By keyboard, and reset\n- By keyboard, set size to 5.\n- By keyboard, press left.\n- Then place = -5.\n- Reset.\n- Then everything is as at the start.\n",
        ),
        page("Jumps on the number line", "Where do the jumps lead?", line + slider("size", "Size of a jump", 1, 9, 3) + button("right", "Jump right") + button("left", "Jump left") + output("place", "Place") + output("jumps", "Jumps"), script),
        (
            Planted("wrong boundary", "Math.min(20, place + by)", "place + by"),
            Planted("wrong sign", "jump(-num('size'))", "jump(num('size'))"),
            Planted("lost state on reset", "place = 0; jumps = 0; control", "place = 0; control"),
            Planted("off-by-one score", "jumps += 1; render()", "jumps += place === 0 ? 0 : 1; render()"),
        ),
    )  # fmt: skip
    script = """
const unit = () => Number(control('to').value)
const rounded = () => Math.round(num('number') / unit()) * unit()
function state() { return { rounded: rounded(), up: rounded() > num('number') } }
function render() { show('rounded', rounded()); show('up', state().up ? 'It went up.' : 'It did not go up.') }
on('number', render)
on('to', render)
onReset(() => { control('number').value = 47; control('to').value = '10'; render() })
"""
    yield App(
        "rounding", "number line",
        spec(
            "Rounding", "The learner types a number, chooses to what it is rounded, and reads the result.",
            '- number: number from 0 to 9999, starts at 47\n- to: select of "10", "100", "1000", starts at "10"',
            "- rounded: whole number from 0 to 10000\n- up: yes or no",
            "### Test: Known roundings\n- Then rounded = 50 and up is yes.\n- Set number to 44.\n- Then rounded = 40 and up is no.\n- Set number to 45.\n- Then rounded = 50.\n"
            "- Set number to 1449.\n- Set to to \"100\".\n- Then rounded = 1400.\n- Set to to \"1000\".\n- Then rounded = 1000.\n- Set number to 1500.\n- Then rounded = 2000.\n\n"
            "### Test: Never farther than half a unit\n- For any number, in 8 samples.\n- Then abs(rounded - number) <= 5.\n- Then rounded mod 10 = 0.\n\n"
            "### Test: By keyboard, and reset\n- By keyboard, set number to 1234.\n- By keyboard, set to to \"100\".\n- Then rounded = 1200.\n- Reset.\n- Then everything is as at the start.\n",
        ),
        page("Rounding", "Up or down?", number("number", "Number", 0, 9999, 47) + select("to", "Round to", "10", "100", "1000") + output("rounded", "Rounded") + output("up", "Up"), script),
        (
            Planted("wrong formula", "Math.round(num", "Math.floor(num"),
            Planted("wrong boundary", "Math.round(num('number') / unit())", "Math.ceil(num('number') / unit() - 0.5)"),
            Planted("dead handler", "on('to', render)\n", ""),
            Planted("wrong value", "rounded() > num('number')", "rounded() >= 50"),
        ),
    )  # fmt: skip
    script = """
let goal = 7, score = 0, tries = 0, message = 'Where is 7?'
const GOALS = [7, -4, 12, -15, 3]
function state() { return { goal, score, tries, message } }
function render() { show('goal', goal); show('score', score); show('tries', tries); show('message', message) }
on('check', () => {
  tries += 1
  const right = num('guess') === goal
  if (right) { score += 1; goal = GOALS[score % GOALS.length] }
  message = right ? `Right. Where is ${goal}?` : num('guess') < goal ? 'Farther right.' : 'Farther left.'
  render()
})
on('hints', render)
onReset(() => { goal = 7; score = 0; tries = 0; message = 'Where is 7?'; control('guess').value = 0; control('hints').checked = false; render() })
on('guess', () => { if (control('hints').checked) message = `You are at ${num('guess')}.`; render() })
on('hints', () => { message = control('hints').checked ? 'Your place is told.' : `Where is ${goal}?`; render() })
"""
    yield App(
        "placing", "number line",
        spec(
            "Find the place", "The learner moves to the place of a number and checks; with hints the place is told while moving.",
            "- guess: slider from -20 to 20, starts at 0\n- check: button\n- hints: toggle, starts off",
            "- goal: whole number from -20 to 20\n- score: whole number from 0\n- tries: whole number from 0\n- message: text",
            "### Test: Right places count, wrong ones tell the way\n- Set guess to 5.\n- Press check.\n- Then message is \"Farther right.\" and score = 0 and tries = 1.\n- Set guess to 9.\n- Press check.\n"
            "- Then message shows \"Farther left\".\n- Set guess to 7.\n- Press check.\n- Then score = 1 and goal = -4 and tries = 3.\n- Set guess to -4.\n- Press check.\n- Then score = 2 and goal = 12.\n\n"
            "### Test: Hints tell the place\n- Set hints to on.\n- Set guess to -3.\n- Then message shows \"You are at -3\".\n- Set hints to off.\n- Set guess to 2.\n- Then message does not show \"You are at\".\n\n"
            "### Test: By keyboard, and reset\n- By keyboard, set guess to 7.\n- By keyboard, press check.\n- Then score = 1.\n- By keyboard, set hints to on.\n- Reset.\n- Then everything is as at the start.\n",
        ),
        page("Find the place", "Move to the number, then check.", slider("guess", "Your place", -20, 20, 0) + button("check", "Check") + toggle("hints", "Tell my place") + output("goal", "Number") + output("score", "Right") + output("tries", "Tries") + output("message", "Message"), script),
        (
            Planted("off-by-one score", "score += 1;", "score += 2;"),
            Planted("wrong sign", "num('guess') < goal ?", "num('guess') > goal ?"),
            Planted("lost state on reset", "control('hints').checked = false; ", ""),
            Planted("wrong judgement", "num('guess') === goal", "Math.abs(num('guess') - goal) <= 2"),
        ),
    )  # fmt: skip
