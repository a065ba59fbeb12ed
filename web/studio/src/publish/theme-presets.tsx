/** Looks to begin with, each taken by one press; what is set afterwards is one's own. */
import { useTranslate } from '../i18n'
import { PRESET_NAMES, PRESETS, type PresetName } from './presets'
import { ACCENT, colourOf, sameTheme, SURFACE, TEXT, type Theme } from './theme'

type Props = { theme: Theme; onChange: (theme: Theme) => void }

export function ThemePresets({ theme, onChange }: Props) {
  const t = useTranslate()
  return (
    <div className="theme-presets" role="group" aria-label={t('publish.presets')}>
      {PRESET_NAMES.map((name) => (
        <button
          key={name}
          type="button"
          className="button small"
          aria-pressed={sameTheme(theme, PRESETS[name])}
          onClick={() => onChange(PRESETS[name])}
        >
          <Sample name={name} />
          {t(`publish.preset.${name}`)}
        </button>
      ))}
    </div>
  )
}

function Sample({ name }: { name: PresetName }) {
  const [ink, ground, accent] = [TEXT, SURFACE, ACCENT].map((part) => colourOf(PRESETS[name], part))
  return (
    <span
      className="contrast-sample"
      aria-hidden="true"
      style={{ color: ink, background: ground, borderColor: accent }}
    >
      Aa
    </span>
  )
}
