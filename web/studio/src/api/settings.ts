/** The settings of who uses the studio. */
import { client, dataOf } from './client'
import { ifMatch } from './requests'
import type { components } from './schema'

type Schemas = components['schemas']

export type Settings = Schemas['Settings']

export type SettingsChange = Schemas['SettingsChange']

export type TextRecognition = Schemas['TextRecognitionState']

export const getTextRecognition = (): Promise<TextRecognition> =>
  dataOf(client.GET('/v1/settings/text_recognition'))

export const getSettings = (): Promise<Settings> => dataOf(client.GET('/v1/settings'))

export async function saveSettings(change: SettingsChange): Promise<Settings> {
  const { version } = await getSettings()
  return dataOf(
    client.PATCH('/v1/settings', { params: { header: ifMatch(version) }, body: change }),
  )
}

/** Where new work goes; '' is the newest project. */
export async function chooseDefaultProject(id: string): Promise<void> {
  const settings = await dataOf(client.GET('/v1/settings'))
  await dataOf(
    client.PATCH('/v1/settings', {
      params: { header: ifMatch(settings.version) },
      body: { default_project_id: id },
    }),
  )
}
