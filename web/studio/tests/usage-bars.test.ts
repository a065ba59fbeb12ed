/** Days of a chart: none is left out, whatever the month. */
import { expect, it } from 'vitest'
import { everyDay } from '../src/publish/usage-bars'

it('names each day once, over the end of a year too', () => {
  expect(everyDay('2026-12-30', '2027-01-02')).toEqual([
    '2026-12-30',
    '2026-12-31',
    '2027-01-01',
    '2027-01-02',
  ])
  expect(everyDay('2026-11-30', '2026-11-30')).toEqual(['2026-11-30'])
  expect(everyDay('2026-12-01', '2026-11-30')).toEqual([])
})
