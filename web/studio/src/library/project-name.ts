/** What a project is called before people: the first one, which nobody named, in their language. */
import type { Project } from '../api/projects'
import type { Translate } from '../i18n'

const UNNAMED = 'My library' // as src/praxeo/library/projects.py makes it

export const projectName = ({ name }: Pick<Project, 'name'>, t: Translate): string =>
  name === UNNAMED ? t('project.first') : name
