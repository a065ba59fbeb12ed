/** The library: every example, searched, sorted, selected and changed in bulk; 10,000 scroll smoothly. */
import { useRef, useState } from 'react'
import { useTranslate } from '../i18n'
import { Failure, Loading, Notice } from '../parts/notice'
import { useActs } from './acts'
import { BulkActions } from './bulk-actions'
import { EVERYTHING } from './choice'
import { ProjectsDialog } from './projects-dialog'
import { Rows } from './rows'
import { Tools } from './tools'
import { useLibrary, useSelection, type Library } from './use-library'
import { useShelfKeys } from './use-shelf-keys'
import './library.css'

export default function LibraryPage() {
  const library = useLibrary()
  const [managing, setManaging] = useState(false)
  const { shelf } = library
  if (shelf.error && !shelf.data)
    return <Failure error={shelf.error} onRetry={() => void shelf.refetch()} />
  if (!shelf.data) return <Loading />
  return (
    <div className="stack">
      <Head library={library} />
      <Shelf library={library} onProjects={() => setManaging(true)} />
      {managing && (
        <ProjectsDialog
          projects={library.projects}
          examples={shelf.data}
          onShow={(project) => library.setChoice({ ...EVERYTHING, project })}
          onClose={() => setManaging(false)}
        />
      )}
    </div>
  )
}

function Head({ library: { shelf, shown } }: { library: Library }) {
  const t = useTranslate()
  return (
    <header className="row between">
      <h1>{t('library.title')}</h1>
      <p className="soft" role="status">
        {t('library.count', { count: shown.length })}
        {!shelf.complete && ` · ${t('library.loading', { count: shelf.data?.length ?? 0 })}`}
      </p>
    </header>
  )
}

function Shelf({ library, onProjects }: { library: Library; onProjects: () => void }) {
  const { choice, setChoice, projects, tags, shown } = library
  const search = useRef<HTMLInputElement>(null)
  const acts = useActs()
  const selection = useSelection(shown)
  const { chosen } = selection
  const keys = useShelfKeys({ shown, selection, acts }, search)
  return (
    <>
      <Tools
        {...{ choice, projects, tags, search, onProjects }}
        onChange={setChoice}
        onLeave={() => keys.move(keys.active.current < 0 ? 1 : 0)}
      />
      {acts.error && chosen.length === 0 && <Failure error={acts.error} />}
      {chosen.length > 0 && (
        <BulkActions
          {...{ chosen, projects, acts }}
          known={tags.map(([name]) => name)}
          onRename={(example) => keys.rename(example.id)}
          onDone={selection.none}
        />
      )}
      {shown.length === 0 && <Nothing library={library} />}
      {shown.length > 0 && (
        <Rows
          examples={shown}
          selected={selection.selected}
          renaming={keys.renaming}
          handle={keys.rows}
          onToggle={selection.toggle}
          onActive={(index) => (keys.active.current = index)}
          onTag={(tag) => setChoice({ ...choice, tag })}
          onRename={keys.finishRenaming}
        />
      )}
    </>
  )
}

function Nothing({ library: { query, shelf, setChoice } }: { library: Library }) {
  const t = useTranslate()
  return (
    <Notice>
      <div className="row between">
        <p>{query ? t('library.empty.search', { query }) : t('library.empty')}</p>
        {shelf.data && shelf.data.length > 0 && (
          <button type="button" className="button" onClick={() => setChoice(EVERYTHING)}>
            {t('library.filters.clear')}
          </button>
        )}
      </div>
    </Notice>
  )
}
