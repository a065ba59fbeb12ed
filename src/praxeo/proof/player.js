() => {
  // Plays an app through the hooks of docs/reference/app-contract.md, as a pointer would.
  // Findings are lists [code, place, detail]; the words for people are made in Python.
  const REACTION_MS = 1000 // how long an app may take to react to an answer
  const BATCH_MS = 1500 // after which a batch of exercises hands back what it found
  const WRONG_TEXT = 'zzqxv'
  const root = document.documentElement
  const all = (selector, within = document) => [...within.querySelectorAll(selector)]
  const squeeze = (text) => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
  const byHook = (name, value, within = document) =>
    all(`[data-${name}]`, within).find((element) => element.dataset[name] === value)

  async function settle(condition) {
    const end = performance.now() + REACTION_MS
    for (let turn = 0; ; turn += 1) {
      const found = condition()
      if (found) return found
      if (performance.now() > end) return false
      await new Promise((go) => setTimeout(go, turn < 20 ? 0 : 20))
    }
  }

  const shown = (element) => element.checkVisibility({ visibilityProperty: true })
  const shownText = (element) => squeeze(element.innerText)
  const says = (element, text) => shownText(element).includes(squeeze(text))
  const bare = (text) => text.normalize('NFC').replace(/\s+/g, '')

  /** What stands in an element sign by sign, formulas included (which have no inner text), without what is not shown. */
  function signsOf(element) {
    if (element.nodeType === Node.TEXT_NODE) return bare(element.data)
    return element.nodeType === Node.ELEMENT_NODE && shown(element) ? [...element.childNodes].map(signsOf).join('') : ''
  }
  const exercise = (id) => byHook('exercise', id)
  const stateOf = (id) => exercise(id)?.dataset.state
  const progress = () => (root.dataset.progress ?? '').split('/').map(Number)

  // Kinds of controls whose place was looked at in an exercise: it does not move between its answers.
  let looked = new Set()

  /** Why nobody could use this control with a pointer, or "". */
  function obstacle(control) {
    if (control.disabled) return 'disabled'
    const key = `${control.closest('[data-exercise]')?.dataset.exercise}/${control.dataset.action ?? control.dataset.left ?? control.value}`
    if (looked.has(key)) return ''
    looked.add(key)
    const places = [control, ...(control.labels ?? [])].filter(shown)
    if (places.length === 0) return 'hidden'
    for (const place of places) {
      place.scrollIntoView({ block: 'center', behavior: 'instant' })
      const box = place.getClientRects()[0]
      if (!box) continue
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
      if (hit && (place.contains(hit) || places.some((other) => other.contains(hit)))) return ''
    }
    return 'covered'
  }

  const isSection = (place) => /^s\d+$/.test(place)
  const inSection = () => all('[data-section]').some(shown)
  const wayTo = (place) => all('[data-goto]').find((element) => element.dataset.goto === place && shown(element))
  const home = () => !inSection() && all('[data-goto]').some((element) => isSection(element.dataset.goto) && shown(element))
  const isAt = (place) => {
    if (place === 'home') return home()
    return isSection(place) ? byHook('section', place) : !home() && !inSection()
  }

  /** Go to a view as a reader does: from the start, to which every view leads. */
  async function goTo(place, short = false) {
    const direct = place === 'home' || home() || (short && wayTo(place))
    if (!direct && !(await goTo('home'))) return false
    const control = wayTo(place)
    control?.click()
    return Boolean(await settle(() => isAt(place)))
  }

  const control = (name) => all(`[data-action="${name}"]`).find(shown)
  const screen = () => all('[data-section]').find(shown)?.dataset.screen

  /** Go to the next screen of a section that is shown screen by screen; whether there is one. */
  async function goOnward() {
    const before = screen()
    const onward = before && control('onward')
    onward?.click()
    return Boolean(onward && (await settle(() => screen() !== before)))
  }

  /** Go on until an exercise is shown; what was passed by is looked for from the section's start. */
  async function reach(id) {
    const section = all('[data-section]').find(shown)?.dataset.section
    for (const afresh of [false, true]) {
      if (afresh && !(screen() && (await goTo(section)))) return false
      do if (exercise(id)) return true
      while (await goOnward())
    }
    return false
  }

  // --- one exercise --------------------------------------------------------------------------------

  class Trial {
    constructor(plan, wrongs) {
      this.plan = plan
      this.wrongs = wrongs
      this.findings = []
      this.answers = 0
      this.element = exercise(plan.id)
    }
    fault(code, detail = '') {
      this.findings.push([code, this.plan.id, String(detail)])
      return false
    }
    action(name, within = this.element) {
      return all(`[data-action="${name}"]`, within).find(shown)
    }
    /** Press a button of the exercise and wait for the state that has to come of it. */
    async press(name, state) {
      const button = this.action(name)
      if (!button) return this.fault('control_missing', name)
      const why = obstacle(button)
      if (why) return this.fault('control_unreachable', `${name}: ${why}`)
      button.click()
      const reached = await settle(() => {
        this.element = exercise(this.plan.id)
        return this.element && (!state || this.element.dataset.state === state)
      })
      return Boolean(reached)
    }
    /** Give an answer and see that it is judged as the spec says. */
    async judged(verdict) {
      this.answers += 1
      if (await this.press('check', verdict)) return true
      const state = stateOf(this.plan.id)
      if (state === 'open') return this.fault('no_reaction', 'check')
      if (!this.findings.length)
        this.fault(verdict === 'right' ? 'right_answer_refused' : 'wrong_answer_accepted', this.given)
      return false
    }
    /** After a wrong answer the right one is told and another try is offered. */
    async again() {
      const card = CARDS.has(this.plan.played)
      const told = card ? this.element : this.element.querySelector('[data-feedback]')
      for (const answer of this.plan.answers)
        if (!told || !this.says(told, answer)) return this.fault('right_answer_not_told', answer)
      for (const words of this.plan.explanations)
        if (!told || !this.says(told, words)) return this.fault('explanation_not_told', words)
      const before = this.others()
      const done = root.dataset.progress
      if (!(await this.press('retry', 'open'))) {
        if (!this.findings.length) this.fault('no_reaction', 'retry')
        return false
      }
      if (this.others() !== before || root.dataset.progress !== done) return this.fault('retry_loses_progress')
      return true
    }
    /** The states of all other exercises; in long apps only now and then, for it takes long. */
    others() {
      if (!this.plan.thorough) return ''
      const { [this.plan.id]: _own, ...others } = window.praxeo.state().exercises
      return JSON.stringify(Object.entries(others).sort())
    }
    sees(text) {
      return this.says(this.element, text) || this.fault('text_missing', text)
    }
    /** Whether a text stands there; one with formulas by their signs, between which spaces do not count. */
    says(element, text) {
      const signs = this.plan.formulas[text]
      return signs === undefined ? says(element, text) : signsOf(element).includes(bare(signs))
    }
    /** Whether an answer stands there before it is uncovered, though the question does not say it. */
    gives(front, back) {
      const words = wordsOf(this.element)
      const signs = this.plan.formulas[back]
      if (signs === undefined) return !squeeze(front).includes(squeeze(back)) && words.includes(squeeze(back))
      return !bare(this.plan.formulas[front] ?? front).includes(bare(signs)) && signsOf(this.element).includes(bare(signs))
    }
  }

  const CARDS = new Set(['card', 'typed', 'picked', 'listed'])
  const PLAYERS = { card: playCard, typed, picked, listed, cloze, choice, pairs, order }

  /** What an exercise says by itself: a short answer such as "2" may well stand on a control ("page 2"). */
  function wordsOf(element) {
    const controls = all('button, label, [role=button]', element).map(shownText).filter(Boolean)
    return controls.reduce((words, control) => words.replace(control, ' '), shownText(element))
  }

  /** Uncover a card and say that it was not known, then that it was; with `twice` false only the first. */
  async function playCard(trial, twice = true) {
    const { front, answers } = trial.plan
    if (!trial.sees(front)) return false
    const [back] = answers
    const uncover = async () => {
      if (trial.gives(front, back)) return trial.fault('answer_given_away', back)
      if (!(await trial.press('reveal', 'revealed')))
        return trial.findings.length ? false : trial.fault('no_reaction', 'reveal')
      return trial.says(trial.element, back) || trial.fault('text_missing', back)
    }
    const rate = async (name, state) => {
      trial.answers += 1
      return (await trial.press(name, state)) || (trial.findings.length ? false : trial.fault('no_reaction', name))
    }
    if (!(await uncover()) || !(await rate('again', 'wrong'))) return false
    count(trial)
    if (!(await trial.again())) return false
    return !twice || ((await uncover()) && (await rate('knew', 'right')))
  }

  /** A card whose answer is typed: uncovered, typed wrong, and typed right. */
  async function typed(trial) {
    if (!(await playCard(trial, false)) || !write(trial, WRONG_TEXT) || !(await trial.judged('wrong'))) return
    if (!(await trial.again())) return
    const { accepted } = trial.plan
    if (write(trial, trial.wrongs === 'all' ? accepted[0] : accepted.at(-1))) await trial.judged('right')
  }

  /** A card whose answer is chosen. */
  async function picked(trial) {
    if (await playCard(trial, false)) await choice(trial, false)
  }

  /** A card whose parts are named one by one: what is none of them changes nothing. */
  async function listed(trial) {
    if (!(await playCard(trial, false)) || !write(trial, WRONG_TEXT) || !(await trial.judged('open'))) return
    const parts = trial.plan.rows.map((row) => row.right).reverse()
    for (const [at, part] of parts.entries())
      if (!write(trial, part) || !(await trial.judged(at + 1 < parts.length ? 'open' : 'right'))) return
  }

  /** Type an answer into the field of an exercise. */
  function write(trial, text) {
    const input = trial.element.querySelector('input[data-answer]')
    if (!input) return trial.fault('control_missing', 'answer')
    const why = obstacle(input)
    if (why) return trial.fault('control_unreachable', `answer: ${why}`)
    type(input, text)
    trial.given = text
    return true
  }

  function type(input, text) {
    input.focus()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }

  async function cloze(trial) {
    const { before, after, accepted } = trial.plan
    for (const part of [before, after]) if (squeeze(part) && !trial.sees(part)) return
    const fill = (text) => write(trial, text)
    if (!fill(WRONG_TEXT) || !(await trial.judged('wrong'))) return
    count(trial)
    if (!(await trial.again())) return
    if (fill(trial.wrongs === 'all' ? accepted[0] : accepted.at(-1))) await trial.judged('right')
  }

  async function choice(trial, counted = true) {
    const { front, answers, wrong } = trial.plan
    if (!trial.sees(front)) return
    const pick = (text) => {
      const options = all('input[type=radio][data-option]', trial.element)
      const values = options.map((option) => option.value).sort()
      if (JSON.stringify(values) !== JSON.stringify([...answers, ...wrong].sort()))
        return trial.fault('options_differ', values.join(' · '))
      const option = options.find((each) => each.value === text)
      const why = obstacle(option)
      if (why) return trial.fault('control_unreachable', `option: ${why}`)
      option.click()
      trial.given = text
      return true
    }
    for (const [at, text] of (trial.wrongs === 'all' ? wrong : wrong.slice(-1)).entries()) {
      if (!pick(text) || !(await trial.judged('wrong'))) return
      if (counted && at === 0) count(trial)
      const meaning = trial.plan.meanings[text]
      if (meaning && !says(trial.element.querySelector('[data-feedback]'), meaning))
        return void trial.fault('meaning_not_told', meaning)
      if (!(await trial.again())) return
    }
    if (pick(answers[0])) await trial.judged('right')
  }

  function choose(select, text) {
    if (!select.options) return sort(select, text)
    select.value = text
    select.dispatchEvent(new Event('input', { bubbles: true }))
    select.dispatchEvent(new Event('change', { bubbles: true }))
    return select.value === text
  }

  const radios = (group) => all('input[type=radio]', group)

  /** A group of radio buttons in place of a select. */
  function sort(group, text) {
    const option = radios(group).find((each) => each.value === text)
    option?.click()
    return Boolean(option?.checked)
  }

  const offeredBy = (row) => (row.options ? [...row.options] : radios(row)).map((option) => option.value).filter(Boolean)

  /** The select or radio buttons of every pair; pairs with the same left side take theirs in the order of the page. */
  function selectsOf(element, rows) {
    const free = all('[data-left]', element)
    return rows.map(({ left }) => {
      const at = free.findIndex((select) => select.dataset.left === left)
      return at < 0 ? null : free.splice(at, 1)[0]
    })
  }

  async function pairs(trial) {
    const { rows } = trial.plan
    const rights = rows.map((row) => row.right)
    const fill = (texts) => {
      const selects = selectsOf(trial.element, rows)
      for (const [at, select] of selects.entries()) {
        if (!select) return trial.fault('control_missing', rows[at].left)
        const offered = new Set(offeredBy(select))
        if (offered.size !== new Set(rights).size || rights.some((text) => !offered.has(text)))
          return trial.fault('options_differ', [...offered].join(' · '))
        const why = obstacle(select.options ? select : radios(select)[at % rights.length] ?? select)
        if (why) return trial.fault('control_unreachable', `${rows[at].left}: ${why}`)
        if (!choose(select, texts[at])) return trial.fault('options_differ', texts[at])
      }
      trial.given = texts.join(' · ')
      return true
    }
    const turned = rows.map((row, at) => rights[(at + 1) % rights.length])
    if (turned.some((text, at) => !rows.some((row) => row.left === rows[at].left && row.right === text))) {
      if (!fill(turned) || !(await trial.judged('wrong'))) return
      count(trial)
      if (!(await trial.again())) return
    }
    if (fill(rights)) await trial.judged('right')
  }

  async function order(trial) {
    const { rows } = trial.plan
    const wanted = rows.map((row) => row.right)
    const steps = () => all('li[data-step]', trial.element)
    const order_now = () => steps().map((step) => step.dataset.step)
    if (JSON.stringify(order_now().sort()) !== JSON.stringify([...wanted].sort()))
      return void trial.fault('options_differ', order_now().join(' · '))
    trial.given = order_now().join(' · ')
    if (!(await trial.judged('wrong'))) return
    count(trial)
    if (!(await trial.again())) return
    /** Move the step at a place by one; whether it is there afterwards. */
    const move = async (name, from) => {
      const text = order_now()[from]
      const button = trial.action(name, steps()[from])
      if (!button) return trial.fault('control_missing', name)
      const why = obstacle(button)
      if (why) return trial.fault('control_unreachable', `${name}: ${why}`)
      button.click()
      const to = name === 'up' ? from - 1 : from + 1
      return (await settle(() => order_now()[to] === text)) || trial.fault('no_reaction', name)
    }
    if (!(await move('down', 0)) || !(await move('up', 1))) return
    for (let at = 0; at < wanted.length; at += 1)
      for (let from = order_now().indexOf(wanted[at], at); from > at; from -= 1)
        if (!(await move('up', from))) return
    trial.given = order_now().join(' · ')
    await trial.judged('right')
  }

  // --- what has to hold after every answer ---------------------------------------------------------

  let expected = { done: 0, total: 0 }

  /** The first answer to an exercise raises the progress by one. */
  function count(trial) {
    expected.done += 1
    const [done, total] = progress()
    const state = trial.plan.thorough ? window.praxeo.state() : null
    if (done !== expected.done || total !== expected.total || (state && (state.progress.done !== done || state.progress.total !== total)))
      trial.fault('progress_wrong', `${root.dataset.progress} instead of ${expected.done}/${expected.total}`)
    expected.done = done // one fault is told once, not after every answer that follows
    if ((root.dataset.complete === 'true') !== (expected.done === expected.total)) trial.fault('complete_wrong', root.dataset.progress)
    if (state && state.exercises[trial.plan.id] !== stateOf(trial.plan.id)) trial.fault('state_wrong', state.exercises[trial.plan.id])
  }

  async function evidence(trial) {
    if (trial.plan.evidence.length === 0) return
    const button = trial.action('evidence')
    if (!button) return void trial.fault('control_missing', 'evidence')
    const why = obstacle(button)
    if (why) return void trial.fault('control_unreachable', `evidence: ${why}`)
    button.click()
    for (const { ref, text, label } of trial.plan.evidence) {
      const panel = await settle(() => {
        const found = byHook('evidence', ref, trial.element)
        return found && shown(found) && found
      })
      if (!panel) return void trial.fault('evidence_missing', ref)
      if (!says(panel, text) || !says(panel, label)) return void trial.fault('evidence_differs', ref)
    }
    button.click()
    const closed = () => !all('[data-evidence]', trial.element).some(shown)
    if (!(await settle(closed))) trial.fault('no_reaction', 'evidence')
  }

  /** What is wider than the window, or "". */
  function tooWide() {
    const { scrollWidth, clientWidth } = root
    if (scrollWidth <= clientWidth + 1) return ''
    const wide = all('body *').filter((element) => element.getBoundingClientRect().right > clientWidth + 1).at(-1)
    return `${scrollWidth} px: ${wide?.tagName.toLowerCase() ?? ''} ${wide?.className ?? ''}`
  }

  async function play(plan, wrongs) {
    await reach(plan.id)
    const trial = new Trial(plan, wrongs)
    if (!trial.element) return trial // told as missing when the section was entered
    if (trial.element.dataset.state !== 'open') trial.fault('not_open', trial.element.dataset.state)
    else {
      await PLAYERS[plan.played](trial)
      if (!trial.findings.length && stateOf(plan.id) !== 'right') trial.fault('state_wrong', stateOf(plan.id))
      if (!trial.findings.length) await evidence(trial)
    }
    return trial
  }

  /** What one screen of a section shows; what is folded has to unfold. */
  async function takeIn(section, held) {
    const view = byHook('section', section.id)
    held.words += ` ${squeeze(view.textContent)}`
    for (const element of all('[data-activity]', view).filter(shown)) {
      const { activity, kind } = element.dataset
      const ids = all('[data-exercise]', element).map((each) => each.dataset.exercise)
      held.activities.set(activity, { kind, ids: [...(held.activities.get(activity)?.ids ?? []), ...ids] })
    }
    for (const fold of all('details:not([open]) > [data-action="unfold"]', view)) {
      fold.click()
      const folded = fold.nextElementSibling
      if (!(await settle(() => folded && shown(folded)))) return [['no_reaction', section.id, 'unfold']]
    }
    return []
  }

  // --- what Python calls ---------------------------------------------------------------------------

  window.praxeoCheck = {
    goTo,
    /** Bring a place into sight, for a picture of it. */
    async show(place) {
      if (isSection(place) || place === 'home') isAt(place) || (await goTo(place))
      else (exercise(place) ?? byHook('activity', place))?.scrollIntoView({ block: 'center', behavior: 'instant' })
    },
    ready: () => settle(() => root.dataset.ready === 'true'),
    /** The start: nothing done yet, a main heading, and a way into every section. */
    start({ total, sections }) {
      expected = { done: 0, total }
      const findings = []
      const state = window.praxeo?.state?.()
      if (!state?.ready) findings.push(['no_state', '', ''])
      if (root.dataset.progress !== `0/${total}`)
        findings.push(['progress_wrong', '', `${root.dataset.progress} instead of 0/${total}`])
      if (root.dataset.complete === 'true' && total > 0) findings.push(['complete_wrong', '', `0/${total}`])
      if (all('h1').filter(shown).length !== 1) findings.push(['no_heading', '', ''])
      for (const id of sections)
        if (!wayTo(id)) findings.push(['section_unreachable', id, ''])
      return findings
    },
    /** Have sections shown `all` at once or in `steps`; an app whose content has no stages has no such choice. */
    async arrange({ layout, staged }) {
      if (!staged) return []
      const pressed = () => control('all')?.getAttribute('aria-pressed')
      const wanted = String(layout === 'all')
      if (!pressed() && (!(await goTo('home')) || !pressed())) return [['control_missing', '', 'all']]
      if (pressed() !== wanted) control('all').click()
      return (await settle(() => pressed() === wanted)) ? [] : [['no_reaction', '', 'all']]
    },
    /** Show a section, screen by screen, and compare what stands there with what should. */
    async enter({ section, short }) {
      looked = new Set()
      if (!(await goTo(section.id, short))) return [['section_unreachable', section.id, '']]
      const findings = []
      if (!all('h1,h2,h3').filter(shown).some((heading) => squeeze(heading.textContent).includes(squeeze(section.title))))
        findings.push(['no_heading', section.id, section.title])
      const held = { words: '', activities: new Map() }
      do findings.push(...(await takeIn(section, held)))
      while (await goOnward())
      const [at, last] = (screen() ?? '').split('/')
      if (last && at !== last) findings.push([control('onward') ? 'no_reaction' : 'control_missing', section.id, 'onward'])
      const missing = section.texts.find((text) => !held.words.includes(squeeze(text)))
      if (missing) findings.push(['text_missing', section.id, missing])
      for (const plan of section.activities) {
        const found = held.activities.get(plan.id)
        if (!found) findings.push(['activity_missing', plan.id, ''])
        else if (found.kind !== plan.kind) findings.push(['activity_differs', plan.id, `${found.kind}`])
        else {
          for (const { id } of plan.exercises) if (!found.ids.includes(id)) findings.push(['exercise_missing', id, ''])
          if (found.ids.length > plan.exercises.length) findings.push(['activity_differs', plan.id, 'more exercises'])
        }
      }
      if (held.activities.size > section.activities.length) findings.push(['activity_differs', section.id, 'more activities'])
      if (screen() && !(await goTo(section.id))) findings.push(['section_unreachable', section.id, ''])
      return findings
    },
    /** Play exercises one after the other; stops after a while or at a fault, and says how many were played. */
    async play({ exercises, wrongs }) {
      const end = performance.now() + BATCH_MS
      const result = { played: 0, answers: 0, findings: [] }
      for (const plan of exercises) {
        const trial = await play(plan, wrongs)
        result.played += 1
        result.answers += trial.answers
        result.findings.push(...trial.findings)
        if (trial.findings.length || performance.now() > end) break
      }
      return result
    },
    /** The end: everything done, and every answer still known. */
    finish({ ids }) {
      const findings = []
      const { exercises } = window.praxeo.state()
      for (const id of ids) if (exercises[id] !== 'right') findings.push(['state_lost', id, `${exercises[id]}`])
      if (root.dataset.progress !== `${ids.length}/${ids.length}`)
        findings.push(['progress_wrong', '', `${root.dataset.progress} instead of ${ids.length}/${ids.length}`])
      if (root.dataset.complete !== 'true') findings.push(['complete_wrong', '', `${root.dataset.progress}`])
      return findings
    },
    /** Every view that has something wider than the window. */
    async narrow({ places }) {
      const findings = []
      for (const place of places) {
        if (!(await goTo(place))) continue
        let found = tooWide()
        while (!found && (await goOnward())) found = tooWide()
        if (found) findings.push(['scrolls_sideways', place, found])
      }
      return findings
    },
    /** Go on to the first exercise of the section that is shown. */
    async toExercise() {
      do if (all('[data-exercise]').some(shown)) return true
      while (await goOnward())
      return false
    },
    async audit({ tags }) {
      const { violations } = await window.axe.run(document, { runOnly: tags, resultTypes: ['violations'], elementRef: false })
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, help, nodes }) => ['accessibility', id, `${help}: ${nodes[0]?.target?.join(' ') ?? ''}`])
    },
  }
}
