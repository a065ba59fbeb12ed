/** The tags of the selected examples. */
import { useId, useState, type FormEvent } from 'react'
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import type { Acts } from './acts'
import { tagsOf } from './arrange'

const TAG_CHARACTERS = 60

type Props = { chosen: Example[]; known: string[]; acts: Acts }

/** The tags that the selected examples have, to be removed, and a field for one to be added. */
export function Tags({ chosen, known, acts }: Props) {
  const t = useTranslate()
  return (
    <div className="row bulk-tags">
      {tagsOf(chosen).map(([name, count]) => (
        <button
          key={name}
          type="button"
          className="tag removable"
          aria-label={t('library.tag.remove', { tag: name })}
          onClick={() =>
            void acts.change(chosen, { remove_tags: [name] }, t('library.untagged', { count }))
          }
        >
          {name}
          <span aria-hidden="true"> ×</span>
        </button>
      ))}
      <NewTag chosen={chosen} known={known} acts={acts} />
    </div>
  )
}

function NewTag({ chosen, known, acts }: Props) {
  const t = useTranslate()
  const list = useId()
  const [tag, setTag] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = tag.trim()
    if (!wanted) return
    setTag('')
    void acts.change(chosen, { add_tags: [wanted] }, t('library.tagged', { count: chosen.length }))
  }
  return (
    <form className="row" onSubmit={submit}>
      <input
        type="text"
        list={list}
        aria-label={t('library.tag.new')}
        placeholder={t('library.tag.new')}
        value={tag}
        maxLength={TAG_CHARACTERS}
        onChange={(event) => setTag(event.target.value)}
      />
      <datalist id={list}>
        {known.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button type="submit" className="button">
        {t('library.tag.add')}
      </button>
    </form>
  )
}
