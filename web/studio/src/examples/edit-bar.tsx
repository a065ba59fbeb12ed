/** Above the editors: what to see, what to have beside the spec, and how wide the preview is. */
import { WIDTHS, type Size } from '../editor/live-preview'
import { useTranslate } from '../i18n'
import { Segments } from '../parts/segments'
import type { Views } from './use-edit-views'

const SIZES = Object.keys(WIDTHS) as Size[]

export function EditBar({ views }: { views: Views }) {
  const t = useTranslate()
  const { narrow, panes, view, texts } = views
  return (
    <div className="edit-bar">
      <Segments
        legend={t('edit.panes')}
        name="panes"
        value={view}
        choices={views.views.map((value) => ({ value, label: t(`edit.${value}`) }))}
        onChange={views.show}
      />
      {panes !== 'code' && texts && <Asides views={views} />}
      {(!narrow || view === 'preview') && (
        <div className="edit-sizes">
          <Segments
            legend={t('play.width')}
            name="size"
            value={views.size}
            choices={SIZES.map((value) => ({ value, label: t(`play.${value}`) }))}
            onChange={views.resize}
          />
        </div>
      )}
    </div>
  )
}

function Asides({ views: { aside, toggle } }: { views: Views }) {
  const t = useTranslate()
  return (
    <div className="row">
      {(['outline', 'grammar'] as const).map((name) => (
        <button
          key={name}
          type="button"
          className="button quiet"
          aria-pressed={aside === name}
          onClick={() => toggle(name)}
        >
          {t(`edit.${name}`)}
        </button>
      ))}
    </div>
  )
}
