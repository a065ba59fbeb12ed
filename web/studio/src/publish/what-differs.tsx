/** What readers will find different once the newer version is published, before anybody decides. */
import { useQuery } from '@tanstack/react-query'
import { getDifference, type Embed } from '../api/embeds'
import { type Example } from '../api/examples'
import { useTranslate, type Key } from '../i18n'

type Props = { embed: Embed; example: Example }
const GROUPS = ['added', 'changed', 'dropped'] as const

export function WhatDiffers({ embed, example }: Props) {
  const t = useTranslate()
  const { data } = useQuery({
    queryKey: ['difference', embed.id, embed.version, example.code_snippet_id],
    queryFn: () => getDifference(embed),
  })
  if (!data) return null
  const lines = {
    added: data.added,
    dropped: data.dropped,
    changed: data.changed.map(({ before, after }) =>
      before === after ? after : `${before} → ${after}`,
    ),
  }
  const also: Key[] = [
    ...(data.texts ? (['publish.differs.texts'] as const) : []),
    ...(data.code ? (['publish.differs.code'] as const) : []),
  ]
  return (
    <div className="what-differs">
      {GROUPS.filter((group) => lines[group].length > 0).map((group) => (
        <details key={group}>
          <summary>{t(`publish.differs.${group}`, { count: lines[group].length })}</summary>
          <ul>
            {lines[group].map((line, at) => (
              <li key={at}>{line}</li>
            ))}
          </ul>
        </details>
      ))}
      {also.map((key) => (
        <p key={key}>{t(key)}</p>
      ))}
    </div>
  )
}
