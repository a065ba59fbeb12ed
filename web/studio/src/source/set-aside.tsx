/** Passages that are not meant for the readers of the source: left out, and taught if they are chosen. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { remake, type Example } from '../api/examples'
import { chooseChannels, type Aside, type Channel, type Input } from '../api/inputs'
import { useTranslate, type Key } from '../i18n'
import { Failure } from '../parts/notice'

type Props = { example: Example; input: Input; asides: Aside[] }

export function SetAside({ example, input, asides }: Props) {
  const t = useTranslate()
  const queries = useQueryClient()
  const choice = useMutation({
    mutationFn: (channels: Channel[]) => chooseChannels(example, input, channels),
    onSuccess: (changed) => queries.setQueryData(['input', example.input_id], changed),
  })
  const offered = [...new Set(asides.map(({ channel }) => channel))]
  if (offered.length === 0) return null
  const chosen = choice.variables && choice.isPending ? choice.variables : input.channels
  return (
    <fieldset className="set-aside">
      <legend>{t('aside.title')}</legend>
      <div>
        {offered.map((channel) => (
          <label key={channel}>
            <input
              type="checkbox"
              checked={chosen.includes(channel)}
              aria-disabled={choice.isPending}
              onChange={(event) =>
                !choice.isPending && choice.mutate(toggled(chosen, channel, event.target.checked))
              }
            />
            {t(`aside.${channel}` as Key, { count: of(asides, channel) })}
          </label>
        ))}
      </div>
      <p className="small soft">{t('aside.how')}</p>
      {choice.isSuccess && <MadeAgain example={example} />}
      {choice.error && <Failure error={choice.error} />}
    </fieldset>
  )
}

/** The choice counts for the next making; it is one step away. */
export function MadeAgain({ example }: { example: Example }) {
  const t = useTranslate()
  const queries = useQueryClient()
  const again = useMutation({
    mutationFn: () => remake(example.id),
    onSuccess: (made) => queries.setQueryData(['example', example.id], made),
  })
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={again.isPending}
        onClick={() => !again.isPending && again.mutate()}
      >
        {t('aside.again')}
      </button>
      {again.error && <Failure error={again.error} />}
    </>
  )
}

const toggled = (chosen: Channel[], channel: Channel, on: boolean): Channel[] =>
  on ? [...chosen, channel] : chosen.filter((each) => each !== channel)

const of = (asides: Aside[], channel: Channel): number =>
  asides.filter((aside) => aside.channel === channel).length
