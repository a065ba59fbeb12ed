(() => {
  // The app's time, in the hands of the check: nothing passes unless `advance` says so, and chance is the
  // same in every run. Runs before the app's own scripts.
  if (window === top) return
  const START = Date.UTC(2026, 0, 5, 9) // a Monday morning; no test depends on the day it is run
  const FRAME = 1000 / 60
  const NESTED = 5 // timers within timers after which browsers wait at least
  const NESTED_WAIT = 4 // milliseconds
  const real = {
    Date, setTimeout: window.setTimeout, clearTimeout: window.clearTimeout,
    setInterval: window.setInterval, clearInterval: window.clearInterval,
    requestAnimationFrame: window.requestAnimationFrame, cancelAnimationFrame: window.cancelAnimationFrame,
    requestIdleCallback: window.requestIdleCallback, cancelIdleCallback: window.cancelIdleCallback,
  }
  const realNow = performance.now.bind(performance)
  const later = real.setTimeout.bind(window)
  let now = 0
  let last = 0
  let depth = 0
  let seed = 20260105
  const timers = new Map()
  let frames = new Map()

  const call = (work, args) => {
    try {
      if (typeof work === 'function') work(...args)
    } catch (error) {
      later(() => { throw error }, 0) // told to the browser as any other error of the app
    }
  }
  const start = (work, wait, args, every) => {
    const nested = depth
    const least = nested >= NESTED ? NESTED_WAIT : every ? 1 : 0
    const pause = Math.max(least, Number(wait) || 0)
    last += 1
    timers.set(last, { id: last, due: now + pause, work, args, every: every ? pause : 0, depth: nested + 1 })
    return last
  }
  const stop = (id) => { timers.delete(Number(id)) }
  const fake = {
    Date: new Proxy(Date, {
      construct: (date, args, target) => Reflect.construct(date, args.length ? args : [START + now], target),
      apply: (date) => new date(START + now).toString(),
      get: (date, key) => (key === 'now' ? () => Math.floor(START + now) : Reflect.get(date, key)),
    }),
    setTimeout: (work, wait, ...args) => start(work, wait, args, false),
    setInterval: (work, wait, ...args) => start(work, wait, args, true),
    clearTimeout: stop,
    clearInterval: stop,
    requestAnimationFrame: (work) => { last += 1; frames.set(last, work); return last },
    cancelAnimationFrame: (id) => { frames.delete(Number(id)) },
    requestIdleCallback: (work) => start(() => work({ didTimeout: false, timeRemaining: () => 10 }), 1, [], false),
    cancelIdleCallback: stop,
  }
  Object.assign(window, fake)
  performance.now = () => now
  Math.random = () => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }

  // A turn of the browser's own loop, so that promises between two timers are kept.
  const channel = new MessageChannel()
  const waiting = []
  channel.port1.onmessage = () => waiting.shift()?.()
  const turn = () => new Promise((go) => { waiting.push(go); channel.port2.postMessage(0) })

  const nextTimer = () => {
    let first
    for (const timer of timers.values()) if (!first || timer.due < first.due) first = timer
    return first
  }
  const fire = (timer) => {
    if (timer.every) timer.due = now + timer.every
    else timers.delete(timer.id)
    depth = timer.depth
    call(timer.work, timer.args)
    depth = 0
  }
  const draw = () => {
    const drawn = frames
    frames = new Map()
    for (const [id, work] of drawn) {
      if (drawn.has(id)) call(work, [now])
    }
  }
  async function advance(milliseconds) {
    const end = now + milliseconds
    for (;;) {
      const timer = nextTimer()
      const frame = frames.size ? (Math.floor(now / FRAME + 1e-6) + 1) * FRAME : Infinity
      const due = Math.min(Math.max(timer?.due ?? Infinity, now), frame)
      if (due > end) break
      now = due
      if (timer && timer.due <= frame) fire(timer)
      else draw()
      await turn()
    }
    now = end
    await settle()
  }
  /** What is due at once: timers without a wait, and one frame. No time passes. */
  async function settle() {
    await turn()
    for (let timer = nextTimer(); timer && timer.due <= now; timer = nextTimer()) {
      fire(timer)
      await turn()
    }
    draw()
    await turn()
  }
  /** Do something that needs real time while the app's time stands still. */
  async function aside(work) {
    const fakeNow = performance.now
    Object.assign(window, real)
    performance.now = realNow
    try {
      return await work()
    } finally {
      Object.assign(window, fake)
      performance.now = fakeNow
    }
  }
  /** Two pictures on the screen: only then does the browser know where a pointer would meet the app. */
  const painted = () => new Promise((go) => {
    real.requestAnimationFrame.call(window, () => real.requestAnimationFrame.call(window, () => turn().then(go)))
  })
  Object.defineProperty(window, 'praxeoTime', { value: Object.freeze({ advance, settle, aside, painted }) })
})()
