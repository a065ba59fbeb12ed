"""Pages that say in plain words why there is no app to see, in the visitor's language."""

from __future__ import annotations

import html

_WORDS = {
    "en": {
        "missing": (
            "There is no learning app here",
            "The address may be mistyped, or the app was deleted. Ask whoever gave it to you.",
        ),
        "withdrawn": (
            "This learning app has been withdrawn",
            "Whoever published it has taken it down. Nothing of it can be seen any more.",
        ),
        "expired": (
            "This learning app could be seen until a certain day",
            "That day is over. Ask whoever gave you the address.",
        ),
        "locked": (
            "This learning app is closed",
            "It opens from its own page, with its password or a link that was given out for it.",
        ),
        "elsewhere": (
            "This learning app is shown on certain pages only",
            "Open the page that it belongs to. Whoever gave you the address knows which one it is.",
        ),
        "not_built": (
            "The apps cannot be shown yet",
            "The front end of this server has not been built. Its operator runs: make setup",
        ),
        "busy": (
            "The app cannot be shown just now",
            "The server cannot reach its storage. Try again in a minute.",
        ),
        "start": (
            "Learning apps live here",
            "Each app has an address of its own. This server shows no list of them.",
        ),
    },
    "de": {
        "missing": (
            "Hier gibt es keine Lern-App",
            "Die Adresse ist vielleicht falsch geschrieben, oder die App wurde gelöscht.",
        ),
        "withdrawn": (
            "Diese Lern-App wurde zurückgezogen",
            "Wer sie veröffentlicht hat, hat sie entfernt. Sie ist nicht mehr zu sehen.",
        ),
        "expired": (
            "Diese Lern-App war bis zu einem bestimmten Tag zu sehen",
            "Dieser Tag ist vorbei. Fragen Sie, wer Ihnen die Adresse gegeben hat.",
        ),
        "locked": (
            "Diese Lern-App ist verschlossen",
            "Sie öffnet sich auf ihrer eigenen Seite, mit ihrem Passwort oder einem Link, der dafür ausgegeben wurde.",
        ),
        "elsewhere": (
            "Diese Lern-App ist nur auf bestimmten Seiten zu sehen",
            "Öffnen Sie die Seite, zu der sie gehört. Wer Ihnen die Adresse gab, weiß, welche das ist.",
        ),
        "not_built": (
            "Die Apps können noch nicht gezeigt werden",
            "Die Oberfläche dieses Servers ist noch nicht gebaut: make setup",
        ),
        "busy": (
            "Die App kann gerade nicht gezeigt werden",
            "Der Server erreicht seinen Speicher nicht. Versuchen Sie es gleich noch einmal.",
        ),
        "start": (
            "Hier wohnen Lern-Apps",
            "Jede App hat ihre eigene Adresse. Dieser Server zeigt keine Liste davon.",
        ),
    },
}
_STYLE = (
    ":root{color-scheme:light dark}body{font:1.1rem/1.6 system-ui,sans-serif;margin:0;"
    "min-height:100vh;display:grid;place-content:center;padding:1.5rem;box-sizing:border-box}"
    "main{max-width:32rem}h1{font-size:1.5rem;line-height:1.25}"
)


def notice(name: str, accepted_languages: str) -> str:
    """The page for `name` (missing, withdrawn, expired, locked, elsewhere, not_built, busy, start)."""
    first = accepted_languages.strip().lower()[:2]
    language = first if first in _WORDS else "en"
    title, text = (html.escape(words) for words in _WORDS[language][name])
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{title}</h1><p>{text}</p></main></body></html>"
    )
