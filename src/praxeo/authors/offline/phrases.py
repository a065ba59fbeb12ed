"""The author's own words (titles and question forms) in the languages it can write."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Phrases:
    """Titles of activities by kind, and the sentences that frame questions."""

    terms: str
    flashcards: str
    cloze: str
    choice: str
    matching: str
    sorting: str
    ordering: str
    timeline: str
    cause_effect: str
    concept_map: str
    recall: str
    stands_for: str
    which_is: str
    list_of: str
    true_or_false: str
    yes_or_no: str
    goal_term: str
    goal_terms: str
    table_value: str
    part: str
    only_read: str
    told_of: str
    own_words: str
    key_points: str
    either: str
    which_of: str
    what_meant: str
    match_terms: str
    listed: str = ", "

    def is_which(self, question: str) -> bool:
        """Whether a question is one for the term of a meaning."""
        return question.startswith(self.which_is.partition("{")[0])

    def title(self, kind: str) -> str:
        """The title of an activity of that kind."""
        return str(getattr(self, kind))


ENGLISH = Phrases(
    terms="Key terms",
    flashcards="Remember",
    cloze="Fill the gap",
    choice="Check yourself",
    matching="Match what belongs together",
    sorting="Sort into groups",
    ordering="Put the steps in order",
    timeline="What happened when",
    cause_effect="Cause and effect",
    concept_map="How it hangs together",
    recall="From memory",
    stands_for="What does “{0}” stand for?",
    which_is="Which of these fits the description “{0}”?",
    told_of="What does the text say about “{0}”?",
    own_words="In your own words: {0}",
    key_points="What are the key points of “{0}”?",
    list_of="Complete from memory: “{0}”",
    true_or_false="True or false? {0}",
    yes_or_no="Yes or no? {0}",
    goal_term="Explain what “{0}” means.",
    goal_terms="Explain and tell apart: {0}.",
    table_value="Complete the entry{3}: {2} “{0}” – {1}?",
    part="{0} (part {1})",
    only_read="This source marks nothing that can be asked with certainty, so it is here to be read.",
    either="{0} or {1}",
    which_of="{0}? {1}: {2}",
    what_meant="What is meant by “{0}”?",
    match_terms="Match the terms with what they mean",
)
GERMAN = Phrases(
    terms="Wichtige Begriffe",
    flashcards="Zum Merken",
    cloze="Lücke füllen",
    choice="Prüfe dich",
    matching="Ordne zu, was zusammengehört",
    sorting="Sortiere in Gruppen",
    ordering="Bringe die Schritte in die richtige Reihenfolge",
    timeline="Was geschah wann?",
    cause_effect="Ursache und Wirkung",
    concept_map="Wie alles zusammenhängt",
    recall="Aus dem Gedächtnis",
    stands_for="Wofür steht „{0}“?",
    which_is="Worauf passt die Beschreibung „{0}“?",
    told_of="Was sagt der Text zu „{0}“?",
    own_words="In eigenen Worten: {0}",
    key_points="Was ist das Wichtigste aus „{0}“?",
    list_of="Ergänze aus dem Gedächtnis: „{0}“",
    true_or_false="Richtig oder falsch? {0}",
    yes_or_no="Ja oder nein? {0}",
    goal_term="Erklären, was „{0}“ bedeutet.",
    goal_terms="Erklären und unterscheiden: {0}.",
    table_value="Ergänze den Eintrag{3}: {2} „{0}“ – {1}?",
    part="{0} (Teil {1})",
    only_read="Diese Quelle hebt nichts hervor, was sich sicher abfragen lässt; sie steht hier zum Lesen.",
    either="{0} oder {1}",
    which_of="{0}? {1}: {2}",
    what_meant="Was versteht man unter „{0}“?",
    match_terms="Ordne die Begriffe ihrer Bedeutung zu",
)
FRENCH = Phrases(
    terms="Mots clés",
    flashcards="À retenir",
    cloze="Complétez la phrase",
    choice="Vérifiez vos acquis",
    matching="Associez ce qui va ensemble",
    sorting="Classez par groupes",
    ordering="Remettez les étapes dans l’ordre",
    timeline="Quand cela s’est-il passé ?",
    cause_effect="Cause et effet",
    concept_map="Comment tout se tient",
    recall="De mémoire",
    stands_for="Que signifie « {0} » ?",
    which_is="À quoi correspond la description « {0} » ?",
    told_of="Que dit le texte sur « {0} » ?",
    own_words="Avec vos propres mots : {0}",
    key_points="Quels sont les points essentiels de « {0} » ?",
    list_of="Complétez de mémoire : « {0} »",
    true_or_false="Vrai ou faux ? {0}",
    yes_or_no="Oui ou non ? {0}",
    goal_term="Expliquer ce que signifie « {0} ».",
    goal_terms="Expliquer et distinguer : {0}.",
    table_value="Complétez la ligne{3} : {2} « {0} » – {1} ?",
    part="{0} (partie {1})",
    only_read="Cette source ne met rien en évidence qui puisse être demandé avec certitude ; elle est ici pour être lue.",
    either="{0} ou {1}",
    which_of="{0} ? {1} : {2}",
    what_meant="Qu’entend-on par « {0} » ?",
    match_terms="Associez chaque terme à son sens",
)
SPANISH = Phrases(
    terms="Términos clave",
    flashcards="Para recordar",
    cloze="Completa la frase",
    choice="Ponte a prueba",
    matching="Une lo que va junto",
    sorting="Clasifica en grupos",
    ordering="Ordena los pasos",
    timeline="¿Qué pasó y cuándo?",
    cause_effect="Causa y efecto",
    concept_map="Cómo se relaciona todo",
    recall="De memoria",
    stands_for="¿Qué significa «{0}»?",
    which_is="¿A qué corresponde la descripción «{0}»?",
    told_of="¿Qué dice el texto sobre «{0}»?",
    own_words="Con sus propias palabras: {0}",
    key_points="¿Cuáles son los puntos clave de «{0}»?",
    list_of="Completa de memoria: «{0}»",
    true_or_false="¿Verdadero o falso? {0}",
    yes_or_no="¿Sí o no? {0}",
    goal_term="Explicar qué significa «{0}».",
    goal_terms="Explicar y distinguir: {0}.",
    table_value="Completa la entrada{3}: {2} «{0}» – {1}",
    part="{0} (parte {1})",
    only_read="Esta fuente no destaca nada que se pueda preguntar con seguridad; está aquí para leerla.",
    either="{0} o {1}",
    which_of="¿{0}? {1}: {2}",
    what_meant="¿Qué se entiende por «{0}»?",
    match_terms="Une cada término con su significado",
)
ARABIC = Phrases(
    terms="المصطلحات الأساسية",
    flashcards="للحفظ",
    cloze="املأ الفراغ",
    choice="اختبر نفسك",
    matching="صِل كل عنصر بما يناسبه",
    sorting="صنّف في مجموعات",
    ordering="رتّب الخطوات",
    timeline="ماذا حدث ومتى؟",
    cause_effect="السبب والنتيجة",
    concept_map="كيف تترابط الأفكار",
    recall="من الذاكرة",
    stands_for="إلامَ يرمز «{0}»؟",
    which_is="ما الذي ينطبق عليه الوصف «{0}»؟",
    told_of="ماذا يقول النص عن «{0}»؟",
    own_words="بكلماتك الخاصة: {0}",
    key_points="ما أهم نقاط «{0}»؟",
    list_of="أكمل من الذاكرة: {0}",
    true_or_false="صواب أم خطأ؟ {0}",
    yes_or_no="نعم أم لا؟ {0}",
    goal_term="شرح معنى «{0}».",
    goal_terms="الشرح والتمييز: {0}.",
    listed="، ",
    table_value="أكمل{3}: {2} «{0}» – {1}",
    part="{0} (الجزء {1})",
    only_read="لا يبرز هذا النص ما يمكن السؤال عنه بيقين، فهو هنا للقراءة.",
    either="{0} أم {1}",
    which_of="{0}؟ {1}: {2}",
    what_meant="ما المقصود بـ«{0}»؟",
    match_terms="صِل كل مصطلح بمعناه",
)
_BY_LANGUAGE = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH, "ar": ARABIC}


def phrases_for(language: str) -> Phrases:
    """The phrases of a language given as a BCP 47 tag; English where it is not among them."""
    return _BY_LANGUAGE.get(language.split("-")[0].lower(), ENGLISH)
