/** The panel beside the live app in which changes are asked for: it opens the app so that it can be picked in. */
import { useCallback, useEffect, useState, type RefObject } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { PickedElement } from '../../../bridge/protocol'
import { readCodeText } from '../api/code-snippets'
import { type Example } from '../api/examples'
import type { Draft } from '../editor/live-preview'
import { ChangePanel } from './change-panel'
import { PickingStatus } from './picking-status'
import { withPicker } from './picking'
import { usePicker, type Picking } from './use-picker'
import { useTranslate } from '../i18n'

type Props = {
  example: Example
  /** What holds the previewed frame. */
  stage: RefObject<HTMLElement | null>
  draft: boolean
  hidden: boolean
  /** The preview is to show this: the saved app with the picker in it. */
  onShown: (app: Draft | null) => void
  /** Picking has begun or ended: where there is room for one of them only, the other one gives way. */
  onPicking: (on: boolean) => void
}

export default function ChangeTab(props: Props) {
  const { example, stage, draft, hidden, onPicking } = props
  const say = useTranslate()
  const [element, setElement] = useState<PickedElement | null>(null)
  useShownWithPicker(props)
  const ended = useCallback(
    (picked: PickedElement | null) => {
      if (picked) setElement(picked)
      onPicking(false)
    },
    [onPicking],
  )
  const picking = useInSight(usePicker(stage, ended), onPicking)
  const leave = () => {
    picking.stop()
    onPicking(false) // also where the preview did not answer
  }
  return (
    <>
      {hidden && picking.state !== 'off' && (
        <div className="picking-bar">
          <PickingStatus picking={picking} />
          <button type="button" className="button small" onClick={leave}>
            {say('change.pick.stop')}
          </button>
        </div>
      )}
      <div className="edit-texts" data-change hidden={hidden}>
        <ChangePanel
          example={example}
          picking={picking}
          element={element}
          onElement={setElement}
          draft={draft}
        />
      </div>
    </>
  )
}

/** Have the preview show the saved app with the picker in it. */
function useShownWithPicker({ example, onShown }: Props): void {
  const code = useQuery({
    queryKey: ['code', example.code_snippet_id],
    queryFn: () => readCodeText(example.code_snippet_id),
    staleTime: Infinity,
  })
  const text = code.data
  useEffect(() => {
    if (text !== undefined) onShown({ kind: 'code', text: withPicker(text) })
    return () => onShown(null)
  }, [text, onShown])
}

/** Picking that begins once the preview is in sight: only a frame that is seen takes the keyboard. */
function useInSight(picking: Picking, onPicking: Props['onPicking']): Picking {
  const { start } = picking
  const [wanted, setWanted] = useState(0)
  const begin = useCallback(() => {
    onPicking(true)
    setWanted((before) => before + 1)
  }, [onPicking])
  useEffect(() => {
    if (wanted) start()
  }, [wanted, start])
  return { ...picking, start: begin }
}
