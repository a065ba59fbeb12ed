/** Where a part of the studio fails, the rest stays: what happened, and a way on. */
import { Component, useEffect, useRef, type ReactNode } from 'react'
import { useTranslate } from '../i18n'
import { askNow, useOnline } from '../shell/online'
import { Notice } from './notice'

type Props = { children: ReactNode; address: string }

/** Another address is another try. */
export class Boundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidUpdate(before: Props) {
    if (this.state.failed && before.address !== this.props.address) this.setState({ failed: false })
  }

  override render() {
    return this.state.failed ? <Failed /> : this.props.children
  }
}

/** A part that could not be fetched is asked for again only by a new page: the browser remembers the failure. */
function Failed() {
  const t = useTranslate()
  const online = useOnline()
  const away = useRef(false)
  useEffect(askNow, [])
  useEffect(() => {
    if (!online) away.current = true
    else if (away.current) window.location.reload() // it was Praxeo that was missing, and it is back
  }, [online])
  return (
    <Notice tone="bad">
      <div className="row between">
        <p>{t('error.part')}</p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {t('error.reload')}
        </button>
      </div>
    </Notice>
  )
}
