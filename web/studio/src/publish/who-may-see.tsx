/** Who may see a published app: everybody, by password, by a signed link; on which pages, and until when. */
import { useId, useState } from 'react'
import { changeEmbed, revoke, signLink, type Embed, type EmbedRules } from '../api/embeds'
import { useTranslate, type Translate } from '../i18n'
import { CopyField } from '../parts/copy-field'
import { usePreferences } from '../settings/use-preferences'
import { day, dayOf, endOf, isOver } from './days'

const ACCESS = ['public', 'unlisted', 'password', 'link'] as const
const LINK_DAYS = 30
const DAY_MS = 86_400_000

type Props = { embed: Embed; run: (work: () => Promise<Embed>) => Promise<unknown> }

export function WhoMaySee({ embed, run }: Props) {
  const t = useTranslate()
  // A password is asked for before the rule is saved: nothing is ever open in between.
  const [choosing, setChoosing] = useState(false)
  const change = (rules: EmbedRules) => run(() => changeEmbed(embed, rules))
  const choose = (access: Embed['access']) => {
    setChoosing(access === 'password')
    if (access !== 'password') void change({ access })
  }
  const setPassword = (password: string) =>
    change({ access: 'password', password }).then(() => setChoosing(false))
  const shown = choosing ? 'password' : embed.access
  return (
    <section className="who-may-see" aria-label={t('publish.who')}>
      <AccessChoice shown={shown} choose={choose} />
      {shown === 'password' && (
        <PasswordField set={embed.access === 'password'} save={setPassword} />
      )}
      {choosing && <StillOpen embed={embed} />}
      {(embed.access === 'password' || embed.access === 'link') && (
        <Links embed={embed} run={run} />
      )}
      <Domains
        key={(embed.domains ?? []).join(' ')}
        embed={embed}
        save={(domains) => void change({ domains })}
      />
      <Expiry embed={embed} save={(moment) => void change({ expires_at: moment })} />
    </section>
  )
}

/** What goes for an app for which a password was chosen and is not yet set. */
function StillOpen({ embed }: { embed: Embed }) {
  const t = useTranslate()
  if (embed.access === 'password') return null
  const now = t(`publish.access.${embed.access}`)
  return (
    <p className="soft hint" role="status">
      {t('publish.password.until', { now })}
    </p>
  )
}

type Access = Embed['access']

function AccessChoice({ shown, choose }: { shown: Access; choose: (access: Access) => void }) {
  const t = useTranslate()
  return (
    <>
      <label className="field">
        <span>{t('publish.visibility')}</span>
        <select value={shown} onChange={(event) => choose(event.target.value as Access)}>
          {ACCESS.map((access) => (
            <option key={access} value={access}>
              {t(`publish.access.${access}`)}
            </option>
          ))}
        </select>
      </label>
      <p className="soft small">{t('publish.members')}</p>
    </>
  )
}

function PasswordField({ set, save }: { set: boolean; save: (password: string) => void }) {
  const t = useTranslate()
  const [password, setPassword] = useState('')
  return (
    <form
      className="row end"
      onSubmit={(event) => {
        event.preventDefault()
        save(password)
        setPassword('')
      }}
    >
      <label className="field">
        <span>{set ? t('publish.password.new') : t('publish.password.first')}</span>
        <input
          type="text"
          autoComplete="off"
          required
          minLength={4}
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </label>
      <button type="submit" className="button">
        {t('publish.password.set')}
      </button>
    </form>
  )
}

/** Links to give out. They are not kept, so they are shown once. */
function Links({ embed, run }: Props) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const [until, setUntil] = useState(() => dayOf(new Date(Date.now() + LINK_DAYS * DAY_MS)))
  const [link, setLink] = useState<{ address: string; until: string; version: number } | null>(null)
  const sign = async () => {
    const signed = await signLink(embed, endOf(until))
    setLink({ address: signed.address, until: signed.expires_at, version: embed.policy_version })
    return embed
  }
  const shown = link !== null && link.version === embed.policy_version ? link : null
  return (
    <>
      <div className="row end">
        <label className="field">
          <span>{t('publish.link.until')}</span>
          <input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        </label>
        <button type="button" className="button" onClick={() => void run(sign)}>
          {t('publish.link.sign')}
        </button>
        <button type="button" className="button" onClick={() => void run(() => revoke(embed))}>
          {t('publish.link.revoke')}
        </button>
      </div>
      {shown && (
        <CopyField
          label={t('publish.link.signed', { when: day(shown.until, locale) })}
          value={shown.address}
        />
      )}
    </>
  )
}

function Domains({ embed, save }: { embed: Embed; save: (domains: string[]) => void }) {
  const t = useTranslate()
  const id = useId()
  const [text, setText] = useState((embed.domains ?? []).join('\n'))
  const wanted = text.split(/[\s,;]+/).filter((name) => name !== '')
  const changed = wanted.join(' ') !== (embed.domains ?? []).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{t('publish.domains')}</label>
      <textarea
        id={id}
        rows={2}
        value={text}
        placeholder="school.example"
        aria-describedby={`${id}-hint`}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="soft hint" id={`${id}-hint`}>
        {t('publish.domains.hint')}
      </p>
      {changed && (
        <div className="row">
          <button type="button" className="button" onClick={() => save(wanted)}>
            {t('publish.domains.save')}
          </button>
        </div>
      )}
    </div>
  )
}

function Expiry({ embed, save }: { embed: Embed; save: (moment: string) => void }) {
  const t = useTranslate()
  const value = embed.expires_at ? dayOf(new Date(embed.expires_at)) : ''
  return (
    <label className="field">
      <span>{expiryLabel(t, embed)}</span>
      <input
        type="date"
        value={value}
        onChange={(event) => save(event.target.value ? endOf(event.target.value) : '')}
      />
    </label>
  )
}

const expiryLabel = (t: Translate, embed: Embed): string =>
  isOver(embed) ? t('publish.expiry.over') : t('publish.expiry')
