/** Sentences of the settings. */
export const settings = {
  'settings.title': 'Settings',
  'settings.appearance': 'Appearance',
  'settings.theme': 'Colours',
  'settings.theme.system': 'As the system says',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',
  'settings.language': 'Language',
  'settings.author': 'Author',
  'settings.author.offline':
    'Offline author: no key, no network, no cost; extracts from the source only.',
  'settings.editor': 'Editor',
  'settings.editor.size': 'Text size',
  'settings.editor.wrap': 'Wrap long lines',
  'settings.embed': 'New embeds are',
  'settings.saved': 'Saved',
  'settings.device': 'Kept on this device.',
  'settings.author.lead': 'Who writes the spec and the code of new apps.',
  'settings.author.models': 'A model where it helps ({names}), else the offline author.',
  'settings.author.how':
    'This installation has no model. Whoever runs it can add one by the environment variable',
  'settings.budget': 'What models may cost at most, in US dollars',
  'settings.budget.run': 'One app',
  'settings.budget.day': 'One day',
  'settings.budget.month': 'One month',
  'settings.budget.spent': '{amount} spent so far',
  'settings.embed.lead':
    'What a newly published app starts with. Apps that are published stay as they are.',
} as const
