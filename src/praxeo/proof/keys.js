() => {
  // Says which keys a person without a pointer presses next. It never acts itself: Python presses.
  const all = (selector, within = document) => [...within.querySelectorAll(selector)]
  const shown = (element) => element.checkVisibility({ visibilityProperty: true })
  const exercise = (id) => all('[data-exercise]').find((element) => element.dataset.exercise === id)
  const action = (name, within) => all(`[data-action="${name}"]`, within).find(shown)
  const FOCUSABLE = 'a[href],area[href],button,input,select,textarea,summary,[tabindex],[contenteditable]'

  /** The stops of the Tab key in their order; a radio group is one stop. */
  function stops() {
    const groups = new Set()
    return all(FOCUSABLE).filter((element) => {
      if (element.disabled || element.tabIndex < 0 || element.closest('[inert]') || !shown(element)) return false
      if (element.type !== 'radio' || !element.name) return true
      const key = `${element.form?.id ?? ''}/${element.name}`
      if (groups.has(key)) return false
      groups.add(key)
      return true
    })
  }
  const sameStop = (a, b) => a === b || (a.type === 'radio' && b.type === 'radio' && Boolean(a.name) && a.name === b.name)

  /** Tab presses from the focus to a control, or null if Tab never comes to it. */
  function way(target) {
    const list = stops()
    const to = list.findIndex((stop) => sameStop(stop, target))
    if (to < 0) return null
    const active = document.activeElement
    let from = list.findIndex((stop) => sameStop(stop, active))
    if (from < 0) {
      const before = (stop) => active === document.body || active.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING
      const next = list.findIndex(before)
      from = (next < 0 ? list.length : next) - 1
    }
    const steps = to - from
    return steps > 0 ? Array(steps).fill('Tab') : Array(-steps).fill('Shift+Tab')
  }

  /** What brings the focus to the control, or what to press when it is there. */
  function at(target, use) {
    if (!target) return { lost: 'control_missing' }
    if (sameStop(document.activeElement, target)) return use(document.activeElement)
    const press = way(target)
    return press === null ? { lost: 'keyboard_unreachable' } : { reach: press }
  }
  const enter = () => ({ press: ['Enter'] })

  function radio(target, group, active) {
    const from = group.indexOf(active)
    const to = group.indexOf(target)
    if (from === to) return { press: ['Space'] }
    return { press: Array(Math.abs(to - from)).fill(to > from ? 'ArrowDown' : 'ArrowUp') }
  }

  function choose(select, text) {
    const to = [...select.options].findIndex((option) => option.value === text)
    if (to < 0) return { lost: 'options_differ' }
    const steps = to - select.selectedIndex
    return { press: Array(Math.abs(steps)).fill(steps > 0 ? 'ArrowDown' : 'ArrowUp') }
  }

  const NEXT = {
    card(element) {
      if (element.dataset.state === 'revealed') return at(action('knew', element), enter)
      return at(action('reveal', element), () => ({ press: ['Space'] }))
    },
    listed(element, { rows }) {
      const input = element.querySelector('input[data-answer]')
      const part = rows.map((row) => row.right).find((text) => !element.querySelector('.slots')?.innerText.includes(text))
      if (input && part && input.value !== part)
        return at(input, () => (input.value ? { press: ['Control+a', 'Delete'] } : { write: part }))
      return at(action('check', element), enter)
    },
    typed: (element, plan) => NEXT.cloze(element, plan),
    picked: (element, plan) => NEXT.choice(element, plan),
    cloze(element, { accepted }) {
      const input = element.querySelector('input[data-answer]')
      if (input && input.value !== accepted[0])
        return at(input, () => (input.value ? { press: ['Control+a', 'Delete'] } : { write: accepted[0] }))
      return at(action('check', element), enter)
    },
    choice(element, { answers }) {
      const group = all('input[type=radio][data-option]', element)
      const target = group.find((option) => option.value === answers[0])
      if (target && !target.checked) return at(target, (active) => radio(target, group, active))
      return at(action('check', element), enter)
    },
    pairs(element, { rows }) {
      const free = all('[data-left]', element)
      for (const { left, right } of rows) {
        const place = free.findIndex((select) => select.dataset.left === left)
        if (place < 0) return { lost: 'control_missing' }
        const [select] = free.splice(place, 1)
        const group = select.options ? null : all('input[type=radio]', select)
        const target = group?.find((option) => option.value === right)
        if (group && !target) return { lost: 'options_differ' }
        if (target && !target.checked) return at(target, (active) => radio(target, group, active))
        if (!group && select.value !== right) return at(select, () => choose(select, right))
      }
      return at(action('check', element), () => ({ press: ['Space'] }))
    },
    order(element, { rows }) {
      const steps = all('li[data-step]', element)
      for (const [place, { right }] of rows.entries()) {
        if (steps[place]?.dataset.step === right) continue
        const step = steps.slice(place).find((each) => each.dataset.step === right)
        return step ? at(action('up', step), enter) : { lost: 'options_differ' }
      }
      return at(action('check', element), enter)
    },
  }

  window.praxeoKeys = {
    /** The next keys towards the right answer of an exercise; `done` when it is right. */
    exercise(plan) {
      const element = exercise(plan.id)
      if (!element) {
        const screen = all('[data-section]').find(shown)?.dataset.screen
        const onward = screen && action('onward', document)
        return onward ? { ...at(onward, enter), state: screen } : { lost: 'exercise_missing' }
      }
      const { state } = element.dataset
      if (state === 'right') return { done: true }
      if (state === 'wrong') return { lost: 'right_answer_refused' }
      return { ...NEXT[plan.played](element, plan), state: mark(element) }
    },
    /** The next keys towards a view. */
    view(place) {
      const section = /^s\d+$/.test(place)
      const inSection = all('[data-section]').find(shown)
      if (section && inSection?.dataset.section === place) return { done: true }
      const target = all('[data-goto]').find((element) => element.dataset.goto === place && shown(element))
      const home = !inSection && all('[data-goto]').some((element) => /^s\d+$/.test(element.dataset.goto) && shown(element))
      if (place === 'home' && home) return { done: true }
      return { ...at(target, enter), state: `${inSection?.dataset.section ?? home}` }
    },
    /** Put the focus shortly before an exercise, where a long way of Tab presses would lead. */
    near(id) {
      const list = stops()
      const first = list.findIndex((stop) => exercise(id)?.contains(stop))
      list[Math.max(0, first - 1)]?.focus()
    },
  }

  /** All that a key may change in an exercise: a key after which this is the same did nothing. */
  function mark(element) {
    const fields = all('input,select,textarea', element).map((field) => `${field.value}${field.checked ?? ''}`)
    const steps = all('li[data-step]', element).map((step) => step.dataset.step)
    return JSON.stringify([element.dataset.state, fields, steps])
  }
}
