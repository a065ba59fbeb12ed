/** Of several files: an app of each, or one of all. */
import { useTranslate } from '../i18n'
import type { Mixed } from '../mixing/mix'
import { mix } from '../mixing/use-mix'
import { Segments } from '../parts/segments'
import type { Upload } from '../uploads/queue'
import { queue } from '../uploads/use-queue'

type Props = { uploads: readonly Upload[]; mixed: Mixed }

export function FilesBecome({ uploads, mixed }: Props) {
  const t = useTranslate()
  const listed = mixed.all.flatMap(({ what }) => (what.kind === 'file' ? [what.file] : []))
  const isMix = mixed.all.length > 0
  const files = isMix ? listed : uploads.map(({ file }) => file)
  const isQuestion = isMix
    ? listed.length === mixed.all.length && !mixed.sending
    : uploads.every(({ state }) => state === 'chosen')
  if (files.length < 2 || !isQuestion) return null
  const become = (one: boolean) => {
    queue.clear()
    mix.clear()
    if (one) mix.addFiles(files)
    else queue.add(files)
  }
  return (
    <Segments
      legend={t('start.become')}
      name="files-become"
      value={isMix ? 'one' : 'each'}
      choices={[
        { value: 'each', label: t('start.become.each') },
        { value: 'one', label: t('start.become.one') },
      ]}
      onChange={(value) => become(value === 'one')}
    />
  )
}
