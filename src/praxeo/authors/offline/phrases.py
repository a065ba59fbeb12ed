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
    ordering: str
    timeline: str
    cause_effect: str
    concept_map: str
    recall: str
    stands_for: str
    main_point: str
    about_term: str
    which_is: str
    list_of: str
    goal_term: str
    table_value: str
    part: str

    def title(self, kind: str) -> str:
        """The title of an activity of that kind."""
        return str(getattr(self, kind))


ENGLISH = Phrases(
    terms="Key terms",
    flashcards="Remember",
    cloze="Fill the gap",
    choice="Check yourself",
    matching="Match what belongs together",
    ordering="Put the steps in order",
    timeline="What happened when",
    cause_effect="Cause and effect",
    concept_map="How it hangs together",
    recall="From memory",
    stands_for="What does “{0}” stand for?",
    main_point="Without looking back: what do you remember from “{0}”?",
    about_term="Without looking back: how does the source define {0}?",
    which_is="Which of these fits the description “{0}”?",
    list_of="Complete from memory: {0}",
    goal_term="Explain what {0} means.",
    table_value="Complete the entry{3}: {2} “{0}” – {1}?",
    part="{0} (part {1})",
)
GERMAN = Phrases(
    terms="Wichtige Begriffe",
    flashcards="Zum Merken",
    cloze="Lücke füllen",
    choice="Prüfe dich",
    matching="Ordne zu, was zusammengehört",
    ordering="Bringe die Schritte in die richtige Reihenfolge",
    timeline="Was geschah wann?",
    cause_effect="Ursache und Wirkung",
    concept_map="Wie alles zusammenhängt",
    recall="Aus dem Gedächtnis",
    stands_for="Wofür steht „{0}“?",
    main_point="Ohne nachzusehen: Was weißt du noch aus „{0}“?",
    about_term="Ohne nachzusehen: Wie erklärt die Quelle „{0}“?",
    which_is="Worauf passt die Beschreibung „{0}“?",
    list_of="Ergänze aus dem Gedächtnis: {0}",
    goal_term="Erklären, was „{0}“ bedeutet.",
    table_value="Ergänze den Eintrag{3}: {2} „{0}“ – {1}?",
    part="{0} (Teil {1})",
)
FRENCH = Phrases(
    terms="Mots clés",
    flashcards="À retenir",
    cloze="Complétez la phrase",
    choice="Vérifiez vos acquis",
    matching="Associez ce qui va ensemble",
    ordering="Remettez les étapes dans l’ordre",
    timeline="Quand cela s’est-il passé ?",
    cause_effect="Cause et effet",
    concept_map="Comment tout se tient",
    recall="De mémoire",
    stands_for="Que signifie « {0} » ?",
    main_point="Sans regarder : que retenez-vous de « {0} » ?",
    about_term="Sans regarder : comment la source définit-elle « {0} » ?",
    which_is="À quoi correspond la description « {0} » ?",
    list_of="Complétez de mémoire : {0}",
    goal_term="Expliquer ce que signifie « {0} ».",
    table_value="Complétez la ligne{3} : {2} « {0} » – {1} ?",
    part="{0} (partie {1})",
)
SPANISH = Phrases(
    terms="Términos clave",
    flashcards="Para recordar",
    cloze="Completa la frase",
    choice="Ponte a prueba",
    matching="Une lo que va junto",
    ordering="Ordena los pasos",
    timeline="¿Qué pasó y cuándo?",
    cause_effect="Causa y efecto",
    concept_map="Cómo se relaciona todo",
    recall="De memoria",
    stands_for="¿Qué significa «{0}»?",
    main_point="Sin mirar: ¿qué recuerdas de «{0}»?",
    about_term="Sin mirar: ¿cómo define la fuente «{0}»?",
    which_is="¿A qué corresponde la descripción «{0}»?",
    list_of="Completa de memoria: {0}",
    goal_term="Explicar qué significa «{0}».",
    table_value="Completa la entrada{3}: {2} «{0}» – {1}",
    part="{0} (parte {1})",
)
_BY_LANGUAGE = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}


def phrases_for(language: str) -> Phrases:
    """The phrases of a language given as a BCP 47 tag; English where it is not among them."""
    return _BY_LANGUAGE.get(language.split("-")[0].lower(), ENGLISH)
