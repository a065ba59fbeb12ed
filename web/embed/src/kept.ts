/** The sheet of what this browser keeps of a learner in one app: to be saved, copied or erased by the learner alone. */
import { inLanguage, made, sheetIn } from './sheet'

const WORDS = {
  en: {
    title: 'Your data',
    kept: 'Your progress in this app is kept in this browser and nowhere else (answers: %).',
    none: 'This browser keeps nothing of you here.',
    counted: 'Visits are counted without your name or address.',
    save: 'Save as a file',
    erase: 'Erase it',
    sure: 'Erase your progress for good?',
    close: 'Close',
  },
  de: {
    title: 'Ihre Daten',
    kept: 'Ihr Fortschritt in dieser App liegt in diesem Browser und nirgends sonst (Antworten: %).',
    none: 'Dieser Browser behält hier nichts von Ihnen.',
    counted: 'Besuche werden ohne Ihren Namen und Ihre Adresse gezählt.',
    save: 'Als Datei sichern',
    erase: 'Löschen',
    sure: 'Ihren Fortschritt endgültig löschen?',
    close: 'Schließen',
  },
  fr: {
    title: 'Vos données',
    kept: 'Votre progression dans cette appli est gardée dans ce navigateur et nulle part ailleurs (réponses : %).',
    none: 'Ce navigateur ne garde rien de vous ici.',
    counted: 'Les visites sont comptées sans votre nom ni votre adresse.',
    save: 'Enregistrer dans un fichier',
    erase: 'Effacer',
    sure: 'Effacer définitivement votre progression ?',
    close: 'Fermer',
  },
  es: {
    title: 'Sus datos',
    kept: 'Su progreso en esta aplicación se guarda en este navegador y en ningún otro sitio (respuestas: %).',
    none: 'Este navegador no guarda aquí nada de usted.',
    counted: 'Las visitas se cuentan sin su nombre ni su dirección.',
    save: 'Guardar como archivo',
    erase: 'Borrar',
    sure: '¿Borrar su progreso para siempre?',
    close: 'Cerrar',
  },
  ar: {
    title: 'بياناتك',
    kept: 'تقدّمك في هذا التطبيق محفوظ في هذا المتصفّح وحده (الإجابات: %).',
    none: 'لا يحفظ هذا المتصفّح هنا شيئًا عنك.',
    counted: 'تُعدّ الزيارات دون اسمك أو عنوانك.',
    save: 'حفظ في ملفّ',
    erase: 'محو',
    sure: 'هل تريد محو تقدّمك نهائيًّا؟',
    close: 'إغلاق',
  },
} as const

type Words = Record<keyof (typeof WORDS)['en'], string>

/** Show it over the app; what is erased is gone when the page is there again. */
export function showKept(page: Document): void {
  const words: Words = inLanguage<Words>(WORDS)
  const opened = sheetIn(page, words.title, words.close)
  const frame = page.querySelector<HTMLElement>('#praxeo-frame')
  if (!opened || !frame) return
  const { sheet, close } = opened
  const { embed = '', counted = '' } = frame.dataset
  const values = valuesOf(`praxeo:${embed}:`)
  const counts = counted ? made(page, 'p', words.counted) : ''
  sheet.dir = 'auto'
  sheet.append(made(page, 'h2', words.title))
  if (values) {
    const text = JSON.stringify({ format: 1, embed, title: page.title, values }, null, 1)
    sheet.append(made(page, 'p', words.kept.replace('%', String(answersIn(values)))))
    sheet.append(counts, field(page, text, words.title), saving(page, text, words), ' ')
    sheet.append(erasing(page, embed, words), ' ')
  } else sheet.append(made(page, 'p', words.none), counts)
  sheet.append(close)
  page.body.append(sheet)
  sheet.showModal()
  close.focus()
  page.querySelector('textarea')?.scroll(0, 0)
}

function keysOf(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  } catch (error) {
    if (error instanceof DOMException) return [] // there is no store
    throw error
  }
}

/** What is kept, by its names; null for nothing. */
function valuesOf(prefix: string): Record<string, unknown> | null {
  const keys = keysOf(prefix)
  if (keys.length === 0) return null
  return Object.fromEntries(
    keys.map((key) => [key.slice(prefix.length), read(localStorage.getItem(key) ?? '')]),
  )
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}

function answersIn(values: Record<string, unknown>): number {
  const answers = (values['progress'] as { answers?: unknown } | undefined)?.answers
  return Array.isArray(answers) ? answers.length : 0
}

/** Some pages let their frames save no files; a text can be copied anywhere. */
function field(page: Document, text: string, name: string): HTMLElement {
  const area = page.createElement('textarea')
  area.readOnly = true
  area.rows = 4
  area.dir = 'ltr'
  area.value = text
  area.setAttribute('aria-label', name)
  area.addEventListener('focus', () => area.select())
  return area
}

function saving(page: Document, text: string, words: Words): HTMLElement {
  const way = page.createElement('a')
  way.textContent = words.save
  way.download = `${page.title}.json`
  way.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  return way
}

function erasing(page: Document, embed: string, words: Words): HTMLElement {
  const button = made(page, 'button', words.erase)
  button.addEventListener('click', () => {
    if (button.textContent !== words.sure) {
      button.textContent = words.sure
      return
    }
    for (const prefix of [`praxeo:${embed}:`, `praxeo-visits:${embed}:`]) {
      for (const key of keysOf(prefix)) localStorage.removeItem(key)
    }
    // Nothing is to be kept anew while the page goes.
    Storage.prototype.setItem = () => undefined
    location.reload()
  })
  return button
}
