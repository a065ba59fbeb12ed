/** What an item says, to be edited in place; which fields there are is a matter of its kind. */
import type { Fields, Item } from '../api/desk'
import { useTranslate } from '../i18n'
import { ChoiceFields } from './choice-fields'
import { ASKING, listOf, ROW_FIELDS, textOf } from './kinds'
import { RowFields } from './row-fields'
import { Words } from './words'

type Props = { item: Item; onChange: (fields: Fields) => void }

export function ItemFields({ item, onChange }: Props) {
  const { key, kind, fields } = item
  if (kind === 'choice') return <ChoiceFields name={key} fields={fields} onChange={onChange} />
  if (kind === 'cloze') return <ClozeFields fields={fields} onChange={onChange} />
  const rows = ROW_FIELDS[kind]
  if (rows) return <RowFields names={rows} fields={fields} onChange={onChange} />
  const [asks, answers] = ASKING[kind] ?? ['front', 'back']
  return <AskingFields asks={asks} answers={answers} fields={fields} onChange={onChange} />
}

type FieldsProps = { fields: Fields; onChange: (fields: Fields) => void }

function AskingFields({ asks, answers, fields, onChange }: FieldsProps & Asking) {
  const t = useTranslate()
  return (
    <>
      <Words
        shown
        className="asks"
        label={t(`desk.field.${asks as 'front' | 'term'}`)}
        value={textOf(fields, asks)}
        onChange={(words) => onChange({ [asks]: words })}
      />
      <Words
        shown
        label={t(`desk.field.${answers as 'back' | 'definition'}`)}
        value={textOf(fields, answers)}
        onChange={(words) => onChange({ [answers]: words })}
      />
    </>
  )
}

type Asking = { asks: string; answers: string }

function ClozeFields({ fields, onChange }: FieldsProps) {
  const t = useTranslate()
  const parts = [
    ['before', 'desk.field.before'],
    ['answer', 'desk.field.gap'],
    ['after', 'desk.field.after'],
  ] as const
  return (
    <>
      <div className="desk-gap">
        {parts.map(([name, label]) => (
          <Words
            key={name}
            shown
            className={name === 'answer' ? 'gap' : 'asks'}
            label={t(label)}
            value={SHOWN[name](textOf(fields, name))}
            onChange={(words) => onChange({ [name]: WRITTEN[name](words) })}
          />
        ))}
      </div>
      <Words
        shown
        label={t('desk.field.accept')}
        value={listOf(fields, 'accept').join(', ')}
        onChange={(words) => onChange({ accept: spellings(words) })}
      />
    </>
  )
}

/** The space beside the gap is not shown, and comes by itself where there are words. */
const SHOWN = {
  before: (words: string) => words.replace(/ $/, ''),
  answer: (words: string) => words,
  after: (words: string) => words.replace(/^ /, ''),
}
const WRITTEN = {
  before: (words: string) => (words && !/[([„“"'’–/-]$/.test(words) ? `${words} ` : words),
  answer: (words: string) => words,
  after: (words: string) => (/^[\p{L}\p{N}(„“"]/u.test(words) ? ` ${words}` : words),
}

/** What stands between commas; one that is being typed ends with a comma. */
const spellings = (words: string): string[] =>
  words === '' ? [] : words.split(',').map((word, at) => (at ? word.replace(/^ /, '') : word))
