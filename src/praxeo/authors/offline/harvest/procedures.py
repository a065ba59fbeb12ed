"""Procedures: numbered lists that tell how something is done or happens, to be put in order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from praxeo.authors.offline.cleaning import count_words
from praxeo.authors.offline.harvest.commands import all_tell_to_do
from praxeo.authors.offline.harvest.lists import SourceList
from praxeo.authors.offline.lexicon import points_elsewhere
from praxeo.authors.offline.material import Candidate, sentences_of
from praxeo.authors.offline.outline import clean_title
from praxeo.authors.offline.phrases import Phrases
from praxeo.domain.blocks import Block
from praxeo.domain.spec import Step

RULE = "numbered_steps"
FEWEST_STEPS, MOST_STEPS = 3, 9
LONGEST_STEP = 22  # words
LONGEST_NAME = 8  # words of a line that names what the steps are of
FEWEST_CASES = 2  # steps for one case each, which are no order

_ORDERED = re.compile(
    r"\b(?:steps?|how to|procedure|process|instructions?|stages?|phases?|sequence|directions|recipe|method|workflow|"
    r"follow|in order|install|set ?up|getting started|cycle|works?|schritte?n?|\w*stufen\w*|anleitung|ablauf|vorgehen\w*|so geh(?:st du|en Sie|t ihr) vor|verfahren|phasen|stadien|"
    r"reihenfolge|kreislauf|étapes?|procédure|démarche|déroulement|wie man|comment|cómo|pasos?|procedimiento|etapas?|fases|proceso|ciclo)\b|"
    r"\b(?:path|journey|route|course) (?:of|that|through)\b|\bweg (?:de[rs]|eine[rs]|durch)\b|\b(?:trajet|parcours) (?:d[eu']|des)|"
    r"\bin (?:this|that|the following|the same|a fixed) (?:order|sequence)\b|\bdans (?:cet ordre|l['’]ordre suivant)|\ben (?:este orden|el (?:siguiente orden|orden siguiente))|"
    r"\b(?:recorrido|camino|trayecto) (?:de|del|que)\b|مراحل|المراحل|خطوات|الخطوات",
    re.IGNORECASE,
)
_HOW = re.compile(  # a heading that promises how one thing comes about, not of which kinds there are
    r"(?:[\d.]+ )?(?:how (?:\w+ ){1,4}(?:forms|happens|develops|is (?:made|formed|produced))|how an? (?:\w+ ){1,3}(?:creates|becomes|reaches|moves|travels|turns|gets|grows)\b.{2,40}|wie (?:\w+ ){1,4}entsteht)",
    re.IGNORECASE,
)
_UNORDERED = re.compile(
    r"\b(?:tips|ways|reasons|best|top|trends|ideas|mistakes|things|tools|benefits|types|kinds|examples|questions|objectives|"
    r"references|rules|principles|factors|advantages|myths|facts|contents|goals|features|tipps|gründe|arten|vorteile|regeln|"
    r"beispiele|ziele|fehler|conseils|raisons|types|sortes|avantages|règles|consejos|razones|tipos|ventajas|reglas)\b",
    re.IGNORECASE,
)
_INFINITIVES = (
    re.compile(r"^[A-ZÄÖÜ].*\s(?:[a-zäöüß]{2,}(?:en|ern|eln)|tun)$"),
    re.compile(r"^(?:(?:S[’']|Se |Ne pas )?\w{2,}(?:er|ir|re))(?:\s|$)"),
    re.compile(r"^(?:No )?\w{2,}[aei]r(?:se|l[oae]s?)?(?:\s|$)"),
)
_IMPERATIVE = re.compile(  # "Setze die Brille auf", "Drücken Sie …", "Versez l'eau …"
    r"^(?:(?:[A-ZÄÖÜ][a-zäöüß]+e|Gib|Nimm|Lies|Lass|Sieh|Wirf|Miss|Hilf)\s(?:den|die|das|einen|eine|ein|dein\w*|sie|es|ihn|alle[sn]?|nun|langsam|in|auf|mit|zu|nicht|\d+)\b|"
    r"[A-ZÄÖÜ][a-zäöüß]+n\sSie\b|[A-ZÉ][a-zéèêà]+ez(?:-\w+)?\s)"
)
_FINITE = re.compile(r"\b(?:kann|können|muss|müssen|soll\w*|darf|dürfen|wird|werden|haben|sind)\b")
_CASE = re.compile(
    r"(?:If|For an?|When|In case|Wenn|Falls|Si|Cuando)\s|.*\b(?:must not|must be|should not|may not)\b"
)
_FORBIDS = re.compile(  # what is not to be done has no place in an order: advice
    r"(?:Ne (?:pas|jamais|plus)|N[’']\w+ (?:pas|jamais)|Do not|Don[’']t|Never|Avoid|Nicht|Niemals|Kein\w*|Vermeide\w*|Évite\w*|No|Nunca|Evit\w+)\s"
)
_ADDRESS = re.compile(r"https?://|\bwww\.|\b[\w-]+\.(?:com|org|net|io|ai)\b")
_PHASE = re.compile(
    r"^(?:[A-ZÄÖÜÉ][\w-]+)\s?:\s"
)  # "Einstieg: …", "Anwendung: …": a plan of a lesson
_PROCESS = re.compile(
    r"\b(?:phases?|stages?|phasen|\w*stufen\w*|stadien|schritte?n?|ablauf|verläuft|fases?|etapas?|étapes?|pasos?|proceso|process|cycle|kreislauf|ciclo)\b",
    re.IGNORECASE,
)
_OF_A_LESSON = re.compile(
    r"^(?:einstieg|erarbeitung|sicherung|transfer|hausaufgabe\w*|begrüßung|abschluss|reflexion|anwendung|übungsphase|warm-?up|wrap-?up|homework|plenary|"
    r"mise en route|bilan|motivación|cierre)\b",
    re.IGNORECASE,
)
_FIELD = re.compile(r"\w[\w /]{1,30} [-–] ")
_SAYS_STEPS = re.compile(  # and not of what
    r"\b(?:order|ordre|orden|reihenfolge|follow\w*|steps?|folgend\w*|schritte?n?|suivant\w*|étapes?|siguiente\w*|pasos?|these|this|diese\w*|phases?|stages?|phasen|fases|etapas?)\b|(?:ال)?(?:مراحل|خطوات)",
    re.IGNORECASE,
)
# A step that says its own place in the order leaves nothing to find out.
_TELLS_PLACE = re.compile(
    r"\b(?:first|second|third|fourth|fifth|finally|lastly|last(?! (?:of|[a-z]+ of)\b)|next(?! to\b)|step \d|then|begin|start by|zuerst|zunächst|dann|danach|"
    r"schließlich|zuletzt|d['’]abord|ensuite|puis|enfin|primero|luego|después|finalmente)\b",
    re.IGNORECASE,
)
# … but not one that tells of two things, the one and then the other.
_GOES_ON = re.compile(r"(?:[,;]|\b(?:and|und|et|y))\s(?:(?:and|und|et|y)\s)?(?:then|next|dann|danach|puis|ensuite|luego|después)\b", re.IGNORECASE)  # fmt: skip


def ordered_steps(source_list: SourceList, phrases: Phrases) -> list[Candidate]:
    """The steps of a numbered list under a heading or a line that says that they are steps, called by it."""
    items = source_list.items
    lead = source_list.lead.text if source_list.lead else ""
    if not FEWEST_STEPS <= len(items) <= MOST_STEPS or not all(item.number for item in items):
        return []
    told = f"{source_list.topic} {lead}"
    promised = lead == source_list.topic and _HOW.fullmatch(lead)
    if not (promised or _ORDERED.search(told) or _tell_to_do(items)) or lead.rstrip().endswith(
        ("?", "؟")
    ):
        return []
    if _UNORDERED.search(lead or source_list.topic) or source_list.nested:
        return []
    if _is_plan(items, told):
        return []
    if sum(bool(_FIELD.match(item.text)) for item in items) * 2 >= len(items):
        return []  # the fields of a form
    steps = [_step(item) for item in items]
    texts = [text for text, _ in steps]
    if not all(texts) or len({text.lower() for text in texts}) != len(texts):
        return []
    if any(map(_ADDRESS.search, texts)) or sum(bool(_CASE.match(t)) for t in texts) >= FEWEST_CASES:
        return []  # how to sign up somewhere is no knowledge; cases are no order
    if any(map(_tells_place, texts)) or any(map(_FORBIDS.match, texts)):
        return []
    return step_candidates(
        [(text, reference, item) for (text, reference), item in zip(steps, items, strict=True)],
        title=_called(source_list, phrases),
    )


def _called(source_list: SourceList, phrases: Phrases) -> str:
    """What is put in order: "Put the steps in order: The path of the blood"; a line that only says "steps" names nothing."""
    lead = source_list.lead.text.strip(" .:") if source_list.lead else ""
    named = lead and count_words(lead) <= LONGEST_NAME and not _SAYS_STEPS.search(lead)
    topic = clean_title(source_list.topic)
    about = lead if named else topic if count_words(_SAYS_STEPS.sub("", topic)) > 1 else ""
    return f"{phrases.ordering}: {about}" if about else ""


def orders(told: str) -> bool:
    """Whether what leads to a list says that it is one of steps."""
    return bool(_ORDERED.search(told)) and not _UNORDERED.search(told)


def _is_plan(items: Sequence[Block], told: str) -> bool:
    """Whether labels say what each point is there for, as in the plan of a lesson; the phases of a process have names."""
    labelled = sum(bool(_PHASE.match(item.text)) for item in items) * 4 >= len(items)
    of_lesson = any(_OF_A_LESSON.match(item.text) for item in items)
    return labelled and (of_lesson or not _PROCESS.search(told))


def _tell_to_do(items: Sequence[Block]) -> bool:
    """Whether all say what is to be done, as steps do: by an infinitive or imperative."""
    texts = [item.text.rstrip(" .;") for item in items]
    if all(map(_IMPERATIVE.match, texts)) or all_tell_to_do(texts):
        return True
    told = any(all(map(form.search, texts)) for form in _INFINITIVES)
    return told and not any(map(_FINITE.search, texts))


def step_candidates(steps: Sequence[tuple[str, str, Block]], title: str = "") -> list[Candidate]:
    """Steps in their order, each with its text, its place, and the block in which it stands."""
    group = f"steps {steps[0][1].partition('.')[0]}" if steps else ""
    return [
        Candidate(
            kind="ordering",
            item=Step(text=text, evidence=(reference,)),
            prompt=text,
            answer=text,
            quote=block.text,
            rule=RULE,
            group=group,
            title=title,
        )
        for text, reference, block in steps
    ]


def is_step(text: str) -> bool:
    """Whether a text can be put in order: short, understood alone, and silent about its own place."""
    fit = 1 <= count_words(text) <= LONGEST_STEP and not points_elsewhere(text)
    return fit and not _tells_place(text)


def _tells_place(text: str) -> bool:
    """Whether a step says where in the order it stands."""
    return bool(_TELLS_PLACE.search(_GOES_ON.sub(",", text)))


def _step(item: Block) -> tuple[str, str]:
    own = sentences_of(item)
    text = own[0].prompt.rstrip(" .:;") if own else ""
    if not 1 <= count_words(text) <= LONGEST_STEP or points_elsewhere(text):
        return "", ""
    return text, own[0].reference
