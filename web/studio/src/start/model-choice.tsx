/** In which way a model is to write, and what that will take. */
import { useTranslate } from '../i18n'
import { Failure, Notice } from '../parts/notice'
import { Choices } from './choices'
import { QuoteShown } from './quote-shown'
import { isInWork } from './use-reading'
import type { Asked, Wishes } from './use-wishes'

type Props = { wishes: Wishes; wish: (more: Partial<Wishes>) => void; asked: Asked }

export function ModelChoice({ wishes, wish, asked }: Props) {
  const say = useTranslate()
  const { quote, words } = asked
  return (
    <>
      <Choices
        legend="author.route"
        name="route"
        value={wishes.route}
        onChange={(route) => wish({ route })}
        choices={(['compiled', 'bespoke'] as const).map((value) => ({
          value,
          label: say(`author.route.${value}`),
          why: say(`author.route.${value}.why`),
        }))}
      />
      <Words wishes={wishes} wish={wish} />
      <More wishes={wishes} wish={wish} />
      <ToRead asked={asked} />
      {quote.error && <Failure error={quote.error} onRetry={() => void quote.refetch()} />}
      {words !== null && quote.data && (
        <QuoteShown quote={quote.data} words={words} route={wishes.route} />
      )}
    </>
  )
}

const WISH_CHARACTERS_MAX = 1000

/** For whom the app is and how it should be, in the person's own words. */
function Words({ wishes, wish }: Omit<Props, 'asked'>) {
  const say = useTranslate()
  return (
    <label className="field">
      <span>{say('author.wish')}</span>
      <textarea
        rows={2}
        dir="auto"
        maxLength={WISH_CHARACTERS_MAX}
        placeholder={say('author.wish.such')}
        value={wishes.words}
        onChange={(event) => wish({ words: event.currentTarget.value })}
      />
    </label>
  )
}

function More({ wishes, wish }: Omit<Props, 'asked'>) {
  const say = useTranslate()
  return (
    <div className="author-more">
      <label className="field">
        <span>{say('author.unsupported')}</span>
        <select
          value={wishes.unsupported}
          onChange={(event) =>
            wish({ unsupported: event.target.value === 'drop' ? 'drop' : 'mark' })
          }
        >
          {(['mark', 'drop'] as const).map((value) => (
            <option key={value} value={value}>
              {say(`author.unsupported.${value}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="row">
        <input
          type="checkbox"
          checked={wishes.fallback}
          onChange={(event) => wish({ fallback: event.target.checked })}
        />
        {say('author.fallback')}
      </label>
      <label className="row">
        <input
          type="checkbox"
          checked={wishes.first}
          onChange={(event) => wish({ first: event.target.checked })}
        />
        {say('author.first')}
      </label>
    </div>
  )
}

/** The words of a document are counted by reading it; until then there is no quote. */
function ToRead({ asked: { reading, alone, read, several } }: { asked: Asked }) {
  const say = useTranslate()
  return (
    <>
      {several && <p className="small soft">{say('author.quote.files')}</p>}
      {alone && !read && (
        <div className="row">
          <button
            type="button"
            className="button"
            aria-disabled={reading.busy}
            onClick={() => !reading.busy && reading.read(alone)}
          >
            {say(reading.busy ? 'author.quote.reading' : 'author.quote.read')}
          </button>
          <span className="small soft">{say('author.quote.file')}</span>
        </div>
      )}
      {reading.error && <Failure error={reading.error} />}
      {read && isInWork(read) && <p role="status">{say('author.quote.reading')}</p>}
      {read && ['refused', 'failed'].includes(read.status) && (
        <Notice tone="bad">{read.reason}</Notice>
      )}
    </>
  )
}
