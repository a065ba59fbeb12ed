"""The words that teaching material is made of."""

from __future__ import annotations

SUBJECTS = [
    "Die Photosynthese",
    "Der Wasserkreislauf",
    "Die Zellteilung",
    "Das Immunsystem",
    "Die Verdunstungsgeschwindigkeit",
    "Der Energieerhaltungssatz",
    "Die Bevölkerungsentwicklung",
    "Der Treibhauseffekt",
    "Die Gewaltenteilung",
    "Das Stromnetz",
    "Die Niederschlagsmenge",
    "Der Blutkreislauf",
]
VERBS = [
    "beschreibt",
    "beeinflusst",
    "ermöglicht",
    "bestimmt",
    "verändert",
    "erklärt",
    "begrenzt",
    "beschleunigt",
    "verlangsamt",
    "verbindet",
]
OBJECTS = [
    "den Stoffwechsel der Pflanzenzellen",
    "die durchschnittliche Oberflächentemperatur",
    "das ökologische Gleichgewicht",
    "die Zusammensetzung der Erdatmosphäre",
    "den Lebensraum vieler Säugetiere",
    "die Leistungsfähigkeit des Körpers",
    "die wirtschaftliche Entwicklung der Küstenregion",
    "den Gehalt an gelösten Mineralstoffen",
    "die Wettervorhersage für größere Flächen",
]
ENDS = [
    "auch bei niedrigen Temperaturen",
    "seit dem neunzehnten Jahrhundert",
    "während der Wachstumsperiode",
    "in fast allen Ländern Europas",
    "nach mehreren Versuchsreihen",
    "unter gleichbleibenden Bedingungen",
    "trotz großer Unterschiede",
    "gemäß den Messungen der Universität",
]
TERMS = [
    "photosynthesis",
    "representation",
    "precipitation",
    "communication",
    "electromagnetic radiation",
    "circumstances",
    "international cooperation",
    "temperature differences",
    "approximately",
    "understanding",
]
FACES = [
    "Libertinus Serif",
    "New Computer Modern",
    "Liberation Serif",
    "Liberation Sans",
    "Bitstream Charter",
    "DejaVu Sans",
    "DejaVu Serif",
    "Latin Modern Roman",
    "Latin Modern Sans",
]
LOOKS = ["grid", "book", "zebra", "none", "rows", "headshade"]  # of tables
RUN_IN = ["Note.", "Tip.", "Example."]
HEADS = {
    "en": [
        "What plants need",
        "Observation",
        "Procedure",
        "Discussion",
        "Key ideas",
        "Measuring heat",
        "The story of glass",
        "Why tides rise",
        "Cause and effect",
        "Working with maps",
        "Energy in the home",
        "Further reading",
        "How sound travels",
        "A closer look",
        "Rules of the market",
        "Parts of a cell",
        "Before you begin",
        "Review questions",
        "Materials and methods",
        "Forces at work",
        "Results of the survey",
    ],
    "de": [
        "Grundbegriffe",
        "Aufbau und Funktion",
        "Versuchsaufbau",
        "Beobachtung",
        "Auswertung",
        "Zusammenfassung",
        "Merksätze",
        "Übungen",
        "Ein Blick in die Geschichte",
        "Wechselwirkungen",
        "Größen und Einheiten",
        "Ursachen",
        "Folgen für die Küste",
        "Was wir wissen",
    ],
}
SECTIONS = {
    "en": ["Introduction", "Materials and methods", "Results", "Discussion", "Conclusion"],
    "de": ["Einleitung", "Material und Methoden", "Ergebnisse", "Diskussion", "Fazit"],
}
