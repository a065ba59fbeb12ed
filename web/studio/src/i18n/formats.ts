/** Made by `python -m devtools.reference`; edit the source, not this page. */
export const readable = {
  en: 'PDF, Word, PowerPoint, Excel, OpenDocument, RTF, EPUB, scans and photographs, ZIP files of a text and its pictures, saved web pages, e-mail messages, journal articles (JATS), notebooks, subtitles, flashcards (Anki, Quizlet), question banks (GIFT), reStructuredText, LaTeX, AsciiDoc, Org, Markdown and plain text',
  de: 'PDF, Word, PowerPoint, Excel, OpenDocument, RTF, EPUB, Scans und Fotos, ZIP-Dateien aus Text und Bildern, gespeicherte Webseiten, E-Mails, Fachartikel (JATS), Notebooks, Untertitel, Lernkarten (Anki, Quizlet), Fragensammlungen (GIFT), reStructuredText, LaTeX, AsciiDoc, Org, Markdown und Text',
} as const
