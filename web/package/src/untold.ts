/** What the page says where the platform is not told of a visit, in the languages of the apps. */
const WORDS: Record<string, string> = {
  en: 'Your platform is not told of this visit. Open the app there once more, so that your answers count.',
  de: 'Ihre Lernplattform erfährt von diesem Besuch nichts. Öffnen Sie die App dort noch einmal, damit Ihre Antworten zählen.',
  fr: 'Votre plateforme ne reçoit rien de cette visite. Rouvrez l’application depuis la plateforme pour que vos réponses comptent.',
  es: 'Su plataforma no recibe nada de esta visita. Abra la aplicación allí de nuevo para que cuenten sus respuestas.',
  ar: 'لا تصل هذه الزيارة إلى منصّتك. افتح التطبيق من المنصّة مرّة أخرى لتُحتسب إجاباتك.',
}

export function tellUntold(page: Document): void {
  const line = page.createElement('p')
  const { lang } = page.documentElement
  line.textContent = WORDS[lang.slice(0, 2)] ?? (WORDS['en'] as string)
  line.setAttribute('role', 'alert')
  line.style.cssText = 'margin:0;padding:.75rem 1rem;font:1rem/1.5 system-ui,sans-serif'
  page.body.prepend(line)
}
