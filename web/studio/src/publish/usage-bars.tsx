/** Bars with their scale: the highest figure above, what stands first and last below, each number as text too. */

export type Bar = { key: string; label: string; name: string; value: number }

export function Bars({
  caption,
  bars,
  most,
}: {
  caption: string
  bars: readonly Bar[]
  most: number
}) {
  const [first, last] = [bars[0], bars.at(-1)]
  return (
    <figure>
      <figcaption className="row between soft">
        {caption}
        <span className="small" aria-hidden="true">
          ▲ {most}
        </span>
      </figcaption>
      <ol className="usage-days">
        {bars.map(({ key, label, value }) => (
          <li key={key} title={label}>
            <span
              className="usage-bar"
              style={{ blockSize: value && `${(100 * Math.min(value, most)) / most}%` }}
            />
            <span className="visually-hidden">{label}</span>
          </li>
        ))}
      </ol>
      <p className="row between small soft usage-ends" aria-hidden="true">
        <span>{first?.name}</span>
        {first !== last && <span>{last?.name}</span>}
      </p>
    </figure>
  )
}

/** All days from the first to the last one, as "2026-11-30". */
export function everyDay(first: string, last: string): string[] {
  const days: string[] = []
  const at = new Date(`${first}T12:00:00Z`)
  for (; at.toISOString().slice(0, 10) <= last; at.setUTCDate(at.getUTCDate() + 1))
    days.push(at.toISOString().slice(0, 10))
  return days
}
