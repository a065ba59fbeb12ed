/** Which parts of the edit tab are in sight, as the person chose and as there is room. */
import { useEffect, useState } from 'react'
import { useSearch } from 'wouter'
import { useQuery } from '@tanstack/react-query'
import { modelsQuery } from '../api/models'
import { useLayout, useNarrow, type Layout, type Panes } from '../editor/layout'

export type View = Panes | 'change' | 'preview'

export function useEditViews() {
  const narrow = useNarrow()
  const [layout, change] = useLayout()
  const [previewing, setPreviewing] = useState(false)
  const [asking, setAsking] = useAsking()
  const models = useQuery(modelsQuery)
  const canAsk = (models.data?.models.length ?? 0) > 0
  const panes: Panes = narrow && layout.panes === 'both' ? 'spec' : layout.panes
  const views: View[] = ['spec', 'code', narrow ? 'preview' : 'both']
  if (canAsk) views.splice(2, 0, 'change')
  const changing = canAsk && asking === 'yes'
  const view: View = narrow && previewing ? 'preview' : changing ? 'change' : panes
  const show = (next: View) => {
    setPreviewing(next === 'preview')
    if (next === 'preview') return
    if (next === 'change') return setAsking('yes')
    setAsking((before) => (before === 'never' ? 'never' : 'no'))
    change({ panes: next })
  }
  return {
    narrow,
    panes,
    view,
    views,
    show,
    changing,
    asked: canAsk && asking !== 'never',
    texts: view !== 'preview' && view !== 'change',
    size: layout.size,
    resize: (size: Layout['size']) => change({ size }),
    setPreviewing,
    ...useAside(narrow, layout, change),
  }
}

export type Views = ReturnType<typeof useEditViews>

/** The place for changes in words stays open once it is there: it holds what was picked. */
function useAsking() {
  const state = useState<'never' | 'yes' | 'no'>('never')
  const [, setAsking] = state
  const search = useSearch() // a diagnosis leads to “advanced?change”
  useEffect(() => {
    if (search === 'change') setAsking('yes')
  }, [search, setAsking])
  return state
}

/** A narrow window has no room beside the text: there it opens only when asked for. */
function useAside(narrow: boolean, layout: Layout, change: (change: Partial<Layout>) => void) {
  const [over, setOver] = useState<Layout['aside']>('none')
  const aside = narrow ? over : layout.aside
  const toggle = (wanted: Layout['aside']) => {
    const next = aside === wanted ? 'none' : wanted
    if (narrow) setOver(next)
    else change({ aside: next })
  }
  return { aside, toggle }
}
