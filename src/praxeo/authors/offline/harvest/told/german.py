"""What German sentences tell outright. The verb stands second, so a question turns it and its subject round."""

from __future__ import annotations

from praxeo.authors.offline.harvest.told.form import form

_NOUN = r"[A-ZÄÖÜ][\w-]+"
_ADJECTIVE = (
    r"(?:(?!de[mnrs] |eine[mnrs]? |kein|mein|sein|ihr|dies|jen)[a-zäöüß]{3,}(?:e|er|es|en) )"
)
_GENITIVE = rf"(?: (?:de[rs]|eine[rs]|von|vom|in|im|für|zur|zum|an|am|auf)(?: (?:de[nmrs]|eine[rs]))? {_ADJECTIVE}?{_NOUN})"
_NP = (
    rf"(?:(?:[Dd](?:er|ie|as)|[Ee]ine?) )?{_ADJECTIVE}{{0,2}}{_NOUN}(?: {_NOUN})?{_GENITIVE}{{0,2}}"
)
_S = rf"(?P<s>{_NP})"
_OFTEN = r"(?:meist(?:ens)? |oft |vor allem |hauptsächlich |überwiegend |in der Regel |normalerweise |häufig |üblicherweise |im Wesentlichen )?"
_NAME = rf"(?P<a>(?:de[mnr] )?{_NOUN}(?: (?:von |van |de )?{_NOUN}){{0,3}})"
_MADE = r"(?P<p>erfunden|entdeckt|gegründet|entwickelt|erbaut|gebaut|geschrieben|verfasst|gemalt|komponiert|eingeführt|entworfen|geprägt|begründet|formuliert)"
_DID = r"(?P<v>erfand|entdeckte|gründete|entwickelte|erbaute|schrieb|verfasste|malte|komponierte|entwarf|prägte|begründete|formulierte)"
_OBJECT = r"(?=den |die |das |eine?n? |[A-ZÄÖÜ])"
_IN = r"(?:in|im|an|am|auf|zwischen|unter|über|hinter|neben|bei|außerhalb|innerhalb)"

FORMS = (
    form("parts", rf"{_S} (?P<v>besteht|bestehen) {_OFTEN}(?P<a>aus .+)", "Woraus {v} {s}?"),
    form("parts", rf"{_S} (?P<v>setzt|setzen) sich {_OFTEN}(?P<a>aus .+?)(?: zusammen)", "Woraus {v} sich {s} zusammen?"),
    form("parts", rf"{_S} (?P<v>gliedert|gliedern|teilt|teilen) sich {_OFTEN}(?P<a>in .+?)(?: auf)?", "Wie {v} sich {s} auf?"),
    form("parts", rf"{_S} (?P<v>wird|werden) {_OFTEN}(?P<a>in .+) (?P<p>unterteilt|eingeteilt|gegliedert|aufgeteilt)", "Wie {v} {s} {p}?"),
    form("use", rf"{_S} (?P<v>dient|dienen) {_OFTEN}(?P<a>(?:de[rmn]|zu[rm]?|als|dazu,) .+)", "Wozu {v} {s}?"),
    form("cause", rf"{_S} (?P<v>entsteht|entstehen) {_OFTEN}(?P<a>(?:durch|aus) .+)", "Wie {v} {s}?"),
    form("cause", rf"{_S} (?P<v>wird|werden) {_OFTEN}(?P<a>(?:durch|von) .+) (?P<p>verursacht|ausgelöst|hervorgerufen|gesteuert|geregelt|übertragen|bestimmt)", "Wodurch {v} {s} {p}?"),
    form("effect", rf"{_S} (?P<v>führt|führen) {_OFTEN}(?P<a>zu[rm]? .+)", "Wozu {v} {s}?"),
    form("depends", rf"{_S} (?P<v>hängt|hängen) {_OFTEN}(?P<a>vo[nm] .+) ab", "Wovon {v} {s} ab?"),
    form("place", rf"{_S} (?P<v>findet|finden) {_OFTEN}(?P<a>{_IN} .+) statt", "Wo {v} {s} statt?"),
    form("place", rf"{_S} (?P<v>liegt|liegen) (?P<a>{_IN} .+)", "Wo {v} {s}?"),
    form("place", rf"{_S} (?P<v>befindet|befinden) sich (?P<a>{_IN} .+)", "Wo {v} sich {s}?"),
    form("stands_for", rf"{_S} (?P<v>symbolisiert|symbolisieren|verkörpert|verkörpern) (?P<a>{_OBJECT}.+)", "Was {v} {s}?"),
    form("stands_for", rf"{_S} (?P<v>steht|stehen) (?P<a>für .+)", "Wofür {v} {s}?"),
    form("role", rf"{_S} (?P<v>reguliert|regulieren|regelt|steuert|steuern|speichert|speichern|filtert|filtern|verbindet|verbinden|trennt|trennen|transportiert|transportieren|hemmt|hemmen) (?P<a>{_OBJECT}.+)", "Was {v} {s}?"),
    form("maker", rf"{_S} (?P<v>wurden?) (?P<when>(?:(?:im Jahre? )?\d{{3,4}} )?)von {_NAME} (?P<when2>(?:(?:im Jahre? )?\d{{3,4}} )?){_MADE}", "Von wem {v} {s} {when}{when2}{p}?", named=True),
    form("maker", rf"{_NAME} {_DID} (?P<when>(?:(?:im Jahre? )?\d{{3,4}} )?)(?P<s>(?:den|die|das|ein|eine|einen) .+|[A-ZÄÖÜ]\w+)", "Wer {v} {when}{s}?"),
    form("extreme", rf"{_S} (?P<v>ist|sind|war|waren) (?P<o>d(?:er|ie|as) (?:erste|einzige|zweit\w+ste|größte|kleinste|\w{{2,}}ste) [A-ZÄÖÜ][\w-]+ (?!.*\bund\b).+)", "Was {v} {o}?", named=True),
    form("why", rf"{_S} (?P<v>[a-zäöü]\w*t|sind|[a-zäöü]\w+en) (?P<rest>[^,;:]+), (?P<a>weil [^;:]+)", "Warum {v} {s} {rest}?"),
    form("contrast", rf"Während (?P<s>(?!der |des |einer )(?:{_NP})) [^,]+, (?P<v>[a-zäöü]\w+(?:t|en)) (?P<s2>(?:{_NP})) [^,;]+", "Worin unterscheiden sich {s} und {s2}?", whole=True),
)  # fmt: skip
