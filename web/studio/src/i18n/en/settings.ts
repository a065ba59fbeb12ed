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
  'settings.sources': 'Sources on the web',
  'settings.sources.lead':
    'Pages change. Praxeo can look by itself whether those that apps were made of still say what was read; it changes nothing, and says so at the app.',
  'settings.sources.off': 'Only when I ask for it',
  'settings.sources.weekly': 'Every week',
  'settings.sources.monthly': 'Every month',
  'settings.ocr': 'Text recognition (OCR)',
  'settings.ocr.lead': 'Reads scans, photographs and pages of PDFs that hold no text.',
  'settings.ocr.on': 'Recognise text with {engine}',
  'settings.ocr.language': 'Language of scans',
  'settings.ocr.automatic': 'That of the document',
  'settings.ocr.more':
    'Further languages are packages such as tesseract-ocr-fra. The right one matters: letters with accents are lost in another.',
  'settings.ocr.none':
    'There is no text recognition here, so scans and photographs are refused. Install Tesseract and start Praxeo anew.',
  'settings.ocr.how': 'Debian, Ubuntu:',
  'settings.ocr.not-here':
    'This installation has no text recognition, so scans and photographs are refused. Recognise them elsewhere and add the result.',
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
  'settings.local': 'A model on this machine',
  'settings.local.lead':
    'Found where Ollama, llama.cpp, LM Studio or vLLM runs beside Praxeo. It costs nothing, and what it reads stays on this machine. A small one (7 or 8 billion parameters) writes reading and practice, not apps of its own.',
  'settings.local.none': 'No such server is running.',
  'settings.local.no': 'None of these',
  'settings.local.gone': 'does not run now',
  'settings.local.billions': '{count} billion parameters',
  'settings.local.look': 'Look again',
  'settings.local.looking': 'Looking …',
  'settings.critique': 'Have a model look at each app that it wrote, before it is ready',
  'settings.critique.more':
    'It sees how the app opens on a desktop and a phone, and mends what is cut, covered or hard to read. One more call; the model has to take pictures.',
  'settings.budget': 'What models may cost at most, in US dollars',
  'settings.budget.run': 'One app',
  'settings.budget.day': 'One day',
  'settings.budget.month': 'One month',
  'settings.budget.spent': '{amount} spent so far',
  'settings.embed.lead':
    'What a newly published app starts with. Apps that are published stay as they are.',
} as const
