/** Tells when an exercise on the page has been answered. */
import type { Verdict } from '../progress'

/** Players know nothing of what is around them; their frame tells through its state. */
export function onAnswer(card: HTMLElement, answered: (verdict: Verdict) => void): void {
  new MutationObserver(() => {
    const state = card.querySelector<HTMLElement>('[data-exercise]')?.dataset['state']
    if (state === 'right' || state === 'wrong') answered(state)
  }).observe(card, { subtree: true, attributeFilter: ['data-state'] })
}
