({ controls, outputs }) => {
  // Looks at a bespoke app and finds its controls; the check itself moves the pointer and the keys.
  const root = document.documentElement
  const squeeze = (text) => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const hooked = (hook, name) =>
    [...document.querySelectorAll(`[data-${hook}]`)].filter((element) => element.dataset[hook] === name)
  const hook = (hook, name) => { const all = hooked(hook, name); return all.find(shown) ?? all[0] }
  const target = (name) => (name === '' ? hook('action', 'reset') : hook('control', name))
  const textOf = (element) =>
    squeeze(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
      ? element.value : element.innerText ?? element.textContent)
  const radios = (element) => [...element.querySelectorAll('input[type=radio]')]
  const labelOf = (input) => squeeze([...(input.labels ?? [])].map((label) => label.innerText).join(' ')) || squeeze(input.getAttribute('aria-label')) || input.value
  const pressed = (element) => element.getAttribute('aria-pressed') ?? element.getAttribute('aria-checked')

  function kindOf(element) {
    const type = element.type
    if (element instanceof HTMLSelectElement || radios(element).length) return 'select'
    if (element instanceof HTMLInputElement && type === 'range') return 'slider'
    if (element instanceof HTMLInputElement && type === 'checkbox') return 'toggle'
    if (element instanceof HTMLInputElement && (type === 'number' || ['decimal', 'numeric'].includes(element.inputMode))) return 'number'
    if (element instanceof HTMLInputElement && ['text', 'search'].includes(type)) return 'text'
    if (element instanceof HTMLTextAreaElement) return 'text'
    if (element instanceof HTMLButtonElement) return pressed(element) === null ? 'button' : 'toggle'
    return element.tagName.toLowerCase()
  }
  function valueOf(element) {
    switch (kindOf(element)) {
      case 'slider': case 'number': return element.value === '' ? null : Number(element.value.replace(',', '.'))
      case 'text': return element.value
      case 'toggle': return element instanceof HTMLInputElement ? element.checked : pressed(element) === 'true'
      case 'select': {
        if (element instanceof HTMLSelectElement) return squeeze(element.selectedOptions[0]?.textContent)
        const chosen = radios(element).find((radio) => radio.checked)
        return chosen ? labelOf(chosen) : ''
      }
      default: return null
    }
  }
  /** A place where the pointer meets this element, or why there is none. */
  function placeOf(element) {
    if (element.disabled || element.getAttribute('aria-disabled') === 'true') return { fault: 'it is disabled' }
    const places = [element, ...(element.labels ?? [])].filter(shown)
    if (!places.length) return { fault: 'it is hidden' }
    for (const place of places) {
      place.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
      const box = place.getClientRects()[0]
      if (!box || box.width < 1 || box.height < 1) continue
      const x = box.left + box.width / 2
      const y = box.top + box.height / 2
      const hit = document.elementFromPoint(x, y)
      if (hit && places.some((other) => other.contains(hit))) return { x, y, left: box.left, width: box.width, y2: y }
    }
    return { fault: 'it is covered or outside the window' }
  }
  const described = (element) => {
    const ids = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean)
    const group = element.matches('fieldset') ? element.querySelector('legend')?.innerText : ''
    return squeeze(ids.map((id) => document.getElementById(id)?.innerText ?? '').join(' '))
      || squeeze(element.getAttribute('aria-label')) || squeeze(group)
      || squeeze([...(element.labels ?? [])].map((label) => label.innerText).join(' '))
      || (element instanceof HTMLButtonElement ? squeeze(element.innerText) : '') || squeeze(element.title)
  }

  const drive = {
    /** What the app tells and shows now. */
    look() {
      let state = null
      let fault = ''
      try {
        const told = window.praxeo?.state?.()
        state = told && typeof told === 'object' ? JSON.parse(JSON.stringify(told)) : null
      } catch (error) {
        fault = String(error)
      }
      const values = {}
      for (const name of controls) { const it = target(name); if (it) values[name] = valueOf(it) }
      const texts = {}
      for (const name of outputs) { const it = hook('output', name); if (it && shown(it)) texts[name] = textOf(it) }
      return { state, fault, values, texts }
    },
    async settled() { await praxeoTime.settle(); return drive.look() },
    async waited(seconds) { await praxeoTime.advance(seconds * 1000); return drive.look() },
    async watched({ every, count }) {
      const looks = []
      for (let moment = 0; moment < count; moment += 1) looks.push(await drive.waited(every))
      return looks
    },
    async ready() {
      await praxeoTime.painted()
      for (let turn = 0; turn < 50 && root.dataset.ready !== 'true'; turn += 1) await praxeoTime.advance(100)
      await praxeoTime.settle()
      await praxeoTime.painted()
      return root.dataset.ready === 'true'
    },
    /** A control's kind, name for screen readers, range and choices; null if it is not there. */
    describe(name) {
      const element = target(name)
      if (!element) return null
      const kind = kindOf(element)
      const options = element instanceof HTMLSelectElement
        ? [...element.options].map((option) => squeeze(option.textContent)) : radios(element).map(labelOf)
      return { kind, type: element.type ?? '', label: described(element), visible: shown(element) || [...(element.labels ?? [])].some(shown),
        min: element.min ?? '', max: element.max ?? '', step: element.step ?? '', options, count: hooked('control', name).length }
    },
    place(name) { const element = target(name); return element ? placeOf(element) : { fault: 'it is not there' } },
    placeOfChoice({ name, choice }) {
      const radio = radios(target(name) ?? document.body).find((each) => labelOf(each) === choice)
      return radio ? placeOf(radio) : { fault: `it has no choice “${choice}”` }
    },
    focus(name) { target(name)?.focus(); return target(name)?.contains(document.activeElement) ?? false },
    /** Where a choice is from the present one, in steps of the arrow keys; null without such a choice. */
    stepsTo({ name, choice }) {
      const element = target(name)
      const texts = element instanceof HTMLSelectElement
        ? [...element.options].map((option) => squeeze(option.textContent)) : radios(element).map(labelOf)
      const there = texts.indexOf(choice)
      const here = element instanceof HTMLSelectElement ? element.selectedIndex : radios(element).findIndex((radio) => radio.checked)
      return there < 0 ? null : { here, there, group: !(element instanceof HTMLSelectElement) }
    },
    isRadioGroup(name) { return radios(target(name) ?? document.createElement('i')).length > 0 },
    /** Which control has the focus: its name, "" for the reset button, null for anything else. */
    focused() {
      const active = document.activeElement
      const control = active?.closest('[data-control]')
      if (control) return control.dataset.control
      return active?.closest('[data-action=reset]') ? '' : null
    },
    focusIsOut() { return !document.hasFocus() || document.activeElement === document.body },
    pageText() { return squeeze(document.body.innerText) },
    /** Everything that can be seen, but for the value in the control itself. */
    face() {
      const parts = [squeeze(document.body.innerText)]
      for (const each of document.querySelectorAll('svg')) parts.push(each.outerHTML)
      for (const each of document.querySelectorAll('canvas')) parts.push(each.toDataURL())
      for (const each of document.body.querySelectorAll('[style], [class], [aria-pressed], [disabled]'))
        parts.push(`${each.tagName} ${each.getAttribute('style')} ${each.className} ${pressed(each)} ${each.disabled}`)
      return parts.join('\n')
    },
    drawn() { return [...document.body.querySelectorAll('*')].filter(shown).length },
    overflow() {
      const wide = root.scrollWidth - root.clientWidth
      if (wide <= 1) return ''
      const far = [...document.body.querySelectorAll('*')].filter(shown)
        .map((each) => [each.getBoundingClientRect().right, each]).sort((a, b) => b[0] - a[0])[0]
      return `${wide} pixels, ${far?.[1].tagName.toLowerCase()}${far?.[1].dataset.control ? ` ${far[1].dataset.control}` : ''}`
    },
    audit(tags) {
      return praxeoTime.aside(async () => {
        const result = await window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
        return result.violations.filter((each) => each.impact === 'serious' || each.impact === 'critical')
          .map((each) => [each.help, each.nodes[0]?.target?.join(' ') ?? '', each.nodes.length])
      })
    },
  }
  window.praxeoDrive = drive
}
