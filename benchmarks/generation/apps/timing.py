"""Music and timers."""

from __future__ import annotations

import json
from collections.abc import Iterator

from apps.pages import (
    App,
    Planted,
    button,
    number,
    output,
    page,
    select,
    slider,
    spec,
)


def apps() -> Iterator[App]:
    yield from music()
    yield from timers()


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
