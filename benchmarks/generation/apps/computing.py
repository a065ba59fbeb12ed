"""Sorting, logic gates and machines with states."""

from __future__ import annotations

from collections.abc import Iterator

from apps.pages import App, Planted, button, output, page, select, spec, toggle


def apps() -> Iterator[App]:
    yield from sorters()
    yield from gates()
    yield from machines()


def sorters() -> Iterator[App]:
    """Three ways to sort, step by step."""
    start = "[5, 2, 8, 1, 9, 3]"
    for name, title, step, faults in (
        ("bubble", "Bubble sort", """
  const last = values.length - 1 - round
  comparisons += 1
  if (values[at] > values[at + 1]) { [values[at], values[at + 1]] = [values[at + 1], values[at]]; swaps += 1 }
  at += 1
  if (at >= last) { at = 0; round += 1 }
  done = round >= values.length - 1
""", (("wrong algorithm", "values[at] > values[at + 1]", "values[at] < values[at + 1]"), ("off-by-one", "values.length - 1 - round", "values.length - 2 - round"))),
        ("selection", "Selection sort", """
  let least = round
  for (let i = round + 1; i < values.length; i += 1) { comparisons += 1; if (values[i] < values[least]) least = i }
  if (least !== round) { [values[round], values[least]] = [values[least], values[round]]; swaps += 1 }
  round += 1
  done = round >= values.length - 1
""", (("wrong algorithm", "values[i] < values[least]", "values[i] > values[least]"), ("off-by-one", "let i = round + 1; i < values.length", "let i = round + 1; i < values.length - 1"))),
        ("insertion", "Insertion sort", """
  let i = round + 1
  while (i > 0) {
    comparisons += 1
    if (values[i - 1] <= values[i]) break
    ;[values[i - 1], values[i]] = [values[i], values[i - 1]]
    swaps += 1
    i -= 1
  }
  round += 1
  done = round >= values.length - 1
""", (("wrong algorithm", "values[i - 1] <= values[i]", "values[i - 1] >= values[i]"), ("off-by-one", "while (i > 0) {", "while (i > 1) {"))),
    ):  # fmt: skip
        steps = 15 if name == "bubble" else 5
        script = f"""
const LISTS = {{ 'mixed': {start}, 'backwards': [6, 5, 4, 3, 2, 1], 'sorted': [1, 2, 3, 4, 5, 6] }}
let values, round, at, comparisons, swaps, done
function begin() {{ values = [...LISTS[control('list').value]]; round = 0; at = 0; comparisons = 0; swaps = 0; done = false }}
function step() {{
  if (done) return{step}}}
function state() {{ return {{ values, comparisons, swaps, done }} }}
function render() {{
  show('values', values.join(' ')); show('comparisons', comparisons); show('swaps', swaps); show('done', done ? 'Sorted.' : 'Not sorted yet.')
}}
on('step', () => {{ step(); render() }})
on('finish', () => {{ while (!done) step(); render() }})
on('list', () => {{ begin(); render() }})
onReset(() => {{ control('list').value = 'mixed'; begin(); render() }})
begin()
"""
        swaps = {"bubble": (7, 15), "selection": (3, 3), "insertion": (7, 15)}[name]
        yield App(
            f"{name}_sort", "sorting visualiser",
            spec(
                title, f"The learner chooses a list and goes through {title.lower()} step by step, or to the end.",
                '- list: select of "mixed", "backwards", "sorted", starts at "mixed"\n- step: button\n- finish: button',
                "- values: list of numbers from 1 to 9\n- comparisons: whole number from 0 to 15\n- swaps: whole number from 0 to 15\n- done: yes or no",
                "### Test: In the end every list is in order\n- For any list, in 3 samples.\n- Remember sum(values) as before.\n- Press finish.\n- Then values = sorted(values).\n- Then sum(values) = before and count(values) = 6.\n- Then done is yes.\n\n"
                f"### Test: Step by step it gets there too\n- Watch {steps} presses of step.\n- Then comparisons rises.\n- Then always sum(values) = 28.\n- Then values = [1, 2, 3, 5, 8, 9] and done is yes.\n\n"
                f"### Test: A sorted list needs no swap, a backward one the most\n- Set list to \"sorted\".\n- Press finish.\n- Then swaps = 0.\n- Set list to \"backwards\".\n- Press finish.\n- Then swaps = {swaps[1]}.\n- Set list to \"mixed\".\n- Press finish.\n- Then swaps = {swaps[0]}.\n\n"
                "### Test: After the end a step changes nothing\n- Press finish.\n- Remember comparisons as before.\n- Press step 2 times.\n- Then comparisons = before.\n\n"
                "### Test: By keyboard, and reset\n- By keyboard, set list to \"backwards\".\n- By keyboard, press step 2 times.\n- Then comparisons > 0.\n- Reset.\n- Then everything is as at the start.\n",
            ),
            page(title, "Which two does it look at next?", select("list", "List", "mixed", "backwards", "sorted") + button("step", "One step") + button("finish", "To the end") + output("values", "List") + output("comparisons", "Comparisons") + output("swaps", "Swaps") + output("done", "State"), script),
            (
                *(Planted(*fault) for fault in faults),
                Planted("lost state on reset", "control('list').value = 'mixed'; begin()", "control('list').value = 'mixed'"),
                Planted("lost state on reset", "swaps = 0; done = false", "swaps = swaps ?? 0; done = false"),
                Planted("aliased data", "[...LISTS[control('list').value]]", "LISTS[control('list').value]"),
            ),
        )  # fmt: skip


def gates() -> Iterator[App]:
    """One gate to choose, a half adder, and a full adder."""
    for name, title, inputs, code, outputs, tests, faults in (
        ("gate", "Logic gates", "ab", """
const GATES = { AND: (a, b) => a && b, OR: (a, b) => a || b, XOR: (a, b) => a !== b, NAND: (a, b) => !(a && b) }
function state() { return { out: GATES[control('gate').value](a(), b()) } }
""", ("out",),
         "### Test: Each gate does what its name says\n- For any a, b, in 2 samples.\n- Then out = (a and b).\n- Set gate to \"OR\".\n- Then out = (a or b).\n- Set gate to \"XOR\".\n- Then out = (a ≠ b).\n- Set gate to \"NAND\".\n- Then out = (not (a and b)).\n\n"
         "### Test: With different inputs\n- Set a to on.\n- Then out is no.\n- Set gate to \"OR\".\n- Then out is yes.\n- Set gate to \"XOR\".\n- Then out is yes.\n- Set gate to \"NAND\".\n- Then out is yes.\n",
         (("wrong formula", "OR: (a, b) => a || b", "OR: (a, b) => a !== b"), ("wrong formula", "NAND: (a, b) => !(a && b)", "NAND: (a, b) => !(a || b)"))),
        ("half_adder", "A half adder", "ab", """
function state() { return { sum: a() !== b(), carry: a() && b() } }
""", ("sum", "carry"),
         "### Test: One and one is two\n- Set a to on.\n- Then sum is yes and carry is no.\n- Set b to on.\n- Then sum is no and carry is yes.\n- Set a to off.\n- Then sum is yes and carry is no.\n- Set b to off.\n- Then sum is no and carry is no.\n",
         (("wrong formula", "sum: a() !== b()", "sum: a() || b()"), ("wrong formula", "carry: a() && b()", "carry: a() || b()"))),
        ("full_adder", "A full adder", "abc", """
function state() { const n = a() + b() + c(); return { sum: n % 2 === 1, carry: n >= 2 } }
""", ("sum", "carry"),
         "### Test: It counts to three\n- Set a to on.\n- Then sum is yes and carry is no.\n- Set b to on.\n- Then sum is no and carry is yes.\n- Set c to on.\n- Then sum is yes and carry is yes.\n- Set a to off.\n- Then sum is no and carry is yes.\n",
         (("wrong formula", "sum: n % 2 === 1", "sum: n === 1"), ("off-by-one", "carry: n >= 2", "carry: n >= 3"))),
    ):  # fmt: skip
        script = f"""
{chr(10).join(f"const {each} = () => control('{each}').checked" for each in inputs)}
{code.strip()}
let changes = 0
function render() {{ const now = {{ ...state() }}; {" ".join(f"show('{o}', now.{o} ? 'on' : 'off');" for o in outputs)} show('lit', '●'.repeat({" + ".join(f"now.{o}" for o in outputs)}) || 'none') }}
{chr(10).join(f"on('{each}', render)" for each in inputs)}
{"on('gate', render)" if name == "gate" else ""}
onReset(() => {{ {" ".join(f"control('{each}').checked = false;" for each in inputs)} {"control('gate').value = 'AND';" if name == "gate" else ""} render() }})
"""
        body = "".join(toggle(each, f"Input {each.upper()}") for each in inputs)
        body += select("gate", "Gate", "AND", "OR", "XOR", "NAND") if name == "gate" else ""
        body += "".join(output(each, each.title()) for each in outputs)
        body += '<div class="row">Lamps: <span data-output="lit"></span></div>'
        controls = "\n".join(f"- {each}: toggle, starts off" for each in inputs)
        controls += '\n- gate: select of "AND", "OR", "XOR", "NAND", starts at "AND"' if name == "gate" else ""  # fmt: skip
        yield App(
            name, "logic gates",
            spec(
                title, "The learner switches the inputs and sees which outputs are on.", controls,
                "\n".join(f"- {each}: yes or no" for each in outputs),
                f"{tests}\n### Test: The page says it\n- Set a to on.\n- Set b to on.\n- Then the page shows \"{'Out: on' if name == 'gate' else 'Carry: on'}\".\n\n"
                "### Test: By keyboard, and reset\n- By keyboard, set a to on.\n- By keyboard, set b to on.\n- Reset.\n- Then everything is as at the start.\n",
            ),
            page(title, "Which lamps are lit?", body, script),
            (
                *(Planted(*fault) for fault in faults),
                Planted("dead handler", "on('b', render)\n", ""),
                Planted("lost state on reset", "control('b').checked = false;", ""),
                Planted("text lies", f"now.{outputs[-1]} ? 'on' : 'off'", f"now.{outputs[-1]} ? 'off' : 'on'"),
            ),
        )  # fmt: skip


def machines() -> Iterator[App]:
    """A drinks machine, a turnstile and a traffic light."""
    script = """
const PRICE = 150
let credit = 0, sold = 0, phase = 'waiting', message = 'Put in money.'
function state() { return { credit, sold, phase, message } }
function render() { for (const [name, value] of Object.entries(state())) show(name, value) }
function pay(coin) {
  credit += coin
  phase = credit >= PRICE ? 'ready' : 'paying'
  message = credit >= PRICE ? 'Take your drink.' : `${PRICE - credit} more.`
  render()
}
on('fifty', () => pay(50))
on('hundred', () => pay(100))
on('take', () => {
  if (credit < PRICE) { message = 'Not enough money.'; render(); return }
  credit -= PRICE
  sold += 1
  phase = credit > 0 ? 'paying' : 'waiting'
  message = 'Enjoy it.'
  render()
})
onReset(() => { credit = 0; sold = 0; phase = 'waiting'; message = 'Put in money.'; render() })
"""
    yield App(
        "drinks", "state machine",
        spec(
            "A drinks machine", "The learner puts in coins of 50 and 100 and takes a drink for 150; what is left over stays as credit.",
            "- fifty: button\n- hundred: button\n- take: button",
            '- credit: whole number from 0, in "cent"\n- sold: whole number from 0\n- phase: one of "waiting", "paying", "ready"\n- message: text',
            "### Test: The exact price buys a drink\n- Press hundred.\n- Then phase is \"paying\" and message shows \"50 more\".\n".replace(" and message shows \"50 more\"", "") +
            "- Then message shows \"50 more\".\n- Press fifty.\n- Then phase is \"ready\".\n- Press take.\n- Then sold = 1 and credit = 0 and phase is \"waiting\".\n\n"
            "### Test: Too little buys nothing\n- Press fifty 2 times.\n- Press take.\n- Then sold = 0 and credit = 100.\n- Then message shows \"Not enough\".\n\n"
            "### Test: Too much stays as credit\n- Press hundred 2 times.\n- Press take.\n- Then credit = 50 and sold = 1 and phase is \"paying\".\n\n"
            "### Test: By keyboard, and reset\n- By keyboard, press hundred.\n- By keyboard, press fifty.\n- Then credit = 150.\n- Reset.\n- Then everything is as at the start.\n",
        ),
        page("A drinks machine", "What does the machine remember?", button("fifty", "50 cent") + button("hundred", "1 euro") + button("take", "Take a drink") + output("credit", "Credit", "cent") + output("sold", "Drinks sold") + output("phase", "Machine") + output("message", "Display"), script),
        (
            Planted("wrong boundary", "if (credit < PRICE) {", "if (credit <= PRICE) {"),
            Planted("lost state", "credit -= PRICE", "credit = 0"),
            Planted("wrong value", "on('fifty', () => pay(50))", "on('fifty', () => pay(100))"),
            Planted("lost state on reset", "sold = 0; phase = 'waiting'; message = 'Put", "phase = 'waiting'; message = 'Put"),
        ),
    )  # fmt: skip
    script = """
let locked = true, passed = 0, alarms = 0
function state() { return { locked, passed, alarms } }
function render() { show('locked', locked ? 'locked' : 'open'); show('passed', passed); show('alarms', alarms) }
on('coin', () => { locked = false; render() })
on('push', () => {
  if (locked) alarms += 1
  else { passed += 1; locked = true }
  render()
})
onReset(() => { locked = true; passed = 0; alarms = 0; render() })
"""
    yield App(
        "turnstile", "state machine",
        spec(
            "A turnstile", "A coin unlocks the turnstile, a push goes through and locks it; a push against the lock rings.",
            "- coin: button\n- push: button", "- locked: yes or no\n- passed: whole number from 0\n- alarms: whole number from 0",
            "### Test: A coin lets one person through\n- Press coin.\n- Then locked is no.\n- Press push.\n- Then passed = 1 and locked is yes.\n- Press push.\n- Then passed = 1 and alarms = 1.\n\n"
            "### Test: Two coins let through no more than one\n- Press coin 2 times.\n- Press push 2 times.\n- Then passed = 1 and alarms = 1.\n\n"
            "### Test: By keyboard, and reset\n- By keyboard, press push.\n- By keyboard, press coin.\n- Then alarms = 1 and locked is no.\n- Reset.\n- Then everything is as at the start.\n",
        ),
        page("A turnstile", "In which state does it stand?", button("coin", "Put in a coin") + button("push", "Push") + output("locked", "It is") + output("passed", "Passed") + output("alarms", "Alarms"), script),
        (
            Planted("wrong transition", "passed += 1; locked = true", "passed += 1"),
            Planted("off-by-one score", "alarms += 1", "alarms += 2"),
            Planted("lost state on reset", "locked = true; passed = 0; alarms = 0; render", "locked = true; passed = 0; render"),
            Planted("wrong transition", "locked = false; render()", "locked = !locked; render()"),
        ),
    )  # fmt: skip
    script = """
const ORDER = [['red', 4], ['red and yellow', 1], ['green', 3], ['yellow', 1]]
let at = 0, left = 4, rounds = 0, timer = 0
function state() { return { light: ORDER[at][0], left, rounds, running: timer !== 0 } }
function render() { const now = state(); show('light', now.light); show('left', left); show('rounds', rounds); show('running', now.running ? 'running' : 'stopped') }
function tick() {
  left -= 1
  if (left === 0) {
    at = (at + 1) % ORDER.length
    left = ORDER[at][1]
    if (at === 0) rounds += 1
  }
  render()
}
function stop() { clearInterval(timer); timer = 0 }
on('run', () => { if (timer === 0) timer = setInterval(tick, 1000); render() })
on('halt', () => { stop(); render() })
onReset(() => { stop(); at = 0; left = 4; rounds = 0; render() })
"""
    yield App(
        "traffic_light", "state machine",
        spec(
            "A traffic light", "The light goes round by itself: red 4 s, red and yellow 1 s, green 3 s, yellow 1 s. The learner starts and stops it.",
            "- run: button\n- halt: button",
            '- light: one of "red", "red and yellow", "green", "yellow"\n- left: whole number from 1 to 4, in "s"\n- rounds: whole number from 0\n- running: yes or no',
            "### Test: The order and the times\n- Press run.\n- Wait 4 s.\n- Then light is \"red and yellow\".\n- Wait 1 s.\n- Then light is \"green\" and left = 3.\n- Wait 3 s.\n- Then light is \"yellow\".\n- Wait 1 s.\n- Then light is \"red\" and rounds = 1.\n\n"
            "### Test: It halts and goes on\n- Press run.\n- Wait 2 s.\n- Press halt.\n- Then left = 2 and running is no.\n- Wait 5 s.\n- Then left = 2.\n- Press run.\n- Wait 1 s.\n- Then left = 1.\n\n"
            "### Test: Pressed twice it runs no faster\n- Press run 2 times.\n- Wait 3 s.\n- Then left = 1 and light is \"red\".\n\n"
            "### Test: By keyboard, and reset while it runs\n- By keyboard, press run.\n- Wait 6 s.\n- Reset.\n- Then everything is as at the start.\n- Wait 3 s.\n- Then everything is as at the start.\n",
        ),
        page("A traffic light", "What comes after green?", button("run", "Run") + button("halt", "Halt") + output("light", "Light") + output("left", "Seconds left") + output("rounds", "Rounds") + output("running", "It is"), script),
        (
            Planted("timer not stopped", "onReset(() => { stop(); at", "onReset(() => { at"),
            Planted("wrong data", "['green', 3]", "['green', 4]"),
            Planted("several timers", "if (timer === 0) timer = setInterval", "timer = setInterval"),
            Planted("wrong unit", "setInterval(tick, 1000)", "setInterval(tick, 900)"),
            Planted("off-by-one score", "if (at === 0) rounds += 1", "if (at === 1) rounds += 1"),
        ),
    )  # fmt: skip
