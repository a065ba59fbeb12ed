"""Word lists that several rules of the author share."""

from __future__ import annotations

import re
from functools import lru_cache


def word_set(text: str) -> frozenset[str]:
    """A set out of words separated by white space."""
    return frozenset(text.split())


PRONOUNS = word_set(
    """i me my mine we us our ours you your yours he him his she her hers it its they them their
    theirs this that these those such one ones some any none both each either neither another other
    others who whom whose which what itself themselves himself herself former latter there here
    something someone everything everyone anyone anything nothing same"""
)
QUANTIFIERS = word_set(
    """all most many some several few various different numerous certain any every each both much more
    less fewer another other such enough plenty most half two three four five six seven eight nine ten
    only no"""
)
# Nouns too wide to be an answer or a key term by themselves.
GENERIC = word_set(
    """thing things way ways kind kinds type types form forms part parts example examples case cases
    reason reasons result results problem problems question questions point points fact facts idea ideas
    area areas time times day days year years people person man men woman women group groups number
    numbers amount amounts lot lots set sets piece bit place places level levels change changes use uses
    work works process processes method methods system systems approach approaches step steps stage
    period empire country state world life section chapter figure table article paper study studies
    research author authors researcher researchers data information issue issues factor factors effect
    effects role roles aspect aspects feature features element elements item items list lists name names
    order side end start beginning top bottom line lines page pages book books word words term terms
    concept concepts definition difference differences value values condition conditions purpose goal
    goals activity activities event events situation situations material materials product products
    project projects option options tip tips tool tools guide post blog video answer answers solution
    solutions benefit benefits advantage advantages disadvantage key focus choice decision need needs
    quality size range degree rate source sources user users reader readers student students learner
    learners company companies business businesses team teams customer customers patient patients
    participant participants subject subjects sample samples model models analysis test tests technique
    importance ability possibility hand others today above below following addition contrast course
    variety majority minority combination series pair couple rest total summary overview introduction
    conclusion background discussion note notes attention interest experience knowledge understanding
    practice function functions structure structures object objects region regions zone location
    moment century decade month months week weeks hour hours minute minutes space market price cost
    home house family child children school water food money body hand eye head heart name code file
    files program programs application applications version change image images picture service
    services home page site website"""
)
EVALUATIVE = word_set(
    """good great best better bad important major main key common popular useful useless essential
    critical crucial vital significant big huge large small simple easy hard difficult perfect ideal
    excellent fantastic wonderful nice interesting powerful favorite favourite main primary obvious
    clear recent new old possible likely necessary helpful valuable real true false viable smart
    notable default leading beautiful amazing serious promising effective reliable affordable ongoing growing
    integral fundamental similar top next last first second third fourth fifth final only"""
)
# Nouns that, as the head of "X is a ...", do not begin a definition.
NOT_A_GENUS = word_set(
    """example reason way problem matter question case result fact idea thing lot bit couple number
    variety must option choice step time place time point goal priority concern challenge key issue
    sign success failure mistake shame pleasure pity start solution answer favorite favourite list
    foundation backbone cornerstone range majority minority lack need chance opportunity risk difference part source cause aspect
    one ones kind fan member great good benefit advantage topic subject"""
)
# Of these, the ones that do where a clause follows: "the part of a clock that ...".
GENUS_WITH_CLAUSE = word_set(
    "part place time point number list range step source member need chance risk kind variety aspect"
)
REMEMBERED_WORDS = 32768  # whose frequency is kept
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
COMMON_WORD = 5.3  # Zipf frequency from which a single word is too common to be a term
RARE_WORD = 4.3  # Zipf frequency below which a single word reads as a term

_POINTER = re.compile(
    r"\b(?:(?:above|below)(?! (?:the|a|an|all|\d|which|zero|average|freezing|ground|sea))|(?:as|was|were|been) (?:described|discussed|mentioned|noted|shown|seen|explained)|"
    r"earlier in|later in|(?:previous|preceding|next|following|last|this|present|current) "
    r"(?:section|chapter|example|paragraph|page|article|paper|study|tutorial|guide|post|figure|table|"
    r"lesson|unit|document|report|review|step|work|case|diagram|image|code|snippet|listing|screenshot|"
    r"book|video|course|module|thesis|survey|experiment|question|exercise|problem|list)s?|"
    r"(?:fig(?:ure|s|\.)?|table|section|chapter|box|appendix|equation|eq\.|listing|exhibit|annex|"
    r"exercise|step|part|item|note|question|schedule|example|problem|theorem|lemma)\.?[ ‑-]?\(?\d|"
    r"see also|see the|respectively|aforementioned|the former|the latter|as follows|here(?:by|in|after)?|"
    r"in other words|(?:to|at) the (?:left|right)(?! (?!of\b|side\b|shows?\b)[a-z])|shown|overleaf|later we|"
    r"we (?:will|shall|can) (?:see|discuss|look|describe|explore|learn|cover)|let[’']s|let us)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(
    r"\b(?:I|I[’'](?:m|ve|d|ll)|my|me|mine|[Ww]e|[Ww]e[’'](?:re|ve|d|ll)|[Oo]ur|ours|us|myself|ourselves|My)\b"
)


def points_elsewhere(text: str) -> bool:
    """Whether a text leans on another place: "above", "Figure 3", "in the next section"."""
    return bool(_POINTER.search(text))


def speaks_of_its_author(text: str) -> bool:
    """Whether a text says "I" or "we": seldom a fact to learn, and nobody knows who it is."""
    return bool(_FIRST_PERSON.search(re.sub(r"\bU\.?S\.?(?:A\.?)?\b|\bUS\b", "", text)))


@lru_cache(maxsize=REMEMBERED_WORDS)
def frequency(word: str) -> float:
    """How common an English word is (Zipf scale: 7 is "the", 3 is once in a million words).

    0 for words rarer than that.
    """
    from wordfreq import zipf_frequency

    return float(zipf_frequency(word.lower(), "en", wordlist="small"))
