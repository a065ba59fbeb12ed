"""Whether an event says of itself whom or what it befell, in English, German, French and Spanish."""

from __future__ import annotations

import re

from praxeo.authors.offline.harvest.told.words import OF_MANY
from praxeo.authors.offline.lexicon import word_set

_REPORTS = re.compile(
    r"[%$€£\d]|\b(?:million|billion|percent|announc\w+|report(?:s|ed)?|visited|approved|survey|described|complained|amounted|according to|is|are|has|have|later|earlier|again|history books)\b"
)
FEWEST_WORDS = 4
_OF_WHOM = re.compile(
    r"(?:aunque|although|bien que|obwohl|como resultado|as a result|en conséquence|prior to|on the|due to|with|without|during|while|after|before|following|by|alerted|born|in (?:the|his|her|its|their)|as|both|parts?|two|three|a few|a second|most|"
    r"elles?|ils?|he|she|it|they|él|ell[ao]s?|er|sie|es|one|some|others?|this|these|such|its|their|his|her|"
    r"leurs?|son|sa|ses|cet|cette|ces?|su|sus|est[aeo]s?|es[aeo]s?|ihre?[nrms]?|seine?[nrms]?|dies\w*|"
    r"après|avant|después|antes|nach|danach|then|later|afterwards|soon|eventually|finally|initially|inicialmente|initialement|a pesar|suite à|"
    r"tout(?:e|es|s)?|tod[oa]s?|se|fue|fueron|\w{2,}(?:ó|aron|ieron))[\s,]",
    re.IGNORECASE,
)
_OF_ONE_UNNAMED = re.compile(  # "Appointed to the commission": who? A name that ends so is none of these.
    r"(?!(?:Al|Fre|Win|Wil|Man|Sieg|Got|Mild|Ethel|Moham|Muham|Ah|Ham|Uni|Hund|Sac)\w*(?:ed|id)\b)"
    r"(?:[A-Z]\w+ed|Born|Built|Made|Written|Sent|Taken|Given|Driven|Chosen|Drawn|Brought|Taught|Left|Struck|Held|Known|[A-Z]\w{2,}ing)\s(?:to|by|in|at|from|as|of|with|for|on|the|an?|after|into|under|over|[a-z]+(?:or|er|ist|an|ent)\s(?:of|at|to|in))\b|"
    r"(?:[A-ZÉ]\w+(?:ée?s?)|Élue?s?|Admise?s?|Promue?s?|Envoyée?s?)\s(?:à|au|aux|par|en|dans|comme|de|du|chez|sous|sur|pour|membre|professeure?|direct\w+)\b|"
    r"(?:[A-Z]\w+[ai]d[oa]s?|Elect[oa]s?)\s(?:por|en|a|al|como|de|del|para|con|miembro|profesora?|direct\w+)\b"
)
_SOME_VERB = re.compile(  # of the sentence itself
    r"\s(?:was|were|had|has|began|became|made|won|led|took|built|wrote|found|gave|fell|rose|came|went|sent|met|saw|left|\w{2,}ed|fut|furent|est|sont|ont|fue|fueron|\w{2,}(?:ó|aron|ieron|èrent|irent))\b"
)
_WITHIN = re.compile(
    r"(?<=.)\b(?:plus tard|un an après|después|depuis|desde|elle|elles|el país|le pays|la totalité|la mayoría)\b"
)
_NAMELESS = re.compile(r"(?:une?|una) ", re.IGNORECASE)
_ENDS_LOOSELY = re.compile(
    r"\b(?:followed|ended|began|started|ready|themselves?|himself|wrote|written|founded|established|formed|and|in|of|to|a|the|Gen|Brig|suivit|siguió|folgte)$"
)
_BARE = re.compile(
    r"(?:(?:the|le|la|les|el|los|las)\s|l['’])(?P<what>[a-zà-ÿ-]+)(?=\s)", re.IGNORECASE
)
_TELLS_WHICH = re.compile(
    r"\s?(?:of|for|in|between|against|that|which|de|du|des|del|en|entre|contre|contra|qui|que)\b|\s?d['’]|\s[A-ZÀ-Þ]"
)
_ACTS = re.compile(
    r"\s(?:\w+ly\s)?(?:was|were|had|began|became|a|ont|fut|furent|est|\w+ed|\w+ó|\w+aron|\w+ieron|\w+it|\w+èrent|\w+irent|perdit|prit)\b"
)
_NAME = re.compile(r"(?<=[\w,] )(?:[ldLD]['’])?[A-ZÀ-Þ][\w’'-]+")
_ANY = OF_MANY | word_set(
    """country state kingdom empire federation union region area zone island islands colony economy program programme project agreement treaty system
    pays état royaume empire fédération région zone îles colonie économie programme accord traité principauté indépendance
    país estado reino imperio federación región zona islas colonia economía programa acuerdo tratado independencia principado"""
)  # of which a text may mean any


def needs_what_is_before(event: str) -> bool:
    """Whether only the lines before tell who "he" or which "the country" is."""
    if _OF_WHOM.match(event) or _ENDS_LOOSELY.search(event):
        return True
    unnamed = _OF_ONE_UNNAMED.match(event)
    if unnamed and not _SOME_VERB.search(event, unnamed.end()):
        return True
    if _WITHIN.search(event) or (_NAMELESS.match(event) and not _NAME.search(event)):
        return True
    bare = _BARE.match(event)
    if bare is None or _TELLS_WHICH.match(event[bare.end() :]):
        return False
    if bare["what"] in _ANY:
        return True
    return bool(_ACTS.match(event[bare.end() :])) and not _NAME.search(event)


def is_of_note(event: str) -> bool:
    """Whether an event that a long English text tells is one with a name, and no figure, report or state of the day."""
    if len(event.split()) < FEWEST_WORDS or _REPORTS.search(event):
        return False
    return bool(_NAME.search(event)) or not event.startswith(("The ", "A ", "An "))
