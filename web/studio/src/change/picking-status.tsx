/** What picking points at, or what to do to begin with it. */
import { useTranslate } from '../i18n'
import type { Picking } from './use-picker'

export function PickingStatus({ picking }: { picking: Picking }) {
  const say = useTranslate()
  return (
    <div className="small picking" role="status">
      {picking.state === 'on' &&
        (picking.label ? say('change.pointed', { what: picking.label }) : say('change.picking'))}
      {picking.state === 'silent' && say('change.silent')}
    </div>
  )
}
