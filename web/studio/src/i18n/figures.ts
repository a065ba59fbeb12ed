/** Amounts, counts and spans of time as the reader's language writes them. */
import { usePreferences } from '../settings/use-preferences'

export function useFigures() {
  const { locale } = usePreferences()
  const money = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: 2,
    maximumFractionDigits: 4,
  })
  const count = new Intl.NumberFormat(locale)
  const unit = (name: 'second' | 'minute') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' })
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short' })
  return {
    dollars: (microusd: number) => money.format(microusd / 1_000_000),
    count: (number: number) => count.format(number),
    span: (seconds: number) =>
      seconds < 120
        ? unit('second').format(Math.round(seconds))
        : unit('minute').format(Math.round(seconds / 60)),
    when: (moment: string) => when.format(new Date(moment)),
  }
}
