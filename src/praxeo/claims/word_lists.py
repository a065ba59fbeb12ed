"""Closed lists of words that the rules go by: English and German, and a few of French and Spanish."""

from __future__ import annotations


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _classes(*rows: str) -> dict[str, str]:
    """Each word with the first of its row, which stands for all of them."""
    return {word: row.split()[0] for row in rows for word in row.split()}


_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
         "ninety": 90, "hundred": 100, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50,
         "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90, "hundert": 100}  # fmt: skip
NUMBER_WORDS = {
    word: str(number)
    for words in (
        "- - two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen",
        "- - zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn",
    )
    for number, word in enumerate(words.split())
    if word != "-"  # zero denies, and "one of them" counts nothing
} | {word: str(number) for word, number in _TENS.items()}
ONE = ("one", "single")
DIGITS = {
    w: n
    for n, w in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"], 1
    )
}
SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_ORDINALS = (
    "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
    "seventeenth eighteenth nineteenth twentieth"
)
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(" "), 4)}
PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}  # fmt: skip
# "the first half of the night" is no number
SIDES = _set(
    "first second s 2 last other the each this that upper lower left right northern southern eastern western"
)
UNIT_SIGNS = _classes("% percent prozent", "€ euro euros", "£ pound pounds", "$ dollar dollars",
                      "° degree degrees grad", "km kilometre kilometres kilometer kilometers",
                      "m metre metres meter meters", "s second seconds sekunde sekunden",
                      "min minute minutes minuten", "h hour hours stunde stunden", "kg kilograms kilogram kilogramm",
                      "cm centimetre centimetres", "mm millimetre millimetres", "g gram grams gramm",
                      "v volt volts", "w watt watts", "l litre litres liter")  # fmt: skip
UNITS = frozenset(UNIT_SIGNS.values())
CAPITALISES_NOUNS = ("de", "lb")  # languages in which a capital letter makes no name
TRUE_OR_FALSE = (
    "true or false",
    "richtig oder falsch",
    "wahr oder falsch",
    "vrai ou faux",
    "verdadero o falso",
    "yes or no",
    "ja oder nein",
    "oui ou non",
    "sí o no",
)
NEGATORS = _set(
    """not no never none neither nor without cannot nothing nobody hardly lacks lack lacking
    nicht kein keine keinen keiner keinem nie niemals ohne weder noch nichts fehlt fehlen
    ne pas jamais sans aucun aucune ni sin nunca ningún ninguna non mai senza"""
)
AUXILIARIES = _set(
    """is are was were be been being am do does did done has have had having will would shall should
    ist sind war waren wird werden wurde wurden hat haben hatte sein est sont était es son fue"""
)
BE = _set(
    "is are was were be been being get gets got ist sind war waren wird werden wurde wurden est son"
)
PREPOSITIONS = _set(
    """outof per ago than als of in on at by for from to into onto with within under over between through during per via up out off
    above below inside outside across against among near behind beside beyond towards toward along
    zu zum zur im in an am auf aus bei beim mit von vom für über unter durch um ins zwischen gegen
    dans sur par pour avec con para por"""
)
MELTED = {
    "als": "than",
    "ins": "in",
    "im": "in",
    "am": "an",
    "zum": "zu",
    "zur": "zu",
    "vom": "von",
    "beim": "bei",
}
CASES = _set("der den dem des einen einem einer eines")  # German articles that tell who does what
PARTICLES = _set(
    "ab an auf aus bei ein fest her hin los mit nach statt um vor weg zu zurück zusammen"
)  # of verbs
QUESTION_WORDS = _set(
    """who whom whose what which where when why how was wer wen wem wo wann warum welche welcher welches
    welchem welchen wie wohin woher wozu wodurch womit quel quelle quels quelles qui que qué cuál"""
)
# Words that claim more than others; the first of a row stands for all.
STRONG = _classes(
    "all every each always any entire whole alle jede jeder jedes immer stets sämtliche",
    "only sole solely exclusively nur ausschließlich",
    "must necessarily muss müssen",
    "most mostly meist meisten",
    "completely entirely fully vollständig völlig ganz",
)
WEAK = _set(
    "some sometimes several few rarely seldom may might often usually partly manche einige manchmal selten oft "
    "teilweise meist gewöhnlich"
)
NEEDING = _set(
    "require requires required need needs needed necessary obliged demands braucht nötig erforderlich erfordert"
)  # other words for "must"
# What orders in time, gives a cause or sets a condition; the first of a row stands for all.
LINKS = _classes(
    "before vor bevor", "after nach nachdem", "until till bis", "since seit", "unless", "although though obwohl",
    "despite trotz", "because weil da", "if when wenn sobald", "while während",
)  # fmt: skip
STRICT_LINKS = _set("before after until unless although despite")  # nothing else says these
BREAKS = _set("but while whereas although aber während hingegen dagegen sondern")
# Opposite among words that carry no sense of their own.
DEGREES = _set("ago near far atleast atmost outof more most less least fewer fewest up down in out on off above below inside outside into under over mehr weniger "
               "über unter ein aus innerhalb außerhalb before after vor nach earlier later both neither")  # fmt: skip
JOINERS = _set("and or und oder et ou y o")
VAGUE = _set(
    """atleast atmost single about around approximately roughly nearly almost ca circa etwa rund ungefähr fast just even quite rather
    simply really actually also too then thus therefore however so very such same own other another both more
    much many made become becomes became get gets got make makes say says called known name named mean means
    describe explain give following according refers refer here there yet else once again still ever give
    say tell happen happens exactly certain particular kind kinds type types one ones
    deshalb daher deswegen darum somit folglich demnach desto umso je zuvor vorher einzelne einziger einzige
    auch noch sehr so dass damit dabei dann dort hier heißt nennt man gibt"""
)
FUNCTION_WORDS = (
    _set(
        """a an the this that these those it its they them their he she his her him we our us your you i
        me my can could as than then and or but because while as most further up out
        der die das den dem des ein eine einen einem einer eines es er sie ihr ihre ihren ihrem ihrer wir uns
        ich du und oder aber denn kann können soll sich man dies dieser diese dieses sein seine seinem seinen
        le la les un une des du de et ou mais se ce cette il elle y o pero el los las una"""
    )
    | AUXILIARIES
    | PREPOSITIONS
    | QUESTION_WORDS
    | VAGUE
    | frozenset(WEAK)
    | frozenset(STRONG)
    | frozenset(LINKS)
)
PRONOUNS = _set("it they he she them er sie es ihn ihm il elle ils elles")
POINTERS = _set(
    """it its they their this these those he she his her
    er sie es ihr ihre ihrem ihren dieser diese dieses sein seine il elle ils elles ce cette"""
)
