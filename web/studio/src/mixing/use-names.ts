/** What a source of a list is called, and what it becomes. */
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/use-preferences'
import { fileSize } from '../start/recognise'
import { nameOfText } from '../start/text-name'
import { isOwn, useEngineNames, useEngines } from '../start/use-engines'
import type { Source } from './mix'

const plain = (url: string) => url.trim().replace(/^https?:\/\/(www\.)?|\/$/g, '')

export function useNames() {
  const t = useTranslate()
  const { locale } = usePreferences()
  const engines = useEngines()
  const names = useEngineNames()
  const nameOf = ({ what }: Source): string => {
    if (what.kind === 'file') return what.file.name
    if (what.kind === 'link' || what.kind === 'video') return plain(what.url)
    if (what.kind === 'youtube') return plain(what.text)
    return (what.kind === 'topic' ? what.topic : nameOfText(what.text)) || t('start.text.name')
  }
  const becomes = ({ what, captions }: Source): string => {
    if (what.kind === 'file') return t('mix.file', { size: fileSize(what.file.size, locale) })
    if (what.kind === 'topic')
      return isOwn(engines) ? t('mix.topic.own') : t('mix.topic', { engines: names })
    if (what.kind === 'youtube' && captions)
      return t('mix.youtube.captions', { name: captions.name })
    return t(`mix.${what.kind}`, 'words' in what ? { count: what.words } : {})
  }
  return { nameOf, becomes, markOf }
}

const MARKS = {
  link: '.www',
  topic: '.?',
  youtube: '.▶',
  video: '.▶',
  transcript: '.txt',
  text: '.txt',
}

/** What stands in the square before it: the ending of a file, or a sign. */
const markOf = ({ what }: Source): string =>
  what.kind === 'file' ? what.file.name : MARKS[what.kind]
