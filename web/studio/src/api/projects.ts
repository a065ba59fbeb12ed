/** Projects. */
import { client, dataOf } from './client'
import { PAGE, ifMatch, newKey, everyPage } from './requests'
import type { components } from './schema'

type Schemas = components['schemas']

export type Project = Schemas['Project']

export const listProjects = (): Promise<Project[]> =>
  everyPage((cursor) =>
    dataOf(client.GET('/v1/projects', { params: { query: { cursor, limit: PAGE } } })),
  )

export const createProject = (name: string): Promise<Project> =>
  dataOf(
    client.POST('/v1/projects', { params: { header: newKey() }, body: { name, description: '' } }),
  )

export const changeProject = (
  project: Project,
  change: { name?: string; description?: string },
): Promise<Project> =>
  dataOf(
    client.PATCH('/v1/projects/{project_id}', {
      params: { path: { project_id: project.id }, header: ifMatch(project.version) },
      body: change,
    }),
  )

export const deleteProject = (project: Project): Promise<void> =>
  dataOf(
    client.DELETE('/v1/projects/{project_id}', {
      params: { path: { project_id: project.id }, header: ifMatch(project.version) },
    }),
  )
