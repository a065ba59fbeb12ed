"""What French sentences tell outright. "Est-ce que" and turned subjects leave every word as it stands."""

from __future__ import annotations

from praxeo.authors.offline.harvest.told.form import form

_NOT = (
    r"(?!est\b|sont\b|a\b|ont\b|qui\b|que\b|dont\b|et\b|se\b|s['’]|n['’]|ne\b|fut\b|était\b|peut\b)"
)
_S = rf"(?P<s>(?:(?:L[ea]s?|Une?|[A-ZÉÈ][\w’'-]+) ?|L['’])(?:{_NOT}[\w’'-]+ ?){{0,7}}?)"
_OFTEN = (
    r"(?:souvent |généralement |principalement |surtout |essentiellement |habituellement |aussi )?"
)
_OBJECT = r"(?=l[ea]s? |l['’]|une? |d[eu]s? |deux |trois |quatre |cinq )"
_NAME = (
    r"(?P<a>(?:l[ea]s? |l['’])?[A-ZÉÈ][\w’'.-]+(?: (?:de |d['’]|du |von )?[A-ZÉÈ][\w’'.-]+){0,3})"
)
_MADE = r"(?P<p>inventée?s?|découverte?s?|fondée?s?|construite?s?|écrite?s?|peinte?s?|composée?s?|créée?s?|conçue?s?|introduite?s?|proposée?s?|formulée?s?)"

FORMS = (
    form("parts", rf"{_S} (?P<v>se compose(?:nt)?) {_OFTEN}(?P<a>d(?:e|u|es|['’]) ?.+)", "De quoi est-ce que {s} {v} ?"),
    form("parts", rf"{_S} (?P<v>est|sont) {_OFTEN}(?P<p>composée?s?|constituée?s?|formée?s?|faite?s?) {_OFTEN}(?P<a>d(?:e|u|es|['’]) ?.+)", "De quoi est-ce que {s} {v} {p} ?"),
    form("parts", rf"{_S} (?P<v>comprend|comprennent|comporte|comportent) (?P<a>{_OBJECT}.+)", "Qu’est-ce que {s} {v} ?"),
    form("parts", rf"{_S} (?P<v>se divise(?:nt)?|(?:est|sont) (?:divisé|subdivisé|classé)e?s?) {_OFTEN}(?P<a>en .+)", "En quoi est-ce que {s} {v} ?"),
    form("use", rf"{_S} (?P<v>sert|servent) {_OFTEN}(?P<a>(?:à|au|de|d['’]) ?.+)", "À quoi est-ce que {s} {v} ?"),
    form("cause", rf"{_S} (?P<v>est|sont) {_OFTEN}(?P<p>causée?s?|provoquée?s?|due?s?) {_OFTEN}(?P<a>(?:par|à|au) .+)", "À quoi est-ce que {s} {v} {p} ?"),
    form("cause", rf"{_S} (?P<v>résulte|résultent) (?P<a>d(?:e |u |es |['’]).+)", "De quoi est-ce que {s} {v} ?"),
    form("effect", rf"{_S} (?P<v>entraîne|entraînent|provoque|provoquent) (?P<a>{_OBJECT}.+)", "Qu’est-ce que {s} {v} ?"),
    form("depends", rf"{_S} (?P<v>dépend|dépendent) {_OFTEN}(?P<a>d(?:e |u |es |['’]).+)", "De quoi est-ce que {s} {v} ?"),
    form("place", rf"{_S} (?P<v>se trouve(?:nt)?|se situe(?:nt)?|a lieu|ont lieu|se déroule(?:nt)?) {_OFTEN}(?P<a>(?:dans|à|au|aux|sur|en|entre|sous|derrière|au-dessus|au-dessous|près) .+)", "Où est-ce que {s} {v} ?"),
    form("stands_for", rf"{_S} (?P<v>symbolise|symbolisent|incarne|incarnent) (?P<a>{_OBJECT}.+)", "Qu’est-ce que {s} {v} ?"),
    form("role", rf"{_S} (?P<v>régule|régulent|contrôle|contrôlent|stocke|stockent|filtre|filtrent|relie|relient|sépare|séparent|transporte|transportent|protège|protègent) (?P<a>{_OBJECT}.+)", "Qu’est-ce que {s} {v} ?"),
    form("maker", rf"{_S} (?P<v>a été|ont été|fut|furent) {_MADE} (?P<when>(?:en \d{{3,4}} )?)par {_NAME}(?P<tail>(?: en \d{{3,4}})?)", "Par qui est-ce que {s} {v} {p} {when}{tail} ?", named=True),
    form("extreme", rf"{_S} (?P<v>est|était|fut) (?P<o>le (?:plus \w+ \w+|premier \w+|\w+ le plus \w+|seul \w+) (?!.*\bet\b).+)", "Quel {v} {o} ?", named=True),
    form("extreme", rf"{_S} (?P<v>est|était|fut) (?P<o>la (?:plus \w+ \w+|première \w+|\w+ la plus \w+|seule \w+) (?!.*\bet\b).+)", "Quelle {v} {o} ?", named=True),
    form("why", rf"(?P<o>{_S} (?P<v>est|sont|peut|peuvent|\w+e|\w+ent|\w+it) [^,;:]+?),? (?P<a>parce qu(?:e |['’])[^,;:]+)", "Pourquoi est-ce que {o} ?"),
    form("contrast", rf"(?P<s>(?:L[ea]s?|L['’]) ?(?:{_NOT}[\w’'-]+ ?){{1,4}}?) (?P<v>[\w’'-]+) [^,;]+, (?:tandis que|alors que) (?P<s2>(?:l[ea]s? |l['’])(?:{_NOT}[\w’'-]+ ?){{1,4}}?) (?P<v2>\w+(?:e|ent|t|a|ont)) [^,;]+", "Quelle est la différence entre {s} et {s2} ?", whole=True),
)  # fmt: skip
