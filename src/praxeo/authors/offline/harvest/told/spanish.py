"""What Spanish sentences tell outright."""

from __future__ import annotations

from praxeo.authors.offline.harvest.told.form import form

_NOT = (
    r"(?!es\b|son\b|está\b|están\b|que\b|y\b|se\b|no\b|fue\b|era\b|puede\b|cuy[oa]s?\b|ha\b|han\b)"
)
_S = rf"(?P<s>(?:(?:El|La|Los|Las|Una?|[A-ZÁÉÍÓÚÑ][\w-]+) ?)(?:{_NOT}[\w-]+ ?){{0,7}}?)"
_OFTEN = (
    r"(?:generalmente |principalmente |normalmente |sobre todo |a menudo |básicamente |también )?"
)
_OBJECT = r"(?=el |las? |los |una? |unos |unas |al )"
_NAME = (
    r"(?P<a>(?:el |los |las )?[A-ZÁÉÍÓÚÑ][\w.-]+(?: (?:de |del |von |y )?[A-ZÁÉÍÓÚÑ][\w.-]+){0,3})"
)
_MADE = r"(?P<p>inventad[oa]s?|descubiert[oa]s?|fundad[oa]s?|construid[oa]s?|escrit[oa]s?|pintad[oa]s?|compuest[oa]s?|cread[oa]s?|diseñad[oa]s?|introducid[oa]s?|propuest[oa]s?|formulad[oa]s?)"
_DID = r"(?P<p>inventó|descubrió|fundó|construyó|escribió|pintó|compuso|creó|diseñó|introdujo|propuso|formuló)"

FORMS = (
    form("parts", rf"{_S} (?P<v>se compon(?:e|en)) {_OFTEN}(?P<a>de .+)", "¿De qué {v} {s}?"),
    form("parts", rf"{_S} (?P<v>const(?:a|an)) {_OFTEN}(?P<a>de .+)", "¿De qué {v} {s}?"),
    form("parts", rf"{_S} (?P<v>está|están) {_OFTEN}(?P<p>compuest[oa]s?|formad[oa]s?|constituid[oa]s?|hech[oa]s?) {_OFTEN}(?:por )?(?P<a>(?<=por ).+|de .+)", "¿De qué {v} {p} {s}?"),
    form("parts", rf"{_S} (?P<v>se divid(?:e|en)|se clasific(?:a|an)) {_OFTEN}(?P<a>en .+)", "¿En qué {v} {s}?"),
    form("use", rf"{_S} (?P<v>sirven?) {_OFTEN}(?P<a>(?:para|de|como) .+)", "¿Para qué {v} {s}?"),
    form("use", rf"{_S} (?P<v>se us(?:a|an)|se utiliz(?:a|an)|se emple(?:a|an)) {_OFTEN}(?P<a>para .+)", "¿Para qué {v} {s}?"),
    form("cause", rf"{_S} (?P<v>está|están|es|son) {_OFTEN}(?P<p>causad[oa]s?|provocad[oa]s?|producid[oa]s?) {_OFTEN}por (?P<a>.+)", "¿Qué causa {s}?"),
    form("cause", rf"{_S} (?P<v>se deben?) {_OFTEN}(?P<a>(?:a|al) .+)", "¿A qué {v} {s}?"),
    form("effect", rf"{_S} (?P<v>provoca|provocan|causa|causan) (?P<a>{_OBJECT}.+)", "¿Qué {v} {s}?"),
    form("depends", rf"{_S} (?P<v>dependen?) {_OFTEN}(?P<a>del? .+)", "¿De qué {v} {s}?"),
    form("place", rf"{_S} (?P<v>se encuentran?|se sitúan?|tienen? lugar|se hallan?|se localizan?) {_OFTEN}(?P<a>(?:en|entre|sobre|bajo|detrás|dentro|cerca|al|junto) .+)", "¿Dónde {v} {s}?"),
    form("stands_for", rf"{_S} (?P<v>simboliza|simbolizan|encarna|encarnan) (?P<a>{_OBJECT}.+)", "¿Qué {v} {s}?"),
    form("role", rf"{_S} (?P<v>regulan?|controlan?|almacenan?|filtran?|conectan?|separan?|transportan?|protegen?) (?P<a>{_OBJECT}.+)", "¿Qué {v} {s}?"),
    form("maker", rf"{_S} (?P<v>fue|fueron) {_MADE} (?P<when>(?:en \d{{3,4}} )?)por {_NAME}(?P<tail>(?: en \d{{3,4}})?)", "¿Por quién {v} {p} {when}{s}{tail}?", named=True),
    form("maker", rf"{_NAME} {_DID} (?P<s>(?:el|la|los|las|una?|[A-Z]\w+) .+)", "¿Quién {p} {s}?"),
    form("extreme", rf"{_S} (?P<v>es|era|fue) (?P<o>(?:el|la) (?:primer\w* \w+|únic[oa] \w+|\w+ más \w+|\w+ mayor|mayor \w+|menor \w+) (?!.*\by\b).+)", "¿Cuál {v} {o}?", named=True),
    form("why", rf"(?P<o>{_S} (?P<v>es|son|está|están|puede|pueden|\w+a|\w+an|\w+e|\w+en) [^,;:]+?),? (?P<a>porque [^,;:]+)", "¿Por qué {o}?"),
    form("contrast", rf"(?P<s>(?:El|La|Los|Las) (?:{_NOT}[\w-]+ ?){{1,4}}?) (?P<v>\w+) [^,;]+, mientras que (?P<s2>(?:el|la|los|las) (?:{_NOT}[\w-]+ ?){{1,4}}?) (?P<v2>\w+) [^,;]+", "¿En qué se diferencian {s} y {s2}?", whole=True),
)  # fmt: skip
