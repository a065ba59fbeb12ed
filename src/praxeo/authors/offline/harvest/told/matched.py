"""German, French and Spanish sentences held against the forms that tell something."""

from __future__ import annotations

import re

from praxeo.authors.offline.cleaning import capital
from praxeo.authors.offline.harvest.told import french, german, spanish
from praxeo.authors.offline.harvest.told.form import Told, question_of

_FORMS = {"de": german.FORMS, "fr": french.FORMS, "es": spanish.FORMS}
_NO_NAME_FIRST = re.compile(  # which word of a subject is small behind its verb
    r"^(?:Der|Die|Das|Eine?|Alle|Jede[rs]?|Viele|Manche|Einige|Les?|La|Une?|Tou(?:s|te|tes)|Tout|Chaque|Plusieurs|Certain(?:e?s)|El|Los|Las|Una?|Tod[oa]s?|Cada|Much[oa]s|Algun[oa]s|Cualquier)\s|^L['’]"
)


def told_by_form(said: str, language: str) -> Told | None:
    """What a sentence without its stop tells, by the first form that it has; None for most."""
    for form in _FORMS.get(language, ()):
        found = form.said.match(said)
        if found is None:
            continue
        groups = found.groupdict()
        subject = found["s"].strip()
        lowered = subject[:1].lower() + subject[1:] if _NO_NAME_FIRST.match(subject) else subject
        return Told(
            rule=form.rule,
            question=capital(question_of(found, form, lowered)),
            answer=said if form.whole else groups.get("a") or subject,
            subject=subject,
            past=form.named,
            beside=(groups.get("s2") or "").strip(),
        )
    return None
