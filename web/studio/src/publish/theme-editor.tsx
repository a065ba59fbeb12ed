/** How an embed looks: colours with their contrast, typeface, roundness, light or dark. */
import { useTranslate, type Key } from '../i18n'
import { usePreferences } from '../settings/use-preferences'
import { nearestReadable, READABLE } from './contrast'
import {
  ACCENT,
  colourOf,
  DIRECTION,
  FONT,
  FONTS,
  RADIUS,
  RADIUS_DEFAULT,
  RADIUS_MAX,
  ratios,
  SCHEME,
  SPACE,
  SURFACE,
  TEXT,
  withValue,
  type Theme,
} from './theme'
import { ThemePresets } from './theme-presets'

export const COLOURS: [string, Key][] = [
  [ACCENT, 'publish.accent'],
  [SURFACE, 'publish.surface'],
  [TEXT, 'publish.text'],
]
const FONT_NAMES = ['sans', 'serif', 'mono'] as const

type Props = { theme: Theme; onChange: (theme: Theme) => void }

export function ThemeEditor({ theme, onChange }: Props) {
  const t = useTranslate()
  const set = (name: string, value: string) => onChange(withValue(theme, name, value))
  return (
    <fieldset className="theme stack">
      <legend>{t('publish.theme')}</legend>
      <ThemePresets theme={theme} onChange={onChange} />
      <div className="theme-colours">
        {COLOURS.map(([name, label]) => (
          <Colour key={name} theme={theme} name={name} label={t(label)} set={set} />
        ))}
      </div>
      <Contrasts theme={theme} set={set} />
      <div className="theme-rest">
        <label className="field">
          <span>{t('publish.scheme')}</span>
          <select value={theme[SCHEME] ?? ''} onChange={(event) => set(SCHEME, event.target.value)}>
            <option value="">{t('publish.scheme.auto')}</option>
            <option value="light">{t('settings.theme.light')}</option>
            <option value="dark">{t('settings.theme.dark')}</option>
          </select>
        </label>
        <Font theme={theme} set={set} />
        <Radius theme={theme} set={set} />
        <Space theme={theme} set={set} />
        <Direction theme={theme} set={set} />
      </div>
    </fieldset>
  )
}

type PartProps = { theme: Theme; set: (name: string, value: string) => void }

function Colour({ theme, name, label, set }: PartProps & { name: string; label: string }) {
  const t = useTranslate()
  return (
    <div className="theme-colour">
      <label>
        <input
          type="color"
          value={colourOf(theme, name)}
          onChange={(event) => set(name, event.target.value)}
        />
        {label}
      </label>
      {theme[name] && (
        <button type="button" className="button quiet small" onClick={() => set(name, '')}>
          {t('publish.reset')}
          <span className="visually-hidden">: {label}</span>
        </button>
      )}
    </div>
  )
}

function Font({ theme, set }: PartProps) {
  const t = useTranslate()
  return (
    <label className="field">
      <span>{t('publish.font')}</span>
      <select value={theme[FONT] ?? ''} onChange={(event) => set(FONT, event.target.value)}>
        <option value="">{t('publish.font.own')}</option>
        {FONT_NAMES.map((name) => (
          <option key={name} value={FONTS[name]}>
            {t(`publish.font.${name}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

function Radius({ theme, set }: PartProps) {
  const t = useTranslate()
  const radius = theme[RADIUS] ? parseInt(theme[RADIUS]) : RADIUS_DEFAULT
  return (
    <label className="field">
      <span>{t('publish.radius', { pixels: radius })}</span>
      <input
        type="range"
        min={0}
        max={RADIUS_MAX}
        value={radius}
        onChange={(event) => set(RADIUS, `${event.target.value}px`)}
      />
    </label>
  )
}

function Space({ theme, set }: PartProps) {
  const t = useTranslate()
  const percent = Math.round(Number(theme[SPACE] ?? '1') * 100)
  return (
    <label className="field">
      <span>{t('publish.space', { percent })}</span>
      <input
        type="range"
        min={60}
        max={160}
        step={10}
        value={percent}
        onChange={(event) => set(SPACE, `${Number(event.target.value) / 100}`)}
      />
    </label>
  )
}

function Direction({ theme, set }: PartProps) {
  const t = useTranslate()
  return (
    <label className="field">
      <span>{t('publish.direction')}</span>
      <select
        value={theme[DIRECTION] ?? ''}
        onChange={(event) => set(DIRECTION, event.target.value)}
      >
        <option value="">{t('publish.direction.own')}</option>
        <option value="ltr">{t('publish.direction.ltr')}</option>
        <option value="rtl">{t('publish.direction.rtl')}</option>
      </select>
    </label>
  )
}

function Contrasts({ theme, set }: PartProps) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  const { text, accent } = ratios(theme)
  const pairs: [Key, number, string, string][] = [
    ['publish.contrast.text', text, TEXT, SURFACE],
    ['publish.contrast.accent', accent, ACCENT, SURFACE],
  ]
  return (
    <ul role="list" className="contrasts" aria-live="polite">
      {pairs.map(([pair, ratio, ink, ground]) => (
        <li key={pair}>
          <span
            className="contrast-sample"
            aria-hidden="true"
            style={{ color: colourOf(theme, ink), background: colourOf(theme, ground) }}
          >
            Aa
          </span>
          <span className={ratio < READABLE ? 'low' : undefined}>
            {t('publish.contrast.of', { pair: t(pair), ratio: number.format(ratio) })}
            {', '}
            {t(ratio < READABLE ? 'publish.contrast.moved' : 'publish.contrast.fits')}
          </span>
          {ratio < READABLE && (
            <Offered
              ink={colourOf(theme, ink)}
              ground={colourOf(theme, ground)}
              use={(colour) => set(ink, colour)}
            />
          )}
        </li>
      ))}
    </ul>
  )
}

/** The nearest colour that can be read, to be taken by one press. */
function Offered(props: { ink: string; ground: string; use: (colour: string) => void }) {
  const t = useTranslate()
  const colour = nearestReadable(props.ink, props.ground)
  return (
    <button type="button" className="button small" onClick={() => props.use(colour)}>
      {t('publish.contrast.use', { colour })}
    </button>
  )
}
